import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type DenseMatrix, multiply } from '../../layers/formed/dense-matrix.ts';

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
 * Decomposes a matrix W of finite elements by the eigenvectors V of WᵀW, or of WWᵀ where that is smaller, so that
 * W·V·diag(f)·Vᵀ is W with its singular values times f.
 *
 * The eigensolver is ml-matrix's, Householder's reduction and implicit QL (EISPACK's tred2 and tql2). Its stopping rule
 * compares with the elements seen so far and might never be met beside subnormal ones, so that it is given WᵀW/c + 1, all
 * of whose eigenvalues lie from 1 to 2: singular values below 1e-8 of the largest are not told apart.
 */
export function decompose(W: DenseMatrix): Decomposition {
  const { rows, cols } = W;
  const order = Math.min(rows, cols);
  const gram = gramOf(W, order);
  const trace = gram.trace();
  const unit = trace === 0 ? 1 : trace;
  const shifted = gram.mul(1 / unit).add(Matrix.eye(order));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(shifted, {
    assumeSymmetric: true,
  });
  const byValue = realEigenvalues
    .map((_, index) => index)
    .sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  return {
    eigenvalues: Float64Array.from(byValue, (index) => Math.max(0, (realEigenvalues[index]! - 1) * unit)),
    scaled: (factors) => {
      const projector = new Float64Array(order * order);
      for (const [rank, factor] of factors.entries()) {
        if (factor === 0) continue;
        const vector = eigenvectorMatrix.getColumn(byValue[rank]!);
        for (let i = 0; i < order; i++) {
          const weight = factor * vector[i]!;
          for (let j = 0; j < order; j++) projector[i * order + j]! += weight * vector[j]!;
        }
      }
      const P = { rows: order, cols: order, elements: projector };
      return cols <= rows ? multiply(W, P) : multiply(P, W);
    },
  };
}

/** WᵀW, or WWᵀ where that is smaller. */
function gramOf({ rows, cols, elements }: DenseMatrix, order: number): Matrix {
  const gram = new Matrix(order, order);
  const isTall = cols <= rows;
  const depth = isTall ? rows : cols;
  const [step, stride] = isTall ? [1, cols] : [cols, 1];
  for (let i = 0; i < order; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0, a = i * step, b = j * step; k < depth; k++, a += stride, b += stride)
        sum += elements[a]! * elements[b]!;
      gram.set(i, j, sum);
      gram.set(j, i, sum);
    }
  }
  return gram;
}
