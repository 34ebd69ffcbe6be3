import { isFloatDtype } from '../formats/dtype.ts';
import type { KernelLayout, Tensor } from '../formats/tensor.ts';
import type { Layer, LayerType } from './layer.ts';
import { layerTypeOf, matricesOf } from './matrices.ts';
import { withoutWeight } from './name-pattern.ts';

/** Which matrices a tensor is analysed as, and how their eigenvalues are taken; WeightWatcher's names and meanings. */
export interface LayerForm {
  /** One row for all matrices of a kernel; otherwise one for each. */
  readonly pool: boolean;
  /** Where a kernel's channels are: before its positions, after them, or where its format has them. */
  readonly channels: 'auto' | 'first' | 'last';
  readonly conv2dNorm: boolean;
  readonly glorotFix: boolean;
  readonly fft: boolean;
  readonly inverse: boolean;
}

/** The layer that a tensor is, or, of a kernel that is not pooled, one for each of its matrices. */
export function formLayers(tensor: Tensor, layerId: number, form: LayerForm): Layer[] {
  const { dtype, shape } = tensor;
  if (!isFloatDtype(dtype)) throw new TypeError(`${dtype} is no floating-point dtype`);
  const places = matricesOf(shape, layoutOf(tensor, form));
  const stored = places[0]!;
  const { rows, cols } = tensor.product ?? stored;
  const parts = {
    layerId,
    name: withoutWeight(tensor.name),
    longname: withoutWeight(tensor.name),
    layerType: layerTypeOf(shape.length),
    tensor,
    dtype,
    N: Math.max(rows, cols),
    M: Math.min(rows, cols),
    receptiveField: places.length,
  };
  const rule = {
    scale: scaleOf(parts.layerType, parts, form),
    eigenvalues: 'squares',
    inverse: form.inverse ? 'all' : 'none',
  } as const;
  const eigenvalueCount = Math.min(stored.rows, stored.cols);
  if (form.pool) {
    return [
      {
        ...parts,
        sliceId: undefined,
        matrices: places,
        eigenvalueCount: eigenvalueCount * places.length,
        rule,
      },
    ];
  }
  return places.map((place, sliceId) => ({ ...parts, sliceId, matrices: [place], eigenvalueCount, rule }));
}

function layoutOf({ kernelLayout }: Tensor, { channels }: LayerForm): KernelLayout {
  if (channels === 'auto') return kernelLayout;
  return channels === 'first' ? 'oihw' : 'hwio';
}

/**
 * What the weights are multiplied with before their spectrum is taken (WeightWatcher's `conv2d_norm`, `glorot_fix` and
 * `fft`; c, N, M and rf as in its columns):
 *
 * - `conv2d_norm`: kernels times √½ where their matrices are pooled, √(rf/2) where each is a row of its own.
 * - `glorot_fix`: divided by the standard deviation of Glorot's initialisation, √(2/((N + M)·rf)) (Glorot & Bengio,
 *   Understanding the difficulty of training deep feedforward neural networks, 2010, equation 12, with fan-in and
 *   fan-out counted over all kernel positions), so that a layer that was never trained has elements of variance one.
 * - `fft`: the two-dimensional discrete Fourier transform, F_N·W·F_M without a factor, is √(N·M) times a unitary one, so
 *   that its singular values are √(N·M) times those of W: no transform is needed.
 */
function scaleOf(
  layerType: LayerType,
  { N, M, receptiveField }: Pick<Layer, 'N' | 'M' | 'receptiveField'>,
  { pool, conv2dNorm, glorotFix, fft }: LayerForm,
): number {
  let scale = 1;
  if (conv2dNorm && layerType !== 'dense') scale *= Math.sqrt((pool ? 1 : receptiveField) / 2);
  if (glorotFix) scale *= Math.sqrt(((N + M) * receptiveField) / 2);
  if (fft) scale *= Math.sqrt(N * M);
  return scale;
}
