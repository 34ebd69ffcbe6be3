import { rankCorrelation } from '../calibration/rank-statistics.ts';
import type { Result } from './results.ts';

/** The trainings of one set-up and seed, which differ in batch size, the largest first. */
export interface Series {
  readonly seed: number;
  readonly results: readonly Result[];
}

export interface SeriesFindings {
  readonly seed: number;
  /** The training with the best test accuracy. */
  readonly peak: Result;
  /** Rank correlation of the first layer's alpha and test accuracy up to the peak; NaN of fewer than two trainings. */
  readonly correlation: number;
  /** With smaller batches than the peak's, and a test accuracy that is lower by more than chance. */
  readonly fallen: readonly Fall[];
}

export interface Fall {
  readonly result: Result;
  /** Of the first layer. */
  readonly alpha: number | null;
  /** By how much test accuracy is lower than at the peak, 0 to 1. */
  readonly testLoss: number;
  /** By how much accuracy on the training images is lower than at the peak. */
  readonly trainLoss: number;
}

const TEST_IMAGES = 10_000;
/** Differences within so many standard errors are chance. */
const STANDARD_ERRORS = 2;

export function seriesOf(results: readonly Result[]): Series[] {
  return [...Map.groupBy(results, ({ run }) => run.seed)].map(([seed, members]) => ({
    seed,
    results: members.toSorted((a, b) => b.run.batchSize - a.run.batchSize),
  }));
}

export function findingsOf({ seed, results }: Series): SeriesFindings {
  const peak = results.reduce((best, result) => (result.testAccuracy > best.testAccuracy ? result : best));
  const upToPeak = results.slice(0, results.indexOf(peak) + 1);
  const after = results.slice(results.indexOf(peak) + 1);
  return {
    seed,
    peak,
    correlation: rankCorrelation(
      upToPeak.map((result) => firstAlpha(result) ?? Number.NaN),
      upToPeak.map(({ testAccuracy }) => testAccuracy),
    ),
    fallen: after
      .filter((result) => peak.testAccuracy - result.testAccuracy > chance(peak, result))
      .map((result) => ({
        result,
        alpha: firstAlpha(result),
        testLoss: peak.testAccuracy - result.testAccuracy,
        trainLoss: peak.trainAccuracy - result.trainAccuracy,
      })),
  };
}

/** The alpha of the first layer, the largest, which is the only one that learns in every set-up. */
export function firstAlpha({ layers }: Pick<Result, 'layers'>): number | null {
  return layers[0]?.alpha ?? null;
}

/** What two accuracies on the same number of images differ by without any reason (binomial standard errors). */
function chance(a: Result, b: Result): number {
  const variance = ({ testAccuracy: p }: Result) => (p * (1 - p)) / TEST_IMAGES;
  return STANDARD_ERRORS * Math.sqrt(variance(a) + variance(b));
}
