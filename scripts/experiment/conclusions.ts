import { rankCorrelation } from '../calibration/rank-statistics.ts';
import type { Result } from './results.ts';

/** The trainings of one set-up and seed, which differ in batch size, the largest first. */
export interface Series {
  readonly seed: number;
  readonly results: readonly Result[];
}

/** The claim's threshold: a layer with a smaller alpha is taken for over-trained. */
export const THRESHOLD = 2;

export interface SeriesFindings {
  readonly seed: number;
  /** The training with the best test accuracy. */
  readonly peak: Result;
  /** Rank correlation of the first layer's alpha and test accuracy up to the peak; NaN of fewer than two trainings. */
  readonly correlation: number;
  /** With smaller batches than the peak's, and a test accuracy that is lower by more than chance. */
  readonly fallen: readonly Fall[];
  /** With an alpha below the threshold though their test accuracy is not lower than the best by more than chance. */
  readonly early: readonly Result[];
  /** Whether alpha fell up to the peak, and was below the threshold after a fall of accuracy and nowhere else. */
  readonly agrees: boolean;
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
  const fallen = results
    .slice(results.indexOf(peak) + 1)
    .filter((result) => isWorse(result, peak))
    .map((result) => ({
      result,
      alpha: firstAlpha(result),
      testLoss: peak.testAccuracy - result.testAccuracy,
      trainLoss: peak.trainAccuracy - result.trainAccuracy,
    }));
  const down = new Set(fallen.map(({ result }) => result));
  const early = results.filter((result) => !down.has(result) && isLow(firstAlpha(result)));
  const correlation = rankCorrelation(
    upToPeak.map((result) => firstAlpha(result) ?? Number.NaN),
    upToPeak.map(({ testAccuracy }) => testAccuracy),
  );
  return {
    seed,
    peak,
    correlation,
    fallen,
    early,
    agrees: correlation < 0 && early.length === 0 && fallen.every(({ alpha }) => isLow(alpha)),
  };
}

export function isLow(alpha: number | null): boolean {
  return alpha !== null && alpha < THRESHOLD;
}

/** Whether a training's test accuracy is lower than another's by more than chance. */
export function isWorse(result: Pick<Result, 'testAccuracy'>, other: Pick<Result, 'testAccuracy'>): boolean {
  return other.testAccuracy - result.testAccuracy > chance(other, result);
}

/** The alpha of the first layer, the largest, which is the only one that learns in every set-up. */
export function firstAlpha({ layers }: Pick<Result, 'layers'>): number | null {
  return layers[0]?.alpha ?? null;
}

/** What two accuracies on the same number of images differ by without any reason (binomial standard errors). */
function chance(a: Pick<Result, 'testAccuracy'>, b: Pick<Result, 'testAccuracy'>): number {
  const variance = ({ testAccuracy: p }: Pick<Result, 'testAccuracy'>) => (p * (1 - p)) / TEST_IMAGES;
  return STANDARD_ERRORS * Math.sqrt(variance(a) + variance(b));
}
