import { twoSidedNormalTail } from '../../src/metrics/uncertainty/normal-tail.ts';

/** Draws of one quantity by two programs. */
export interface TwoSamples {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** Digits that count: the rest is rounding, and of a quantity that no draw changes it would be all there is to rank. */
const DIGITS = 9;

/**
 * A p-value for the hypothesis that every quantity has one distribution, whichever program draws it. By ranks, whatever
 * the distributions are, ties and all: of the pooled draws of a quantity those of one program have the mean rank that
 * chance gives (Wilcoxon) and the mean distance from the middle rank (Ansari and Bradley), standardised by their
 * permutation distribution. Looked at are the sums of both over all quantities and, for shifts up here and down there,
 * the sum of squares of the first; p is three times the smallest of the three, by Bonferroni.
 *
 * Source: Hájek, Šidák, Sen, "Theory of rank tests", 1999, sections 3.3 and 4.1.
 */
export function pOfSameDistribution(quantities: readonly TwoSamples[]): number {
  const pairs = quantities.map(standardScores).filter((scores) => scores !== undefined);
  if (pairs.length === 0) return 1;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const location = sum(pairs.map(([shift]) => shift)) / Math.sqrt(pairs.length);
  const spread = sum(pairs.map(([, width]) => width)) / Math.sqrt(pairs.length);
  const scatter = chiSquareScore(sum(pairs.map(([shift]) => shift ** 2)), pairs.length);
  const ps = [Math.abs(location), Math.abs(spread), Math.max(scatter, 0)].map(twoSidedNormalTail);
  return Math.min(1, 3 * Math.min(...ps));
}

/** Of a quantity, how far their draws lie above ours and further outside, in standard deviations; undefined of constants. */
function standardScores({ ours, theirs }: TwoSamples): readonly [number, number] | undefined {
  const values = [...theirs, ...ours].map(rounded);
  const ranks = midranks(values);
  const middle = (values.length + 1) / 2;
  const shift = standardised(ranks, theirs.length);
  if (shift === undefined) return undefined;
  const outside = ranks.map((rank) => Math.abs(rank - middle));
  return [shift, standardised(outside, theirs.length) ?? 0];
}

function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`${value} is no draw`);
  return Number(value.toPrecision(DIGITS));
}

function midranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** The sum of the first `count` scores, standardised as that of a random choice without replacement. */
function standardised(scores: readonly number[], count: number): number | undefined {
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  if (variance === 0) return undefined;
  const sum = scores.slice(0, count).reduce((total, score) => total + score - mean, 0);
  return sum / Math.sqrt((variance * count * (n - count)) / n);
}

/** Wilson and Hilferty's: a standard normal score of a chi-square value. */
function chiSquareScore(value: number, degrees: number): number {
  const width = 2 / (9 * degrees);
  return ((value / degrees) ** (1 / 3) - (1 - width)) / Math.sqrt(width);
}
