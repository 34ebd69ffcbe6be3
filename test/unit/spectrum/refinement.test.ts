import { describe, expect, test } from '@jest/globals';
import { countToRefine, gramErrorBound, withRefined } from '../../../src/spectrum/refinement.ts';

/** 100 eigenvalues: those given, and others up to 1. */
function eigenvalues(...smallest: number[]): Float64Array {
  return Float64Array.from({ length: 100 }, (_, k) => smallest[k] ?? 0.5 + k / 198);
}

const bound = gramErrorBound(eigenvalues());
/** The smallest eigenvalue that is accurate as it is. */
const accurate = bound / 8e-10;

test('the bound on the error of an eigenvalue is 4√n + 64 units in the last place of the largest', () => {
  expect(bound).toBeCloseTo(104 * 2 ** -52, 20);
});

describe('how many eigenvalues have to be refined', () => {
  test('none where squaring has cost nothing', () => {
    expect(countToRefine(eigenvalues())).toBe(0);
    expect(countToRefine(eigenvalues(accurate * 1.01))).toBe(0);
  });
  test('those that squaring has made inaccurate', () => {
    expect(countToRefine(eigenvalues(accurate * 0.99))).toBe(1);
    expect(countToRefine(eigenvalues(1e-12, 1e-9, 1e-7, accurate * 1.01))).toBe(3);
  });
  test('and those that are too near to them to be told apart', () => {
    const near = accurate * 0.99;
    const step = 5 * bound;
    const last = accurate * 1.5;
    expect(countToRefine(eigenvalues(near, last, last + step))).toBe(1);
    const pair = [accurate - bound, accurate + bound, accurate + 6 * bound] as const;
    expect(countToRefine(eigenvalues(...pair, last))).toBe(3);
  });
  test('all, that is none by refining, where an eigenvalue could be zero', () => {
    for (const smallest of [-1e-15, 0, 2.9 * bound]) expect(countToRefine(eigenvalues(smallest))).toBe(100);
    expect(countToRefine(eigenvalues(3.1 * bound))).toBe(1);
  });
});

describe('putting refined eigenvalues in place', () => {
  const rough = eigenvalues(1e-11, 4e-10);
  test('replaces the smallest and keeps the order', () => {
    const refined = [1.0001e-11, 4.0001e-10];
    expect([...withRefined(rough, Float64Array.from(refined))!]).toEqual([...refined, ...rough.subarray(2)]);
  });
  test('is refused for a value that the error bound does not allow', () => {
    for (const value of [1e-11 + 2.1 * bound, 1e-11 - 2.1 * bound, Number.NaN]) {
      expect(withRefined(rough, Float64Array.of(value))).toBeUndefined();
    }
  });
  test('is refused where the square of the error is still too large beside the value', () => {
    const tiny = 1e-16;
    const start = eigenvalues(tiny, accurate * 2);
    expect(withRefined(start, Float64Array.of(tiny))).toBeUndefined();
    expect(withRefined(eigenvalues(tiny), Float64Array.of(tiny))).toBeDefined();
  });
  test('keeps the rough value where it is accurate and the refined one is not', () => {
    const near = [accurate * 1.01, accurate * 1.01 + bound] as const;
    const start = eigenvalues(...near);
    expect([...withRefined(start, Float64Array.of(near[0] + bound / 2))!]).toEqual([...start]);
  });
});
