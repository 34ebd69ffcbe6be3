import { describe, expect, test } from '@jest/globals';
import { fitPowerLaw } from '../../../../src/metrics/power-law.ts';
import { goodnessOfFit } from '../../../../src/metrics/uncertainty/goodness-of-fit.ts';
import { type RandomStream, randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { paretoSample } from './pareto-sample.ts';

const ALL_REPLICAS = { replicas: 60, sufficient: 61 };

describe('goodnessOfFit', () => {
  test.each([
    ['a power law', paretoSample(randomStream(1, '', 'data'), 60, 2.5)],
    ['a small sample', paretoSample(randomStream(2, '', 'data'), 14, 2)],
    ['values that are none', Float64Array.from({ length: 40 }, (_, i) => 1 + i * i)],
  ])('estimates the p-value of the bootstrap as the paper describes it: %s', (_, values) => {
    const fit = fitPowerLaw(values)!;
    const replicas = 2000;
    const random = randomStream(3, '', 'by definition');
    let farther = 0;
    for (let i = 0; i < replicas; i++) {
      if ((fitPowerLaw(replicaByDefinition(values, fit, random))?.D ?? 1) >= fit.D) farther++;
    }
    const { pValue } = goodnessOfFit(values, fit, randomStream(4, '', ''), {
      replicas,
      sufficient: replicas + 1,
    });
    // Four standard errors of the difference of two such shares.
    expect(Math.abs(pValue - farther / replicas)).toBeLessThan(4 * Math.sqrt(0.5 / replicas));
  });

  test('is roughly uniform over samples of power laws, and rather too large than too small', () => {
    const pValues = Array.from({ length: 200 }, (_, draw) => {
      const values = paretoSample(randomStream(draw, '', 'uniform'), 60, 2.5);
      return goodnessOfFit(values, fitPowerLaw(values)!, randomStream(draw, '', ''), ALL_REPLICAS).pValue;
    }).sort((a, b) => a - b);
    const distances = pValues.map((p, i) => Math.max(Math.abs(p - i / 200), Math.abs(p - (i + 1) / 200)));
    // The Kolmogorov-Smirnov distance of 200 uniform numbers is below 0.115 in 99 %; the method's own bias adds to it.
    expect(Math.max(...distances)).toBeLessThan(0.2);
    const mean = pValues.reduce((sum, p) => sum + p, 0) / 200;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.65);
    expect(pValues.filter((p) => p < 0.1).length / 200).toBeLessThanOrEqual(0.1);
  });

  test.each([
    ['evenly spread values', (i: number) => 1 + i / 500],
    ['two clusters', (i: number) => (i < 250 ? 1 + i / 1000 : 50 + i / 1000)],
  ])('rules a power law out for %s', (_, draw) => {
    const values = Float64Array.from({ length: 500 }, (_value, i) => draw(i));
    const { pValue, replicas } = goodnessOfFit(values, fitPowerLaw(values)!, randomStream(1, '', ''), {
      replicas: 300,
      sufficient: 25,
    });
    expect(pValue).toBeLessThan(0.02);
    expect(replicas).toBe(300);
  });

  test('stops early without bias', () => {
    const values = paretoSample(randomStream(9, '', 'data'), 40, 2);
    const fit = fitPowerLaw(values)!;
    const whole = goodnessOfFit(values, fit, randomStream(0, '', 'whole'), {
      replicas: 4000,
      sufficient: 4001,
    });
    const runs = Array.from({ length: 300 }, (_, seed) =>
      goodnessOfFit(values, fit, randomStream(seed, '', 'early'), { replicas: 60, sufficient: 5 }),
    );
    const mean = runs.reduce((sum, { pValue }) => sum + pValue, 0) / runs.length;
    const spread = Math.sqrt(runs.reduce((sum, { pValue }) => sum + (pValue - mean) ** 2, 0)) / runs.length;
    expect(runs.some(({ replicas }) => replicas < 60)).toBe(true);
    expect(Math.abs(mean - whole.pValue)).toBeLessThan(4 * spread);
    // The share at the stop, 5/drawn, would be too large by far more than that.
    const naive = runs.reduce((sum, { replicas }) => sum + 5 / replicas, 0) / runs.length;
    expect(naive - whole.pValue).toBeGreaterThan(4 * spread);
  });

  test('gives the same for the same seed', () => {
    const values = paretoSample(randomStream(1, '', 'data'), 80, 2);
    const fit = fitPowerLaw(values)!;
    const run = (seed: number) => goodnessOfFit(values, fit, randomStream(seed, 'fc1', 'p'), ALL_REPLICAS);
    expect(run(1)).toEqual(run(1));
    expect([2, 3, 4, 5].some((seed) => run(seed).pValue !== run(1).pValue)).toBe(true);
  });
});

/** Each value with probability tail/n from the fitted power law, else one of the values below xmin. */
function replicaByDefinition(
  values: Float64Array,
  { alpha, tail, xmin }: { alpha: number; tail: number; xmin: number },
  random: RandomStream,
): Float64Array {
  const n = values.length;
  return values
    .map(() =>
      random.uniform() < tail / n
        ? xmin * (1 - random.uniform()) ** (-1 / (alpha - 1))
        : values[random.integer(n - tail)]!,
    )
    .sort();
}
