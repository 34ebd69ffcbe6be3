import type { FloatDtype } from '../../src/formats/dtype.ts';
import type { MatrixView } from '../../src/spectrum/engine.ts';

/** Uniform numbers in [0, 1), the same for the same seed everywhere (a 32-bit xorshift; fine for test data). */
export function seededUniform(seed: number): () => number {
  let state = (seed * 2654435761) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers (Box & Muller). */
export function seededNormal(seed: number): () => number {
  const uniform = seededUniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A matrix as plain numbers, row after row. */
export interface Dense {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

export function dense(rows: number, cols: number, element: (row: number, col: number) => number): Dense {
  const values = new Float64Array(rows * cols);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) values[at++] = element(row, col);
  }
  return { rows, cols, values };
}

export function normalMatrix(rows: number, cols: number, seed: number): Dense {
  const next = seededNormal(seed);
  return dense(rows, cols, () => next());
}

/** Whole numbers from −8 to 8: every float type holds them exactly. */
export function integerMatrix(rows: number, cols: number, seed: number): Dense {
  const next = seededUniform(seed);
  return dense(rows, cols, () => Math.floor(next() * 17) - 8);
}

export function product(a: Dense, b: Dense): Dense {
  return dense(a.rows, b.cols, (i, j) => {
    let sum = 0;
    for (let k = 0; k < a.cols; k++) sum += a.values[i * a.cols + k]! * b.values[k * b.cols + j]!;
    return sum;
  });
}

export function transpose(a: Dense): Dense {
  return dense(a.cols, a.rows, (i, j) => a.values[j * a.cols + i]!);
}

/** Multiplies from the left by I − 2uuᵀ/n with u of random signs: orthogonal, and exact where n is a power of two. */
function reflectRows({ rows, cols, values }: Dense, seed: number): Dense {
  const next = seededUniform(seed);
  const signs = Array.from({ length: rows }, () => (next() < 0.5 ? -1 : 1));
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) sums[j]! += signs[i]! * values[i * cols + j]!;
  }
  return dense(rows, cols, (i, j) => values[i * cols + j]! - (2 / rows) * signs[i]! * sums[j]!);
}

/** A matrix with the given singular values, and no zero elements to make it easy. */
export function withSpectrum(rows: number, cols: number, spectrum: readonly number[], seed: number): Dense {
  const middle = dense(rows, cols, (i, j) => (i === j ? spectrum[i]! : 0));
  return transpose(reflectRows(transpose(reflectRows(middle, seed)), seed + 1));
}

/** The 256 values of OCP's E4M3, by its table: sign, 4 exponent bits with bias 7, 3 fraction bits, no infinities. */
export const E4M3_VALUES: readonly number[] = Array.from({ length: 256 }, (_, bits) => {
  const exponent = (bits & 0x78) / 8;
  const fraction = (bits & 7) / 8;
  const magnitude = exponent === 0 ? fraction * 2 ** -6 : (1 + fraction) * 2 ** (exponent - 7);
  return (bits & 0x7f) === 0x7f ? Number.NaN : bits >= 128 ? -magnitude : magnitude;
});

interface HalfView {
  setFloat16(byteOffset: number, value: number, littleEndian: boolean): void;
}

const BYTES: Readonly<Record<FloatDtype, number>> = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  F8_E4M3: 1,
  F8_E5M2: 1,
};

/** Stores a value as `dtype` does; it must be exact, but for F64 and F32. */
function encode(dtype: FloatDtype, value: number): Uint8Array {
  const data = new DataView(new ArrayBuffer(8));
  const bytes = new Uint8Array(data.buffer);
  switch (dtype) {
    case 'F64':
      data.setFloat64(0, value, true);
      return bytes;
    case 'F32':
      data.setFloat32(0, value, true);
      return bytes.subarray(0, 4);
    case 'BF16':
      data.setFloat32(0, value, true);
      return bytes.subarray(2, 4);
    case 'F16':
      (data as unknown as HalfView).setFloat16(0, value, true);
      return bytes.subarray(0, 2);
    case 'F8_E5M2':
      (data as unknown as HalfView).setFloat16(0, value, true);
      return bytes.subarray(1, 2);
    case 'F8_E4M3':
      return Uint8Array.of(E4M3_VALUES.findIndex((x) => Object.is(x, value)));
  }
}

/** Where the elements of a test matrix lie: `offset` elements in, with these distances between neighbours. */
export interface Strides {
  readonly offset: number;
  readonly rowStride: number;
  readonly colStride: number;
  /** Let the tensor begin at an odd address, as it may inside a file. */
  readonly unaligned?: boolean;
  readonly shared?: boolean;
}

/** A matrix stored as `dtype`, dense and row-major unless said otherwise. Bytes between its elements are 0xFF: NaN. */
export function viewOf(matrix: Dense, dtype: FloatDtype = 'F64', strides?: Strides): MatrixView {
  const { rows, cols, values } = matrix;
  const { offset, rowStride, colStride } = strides ?? { offset: 0, rowStride: cols, colStride: 1 };
  if (dtype === 'F64' && strides === undefined) {
    return { bytes: new Uint8Array(values.slice().buffer), dtype, rows, cols, offset, rowStride, colStride };
  }
  const last = offset + Math.max(rows - 1, 0) * rowStride + Math.max(cols - 1, 0) * colStride;
  const size = BYTES[dtype];
  const shift = strides?.unaligned ? 1 : 0;
  const sizeBytes = (last + 1) * size;
  const buffer = strides?.shared
    ? new SharedArrayBuffer(sizeBytes + shift)
    : new ArrayBuffer(sizeBytes + shift);
  const bytes = new Uint8Array(buffer, shift).fill(0xff);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      bytes.set(encode(dtype, values[i * cols + j]!), (offset + i * rowStride + j * colStride) * size);
    }
  }
  return { bytes, dtype, rows, cols, offset, rowStride, colStride };
}
