import { fittedAlpha } from '../../metrics/fitted-alpha.ts';
import { rowName } from '../../metrics/row-name.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Report } from '../report.ts';

/** Alpha of a model's layers over the checkpoints of a training, or over the runs that have analysed it. */
export interface Trend {
  /** What the points are numbered by. */
  readonly axis: 'step' | 'checkpoint' | 'run';
  /** Ascending. */
  readonly points: readonly TrendPoint[];
  /** Those first that need attention. */
  readonly layers: readonly TrendLayer[];
}

export interface TrendPoint {
  /** Where it lies on the axis. */
  readonly at: number;
  /** The checkpoint, or the run's time and commit. */
  readonly name: string;
  readonly verdict: Verdict;
}

export interface TrendLayer {
  readonly name: string;
  /** Of each point; null where the layer is missing or has none. */
  readonly alphas: readonly (number | null)[];
  readonly threshold: number;
  /** The first and the last alpha that there is. */
  readonly first: number | null;
  readonly last: number | null;
  readonly lowest: { readonly alpha: number; readonly at: number } | null;
  /** Where alpha was below the threshold first, and whether the last one no longer is. */
  readonly below: { readonly at: number; readonly recovered: boolean } | null;
}

/** What is known of one point of a trend. */
export interface TrendRun extends TrendPoint {
  readonly alphas: ReadonlyMap<string, number | null>;
}

/** What a report knows of its point. */
export function foundIn({ summary, layers }: Report): Pick<TrendRun, 'verdict' | 'alphas'> {
  return {
    verdict: summary.verdict,
    alphas: new Map(layers.map((layer) => [rowName(layer), fittedAlpha(layer)])),
  };
}

/**
 * @param runs ascending on the axis.
 * @param thresholds of the layers that the trend is to have, in the model's order.
 */
export function buildTrend(
  axis: Trend['axis'],
  runs: readonly TrendRun[],
  thresholds: ReadonlyMap<string, number>,
): Trend {
  const layers = [...thresholds].map(([name, threshold]) => {
    const alphas = runs.map((run) => run.alphas.get(name) ?? null);
    return { name, alphas, threshold, ...courseOf(alphas, threshold, runs) };
  });
  return {
    axis,
    points: runs.map(({ at, name, verdict }) => ({ at, name, verdict })),
    layers: layers.sort(byAttention),
  };
}

function courseOf(
  alphas: readonly (number | null)[],
  threshold: number,
  runs: readonly TrendRun[],
): Pick<TrendLayer, 'first' | 'last' | 'lowest' | 'below'> {
  const known = alphas.flatMap((alpha, index) => (alpha === null ? [] : [{ alpha, at: runs[index]!.at }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined)
    return { first: null, last: null, lowest: null, below: null };
  const below = known.find(({ alpha }) => alpha < threshold);
  return {
    first: first.alpha,
    last: last.alpha,
    lowest: known.reduce((least, point) => (point.alpha < least.alpha ? point : least)),
    below: below === undefined ? null : { at: below.at, recovered: last.alpha >= threshold },
  };
}

/** Layers that are below their threshold now, those that have been, and the others; of each the lowest first. */
function byAttention(a: TrendLayer, b: TrendLayer): number {
  return rank(a) - rank(b) || (a.lowest?.alpha ?? Infinity) - (b.lowest?.alpha ?? Infinity) || 0;
}

function rank({ below, lowest }: TrendLayer): number {
  if (lowest === null) return 3;
  if (below === null) return 2;
  return below.recovered ? 1 : 0;
}
