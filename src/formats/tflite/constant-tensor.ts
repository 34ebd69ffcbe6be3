import type { ByteSource } from '../../sources/byte-source.ts';
import { bytesPerElement, type Dtype } from '../dtype.ts';
import { quote } from '../refusal.ts';
import { elementCount, exactBytes, showShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Constant, Quantization } from './constants.ts';
import { refuse } from './refuse.ts';

/** Types of elements that have a dtype here, by number (schema.fbs, `TensorType`). */
const DTYPES: ReadonlyMap<number, Dtype> = new Map([
  [0, 'F32'],
  [1, 'F16'],
  [2, 'I32'],
  [3, 'U8'],
  [4, 'I64'],
  [6, 'BOOL'],
  [7, 'I16'],
  [9, 'I8'],
  [10, 'F64'],
  [12, 'U64'],
  [15, 'U32'],
  [16, 'U16'],
  [18, 'BF16'],
]);

const INT4 = 17;

/** Integers that stand for weights where they have a scale; those of 32 bits are biases. */
const QUANTIZED: ReadonlySet<string> = new Set(['I8', 'U8', 'I16']);

/**
 * A constant as a tensor.
 *
 * @throws FormatError `BAD_TENSOR` when its bytes are not as many as its shape needs.
 */
export function constantTensor(source: ByteSource, constant: Constant, name: string): Tensor {
  const { shape, startByte, sizeBytes, quantization, isSparse, usedBy, tableByte } = constant;
  const bad = (problem: string) => refuse(source.name, 'BAD_TENSOR', problem, { offsetBytes: tableByte });
  const dtype = DTYPES.get(constant.type);
  const isInt4 = constant.type === INT4;
  const common = {
    name,
    shape,
    kernelLayout: usedBy?.operator.kernelLayout ?? ('ohwi' as const),
    storageKey: `${source.name}:${startByte}:${startByte + sizeBytes}`,
  };
  const elements = exactBytes(shape, 1);
  if ((dtype === undefined && !isInt4) || isSparse) {
    const word = dtype ?? `TensorFlow Lite type ${constant.type}`;
    return {
      ...common,
      dtype: word,
      sizeBytes: 0,
      ...(isSparse && { unfit: 'it is stored as a sparse tensor, which is not expanded' }),
      readInto: () => Promise.reject(bad(`${quote(name)} holds no numbers one by one`)),
    };
  }
  const neededBytes = isInt4 ? (elements + 1n) / 2n : elements * BigInt(bytesPerElement(dtype!));
  if (neededBytes !== BigInt(sizeBytes)) {
    const problem = `${quote(name)} of shape ${showShape(shape)} needs ${neededBytes} bytes, and has ${sizeBytes}`;
    throw bad(problem);
  }
  if (quantization === undefined || !(isInt4 || QUANTIZED.has(dtype!))) {
    return {
      ...common,
      dtype: dtype ?? 'I4',
      sizeBytes: isInt4 ? 0 : sizeBytes,
      readInto: (target, options) => source.readInto(startByte, target, options),
    };
  }
  return {
    ...common,
    dtype: 'F32',
    sizeBytes: Number(elements) * Float32Array.BYTES_PER_ELEMENT,
    async readInto(target, options) {
      // The stored numbers go to the end of the target and are replaced from its beginning: each is read before the
      // place where it lies is written.
      const stored = target.subarray(target.length - sizeBytes);
      await source.readInto(startByte, stored, options);
      decode(integerAt(stored, isInt4 ? 'I4' : dtype!), Number(elements), shape, quantization, target);
    },
  };
}

function integerAt(stored: Uint8Array, dtype: Dtype | 'I4'): (index: number) => number {
  const view = new DataView(stored.buffer, stored.byteOffset, stored.length);
  switch (dtype) {
    case 'I8':
      return (i) => view.getInt8(i);
    case 'I16':
      return (i) => view.getInt16(2 * i, true);
    case 'I4':
      // The lower half of a byte comes first; both have a sign.
      return (i) => (((view.getUint8(i >> 1) >> (4 * (i & 1))) & 0xf) ^ 8) - 8;
    default:
      return (i) => view.getUint8(i);
  }
}

function decode(
  integer: (index: number) => number,
  count: number,
  shape: readonly number[],
  { scales, zeroPoints, axis }: Quantization,
  target: Uint8Array,
): void {
  const output = new DataView(target.buffer, target.byteOffset, target.length);
  const inner = elementCount(shape.slice(axis + 1));
  for (let i = 0; i < count; i++) {
    const channel = scales.length === 1 ? 0 : Math.floor(i / inner) % scales.length;
    const value = scales[channel]! * (integer(i) - zeroPoints[channel]!);
    output.setFloat32(Float32Array.BYTES_PER_ELEMENT * i, value, true);
  }
}
