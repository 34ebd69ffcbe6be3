import { describe, expect, test } from '@jest/globals';
import type { Comparison } from '../../../../src/metrics/uncertainty/alternatives/compare.ts';
import { type Evidence, judgeTrust } from '../../../../src/metrics/uncertainty/trust.ts';

const WORSE: Comparison = { logLikelihoodRatio: 10, R: 3, p: 0.003 };
const SAME: Comparison = { logLikelihoodRatio: -0.1, R: -0.2, p: 0.8 };
const BETTER: Comparison = { logLikelihoodRatio: -8, R: -2.5, p: 0.012 };

/** Evidence of which nothing is in doubt. */
const GOOD: Evidence = {
  fit: { alpha: 1.8, D: 0.04, sigma: 0.08, xmin: 1, xmax: 900, tail: 100 },
  goodnessOfFit: { pValue: 0.6, replicas: 40 },
  stability: { lowest: 1.75, highest: 1.9, ratio: 1.2 },
  alternatives: {
    exponential: WORSE,
    lognormal: SAME,
    truncated_power_law: SAME,
    stretched_exponential: SAME,
  },
  nullAlpha: { alphas: [4, 5, 6], pValue: 0.1, separation: 40 },
};

describe('judgeTrust', () => {
  test('trusts a fit of which nothing is in doubt, without a word', () => {
    expect(judgeTrust(GOOD)).toEqual({ label: 'high', reasons: [] });
  });

  test.each<[string, Partial<Evidence>, string, string]>([
    [
      'a spectrum like that of its shuffles',
      { nullAlpha: { alphas: [1.7, 1.9], pValue: 0.1, separation: 1.99 } },
      'none',
      'not distinguishable from a shuffled layer',
    ],
    [
      'a separation that is not a number',
      { nullAlpha: { alphas: [], pValue: 1, separation: Number.NaN } },
      'none',
      'not distinguishable from a shuffled layer',
    ],
    [
      'an alpha that shuffles have as well',
      { nullAlpha: { alphas: [1.31, 1.851], pValue: 0.73, separation: 3.3 } },
      'low',
      'its own weights in random order have an alpha as low (1.31 to 1.85)',
    ],
    ['no comparison with shuffles', { nullAlpha: undefined }, 'medium', 'it was not compared'],
    [
      'a short tail',
      { fit: { ...GOOD.fit, tail: 49, sigma: 0.114 } },
      'medium',
      'only 49 eigenvalues in the tail (alpha ± 0.114)',
    ],
    ['a very short tail', { fit: { ...GOOD.fit, tail: 19 } }, 'low', 'only 19 eigenvalues in the tail'],
    [
      'a tail near a power law',
      { goodnessOfFit: { pValue: 0.014, replicas: 1000 } },
      'medium',
      'its tail is near a power law, but not one (p = 0.014, D = 0.04)',
    ],
    [
      'a tail that is none',
      { goodnessOfFit: { pValue: 0, replicas: 1000 }, fit: { ...GOOD.fit, D: 0.118 } },
      'low',
      'its tail is not a power law (p < 0.001, D = 0.118)',
    ],
    [
      'an alpha that depends somewhat on xmin',
      { stability: { lowest: 1.7, highest: 2.2, ratio: 1.71 } },
      'medium',
      'alpha depends on where the tail begins: 1.7 to 2.2',
    ],
    [
      'an alpha that depends on xmin',
      { stability: { lowest: 2.3, highest: 4.67, ratio: 2.82 } },
      'low',
      'alpha depends on where the tail begins: 2.3 to 4.67',
    ],
    [
      'a tail with a cut-off',
      { alternatives: { ...GOOD.alternatives, truncated_power_law: BETTER } },
      'medium',
      'a power law with a cut-off is more likely (p = 0.012)',
    ],
    [
      'several better alternatives, of which it names the most likely',
      {
        alternatives: {
          ...GOOD.alternatives,
          truncated_power_law: BETTER,
          lognormal: { ...BETTER, logLikelihoodRatio: -9 },
        },
      },
      'medium',
      'a log-normal distribution is more likely',
    ],
    [
      'a tail that is not heavy',
      { alternatives: { ...GOOD.alternatives, exponential: BETTER, truncated_power_law: BETTER } },
      'low',
      'its tail is not heavy: an exponential distribution is more likely (p = 0.012)',
    ],
  ])('%s', (_, change, label, reason) => {
    const trust = judgeTrust({ ...GOOD, ...change });
    expect(trust.label).toBe(label);
    expect(trust.reasons).toEqual([expect.stringContaining(reason)]);
  });

  test('names every doubt, the weightiest first, and follows that', () => {
    const trust = judgeTrust({
      ...GOOD,
      fit: { ...GOOD.fit, tail: 30 },
      stability: { lowest: 1.5, highest: 4, ratio: 6 },
      nullAlpha: { alphas: [1.7, 1.9], pValue: 0.5, separation: 1 },
    });
    expect(trust.label).toBe('none');
    expect(trust.reasons).toEqual([
      expect.stringContaining('not distinguishable'),
      expect.stringContaining('depends on where the tail begins'),
      expect.stringContaining('only 30'),
    ]);
  });

  test('does not doubt an alpha for shuffles that have none', () => {
    const nullAlpha = { alphas: [], pValue: 1, separation: 50 };
    expect(judgeTrust({ ...GOOD, nullAlpha }).label).toBe('high');
  });
});
