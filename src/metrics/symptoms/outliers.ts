import { fitPowerLaw, type PowerLawFit } from '../power-law.ts';

/** The largest eigenvalues that do not belong to the tail below them. */
export interface Outliers {
  readonly count: number;
  /** The fit to all eigenvalues but these. */
  readonly fit: PowerLawFit;
}

/** More than this are no outliers but a tail of their own. */
const MOST_OUTLIERS = 5;

/** A gap as wide has to be this improbable, taken over all places where it was looked for. */
const SIGNIFICANCE = 0.001;

/**
 * Looks for the few largest eigenvalues that lie apart from the others: a gap in the tail that a power law does not have.
 *
 * With t = ln x and t₁ ≥ t₂ ≥ … the spacings i·(tᵢ − tᵢ₊₁) of a power law are independent and exponential with the same
 * mean (Rényi 1953). So the gap below the j-th value, j·(tⱼ − tⱼ₊₁), over the sum S of the k − 1 spacings below it has the
 * tail probability (1 + gap/S)^−(k−1), whatever alpha is.
 *
 * Source: Pisarenko, Sornette, "Robust statistical tests of Dragon-Kings beyond power law distributions", European Physical
 * Journal Special Topics 205 (2012), the DK-test; the k values are the tail of the fit without the largest j.
 *
 * @param values what was fitted: positive and ascending.
 * @returns undefined where no gap is that wide.
 */
export function findOutliers(values: Float64Array): Outliers | undefined {
  for (let count = Math.min(MOST_OUTLIERS, values.length - 2); count > 0; count--) {
    const rest = values.subarray(0, values.length - count);
    const fit = fitPowerLaw(rest);
    if (fit === undefined || fit.tail < 2) continue;
    const largest = Math.log(rest.at(-1)!);
    const gap = count * (Math.log(values[rest.length]!) - largest);
    const first = Math.log(fit.xmin);
    // The values above the gap count as if they were where it begins: their own spacings are not looked at.
    let spacings = count * (largest - first);
    for (const value of rest.subarray(rest.length - fit.tail)) spacings += Math.log(value) - first;
    const probability = (1 + gap / spacings) ** -(fit.tail - 1);
    if (probability < SIGNIFICANCE / MOST_OUTLIERS) return { count, fit };
  }
  return undefined;
}
