import { NumericError } from '../errors.ts';
import type { FloatDtype } from '../formats/dtype.ts';
import type { LowRankProduct } from '../formats/tensor.ts';
import type { Layer, LayerType, MatrixPlace, SpectrumRule } from '../layers/layer.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import { type AnalysisModes, DEFAULT_MODES } from './analysis-modes.ts';
import { CUT, type CutEigenvalues, cutEigenvalues } from './cut-eigenvalues.ts';
import type { LayerDetails } from './details.ts';
import { computeEsd } from './esd.ts';
import { fitTail } from './fit-tail.ts';
import { fittedAlpha } from './fitted-alpha.ts';
import { LITERAL_NO_FIT, withLiteralNones } from './literal-columns.ts';
import type { ModeColumns } from './mode-columns.ts';
import { modeColumns } from './mode-row.ts';
import { describeNonFinite } from './non-finite.ts';
import { computeNorms, existing, logAlphaNorm, type NormColumns } from './norms.ts';
import type { PowerLawFit } from './power-law.ts';
import { computeRuledEsd } from './ruled-esd.ts';
import { spectrumCurves } from './spectrum-curves.ts';
import {
  EVERY_WEIGHT_SAME,
  EVERY_WEIGHT_ZERO,
  failed,
  notFinite,
  SUCCESS,
  successWithRemark,
} from './status.ts';
import { isConstant } from './symptoms/constant.ts';
import { numericalRank } from './symptoms/numerical-rank.ts';
import { findOutliers } from './symptoms/outliers.ts';
import { assessAlpha } from './uncertainty/assess-alpha.ts';
import type { LayerSpectrum } from './uncertainty/null-alpha.ts';

/** What is needed to analyse a layer, without its data: a plain object, so that it can be sent to a worker. */
export interface LayerTask {
  readonly layerId: number;
  /** Which of the tensor's matrices this is; undefined where all are analysed together. */
  readonly sliceId?: number | undefined;
  readonly name: string;
  readonly longname: string;
  readonly layerType: LayerType;
  readonly dtype: FloatDtype;
  readonly matrices: readonly MatrixPlace[];
  readonly N: number;
  readonly M: number;
  /** How many matrices the tensor has. */
  readonly receptiveField: number;
  readonly rule: SpectrumRule;
  /** Set where the matrices stand for a product of low rank. */
  readonly product?: LowRankProduct | undefined;
  readonly modes: AnalysisModes;
  /** Assess how far alpha can be relied on, where it lies outside these bounds; undefined never does. */
  readonly assess?: AssessmentTask | undefined;
  /** Keep what plots need, in curves of at most so many points; undefined keeps nothing. */
  readonly curvePoints?: number | undefined;
}

export interface AssessmentTask {
  readonly minAlpha: number;
  readonly maxAlpha: number;
  readonly seed: number;
}

/** Replicas of the bootstrap at most; it stops as soon as p is known well enough. */
const REPLICAS = 1000;

/** Shuffles that a layer is compared with. */
const SHUFFLES = 5;

/** A layer with more elements is not shuffled: it would take minutes. */
const MOST_SHUFFLED_ELEMENTS = 4_000_000;

/** Where alpha lies in layers that are well trained, by the theory (HTSR) and WeightWatcher's labels. */
const OVER_TRAINED_BELOW = 2;
const UNDER_TRAINED_ABOVE = 6;

/** What to find out about a layer besides the columns that every one has. */
export interface Wishes {
  readonly assess?: AssessmentTask | undefined;
  readonly modes?: AnalysisModes | undefined;
  readonly curvePoints?: number | undefined;
}

export function toTask(layer: Layer, { assess, modes = DEFAULT_MODES, curvePoints }: Wishes = {}): LayerTask {
  const { layerId, sliceId, name, longname, layerType, tensor } = layer;
  const { dtype, matrices, N, M, receptiveField, rule } = layer;
  const { product } = tensor;
  const where = { layerId, sliceId, name, longname, layerType };
  return { ...where, dtype, matrices, N, M, receptiveField, rule, product, modes, assess, curvePoints };
}

