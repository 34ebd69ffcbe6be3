import { NumericError } from '../../errors.ts';
import type { Tensor } from '../../formats/tensor.ts';
import { MAX_FORMED_BYTES } from '../../limits.ts';
import type { ReadOptions } from '../../sources/byte-source.ts';
import type { MatrixPlace } from '../layer.ts';
import { computedTensor, readElements } from '../read-elements.ts';

/** A matrix in memory, rows one after another. */
export interface DenseMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly elements: Float64Array<ArrayBuffer>;
}

/** Reads a tensor, and of its matrices those at the given places. */
export async function readMatrices(
  tensor: Tensor,
  places: readonly MatrixPlace[],
  options?: ReadOptions,
): Promise<DenseMatrix[]> {
  const elementAt = await readElements(tensor, options);
  return places.map(({ rows, cols, offset, rowStride, colStride }) => {
    const elements = new Float64Array(rows * cols);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) elements[at] = elementAt(offset + i * rowStride + j * colStride);
    }
    return { rows, cols, elements };
  });
}

/**
 * A matrix that is formed when it is read, as a tensor like any other.
 *
 * @throws NumericError `TOO_LARGE` when it would not fit into memory.
 */
export function formedTensor(
  name: string,
  rows: number,
  cols: number,
  storageKey: string,
  form: (options: ReadOptions | undefined) => Promise<DenseMatrix>,
): Tensor {
  const sizeBytes = rows * cols * 8;
  if (sizeBytes > MAX_FORMED_BYTES) {
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: name,
      problem: `a matrix of ${rows}×${cols} takes ${sizeBytes} bytes, more than the ${MAX_FORMED_BYTES} allowed`,
      cure: 'Choose fewer layers with layers, include or exclude',
    });
  }
  return computedTensor({ name, shape: [rows, cols], kernelLayout: 'oihw', storageKey }, async (options) => {
    const { elements } = await form(options);
    return (index) => elements[index]!;
  });
}

export function transposed({ rows, cols, elements }: DenseMatrix): DenseMatrix {
  const result = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) result[j * rows + i] = elements[i * cols + j]!;
  }
  return { rows: cols, cols: rows, elements: result };
}

/** A·B */
export function multiply(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  if (a.cols !== b.rows) throw new RangeError(`${a.rows}×${a.cols} and ${b.rows}×${b.cols} do not multiply`);
  const elements = new Float64Array(a.rows * b.cols);
  for (let i = 0; i < a.rows; i++) {
    const row = elements.subarray(i * b.cols, (i + 1) * b.cols);
    for (let k = 0; k < a.cols; k++) {
      const factor = a.elements[i * a.cols + k]!;
      if (factor === 0) continue;
      const from = k * b.cols;
      for (let j = 0; j < b.cols; j++) row[j]! += factor * b.elements[from + j]!;
    }
  }
  return { rows: a.rows, cols: b.cols, elements };
}

export function frobeniusNorm({ elements }: DenseMatrix): number {
  let squares = 0;
  for (const element of elements) squares += element * element;
  return Math.sqrt(squares);
}
