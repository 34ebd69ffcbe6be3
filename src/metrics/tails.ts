import type { PowerLawFit } from './power-law.ts';

/** Bins of the density over log10 λ whose fullest is its peak. */
const PEAK_BINS = 100;

/** Starts of tails that are near the peak of the density: from this share of it to that. */
const FROM_PEAK = 0.95;
const TO_PEAK = 1.5;

/** Every start of a tail of at least two values. */
export function allStarts(values: Float64Array): readonly number[] {
  return Array.from({ length: Math.max(values.length - 1, 0) }, (_, start) => start);
}

/**
 * Starts near the peak of the density of log10 λ, as WeightWatcher's `fix_fingers: xmin_peak` has them.
 *
 * @param values positive and ascending.
 * @param literal take the logarithm of the lower bound for the bound itself, and leave out the last start.
 */
export function startsNearPeak(values: Float64Array, literal: boolean): readonly number[] {
  const peak = 10 ** peakOf(values.map(Math.log10));
  const bounds = [literal ? Math.log10(FROM_PEAK * peak) : FROM_PEAK * peak, TO_PEAK * peak];
  const [from, to] = [Math.min(...bounds), Math.max(...bounds)];
  const starts = [...values.keys()].filter(
    (index) => values[index]! >= from && values[index]! <= to && values[index] !== values[index - 1],
  );
  return literal ? starts.slice(0, -1) : starts.filter((start) => start < values.length - 1);
}

/**
 * The left edge of the fullest of equal bins, the first of several.
 *
 * @param logs ascending, at least one.
 */
function peakOf(logs: Float64Array): number {
  const first = logs[0]!;
  const width = (logs.at(-1)! - first) / PEAK_BINS;
  if (width === 0) return first;
  const counts = new Uint32Array(PEAK_BINS);
  for (const log of logs) counts[Math.min(Math.floor((log - first) / width), PEAK_BINS - 1)]!++;
  return first + width * counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
}

/**
 * The power law nearest to the data by Kolmogorov-Smirnov distance, of those of maximum likelihood on the given tails; as
 * the package `powerlaw` fits it, without rules for small samples.
 *
 * Source: Alstott, Bullmore and Plenz, "powerlaw: a Python package for analysis of heavy-tailed distributions", PLoS ONE 9
 * (2014).
 *
 * @param values positive and ascending.
 * @param isBounded whether the law ends at the largest value: its distribution is 1 there; alpha stays as it is.
 */
export function fitPowerLawAmong(
  values: Float64Array,
  starts: readonly number[],
  isBounded: boolean,
): PowerLawFit | undefined {
  const logs = values.map(Math.log);
  const n = logs.length;
  const sums = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) sums[i] = sums[i + 1]! + logs[i]!;
  let farthest = n - 1;
  let best: { readonly start: number; readonly alpha: number; readonly D: number } | undefined;
  for (const start of starts) {
    const tail = n - start;
    const first = logs[start]!;
    const alpha = 1 + tail / (sums[start]! - tail * first);
    if (!(alpha > 1 && Number.isFinite(alpha))) continue;
    const below = (log: number) => -Math.expm1((1 - alpha) * (log - first));
    const whole = isBounded ? below(logs[n - 1]!) : 1;
    const distanceAt = (j: number) => Math.abs(below(logs[j]!) / whole - (j - start) / tail);
    // Where the last candidate was farthest this one most likely is as well: few have to be looked at in full.
    let D = distanceAt(Math.max(farthest, start));
    for (let j = start; j < n && D < (best?.D ?? 1); j++) {
      const distance = distanceAt(j);
      if (distance <= D) continue;
      D = distance;
      farthest = j;
    }
    if (D < (best?.D ?? 1)) best = { start, alpha, D };
  }
  if (best === undefined) return undefined;
  const { start, alpha, D } = best;
  const tail = n - start;
  return { alpha, D, sigma: (alpha - 1) / Math.sqrt(tail), xmin: values[start]!, xmax: values[n - 1]!, tail };
}
