import type { FloatDtype } from '../formats/dtype.ts';
import type { LowRankProduct } from '../formats/tensor.ts';
import type { Layer, LayerType, MatrixPlace, SpectrumRule } from '../layers/layer.ts';
import { type AnalysisModes, DEFAULT_MODES } from './analysis-modes.ts';

export interface AssessmentTask {
  readonly minAlpha: number;
  readonly maxAlpha: number;
  readonly seed: number;
}

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
