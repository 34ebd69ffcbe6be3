import type { WriteStream } from 'node:tty';
import type { Outcome } from '../pipeline.ts';
import type { Comparison } from '../report/comparison.ts';
import { renderCsv } from '../report/csv.ts';
import { renderJson } from '../report/json.ts';
import { renderJUnit } from '../report/junit.ts';
import { type ChosenTemplate, renderMarkdown } from '../report/markdown.ts';
import { comparisonMarkdown, comparisonTable } from '../report/render-comparison.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderTable } from '../report/terminal.ts';
import { seriesMarkdown, seriesTable } from '../report/trends/render-series.ts';
import type { Series } from '../report/trends/series.ts';
import { reportsOf } from '../report/view-model.ts';

export const DOCUMENT_FORMATS = [
  { name: 'table', suffix: '.txt' },
  { name: 'json', suffix: '.json' },
  { name: 'markdown', suffix: '.md' },
  { name: 'html', suffix: '.html' },
  { name: 'csv', suffix: '.csv' },
  { name: 'sarif', suffix: '.sarif' },
  { name: 'junit', suffix: '.xml' },
] as const;

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]['name'];

/** Columns of a table that goes to a file or a pipe. */
const DEFAULT_WIDTH = 120;

/** What a report looks like besides its format. */
export interface Layout {
  /** The user's own, for Markdown. */
  readonly template?: ChosenTemplate | undefined;
  /** Set where the outcomes are those of a training's checkpoints. */
  readonly series?: Series<Outcome> | undefined;
}

/** @param terminal where the document is going to be shown, if it is; colours and width depend on it. */
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
      // Loaded only where it is wanted: it carries a page's script and style.
      return (await import('../report/html/render-html.ts')).renderHtml(outcomes, series?.trend);
    case 'markdown':
      return series === undefined ? renderMarkdown(outcomes, { template }) : seriesMarkdown(series);
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
export function renderComparison(comparison: Comparison, format: DocumentFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(comparison, null, 2)}\n`;
    case 'markdown':
      return comparisonMarkdown(comparison);
    default:
      return comparisonTable(comparison);
  }
}
