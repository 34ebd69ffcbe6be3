import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { FloatDtype } from '../../src/formats/dtype.ts';
import type { SpectrumEngine } from '../../src/spectrum/engine.ts';
import {
  type Dense,
  dense,
  integerMatrix,
  normalMatrix,
  product,
  type Strides,
  transpose,
  viewOf,
  withSpectrum,
} from '../support/matrices.ts';
import { SPECTRUM_CASES } from '../support/spectrum-cases.ts';

const golden: { readonly spectra: Readonly<Record<string, readonly number[]>> } = JSON.parse(
  readFileSync(new URL('../fixtures/spectrum/numpy.json', import.meta.url), 'utf8'),
);

const EPSILON = Number.EPSILON;
const DTYPES: readonly FloatDtype[] = ['F64', 'F32', 'F16', 'BF16', 'F8_E4M3', 'F8_E5M2'];

/** What the contract allows σ_k to be off: that of a backward stable method, or of its own last few digits. */
function expectSpectrum(actual: Float64Array, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  const largest = Math.max(...expected);
  const sorted = [...expected].sort((a, b) => a - b);
  const floor = 8 * Math.max(expected.length, 4) * EPSILON * largest;
  for (const [k, value] of sorted.entries()) {
    expect(Math.abs(actual[k]! - value)).toBeLessThanOrEqual(floor + 1e-10 * value);
  }
}

function numbersFrom(count: number, at: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => at(index));
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'no error';
}

