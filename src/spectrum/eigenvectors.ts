import { NumericError } from '../errors.ts';
import { MAX_VECTOR_ORDER } from '../limits.ts';
import { assertInBounds, describeMatrix, elementReader } from './elements.ts';
import type { MatrixView } from './engine.ts';
import { type GramEigenvectors, gramEigenvectors } from './gram-eigenvectors.ts';

/**
 * The singular vectors of a matrix on its smaller side, with its squared singular values; of a square one the left ones,
 * those of WWᵀ.
 *
 * @throws NumericError `TOO_LARGE`, `OUT_OF_BOUNDS`.
 */
export function eigenvectorsOf(matrix: MatrixView): GramEigenvectors {
  assertInBounds(matrix);
  const { rows, cols } = matrix;
  if (Math.min(rows, cols) > MAX_VECTOR_ORDER) {
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: describeMatrix(matrix),
      problem: `eigenvectors are computed up to an order of ${MAX_VECTOR_ORDER}`,
      cure: 'Exclude the layer, lower max_evals, or leave vectors off',
      details: { rows, cols },
    });
  }
  const read = elementReader(matrix);
  const elements = new Float64Array(rows * cols);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) elements[at] = rows === cols ? read(j, i) : read(i, j);
  }
  return gramEigenvectors({ rows, cols, elements });
}
