import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DenseMatrix, frobeniusNorm } from '../../../../src/layers/formed/dense-matrix.ts';
import { decompose } from '../../../../src/metrics/smoothing/decompose.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';
import { type Dense, dense, normalMatrix } from '../../../support/matrices.ts';

const engine = createWasmEngine();

function matrix({ rows, cols, values }: Dense): DenseMatrix {
  return { rows, cols, elements: Float64Array.from(values) };
}

describe('a matrix by its singular values', () => {
  test('is itself with all of them, has their squares as its norm, and is smaller by those left out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(99),
        (rows, cols, seed) => {
          const W = matrix(normalMatrix(rows, cols, seed));
          const { eigenvalues, scaled } = decompose(W, engine);
          const order = Math.min(rows, cols);
          const whole = scaled(new Array(order).fill(1));
          for (const [index, element] of whole.elements.entries())
            expect(element).toBeCloseTo(W.elements[index]!, 9);
          expect(eigenvalues.reduce((sum, value) => sum + value, 0)).toBeCloseTo(frobeniusNorm(W) ** 2, 9);
          expect([...eigenvalues]).toEqual([...eigenvalues].sort((a, b) => b - a));
          const largest = scaled(eigenvalues.length === 0 ? [] : [1, ...new Array(order - 1).fill(0)]);
          expect(frobeniusNorm(largest) ** 2).toBeCloseTo(eigenvalues[0]!, 8);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  test.each([
    ['zeros', dense(6, 4, () => 0)],
    ['rank one beside numbers far below rounding', dense(6, 4, (i, j) => (i === 0 ? j + 1 : 1e-300))],
    ['subnormal numbers', dense(6, 4, (i, j) => (i + j) * 5e-324)],
  ])('ends for %s', (_, W) => {
    const { eigenvalues, scaled } = decompose(matrix(W), engine);
    expect(eigenvalues.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    expect(scaled([1, 0, 0, 0]).elements.every(Number.isFinite)).toBe(true);
  });
});
