import type { LayerType } from '../layers/layer.ts';
import type { ModeColumns } from './mode-columns.ts';
import type { SpectrumCurves } from './spectrum-curves.ts';
import type { TrustLabel } from './uncertainty/trust.ts';

/**
 * One row of numbers for each analysed layer, under WeightWatcher's own column names so that its users find what
 * they know. A value that does not exist is null and `status` says why.
 */
export interface LayerDetails extends ModeColumns {
  /** Position among the model's candidate tensors, counted from 0. */
  readonly layer_id: number;
  /** Which of the layer's matrices this is, from 0; only where each is a row of its own (`pool: false`). */
  readonly slice_id?: number | undefined;
  /** The tensor's name without a final `.weight`. Hostile text until escaped. */
  readonly name: string;
  readonly longname: string;
  readonly layer_type: LayerType;
  /** The larger side of the layer's matrices. */
  readonly N: number;
  /** The smaller side. */
  readonly M: number;
  /** N / M, at least 1. */
  readonly Q: number;
  /** Receptive field: how many matrices the layer consists of, one for each kernel position. */
  readonly rf: number;
  /** M · rf, the number of eigenvalues; of a LoRA product its rank in place of M, where that is smaller. */
  readonly num_evals: number;
  /** Exponent of the power law fitted to the tail of the eigenvalue density, greater than 1. */
  readonly alpha: number | null;
  /** Kolmogorov-Smirnov distance between the tail and the fit. */
  readonly D: number | null;
  /** Standard error of alpha, (alpha − 1)/√tail. */
  readonly sigma: number | null;
  /** The smallest eigenvalue of the tail. */
  readonly xmin: number | null;
  /** The largest eigenvalue of the tail. */
  readonly xmax: number | null;
  /** Eigenvalues in the tail. */
  readonly num_pl_spikes: number | null;
  readonly lambda_max: number | null;
  readonly sv_max: number | null;
  readonly sv_min: number | null;
  /** Singular values that are zero to working precision. */
  readonly rank_loss: number | null;
  /** Eigenvalues below the tolerance, 1e-6 unless set. */
  readonly weak_rank_loss: number | null;
  /** Sum of the eigenvalues, the squared Frobenius norm. */
  readonly norm: number | null;
  readonly log_norm: number | null;
  readonly spectral_norm: number | null;
  readonly log_spectral_norm: number | null;
  readonly alpha_weighted: number | null;
  readonly log_alpha_norm: number | null;
  readonly stable_rank: number | null;
  readonly matrix_rank: number | null;
  readonly entropy: number | null;
  /** Of the bootstrap for goodness of fit; null where the layer was not assessed. */
  readonly p_value: number | null;
  /** How far alpha can be relied on; null where the layer was not assessed. */
  readonly trust: TrustLabel | null;
  /** What keeps trust from being higher, the weightiest first. */
  readonly trust_reasons: readonly string[];
  /** Singular values that are more than what rounding the weights to their dtype makes of zeros. */
  readonly numerical_rank: number | null;
  /** How many of the largest eigenvalues lie apart from the tail below them; null where nobody looked. */
  readonly outliers: number | null;
  /** alpha of all eigenvalues but those; null where there are none. */
  readonly alpha_without_outliers: number | null;
  /** Eigenvalues that stand out of the bulk when the weights are put in random order; null where they were not. */
  readonly correlation_traps: number | null;
  readonly warning: '' | 'over-trained' | 'under-trained';
  /** `success`, or what kept a value from existing, see `status.ts`. */
  readonly status: string;
  /** What plots of the spectrum need; only where plots were asked for. */
  readonly curves?: SpectrumCurves | undefined;
}
