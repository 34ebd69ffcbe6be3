import { assertInBounds, assertVectorOrder, elementReader, notFinite } from './elements.ts';
import type { GramEigenvectors, MatrixView } from './engine.ts';
import { gramEigenvectors } from './gram-eigenvectors.ts';

/**
 * The singular vectors of a matrix on its smaller side, with its squared singular values; of a square one the left ones,
 * those of WWᵀ.
 *
 * @throws NumericError `TOO_LARGE`, `OUT_OF_BOUNDS`, `NOT_FINITE`.
 */
export function eigenvectorsOf(matrix: MatrixView): GramEigenvectors {
  assertInBounds(matrix);
  const { rows, cols } = matrix;
  assertVectorOrder(matrix);
  const read = elementReader(matrix);
  const elements = new Float64Array(rows * cols);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) {
      const element = rows === cols ? read(j, i) : read(i, j);
      if (!Number.isFinite(element)) throw notFinite(matrix);
      elements[at] = element;
    }
  }
  return gramEigenvectors({ rows, cols, elements });
}
