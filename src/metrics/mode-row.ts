import type { FloatDtype } from '../formats/dtype.ts';
import type { MatrixPlace, SpectrumRule } from '../layers/layer.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import type { AnalysisModes } from './analysis-modes.ts';
import { ergColumns } from './erg.ts';
import { fitMarchenkoPastur, marchenkoPasturColumns } from './marchenko-pastur.ts';
import type { ModeColumns } from './mode-columns.ts';
import { randomizedColumns } from './randomized.ts';
import { randomStream } from './uncertainty/random.ts';
import { vectorColumns } from './vector-columns.ts';

/** A layer whose spectrum and fit are known. */
export interface FittedLayer {
  /** Tells the layer's random numbers from those of others. */
  readonly longname: string;
  readonly bytes: Uint8Array;
  readonly dtype: FloatDtype;
  readonly matrices: readonly MatrixPlace[];
  /** Whether the matrices stand for the layer's own: not so of a product of low rank. */
  readonly hasOwnElements: boolean;
  readonly rule: SpectrumRule;
  readonly N: number;
  readonly M: number;
  readonly eigenvalueCount: number;
  /** Ascending. */
  readonly eigenvalues: Float64Array;
  readonly xmin: number | null;
  readonly num_pl_spikes: number | null;
  /** Is given the eigenvalues of the weights in random order, where they are computed. */
  readonly keepRandom?: ((eigenvalues: Float64Array) => void) | undefined;
}

/** The columns that the modes add besides those of the fit; what was not asked for costs nothing. */
export function modeColumns(
  engine: SpectrumEngine,
  layer: FittedLayer,
  { mpFit, randomize, detX, vectors, seed }: AnalysisModes,
): ModeColumns {
  const { longname, eigenvalues, N, M, hasOwnElements, rule, xmin } = layer;
  const literal = rule.literal === true;
  return {
    ...(mpFit && marchenkoPasturColumns(fitMarchenkoPastur(eigenvalues, N, M))),
    ...(randomize &&
      hasOwnElements &&
      randomizedColumns(engine, layer, randomStream(seed, longname, 'randomize'), layer.keepRandom)),
    ...(detX && ergColumns(eigenvalues, layer.num_pl_spikes, literal)),
    ...(vectors &&
      hasOwnElements &&
      vectorColumns(engine, layer, tailOf(eigenvalues, xmin ?? (literal ? 0 : Infinity)))),
  };
}

function tailOf(eigenvalues: Float64Array, xmin: number): number {
  return eigenvalues.filter((eigenvalue) => eigenvalue >= xmin).length;
}
