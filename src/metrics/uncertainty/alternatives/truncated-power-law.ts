import { findRoot } from '../find-root.ts';
import { type Moments, momentsOf } from '../integrate.ts';
import type { LogDensity, Tail } from './tail.ts';

/** The density e^(−slope·t − theta·(e^t − 1)) over t, to a factor: alpha is 1 + slope, Λ is theta/xmin. */
export interface TruncatedPowerLaw {
  readonly slope: number;
  readonly theta: number;
}

/** With less than this at the largest value, the cut-off changes no likelihood by more than rounding. */
const LEAST_CUTOFF = 1e-12;

/**
 * The power law with exponential cut-off of maximum likelihood: p(x) ∝ x^(−alpha) e^(−Λx), alpha ≥ 1, Λ ≥ 0.
 *
 * With a = alpha − 1 and θ = Λ·xmin the density over t is ∝ e^(−at − θ(e^t − 1)): an exponential family, whose
 * likelihood is concave, so that the maximum is the only one, inside or on the border alpha = 1. (Below it the density
 * is a gamma distribution's, which is not a power law that ends; the `powerlaw` package has the same bound.)
 * For each θ the best a is the root of E(t) = mean(t); of what is left θ is the root of E(e^t − 1) = mean(e^t − 1).
 *
 * Where the likelihood is largest at Λ = 0, it is the power law itself.
 */
export function truncatedPowerLaw({ t, mean, meanExcess }: Tail): TruncatedPowerLaw {
  const bestSlope = (theta: number) => {
    const excess = (slope: number) => cutOffMoments(slope, theta).first - mean;
    // The mean of t is at most 1/slope, which it is without a cut-off: half of the data's at the end of the bracket.
    return excess(0) <= 0 ? 0 : findRoot(excess, 0, 2 / mean, 1e-11 / mean);
  };
  const surplus = (logTheta: number) => {
    const theta = Math.exp(logTheta);
    return cutOffMoments(bestSlope(theta), theta).second - meanExcess;
  };

  const least = Math.log(LEAST_CUTOFF) - t.at(-1)!;
  if (surplus(least) <= 0) return { slope: 1 / mean, theta: 0 };
  // E(e^t − 1) is less than that of the exponential distribution, 1/θ: half of the data's at the end of the bracket.
  const theta = Math.exp(findRoot(surplus, least, Math.log(2 / meanExcess), 1e-9));
  return { slope: bestSlope(theta), theta };
}

/** @returns undefined when the likelihood is largest at Λ = 0, the power law itself. */
export function fitTruncatedPowerLaw(tail: Tail): LogDensity | undefined {
  const { slope, theta } = truncatedPowerLaw(tail);
  if (theta === 0) return undefined;
  const logArea = Math.log(cutOffMoments(slope, theta).area);
  return (u) => -slope * u - theta * Math.expm1(u) - logArea;
}

/**
 * Moments of the density e^(−at − θ(e^t − 1)): its area, which is e^θ·E_(a+1)(θ) with the generalised exponential integral
 * (DLMF 8.19.3), and the expectations of t and of e^t − 1.
 */
export function cutOffMoments(slope: number, theta: number): Moments {
  // Over v = e^t − 1 the density is (1 + v)^(−a−1)·e^(−θv): its smallest scale is this, its largest 1/θ.
  const scale = 1 / (1 + slope + theta);
  const moments = momentsOf(
    (w) => Math.exp(-(slope + 1) * Math.log1p(scale * w) - theta * scale * w),
    (w) => Math.log1p(scale * w),
    (w) => scale * w,
  );
  return { ...moments, area: scale * moments.area };
}
