import { MODE_COLUMNS } from '../metrics/mode-columns.ts';
import type { Report, ReportLayer } from './report.ts';

/** The columns, WeightWatcher's first and under its names, in which those of modes come last; `model` tells models apart. */
const COLUMNS = [
  'layer_id',
  'slice_id',
  'name',
  'longname',
  'layer_type',
  'N',
  'M',
  'Q',
  'rf',
  'num_evals',
  'alpha',
  'D',
  'sigma',
  'xmin',
  'xmax',
  'num_pl_spikes',
  'lambda_max',
  'sv_max',
  'sv_min',
  'rank_loss',
  'weak_rank_loss',
  'norm',
  'log_norm',
  'spectral_norm',
  'log_spectral_norm',
  'alpha_weighted',
  'log_alpha_norm',
  'stable_rank',
  'matrix_rank',
  'entropy',
  'p_value',
  'trust',
  'trust_reasons',
  'warning',
  'status',
  'verdict',
  'reasons',
  'threshold',
  'delta',
  'diagnosis',
  'numerical_rank',
  'outliers',
  'alpha_without_outliers',
  'correlation_traps',
] as const satisfies readonly (keyof ReportLayer)[];

/**
 * The layers of all reports as CSV (RFC 4180), a row each; a value that does not exist is an empty field. Numbers
 * have all their digits.
 */
export function renderCsv(reports: readonly Report[]): string {
  const asked = MODE_COLUMNS.filter((column) =>
    reports.some(({ layers }) => layers.some((layer) => layer[column] !== undefined)),
  );
  const columns = [...COLUMNS, ...asked];
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
