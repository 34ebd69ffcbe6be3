import type { FloatDtype } from '../formats/dtype.ts';
import type { Tensor } from '../formats/tensor.ts';

export type LayerType = 'dense' | 'conv1d' | 'conv2d' | 'conv3d' | 'stacked';

/** How the eigenvalues of a layer are made of its matrices. */
export interface SpectrumRule {
  /** Factor on the weights. */
  readonly scale: number;
  /** How many of the largest singular values count; undefined for all. Only where there is one matrix. */
  readonly largest?: number | undefined;
  /** σ² for layers, σ for products of two layers. */
  readonly eigenvalues: 'squares' | 'singular values';
  /** Whether the eigenvalues are those of (WᵀW)⁻¹: of all matrices, or of every other one up to the last. */
  readonly inverse: 'none' | 'all' | 'alternating';
  /** Whether numbers are to be WeightWatcher's where they are its defects (`compat`). */
  readonly literal?: boolean | undefined;
}

/**
 * Where a matrix lies in its tensor: element (i, j) is element `offset + i · rowStride + j · colStride` of the
 * tensor in C order. Offset and strides count elements.
 */
export interface MatrixPlace {
  readonly rows: number;
  readonly cols: number;
  readonly offset: number;
  readonly rowStride: number;
  readonly colStride: number;
}

/** A tensor that will be analysed, and the matrices it is analysed as. */
export interface Layer {
  /** Position among the model's candidates. */
  readonly layerId: number;
  /** Which of the tensor's matrices this row is, from 0; undefined where all are analysed together. */
  readonly sliceId: number | undefined;
  /** The tensor's name without a final `.weight`, as WeightWatcher writes it. */
  readonly name: string;
  /** What the layer is reported and chosen by; of a tensor its name again. */
  readonly longname: string;
  readonly layerType: LayerType;
  readonly tensor: Tensor;
  readonly dtype: FloatDtype;
  /** One matrix; of a kernel one for each of its positions. All have the same shape. */
  readonly matrices: readonly MatrixPlace[];
  /** The larger side of the matrices; of a product of low rank that of the product. */
  readonly N: number;
  /** The smaller side. */
  readonly M: number;
  /** Number of matrices. */
  readonly receptiveField: number;
  /** M · receptiveField; of a product of low rank without those that are zero because its factors are thin. */
  readonly eigenvalueCount: number;
  readonly rule: SpectrumRule;
}

export interface SkippedTensor {
  readonly name: string;
  /** Why, in words. */
  readonly reason: string;
}
