import type { RandomStream } from '../../../../src/metrics/uncertainty/random.ts';

/** An ascending sample of p(x) ∝ x^(−alpha), x ≥ 1. */
export function paretoSample(random: RandomStream, n: number, alpha: number): Float64Array {
  return Float64Array.from({ length: n }, () => Math.exp(random.exponential() / (alpha - 1))).sort();
}
