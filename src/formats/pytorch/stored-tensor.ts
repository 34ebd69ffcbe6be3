import { MAX_EXPANDED_VIEW_BYTES } from '../../limits.ts';
import type { ReadOptions } from '../../sources/byte-source.ts';
import { swapBytes } from '../byte-order.ts';
import { quote } from '../refusal.ts';
import { elementCount } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import type { NamedTensor } from './collect-tensors.ts';
import { refuse } from './refuse.ts';
import { gather, isContiguous, spannedElements } from './strided-view.ts';
import type { StorageReference, TorchTensor } from './torch-tensor.ts';

/** The bytes of one storage in a file. */
export interface StoredBytes {
  /** Tells it from any other storage of the model. */
  readonly key: string;
  /** How a message names it, such as `record "archive/data/0"`. */
  readonly place: string;
  readonly bigEndian: boolean;
  /** Fills `target` from that byte of the storage on. */
  readInto(startByte: number, target: Uint8Array, options?: ReadOptions): Promise<void>;
}

/**
 * Finds a storage and checks that all its bytes exist, without reading them.
 *
 * @param what the tensor that needs it, for messages.
 */
export type FindStorage = (reference: StorageReference, what: string) => StoredBytes;

/**
 * Turns what a pickle says of a tensor into one that can be read, after checking it against the storage.
 *
 * @throws FormatError `BAD_TENSOR` or `TENSOR_OUT_OF_BOUNDS`, or what `findStorage` throws.
 */
export function storedTensor(
  { name, tensor }: NamedTensor,
  fileName: string,
  findStorage: FindStorage,
): Tensor {
  const what = `tensor ${quote(name)}`;
  const { dtype, shape } = tensor;
  const common = { name, dtype: dtype.name, shape, kernelLayout: 'oihw' as const };
  const bad = (code: string, problem: string) =>
    refuse(fileName, code, `${what} ${problem}`, { tensor: name });

  if (tensor.storage === undefined) {
    return {
      ...common,
      storageKey: `${fileName}:${name}`,
      sizeBytes: 0,
      readInto: () => Promise.reject(bad('BAD_TENSOR', `is not dense but ${dtype.name}`)),
    };
  }

  const stored =
    'inline' in tensor.storage
      ? inlineBytes(tensor.storage, fileName, name)
      : findStorage(tensor.storage, what);
  const storage = 'inline' in tensor.storage ? whole(tensor.storage.inline.length) : tensor.storage;
  const count = elementCount(shape);
  const spanned = count === 0 ? 0 : spannedElements(tensor);
  const endBytes = Math.ceil((tensor.offset + spanned) * dtype.elementBytes);
  const sizeBytes = Math.ceil(count * dtype.elementBytes);
  if (!(endBytes <= storage.partBytes)) {
    const problem = `reaches to byte ${endBytes} of the ${storage.partBytes} that ${stored.place} gives it`;
    throw bad('TENSOR_OUT_OF_BOUNDS', problem);
  }
  if (!(sizeBytes - spanned * dtype.elementBytes <= MAX_EXPANDED_VIEW_BYTES)) {
    const problem = `stands for ${sizeBytes} bytes, and ${Math.ceil(spanned * dtype.elementBytes)} are stored`;
    throw bad('TENSOR_OUT_OF_BOUNDS', problem);
  }

  const startByte = storage.partStartByte + Math.floor(tensor.offset * dtype.elementBytes);
  return {
    ...common,
    storageKey: `${stored.key}:${startByte}:${dtype.name}:${shape}:${layoutKey(tensor)}`,
    sizeBytes,
    async readInto(target, options) {
      if (isContiguous(tensor) || count === 0) {
        await stored.readInto(startByte, target, options);
      } else if (dtype.elementBytes < 1) {
        throw bad('BAD_TENSOR', `is a view whose ${dtype.name} elements do not lie one after another`);
      } else {
        const read = (fromByte: number, chunk: Uint8Array) =>
          stored.readInto(storage.partStartByte + fromByte, chunk, options);
        await gather(tensor, dtype.elementBytes, read, target);
      }
      if (stored.bigEndian) swapBytes(target, dtype.partBytes);
    },
  };
}

function whole(sizeBytes: number): StorageReference {
  return { key: '', sizeBytes, partStartByte: 0, partBytes: sizeBytes };
}

function inlineBytes(
  storage: { inline: Uint8Array; bigEndian: boolean },
  fileName: string,
  name: string,
): StoredBytes {
  return {
    key: `${fileName}:inline:${name}`,
    place: 'the pickle',
    bigEndian: storage.bigEndian,
    readInto: async (startByte, target) =>
      target.set(storage.inline.subarray(startByte, startByte + target.length)),
  };
}

/** Two views in C order are the same whatever strides they give to axes of one element. */
function layoutKey(tensor: TorchTensor): string {
  if (isContiguous(tensor)) return '';
  return tensor.strides.map((stride, axis) => (tensor.shape[axis] === 1 ? 0 : stride)).join(',');
}
