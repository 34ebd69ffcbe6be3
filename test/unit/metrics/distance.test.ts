import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DenseMatrix } from '../../../src/layers/formed/dense-matrix.ts';
import { type DistanceMethod, distanceBetween } from '../../../src/metrics/distance.ts';
import { type Dense, normalMatrix, product, transpose } from '../../support/matrices.ts';

function matrix({ rows, cols, values }: Dense): DenseMatrix {
  return { rows, cols, elements: Float64Array.from(values) };
}

const norm = ({ values }: Dense) => Math.hypot(...values);

const distance = (method: DistanceMethod, ...pairs: [Dense, Dense][]) =>
  distanceBetween(
    method,
    pairs.map(([a, b]) => [matrix(a), matrix(b)]),
  );

describe('the distance of two layers', () => {
  const A = normalMatrix(7, 5, 1);
  const B = normalMatrix(7, 5, 2);
  const C = normalMatrix(7, 5, 3);
  const apart = (a: Dense, b: Dense) => Math.hypot(...a.values.map((value, i) => value - b.values[i]!));

  test('raw is the norm of the whole difference, euclidean the mean over its matrices', () => {
    expect(distance('raw', [A, B], [A, C])).toBeCloseTo(Math.hypot(apart(A, B), apart(A, C)), 12);
    expect(distance('euclidean', [A, B], [A, C])).toBeCloseTo((apart(A, B) + apart(A, C)) / 2, 12);
  });

  test('cka is what its formula says, whichever side is the shorter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(99),
        (rows, cols, seed) => {
          const [a, b] = [normalMatrix(rows, cols, seed), normalMatrix(rows, cols, seed + 100)];
          const gram = (x: Dense, y: Dense) => norm(product(transpose(x), y));
          expect(distance('cka', [a, b])).toBeCloseTo(gram(a, b) / Math.sqrt(gram(a, a) * gram(b, b)), 9);
        },
      ),
      { numRuns: 50, seed: 1 },
    );
  });

  test('cka is 1 for multiples of each other, 0 beside zeros', () => {
    const twice = { ...A, values: A.values.map((value) => 2 * value) };
    expect(distance('cka', [A, twice])).toBeCloseTo(1, 12);
    expect(distance('cka', [A, { ...A, values: new Float64Array(35) }])).toBe(0);
  });
});
