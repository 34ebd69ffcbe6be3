import { bytesPerElement, type FloatDtype } from '../formats/dtype.ts';
import { decoderOf } from '../formats/element-decoder.ts';
import { elementCount } from '../formats/shape.ts';
import type { Tensor } from '../formats/tensor.ts';
import type { ReadOptions } from '../sources/byte-source.ts';

/** Reads a tensor of floating-point numbers; the result gives its elements by their index in C order. */
export async function readElements(
  tensor: Tensor,
  options?: ReadOptions,
): Promise<(index: number) => number> {
  const dtype = tensor.dtype as FloatDtype;
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes, options);
  const decode = decoderOf(dtype, new DataView(bytes.buffer));
  const size = bytesPerElement(dtype);
  return (index) => decode(index * size);
}

/**
 * A tensor of float64 elements that are computed when it is read.
 *
 * @param compute gives the elements by their index in C order.
 */
export function computedTensor(
  parts: Pick<Tensor, 'name' | 'shape' | 'kernelLayout' | 'storageKey'>,
  compute: (options: ReadOptions | undefined) => Promise<(index: number) => number>,
): Tensor {
  const count = elementCount(parts.shape);
  return {
    ...parts,
    dtype: 'F64',
    sizeBytes: count * 8,
    readInto: async (target, options) => {
      const elementAt = await compute(options);
      const data = new DataView(target.buffer, target.byteOffset, target.byteLength);
      for (let i = 0; i < count; i++) data.setFloat64(i * 8, elementAt(i), true);
    },
  };
}
