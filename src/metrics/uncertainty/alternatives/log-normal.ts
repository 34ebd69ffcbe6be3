import { findRoot } from '../find-root.ts';
import { type Moments, momentsOf } from '../integrate.ts';
import type { LogDensity, Tail } from './tail.ts';

/** The power law is approached like curvature²; below this the two are the same to within rounding. */
const LEAST_CURVATURE = 1e-6;

/** Below this coefficient of variation less than 10⁻¹⁵ of a normal distribution lies beyond 0. */
const UNCUT = 1 / 8;

/** A bound for the slope below which the coefficient of variation is below `UNCUT`. */
const LEAST_SLOPE = -9;

/**
 * The log-normal distribution of maximum likelihood: t is normal, cut off at 0 (where x = xmin).
 *
 * The density over t is ∝ e^(−at − bt²/2): an exponential family, so that at the maximum the first two moments are
 * those of the data. Their ratio depends on one number only, which is found as a root; it lies between those of
 * an uncut normal distribution and of the power law, b = 0.
 *
 * Sources: Cohen, "Simplified estimators for the normal distribution when samples are singly censored or truncated",
 * Technometrics 1 (1959); del Castillo, "The singly truncated normal distribution: a non-steep exponential family", Annals of
 * the Institute of Statistical Mathematics 46 (1994), for the case that there is no maximum.
 *
 * @returns undefined when the coefficient of variation of t is 1 or more: the likelihood then only grows towards the
 *   power law, which is a log-normal distribution of infinite variance.
 */
export function fitLogNormal({ mean, meanSquare }: Tail): LogDensity | undefined {
  const ratio = meanSquare / mean ** 2;
  if (ratio - 1 < UNCUT ** 2) {
    const variance = meanSquare - mean ** 2;
    return (t) => -((t - mean) ** 2) / (2 * variance) - Math.log(2 * Math.PI * variance) / 2;
  }

  const excessOf = (shape: Shape) => ratioOf(shape) - ratio;
  let best: Shape;
  if (excessOf({ slope: 1, curvature: 1 }) > 0) {
    const excess = (slope: number) => excessOf({ slope, curvature: 1 });
    best = { slope: findRoot(excess, LEAST_SLOPE, 1, 1e-10), curvature: 1 };
  } else {
    const excess = (curvature: number) => excessOf({ slope: 1, curvature });
    if (excess(LEAST_CURVATURE) <= 0) return undefined;
    best = { slope: 1, curvature: findRoot(excess, LEAST_CURVATURE, 1, 1e-10) };
  }

  const { area, first } = shapeMoments(best);
  const scale = first / mean;
  const logArea = Math.log(area / scale);
  return (t) => exponentOf(best, t * scale) - logArea;
}

/** The density ∝ e^(−slope·w − curvature·w²/2) over w ≥ 0. */
interface Shape {
  readonly slope: number;
  readonly curvature: number;
}

/** At most 0: where the density rises first, it is taken relative to its peak. */
function exponentOf({ slope, curvature }: Shape, w: number): number {
  return slope < 0 ? (-curvature * (w + slope / curvature) ** 2) / 2 : -slope * w - (curvature * w * w) / 2;
}

function shapeMoments(shape: Shape): Moments {
  return momentsOf(
    (w) => Math.exp(exponentOf(shape, w)),
    (w) => w,
    (w) => w * w,
  );
}

/** Mean of w² over the square of the mean of w: from nearly 1 (slope −∞) to 2 (curvature 0). */
function ratioOf(shape: Shape): number {
  const { first, second } = shapeMoments(shape);
  return second / first ** 2;
}
