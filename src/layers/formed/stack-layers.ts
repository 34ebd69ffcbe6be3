import type { ReadOptions } from '../../sources/byte-source.ts';
import type { Layer } from '../layer.ts';
import { matricesOf } from '../matrices.ts';
import { type DenseMatrix, formedTensor, readMatrices, transposed } from './dense-matrix.ts';

/**
 * WeightWatcher's `stacked`: one matrix of all layers. Of each layer the matrices stand side by side, taller than wide
 * where it is a kernel; less the median of all its elements, each column is divided by its own median absolute
 * deviation; the results stand one below the other, filled up with zeros on the right to the widest.
 *
 * A column whose deviation is zero, because more than half of it is one value, is not divided.
 *
 * @param layers at least one.
 * @throws NumericError `TOO_LARGE` when the stack would not fit into memory.
 */
export function stackLayers(layers: readonly Layer[], literal: boolean): Layer {
  const first = layers[0]!;
  const shapes = layers.map(shapeOf);
  const rows = shapes.reduce((sum, shape) => sum + shape.rows, 0);
  const cols = shapes.reduce((widest, shape) => Math.max(widest, shape.cols), 0);
  const N = Math.max(rows, cols);
  const M = Math.min(rows, cols);
  const storageKey = `stack of ${layers.map(({ tensor }) => tensor.storageKey).join(', ')}`;
  const tensor = formedTensor('Stacked Layer', rows, cols, storageKey, async (options) => {
    const elements = new Float64Array(rows * cols);
    let row = 0;
    for (const layer of layers) {
      const block = await standardised(layer, options);
      for (let i = 0; i < block.rows; i++, row++)
        elements.set(block.elements.subarray(i * block.cols, (i + 1) * block.cols), row * cols);
    }
    return { rows, cols, elements };
  });
  return {
    layerId: 0,
    sliceId: undefined,
    name: tensor.name,
    longname: literal ? first.longname : tensor.name,
    layerType: 'stacked',
    tensor,
    dtype: 'F64',
    matrices: matricesOf(tensor.shape, 'oihw'),
    N,
    M,
    receptiveField: 1,
    eigenvalueCount: literal ? Math.min(M, first.eigenvalueCount) : M,
    rule: {
      scale: 1,
      largest: literal ? first.eigenvalueCount : undefined,
      eigenvalues: 'squares',
      inverse: first.rule.inverse,
      literal,
    },
  };
}

/** Of a layer's matrices side by side. */
function shapeOf({ matrices, layerType }: Layer): { rows: number; cols: number } {
  const { rows, cols } = matrices[0]!;
  if (layerType === 'dense') return { rows, cols };
  return { rows: Math.max(rows, cols), cols: Math.min(rows, cols) * matrices.length };
}

async function standardised(layer: Layer, options: ReadOptions | undefined): Promise<DenseMatrix> {
  const { rows, cols } = shapeOf(layer);
  const matrices = await readMatrices(layer.tensor, layer.matrices, options);
  const elements = new Float64Array(rows * cols);
  const width = cols / matrices.length;
  for (const [index, matrix] of matrices.entries()) {
    const tall = matrix.rows === rows ? matrix : transposed(matrix);
    for (let i = 0; i < rows; i++)
      elements.set(tall.elements.subarray(i * width, (i + 1) * width), i * cols + index * width);
  }
  const centre = median(elements.slice());
  const column = new Float64Array(rows);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) column[i] = elements[i * cols + j]!;
    const deviation = medianAbsoluteDeviation(column) || 1;
    for (let i = 0; i < rows; i++) elements[i * cols + j] = (elements[i * cols + j]! - centre) / deviation;
  }
  return { rows, cols, elements };
}

/** Not scaled to a normal distribution's standard deviation. Overwrites `values`. */
function medianAbsoluteDeviation(values: Float64Array): number {
  const centre = median(values);
  for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i]! - centre);
  return median(values);
}

/** Sorts `values`. */
function median(values: Float64Array): number {
  values.sort();
  const half = Math.floor(values.length / 2);
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}
