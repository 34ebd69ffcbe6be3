import { describe, expect, test } from '@jest/globals';
import { findOutliers } from '../../../../src/metrics/symptoms/outliers.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { paretoSample } from '../uncertainty/pareto-sample.ts';

const sample = (seed: number, n: number, alpha: number) =>
  paretoSample(randomStream(seed, `${n}`, `${alpha}`), n, alpha);

describe('findOutliers', () => {
  test.each([
    [30, 1.6],
    [50, 2],
    [100, 4],
    [300, 2.5],
  ])('finds none in pure power laws of %d values with alpha %d', (n, alpha) => {
    const found = Array.from({ length: 400 }, (_, seed) => findOutliers(sample(seed, n, alpha)));
    // One in a thousand is what is meant; 4 of 400 would come by chance once in 1,000 times.
    expect(found.filter((outliers) => outliers !== undefined).length).toBeLessThan(4);
  });

  test.each([1, 2, 5])('finds %d that are planted far above the others', (count) => {
    for (let seed = 0; seed < 20; seed++) {
      const values = sample(seed, 200, 3);
      const largest = values.at(-1)!;
      for (let i = 0; i < count; i++) values[values.length - 1 - i] = largest * (300 - i);
      const outliers = findOutliers(values.sort());
      expect(outliers?.count).toBe(count);
      expect(Math.abs(outliers!.fit.alpha - 3)).toBeLessThan(4 * outliers!.fit.sigma);
    }
  });

  test('takes six that lie together for a tail of their own', () => {
    const values = sample(1, 200, 3);
    const largest = values.at(-1)!;
    for (let i = 0; i < 6; i++) values[values.length - 1 - i] = largest * (300 - i);
    expect(findOutliers(values.sort())).toBeUndefined();
  });

  test.each([
    ['nothing', []],
    ['one value', [1]],
    ['two values', [1, 1e9]],
    ['three values', [1, 2, 1e9]],
    ['equal values', [2, 2, 2, 2, 2, 2, 2, 2, 2]],
  ])('says nothing of %s', (_, values) => {
    expect(findOutliers(Float64Array.from(values))).toBeUndefined();
  });
});
