import { type PowerLawFit, tailsNearerThan } from '../power-law.ts';

/** The range of alpha over tails that describe the data nearly as well as the one that was chosen. */
export interface XminStability {
  readonly lowest: number;
  readonly highest: number;
  /** (highest − 1)/(lowest − 1), at least 1: by which factor the tail's exponent depends on where the tail begins. */
  readonly ratio: number;
}

/** A tail is nearly as good if its distance D is at most this many times the smallest. */
const NEARLY = 1.25;

/** Tails shorter than this share of the chosen one scatter too much to say something about it. */
const SHORTEST = 1 / 2;

/**
 * How much alpha depends on xmin. The tail of smallest D is one choice among many; where another that is only
 * slightly farther from its fit has quite another exponent, alpha is a matter of that choice.
 *
 * Sources: Clauset, Shalizi, Newman (2009), section 3.3, on the choice of xmin and its plot against alpha; Drees, de Haan,
 * Resnick, "How to make a Hill plot", Annals of Statistics 28 (2000), on reading an exponent off where that plot is flat.
 *
 * @param values what was fitted: positive and ascending.
 * @param fit `fitPowerLaw(values)`.
 */
export function xminStability(values: Float64Array, fit: PowerLawFit): XminStability {
  let lowest = fit.alpha;
  let highest = fit.alpha;
  for (const { alpha, tail } of tailsNearerThan(values.map(Math.log), fit.D * NEARLY)) {
    if (tail < fit.tail * SHORTEST) break;
    lowest = Math.min(lowest, alpha);
    highest = Math.max(highest, alpha);
  }
  return { lowest, highest, ratio: (highest - 1) / (lowest - 1) };
}
