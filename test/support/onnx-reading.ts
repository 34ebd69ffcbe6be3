import { AlphagateError } from '../../src/errors.ts';
import { onnx } from '../../src/formats/onnx/onnx.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import { memorySource } from './memory-source.ts';

/** The tensors of a model in memory, with the files beside it. */
export async function readOnnx(
  bytes: Uint8Array,
  siblings: Readonly<Record<string, Uint8Array>> = {},
): Promise<readonly Tensor[]> {
  const openSibling = async (fileName: string) => {
    const sibling = siblings[fileName];
    return sibling === undefined ? undefined : memorySource(sibling, fileName);
  };
  return (await onnx.readTensors(memorySource(bytes, 'model.onnx'), { openSibling })).tensors;
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

/** Reads a model and every tensor in it. Anything but success or an error raised on purpose is thrown on. */
export async function outcomeOf(
  bytes: Uint8Array,
  siblings?: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  try {
    for (const tensor of await readOnnx(bytes, siblings)) await bytesOf(tensor);
    return 'read';
  } catch (error) {
    if (error instanceof AlphagateError) return error.code;
    throw error;
  }
}
