import { type PowerLawFit, tailsNearerThan } from '../power-law.ts';
import type { RandomStream } from './random.ts';

export interface GoodnessOfFitOptions {
  /** The most replicas to draw, at least 1. */
  readonly replicas: number;
  /** Drawing ends when this many replicas were as far from their fit as the data, at least 2. */
  readonly sufficient: number;
}

export interface GoodnessOfFit {
  /** Probability that a sample of the fitted power law lies at least as far from its own fit as the data do. */
  readonly pValue: number;
  /** How many replicas that is estimated from. */
  readonly replicas: number;
}

/** A standard error of at most 0.02 wherever p is below 0.1, which is where the decision lies. */
export const DEFAULT_GOODNESS_OF_FIT: GoodnessOfFitOptions = { replicas: 1000, sufficient: 25 };

/**
 * Tests whether the tail may be a power law: replicas are drawn from the fit (below xmin from the data themselves),
 * each is fitted like the data, its own start of the tail included, and p is the share of those whose
 * Kolmogorov-Smirnov distance is at least the data's. A small p, such as below 0.1, rules the power law out.
 *
 * Source: Clauset, Shalizi, Newman (2009), section 4.1. A replica is not fitted to the end: it is nearer than the data as
 * soon as one of its tails is. Drawing ends early when `sufficient` replicas were farther; p is then
 * (sufficient − 1)/(drawn − 1), which is unbiased (Girshick, Mosteller, Savage, "Unbiased estimates for certain binomial
 * sampling problems", Annals of Mathematical Statistics 17, 1946).
 *
 * @param values what was fitted: positive and ascending.
 * @param fit `fitPowerLaw(values)`.
 */
export function goodnessOfFit(
  values: Float64Array,
  fit: PowerLawFit,
  random: RandomStream,
  { replicas, sufficient }: GoodnessOfFitOptions = DEFAULT_GOODNESS_OF_FIT,
): GoodnessOfFit {
  const logs = values.map(Math.log);
  const replica = new Float64Array(logs.length);
  let drawn = 0;
  let farther = 0;
  while (drawn < replicas && farther < sufficient) {
    drawReplica(logs, fit, random, replica);
    drawn++;
    if (!isNearer(replica, fit.D)) farther++;
  }
  const pValue = farther === sufficient ? (farther - 1) / (drawn - 1) : farther / drawn;
  return { pValue, replicas: drawn };
}

function isNearer(logs: Float64Array, distance: number): boolean {
  return tailsNearerThan(logs, distance).next().done === false;
}

/**
 * Fills `replica` with the ascending logarithms of a sample that is a power law from xmin on and below it like the
 * data. Both parts are drawn in order, which spares sorting them.
 */
function drawReplica(
  logs: Float64Array,
  { alpha, tail }: PowerLawFit,
  random: RandomStream,
  replica: Float64Array,
): void {
  const n = logs.length;
  const body = n - tail;
  const copies = new Uint32Array(body);
  let inTail = 0;
  for (let i = 0; i < n; i++) {
    const drawn = random.integer(n);
    if (drawn < body) copies[drawn]!++;
    else inTail++;
  }

  let filled = 0;
  for (let i = 0; i < body; i++) {
    for (let copy = 0; copy < copies[i]!; copy++) replica[filled++] = logs[i]!;
  }
  // The gaps between ordered exponential variables are exponential themselves (Rényi, 1953).
  let log = logs[body]!;
  for (let left = inTail; left > 0; left--) {
    log += random.exponential() / ((alpha - 1) * left);
    replica[filled++] = log;
  }
}
