import type { FloatDtype } from '../../formats/dtype.ts';

/** The largest relative error of rounding to nearest: 2^−(stored bits of the mantissa + 1). */
const UNIT_ROUNDOFF: Readonly<Record<FloatDtype, number>> = {
  F64: 2 ** -53,
  F32: 2 ** -24,
  F16: 2 ** -11,
  BF16: 2 ** -8,
  F8_E4M3: 2 ** -4,
  F8_E5M2: 2 ** -3,
};

/** What a layer's numbers are rounded to, and how many there are. */
export interface StoredMatrices {
  readonly dtype: FloatDtype;
  /** The larger side. */
  readonly N: number;
  /** The smaller side. */
  readonly M: number;
  readonly matrices: number;
}

/**
 * How many singular values are more than the rounding of the stored weights makes of nothing. A matrix of rank 3 that was
 * stored in 32 bits has rank 3 here, though none of its singular values is zero.
 *
 * Rounding adds independent errors of at most u·|w| to weights w, u the unit roundoff, and a matrix of independent errors
 * of size e has a largest singular value near e·(√N + √M) (Marchenko, Pastur 1967; Bai, Yin 1993). For e the root mean
 * square of the weights is taken, times u: √3 times what evenly spread errors have, so that noise does not count.
 *
 * @param eigenvalues of all matrices, squared singular values; ascending.
 */
export function numericalRank(eigenvalues: Float64Array, { dtype, N, M, matrices }: StoredMatrices): number {
  const norm = eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0);
  const meanSquare = norm / (N * M * matrices);
  // No singular value is known better than the engine computes them.
  const roundoff = Math.max(UNIT_ROUNDOFF[dtype], 2 ** -50);
  const largestNoise = meanSquare * (roundoff * (Math.sqrt(N) + Math.sqrt(M))) ** 2;
  return eigenvalues.filter((eigenvalue) => eigenvalue > largestNoise).length;
}
