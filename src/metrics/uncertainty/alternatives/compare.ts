import { twoSidedNormalTail } from '../normal-tail.ts';
import { fitExponential } from './exponential.ts';
import { fitLogNormal } from './log-normal.ts';
import { fitStretchedExponential } from './stretched-exponential.ts';
import { fitPowerLawTo, type LogDensity, type Tail, tailOf } from './tail.ts';
import { fitTruncatedPowerLaw } from './truncated-power-law.ts';

/** Distributions a heavy tail is often mistaken for, under the names of the `powerlaw` package. */
export const ALTERNATIVES = [
  'exponential',
  'lognormal',
  'truncated_power_law',
  'stretched_exponential',
] as const;

export type Alternative = (typeof ALTERNATIVES)[number];

export interface Comparison {
  /** ln of the likelihood ratio, power law over alternative. Positive favours the power law. */
  readonly logLikelihoodRatio: number;
  /** That, divided by √n times the standard deviation of its n terms: a standard normal where neither is better. */
  readonly R: number;
  /** Probability of a ratio at least this far from 0 if neither were better. */
  readonly p: number;
}

export type Comparisons = Readonly<Record<Alternative, Comparison>>;

interface Fitter {
  readonly fitTo: (tail: Tail) => LogDensity | undefined;
  /** The power law is among the alternative's distributions, which then has one parameter more. */
  readonly nested: boolean;
}

const FITTERS: Readonly<Record<Alternative, Fitter>> = {
  exponential: { fitTo: fitExponential, nested: false },
  lognormal: { fitTo: fitLogNormal, nested: false },
  truncated_power_law: { fitTo: fitTruncatedPowerLaw, nested: true },
  stretched_exponential: { fitTo: fitStretchedExponential, nested: false },
};

/** What a comparison says where the alternative's best fit is the power law itself, or the tail is none. */
const SAME: Comparison = { logLikelihoodRatio: 0, R: 0, p: 1 };

/**
 * Compares the power law with each alternative, both fitted to the tail x ≥ xmin by maximum likelihood.
 *
 * Sources: Vuong, "Likelihood ratio tests for model selection and non-nested hypotheses", Econometrica 57 (1989); Clauset,
 * Shalizi, Newman (2009), section 5 and appendix C. For the nested alternative 2·ln of the ratio is χ² with one degree of
 * freedom.
 *
 * @throws NumericError `NO_CONVERGENCE`.
 */
export function compareAlternatives(values: Float64Array, xmin: number): Comparisons {
  const tail = tailOf(values, xmin);
  const compareWith = (name: Alternative): Comparison => {
    if (tail === undefined) return SAME;
    const { fitTo, nested } = FITTERS[name];
    const alternative = fitTo(tail);
    return alternative === undefined ? SAME : compare(tail.t, fitPowerLawTo(tail), alternative, nested);
  };
  return {
    exponential: compareWith('exponential'),
    lognormal: compareWith('lognormal'),
    truncated_power_law: compareWith('truncated_power_law'),
    stretched_exponential: compareWith('stretched_exponential'),
  };
}

function compare(
  t: Float64Array,
  powerLaw: LogDensity,
  alternative: LogDensity,
  nested: boolean,
): Comparison {
  const terms = t.map((u) => powerLaw(u) - alternative(u));
  const n = terms.length;
  const ratio = terms.reduce((sum, term) => sum + term, 0);
  const variance = terms.reduce((sum, term) => sum + (term - ratio / n) ** 2, 0) / n;
  if (!(variance > 0)) return SAME;
  const R = ratio / Math.sqrt(n * variance);
  // χ² with one degree of freedom is the square of a standard normal variable.
  const p = twoSidedNormalTail(nested ? Math.sqrt(2 * Math.abs(ratio)) : Math.abs(R));
  return { logLikelihoodRatio: ratio, R, p };
}
