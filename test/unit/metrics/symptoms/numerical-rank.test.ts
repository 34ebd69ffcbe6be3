import { describe, expect, test } from '@jest/globals';
import type { FloatDtype } from '../../../../src/formats/dtype.ts';
import { numericalRank } from '../../../../src/metrics/symptoms/numerical-rank.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';
import { type Dense, normalMatrix, product, viewOf } from '../../../support/matrices.ts';

const engine = createWasmEngine();

const rankOf = (matrix: Dense, dtype: FloatDtype) => {
  const eigenvalues = engine.singularValues(viewOf(matrix, dtype)).map((value) => value * value);
  const [N, M] = [Math.max(matrix.rows, matrix.cols), Math.min(matrix.rows, matrix.cols)];
  return numericalRank(eigenvalues, { dtype, N, M, matrices: 1 });
};

describe('numericalRank', () => {
  test.each<[FloatDtype, number, number]>([
    ['F64', 60, 40],
    ['F32', 60, 40],
    ['F32', 300, 20],
    ['F16', 100, 100],
    ['BF16', 100, 100],
  ])('finds a planted rank in %s, %d × %d, which rounding hides', (dtype, rows, cols) => {
    for (const rank of [1, 3, 10]) {
      const planted = product(normalMatrix(rows, rank, 2 * rank), normalMatrix(rank, cols, 2 * rank + 1));
      expect(rankOf(planted, dtype)).toBe(rank);
    }
  });

  test.each<FloatDtype>(['F64', 'F32', 'F16', 'BF16'])('is full for noise in %s, however small', (dtype) => {
    const { rows, cols, values } = normalMatrix(80, 40, 5);
    expect(rankOf({ rows, cols, values }, dtype)).toBe(40);
    expect(rankOf({ rows, cols, values: values.map((value) => value * 0.01) }, dtype)).toBe(40);
  });

  test('is 0 for zeros', () => {
    expect(numericalRank(new Float64Array(4), { dtype: 'F32', N: 4, M: 4, matrices: 1 })).toBe(0);
  });
});
