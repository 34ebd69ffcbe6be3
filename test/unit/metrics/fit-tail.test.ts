import { describe, expect, test } from '@jest/globals';
import { type AnalysisModes, DEFAULT_MODES } from '../../../src/metrics/analysis-modes.ts';
import { fitTail } from '../../../src/metrics/fit-tail.ts';
import { fitPowerLaw } from '../../../src/metrics/power-law.ts';
import { allStarts, fitPowerLawAmong } from '../../../src/metrics/tails.ts';
import { seededUniform } from '../../support/matrices.ts';

/** Values of a power law from 1 on, ascending. */
function pareto(count: number, alpha: number, seed: number): Float64Array {
  const uniform = seededUniform(seed);
  return Float64Array.from({ length: count }, () => (1 - uniform()) ** (-1 / (alpha - 1))).sort();
}

/** With exponential cut-off, by rejection. */
function truncated(count: number, alpha: number, Lambda: number, seed: number): Float64Array {
  const uniform = seededUniform(seed);
  const values: number[] = [];
  while (values.length < count) {
    const x = (1 - uniform()) ** (-1 / (alpha - 1));
    if (uniform() < Math.exp(-Lambda * (x - 1))) values.push(x);
  }
  return Float64Array.from(values).sort();
}

function fitWith(values: Float64Array, modes: Partial<AnalysisModes>, literal = false) {
  return fitTail(values, { ...DEFAULT_MODES, ...modes }, values.length, literal);
}

describe('the fit of a tail', () => {
  test('is by default that of all values', () => {
    const values = pareto(200, 2.5, 1);
    expect(fitWith(values, {})).toEqual({ fit: fitPowerLaw(values), columns: {} });
  });

  test('as the package powerlaw has it, is the same from 20 values on', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const values = pareto(60, 3, seed);
      const expected = fitPowerLaw(values)!;
      const { fit: found } = fitWith(values, { plPackage: 'powerlaw' });
      expect([found!.tail, found!.alpha / expected.alpha]).toEqual([expected.tail, expect.closeTo(1, 12)]);
    }
  });

  test('that ends at the largest value has a distribution that is 1 there', () => {
    const values = Float64Array.of(1, 2, 4, 8);
    const { alpha, D } = fitPowerLawAmong(values, [0], true)!;
    expect(alpha).toBeCloseTo(1 + 4 / (6 * Math.log(2)), 12);
    const below = (x: number) => (1 - x ** (1 - alpha)) / (1 - 8 ** (1 - alpha));
    expect(D).toBeCloseTo(Math.max(below(2) - 1 / 4, below(4) - 2 / 4, 1 - 3 / 4), 12);
  });
});

describe('fingers', () => {
  const tail = pareto(100, 2.5, 5);
  const most = tail.at(-1)!;

  test.each([1, 3])('are found and taken away where there are %i', (count) => {
    // Large values close together look like the steep end of another law.
    const fingers = Array.from({ length: count }, (_, i) => most * 1e6 * (1 + i / 100));
    const values = Float64Array.from([...tail.slice(0, 12), ...fingers]);
    const first = fitPowerLawAmong(values, allStarts(values), false)!;
    const { fit: found, columns } = fitWith(values, { fixFingers: 'clip_xmax', fingerThresh: 0 });
    expect(columns.num_fingers).toBeLessThanOrEqual(10);
    expect(columns.raw_alpha).toBeGreaterThan(0);
    expect(found!.xmax).toBe(values[values.length - 1 - columns.num_fingers!]);
    expect(first.xmax).toBe(values.at(-1));
  });

  test('stay where alpha does not fall', () => {
    const { fit: found, columns } = fitWith(tail, { fixFingers: 'clip_xmax', fingerThresh: 1000 });
    expect(columns).toEqual({ raw_alpha: found!.alpha, num_fingers: 0 });
    expect(found).toEqual(fitPowerLaw(tail));
  });

  test('number at most max_fingers', () => {
    const { columns } = fitWith(tail, { fixFingers: 'clip_xmax', fingerThresh: 0, maxFingers: 0 });
    expect(columns.num_fingers).toBe(0);
  });

  test('literally are one more than WeightWatcher counts', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const values = pareto(60, 4, seed);
      const { fit: found, columns } = fitWith(values, { fixFingers: 'clip_xmax', fingerThresh: 0.2 }, true);
      if (columns.num_fingers === 0) continue;
      expect(found!.xmax).toBe(values[values.length - 2 - columns.num_fingers!]);
      return;
    }
    throw new Error('no sample has fingers');
  });

  test('xmin_peak begins the tail near the peak of the density of log λ', () => {
    const uniform = seededUniform(9);
    const noise = Float64Array.from({ length: 50 }, () => 0.01 * uniform());
    const values = Float64Array.from([...noise, ...pareto(400, 3, 2)]).sort();
    const { fit: found } = fitWith(values, { fixFingers: 'xmin_peak' });
    expect(found!.xmin).toBeGreaterThanOrEqual(0.95);
    expect(found!.xmin).toBeLessThan(1.6);
    expect(Math.abs(found!.alpha - 3)).toBeLessThan(4 * found!.sigma);
  });
});

describe('the power law with exponential cut-off', () => {
  test('finds the planted exponent and cut-off', () => {
    const { fit: found, columns } = fitWith(truncated(200, 2, 0.05, 3), { fit: 'E_TPL' });
    expect(found!.alpha).toBeGreaterThan(1.5);
    expect(found!.alpha).toBeLessThan(2.5);
    expect(columns.Lambda).toBeGreaterThan(0.02);
    expect(columns.Lambda).toBeLessThan(0.12);
  });

  test('lies nearer to what was cut off than the power law does', () => {
    const values = truncated(60, 1.5, 0.2, 4);
    const { fit: found } = fitWith(values, { fit: 'TPL' });
    expect(found!.D).toBeLessThan(fitPowerLaw(values)!.D);
  });

  test('is none of values that are all equal', () => {
    expect(fitWith(new Float64Array(10).fill(2), { fit: 'TPL' }).fit).toBeUndefined();
  });
});
