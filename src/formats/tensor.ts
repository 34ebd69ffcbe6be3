import type { ReadOptions } from '../sources/byte-source.ts';

/**
 * How the dimensions of a kernel are stored: `oihw` is output channels, input channels, then positions (PyTorch,
 * ONNX); `hwio` is positions, input channels, output channels (TensorFlow, Keras, Flax); `ohwi` is output channels,
 * positions, input channels (TensorFlow Lite).
 */
export type KernelLayout = 'oihw' | 'hwio' | 'ohwi';

/** One tensor of a model: what it is and how to read it. Nothing of its data has been read yet. */
export interface Tensor {
  /** As stored. Hostile text until escaped. */
  readonly name: string;
  /** A `Dtype`, or the format's own word for elements that are not plain numbers (complex, quantised, packed). */
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly kernelLayout: KernelLayout;
  /** Equal for two tensors if and only if they are the same view of the same stored bytes. */
  readonly storageKey: string;
  /** Number of elements × bytes per element: what `readInto` fills. */
  readonly sizeBytes: number;
  /**
   * Fills `target` (`sizeBytes` long) with the elements, little-endian, in C order (last dimension fastest),
   * gathered where the file stores a strided view.
   */
  readInto(target: Uint8Array, options?: ReadOptions): Promise<void>;
  /** Of a tensor that stands for a product of low rank; undefined for one that is stored. */
  readonly product?: LowRankProduct;
  /** Why it is not to be analysed, where that has been found out already. */
  readonly unfit?: string;
}

/**
 * A product that is never formed: the tensor's matrices have the same singular values without those that are zero
 * because its factors are thin.
 */
export interface LowRankProduct {
  /** Shape of the product's own matrices. */
  readonly rows: number;
  readonly cols: number;
  /** What to know about its numbers, for the status column. */
  readonly remark: string | undefined;
}

export interface TensorList {
  /** `stored`: the format has an order and `tensors` is in it. `none`: any order of names is as good. */
  readonly order: 'stored' | 'none';
  readonly tensors: readonly Tensor[];
}

/** A model whose structure has been read and checked: every tensor's bytes exist. */
export interface OpenModel extends TensorList {
  /** How a person would name the model, for messages and titles. */
  readonly name: string;
  /** The format's name in reports, such as `safetensors`. */
  readonly format: string;
  /** Bytes of all its files. */
  readonly sizeBytes: number;
  /** What tells these weights from any other: of one file its own identity, of several a sha256 over theirs. */
  identity(): Promise<string>;
  close(): Promise<void>;
}
