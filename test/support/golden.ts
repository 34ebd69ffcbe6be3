import { expect } from '@jest/globals';
import type { Report, ReportLayer } from '../../src/report/report.ts';

/** A row of WeightWatcher's table; not-a-number and infinities are words. */
export type GoldenRow = Readonly<Record<string, number | string | boolean | null>>;

export interface GoldenRun {
  /** `fed`: every 2-d and 4-d tensor was given to WeightWatcher by name; else by its own reader. */
  readonly mode: string;
  readonly layers: readonly GoldenRow[];
}

/** Columns that count, and have to agree exactly. */
const EXACT = [
  'M',
  'N',
  'rf',
  'num_evals',
  'num_pl_spikes',
  'matrix_rank',
  'rank_loss',
  'weak_rank_loss',
  'layer_type',
  'warning',
] as const;

/** Columns that measure, and have to agree to 1e-6 relative. */
const CLOSE = [
  'Q',
  'alpha',
  'D',
  'sigma',
  'xmin',
  'xmax',
  'alpha_weighted',
  'log_alpha_norm',
  'entropy',
  'lambda_max',
  'norm',
  'log_norm',
  'spectral_norm',
  'log_spectral_norm',
  'stable_rank',
  'sv_max',
  'sv_min',
] as const;

const RELATIVE_TOLERANCE = 1e-6;

/**
 * Compares every row of a WeightWatcher table with the report, column by column.
 *
 * Left out are the peer's known defects: of convolutions `sv_min` (the largest of the slices' minima), and N, M, Q
 * where it swapped them (Q < 1).
 */
export function expectGoldenRows(report: Report, run: GoldenRun): void {
  expect(run.layers.length === 0 || report.layers.length > 0).toBe(true);
  for (const golden of run.layers) {
    const layer = layerOf(report, golden);
    const swapped = (golden['Q'] as number) < 1;
    for (const column of EXACT) {
      if (swapped && (column === 'N' || column === 'M')) continue;
      expect([layer.longname, column, layer[column]]).toEqual([layer.longname, column, golden[column]]);
    }
    for (const column of CLOSE) {
      if (swapped && column === 'Q') continue;
      if (golden['layer_type'] === 'conv2d' && column === 'sv_min') continue;
      expectClose(layer, column, golden[column] as number);
    }
    expect([layer.longname, layer.status]).toEqual([layer.longname, golden['status']]);
  }
}

function layerOf(report: Report, golden: GoldenRow): ReportLayer {
  const name = withoutWeight(golden['longname'] as string);
  const layer = report.layers.find((candidate) => withoutWeight(candidate.longname) === name);
  if (layer === undefined) throw new Error(`the report has no layer ${name}`);
  return layer;
}

function withoutWeight(name: string): string {
  return name.replace(/\.weight$/, '');
}

function expectClose(layer: ReportLayer, column: (typeof CLOSE)[number], golden: number): void {
  const value = layer[column];
  const difference =
    value === null ? Number.NaN : Math.abs(value - golden) / Math.max(Math.abs(golden), Number.MIN_VALUE);
  if (!(difference <= RELATIVE_TOLERANCE)) {
    throw new Error(
      `${layer.longname}: ${column} is ${value}, WeightWatcher has ${golden} (relative difference ${difference})`,
    );
  }
}
