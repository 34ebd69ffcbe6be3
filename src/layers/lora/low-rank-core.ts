import { type DenseMatrix, transposed } from '../formed/dense-matrix.ts';

/** Upper trapezoid of a QR decomposition: column l holds min(m, l + 1) values that count. */
type UpperColumns = readonly Float64Array[];

/**
 * The R of a QR decomposition of the factor's columns, or of its rows.
 *
 * Householder reflections (Golub & Van Loan, Matrix Computations, algorithm 5.2.1), so that R has the factor's singular
 * values as exactly as float64 allows: about 2·m·r² operations. An element that is not finite leaves R not finite.
 */
export function triangularFactor(factor: DenseMatrix, vectors: 'columns' | 'rows'): UpperColumns {
  const columns = vectorsOf(factor, vectors);
  for (const [k, v] of columns.entries()) {
    if (k >= v.length) break;
    let squares = 0;
    for (let i = k; i < v.length; i++) squares += v[i]! * v[i]!;
    if (squares === 0) continue;
    const diagonal = v[k]! > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    v[k]! -= diagonal;
    const halfSquare = -diagonal * v[k]!;
    for (const column of columns.slice(k + 1)) {
      let dot = 0;
      for (let i = k; i < v.length; i++) dot += v[i]! * column[i]!;
      dot /= halfSquare;
      for (let i = k; i < v.length; i++) column[i]! -= dot * v[i]!;
    }
    v[k] = diagonal;
  }
  return columns;
}

/**
 * Element (row, col) of R_B·R_Aᵀ, which has the nonzero singular values of B·A: B = Q_B·R_B and Aᵀ = Q_A·R_A, and
 * factors with orthonormal columns change none.
 */
export function coreElement(rB: UpperColumns, rA: UpperColumns, row: number, col: number): number {
  let sum = 0;
  for (let l = Math.max(row, col); l < rB.length; l++) sum += rB[l]![row]! * rA[l]![col]!;
  return sum;
}

/** Copies: they are overwritten. */
function vectorsOf(matrix: DenseMatrix, vectors: 'columns' | 'rows'): Float64Array[] {
  const { rows, cols, elements } = vectors === 'columns' ? transposed(matrix) : matrix;
  return Array.from({ length: rows }, (_, row) => elements.slice(row * cols, (row + 1) * cols));
}
