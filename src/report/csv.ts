import { MODE_COLUMNS } from '../metrics/mode-columns.ts';
import { LAYER_COLUMNS, type Report, type ReportLayer } from './report.ts';

/** Columns that were added since, and come after the others. */
const LATER_COLUMNS = [
  'numerical_rank',
  'outliers',
  'alpha_without_outliers',
  'correlation_traps',
] as const satisfies readonly (keyof ReportLayer)[];

/** Curves are no value of a field. */
const NOT_HERE: ReadonlySet<string> = new Set(['curves', ...LATER_COLUMNS, ...MODE_COLUMNS]);

/** WeightWatcher's columns first and under its names; those of modes come last, where they were asked for. */
const COLUMNS = LAYER_COLUMNS.filter(
  (column): column is Exclude<keyof ReportLayer, 'curves'> => !NOT_HERE.has(column),
);

/**
 * The layers of all reports as CSV (RFC 4180), a row each; `model` tells models apart, and a value that does not exist
 * is an empty field. Numbers have all their digits.
 */
export function renderCsv(reports: readonly Report[]): string {
  const asked = MODE_COLUMNS.filter((column) =>
    reports.some(({ layers }) => layers.some((layer) => layer[column] !== undefined)),
  );
  const columns = [...COLUMNS, ...LATER_COLUMNS, ...asked];
  const rows = reports.flatMap(({ model, layers }) =>
    layers.map((layer) =>
      [model.source, ...columns.map((column) => layer[column] ?? null)].map(field).join(','),
    ),
  );
  return `${['model', ...columns].join(',')}\r\n${rows.map((row) => `${row}\r\n`).join('')}`;
}

function field(value: string | number | readonly string[] | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : value.join('; ');
  // Spreadsheets compute what begins like a formula, and a model's author chooses the names.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
