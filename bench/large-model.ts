import { closeSync, openSync, writeSync } from 'node:fs';
import { multiplyAddsOf } from '../src/layers/cost.ts';

export interface StoredMatrix {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
}

interface Shape extends StoredMatrix {
  /** How many the model has. */
  readonly count: number;
  /** How many are analysed. */
  readonly measured: number;
}

/** Matrices of a language model of 7 thousand million parameters, as Llama 2 has them. */
export const LARGE_MODEL: readonly Shape[] = [
  { name: 'embedding', rows: 32_000, cols: 4096, count: 2, measured: 1 },
  { name: 'attention', rows: 4096, cols: 4096, count: 4 * 32, measured: 1 },
  { name: 'up', rows: 11_008, cols: 4096, count: 2 * 32, measured: 1 },
  { name: 'down', rows: 4096, cols: 11_008, count: 32, measured: 1 },
];

const workOf = (count: (shape: Shape) => number): number =>
  LARGE_MODEL.reduce((sum, shape) => {
    const place = { rows: shape.rows, cols: shape.cols, offset: 0, rowStride: 0, colStride: 0 };
    return sum + count(shape) * multiplyAddsOf({ matrices: [place] });
  }, 0);

/** The work of the whole model over that of what is measured. */
export const LARGE_MODEL_FACTOR = workOf(({ count }) => count) / workOf(({ measured }) => measured);
export const LARGE_MODEL_LAYERS = LARGE_MODEL.reduce((sum, { count }) => sum + count, 0);
export const LARGE_MODEL_BYTES = LARGE_MODEL.reduce(
  (sum, { rows, cols, count }) => sum + 2 * rows * cols * count,
  0,
);

/** Writes matrices of uniform numbers in bfloat16 as a safetensors file. */
export function writeModel(path: string, matrices: readonly StoredMatrix[]): void {
  const header: Record<string, unknown> = {};
  let endByte = 0;
  for (const { name, rows, cols } of matrices) {
    const startByte = endByte;
    endByte += 2 * rows * cols;
    header[`${name}.weight`] = { dtype: 'BF16', shape: [rows, cols], data_offsets: [startByte, endByte] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
  const file = openSync(path, 'w');
  try {
    writeSync(file, length);
    writeSync(file, text);
    let state = 88_675_123;
    const float = new Float32Array(1);
    const bits = new Uint32Array(float.buffer);
    for (const { rows, cols } of matrices) {
      for (let row = 0; row < rows; row++) {
        const line = new Uint16Array(cols);
        for (let col = 0; col < cols; col++) {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          float[0] = state / 2 ** 36;
          line[col] = bits[0]! >>> 16;
        }
        writeSync(file, new Uint8Array(line.buffer));
      }
    }
  } finally {
    closeSync(file);
  }
}
