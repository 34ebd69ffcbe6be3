import { NumericError } from '../errors.ts';
import { bytesPerElement } from '../formats/dtype.ts';
import { decoderOf } from '../formats/element-decoder.ts';
import { MAX_VECTOR_ORDER } from '../limits.ts';
import type { MatrixView } from './engine.ts';

/** Reads element (row, col) of a matrix as float64: simple and slow, for the reference engine and for messages. */
export function elementReader(matrix: MatrixView): (row: number, col: number) => number {
  const { bytes, dtype, offset, rowStride, colStride } = matrix;
  const decode = decoderOf(dtype, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const size = bytesPerElement(dtype);
  return (row, col) => decode((offset + row * rowStride + col * colStride) * size);
}

export function describeMatrix(matrix: MatrixView): string {
  return `a ${matrix.rows} × ${matrix.cols} matrix of ${matrix.dtype}`;
}

/** @throws NumericError `OUT_OF_BOUNDS` when an element of the view would lie outside its bytes. */
export function assertInBounds(matrix: MatrixView): void {
  const { bytes, dtype, rows, cols, offset, rowStride, colStride } = matrix;
  const whole = [rows, cols, offset, rowStride, colStride].every((x) => Number.isSafeInteger(x) && x >= 0);
  const last = offset + Math.max(rows - 1, 0) * rowStride + Math.max(cols - 1, 0) * colStride;
  if (whole && (rows === 0 || cols === 0 || (last + 1) * bytesPerElement(dtype) <= bytes.length)) return;
  throw new NumericError({
    code: 'OUT_OF_BOUNDS',
    subject: describeMatrix(matrix),
    problem: `its last element is element ${last} of a tensor of ${bytes.length} bytes`,
    details: { rows, cols, offset, rowStride, colStride, sizeBytes: bytes.length },
  });
}

/** @throws NumericError `TOO_LARGE` when the vectors of the matrix are more than an engine is asked for. */
export function assertVectorOrder(matrix: MatrixView): void {
  const { rows, cols } = matrix;
  if (Math.min(rows, cols) <= MAX_VECTOR_ORDER) return;
  throw new NumericError({
    code: 'TOO_LARGE',
    subject: describeMatrix(matrix),
    problem: `eigenvectors are computed up to an order of ${MAX_VECTOR_ORDER}`,
    cure: 'Exclude the layer, or lower max_evals',
    details: { rows, cols },
  });
}

/** The error for a matrix in which an element is NaN or infinite; finds the first such element for its message. */
export function notFinite(matrix: MatrixView): NumericError {
  const read = elementReader(matrix);
  for (let row = 0; row < matrix.rows; row++) {
    for (let col = 0; col < matrix.cols; col++) {
      const value = read(row, col);
      if (Number.isFinite(value)) continue;
      return new NumericError({
        code: 'NOT_FINITE',
        subject: describeMatrix(matrix),
        problem: `element (${row}, ${col}) is ${value}`,
        cure: 'Look for a diverged training run or a damaged file; weights must be finite numbers',
        details: { row, col, value: String(value) },
      });
    }
  }
  throw new Error('notFinite was called for a finite matrix');
}

/** The error for singular values that did not converge. */
export function noConvergence(matrix: MatrixView): NumericError {
  return new NumericError({
    code: 'NO_CONVERGENCE',
    subject: describeMatrix(matrix),
    problem: 'its singular values did not converge',
    cure: 'Try the other engine with --engine, and please report the matrix',
    details: { rows: matrix.rows, cols: matrix.cols },
  });
}
