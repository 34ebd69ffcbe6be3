/**
 * The tail of a sample as every distribution here sees it: t = ln(x/xmin), at least 0. A density over t differs from
 * the density over x by the factor x, the same for all distributions, so that it cancels from ratios of likelihoods.
 */
export interface Tail {
  /** Ascending; the first is 0, and not all are. */
  readonly t: Float64Array;
  /** Mean of t. */
  readonly mean: number;
  /** Mean of t². */
  readonly meanSquare: number;
  /** Mean of x/xmin − 1. */
  readonly meanExcess: number;
}

/** The natural logarithm of a probability density over t. */
export type LogDensity = (t: number) => number;

/** @returns undefined when no two values of the tail differ, or their ratio is beyond the largest number. */
export function tailOf(values: Float64Array, xmin: number): Tail | undefined {
  const t = values.filter((x) => x >= xmin).map((x) => Math.log(x / xmin));
  const mean = meanOf(t, (u) => u);
  const meanExcess = meanOf(t, Math.expm1);
  if (!(mean > 0 && meanExcess < Infinity)) return undefined;
  return { t, mean, meanSquare: meanOf(t, (u) => u * u), meanExcess };
}

export function meanOf(values: Float64Array, f: (value: number) => number): number {
  let sum = 0;
  for (const value of values) sum += f(value);
  return sum / values.length;
}

/** The power law: t is exponential with mean 1/(alpha − 1). */
export function fitPowerLawTo({ mean }: Tail): LogDensity {
  const rate = 1 / mean;
  return (t) => Math.log(rate) - rate * t;
}
