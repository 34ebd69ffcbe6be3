import type { FloatDtype } from '../formats/dtype.ts';
import type { MatrixPlace } from '../layers/layer.ts';

/** A matrix inside a tensor's bytes. */
export interface MatrixView extends MatrixPlace {
  /** The tensor's elements in C order, little-endian. May lie in shared memory. */
  readonly bytes: Uint8Array;
  readonly dtype: FloatDtype;
}

/** Eigenvectors of WᵀW, or of WWᵀ where that is smaller. */
export interface GramEigenvectors {
  /** σ², descending, none negative. */
  readonly eigenvalues: Float64Array;
  /** The unit vector that belongs to one of them. */
  vector(rank: number): Float64Array;
}

export type EngineName = 'wasm' | 'reference';

/**
 * Computes spectra. An instance belongs to one thread.
 *
 * The contract, for a matrix W of m × n finite elements of which the largest singular value is σ_max:
 * - all min(m, n) singular values, ascending, in float64, none negative;
 * - `(σ_k² within 1e-12 · σ_max²)` of a float64 SVD's, and as accurate as such an SVD (backward stable,
 *   |Δσ_k| ≤ c · n · 2⁻⁵² · σ_max) wherever squaring would have lost what the rank columns need;
 * - the same bits for the same input on the same machine; no overflow for elements from 1e-160 to 1e150;
 * - an iteration that does not converge is a NumericError `NO_CONVERGENCE`, never a wrong answer.
 */
export interface SpectrumEngine {
  readonly name: EngineName;
  /** @throws NumericError `NOT_FINITE` when an element is NaN or infinite. */
  singularValues(matrix: MatrixView): Float64Array;
  /**
   * The singular vectors on the matrix's smaller side, with σ², of a square one on its left: a residual of
   * ‖WᵀWv − σ²v‖ or ‖WWᵀv − σ²v‖ within 1e-12 · σ_max², and orthogonal to each other to 1e-12.
   * Singular values below 1e-8 · σ_max are not told apart.
   *
   * @throws NumericError `TOO_LARGE` beyond the order that takes minutes (MAX_VECTOR_ORDER); `NOT_FINITE`.
   */
  eigenvectors(matrix: MatrixView): GramEigenvectors;
}
