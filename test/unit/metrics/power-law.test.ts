import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitPowerLaw } from '../../../src/metrics/power-law.ts';
import { seededUniforms } from '../../support/random.ts';

describe('fitPowerLaw', () => {
  test('finds the winner of the definition for every size and shape of sample', () => {
    const samples = fc.array(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), {
      minLength: 20,
      maxLength: 300,
    });
    fc.assert(
      fc.property(samples, (sample) => {
        const values = Float64Array.from(sample).sort();
        const expected = fitByDefinition(values);
        const fit = fitPowerLaw(values);
        // A winner whose tail is one value many times over has no finite exponent.
        if (expected === undefined || !Number.isFinite(expected.alpha)) expect(fit).toBeUndefined();
        else expect([fit?.tail, fit?.alpha, fit?.D]).toEqual([expected.tail, expected.alpha, expected.D]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([1.5, 2, 3, 5])('finds a planted exponent of %p within three standard errors', (alpha) => {
    const uniforms = seededUniforms(20_26);
    const values = Float64Array.from({ length: 2000 }, () => (1 - uniforms()) ** (-1 / (alpha - 1))).sort();
    const fit = fitPowerLaw(values)!;
    expect(Math.abs(fit.alpha - alpha)).toBeLessThan(3 * fit.sigma);
    expect(fit.xmax).toBe(values.at(-1));
  });

  test('does not depend on the unit of the values', () => {
    const uniforms = seededUniforms(7);
    const values = Float64Array.from({ length: 200 }, () => 1 / (1 - uniforms())).sort();
    const fit = fitPowerLaw(values)!;
    const scaled = fitPowerLaw(values.map((value) => value * 1024))!;
    expect(scaled.alpha).toBeCloseTo(fit.alpha, 10);
    expect(scaled.tail).toBe(fit.tail);
    expect(scaled.xmin).toBe(1024 * fit.xmin);
  });

  test('has sigma = (alpha − 1)/√tail for samples of every size', () => {
    for (const size of [2, 7, 12, 19, 20, 100]) {
      const values = Float64Array.from({ length: size }, (_, i) => 1.3 ** i);
      const fit = fitPowerLaw(values)!;
      expect(fit.sigma).toBe((fit.alpha - 1) / Math.sqrt(fit.tail));
    }
  });

  test('corrects small samples for bias and keeps 8 values in the tail', () => {
    const values = Float64Array.from({ length: 12 }, (_, i) => 1.5 ** i);
    const fit = fitPowerLaw(values)!;
    expect(fit.tail).toBeGreaterThanOrEqual(8);
    const tail = values.slice(-fit.tail);
    const sum = tail.reduce((total, value) => total + Math.log(value / tail[0]!), 0);
    expect(fit.alpha).toBeCloseTo(1 + (fit.tail - 1) / sum, 12);
  });

  test('finds nothing where there is nothing to fit', () => {
    expect(fitPowerLaw(new Float64Array(0))).toBeUndefined();
    expect(fitPowerLaw(Float64Array.of(3))).toBeUndefined();
    expect(fitPowerLaw(new Float64Array(10).fill(3))).toBeUndefined();
    expect(fitPowerLaw(new Float64Array(40).fill(3))).toBeUndefined();
  });
});

/** The fit as it is defined: every start, every point. */
function fitByDefinition(values: Float64Array) {
  const logs = values.map(Math.log);
  const n = values.length;
  const sums = new Float64Array(n);
  for (let i = n - 1, sum = 0; i >= 0; i--) {
    sum += logs[i]!;
    sums[i] = sum - (n - i) * logs[i]!;
  }
  let best: { tail: number; alpha: number; D: number } | undefined;
  for (let start = 0; start < n - 1; start++) {
    const tail = n - start;
    const alpha = 1 + tail / sums[start]!;
    if (!(alpha > 1)) continue;
    let D = 0;
    for (let k = 0; k < tail; k++) {
      const cdf = alpha === Infinity ? 0 : 1 - Math.exp((1 - alpha) * (logs[start + k]! - logs[start]!));
      D = Math.max(D, Math.abs(cdf - k / tail));
    }
    if (D < (best?.D ?? 1)) best = { tail, alpha, D };
  }
  return best;
}
