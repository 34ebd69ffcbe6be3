import type { CutEigenvalues } from './cut-eigenvalues.ts';
import { fitTails } from './power-law.ts';

/**
 * What plots of a layer's spectrum need, in a bounded number of points: eigenvalues themselves would be megabytes for
 * each layer.
 */
export interface SpectrumCurves {
  /** Eigenvalues counted in bins of equal width of log₁₀ λ, between the two given logarithms; zeros are left out. */
  readonly log_bins: LogBins;
  /** Eigenvalues counted in bins of equal width of λ, from 0 to the largest. */
  readonly bins: { readonly to: number; readonly counts: number[] };
  /** The same as `log_bins` of the weights in random order; absent where they were not looked at. */
  readonly random_log_bins?: LogBins | undefined;
  /** Starts of tails that the fit considered, ascending, the best among them; and of each its fit. */
  readonly scan: { readonly xmin: number[]; readonly D: number[]; readonly alpha: number[] };
}

export interface LogBins {
  readonly from: number;
  readonly to: number;
  readonly counts: number[];
}

/** Digits of a plotted number: more cannot be seen. */
const DIGITS = 5;

/**
 * @param eigenvalues ascending, not all zero.
 * @param bestXmin where the fitted tail starts; undefined where there is no fit.
 * @param points most points of a curve, at least 2.
 * @param random eigenvalues of the weights in random order, ascending.
 */
export function spectrumCurves(
  eigenvalues: Float64Array,
  cut: CutEigenvalues,
  bestXmin: number | undefined,
  points: number,
  random?: Float64Array,
): SpectrumCurves {
  const largest = eigenvalues.at(-1)!;
  return {
    log_bins: logBinsOf(eigenvalues, points),
    bins: { to: largest, counts: countIn(eigenvalues, 0, largest, points) },
    ...(random !== undefined && random.at(-1)! > 0 && { random_log_bins: logBinsOf(random, points) }),
    scan: scanOf(cut, bestXmin, points),
  };
}

/** @param values ascending, not all zero. */
function logBinsOf(values: Float64Array, points: number): LogBins {
  const largest = values.at(-1)!;
  // What is zero to working precision would stretch the logarithmic axis by ten empty decades.
  const smallest = values.find((value) => value > largest * Number.EPSILON) ?? largest;
  const [from, to] = [Math.log10(smallest), Math.log10(largest)];
  const positive = values.filter((value) => value >= smallest);
  return { from, to, counts: countIn(positive.map(Math.log10), from, to, points) };
}

function countIn(values: Float64Array, from: number, to: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  const width = (to - from) / bins;
  for (const value of values) {
    const bin = width === 0 ? 0 : Math.floor((value - from) / width);
    // Rounding may put the largest value, or the smallest, just outside.
    counts[Math.min(Math.max(bin, 0), bins - 1)]!++;
  }
  return counts;
}

function scanOf(
  { usable, original }: CutEigenvalues,
  bestXmin: number | undefined,
  points: number,
): SpectrumCurves['scan'] {
  const starts = bestXmin === undefined ? [] : startsToShow(usable, bestXmin, points);
  const fits = fitTails(usable, starts);
  return {
    xmin: fits.map(({ start }) => rounded(original(usable[start]!))),
    D: fits.map(({ D }) => rounded(D)),
    alpha: fits.map(({ alpha }) => rounded(alpha)),
  };
}

/** Indices of tails' first values, about as far from each other on a logarithmic axis, the best one among them. */
function startsToShow(values: Float64Array, best: number, points: number): number[] {
  const first = Math.log(values[0]!);
  const step = (Math.log(values.at(-1)!) - first) / (points - 1);
  const starts = new Set([values.indexOf(best)]);
  let next = first;
  for (const [index, value] of values.entries()) {
    if (starts.size === points) break;
    if (Math.log(value) < next) continue;
    starts.add(index);
    next = Math.max(next + step, Math.log(value));
  }
  return [...starts].sort((a, b) => a - b);
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
