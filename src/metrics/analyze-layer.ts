import { NumericError } from '../errors.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import type { AnalysisModes } from './analysis-modes.ts';
import { assessmentColumns, NOT_ASSESSED } from './assessment-columns.ts';
import { cutEigenvalues } from './cut-eigenvalues.ts';
import type { LayerDetails } from './details.ts';
import { computeEsd } from './esd.ts';
import { fitColumns, literallyFailed, NO_FIT } from './fit-columns.ts';
import { fitTail } from './fit-tail.ts';
import { fittedAlpha } from './fitted-alpha.ts';
import type { LayerTask } from './layer-task.ts';
import { withLiteralNones } from './literal-columns.ts';
import type { ModeColumns } from './mode-columns.ts';
import { modeColumns } from './mode-row.ts';
import { describeNonFinite } from './non-finite.ts';
import { computeNorms, type NormColumns } from './norms.ts';
import { computeRuledEsd } from './ruled-esd.ts';
import { spectrumCurves } from './spectrum-curves.ts';
import { EVERY_WEIGHT_SAME, EVERY_WEIGHT_ZERO, notFinite } from './status.ts';
import { isConstant } from './symptoms/constant.ts';
import { numericalRank } from './symptoms/numerical-rank.ts';

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
      ...assessmentColumns(engine, task, layer, cut.usable, fit),
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
