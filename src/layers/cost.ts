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
