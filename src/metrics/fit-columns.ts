import { CUT, type CutEigenvalues } from './cut-eigenvalues.ts';
import type { LayerDetails } from './details.ts';
import { LITERAL_NO_FIT } from './literal-columns.ts';
import { existing, logAlphaNorm, type NormColumns } from './norms.ts';
import type { PowerLawFit } from './power-law.ts';
import { failed, SUCCESS, successWithRemark } from './status.ts';

/** Where alpha lies in layers that are well trained, by the theory (HTSR) and WeightWatcher's labels. */
const OVER_TRAINED_BELOW = 2;
const UNDER_TRAINED_ABOVE = 6;

type FitColumns = Pick<
  LayerDetails,
  | 'alpha'
  | 'D'
  | 'sigma'
  | 'xmin'
  | 'xmax'
  | 'num_pl_spikes'
  | 'alpha_weighted'
  | 'log_alpha_norm'
  | 'warning'
  | 'status'
>;

export const NO_FIT = {
  alpha: null,
  D: null,
  sigma: null,
  xmin: null,
  xmax: null,
  num_pl_spikes: null,
  alpha_weighted: null,
  log_alpha_norm: null,
  warning: '',
} as const;

/** The columns of a fit, or why there is none. */
export function fitColumns(
  eigenvalues: Float64Array,
  offered: Float64Array,
  { log_spectral_norm }: NormColumns,
  { usable, original, remark }: CutEigenvalues,
  fit: PowerLawFit | undefined,
  sameness: string | undefined,
  productRemark: string | undefined,
): FitColumns {
  if (sameness !== undefined) return { ...NO_FIT, status: failed(sameness) };
  if (fit === undefined) return { ...NO_FIT, status: failed(`no power law: ${whyNotFitted(usable)}`) };

  const { alpha, D } = fit;
  const xmin = original(fit.xmin);
  const remarks = [productRemark, remark].filter((text) => text !== undefined);
  return {
    alpha: existing(alpha),
    D,
    sigma: existing(fit.sigma),
    xmin,
    xmax: original(fit.xmax),
    num_pl_spikes: offered.filter((eigenvalue) => eigenvalue >= xmin).length,
    alpha_weighted: weighted(alpha, log_spectral_norm),
    log_alpha_norm: logAlphaNorm(eigenvalues, alpha),
    warning: warningOf(alpha),
    status: remarks.length === 0 ? SUCCESS : successWithRemark(remarks.join('; ')),
  };
}

/** What WeightWatcher writes where it could fit nothing: it goes on with an alpha of −1. */
export function literallyFailed(eigenvalues: Float64Array, { log_spectral_norm }: NormColumns): FitColumns {
  const { alpha } = LITERAL_NO_FIT;
  return {
    ...LITERAL_NO_FIT,
    alpha_weighted: weighted(alpha, log_spectral_norm),
    log_alpha_norm: logAlphaNorm(eigenvalues, alpha),
  };
}

function weighted(alpha: number, logSpectralNorm: number | null): number | null {
  return logSpectralNorm === null ? null : existing(alpha * logSpectralNorm);
}

function whyNotFitted(usable: Float64Array): string {
  if (usable.length < 2)
    return `only ${usable.length} eigenvalue${usable.length === 1 ? '' : 's'} above ${CUT}`;
  if (usable[0] === usable.at(-1)) return 'all eigenvalues are equal';
  return 'the largest eigenvalues are one value many times over';
}

/** The theory's word for an alpha. */
export function warningOf(alpha: number): LayerDetails['warning'] {
  if (alpha < OVER_TRAINED_BELOW) return 'over-trained';
  return alpha > UNDER_TRAINED_ABOVE ? 'under-trained' : '';
}
