import { expect } from '@jest/globals';
import { withoutWeight } from '../../src/layers/name-pattern.ts';
import type { Report, ReportLayer } from '../../src/report/report.ts';

/** A row of WeightWatcher's table; not-a-number and infinities are words. */
export type GoldenRow = Readonly<Record<string, number | string | boolean | null>>;

export interface GoldenRun {
  /** `fed`: every 2-d and 4-d tensor was given to WeightWatcher by name; else by its own reader. */
  readonly mode: string;
  /** What the report calls a layer, by the name in the table; where they differ. */
  readonly names?: Readonly<Record<string, string>>;
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
 * where it swapped them (Q < 1). A row that the report has no layer for must be among the skipped tensors, for one
 * of the reasons that docs/differences.md gives.
 */
export function expectGoldenRows(report: Report, run: GoldenRun): void {
  for (const golden of run.layers) {
    const layer = layerOf(report, golden, run.names);
    if (layer !== undefined) expectGoldenRow(layer, golden);
  }
}

/** Compares one row, as `expectGoldenRows` does. */
export function expectGoldenRow(layer: ReportLayer, golden: GoldenRow, tolerance = RELATIVE_TOLERANCE): void {
  const swapped = isSwapped(golden);
  for (const column of EXACT) {
    if (swapped && (column === 'N' || column === 'M')) continue;
    expect([layer.longname, column, layer[column]]).toEqual([layer.longname, column, golden[column]]);
  }
  for (const column of CLOSE) {
    if (swapped && column === 'Q') continue;
    if (golden['layer_type'] === 'conv2d' && column === 'sv_min') continue;
    expectClose(layer, column, golden[column] as number, tolerance);
  }
  expect([layer.longname, layer.status]).toEqual([layer.longname, golden['status']]);
}

/** What the peer leaves out when it reads a model itself, and had when it was given all matrices by name. */
const LEFT_OUT = /names without \.weight|first dimension of 1/;

/**
 * Compares every row with the report of an analysis that is meant to be WeightWatcher's own: no defect is left out, and
 * the report has no other rows. Ids and endings of names are compared where the peer read the model itself.
 */
export function expectLiteralRows(report: Report, run: GoldenRun): void {
  const isFed = run.mode === 'fed';
  const leftOut = new Set(
    report.skipped.filter(({ reason }) => LEFT_OUT.test(reason)).map(({ name }) => withoutWeight(name)),
  );
  const rows = run.layers.filter((row) => !isFed || !leftOut.has(withoutWeight(row['longname'] as string)));
  const names = run.names ?? {};
  const plain = (name: unknown) => withoutWeight(names[String(name)] ?? String(name));
  const identity = ({ layer_id, slice_id, name, longname }: GoldenRow | ReportLayer) =>
    isFed ? [slice_id, plain(name), plain(longname)] : [layer_id, slice_id, name, longname];
  // What it was given by name came in an order of its own.
  const ordered = <Row extends GoldenRow | ReportLayer>(all: readonly Row[]) =>
    isFed ? all.toSorted((a, b) => (plain(a.longname) < plain(b.longname) ? -1 : 1)) : all;
  const layers = ordered(report.layers);
  expect(layers.map(identity)).toEqual(ordered(rows).map(identity));
  for (const [index, golden] of ordered(rows).entries()) {
    const layer = layers[index]!;
    if (isFed && isKernelOfOneChannel(golden)) continue;
    for (const column of EXACT)
      expect([layer.longname, column, layer[column]]).toEqual([layer.longname, column, golden[column]]);
    for (const column of CLOSE) expectClose(layer, column, golden[column] as number, RELATIVE_TOLERANCE);
    expect([layer.longname, layer.status]).toEqual([layer.longname, golden['status']]);
  }
}

/** Columns that say which layer it is, or nothing. */
const IDENTITY = new Set(['layer_id', 'slice_id', 'name', 'longname', 'has_esd']);

/** A singular value this small beside the largest is rounding, as is what is computed of its eigenvalue alone. */
const ROUNDING = 1e-14;

/**
 * Compares every column of a row with the layer of an analysis that is meant to be WeightWatcher's own: words and whole
 * numbers exactly, others to 1e-6 relative; what JSON has no number for, and None, is null.
 */
export function expectWholeRow(layer: ReportLayer, golden: GoldenRow, ignored: readonly string[] = []): void {
  for (const [column, expected] of Object.entries(golden)) {
    if (IDENTITY.has(column) || ignored.includes(column)) continue;
    const found = (layer as Readonly<Record<string, unknown>>)[column];
    const where = [layer.longname, column, found, expected];
    if (typeof expected !== 'number') {
      const word = expected === null || NO_NUMBER.test(String(expected)) ? null : expected;
      expect([where, found ?? null]).toEqual([where, word]);
    } else if (WHOLE.has(column)) expect([where, found]).toEqual([where, expected]);
    else {
      const difference = Math.abs((found as number) - expected);
      const rounding = ROUNDING * (noiseScale(column, golden) ?? 0);
      expect([where, difference <= Math.max(RELATIVE_TOLERANCE * Math.abs(expected), rounding)]).toEqual([
        where,
        true,
      ]);
    }
  }
}

const NO_NUMBER = /^(?:NaN|-?Infinity)$/;

/** Columns of whole numbers. */
const WHOLE: ReadonlySet<string> = new Set([
  ...EXACT,
  'num_spikes',
  'num_fingers',
  'num_traps',
  'rand_num_spikes',
  'detX_num',
  'num_ERG_spikes',
  'ERG_gap',
]);

/** What a column that one singular value decides is large or small beside. */
function noiseScale(column: string, { sv_max, lambda_max }: GoldenRow): number | undefined {
  if (column === 'sv_min') return sv_max as number;
  if (column === 'detX_val') return lambda_max as number;
  return column === 'detX_val_unrescaled' ? 1 : undefined;
}

/**
 * The peer takes no kernel whose first dimension is 1; these were given to it with the first two exchanged, which its
 * rules for shapes treat in another way.
 */
function isKernelOfOneChannel({ layer_type, M }: GoldenRow): boolean {
  return layer_type === 'conv2d' && M === 1;
}

/** The layer of a golden row; of tied weights the one that was analysed; undefined for a tensor that is rightly skipped. */
function layerOf(report: Report, golden: GoldenRow, names: GoldenRun['names'] = {}): ReportLayer | undefined {
  const longname = golden['longname'] as string;
  const name = withoutWeight(names[longname] ?? longname);
  const layer = report.layers.find((candidate) => withoutWeight(candidate.longname) === name);
  if (layer !== undefined) return layer;

  const reason = report.skipped.find((skipped) => withoutWeight(skipped.name) === name)?.reason;
  if (reason === undefined) throw new Error(`the report says nothing of ${name}`);
  const owner = /^the same weights as (.*)$/.exec(reason)?.[1];
  if (owner !== undefined) {
    return report.layers.find((candidate) => withoutWeight(candidate.longname) === withoutWeight(owner));
  }
  const isVector = Math.min(golden['N'] as number, golden['M'] as number) === 1;
  // Where the peer swaps N and M it counts too many eigenvalues, and a layer below min_evals slips through.
  const slippedThrough = isSwapped(golden) && (golden['num_evals'] as number) < 8;
  if (isVector) expect([name, reason]).toEqual([name, 'M = 1: the eigenvalue of a vector is its norm']);
  else
    expect([name, reason, slippedThrough]).toEqual([
      name,
      expect.stringMatching(/fewer than min_evals/),
      true,
    ]);
  return undefined;
}

function isSwapped(golden: GoldenRow): boolean {
  return (golden['Q'] as number) < 1;
}

function expectClose(
  layer: ReportLayer,
  column: (typeof CLOSE)[number],
  golden: number,
  tolerance: number,
): void {
  const value = layer[column];
  const difference =
    value === null ? Number.NaN : Math.abs(value - golden) / Math.max(Math.abs(golden), Number.MIN_VALUE);
  if (!(difference <= tolerance)) {
    throw new Error(
      `${layer.longname}: ${column} is ${value}, WeightWatcher has ${golden} (relative difference ${difference})`,
    );
  }
}
