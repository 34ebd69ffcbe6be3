import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cutOffMoments } from '../../../../src/metrics/uncertainty/alternatives/truncated-power-law.ts';
import { integrate, momentsOf } from '../../../../src/metrics/uncertainty/integrate.ts';
import { twoSidedNormalTail } from '../../../../src/metrics/uncertainty/normal-tail.ts';

interface SpecialFunctions {
  readonly twoSidedNormalTail: readonly { z: number; p: number }[];
  readonly cutOff: readonly { slope: number; theta: number; area: number; first: number; second: number }[];
  readonly truncatedNormal: readonly { slope: number; first: number; ratio: number }[];
}

const expected = JSON.parse(
  readFileSync(new URL('../../../fixtures/powerlaw/special-functions.json', import.meta.url), 'utf8'),
) as SpecialFunctions;

describe('integrals over the half line, against 40 digits of mpmath', () => {
  test.each(expected.twoSidedNormalTail)('normal distribution beyond ± $z', ({ z, p }) => {
    expect(relativeError(twoSidedNormalTail(z), p)).toBeLessThan(1e-12);
  });

  test.each(expected.cutOff)('power law with cut-off: slope $slope, theta $theta', (row) => {
    const { area, first, second } = cutOffMoments(row.slope, row.theta);
    expect(relativeError(area, row.area)).toBeLessThan(1e-12);
    expect(relativeError(first, row.first)).toBeLessThan(1e-12);
    expect(relativeError(second, row.second)).toBeLessThan(1e-12);
  });

  test.each(expected.truncatedNormal)('normal distribution cut off at $slope', ({ slope, first, ratio }) => {
    // Relative to the density's peak, so that it does not overflow.
    const peak = Math.max(-slope, 0);
    const moments = momentsOf(
      (w) => Math.exp(-slope * (w - peak) - (w * w - peak * peak) / 2),
      (w) => w,
      (w) => w * w,
    );
    expect(relativeError(moments.first, first)).toBeLessThan(1e-12);
    expect(relativeError(moments.second / moments.first ** 2, ratio)).toBeLessThan(1e-12);
  });

  test('an exponential function over 200 powers of ten', () => {
    for (const rate of [1e-200, 1e-100, 1])
      expect(integrate((t) => Math.exp(-rate * t)) * rate).toBeCloseTo(1, 11);
  });

  test('nothing lies beyond infinity', () => {
    expect(twoSidedNormalTail(Infinity)).toBe(0);
  });
});

function relativeError(value: number, truth: number): number {
  return Math.abs(value - truth) / truth;
}
