import { describe, expect, test } from '@jest/globals';
import { chooseBuild } from '../../../src/spectrum/kernels.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { dense, normalMatrix, viewOf, withSpectrum } from '../../support/matrices.ts';

/** What rounding in a backward stable method may do, with a margin of some ten. */
const floor = (side: number): number => 4 * side * Number.EPSILON;

describe.each(['simd', chooseBuild()!] as const)('matrices that squaring would spoil, %s', (build) => {
  const engine = createWasmEngine({ build });

  // Shapes on both sides of a chunk of 256 rows; below 1e-7 the vectors are not good enough to refine with.
  test.each([
    [47, 47, 11],
    [86, 37, 14],
    [300, 280, 100],
    [675, 417, 40],
  ])('a %i × %i matrix with %i equal small singular values', (rows, cols, small) => {
    for (const value of [3e-5, 2e-7, 1e-8, 1.3e-9, 1e-12]) {
      const spectrum = Array.from({ length: cols }, (_, k) => (k < small ? value : 1));
      const values = engine.singularValues(viewOf(withSpectrum(rows, cols, spectrum, 9)));
      for (const [k, expected] of spectrum.entries()) {
        expect(Math.abs(values[k]! - expected)).toBeLessThan(floor(rows) + 1e-10 * expected);
      }
    }
  });

  test('rows beyond the first chunk do not depend on whether columns in it are zero, or the same', () => {
    const [rows, cols] = [400, 330];
    const normal = normalMatrix(rows, cols, 6);
    for (const copied of [0, 1]) {
      // Columns j % 3 = 1 become zeros, or copies of their neighbours.
      const matrix = dense(rows, cols, (i, j) => {
        const column = j % 3 === 1 ? j - 1 : j;
        return (j % 3 === 1 ? copied : 1) * normal.values[i * cols + column]!;
      });
      // A copy makes a column √2 times as long.
      const kept = dense(rows, (cols / 3) * 2, (i, k) => {
        const j = Math.floor(k / 2) * 3 + (k % 2) * 2;
        return (k % 2 === 0 && copied === 1 ? Math.SQRT2 : 1) * normal.values[i * cols + j]!;
      });
      const values = engine.singularValues(viewOf(matrix));
      const expected = [...new Float64Array(cols / 3), ...engine.singularValues(viewOf(kept))];
      const largest = expected.at(-1)!;
      for (const [k, value] of expected.entries()) {
        expect(Math.abs(values[k]! - value)).toBeLessThan((floor(rows) + 1e-10 * value) * largest);
      }
    }
  });
});
