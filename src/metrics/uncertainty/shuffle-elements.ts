import { bytesPerElement, type FloatDtype } from '../../formats/dtype.ts';
import type { MatrixPlace } from '../../layers/layer.ts';
import type { RandomStream } from './random.ts';

type Elements = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A copy of a layer's matrices, each dense and row-major, whose elements can be shuffled in place. */
export interface ShuffledCopy {
  readonly bytes: Uint8Array;
  readonly matrices: readonly MatrixPlace[];
  /** Puts the elements of each matrix into a new random order, every order with the same probability. */
  shuffle(random: RandomStream): void;
}

/**
 * Copies the matrices to be shuffled, each within itself as WeightWatcher's `randomize` does. Elements are moved as bits,
 * so that the copy is exact in every dtype.
 *
 * @param bytes the tensor's elements in C order, little-endian; may lie in shared memory.
 */
export function shuffledCopy(
  bytes: Uint8Array,
  dtype: FloatDtype,
  matrices: readonly MatrixPlace[],
): ShuffledCopy {
  const size = bytesPerElement(dtype);
  const counts = matrices.map(({ rows, cols }) => rows * cols);
  const elements = emptyElements(
    size,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const read = elementBits(bytes, size);
  const places: MatrixPlace[] = [];
  let filled = 0;
  for (const { rows, cols, offset, rowStride, colStride } of matrices) {
    places.push({ rows, cols, offset: filled, rowStride: cols, colStride: 1 });
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++)
        elements[filled++] = read(offset + row * rowStride + col * colStride);
    }
  }
  return {
    bytes: new Uint8Array(elements.buffer),
    matrices: places,
    shuffle: (random) => {
      for (const { offset, rows, cols } of places) shuffleRange(elements, offset, rows * cols, random);
    },
  };
}

/** Source: Durstenfeld, "Algorithm 235: Random permutation", Communications of the ACM 7 (1964), after Fisher and Yates. */
function shuffleRange(elements: Elements, start: number, count: number, random: RandomStream): void {
  for (let left = count; left > 1; left--) {
    const chosen = start + random.integer(left);
    const last = start + left - 1;
    const element = elements[chosen]!;
    elements[chosen] = elements[last]!;
    elements[last] = element;
  }
}

function emptyElements(size: number, length: number): Elements {
  if (size === 8) return new Float64Array(length);
  if (size === 4) return new Uint32Array(length);
  return size === 2 ? new Uint16Array(length) : new Uint8Array(length);
}

/** Reads element by element, wherever the tensor begins; as little-endian, which every platform of Node is. */
function elementBits(bytes: Uint8Array, size: number): (index: number) => number {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === 8) return (index) => data.getFloat64(index * 8, true);
  if (size === 4) return (index) => data.getUint32(index * 4, true);
  return size === 2 ? (index) => data.getUint16(index * 2, true) : (index) => data.getUint8(index);
}
