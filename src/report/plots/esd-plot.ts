import type { LogBins, SpectrumCurves } from '../../metrics/spectrum-curves.ts';
import type { Axis, Bar, Mark, Plot, Point } from './plot.ts';

/** What spectra are plotted over. */
export const EIGENVALUE = 'eigenvalue λ';

/** A histogram: of each bin its edges, and the share of the eigenvalues that lie in it. */
export type Bars = readonly Bar[];

export function logBars({ from, to, counts }: LogBins): Bars {
  const step = (to - from) / counts.length;
  return barsOf(counts, (edge) => 10 ** (from + edge * step));
}

export function linearBars({ to, counts }: SpectrumCurves['bins']): Bars {
  const step = to / counts.length;
  return barsOf(counts, (edge) => edge * step);
}

function barsOf(counts: readonly number[], edgeAt: (edge: number) => number): Bars {
  const total = totalOf(counts);
  return counts.map((count, index) => ({
    from: edgeAt(index),
    to: edgeAt(index + 1),
    height: count / total,
  }));
}

export function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) || 1;
}

export function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** The tops of bars as one line, so that bars behind it can be seen. */
export function outline(bars: Bars): Point[] {
  return bars.flatMap(({ from, to, height }): Point[] => [
    [from, height],
    [to, height],
  ]);
}

interface EsdParts extends Pick<Plot, 'title' | 'description'> {
  readonly scale: Axis['scale'];
  readonly bars: Bars;
  /** What it is compared with, if with anything. */
  readonly other: Bars;
  /** What lies over the bars. */
  readonly marks: readonly Mark[];
}

/** The empirical spectral density as bars. */
export function esdPlot({ title, description, scale, bars, other, marks }: EsdParts): Plot {
  const all = [...bars, ...other];
  return {
    title,
    description,
    x: { label: EIGENVALUE, scale, domain: extent(all.flatMap(({ from, to }) => [from, to])) },
    y: {
      label: 'share of eigenvalues',
      scale: 'linear',
      domain: [0, Math.max(...all.map(({ height }) => height))],
    },
    marks: [{ kind: 'bars', role: 'data', bars: bars.filter(({ height }) => height > 0) }, ...marks],
  };
}
