import type { Kernels } from './kernels.ts';
import type { Workspace } from './workspace.ts';

/**
 * Reduces the symmetric matrix at `place.matrix` to the tridiagonal one of `place.diagonal` and `place.offDiagonal`:
 * directly if it is small, else through a band.
 */
export function reduceToTridiagonal(kernels: Kernels, place: Workspace): void {
  const { order, paddedOrder, matrix, rowBytes, bandWidth, band, bandBytes, reductionFactors } = place;
  const { diagonal, offDiagonal, reductionScratch, scratchVectors } = place;
  if (bandWidth === 0) {
    const [w0, w1] = scratchVectors;
    kernels.tridiagonalise(matrix, rowBytes, order, diagonal, offDiagonal, reductionFactors, w0, w1);
    return;
  }
  kernels.reduceToBand(
    ...([matrix, rowBytes, paddedOrder, bandWidth, band, bandBytes] as const),
    ...([reductionFactors, reductionScratch] as const),
  );
  kernels.chaseBand(
    ...([band, bandBytes, order, bandWidth, matrix, rowBytes] as const),
    ...([diagonal, offDiagonal, reductionScratch] as const),
  );
}

/** Turns the first `strips` strips at `place.vectors`, vectors of the tridiagonal matrix, into vectors of the matrix. */
export function restoreVectors(kernels: Kernels, place: Workspace, strips: number): void {
  const { order, paddedOrder, matrix, rowBytes, bandWidth, reductionFactors, vectors, vectorRows } = place;
  kernels.restoreVectors(
    ...([matrix, rowBytes, order, paddedOrder, bandWidth, reductionFactors] as const),
    ...([vectors, vectorRows, strips, place.reductionScratch] as const),
  );
}

/**
 * Reduces the square matrix at `place.matrix`, which has to be upper triangular if it is small, to the upper bidiagonal
 * one of `place.diagonal` and `place.offDiagonal`, with the same singular values.
 */
export function reduceToBidiagonal(kernels: Kernels, place: Workspace): void {
  const { order, paddedOrder, matrix, rowBytes, bandWidth, band, bandBytes, reductionScratch } = place;
  const { diagonal, offDiagonal, scratchVectors } = place;
  if (bandWidth === 0) {
    kernels.bidiagonalise(matrix, rowBytes, order, diagonal, offDiagonal, ...scratchVectors);
    return;
  }
  kernels.reduceToUpperBand(
    ...([matrix, rowBytes, paddedOrder, bandWidth, band, bandBytes, reductionScratch] as const),
  );
  kernels.chaseUpperBand(
    ...([band, bandBytes, order, bandWidth, matrix, rowBytes] as const),
    ...([diagonal, offDiagonal, reductionScratch] as const),
  );
}
