import { elementReader } from '../../spectrum/elements.ts';
import type { MatrixView } from '../../spectrum/engine.ts';

/** Scales of the Tracy–Widom law; a variable of it exceeds so many less than once in 10⁹ times. */
const DEVIATIONS = 10;

/**
 * The same as a factor. Elements that are not Gaussian, as trained weights are, move the edge by more than its scatter: in
 * layers of published models without a large single weight the largest eigenvalue of a shuffle was at most 1.2 times it.
 */
const FACTOR = 1.25;

/**
 * Above this no eigenvalue of WᵀW lies when the elements of the matrices are put in random order, unless some of them are
 * far larger than the others, or all have a common offset.
 *
 * For N × M independent elements of mean square v the largest eigenvalue is near v·(√N + √M)², the edge of Marchenko and
 * Pastur's bulk, and scatters about it by the Tracy–Widom law with centre and scale after Johnstone, "On the distribution of
 * the largest eigenvalue in principal components analysis", Annals of Statistics 29 (2001), theorem 1.1.
 *
 * @param matrices of one layer, all of the same shape; where they differ in size, the largest decides.
 * @param scale factor on the weights.
 */
export function bulkEdge(matrices: readonly MatrixView[], scale: number): number {
  const { rows, cols } = matrices[0]!;
  const [root, otherRoot] = [Math.sqrt(Math.max(rows, cols) - 1), Math.sqrt(Math.min(rows, cols))];
  const edge = (root + otherRoot) ** 2;
  const deviation = (root + otherRoot) * Math.cbrt(1 / root + 1 / otherRoot);
  const largest = matrices.reduce((most, matrix) => Math.max(most, meanSquare(matrix)), 0);
  return largest * scale ** 2 * Math.max(edge * FACTOR, edge + DEVIATIONS * deviation);
}

function meanSquare(matrix: MatrixView): number {
  const read = elementReader(matrix);
  let sum = 0;
  for (let row = 0; row < matrix.rows; row++) {
    for (let col = 0; col < matrix.cols; col++) sum += read(row, col) ** 2;
  }
  return sum / (matrix.rows * matrix.cols);
}
