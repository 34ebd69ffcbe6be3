import type { Layer } from './layer.ts';

/**
 * Work that a layer's spectrum takes: multiply-adds of its Gram matrices and of reducing them to their eigenvalues.
 * Good for ordering layers and for estimates, not exact.
 */
export function multiplyAddsOf({ matrices }: Pick<Layer, 'matrices'>): number {
  const { rows, cols } = matrices[0]!;
  const M = Math.min(rows, cols);
  return matrices.length * M * M * (Math.max(rows, cols) / 2 + (2 / 3) * M);
}

/** Multiply-adds a second that one thread of an ordinary runner does; machines differ by a factor of three. */
const ASSUMED_MULTIPLY_ADDS_PER_SECOND = 5e9;

/** Seconds that a layer's spectrum takes one thread, at a speed that is assumed. */
export function estimatedSecondsOf(layer: Pick<Layer, 'matrices'>): number {
  return multiplyAddsOf(layer) / ASSUMED_MULTIPLY_ADDS_PER_SECOND;
}