/**
 * All numbers of one layer. Pure: the same bytes and seed give the same row, whichever thread it runs on.
 *
 * @param bytes the layer's tensor in C order, little-endian; may lie in shared memory.
 * @throws NumericError when the engine cannot vouch for a spectrum.
 */
export function analyzeLayer(engine: SpectrumEngine, task: LayerTask, bytes: Uint8Array): LayerDetails {
  const { modes, rule } = task;
  const { scale } = rule;
  const literal = rule.literal === true;
  try {
    const esd = computeRuledEsd(task.rule, task.matrices, task.N, (matrices) =>
      computeEsd(engine, bytes, task.dtype, matrices, scale),
    );
    const norms = computeNorms(esd, task.N, modes.tolerance, literal);
    const offered = withoutLargest(esd.eigenvalues, modes.xmax);
    const offeredRank = Math.max(norms.matrix_rank - (esd.eigenvalues.length - offered.length), 0);
    const cut = cutEigenvalues(offered, norms.lambda_max, offeredRank, literal);
    const rank = rankOf(task, esd.eigenvalues);
    const sameness = literal ? undefined : whatIsTheSame(task, bytes, norms, rank);
    const { fit, columns: fitModeColumns } = fitTail(
      sameness === undefined ? cut.usable : new Float64Array(0),
      modes,
      offered.length,
      literal,
    );
    const shape = shapeColumns(task);
    const fitted =
      literal && fit === undefined
        ? literallyFailed(esd.eigenvalues, norms)
        : fitColumns(esd.eigenvalues, offered, norms, cut, fit, sameness, task.product?.remark);
    const asWritten = literal ? withLiteralNones : (columns: ModeColumns) => columns;
    const isLiteralWithoutEnd = literal && modes.xmax !== 'force' && !hasLiteralXmax(modes);
    const layer = {
      bytes,
      dtype: task.dtype,
      matrices: task.matrices,
      scale,
      N: task.N,
      eigenvalues: esd.eigenvalues,
    };
    let random: Float64Array | undefined;
    return {
      ...shape,
      ...norms,
      numerical_rank: rank,
      ...fitted,
      ...(isLiteralWithoutEnd && { xmax: null }),
      ...(literal && modes.fit !== 'PL' && { sigma: null }),
      ...asWritten(fitModeColumns),
      ...asWritten(
        modeColumns(
          engine,
          {
            ...layer,
            longname: task.sliceId === undefined ? task.longname : `${task.longname}\n${task.sliceId}`,
            hasOwnElements: task.product === undefined,
            rule,
            M: task.M,
            eigenvalueCount: shape.num_evals,
            xmin: fitted.xmin,
            num_pl_spikes: fitted.num_pl_spikes,
            keepRandom: (eigenvalues) => {
              random = eigenvalues;
            },
          },
          modes,
        ),
      ),
      ...(isPlainFit(modes) ? assessmentColumns(engine, task, layer, cut.usable, fit) : NOT_ASSESSED),
      ...(task.curvePoints !== undefined &&
        norms.lambda_max !== 0 && {
          curves: spectrumCurves(
            esd.eigenvalues,
            cut,
            fittedAlpha(fitted) === null ? undefined : fit?.xmin,
            task.curvePoints,
            random,
          ),
        }),
    };
  } catch (error) {
    if (!(error instanceof NumericError) || error.code !== 'NOT_FINITE') throw error;
    const what = task.product
      ? 'NaN or infinite weights in its factors'
      : describeNonFinite(bytes, task.dtype);
    return { ...shapeColumns(task), ...NO_NUMBERS, status: notFinite(what) };
  }
}

/** The eigenvalues that `xmax` leaves to be fitted. */
function withoutLargest(eigenvalues: Float64Array, xmax: AnalysisModes['xmax']): Float64Array {
  const dropped = xmax === 'force' ? 0 : Math.min(Math.abs(xmax), eigenvalues.length);
  return eigenvalues.subarray(0, eigenvalues.length - dropped);
}

/** Whether the fit is the one that bootstrap and shuffles repeat. */
function isPlainFit({ fit, plPackage, xmax, fixFingers }: AnalysisModes): boolean {
  return fit === 'PL' && plPackage === 'ww' && xmax === 0 && fixFingers === 'off';
}

