import { NumericError } from '../errors.ts';
import type { FloatDtype } from '../formats/dtype.ts';
import type { Layer, LayerType, MatrixPlace } from '../layers/layer.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import type { LayerDetails } from './details.ts';
import { computeEsd } from './esd.ts';
import { describeNonFinite } from './non-finite.ts';
import { computeNorms, logAlphaNorm, type NormColumns } from './norms.ts';
import { fitPowerLaw } from './power-law.ts';
import { failed, notFinite, SUCCESS, successWithRemark } from './status.ts';

/** What is needed to analyse a layer, without its data: a plain object, so that it can be sent to a worker. */
export interface LayerTask {
  readonly layerId: number;
  readonly name: string;
  readonly longname: string;
  readonly layerType: LayerType;
  readonly dtype: FloatDtype;
  readonly matrices: readonly MatrixPlace[];
  readonly N: number;
  readonly M: number;
}

/** Eigenvalues up to this are left out of the fit; WeightWatcher's EVALS_THRESH. */
const CUT = 1e-5;

/** λ_max after rescaling, for a layer of which the cut would leave less than half. */
const RESCALED_LAMBDA_MAX = 100;

/** Where alpha lies in layers that are well trained, by the theory (HTSR) and WeightWatcher's labels. */
const OVER_TRAINED_BELOW = 2;
const UNDER_TRAINED_ABOVE = 6;

export function toTask(layer: Layer): LayerTask {
  const { layerId, name, layerType, dtype, matrices, N, M } = layer;
  return { layerId, name, longname: name, layerType, dtype, matrices, N, M };
}

/**
 * All numbers of one layer. Pure: the same bytes give the same row, whichever thread it runs on.
 *
 * @param bytes the layer's tensor in C order, little-endian; may lie in shared memory.
 * @throws NumericError when the engine cannot vouch for a spectrum.
 */
export function analyzeLayer(engine: SpectrumEngine, task: LayerTask, bytes: Uint8Array): LayerDetails {
  // WeightWatcher's conv2d_norm: kernels are scaled by √(1/2), which halves their eigenvalues.
  const scale = task.layerType === 'dense' ? 1 : Math.SQRT1_2;
  try {
    const esd = computeEsd(engine, bytes, task.dtype, task.matrices, scale);
    const norms = computeNorms(esd, task.N);
    return { ...shapeColumns(task), ...norms, ...fitColumns(esd.eigenvalues, norms) };
  } catch (error) {
    if (!(error instanceof NumericError) || error.code !== 'NOT_FINITE') throw error;
    return { ...shapeColumns(task), ...NO_NUMBERS, status: notFinite(describeNonFinite(bytes, task.dtype)) };
  }
}

function shapeColumns({ layerId, name, longname, layerType, N, M, matrices }: LayerTask) {
  const rf = matrices.length;
  return { layer_id: layerId, name, longname, layer_type: layerType, N, M, Q: N / M, rf, num_evals: M * rf };
}

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

const NO_FIT = {
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

const NO_NUMBERS = {
  ...NO_FIT,
  lambda_max: null,
  sv_max: null,
  sv_min: null,
  rank_loss: null,
  weak_rank_loss: null,
  norm: null,
  log_norm: null,
  spectral_norm: null,
  log_spectral_norm: null,
  stable_rank: null,
  matrix_rank: null,
  entropy: null,
} as const;

function fitColumns(
  eigenvalues: Float64Array,
  { lambda_max, matrix_rank, log_spectral_norm }: NormColumns,
): FitColumns {
  if (lambda_max === 0) return { ...NO_FIT, status: failed('every weight is zero') };

  const { usable, original, remark } = cutEigenvalues(eigenvalues, lambda_max, matrix_rank);
  const fit = fitPowerLaw(usable);
  if (fit === undefined) return { ...NO_FIT, status: failed(`no power law: ${whyNotFitted(usable)}`) };

  const { alpha, D, sigma } = fit;
  const xmin = original(fit.xmin);
  return {
    alpha,
    D,
    sigma,
    xmin,
    xmax: original(fit.xmax),
    num_pl_spikes: eigenvalues.filter((eigenvalue) => eigenvalue >= xmin).length,
    alpha_weighted: log_spectral_norm === null ? null : alpha * log_spectral_norm,
    log_alpha_norm: logAlphaNorm(eigenvalues, alpha),
    warning: warningOf(alpha),
    status: remark === undefined ? SUCCESS : successWithRemark(remark),
  };
}

/** The eigenvalues to fit, and the way back from one of them to the layer's own. */
interface CutEigenvalues {
  readonly usable: Float64Array;
  readonly original: (eigenvalue: number) => number;
  /** What a reader of the numbers has to know about the cut. */
  readonly remark: string | undefined;
}

/**
 * The cut is an absolute number, so a healthy layer of small weights can lie wholly below it: where less than
 * half of the nonzero eigenvalues would be left, they are fitted as λ/λ_max·100, and the remark says so.
 */
function cutEigenvalues(eigenvalues: Float64Array, lambdaMax: number, rank: number): CutEigenvalues {
  const usable = eigenvalues.filter((eigenvalue) => eigenvalue > CUT);
  if (usable.length >= rank / 2) return { usable, original: (eigenvalue) => eigenvalue, remark: undefined };

  const rescaled = eigenvalues.map((eigenvalue) => (eigenvalue / lambdaMax) * RESCALED_LAMBDA_MAX);
  return {
    usable: rescaled.filter((eigenvalue) => eigenvalue > CUT),
    original: (eigenvalue) => eigenvalues[rescaled.indexOf(eigenvalue)]!,
    remark: `fitted on eigenvalues scaled to a largest of ${RESCALED_LAMBDA_MAX}, because only ${usable.length} of ${rank} nonzero ones lie above ${CUT}`,
  };
}

function whyNotFitted(usable: Float64Array): string {
  if (usable.length < 2)
    return `only ${usable.length} eigenvalue${usable.length === 1 ? '' : 's'} above ${CUT}`;
  if (usable[0] === usable.at(-1)) return 'all eigenvalues are equal';
  return 'the largest eigenvalues are one value many times over';
}

function warningOf(alpha: number): LayerDetails['warning'] {
  if (alpha < OVER_TRAINED_BELOW) return 'over-trained';
  return alpha > UNDER_TRAINED_ABOVE ? 'under-trained' : '';
}
