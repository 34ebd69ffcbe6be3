import type { LogBins } from '../../metrics/spectrum-curves.ts';

/** What spectra are plotted over. */
export const EIGENVALUE = 'eigenvalue λ';

/** A histogram: of each bin its edges, and the share of the eigenvalues that lie in it. */
export type Bars = readonly { readonly from: number; readonly to: number; readonly height: number }[];

export function barsOf({ from, to, counts }: LogBins): Bars {
  const step = (to - from) / counts.length;
  const total = totalOf(counts);
  return counts.map((count, index) => ({
    from: 10 ** (from + index * step),
    to: 10 ** (from + (index + 1) * step),
    height: count / total,
  }));
}

export function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) || 1;
}

export function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

export function upTo(bars: Bars): [number, number] {
  return [0, Math.max(...bars.map(({ height }) => height))];
}
