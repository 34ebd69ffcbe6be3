import { DEFAULT_MODES } from './analysis-modes.ts';
import type { Esd } from './esd.ts';

/** The columns that come from the eigenvalues alone, without a fit. */
export interface NormColumns {
  readonly lambda_max: number;
  readonly sv_max: number;
  readonly sv_min: number;
  readonly rank_loss: number;
  readonly weak_rank_loss: number;
  readonly norm: number | null;
  readonly log_norm: number | null;
  readonly spectral_norm: number;
  readonly log_spectral_norm: number | null;
  readonly stable_rank: number | null;
  readonly matrix_rank: number;
  readonly entropy: number | null;
}

/** Keeps the logarithms of the entropy finite; WeightWatcher's own constant. */
const ENTROPY_EPSILON = 1e-10;

/**
 * Norms, ranks and entropy of a layer's spectrum as WeightWatcher defines them: `norm` is the squared Frobenius
 * norm, logarithms are decimal, the entropy is natural and relative to that of a flat spectrum of the same rank.
 *
 * @param N the larger side of the layer's matrices.
 * @param tolerance eigenvalues below it count towards `weak_rank_loss`.
 * @param literal give a spectrum of rank 1 the entropy that WeightWatcher's formula has, which is none.
 */
export function computeNorms(
  { eigenvalues, svMax, svMin, rankLoss }: Esd,
  N: number,
  tolerance = DEFAULT_MODES.tolerance,
  literal = false,
): NormColumns {
  const lambdaMax = eigenvalues.at(-1)!;
  const norm = eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0);
  const rank = countAbove(eigenvalues, Math.sqrt(lambdaMax) * N * Number.EPSILON);
  return {
    lambda_max: lambdaMax,
    sv_max: svMax,
    sv_min: svMin,
    rank_loss: rankLoss,
    weak_rank_loss: eigenvalues.filter((eigenvalue) => eigenvalue < tolerance).length,
    norm: existing(norm),
    log_norm: existing(Math.log10(norm)),
    spectral_norm: lambdaMax,
    log_spectral_norm: existing(Math.log10(lambdaMax)),
    stable_rank: existing(norm / lambdaMax),
    matrix_rank: rank,
    entropy: rank < (literal ? 1 : 2) ? null : existing(entropyOf(eigenvalues, norm, rank)),
  };
}

/** log10 of Σ λ^alpha over all eigenvalues, formed so that large exponents do not overflow; null where it is infinite. */
export function logAlphaNorm(eigenvalues: Float64Array, alpha: number): number | null {
  const lambdaMax = eigenvalues.at(-1)!;
  const sum = eigenvalues.reduce((total, eigenvalue) => total + (eigenvalue / lambdaMax) ** alpha, 0);
  return existing(alpha * Math.log10(lambdaMax) + Math.log10(sum));
}

/** How many singular values, the roots of `eigenvalues`, are greater than `tolerance`. */
function countAbove(eigenvalues: Float64Array, tolerance: number): number {
  let count = 0;
  for (const eigenvalue of eigenvalues) if (Math.sqrt(eigenvalue) > tolerance) count++;
  return count;
}

function entropyOf(eigenvalues: Float64Array, norm: number, rank: number): number {
  let sum = 0;
  for (const eigenvalue of eigenvalues) {
    const p = eigenvalue / norm + ENTROPY_EPSILON;
    sum -= p * Math.log(p);
  }
  return sum / Math.log(rank + ENTROPY_EPSILON);
}

/** JSON has no number for NaN and infinities. */
export function existing(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
