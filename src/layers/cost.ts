import type { Layer } from './layer.ts';

/**
 * Work that a layer's spectrum takes: multiply-adds of its Gram matrices and of reducing them to their eigenvalues.
 * Good for ordering layers and for estimates, not exact.
 */
export function multiplyAddsOf({ N, M, receptiveField }: Pick<Layer, 'N' | 'M' | 'receptiveField'>): number {
  return receptiveField * M * M * (N / 2 + (2 / 3) * M);
}
