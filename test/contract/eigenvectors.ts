import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SpectrumEngine } from '../../src/spectrum/engine.ts';
import {
  type Dense,
  dense,
  integerMatrix,
  normalMatrix,
  product,
  transpose,
  viewOf,
  withSpectrum,
} from '../support/matrices.ts';

/** Allowed to a residual, in units of the largest eigenvalue, and to the products of different vectors. */
const TOLERANCE = 1e-12;

function multiply({ rows, cols, values }: Dense, x: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < cols; j++) sum += values[i * cols + j]! * x[j]!;
    return sum;
  });
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** ‖Av − λv‖ and VᵀV − I, A being WᵀW, or WWᵀ where that is not larger, checked for every vector. */
function expectDecomposition(engine: SpectrumEngine, W: Dense): void {
  const { eigenvalues, vector } = engine.eigenvectors(viewOf(W));
  const order = Math.min(W.rows, W.cols);
  expect(eigenvalues).toHaveLength(order);
  const vectors = Array.from({ length: order }, (_, rank) => vector(rank));
  const wide = W.rows <= W.cols ? W : transpose(W);
  const tall = transpose(wide);
  const largest = eigenvalues[0]!;
  let residual = 0;
  let skew = 0;
  for (const [rank, x] of vectors.entries()) {
    const image = multiply(wide, multiply(tall, x));
    residual = Math.max(residual, Math.hypot(...image.map((value, i) => value - eigenvalues[rank]! * x[i]!)));
    for (let other = 0; other <= rank; other++)
      skew = Math.max(skew, Math.abs(dot(x, vectors[other]!) - Number(other === rank)));
  }
  // Written so that NaN fails.
  expect(residual <= TOLERANCE * largest).toBe(true);
  expect(skew <= TOLERANCE).toBe(true);
  expect([...eigenvalues]).toEqual([...eigenvalues].sort((a, b) => b - a));
  expect(eigenvalues.every((value) => value >= 0)).toBe(true);
}

/** What `SpectrumEngine` promises of eigenvectors, as tests that every engine has to pass. */
export function testEigenvectors(create: () => SpectrumEngine): void {
  const engine = create();
  const numbersFrom = (count: number, at: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => at(index));

  const matrices: Readonly<Record<string, () => Dense>> = {
    'a number': () => normalMatrix(1, 1, 1),
    'a row': () => normalMatrix(1, 50, 2),
    'normal numbers, square': () => normalMatrix(97, 97, 3),
    'normal numbers, tall': () => normalMatrix(400, 61, 4),
    'normal numbers, wide': () => normalMatrix(58, 300, 5),
    'normal numbers, reduced through a band': () => normalMatrix(270, 290, 6),
    'the identity': () => dense(40, 40, (i, j) => Number(i === j)),
    zeros: () => dense(9, 5, () => 0),
    'equal singular values': () => withSpectrum(64, 64, new Array(64).fill(3), 7),
    'two clusters': () =>
      withSpectrum(
        128,
        128,
        numbersFrom(128, (k) => (k % 2 ? 1 : 1e-3) * (1 + k * Number.EPSILON)),
        8,
      ),
    'a large value and noise': () =>
      withSpectrum(
        64,
        64,
        numbersFrom(64, (k) => (k === 0 ? 1 : 1e-14)),
        9,
      ),
    graded: () =>
      withSpectrum(
        64,
        64,
        numbersFrom(64, (k) => 10 ** (-k / 8)),
        10,
      ),
    singular: () => product(integerMatrix(280, 200, 11), integerMatrix(200, 260, 12)),
    'of rank one': () => dense(30, 20, (i, j) => (i + 1) * (j + 1)),
    'very large numbers': () => dense(20, 20, (i, j) => 1e150 * Math.sin(i * 20 + j)),
    'very small numbers': () => dense(20, 20, (i, j) => 1e-150 * Math.sin(i * 20 + j)),
  };
  test.each(Object.entries(matrices))('%s: residuals and products of vectors are within 1e-12', (_, matrix) =>
    expectDecomposition(engine, matrix()),
  );

  test('any shape and spectrum, with repeated values and zeros', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 1e-9, 1e-3, 0.5, 1, 1 + 1e-15, 2, 7), { minLength: 1, maxLength: 24 }),
        fc.nat(30),
        fc.boolean(),
        fc.nat(999),
        (spectrum, more, isWide, seed) => {
          const tall = withSpectrum(spectrum.length + more, spectrum.length, spectrum, seed + 1);
          expectDecomposition(engine, isWide ? transpose(tall) : tall);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  test('of a square matrix they are the left ones', () => {
    const W = dense(3, 3, (i, j) => (i === 0 ? j + 1 : 0));
    expect(Math.abs(engine.eigenvectors(viewOf(W)).vector(0)[0]!)).toBeCloseTo(1, 12);
  });

  test('they stay what they are while the engine goes on', () => {
    const { vector } = engine.eigenvectors(viewOf(normalMatrix(30, 20, 1)));
    const before = vector(3);
    engine.eigenvectors(viewOf(normalMatrix(90, 80, 2)));
    expect(vector(3)).toEqual(before);
  });

  describe('what is refused', () => {
    test('an order that takes too long', () => {
      const bytes = new Uint8Array(8);
      const place = { rows: 9000, cols: 9000, offset: 0, rowStride: 0, colStride: 0 };
      expect(() => engine.eigenvectors({ ...place, bytes, dtype: 'F64' })).toThrow('up to an order of');
    });
    test('numbers that are not finite', () => {
      const W = dense(5, 4, (i, j) => (i * j === 6 ? Number.NaN : 1));
      expect(() => engine.eigenvectors(viewOf(W))).toThrow('is NaN');
    });
  });
}
