import { describe, expect, test } from '@jest/globals';
import { fitExponential } from '../../../../../src/metrics/uncertainty/alternatives/exponential.ts';
import { fitLogNormal } from '../../../../../src/metrics/uncertainty/alternatives/log-normal.ts';
import { fitStretchedExponential } from '../../../../../src/metrics/uncertainty/alternatives/stretched-exponential.ts';
import { fitPowerLawTo, tailOf } from '../../../../../src/metrics/uncertainty/alternatives/tail.ts';
import { fitTruncatedPowerLaw } from '../../../../../src/metrics/uncertainty/alternatives/truncated-power-law.ts';
import { seededNormals, seededUniforms } from '../../../../support/random.ts';

const FITTERS = [
  ['power law', fitPowerLawTo],
  ['exponential', fitExponential],
  ['log-normal', fitLogNormal],
  ['stretched exponential', fitStretchedExponential],
  ['truncated power law', fitTruncatedPowerLaw],
] as const;

/** Tails of several shapes: wide and light, narrow far from xmin, with a cut-off, of large values only. */
const TAILS = [
  ['a half-normal tail', (u: number, normal: number) => Math.exp(Math.abs(normal) + u * 0), 1],
  ['a log-normal bulk', (_: number, normal: number) => Math.exp(0.3 * normal), 0.5],
  ['a narrow bulk far from xmin', (_: number, normal: number) => 5 + 0.02 * normal, 1],
  ['a power law cut off', (u: number) => 1 / (1 - 0.98 * u), 1],
  ['an exponential tail', (u: number) => 1 - Math.log(1 - u), 1],
] as const;

describe.each(TAILS)('fitted to %s', (_, draw, xmin) => {
  const uniforms = seededUniforms(17);
  const normals = seededNormals(17);
  const sample = Array.from({ length: 400 }, () => draw(uniforms(), normals())).filter((x) => x >= xmin);
  const tail = tailOf(Float64Array.from([xmin, ...sample]).sort(), xmin)!;

  test.each(FITTERS)('the %s has density 1', (_name, fitTo) => {
    const logDensity = fitTo(tail)!;
    // By midpoints; beyond the end even the power law, the widest of them, has less than 10⁻⁸ left.
    const panels = 20_000;
    const step = (20 * tail.mean) / panels;
    let area = 0;
    for (let panel = 0; panel < panels; panel++) area += step * Math.exp(logDensity((panel + 0.5) * step));
    expect(area).toBeCloseTo(1, 4);
  });
});

describe('where the power law is more likely than any curved one', () => {
  const uniforms = seededUniforms(4);
  // A mixture of two exponents: its coefficient of variation in ln x is above 1.
  const sample = Array.from({ length: 300 }, () => (1 - uniforms()) ** (uniforms() < 0.5 ? -0.2 : -2));
  const tail = tailOf(Float64Array.from([1, ...sample]).sort(), 1)!;

  test('no curved distribution is fitted', () => {
    expect(tail.meanSquare / tail.mean ** 2).toBeGreaterThan(2);
    expect(fitLogNormal(tail)).toBeUndefined();
    expect(fitStretchedExponential(tail)).toBeUndefined();
  });
});

describe('the fits are maxima', () => {
  const uniforms = seededUniforms(8);
  const sample = Array.from({ length: 500 }, () => 1 / (1 - 0.98 * uniforms()));
  const tail = tailOf(Float64Array.from([1, ...sample]).sort(), 1)!;
  const { t, mean, meanExcess } = tail;
  const likelihoodOf = (logDensity: (t: number) => number) => t.reduce((sum, u) => sum + logDensity(u), 0);

  test('of the truncated power law on its border alpha = 1 too', () => {
    const light = tailOf(Float64Array.from([1, ...sample.map((x) => 2 - 1 / x)]).sort(), 1)!;
    const best = fitTruncatedPowerLaw(light)!;
    // On the border the density is e^(−θz): the ratio of two of its values does not depend on alpha.
    const theta = (best(0.1) - best(0.2)) / (Math.exp(0.2) - Math.exp(0.1));
    expect(best(0) - best(0.3)).toBeCloseTo(theta * Math.expm1(0.3), 8);
  });

  test('of the exponential distribution in its rate', () => {
    const best = likelihoodOf(fitExponential(tail));
    for (const factor of [0.99, 1.01]) {
      const other = likelihoodOf(fitExponential({ ...tail, meanExcess: meanExcess * factor }));
      expect(other).toBeLessThan(best);
    }
  });

  test('of the others: neighbours fitted to slightly different moments are less likely', () => {
    for (const fitTo of [fitLogNormal, fitTruncatedPowerLaw]) {
      const best = likelihoodOf(fitTo(tail)!);
      for (const factor of [0.98, 1.02]) {
        const shifted = fitTo({
          ...tail,
          mean: mean * factor,
          meanSquare: tail.meanSquare * factor ** 2,
          meanExcess: meanExcess * factor,
        })!;
        expect(likelihoodOf(shifted)).toBeLessThan(best);
      }
    }
  });
});
