import { AlphagateError } from '../../src/errors.ts';
import type { FormatReader } from '../../src/formats/format.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import { memorySource } from './memory-source.ts';

/** The tensors of a file in memory. */
export async function readTensorsOf(
  reader: FormatReader,
  bytes: Uint8Array,
  name = 'model',
): Promise<readonly Tensor[]> {
  return (await reader.readTensors(memorySource(bytes, name))).tensors;
}

/** A tensor's elements as its reader gives them: C order, little-endian. */
export async function bytesOf(tensor: Tensor): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes);
  return bytes;
}

/** The elements of a tensor of dtype F32. */
export async function floatsOf(tensor: Tensor): Promise<number[]> {
  return [...new Float32Array((await bytesOf(tensor)).buffer)];
}

/**
 * Reads a file and every tensor in it: `read`, or the code of the error. Anything but success or an error raised on
 * purpose is thrown on.
 */
export async function outcomeOf(reader: FormatReader, bytes: Uint8Array): Promise<string> {
  try {
    for (const tensor of await readTensorsOf(reader, bytes)) await bytesOf(tensor);
    return 'read';
  } catch (error) {
    if (error instanceof AlphagateError) return error.code;
    throw error;
  }
}
