import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutEigenvalues } from '../../../src/metrics/cut-eigenvalues.ts';
import { fitPowerLaw } from '../../../src/metrics/power-law.ts';
import { spectrumCurves } from '../../../src/metrics/spectrum-curves.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function curvesOf(values: readonly number[], points: number) {
  const eigenvalues = Float64Array.from(values).sort();
  const cut = cutEigenvalues(eigenvalues, eigenvalues.at(-1)!, eigenvalues.length);
  const fit = fitPowerLaw(cut.usable);
  return { eigenvalues, fit, curves: spectrumCurves(eigenvalues, cut, fit?.xmin, points) };
}

describe('the curves of a spectrum', () => {
  test('count every eigenvalue once, in no more bins and points than asked', () => {
    const spectra = fc.array(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), {
      minLength: 30,
      maxLength: 300,
    });
    fc.assert(
      fc.property(spectra, fc.integer({ min: 2, max: 100 }), (values, points) => {
        const { curves } = curvesOf(values, points);
        expect(sum(curves.log_bins.counts)).toBe(values.length);
        expect(sum(curves.bins.counts)).toBe(values.length);
        expect(curves.log_bins.counts).toHaveLength(points);
        const { xmin, D, alpha } = curves.scan;
        expect(xmin.length).toBeLessThanOrEqual(points);
        expect([D.length, alpha.length]).toEqual([xmin.length, xmin.length]);
        expect([...xmin].sort((a, b) => a - b)).toEqual(xmin);
        expect([...D, ...alpha].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('have the fit that was chosen among those that were considered, and none is nearer', () => {
    const values = Array.from({ length: 500 }, (_, index) => ((index + 0.5) / 500) ** (-1 / 1.5));
    const { fit, curves } = curvesOf(values, 100);
    const at = curves.scan.xmin.indexOf(Number(fit!.xmin.toPrecision(5)));
    expect(curves.scan.alpha[at]).toBeCloseTo(fit!.alpha, 3);
    expect(curves.scan.D[at]).toBe(Math.min(...curves.scan.D));
  });

  test('leave zeros out where the axis is logarithmic', () => {
    const { curves } = curvesOf([0, 0, 1e-30, 1, 2, 4, 8], 10);
    expect(sum(curves.log_bins.counts)).toBe(4);
    expect(curves.log_bins.from).toBe(0);
    expect(sum(curves.bins.counts)).toBe(7);
  });

  test('of equal eigenvalues have one bin and no fit', () => {
    const { curves } = curvesOf([3, 3, 3], 4);
    expect(curves.log_bins.counts).toEqual([3, 0, 0, 0]);
    expect(curves.scan.xmin).toEqual([]);
  });
});

test('the curves of weights in random order are counted in bins of their own', () => {
  const eigenvalues = Float64Array.from([1, 2, 4, 8]);
  const cut = cutEigenvalues(eigenvalues, 8, 4);
  const { random_log_bins } = spectrumCurves(
    eigenvalues,
    cut,
    undefined,
    2,
    Float64Array.from([0, 1, 10, 100]),
  );
  expect(random_log_bins).toEqual({ from: 0, to: 2, counts: [1, 2] });
  expect(spectrumCurves(eigenvalues, cut, undefined, 2, new Float64Array(3)).random_log_bins).toBeUndefined();
});
