import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ALTERNATIVES,
  type Alternative,
  compareAlternatives,
} from '../../../../../src/metrics/uncertainty/alternatives/compare.ts';
import { cutOffMoments } from '../../../../../src/metrics/uncertainty/alternatives/truncated-power-law.ts';
import { seededNormals, seededUniforms } from '../../../../support/random.ts';

interface PeerCase {
  readonly name: string;
  /** Ascending. */
  readonly data: readonly number[];
  readonly xmin: number;
  readonly compare: Readonly<
    Record<
      Alternative,
      { readonly R: number; readonly p: number; readonly params: Readonly<Record<string, number>> }
    >
  >;
}

/** Made by the `powerlaw` package 1.5. */
const peer = JSON.parse(
  readFileSync(new URL('../../../../fixtures/powerlaw/cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly PeerCase[] };

/** The peer's optimiser found the maximum where ours is larger by no more than this part of the ratio's logarithm. */
const FOUND = 1e-6;

const cases = peer.cases.flatMap(({ name, data, xmin, compare }) =>
  ALTERNATIVES.map((alternative) => ({ name, data, xmin, alternative, theirs: compare[alternative] })),
);

describe('compareAlternatives', () => {
  test.each(cases)('finds what the powerlaw package finds, or better: $name, $alternative', (one) => {
    const tail = one.data.filter((x) => x >= one.xmin);
    const ours = compareAlternatives(Float64Array.from(one.data), one.xmin)[one.alternative];
    const theirLikelihood = logLikelihood(one.alternative, one.theirs.params, tail, one.xmin);
    const ourLikelihood = powerLawLogLikelihood(tail, one.xmin) - ours.logLikelihoodRatio;
    expect(ourLikelihood).toBeGreaterThan(theirLikelihood - 1e-9);
    if (ourLikelihood - theirLikelihood < FOUND * Math.abs(ours.logLikelihoodRatio)) {
      expect(Math.abs(ours.R - one.theirs.R)).toBeLessThan(1e-3 * Math.max(1, Math.abs(ours.R)));
      expect(Math.abs(ours.p - one.theirs.p)).toBeLessThan(1e-3);
    }
  });

  test('agrees with the powerlaw package in most of its cases, so that the comparison means something', () => {
    const agreeing = cases.filter(({ data, xmin, alternative, theirs }) => {
      const { R } = compareAlternatives(Float64Array.from(data), xmin)[alternative];
      return Math.abs(R - theirs.R) < 1e-3;
    });
    expect(cases.length).toBe(36);
    expect(agreeing.length).toBeGreaterThanOrEqual(23);
  });

  test('never finds an alternative less likely than the power law that is its limit, whatever the values', () => {
    const samples = fc.oneof(
      fc
        .array(fc.double({ min: -5, max: 12, noNaN: true }), { minLength: 2, maxLength: 60 })
        .map((logs) => logs.map((log) => 10 ** log)),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 40 }),
      fc
        .array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 9 })
        .map((ulps) => ulps.map((ulp) => 1 + ulp * Number.EPSILON)),
    );
    const farApart = [1e-5, 3e-5, 7, 1e100, 1e300];
    fc.assert(
      fc.property(samples, (sample) => {
        const values = Float64Array.from(sample).sort();
        const comparisons = compareAlternatives(values, values[0]!);
        for (const name of ALTERNATIVES) {
          const { logLikelihoodRatio, R, p } = comparisons[name];
          expect([Number.isFinite(R), p >= 0, p <= 1]).toEqual([true, true, true]);
          if (name !== 'exponential') expect(logLikelihoodRatio).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60, seed: 1, examples: [[farApart]] },
    );
  });

  type Draw = (uniform: number, normal: number) => number;

  test.each<[Alternative, Draw]>([
    ['exponential', (uniform) => 1 - Math.log(1 - uniform)],
    ['lognormal', (_, normal) => Math.exp(0.8 * normal)],
    ['stretched_exponential', (uniform) => (1 - Math.log(1 - uniform)) ** 2],
  ])('prefers the %s distribution for values drawn from it', (name, draw) => {
    const uniforms = seededUniforms(3);
    const normals = seededNormals(3);
    const values = Float64Array.from({ length: 2000 }, () => draw(uniforms(), normals())).sort();
    const { R, p } = compareAlternatives(values, values[0]!)[name];
    expect(R).toBeLessThan(0);
    expect(p).toBeLessThan(1e-6);
  });

  test('prefers nothing to a power law for values drawn from one', () => {
    const uniforms = seededUniforms(11);
    const values = Float64Array.from({ length: 2000 }, () => (1 - uniforms()) ** (-1 / 1.5)).sort();
    const comparisons = compareAlternatives(values, values[0]!);
    expect(comparisons.exponential.R).toBeGreaterThan(3);
    for (const name of ALTERNATIVES)
      if (comparisons[name].R < 0) expect(comparisons[name].p).toBeGreaterThan(0.1);
  });

  test('does not depend on the unit of the values', () => {
    const { data, xmin } = peer.cases[0]!;
    const values = Float64Array.from(data);
    const scaled = compareAlternatives(
      values.map((x) => x * 1024),
      xmin * 1024,
    );
    const comparisons = compareAlternatives(values, xmin);
    for (const name of ALTERNATIVES) expect(scaled[name].R).toBeCloseTo(comparisons[name].R, 9);
  });

  test.each([
    ['equal values', [2, 2, 2]],
    ['values too far apart for their ratio to be a number', [1e-300, 1e300]],
  ])('has nothing to say of %s', (_, values) => {
    const comparisons = compareAlternatives(Float64Array.from(values), values[0]!);
    for (const name of ALTERNATIVES) {
      expect(comparisons[name]).toEqual({ logLikelihoodRatio: 0, R: 0, p: 1 });
    }
  });
});

/** Of the power law of maximum likelihood. */
function powerLawLogLikelihood(tail: readonly number[], xmin: number): number {
  const sum = total(tail, (x) => Math.log(x / xmin));
  const alpha = 1 + tail.length / sum;
  return tail.length * Math.log((alpha - 1) / xmin) - alpha * sum;
}

/** ln of the likelihood by the textbook density over x, normalised to x ≥ xmin, at the peer's parameters. */
function logLikelihood(
  name: Alternative,
  parameters: Readonly<Record<string, number>>,
  tail: readonly number[],
  xmin: number,
): number {
  const n = tail.length;
  const lambda = parameters['lambda']!;
  switch (name) {
    case 'exponential':
      return total(tail, (x) => Math.log(lambda) - lambda * (x - xmin));
    case 'stretched_exponential': {
      const beta = parameters['beta']!;
      return total(
        tail,
        (x) =>
          Math.log(beta * lambda) +
          (beta - 1) * Math.log(lambda * x) -
          ((lambda * x) ** beta - (lambda * xmin) ** beta),
      );
    }
    case 'truncated_power_law': {
      const alpha = parameters['alpha']!;
      const logArea = Math.log(cutOffMoments(alpha - 1, lambda * xmin).area);
      return (
        total(tail, (x) => -alpha * Math.log(x / xmin) - lambda * (x - xmin)) - n * (logArea + Math.log(xmin))
      );
    }
    case 'lognormal': {
      const mu = parameters['mu']!;
      const sigma = Math.abs(parameters['sigma']!);
      // Over t = ln(x/xmin), by Simpson's rule: erfc underflows for some of the peer's parameters.
      const exponent = (t: number) =>
        -((Math.log(xmin) + t - mu) ** 2 - (Math.log(xmin) - mu) ** 2) / (2 * sigma ** 2);
      let end = 1e-3;
      while (exponent(end) > -40) end *= 2;
      const logArea = Math.log(simpson((t) => Math.exp(exponent(t)), 0, end, 10_000));
      return total(tail, (x) => exponent(Math.log(x / xmin)) - Math.log(x)) - n * logArea;
    }
  }
}

function simpson(f: (t: number) => number, from: number, to: number, panels: number): number {
  const step = (to - from) / panels;
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    const left = from + i * step;
    sum += (f(left) + 4 * f(left + step / 2) + f(left + step)) * (step / 6);
  }
  return sum;
}

function total(values: readonly number[], f: (x: number) => number): number {
  return values.reduce((sum, x) => sum + f(x), 0);
}
