import { findRoot } from '../find-root.ts';
import { type LogDensity, meanOf, type Tail } from './tail.ts';

/** β·(largest t) below which the distribution is a power law to within rounding. */
const LEAST_CURVATURE = 1e-6;

/**
 * The stretched exponential (Weibull) of maximum likelihood: p(x) ∝ x^(β−1) e^(−(λx)^β), β > 0.
 *
 * With z = x/xmin and c = (λ·xmin)^β the density over t is cβ·e^(βt)·e^(−c(z^β − 1)). For a given β the best c is
 * 1/mean(z^β − 1), and the likelihood that is left is concave in β: ln mean((e^(βt) − 1)/β) is convex, being the
 * logarithm of a mixture of exponentials. So its derivative has one root at most.
 *
 * @returns undefined when the likelihood only grows towards β = 0, where the distribution becomes the power law.
 */
export function fitStretchedExponential({ t, mean }: Tail): LogDensity | undefined {
  const longest = t.at(-1)!;
  // Both are taken relative to their value at the longest t, so that they cannot overflow.
  const power = (beta: number, u: number) => Math.exp(beta * (u - longest));
  const excess = (beta: number, u: number) => -Math.expm1(-beta * u) * power(beta, u);
  const meanExcess = (beta: number) => meanOf(t, (u) => excess(beta, u));
  // The derivative by β.
  const slope = (beta: number) => mean + 1 / beta - meanOf(t, (u) => u * power(beta, u)) / meanExcess(beta);

  const least = LEAST_CURVATURE / longest;
  if (slope(least) <= 0) return undefined;
  // As β grows the slope tends to mean − longest, which is negative.
  let most = 1 / mean;
  while (slope(most) > 0) most *= 2;
  const beta = findRoot(slope, least, most, 1e-9 / mean);
  const c = 1 / meanExcess(beta);
  return (u) => Math.log(c * beta) + beta * (u - longest) - c * excess(beta, u);
}
