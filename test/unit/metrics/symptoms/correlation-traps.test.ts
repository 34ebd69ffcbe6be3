import { describe, expect, test } from '@jest/globals';
import { nullAlpha } from '../../../../src/metrics/uncertainty/null-alpha.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';
import { type Dense, dense, normalMatrix, viewOf } from '../../../support/matrices.ts';
import { plantedMatrix } from '../uncertainty/planted-matrix.ts';

const engine = createWasmEngine();

const trapsOf = (...matrices: Dense[]) => {
  const size = matrices[0]!.values.length;
  const values = new Float64Array(size * matrices.length);
  matrices.forEach((matrix, index) => {
    values.set(matrix.values, index * size);
  });
  const { rows, cols } = matrices[0]!;
  const view = viewOf({ rows: rows * matrices.length, cols, values });
  const places = matrices.map((_, index) => ({
    rows,
    cols,
    offset: index * size,
    rowStride: cols,
    colStride: 1,
  }));
  const layer = { bytes: view.bytes, dtype: view.dtype, matrices: places, scale: 1, N: Math.max(rows, cols) };
  const eigenvalues = new Float64Array(Math.min(rows, cols) * matrices.length);
  return nullAlpha(engine, { ...layer, eigenvalues, alpha: 2 }, randomStream(1, '', ''), { shuffles: 5 })
    .traps;
};

/** A matrix with so many elements that are `size` standard deviations large, each in a row and a column of its own. */
const withHugeWeights = (count: number, size: number) => {
  const matrix = normalMatrix(200, 100, 3);
  for (let i = 0; i < count; i++) matrix.values[i * 101] = size;
  return matrix;
};

describe('correlation traps', () => {
  test.each([
    [200, 100],
    [64, 64],
    [1000, 20],
    [16, 12],
    [8, 8],
  ])('are not in %d × %d matrices of noise', (rows, cols) => {
    for (let seed = 1; seed <= 20; seed++) expect(trapsOf(normalMatrix(rows, cols, seed))).toBe(0);
  });

  test('are not in a matrix that is heavy-tailed by its correlations alone', () => {
    expect(trapsOf(plantedMatrix(120, 1.8, 3))).toBe(0);
  });

  test.each([1, 3])('are as many as there are huge weights: %d', (count) => {
    expect(trapsOf(withHugeWeights(count, 40))).toBe(count);
    expect(trapsOf(withHugeWeights(count, 4))).toBe(0);
  });

  test('come of an offset common to all weights', () => {
    const { rows, cols, values } = normalMatrix(200, 100, 4);
    expect(trapsOf(dense(rows, cols, (row, col) => values[row * cols + col]! + 0.5))).toBe(1);
  });

  test('are not seen in a kernel because its positions differ in size', () => {
    const scaled = [1, 5, 1].map((factor, seed) => {
      const { rows, cols, values } = normalMatrix(80, 40, seed + 1);
      return { rows, cols, values: values.map((value) => value * factor) };
    });
    expect(trapsOf(...scaled)).toBe(0);
  });
});
