import type { FloatDtype } from '../../formats/dtype.ts';
import type { MatrixPlace } from '../../layers/layer.ts';
import type { SpectrumEngine } from '../../spectrum/engine.ts';
import { cutEigenvalues } from '../cut-eigenvalues.ts';
import { computeEsd, type Esd } from '../esd.ts';
import { computeNorms } from '../norms.ts';
import { fitPowerLaw } from '../power-law.ts';
import { bulkEdge } from '../symptoms/bulk-edge.ts';
import type { RandomStream } from './random.ts';
import { shuffledCopy } from './shuffle-elements.ts';

/** A layer as it is stored, and its spectrum. */
export interface LayerSpectrum {
  /** The tensor's elements in C order, little-endian; may lie in shared memory. */
  readonly bytes: Uint8Array;
  readonly dtype: FloatDtype;
  readonly matrices: readonly MatrixPlace[];
  /** Factor on the weights that the eigenvalues were computed with. */
  readonly scale: number;
  /** The larger side of the matrices. */
  readonly N: number;
  /** Of all matrices, pooled; ascending. */
  readonly eigenvalues: Float64Array;
  readonly alpha: number;
}

/** How a layer compares with its own weights in random order, in which nothing learned is left but their sizes. */
export interface NullAlpha {
  /** Alpha of each shuffle that has one, ascending. */
  readonly alphas: readonly number[];
  /**
   * Probability that shuffled weights have an alpha as low as the layer's: (1 + how many of the shuffles had) / (1 + how
   * many there were), so that it is never 0.
   */
  readonly pValue: number;
  /**
   * How much farther the layer's singular values are from those of the shuffles than any shuffle is from the others:
   * about 1 or less for a layer that is noise.
   */
  readonly separation: number;
  /**
   * Correlation traps: eigenvalues far above what random order leaves of them, see `bulkEdge`; the smallest number of all
   * shuffles.
   */
  readonly traps: number;
}

export interface NullAlphaOptions {
  /** At least 2. Each costs as much as the layer's analysis, and something for shuffling. */
  readonly shuffles: number;
}

export const DEFAULT_NULL_ALPHA: NullAlphaOptions = { shuffles: 10 };

/**
 * Alpha under the null hypothesis that the order of the weights means nothing: the same spectrum, cut and fit on random
 * permutations of the layer's own elements.
 *
 * Sources: WeightWatcher's `randomize`; Barnard's Monte Carlo test (Journal of the Royal Statistical Society B 25, 1963,
 * page 294) for the p-value. A permutation keeps the Frobenius norm, so that the singular values compare without scaling.
 */
export function nullAlpha(
  engine: Pick<SpectrumEngine, 'singularValues'>,
  layer: LayerSpectrum,
  random: RandomStream,
  { shuffles }: NullAlphaOptions = DEFAULT_NULL_ALPHA,
): NullAlpha {
  const copy = shuffledCopy(layer.bytes, layer.dtype, layer.matrices);
  const edge = bulkEdge(
    copy.matrices.map((place) => ({ bytes: copy.bytes, dtype: layer.dtype, ...place })),
    layer.scale,
  );
  const alphas: number[] = [];
  const spectra: Float64Array[] = [];
  let traps = Infinity;
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    copy.shuffle(random);
    const esd = computeEsd(engine, copy.bytes, layer.dtype, copy.matrices, layer.scale);
    spectra.push(esd.eigenvalues.map(Math.sqrt));
    traps = Math.min(traps, esd.eigenvalues.filter((eigenvalue) => eigenvalue > edge).length);
    const alpha = alphaOf(esd, layer.N);
    if (alpha !== undefined) alphas.push(alpha);
  }
  const asLow = alphas.filter((alpha) => alpha <= layer.alpha).length;
  return {
    alphas: alphas.sort((a, b) => a - b),
    pValue: (1 + asLow) / (1 + alphas.length),
    separation: separationOf(layer.eigenvalues.map(Math.sqrt), spectra),
    traps,
  };
}

function alphaOf(esd: Esd, N: number): number | undefined {
  const { lambda_max, matrix_rank } = computeNorms(esd, N);
  return fitPowerLaw(cutEigenvalues(esd.eigenvalues, lambda_max, matrix_rank).usable)?.alpha;
}

/** The L1 distance of the layer to the mean of its shuffles, over the largest of a shuffle to the mean of the others. */
function separationOf(layer: Float64Array, spectra: readonly Float64Array[]): number {
  const sums = layer.map((_, index) => spectra.reduce((sum, spectrum) => sum + spectrum[index]!, 0));
  const mean = sums.map((sum) => sum / spectra.length);
  const own = spectra.map((spectrum) =>
    distance(
      spectrum,
      sums.map((sum, index) => (sum - spectrum[index]!) / (spectra.length - 1)),
    ),
  );
  const farthest = Math.max(...own);
  const layerDistance = distance(layer, mean);
  return layerDistance === 0 ? 0 : layerDistance / farthest;
}

function distance(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0);
}
