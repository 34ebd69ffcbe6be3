import { describe, expect, test } from '@jest/globals';
import { rankCorrelation, shareLower } from '../../../scripts/calibration/rank-statistics.ts';

describe('rank correlation', () => {
  test('is 1 where the order is the same, -1 where it is reversed', () => {
    expect(rankCorrelation([1, 2, 10], [3, 4, 4.5])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 10], [4.5, 4, 3])).toBeCloseTo(-1, 12);
  });

  test("is SciPy's where values are equal", () => {
    // scipy.stats.spearmanr([0, 0, 1, 1, 2], [5, 3, 4, 4, 1])
    expect(rankCorrelation([0, 0, 1, 1, 2], [5, 3, 4, 4, 1])).toBeCloseTo(-0.540738070435875, 12);
  });
});

describe('the share of pairs in which a value is lower', () => {
  test('is counted over all pairs, equal ones half', () => {
    expect(shareLower([1, 2], [3, 4])).toBe(1);
    expect(shareLower([3, 4], [1, 2])).toBe(0);
    expect(shareLower([1, 3], [2, 3])).toBe((1 + 1 + 0 + 0.5) / 4);
  });
});
