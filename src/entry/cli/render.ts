import type { WriteStream } from 'node:tty';
import type { Outcome } from '../../pipeline.ts';
import type { Comparison } from '../../report/comparison.ts';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { comparisonMarkdown, comparisonTable } from '../../report/render-comparison.ts';
import { renderTable } from '../../report/terminal.ts';
import type { DocumentFormat } from './commands.ts';

/** Columns of a table that goes to a file or a pipe. */
const DEFAULT_WIDTH = 120;

/** @param terminal where the document is going to be shown, if it is; colours and width depend on it. */
export function render(
  outcomes: readonly Outcome[],
  format: DocumentFormat,
  terminal: WriteStream | undefined,
  verbose: boolean,
): string {
  switch (format) {
    case 'json':
      return renderJson(outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : [])));
    case 'markdown':
      return renderMarkdown(outcomes);
    case 'table':
      return renderTable(outcomes, {
        color: terminal?.isTTY === true && terminal.hasColors(),
        width: (terminal?.isTTY ? terminal.columns : undefined) ?? DEFAULT_WIDTH,
        verbose,
      });
  }
}

export function renderComparison(comparison: Comparison, format: DocumentFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(comparison, null, 2)}\n`;
    case 'markdown':
      return comparisonMarkdown(comparison);
    case 'table':
      return comparisonTable(comparison);
  }
}
