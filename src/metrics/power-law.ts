/**
 * The power law p(x) ∝ x^(−alpha) fitted to the tail of a layer's eigenvalues: for every possible start of the tail
 * the exponent of maximum likelihood, and of those the start whose fit lies nearest to the data by
 * Kolmogorov-Smirnov distance.
 *
 * Source: Clauset, Shalizi, Newman, "Power-law distributions in empirical data", SIAM Review 51 (2009), section 3;
 * in the form that WeightWatcher 0.7.7 gives it (`WWFit`): the empirical distribution is k/t, and below 20 values
 * alpha is corrected for bias and tails need at least 8 values.
 */

export interface PowerLawFit {
  /** Exponent, finite and greater than 1. */
  readonly alpha: number;
  /** Kolmogorov-Smirnov distance, 0 to 1. */
  readonly D: number;
  /** Standard error of alpha, (alpha − 1)/√tail. */
  readonly sigma: number;
  /** The smallest and the largest value of the tail. */
  readonly xmin: number;
  readonly xmax: number;
  /** How many values the tail has. */
  readonly tail: number;
}

/** Fewer values than this get the fit for small samples. */
const SMALL_SAMPLE = 20;

/** The shortest tail that the fit for small samples considers. */
const SHORTEST_TAIL = 8;

/** Below this sum of logarithms a tail is one value many times over. */
const DEGENERATE = 1e-12;

/** Distance of the candidates that are tried first, to know what the others have to compete with. */
const CANDIDATE_STEP = 64;

/** Distance of the points at which a candidate is tried before all of its points are. */
const SAMPLING_STEP = 32;

/**
 * Fits the tail of `values`.
 *
 * @param values positive and ascending.
 * @returns undefined where nothing can be fitted: fewer than 2 values, or all of them equal.
 */
export function fitPowerLaw(values: Float64Array): PowerLawFit | undefined {
  const best = bestCandidate(values);
  return best === undefined || !Number.isFinite(best.alpha) ? undefined : toFit(values, best);
}

/**
 * As WeightWatcher 0.7.7 has it where there is no power law: alpha is infinite where the largest of 20 values or more are
 * equal, and 0 where fewer are all equal. Of fewer than 8 values, and of those, sigma is that of an alpha of 0.
 */
export function fitPowerLawLiterally(values: Float64Array): PowerLawFit | undefined {
  const n = values.length;
  if (n < 2) return undefined;
  const best = bestCandidate(values);
  const fit = toFit(values, best ?? { start: 0, alpha: 0, D: 1 });
  return best === undefined || n < SHORTEST_TAIL ? { ...fit, sigma: -1 / Math.sqrt(n) } : fit;
}

function bestCandidate(values: Float64Array): Candidate | undefined {
  if (values.length < 2) return undefined;
  const logs = values.map(Math.log);
  return values.length < SMALL_SAMPLE ? scanSmallSample(logs) : scan(logs);
}

function toFit(values: Float64Array, { start, alpha, D }: Candidate): PowerLawFit {
  const tail = values.length - start;
  const sigma = (alpha - 1) / Math.sqrt(tail);
  return { alpha, D, sigma, xmin: values[start]!, xmax: values.at(-1)!, tail };
}

/** The power law of maximum likelihood on one tail of a sample, whether or not it is the best of them. */
export interface TailFit {
  /** Exponent, finite and greater than 1. */
  readonly alpha: number;
  /** Kolmogorov-Smirnov distance, 0 to 1. */
  readonly D: number;
  /** How many values the tail has. */
  readonly tail: number;
}

/**
 * Every tail that `fitPowerLaw` considers and whose fit lies nearer to the data than `distance`, the longest tail
 * first.
 *
 * @param logs logarithms of the values, ascending.
 */
export function* tailsNearerThan(logs: Float64Array, distance: number): Generator<TailFit> {
  const n = logs.length;
  const small = n < SMALL_SAMPLE;
  const starts = small ? Math.max(n - SHORTEST_TAIL + 1, 1) : n - 1;
  const sums = sumsOfLogExcess(logs);
  let farthest = n - 1;
  for (let start = 0; start < starts; start++) {
    if (sums[start]! <= (small ? DEGENERATE : 0)) continue;
    const tail = n - start;
    const alpha = 1 + (small ? tail - 1 : tail) / sums[start]!;
    const { D, at } = ksDistance(logs, start, alpha, distance, farthest);
    farthest = at;
    if (D < distance) yield { alpha, D, tail };
  }
}

/**
 * The fits of some tails, whether or not they are good ones, without those that cannot be fitted.
 *
 * @param values positive and ascending.
 * @param starts indices of the tails' first values.
 */
