import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { DenseMatrix } from '../layers/formed/dense-matrix.ts';
import type { GramEigenvectors } from './engine.ts';

/**
 * Eigenvalues and -vectors of the Gram matrix of a matrix W of finite elements.
 *
 * The eigensolver is ml-matrix's, Householder's reduction and implicit QL (EISPACK's tred2 and tql2). Its stopping rule
 * compares with the elements seen so far and might never be met beside subnormal ones, so that it is given WᵀW/c + 1, all
 * of whose eigenvalues lie from 1 to 2: singular values below 1e-8 of the largest are not told apart.
 */
export function gramEigenvectors(W: DenseMatrix): GramEigenvectors {
  const order = Math.min(W.rows, W.cols);
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
    vector: (rank) => Float64Array.from(eigenvectorMatrix.getColumn(byValue[rank]!)),
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
