import type { OpenModel } from '../../src/formats/tensor.ts';
import { readElements } from '../../src/layers/read-elements.ts';
import { buildSafetensors, float32Bytes, type SafetensorsTensor } from './safetensors-builder.ts';

/** The matrices and kernels of a model as float32, each element as it is or changed. */
export async function copyOfModel(
  { tensors }: Pick<OpenModel, 'tensors'>,
  change: (element: number, index: number) => number = (element) => element,
): Promise<Uint8Array> {
  const copies: Record<string, SafetensorsTensor> = {};
  for (const tensor of tensors) {
    if (tensor.shape.length < 2) continue;
    const elementAt = await readElements(tensor);
    const count = tensor.shape.reduce((product, size) => product * size, 1);
    const elements = Float64Array.from({ length: count }, (_, index) => change(elementAt(index), index));
    copies[tensor.name] = { shape: tensor.shape, bytes: float32Bytes(elements) };
  }
  return buildSafetensors(copies);
}
