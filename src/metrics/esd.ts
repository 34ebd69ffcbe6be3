import type { FloatDtype } from '../formats/dtype.ts';
import type { MatrixPlace } from '../layers/layer.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';

/** The empirical spectral density of a layer: the eigenvalues of WᵀW of all its matrices, pooled. */
export interface Esd {
  /** Ascending, float64. */
  readonly eigenvalues: Float64Array;
  /** The largest and the smallest singular value of all matrices. */
  readonly svMax: number;
  readonly svMin: number;
  /** Singular values that are zero to working precision, σ ≤ σ_max·N·ε of their own matrix, summed over matrices. */
  readonly rankLoss: number;
}

/**
 * The spectrum of one layer.
 *
 * @param bytes the tensor's elements in C order, little-endian; may lie in shared memory.
 * @param scale factor on the weights, as WeightWatcher applies √½ to kernels (its conv2d_norm).
 */
export function computeEsd(
  engine: Pick<SpectrumEngine, 'singularValues'>,
  bytes: Uint8Array,
  dtype: FloatDtype,
  matrices: readonly MatrixPlace[],
  scale: number,
): Esd {
  const spectra = matrices.map((place) => engine.singularValues({ bytes, dtype, ...place }));
  const eigenvalues = new Float64Array(spectra.reduce((sum, spectrum) => sum + spectrum.length, 0));
  let filled = 0;
  let rankLoss = 0;
  let svMax = 0;
  let svMin = Infinity;
  for (const [index, spectrum] of spectra.entries()) {
    const { rows, cols } = matrices[index]!;
    const zero = spectrum.at(-1)! * scale * Math.max(rows, cols) * Number.EPSILON;
    for (const unscaled of spectrum) {
      const singularValue = unscaled * scale;
      if (singularValue <= zero) rankLoss++;
      eigenvalues[filled++] = singularValue * singularValue;
    }
    svMax = Math.max(svMax, spectrum.at(-1)! * scale);
    svMin = Math.min(svMin, spectrum[0]! * scale);
  }
  return { eigenvalues: eigenvalues.sort(), svMax, svMin, rankLoss };
}
