import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { DenseMatrix } from '../../../../src/layers/formed/dense-matrix.ts';
import { coreElement, triangularFactor } from '../../../../src/layers/lora/low-rank-core.ts';

function factor(rows: number, cols: number, values: readonly number[]): DenseMatrix {
  return { rows, cols, elements: Float64Array.from(values) };
}

function core(B: DenseMatrix, A: DenseMatrix): Matrix {
  const rB = triangularFactor(B, 'columns');
  const rA = triangularFactor(A, 'rows');
  const [rows, cols] = [Math.min(B.rows, B.cols), Math.min(A.rows, A.cols)];
  return new Matrix(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: cols }, (_, col) => coreElement(rB, rA, row, col)),
    ),
  );
}

function singularValues(matrix: Matrix): number[] {
  return new SingularValueDecomposition(matrix, { autoTranspose: true }).diagonal.toSorted((a, b) => b - a);
}

/** Small whole numbers, so that columns of zeros, equal columns and missing rank are common. */
const factors = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }))
  .chain(([outputs, rank, inputs]) => {
    const elements = (count: number) =>
      fc.array(fc.integer({ min: -2, max: 2 }), { minLength: count, maxLength: count });
    return fc.record({
      outputs: fc.constant(outputs),
      rank: fc.constant(rank),
      inputs: fc.constant(inputs),
      A: elements(rank * inputs),
      B: elements(outputs * rank),
    });
  });

describe('the core of a product', () => {
  test('has the nonzero singular values of the product', () => {
    fc.assert(
      fc.property(factors, ({ outputs, rank, inputs, A, B }) => {
        const expected = singularValues(
          Matrix.from1DArray(outputs, rank, B).mmul(Matrix.from1DArray(rank, inputs, A)),
        );
        const found = singularValues(core(factor(outputs, rank, B), factor(rank, inputs, A)));
        const tolerance = 1e-13 * Math.max(1, expected[0]!);
        for (let i = 0; i < Math.max(expected.length, found.length); i++)
          expect(Math.abs((found[i] ?? 0) - (expected[i] ?? 0))).toBeLessThan(tolerance);
      }),
    );
  });

  test('keeps small singular values that a Gram matrix of the factors would lose', () => {
    const found = singularValues(core(factor(3, 2, [1, 0, 0, 1e-12, 0, 0]), factor(2, 2, [1, 0, 0, 1])));
    expect(found[1]! / 1e-12).toBeCloseTo(1, 12);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('is not finite where a factor holds %d', (odd) => {
    const values = core(factor(3, 2, [1, 2, odd, 4, 5, 6]), factor(2, 3, [1, 2, 3, 4, 5, 6])).to1DArray();
    expect(values.every(Number.isFinite)).toBe(false);
  });
});
