import { elementCount } from '../formats/shape.ts';
import type { KernelLayout } from '../formats/tensor.ts';
import type { LayerType, MatrixPlace } from './layer.ts';

const LAYER_TYPES: readonly Exclude<LayerType, 'stacked'>[] = ['dense', 'conv1d', 'conv2d', 'conv3d'];

export const FEWEST_DIMENSIONS = 2;
export const MOST_DIMENSIONS = FEWEST_DIMENSIONS + LAYER_TYPES.length - 1;

/** The type of a layer by the dimensions of its tensor, 2 to 5: a matrix, or a kernel over 1, 2 or 3 axes. */
export function layerTypeOf(dimensions: number): LayerType {
  return LAYER_TYPES[dimensions - FEWEST_DIMENSIONS]!;
}

/**
 * The matrices a tensor in C order is analysed as: itself, or of a convolution's kernel one matrix of output by
 * input channels for each kernel position, in the order in which the positions are stored.
 *
 * @param shape 2 to 5 dimensions.
 */
export function matricesOf(shape: readonly number[], layout: KernelLayout): MatrixPlace[] {
  const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  if (shape.length === 2)
    return [{ offset: 0, rows: shape[0]!, cols: shape[1]!, rowStride: strides[0]!, colStride: 1 }];

  const channelAxes = channelAxesOf(layout, shape.length);
  const [rowAxis, colAxis] = channelAxes;
  const positionAxes = shape.map((_, axis) => axis).filter((axis) => !channelAxes.includes(axis));
  let offsets = [0];
  for (const axis of positionAxes) {
    const steps = Array.from({ length: shape[axis]! }, (_, step) => step * strides[axis]!);
    offsets = offsets.flatMap((offset) => steps.map((step) => offset + step));
  }
  return offsets.map((offset) => ({
    offset,
    rows: shape[rowAxis]!,
    cols: shape[colAxis]!,
    rowStride: strides[rowAxis]!,
    colStride: strides[colAxis]!,
  }));
}

/** The two axes whose matrices are analysed. */
function channelAxesOf(layout: KernelLayout, dimensions: number): readonly [number, number] {
  const last = dimensions - 1;
  switch (layout) {
    case 'oihw':
      return [0, 1];
    case 'hwio':
      return [last - 1, last];
    case 'ohwi':
      return [0, last];
  }
}
