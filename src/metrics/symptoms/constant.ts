import { elementReader } from '../../spectrum/elements.ts';
import type { MatrixView } from '../../spectrum/engine.ts';

/** Whether every element of the matrices has one and the same value. */
export function isConstant(matrices: readonly MatrixView[]): boolean {
  const first = elementReader(matrices[0]!)(0, 0);
  return matrices.every((matrix) => {
    const read = elementReader(matrix);
    for (let row = 0; row < matrix.rows; row++) {
      for (let col = 0; col < matrix.cols; col++) if (read(row, col) !== first) return false;
    }
    return true;
  });
}
