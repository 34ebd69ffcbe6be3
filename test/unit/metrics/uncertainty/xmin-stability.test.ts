import { describe, expect, test } from '@jest/globals';
import { fitPowerLaw } from '../../../../src/metrics/power-law.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { xminStability } from '../../../../src/metrics/uncertainty/xmin-stability.ts';
import { paretoSample } from './pareto-sample.ts';

describe('xminStability', () => {
  test('is a narrow range around alpha for a power law', () => {
    const ratios = Array.from({ length: 60 }, (_, draw) => {
      const values = paretoSample(randomStream(draw, '', 'stability'), 200, 2.5);
      const fit = fitPowerLaw(values)!;
      const { lowest, highest, ratio } = xminStability(values, fit);
      expect(lowest).toBeLessThanOrEqual(fit.alpha);
      expect(highest).toBeGreaterThanOrEqual(fit.alpha);
      expect(ratio).toBe((highest - 1) / (lowest - 1));
      return ratio;
    }).sort((a, b) => a - b);
    expect(ratios[56]!).toBeLessThan(1.5);
  });

  test('is the range over all tails of at least half the length whose distance is at most a quarter larger', () => {
    for (let draw = 0; draw < 20; draw++) {
      const random = randomStream(draw, '', 'definition');
      const values = Float64Array.from({ length: 80 }, () => 1 + random.exponential()).sort();
      const fit = fitPowerLaw(values)!;
      const alphas: number[] = [];
      for (let start = 0; values.length - start >= fit.tail / 2; start++) {
        const { alpha, D } = fitFrom(values.subarray(start));
        if (D < 1.25 * fit.D) alphas.push(alpha);
      }
      const { lowest, highest } = xminStability(values, fit);
      expect(lowest).toBeCloseTo(Math.min(...alphas), 10);
      expect(highest).toBeCloseTo(Math.max(...alphas), 10);
    }
  });

  test('is wide for most samples without a tail', () => {
    const ratios = Array.from({ length: 40 }, (_, draw) => {
      const random = randomStream(draw, '', 'even');
      const values = Float64Array.from({ length: 100 }, () => 1 + random.uniform()).sort();
      return xminStability(values, fitPowerLaw(values)!).ratio;
    });
    expect(ratios.filter((ratio) => ratio > 1.5).length).toBeGreaterThan(20);
  });
});

/** The power law of maximum likelihood on the whole of a sample. */
function fitFrom(tail: Float64Array) {
  const n = tail.length;
  const sum = tail.reduce((total, x) => total + Math.log(x / tail[0]!), 0);
  const alpha = 1 + n / sum;
  const distances = tail.map((x, k) => Math.abs(1 - (x / tail[0]!) ** (1 - alpha) - k / n));
  return { alpha, D: Math.max(...distances) };
}
