import { describe, expect, test } from '@jest/globals';
import { findRoot } from '../../../../src/metrics/uncertainty/find-root.ts';

describe('findRoot', () => {
  test.each([
    ['a line', (x: number) => 3 * x - 1, -10, 10, 1 / 3],
    ['a cube at its flat root', (x: number) => (x - 1) ** 3, -3, 6, 1],
    ['a step', (x: number) => (x < Math.SQRT2 ? -1 : 1), 0, 100, Math.SQRT2],
    ['a steep exponential', (x: number) => Math.exp(50 * x) - 1, -1, 1, 0],
    ['a pole of a logarithm', (x: number) => Math.log(x) + 30, 1e-300, 1, Math.exp(-30)],
  ])('finds the root of %s', (_, f, low, high, root) => {
    expect(Math.abs(findRoot(f, low, high, 1e-12) - root)).toBeLessThan(2e-6 * (root === 1 ? 1 : 1e-5));
  });

  test('needs few evaluations for a smooth function', () => {
    let evaluations = 0;
    findRoot(
      (x) => {
        evaluations++;
        return Math.exp(x) - 2;
      },
      -5,
      5,
      1e-12,
    );
    expect(evaluations).toBeLessThan(20);
  });

  test('takes an end of the bracket that is a root', () => {
    expect(findRoot((x) => x, 0, 1, 1e-12)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1, 1e-12)).toBe(1);
  });

  test.each([
    ['no change of sign', (x: number) => x * x + 1],
    ['values that are not numbers', (x: number) => (Math.abs(x) === 1 ? x : Number.NaN)],
  ])('refuses %s instead of giving a wrong answer', (_, f) => {
    expect(() => findRoot(f, -1, 1, 1e-12)).toThrow(expect.objectContaining({ code: 'NO_CONVERGENCE' }));
  });
});
