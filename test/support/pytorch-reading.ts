import { AlphagateError } from '../../src/errors.ts';
import { pytorch } from '../../src/formats/pytorch/pytorch.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import { memorySource } from './memory-source.ts';

/** The tensors of a PyTorch file in memory. */
export async function readTorch(bytes: Uint8Array, name = 'model.pt'): Promise<readonly Tensor[]> {
  return (await pytorch.readTensors(memorySource(bytes, name))).tensors;
}

/** A tensor's elements as its reader gives them: C order, little-endian. */
export async function tensorBytes(tensor: Tensor): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes);
  return bytes;
}

/** The elements of a tensor of dtype F32. */
export async function float32Values(tensor: Tensor): Promise<number[]> {
  return [...new Float32Array((await tensorBytes(tensor)).buffer)];
}

/** Reads a file and every tensor in it. Anything but success or an error raised on purpose is thrown on. */
export async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    for (const tensor of await readTorch(bytes)) await tensorBytes(tensor);
    return 'read';
  } catch (error) {
    if (error instanceof AlphagateError) return error.code;
    throw error;
  }
}
