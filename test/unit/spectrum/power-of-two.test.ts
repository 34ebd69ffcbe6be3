import { expect, test } from '@jest/globals';
import { scaleToUnit } from '../../../src/spectrum/power-of-two.ts';

test.each([1, 0.5, 0.999, 3, 1e150, 1e-160, 2 ** -900, 1.7e300])(
  '%d is brought into [0.5, 1) by a power of two',
  (x) => {
    const scale = scaleToUnit(x);
    expect(x * scale).toBeGreaterThanOrEqual(0.5);
    expect(x * scale).toBeLessThan(1);
    expect(Math.log2(scale) % 1).toBeCloseTo(0, 15);
  },
);

test.each([Number.MIN_VALUE, Number.MAX_VALUE])('%d leaves the scale and its inverse finite', (x) => {
  const scale = scaleToUnit(x);
  expect(x * scale).toBeGreaterThan(0);
  expect(Number.isFinite(x * scale) && Number.isFinite(1 / scale)).toBe(true);
});

test('zero needs no scaling', () => {
  expect(scaleToUnit(0)).toBe(1);
});
