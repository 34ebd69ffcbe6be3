import { type DenseMatrix, multiply } from '../../layers/formed/dense-matrix.ts';
import type { SpectrumEngine } from '../../spectrum/engine.ts';

/** A matrix by its singular values, which can be changed one by one. */
export interface Decomposition {
  /** σ², descending, none negative. */
  readonly eigenvalues: Float64Array;
  /**
   * The matrix with each singular value multiplied by a factor.
   *
   * @param factors in the order of the eigenvalues.
   */
  scaled(factors: readonly number[]): DenseMatrix;
}

/**
 * Decomposes a matrix W of finite elements by the eigenvectors V of WWᵀ, or of WᵀW where that is smaller, so that
 * V·diag(f)·Vᵀ·W, or W·V·diag(f)·Vᵀ, is W with its singular values times f.
 * Singular values below 1e-8 of the largest are not told apart.
 */
export function decompose(W: DenseMatrix, engine: SpectrumEngine): Decomposition {
  const { rows, cols, elements } = W;
  const order = Math.min(rows, cols);
  const { eigenvalues, vector: eigenvector } = engine.eigenvectors({
    ...{ rows, cols, offset: 0, rowStride: cols, colStride: 1, dtype: 'F64' },
    bytes: new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength),
  });
  return {
    eigenvalues,
    scaled: (factors) => {
      const projector = new Float64Array(order * order);
      for (const [rank, factor] of factors.entries()) {
        if (factor === 0) continue;
        const vector = eigenvector(rank);
        for (let i = 0; i < order; i++) {
          const weight = factor * vector[i]!;
          for (let j = 0; j < order; j++) projector[i * order + j]! += weight * vector[j]!;
        }
      }
      const P = { rows: order, cols: order, elements: projector };
      return cols < rows ? multiply(W, P) : multiply(P, W);
    },
  };
}
