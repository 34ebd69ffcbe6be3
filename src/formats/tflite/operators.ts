import type { KernelLayout } from '../tensor.ts';

/** What is to be known of an operator that takes weights. */
export interface WeightOperator {
  /** TensorFlow Lite's name of it. */
  readonly name: string;
  readonly kernelLayout: KernelLayout;
}

const DEQUANTIZE = 6;

/**
 * Operators by their number (schema.fbs, `BuiltinOperator`). Kernels are output channels, positions, input channels;
 * those over three axes are as TensorFlow has them, and stacks of matrices have the matrices last.
 */
const OPERATORS: ReadonlyMap<number, WeightOperator> = new Map([
  [3, { name: 'CONV_2D', kernelLayout: 'ohwi' }],
  [4, { name: 'DEPTHWISE_CONV_2D', kernelLayout: 'ohwi' }],
  [7, { name: 'EMBEDDING_LOOKUP', kernelLayout: 'ohwi' }],
  [9, { name: 'FULLY_CONNECTED', kernelLayout: 'ohwi' }],
  [16, { name: 'LSTM', kernelLayout: 'ohwi' }],
  [24, { name: 'RNN', kernelLayout: 'ohwi' }],
  [27, { name: 'SVDF', kernelLayout: 'ohwi' }],
  [35, { name: 'UNIDIRECTIONAL_SEQUENCE_RNN', kernelLayout: 'ohwi' }],
  [36, { name: 'GATHER', kernelLayout: 'ohwi' }],
  [44, { name: 'UNIDIRECTIONAL_SEQUENCE_LSTM', kernelLayout: 'ohwi' }],
  [67, { name: 'TRANSPOSE_CONV', kernelLayout: 'ohwi' }],
  [126, { name: 'BATCH_MATMUL', kernelLayout: 'hwio' }],
  [131, { name: 'CONV_3D', kernelLayout: 'hwio' }],
]);

/** Undefined for an operator that computes without weights, and for those that people add. */
export function weightOperator(code: number): WeightOperator | undefined {
  return OPERATORS.get(code);
}

/** An operator that only turns stored numbers into those that are computed with. */
export function isDequantize(code: number): boolean {
  return code === DEQUANTIZE;
}
