import type { WriteStream } from 'node:tty';
import type { Outcome } from '../../pipeline.ts';
import type { Comparison } from '../../report/comparison.ts';
import { renderCsv } from '../../report/csv.ts';
import { renderJson } from '../../report/json.ts';
import { renderJUnit } from '../../report/junit.ts';
import type { ChosenTemplate } from '../../report/markdown.ts';
import { renderSarif } from '../../report/sarif.ts';
import { renderTable } from '../../report/terminal.ts';
import { seriesMarkdown, seriesTable } from '../../report/trends/render-series.ts';
import type { Series } from '../../report/trends/series.ts';
import { reportsOf } from '../../report/view-model.ts';
import type { DocumentFormat } from './commands.ts';

/** Columns of a table that goes to a file or a pipe. */
const DEFAULT_WIDTH = 120;

/** What a report looks like besides its format. */
export interface Layout {
  /** The user's own, for Markdown. */
  readonly template?: ChosenTemplate | undefined;
  /** Set where the outcomes are those of a training's checkpoints. */
  readonly series?: Series<Outcome> | undefined;
}

/**
 * Renderers that carry templates, a page's script or its style are loaded only where they are wanted.
 *
 * @param terminal where the document is going to be shown, if it is; colours and width depend on it.
 */
export async function render(
  outcomes: readonly Outcome[],
  format: DocumentFormat,
  terminal: WriteStream | undefined,
  verbose: boolean,
  { template, series }: Layout = {},
): Promise<string> {
  switch (format) {
    case 'json':
      return renderJson(reportsOf(outcomes));
    case 'csv':
      return renderCsv(reportsOf(outcomes));
    case 'sarif':
      return renderSarif(outcomes);
    case 'junit':
      return renderJUnit(outcomes);
    case 'html':
      return (await import('../../report/html/render-html.ts')).renderHtml(outcomes, series?.trend);
    case 'markdown':
      if (series !== undefined) return seriesMarkdown(series);
      return (await import('../../report/markdown.ts')).renderMarkdown(outcomes, { template });
    case 'table':
      if (series !== undefined) return seriesTable(series, verbose);
      return renderTable(outcomes, {
        color: terminal?.isTTY === true && terminal.hasColors(),
        width: (terminal?.isTTY ? terminal.columns : undefined) ?? DEFAULT_WIDTH,
        verbose,
      });
  }
}

/** @param format one that `compare` has. */
export async function renderComparison(comparison: Comparison, format: DocumentFormat): Promise<string> {
  if (format === 'json') return `${JSON.stringify(comparison, null, 2)}\n`;
  const { comparisonMarkdown, comparisonTable } = await import('../../report/render-comparison.ts');
  return format === 'markdown' ? comparisonMarkdown(comparison) : comparisonTable(comparison);
}
