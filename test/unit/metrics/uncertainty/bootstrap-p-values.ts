/**
 * The p-values of many samples. A program for a worker thread, because this takes ten times as long in the test runner's
 * sandbox.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { fitPowerLaw, type PowerLawFit } from '../../../../src/metrics/power-law.ts';
import { goodnessOfFit } from '../../../../src/metrics/uncertainty/goodness-of-fit.ts';
import { type RandomStream, randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { paretoSample } from './pareto-sample.ts';

export interface PValueTask {
  readonly draws: number;
  readonly replicas: number;
  /** `law-with-body` is a power law from 1 on; `law` is nothing but that. */
  readonly sample: 'law-with-body' | 'law';
  readonly n: number;
  readonly alpha: number;
  /** `bootstrap` is what is tested. */
  readonly method: 'bootstrap' | 'without-searching-xmin';
}

const { draws, replicas, sample, n, alpha, method } = workerData as PValueTask;

/**
 * A power law from 1 on, and an exponential distribution below, that join at 1: the distribution on which the method was
 * tested by its authors (Clauset, Shalizi, Newman 2009, eq. 3.10).
 */
function lawWithBody(random: RandomStream): Float64Array {
  const [tail, body] = [1 / (alpha - 1), Math.expm1(alpha) / alpha];
  return Float64Array.from({ length: n }, () =>
    random.uniform() < tail / (tail + body)
      ? Math.exp(random.exponential() / (alpha - 1))
      : 1 - Math.log1p(random.uniform() * Math.expm1(alpha)) / alpha,
  ).sort();
}

/** The tempting short cut: replicas of the tail alone, fitted from where it begins. */
function withoutSearchingXmin(fit: PowerLawFit, random: RandomStream): number {
  let farther = 0;
  for (let replica = 0; replica < replicas; replica++) {
    const excess = Float64Array.from({ length: fit.tail }, () => random.exponential()).sort();
    const rate = fit.tail / excess.reduce((sum, value) => sum + value, 0);
    const distances = excess.map((value, j) => Math.abs(1 - Math.exp(-rate * value) - j / fit.tail));
    if (Math.max(...distances) >= fit.D) farther++;
  }
  return farther / replicas;
}

/**
 * Of the `replicas` + 1 values that p has all are equally likely where it is right, and spread at random between them they
 * are uniform in [0, 1] exactly.
 */
const pValues = Array.from({ length: draws }, (_, draw) => {
  const drawn = randomStream(draw, '', 'data');
  const values = sample === 'law' ? paretoSample(drawn, n, alpha) : lawWithBody(drawn);
  const fit = fitPowerLaw(values)!;
  const random = randomStream(draw, '', 'replicas');
  const options = { replicas, sufficient: replicas + 1 };
  const pValue =
    method === 'bootstrap'
      ? goodnessOfFit(values, fit, random, options).pValue
      : withoutSearchingXmin(fit, random);
  return (pValue * replicas + random.uniform()) / (replicas + 1);
});
parentPort!.postMessage(pValues.sort((a, b) => a - b));
