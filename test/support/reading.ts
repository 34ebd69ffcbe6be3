import { createHash } from 'node:crypto';
import { AlphagateError } from '../../src/errors.ts';
import { isFloatDtype } from '../../src/formats/dtype.ts';
import { decoderOf } from '../../src/formats/element-decoder.ts';
import type { FormatReader } from '../../src/formats/format.ts';
import { elementCount } from '../../src/formats/shape.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import { memorySource } from './memory-source.ts';

type ReadableTensor = Pick<Tensor, 'dtype' | 'shape' | 'sizeBytes' | 'readInto'>;

/** The tensors of a file in memory, with the files beside it. */
export async function readTensorsOf(
  reader: FormatReader,
  bytes: Uint8Array,
  beside: Readonly<Record<string, Uint8Array>> = {},
  name = `model${reader.suffixes[0]}`,
): Promise<readonly Tensor[]> {
  const openSibling = async (fileName: string) =>
    Object.hasOwn(beside, fileName) ? memorySource(beside[fileName]!, fileName) : undefined;
  return (await reader.readTensors(memorySource(bytes, name), { openSibling })).tensors;
}

/** A tensor's elements as its reader gives them: C order, little-endian. */
export async function bytesOf(
  tensor: Pick<Tensor, 'sizeBytes' | 'readInto'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes);
  return bytes;
}

/** A tensor's floating-point numbers as float32, in C order. */
export async function numbersOf(tensor: ReadableTensor): Promise<Float32Array> {
  if (!isFloatDtype(tensor.dtype)) throw new TypeError(`${tensor.dtype} is not of floating-point numbers`);
  const bytes = await bytesOf(tensor);
  const numberAt = decoderOf(tensor.dtype, new DataView(bytes.buffer));
  const count = elementCount(tensor.shape);
  return Float32Array.from({ length: count }, (_, i) => numberAt((i * bytes.length) / count));
}

/** The sha256 of those numbers, little-endian. */
export async function float32HashOf(tensor: ReadableTensor): Promise<string> {
  const floats = await numbersOf(tensor);
  return createHash('sha256').update(new Uint8Array(floats.buffer)).digest('hex');
}

/** The elements of a tensor of dtype F32. */
export async function floatsOf(tensor: Tensor): Promise<number[]> {
  return [...new Float32Array((await bytesOf(tensor)).buffer)];
}

/** Reads a file and every tensor in it: `read`, or the code of the error. */
export function outcomeOf(
  reader: FormatReader,
  bytes: Uint8Array,
  beside?: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  return outcomeOfReading(async () => {
    for (const tensor of await readTensorsOf(reader, bytes, beside)) await bytesOf(tensor);
  });
}

/** `read`, or the code of the error. Anything but success or an error raised on purpose is thrown on. */
export async function outcomeOfReading(read: () => Promise<unknown>): Promise<string> {
  try {
    await read();
    return 'read';
  } catch (error) {
    if (error instanceof AlphagateError) return error.code;
    throw error;
  }
}