export function fitTails(
  values: Float64Array,
  starts: readonly number[],
): (TailFit & { readonly start: number })[] {
  const logs = values.map(Math.log);
  const n = logs.length;
  const small = n < SMALL_SAMPLE;
  const sums = sumsOfLogExcess(logs);
  return starts.flatMap((start) => {
    const tail = n - start;
    const sum = sums[start]!;
    if (sum <= DEGENERATE || tail < 2) return [];
    const alpha = 1 + (small ? tail - 1 : tail) / sum;
    return [{ start, alpha, D: ksDistance(logs, start, alpha, Infinity, n - 1).D, tail }];
  });
}

interface Candidate {
  /** Index of the tail's first value. */
  readonly start: number;
  readonly alpha: number;
  readonly D: number;
}

/** Every start is a candidate; the first of the smallest distances wins. */
function scan(logs: Float64Array): Candidate | undefined {
  const n = logs.length;
  const sums = sumsOfLogExcess(logs);
  // What is farther than this cannot win. Without it, candidates that get better one by one would all be looked at in full.
  const atMost = smallestSampledDistance(logs, sums) * (1 + Number.EPSILON) + Number.MIN_VALUE;
  let best: Candidate | undefined;
  let farthest = n - 1;
  for (let start = 0; start < n - 1; start++) {
    const tail = n - start;
    const sum = sums[start]!;
    if (sum < 0) continue;
    if (sum === 0) {
      // All values of the tail are equal: the distribution is a step, and the farthest point its last.
      const D = (tail - 1) / tail;
      if (D < (best?.D ?? 1)) best = { start, alpha: Infinity, D };
      continue;
    }
    const alpha = 1 + tail / sum;
    const enough = Math.min(best?.D ?? 1, atMost);
    const distance = ksDistance(logs, start, alpha, enough, farthest);
    farthest = distance.at;
    if (distance.D < enough) best = { start, alpha, D: distance.D };
  }
  return best;
}

/** The smallest distance among candidates at regular intervals; 1 if there is none. */
function smallestSampledDistance(logs: Float64Array, sums: Float64Array): number {
  const n = logs.length;
  let smallest = 1;
  let farthest = n - 1;
  for (let start = 0; start < n - 1; start += CANDIDATE_STEP) {
    if (!(sums[start]! > 0)) continue;
    const { D, at } = ksDistance(logs, start, 1 + (n - start) / sums[start]!, smallest, farthest);
    farthest = at;
    smallest = Math.min(smallest, D);
  }
  return smallest;
}

function scanSmallSample(logs: Float64Array): Candidate | undefined {
  const n = logs.length;
  const sums = sumsOfLogExcess(logs);
  const candidateAt = (start: number): Candidate => {
    const alpha = 1 + (n - start - 1) / sums[start]!;
    return { start, alpha, D: ksDistance(logs, start, alpha, Infinity, n - 1).D };
  };
  let best: Candidate | undefined;
  for (let start = 0; n - start >= SHORTEST_TAIL; start++) {
    if (sums[start]! <= DEGENERATE) continue;
    const candidate = candidateAt(start);
    if (candidate.D < (best?.D ?? 1)) best = candidate;
  }
  if (best === undefined && sums[0]! > DEGENERATE) best = candidateAt(0);
  return best;
}

/** For each start i, Σ over j ≥ i of (log x_j − log x_i). */
function sumsOfLogExcess(logs: Float64Array): Float64Array {
  const n = logs.length;
  const sums = new Float64Array(n);
  let sum = 0;
  for (let i = n - 1; i >= 0; i--) {
    sum += logs[i]!;
    sums[i] = sum - (n - i) * logs[i]!;
  }
  return sums;
}

/**
 * max over the tail of |F(x) − k/t|, F the fitted distribution and k the number of tail values before x.
 *
 * A candidate that is at least `enough` away somewhere cannot win, and is given up there. Where the last one was
 * farthest this one most likely is as well, so that point is tried first, then a sample, then all: most
 * candidates cost a handful of points, and the winner is the one that a full scan finds.
 */
function ksDistance(
  logs: Float64Array,
  start: number,
  alpha: number,
  enough: number,
  hint: number,
): { D: number; at: number } {
  const n = logs.length;
  const tail = n - start;
  const exponent = 1 - alpha;
  const first = logs[start]!;
  const distanceAt = (j: number) =>
    Math.abs(1 - Math.exp(exponent * (logs[j]! - first)) - (j - start) / tail);

  let D = 0;
  let at = hint;
  if (hint >= start) {
    D = distanceAt(hint);
    if (D >= enough) return { D, at };
  }
  for (const step of [SAMPLING_STEP, 1]) {
    for (let j = start; j < n; j += step) {
      const distance = distanceAt(j);
      if (distance > D) {
        D = distance;
        at = j;
        if (D >= enough) return { D, at };
      }
    }
  }
  return { D, at };
}
