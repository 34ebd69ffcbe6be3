import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitPowerLaw, tailsNearerThan } from '../../../../src/metrics/power-law.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { paretoSample } from './pareto-sample.ts';

describe('tailsNearerThan', () => {
  const samples = fc
    .array(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 80 })
    .map((sample) => Float64Array.from(sample).sort());

  test('has the best fit among its tails, and none that is nearer', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const fit = fitPowerLaw(values);
        const logs = values.map(Math.log);
        if (fit === undefined) return;
        expect([...tailsNearerThan(logs, fit.D)]).toEqual([]);
        const { alpha, D, tail } = fit;
        expect([...tailsNearerThan(logs, fit.D * (1 + 1e-12))]).toContainEqual({ alpha, D, tail });
      }),
      { numRuns: 200 },
    );
  });

  test('gives the tails below a distance that it gives below a larger one, the longest first', () => {
    const logs = paretoSample(randomStream(1, '', 'tails'), 200, 2.5).map(Math.log);
    const all = [...tailsNearerThan(logs, 1)];
    const near = [...tailsNearerThan(logs, 0.1)];
    expect(near).toEqual(all.filter(({ D }) => D < 0.1));
    expect(near.length).toBeGreaterThan(0);
    expect(near.length).toBeLessThan(all.length);
    expect(all.map(({ tail }) => tail)).toEqual(all.map(({ tail }) => tail).sort((a, b) => b - a));
  });
});

describe('planted exponents', () => {
  test.each([
    [50, 200],
    [200, 100],
    [1000, 40],
    [5000, 20],
  ])('lie within three standard errors in at least 95 %% of samples of %p values', (n, draws) => {
    for (const alpha of n > 1000 ? [1.8] : [1.5, 3]) {
      const hits = Array.from({ length: draws }, (_, draw) => {
        const fit = fitPowerLaw(paretoSample(randomStream(draw, `${n}`, `${alpha}`), n, alpha))!;
        return Math.abs(fit.alpha - alpha) < 3 * fit.sigma;
      }).filter(Boolean);
      expect(hits.length / draws).toBeGreaterThanOrEqual(0.95);
    }
  });
});