/** Whether WeightWatcher reports the largest value of its fits: only of its own. */
function hasLiteralXmax({ fit, plPackage, fixFingers }: AnalysisModes): boolean {
  return fit === 'PL' && plPackage === 'ww' && fixFingers !== 'xmin_peak';
}

/** The numerical rank; of eigenvalues that are not all those of WᵀW it says nothing. */
function rankOf({ dtype, N, M, matrices, rule }: LayerTask, eigenvalues: Float64Array): number | null {
  const areSquares = rule.eigenvalues === 'squares' && rule.inverse === 'none' && rule.largest === undefined;
  return areSquares ? numericalRank(eigenvalues, { dtype, N, M, matrices: matrices.length }) : null;
}

/** Why a layer is no matrix to speak of: all its weights are one number. */
function whatIsTheSame(
  { matrices, dtype, product }: LayerTask,
  bytes: Uint8Array,
  { lambda_max }: NormColumns,
  rank: number | null,
): string | undefined {
  if (lambda_max === 0) return EVERY_WEIGHT_ZERO;
  // A constant matrix has rank 1, so that elements are looked at only where that is so; a product has none of its own.
  if (rank === null || rank > matrices.length || product !== undefined) return undefined;
  return isConstant(matrices.map((place) => ({ bytes, dtype, ...place }))) ? EVERY_WEIGHT_SAME : undefined;
}

function shapeColumns(task: LayerTask) {
  const { layerId, sliceId, name, longname, layerType, N, M, matrices, rule } = task;
  const rf = task.receptiveField;
  const { rows, cols } = matrices[0]!;
  return {
    layer_id: layerId,
    ...(sliceId !== undefined && { slice_id: sliceId }),
    name,
    longname,
    layer_type: layerType,
    N,
    M,
    Q: N / M,
    rf,
    num_evals: Math.min(Math.min(rows, cols) * matrices.length, rule.largest ?? Infinity),
  };
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

type AssessmentColumns = Pick<
  LayerDetails,
  'p_value' | 'trust' | 'trust_reasons' | 'outliers' | 'alpha_without_outliers' | 'correlation_traps'
>;

const NOT_ASSESSED: AssessmentColumns = {
  p_value: null,
  trust: null,
  trust_reasons: [],
  outliers: null,
  alpha_without_outliers: null,
  correlation_traps: null,
};

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
  ...NOT_ASSESSED,
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
  numerical_rank: null,
  entropy: null,
} as const;

function fitColumns(
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
function literallyFailed(eigenvalues: Float64Array, { log_spectral_norm }: NormColumns): FitColumns {
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

/** How far alpha can be relied on and what may be behind it, for layers of which somebody is going to ask. */
function assessmentColumns(
  engine: SpectrumEngine,
  { assess, longname, product, rule }: LayerTask,
  layer: Omit<LayerSpectrum, 'alpha'>,
  usable: Float64Array,
  fit: PowerLawFit | undefined,
): AssessmentColumns {
  if (assess === undefined || fit === undefined || fittedAlpha(fit) === null) return NOT_ASSESSED;
  if (fit.alpha >= assess.minAlpha && fit.alpha <= assess.maxAlpha) return NOT_ASSESSED;
  // A product's own elements are not there to be shuffled, and only layers' own eigenvalues have been looked at.
  const isShuffled = product === undefined && rule.eigenvalues === 'squares' && rule.inverse === 'none';
  const elements = layer.matrices.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  const options = {
    seed: assess.seed,
    replicas: REPLICAS,
    shuffles: isShuffled && elements <= MOST_SHUFFLED_ELEMENTS ? SHUFFLES : 0,
  };
  const { goodnessOfFit, trust, nullAlpha } = assessAlpha(engine, longname, layer, usable, fit, options);
  const outliers = findOutliers(usable);
  return {
    p_value: goodnessOfFit.pValue,
    trust: trust.label,
    trust_reasons: trust.reasons,
    outliers: outliers?.count ?? 0,
    alpha_without_outliers: outliers?.fit.alpha ?? null,
    correlation_traps: nullAlpha?.traps ?? null,
  };
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
