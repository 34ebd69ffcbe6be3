import type { PowerLawFit } from './power-law.ts';
import { tailOf } from './uncertainty/alternatives/tail.ts';
import { cutOffMoments, truncatedPowerLaw } from './uncertainty/alternatives/truncated-power-law.ts';

/** A power law with exponential cut-off, p(x) ∝ x^(−alpha) e^(−Λx), fitted to a tail. */
export interface TruncatedFit extends PowerLawFit {
  /** Λ, in units of 1/x, at least 0. */
  readonly Lambda: number;
}

/**
 * The power law with exponential cut-off nearest to the data by Kolmogorov-Smirnov distance, of those of maximum likelihood
 * (alpha ≥ 1, Λ ≥ 0) on the given tails; WeightWatcher's `TPL`.
 *
 * @param values positive and ascending.
 */
export function fitTruncatedAmong(values: Float64Array, starts: readonly number[]): TruncatedFit | undefined {
  let best: TruncatedFit | undefined;
  for (const start of starts) {
    const xmin = values[start]!;
    const tail = tailOf(values.subarray(start), xmin);
    if (tail === undefined) continue;
    const { slope, theta } = truncatedPowerLaw(tail);
    const D = distanceOf(tail.t, slope, theta, best?.D ?? 1);
    if (D >= (best?.D ?? 1)) continue;
    const size = tail.t.length;
    const fit = { xmin, xmax: values.at(-1)!, tail: size, sigma: slope / Math.sqrt(size) };
    best = { ...fit, alpha: 1 + slope, Lambda: theta / xmin, D };
  }
  return best;
}

/**
 * max |F(x) − k/t|, given up where it is `enough`. The part of the density beyond t is that of a cut-off which begins there:
 * 1 − F(t) = e^(−at − θ(e^t − 1)) · area(a, θe^t) / area(a, θ).
 */
function distanceOf(t: Float64Array, slope: number, theta: number, enough: number): number {
  const whole = areaOf(slope, theta);
  let D = 0;
  for (const [k, u] of t.entries()) {
    const beyond =
      Math.exp(-slope * u - theta * Math.expm1(u)) * (areaOf(slope, theta * Math.exp(u)) / whole);
    D = Math.max(D, Math.abs(1 - beyond - k / t.length));
    if (D >= enough) break;
  }
  return D;
}

/** Without a cut-off the density is exponential over t. */
function areaOf(slope: number, theta: number): number {
  return theta === 0 ? 1 / slope : cutOffMoments(slope, theta).area;
}