/** The promises of `SpectrumEngine`, as tests that every engine has to pass. */
export function testSpectrumEngine(create: () => SpectrumEngine): void {
  const engine = create();
  const solve = (matrix: Dense, dtype?: FloatDtype, strides?: Strides): Float64Array =>
    engine.singularValues(viewOf(matrix, dtype, strides));

  describe('defining identities', () => {
    const shapes: readonly (readonly [number, number])[] = [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [n, n] as const),
      ...([
        [1, 2],
        [1, 300],
        [2, 1],
        [300, 1],
        [3, 2],
        [2, 3],
        [5, 4],
        [17, 16],
        [16, 17],
      ] as const),
      ...([
        [33, 31],
        [47, 48],
        [49, 64],
        [65, 50],
        [255, 3],
        [256, 5],
        [257, 6],
        [3, 513],
        [300, 50],
        [40, 520],
      ] as const),
    ];
    test.each(shapes)('a %i × %i matrix keeps its Frobenius norm, in ascending order', (rows, cols) => {
      const matrix = normalMatrix(rows, cols, rows * 1000 + cols);
      const squares = matrix.values.reduce((sum, x) => sum + x * x, 0);

      const values = solve(matrix);

      expect(values).toHaveLength(Math.min(rows, cols));
      const sum = values.reduce((total, x) => total + x * x, 0);
      expect(Math.abs(sum / squares - 1)).toBeLessThan(1e-12);
      expect([...values]).toEqual([...values].sort((a, b) => a - b));
      expect(values[0]).toBeGreaterThanOrEqual(0);
    });

    test('a matrix and its transpose have the same singular values', () => {
      for (const [rows, cols] of [
        [40, 23],
        [70, 70],
        [300, 61],
      ] as const) {
        const matrix = normalMatrix(rows, cols, 11);
        expectSpectrum(solve(transpose(matrix)), [...solve(matrix)]);
      }
    });

    test('the order of rows and columns and their signs do not matter', () => {
      const matrix = normalMatrix(60, 45, 5);
      const shuffled = dense(60, 45, (i, j) => {
        const sign = (i + 2 * j) % 2 === 0 ? 1 : -1;
        return sign * matrix.values[((i * 7) % 60) * 45 + ((j * 4) % 45)]!;
      });
      // (i + 2j) mod 2 = i mod 2: whole rows change sign.
      expectSpectrum(solve(shuffled), [...solve(matrix)]);
    });

    test('the determinant of a 2 × 2 matrix is the product of its singular values', () => {
      const [small, large] = solve(
        dense(
          2,
          2,
          (i, j) =>
            [
              [3, 1],
              [4, 2],
            ][i]![j]!,
        ),
      );
      expect(small! * large!).toBeCloseTo(2, 13);
    });
  });

  describe('known spectra', () => {
    const n = 64;
    const spectra: Readonly<Record<string, readonly number[]>> = {
      'evenly spaced': numbersFrom(n, (k) => k + 1),
      'all equal': numbersFrom(n, () => 3),
      'graded by powers of two': numbersFrom(n, (k) => 2 ** -k),
      'graded by powers of ten': numbersFrom(n, (k) => 10 ** (-k / 8)),
      'heavy-tailed': numbersFrom(n, (k) => (k + 1) ** -0.8),
      'in two clusters': numbersFrom(n, (k) => (k % 2 ? 1 : 1e-3) * (1 + k * EPSILON)),
      'one large and noise': numbersFrom(n, (k) => (k === 0 ? 1 : 1e-14)),
      'one small': numbersFrom(n, (k) => (k === 0 ? 1e-9 : 1)),
      'half zero': numbersFrom(n, (k) => (k % 2 ? k : 0)),
    };
    test.each(Object.entries(spectra))('a square matrix whose spectrum is %s', (_, spectrum) => {
      expectSpectrum(solve(withSpectrum(n, n, spectrum, 1)), spectrum);
    });
    test.each(Object.entries(spectra))('a tall and a wide matrix whose spectrum is %s', (_, spectrum) => {
      expectSpectrum(solve(withSpectrum(256, n, spectrum, 2)), spectrum);
      expectSpectrum(solve(withSpectrum(n, 128, spectrum, 3)), spectrum);
    });
    test.each(Object.entries(spectra))('a diagonal matrix whose spectrum is %s', (_, spectrum) => {
      expectSpectrum(solve(dense(n, n, (i, j) => (i === j ? spectrum[i]! : 0))), spectrum);
    });

    test('the zero matrix, of every type', () => {
      for (const dtype of DTYPES)
        expect([
          ...solve(
            dense(5, 9, () => 0),
            dtype,
          ),
        ]).toEqual([0, 0, 0, 0, 0]);
    });
    test('the identity', () => {
      for (const size of [1, 2, 5, 50]) {
        const values = solve(dense(size, size, (i, j) => (i === j ? 1 : 0)));
        expect([...values]).toEqual(numbersFrom(size, () => 1));
      }
    });
    test('a constant matrix', () => {
      const spectrum = [...numbersFrom(29, () => 0), 0.5 * Math.sqrt(30 * 41)];
      expectSpectrum(solve(dense(30, 41, () => 0.5)), spectrum);
    });
    test('one element among zeros, wherever it is', () => {
      for (const at of [0, 1, 8, 34]) {
        expectSpectrum(solve(dense(7, 5, (i, j) => (i * 5 + j === at ? -4 : 0))), [0, 0, 0, 0, 4]);
      }
    });
    // Two QL sweeps with both eigenvalues of the leading block for shifts bring this tridiagonal matrix of order 3 back.
    test.each([3, 5, 11, 59, 300])('the edges of a path of %i inner nodes, in exact numbers', (n) => {
      const edges = dense(n + 1, n, (i, j) => (i === j || i === j + 1 ? 1 : 0));
      const expected = numbersFrom(n, (k) => 2 * Math.cos(((k + 1) * Math.PI) / (2 * (n + 1))));
      expectSpectrum(solve(edges), expected);
    });

    test('a Jordan block', () => {
      // The second difference matrix: σ_k = 2 cos(kπ / (2n + 1)).
      const size = 100;
      const block = dense(size, size, (i, j) => (i === j || i === j - 1 ? 1 : 0));
      expectSpectrum(
        solve(block),
        numbersFrom(size, (k) => 2 * Math.cos(((k + 1) * Math.PI) / (2 * size + 1))),
      );
    });
  });

  describe('what NumPy finds', () => {
    test.each(Object.entries(SPECTRUM_CASES))('%s', (name, { matrix, dtype }) => {
      expectSpectrum(solve(matrix, dtype), golden.spectra[name]!);
    });
    test('has a value for every case', () => {
      expect(Object.keys(golden.spectra)).toEqual(Object.keys(SPECTRUM_CASES));
    });
  });

  describe('ranks', () => {
    test.each([
      [40, 40, 39],
      [90, 60, 17],
      [60, 90, 1],
      [300, 64, 32],
    ])('a %i × %i matrix of rank %i has that many values above the noise', (rows, cols, rank) => {
      const matrix = product(integerMatrix(rows, rank, 3), integerMatrix(rank, cols, 4));
      for (const dtype of ['F64', 'F32'] as const) {
        const values = solve(matrix, dtype);
        const noise = values.at(-1)! * Math.max(rows, cols) * EPSILON;
        expect(values.filter((value) => value > noise)).toHaveLength(rank);
      }
    });
    test('equal columns lower the rank', () => {
      const base = normalMatrix(80, 30, 8);
      const values = solve(dense(80, 31, (i, j) => base.values[i * 30 + (j % 30)]!));
      expect(values[0]).toBeLessThan(values.at(-1)! * 80 * EPSILON);
      expect(values[1]).toBeGreaterThan(1);
    });
  });

  describe('stored elements', () => {
    const matrix = integerMatrix(37, 21, 9);
    const expected = [...solve(matrix)];
    const layouts: Readonly<Record<string, Strides>> = {
      'row-major': { offset: 0, rowStride: 21, colStride: 1 },
      'column-major': { offset: 0, rowStride: 1, colStride: 37 },
      'a slice of a kernel, channels first': { offset: 4, rowStride: 21 * 9, colStride: 9 },
      'a slice of a kernel, channels last': { offset: 37 * 21, rowStride: 21, colStride: 1 },
      'rows far apart': { offset: 3, rowStride: 1000, colStride: 2 },
      'column-major with gaps': { offset: 1, rowStride: 3, colStride: 200 },
      'at an odd address': { offset: 0, rowStride: 21, colStride: 1, unaligned: true },
      'in shared memory': { offset: 0, rowStride: 21, colStride: 1, shared: true },
    };
    for (const dtype of DTYPES) {
      test.each(Object.entries(layouts))(`${dtype} elements, %s`, (_, strides) => {
        expectSpectrum(solve(matrix, dtype, strides), expected);
      });
    }

    test('a matrix larger than what is converted at a time, both ways and as a slice', () => {
      const large = integerMatrix(300, 40, 10);
      const values = [...solve(large)];
      for (const strides of [
        { offset: 0, rowStride: 1, colStride: 300 },
        { offset: 2, rowStride: 40 * 4, colStride: 4 },
        { offset: 2, rowStride: 5, colStride: 300 * 5 },
      ]) {
        expectSpectrum(solve(large, 'F32', strides), values);
        expectSpectrum(
          solve(transpose(large), 'F16', {
            ...strides,
            rowStride: strides.colStride,
            colStride: strides.rowStride,
          }),
          values,
        );
      }
    });
    test('a matrix without rows or columns has no singular values', () => {
      expect(solve(dense(0, 7, () => 0))).toHaveLength(0);
      expect(solve(dense(7, 0, () => 0))).toHaveLength(0);
    });
    test('a view beyond the end of its tensor is refused', () => {
      const view = viewOf(integerMatrix(4, 4, 1), 'F32');
      expect(codeOf(() => engine.singularValues({ ...view, offset: 1 }))).toBe('OUT_OF_BOUNDS');
      expect(codeOf(() => engine.singularValues({ ...view, rows: 2 ** 31, cols: 2 ** 21 }))).toBe(
        'OUT_OF_BOUNDS',
      );
    });
  });

  describe('range', () => {
    const matrix = normalMatrix(50, 30, 12);
    const values = [...solve(matrix)];
    test.each([1e-160, 1e-80, 1e80, 1e150])('elements near %d neither overflow nor underflow', (factor) => {
      const scaled = solve(dense(50, 30, (i, j) => matrix.values[i * 30 + j]! * factor));
      expectSpectrum(
        scaled.map((value) => value / factor),
        values,
      );
    });
    test('float64 numbers near the smallest normal one', () => {
      const factor = 2 ** -1010;
      const scaled = solve(dense(50, 30, (i, j) => matrix.values[i * 30 + j]! * factor));
      // Where elements are subnormal, they have lost digits themselves.
      for (const [k, value] of scaled.entries()) expect(value / factor / values[k]!).toBeCloseTo(1, 9);
    });
    test('float32 numbers at both ends of their range', () => {
      const whole = integerMatrix(50, 30, 12);
      const expected = [...solve(whole)];
      for (const factor of [2 ** -149, 2 ** 124]) {
        const scaled = solve(
          dense(50, 30, (i, j) => whole.values[i * 30 + j]! * factor),
          'F32',
        );
        expectSpectrum(
          scaled.map((value) => value / factor),
          expected,
        );
      }
    });
    test('elements of very different size in one matrix', () => {
      const spectrum = [1e-200, 1e-100, 1, 1e100];
      expectSpectrum(solve(dense(4, 4, (i, j) => (i === j ? spectrum[i]! : 0))), spectrum);
    });
  });

  describe('numbers that are not finite', () => {
    const positions = [0, 20, 37 * 21 - 1, 400];
    for (const dtype of ['F64', 'F32', 'BF16', 'F16', 'F8_E5M2'] as const) {
      test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
        `${dtype} with %d`,
        (bad) => {
          for (const at of positions) {
            const whole = integerMatrix(37, 21, 2);
            whole.values[at] = bad;
            expect(() => solve(whole, dtype)).toThrow(
              `element (${Math.floor(at / 21)}, ${at % 21}) is ${bad}`,
            );
            expect(codeOf(() => solve(whole, dtype))).toBe('NOT_FINITE');
          }
        },
      );
    }
    test('F8_E4M3 with NaN', () => {
      const whole = integerMatrix(37, 21, 2);
      whole.values[33] = Number.NaN;
      expect(codeOf(() => solve(whole, 'F8_E4M3'))).toBe('NOT_FINITE');
    });
    test('what lies between the elements of a view does not matter', () => {
      // `viewOf` fills the gaps with NaN.
      const strides = { offset: 5, rowStride: 90, colStride: 2 };
      expect(solve(integerMatrix(6, 5, 2), 'F32', strides).every(Number.isFinite)).toBe(true);
    });
    test('an engine that has refused a matrix goes on to the next', () => {
      const before = solve(normalMatrix(20, 20, 1));
      expect(codeOf(() => solve(dense(90, 90, () => Number.NaN)))).toBe('NOT_FINITE');
      expect(solve(normalMatrix(20, 20, 1))).toEqual(before);
    });
  });

  test('the same matrix gives the same bits, whatever was solved before and by whichever instance', () => {
    const matrix = normalMatrix(90, 60, 21);
    const first = solve(matrix);
    solve(normalMatrix(301, 40, 22));
    solve(product(integerMatrix(50, 3, 1), integerMatrix(3, 50, 2)));
    expect(solve(matrix)).toEqual(first);
    expect(create().singularValues(viewOf(matrix))).toEqual(first);
    expect(solve(matrix, 'F64', { offset: 7, rowStride: 300, colStride: 3 })).toEqual(first);
  });
}
