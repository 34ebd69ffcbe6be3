import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { bytesPerElement, type Dtype } from '../dtype.ts';
import { quote } from '../refusal.ts';
import { readSegments, segmentsKey } from '../segments.ts';
import { exactBytes } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { Quantization, WeightEntry } from './manifest.ts';
import { refuse } from './refuse.ts';
import type { ShardGroup } from './shard-group.ts';

/** Types that have a dtype here; the only other one with a size of its own is complex64. */
const DTYPES: ReadonlyMap<string, Dtype> = new Map([
  ['float16', 'F16'],
  ['float32', 'F32'],
  ['int32', 'I32'],
  ['bool', 'BOOL'],
  ['uint8', 'U8'],
  ['int8', 'I8'],
]);

const QUANTIZED_BYTES = { uint8: 1, uint16: 2, float16: 2 } as const;

/** Each element of a text is its length and so many bytes (tfjs-core, `io/io_utils.ts`, `encodeWeights`). */
const TEXT = 'string';
const LENGTH_BYTES = 4;

/**
 * Lists the weights of a group, which lie in its files one after another. Quantised ones are decoded while they are
 * read and appear as F32: alpha belongs to the weights that the model computes with.
 *
 * @throws FormatError `UNKNOWN_DTYPE`, `TRUNCATED` when the files are too short, `BAD_LAYOUT` when they are too long.
 */
export async function listWeights(
  model: ByteSource,
  weights: readonly WeightEntry[],
  group: ShardGroup,
  options?: ReadOptions,
): Promise<Tensor[]> {
  const tensors: Tensor[] = [];
  let atByte = 0;
  for (const weight of weights) {
    const endByte = await endOf(model, weight, group, atByte, options);
    tensors.push(toTensor(weight, group, atByte, endByte));
    atByte = endByte;
  }
  if (atByte < group.sizeBytes) {
    const problem = `its weights end after ${atByte} bytes, and their files hold ${group.sizeBytes}`;
    throw refuse(model.name, 'BAD_LAYOUT', problem, { offsetBytes: atByte });
  }
  return tensors;
}

async function endOf(
  model: ByteSource,
  { name, shape, dtype, quantization }: WeightEntry,
  group: ShardGroup,
  startByte: number,
  options?: ReadOptions,
): Promise<number> {
  const tooShort = () =>
    refuse(model.name, 'TRUNCATED', `weight ${quote(name)} ends after byte ${group.sizeBytes} of its files`, {
      tensor: name,
      offsetBytes: startByte,
    });
  const elements = exactBytes(shape, 1);
  const leftBytes = BigInt(group.sizeBytes - startByte);
  if (dtype === TEXT) {
    if (elements * BigInt(LENGTH_BYTES) > leftBytes) throw tooShort();
    return await endOfTexts(group, startByte, Number(elements), tooShort, options);
  }
  const elementBytes =
    quantization === undefined ? storedElementBytes(dtype) : QUANTIZED_BYTES[quantization.dtype];
  if (elementBytes === undefined) {
    throw refuse(
      model.name,
      'UNKNOWN_DTYPE',
      `weight ${quote(name)} is of ${quote(dtype)}, whose size is unknown`,
    );
  }
  if (elements * BigInt(elementBytes) > leftBytes) throw tooShort();
  return startByte + Number(elements) * elementBytes;
}

function storedElementBytes(dtype: string): number | undefined {
  if (dtype === 'complex64') return 8;
  const known = DTYPES.get(dtype);
  return known && bytesPerElement(known);
}

async function endOfTexts(
  group: ShardGroup,
  startByte: number,
  count: number,
  tooShort: () => Error,
  options?: ReadOptions,
): Promise<number> {
  const length = new DataView(new ArrayBuffer(LENGTH_BYTES));
  let atByte = startByte;
  for (let i = 0; i < count; i++) {
    if (atByte + LENGTH_BYTES > group.sizeBytes) throw tooShort();
    const segments = group.segments(atByte, atByte + LENGTH_BYTES);
    await readSegments(segments, new Uint8Array(length.buffer), options);
    atByte += LENGTH_BYTES + length.getUint32(0, true);
  }
  if (atByte > group.sizeBytes) throw tooShort();
  return atByte;
}

function toTensor(
  { name, shape, dtype, quantization }: WeightEntry,
  group: ShardGroup,
  startByte: number,
  endByte: number,
): Tensor {
  const segments = group.segments(startByte, endByte);
  const common = { name, shape, kernelLayout: 'hwio' as const, storageKey: segmentsKey(segments) };
  const storedBytes = endByte - startByte;
  if (quantization === undefined || quantization.dtype === 'float16') {
    return {
      ...common,
      dtype: quantization === undefined ? (DTYPES.get(dtype) ?? dtype) : 'F16',
      sizeBytes: storedBytes,
      readInto: (target, options) => readSegments(segments, target, options),
    };
  }
  const elements = storedBytes / QUANTIZED_BYTES[quantization.dtype];
  return {
    ...common,
    dtype: dtype === 'float32' ? 'F32' : `quantised ${dtype}`,
    sizeBytes: elements * Float32Array.BYTES_PER_ELEMENT,
    async readInto(target, options) {
      // The stored numbers go to the end of the target and are replaced from its beginning: each is read before the
      // place where it lies is written.
      const stored = target.subarray(target.length - storedBytes);
      await readSegments(segments, stored, options);
      decode(stored, quantization, target);
    },
  };
}

function decode(stored: Uint8Array, { dtype, scale, min }: Quantization, target: Uint8Array): void {
  const input = new DataView(stored.buffer, stored.byteOffset, stored.length);
  const output = new DataView(target.buffer, target.byteOffset, target.length);
  const bytes = QUANTIZED_BYTES[dtype];
  for (let i = 0; i < stored.length / bytes; i++) {
    const value = dtype === 'uint8' ? input.getUint8(i) : input.getUint16(bytes * i, true);
    output.setFloat32(Float32Array.BYTES_PER_ELEMENT * i, value * scale + min, true);
  }
}
