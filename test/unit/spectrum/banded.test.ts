import { describe, expect, test } from '@jest/globals';
import { chooseBuild } from '../../../src/spectrum/kernels.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { layOut } from '../../../src/spectrum/workspace.ts';
import {
  type Dense,
  dense,
  integerMatrix,
  normalMatrix,
  product,
  viewOf,
  withSpectrum,
} from '../../support/matrices.ts';

const ORDER = 333;
const builds = ['simd', chooseBuild()!] as const;

/** Within what a backward stable method would allow, and to 1e-10 of the value itself beyond that. */
function expectSpectrum(actual: Float64Array, expected: readonly number[]): void {
  const sorted = [...expected].sort((a, b) => a - b);
  const floor = 4 * sorted.length * Number.EPSILON * sorted.at(-1)!;
  expect(actual).toHaveLength(sorted.length);
  const excess = sorted.map((value, k) => Math.abs(actual[k]! - value) - 1e-10 * value);
  expect(Math.max(...excess)).toBeLessThanOrEqual(floor);
}

const numbers = (count: number, at: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => at(index));

const spectra: Readonly<Record<string, readonly number[]>> = {
  'evenly spaced': numbers(ORDER, (k) => k + 1),
  'all equal': numbers(ORDER, () => 3),
  'a power law': numbers(ORDER, (k) => (k + 1) ** -0.8),
  'a power law down to 1e-5': numbers(ORDER, (k) => (k + 1) ** -2),
  'a bulk and ten small ones': numbers(ORDER, (k) => (k < 10 ? 1e-5 * (k + 1) : 1 + k / ORDER)),
  'a bulk and five equal small ones': numbers(ORDER, (k) => (k < 5 ? 1e-4 : 1 + k / ORDER)),
  'a bulk and a pair that differs in its last digits': numbers(ORDER, (k) => (k < 2 ? 1e-4 + k * 1e-18 : 1)),
  'graded over six decades': numbers(ORDER, (k) => 10 ** (-6 * (k / ORDER))),
  'half zero': numbers(ORDER, (k) => (k % 2 ? k : 0)),
};

describe.each(builds)('matrices that are reduced through a band, %s', (build) => {
  const engine = createWasmEngine({ build });
  const solve = (matrix: Dense): Float64Array => engine.singularValues(viewOf(matrix));

  test('are those of this order', () => {
    expect(layOut(ORDER, ORDER, 'F64').bandWidth).toBe(16);
    expect(ORDER % 16).not.toBe(0);
  });

  test.each(Object.entries(spectra))('the spectrum is %s, square', (_, spectrum) => {
    expectSpectrum(solve(withSpectrum(ORDER, ORDER, spectrum, 1)), spectrum);
  });
  test.each(Object.entries(spectra))('the spectrum is %s, tall', (_, spectrum) => {
    expectSpectrum(solve(withSpectrum(512, ORDER, spectrum, 2)), spectrum);
  });
  test.each(Object.entries(spectra))('the spectrum is %s, diagonal', (_, spectrum) => {
    expectSpectrum(solve(dense(ORDER, ORDER, (i, j) => (i === j ? spectrum[i]! : 0))), spectrum);
  });

  test('orders next to a multiple of the band width', () => {
    for (const order of [320, 321, 335, 336, 337]) {
      const spectrum = numbers(order, (k) => 1e-3 + k / order);
      expectSpectrum(solve(withSpectrum(order, order, spectrum, 4)), spectrum);
    }
  });

  test('a second difference matrix, of which the Gram matrix is tridiagonal', () => {
    const block = dense(ORDER, ORDER, (i, j) => (i === j || i === j - 1 ? 1 : 0));
    expectSpectrum(
      solve(block),
      numbers(ORDER, (k) => 2 * Math.cos(((k + 1) * Math.PI) / (2 * ORDER + 1))),
    );
  });

  test('a matrix of blocks has the singular values of its blocks', () => {
    const sizes = [3, 40, 1, 100, 17, 172];
    const parts = sizes.map((size, index) => normalMatrix(size, size, 50 + index));
    const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
    const whole = dense(ORDER, ORDER, () => 0);
    for (const [index, { rows, cols, values }] of parts.entries()) {
      for (let i = 0; i < rows; i++) {
        const row = values.subarray(i * cols, (i + 1) * cols);
        whole.values.set(row, (starts[index]! + i) * ORDER + starts[index]!);
      }
    }
    expectSpectrum(
      solve(whole),
      parts.flatMap((part) => [...solve(part)]),
    );
  });

  test('a matrix with empty columns, wherever they are', () => {
    const matrix = normalMatrix(400, ORDER, 6);
    const empty = (j: number): boolean => j % 7 === 3 || j < 20 || j > 310;
    const holes = dense(400, ORDER, (i, j) => (empty(j) ? 0 : matrix.values[i * ORDER + j]!));
    const kept = numbers(ORDER, (j) => j).filter((j) => !empty(j));
    const rest = dense(400, kept.length, (i, j) => matrix.values[i * ORDER + kept[j]!]!);
    expectSpectrum(solve(holes), [...numbers(ORDER - kept.length, () => 0), ...solve(rest)]);
  });

  test('the rank of a product', () => {
    const values = solve(product(integerMatrix(ORDER, 200, 3), integerMatrix(200, ORDER, 4)));
    const noise = values.at(-1)! * ORDER * Number.EPSILON;
    expect(values.filter((value) => value > noise)).toHaveLength(200);
  });

  test('the same bits, whatever was solved before', () => {
    const view = viewOf(normalMatrix(ORDER, ORDER, 21));
    const first = engine.singularValues(view);
    solve(normalMatrix(500, 400, 22));
    solve(normalMatrix(90, 80, 23));
    expect(engine.singularValues(view)).toEqual(first);
    expect(createWasmEngine({ build }).singularValues(view)).toEqual(first);
  });
});

test('a matrix so large that the band is wide', () => {
  const order = 2050;
  expect(layOut(order, order, 'F64').bandWidth).toBe(32);
  const spectrum = numbers(order, (k) => (k < 3 ? 1e-4 * (k + 1) : 0.5 + k / order));
  expectSpectrum(
    createWasmEngine().singularValues(viewOf(withSpectrum(order, order, spectrum, 1))),
    spectrum,
  );
});
