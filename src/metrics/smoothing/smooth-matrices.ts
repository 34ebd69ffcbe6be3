import type { DenseMatrix } from '../../layers/formed/dense-matrix.ts';
import type { SpectrumEngine } from '../../spectrum/engine.ts';
import { decompose } from './decompose.ts';

/** How many singular values of a layer are kept, of all its matrices together. */
export type Kept =
  /** Those that the volume-preserving part of the spectrum has (WeightWatcher's detX). */
  { readonly by: 'detX' } | { readonly by: 'count'; readonly count: number };

export interface SmoothedMatrices {
  readonly matrices: readonly DenseMatrix[];
  /** Singular values kept of each matrix. */
  readonly kept: number;
}

/**
 * WeightWatcher's SVDSmoothing: each matrix of a layer with its largest singular values only, as many of each as make up
 * the number for the layer: ⌈number/matrices⌉, at least one.
 *
 * @param matrices of the same shape, finite; at least one.
 */
export function smoothMatrices(
  matrices: readonly DenseMatrix[],
  keep: Kept,
  engine: SpectrumEngine,
): SmoothedMatrices {
  const decompositions = matrices.map((matrix) => decompose(matrix, engine));
  const total =
    keep.by === 'count'
      ? keep.count
      : detXCount(Float64Array.from(decompositions.flatMap(({ eigenvalues }) => [...eigenvalues])));
  const order = decompositions[0]!.eigenvalues.length;
  const kept = Math.min(order, Math.max(1, Math.ceil(total / matrices.length)));
  const factors = Array.from({ length: order }, (_, rank) => Number(rank < kept));
  // All of them kept is the matrix itself, to the last bit.
  if (kept === order) return { matrices, kept };
  return { matrices: decompositions.map(({ scaled }) => scaled(factors)), kept };
}

/**
 * How many of the largest eigenvalues, divided by their mean, have a product of 1 together: the first number at which it
 * is below 1, or all (WeightWatcher's `detX_num`). By sums of logarithms, which do not overflow.
 */
function detXCount(eigenvalues: Float64Array): number {
  const descending = eigenvalues.toSorted().reverse();
  const mean = descending.reduce((sum, value) => sum + value, 0) / descending.length;
  let logProduct = 0;
  for (const [index, value] of descending.entries()) {
    logProduct += Math.log(value / mean);
    if (logProduct < 0) return index + 1;
  }
  return descending.length;
}
