import { describe, expect, test } from '@jest/globals';
import { seededNormals } from '../../support/random.ts';
import { pOfSameDistribution, type TwoSamples } from '../../support/same-distribution.ts';

/** Twenty quantities, fifty draws of ours and five of theirs, whose draws have been changed. */
function quantities(seed: number, change: (normal: number) => number): TwoSamples[] {
  const normal = seededNormals(seed);
  return Array.from({ length: 20 }, (_, quantity) => {
    const draw = () => 1000 * quantity + normal();
    const draws = (count: number) => Array.from({ length: count }, draw);
    return {
      ours: draws(50),
      theirs: draws(5).map((value) => change(value - 1000 * quantity) + 1000 * quantity),
    };
  });
}

describe('the test of a common distribution', () => {
  test('finds nothing where there is one', () => {
    const ps = Array.from({ length: 100 }, (_, seed) =>
      pOfSameDistribution(quantities(seed, (value) => value)),
    );
    const below = (limit: number) => ps.filter((p) => p < limit).length;
    expect(below(0.001)).toBe(0);
    expect(below(0.5)).toBeGreaterThan(20);
    expect(below(0.5)).toBeLessThan(60);
  });

  test.each<[string, (value: number) => number]>([
    ['half a standard deviation further up', (value) => value + 0.5],
    ['spread twice as wide', (value) => 2 * value],
    ['spread half as wide', (value) => value / 2],
  ])('finds draws %s', (_, change) => {
    expect(pOfSameDistribution(quantities(3, change))).toBeLessThan(0.001);
  });

  test('takes rounding for what it is', () => {
    const rounding = Array.from({ length: 5 }, (_, index) => 1 + index * Number.EPSILON);
    expect(pOfSameDistribution([{ ours: new Array<number>(50).fill(1), theirs: rounding }])).toBe(1);
  });
});
