import type { ReadOptions } from '../../sources/byte-source.ts';
import { swapBytes } from '../byte-order.ts';
import { bytesPerElement } from '../dtype.ts';
import { gather } from '../pytorch/strided-view.ts';
import { elementCount, exactBytes, showShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { NUMPY_DTYPE_CODES } from './dtype-names.ts';
import type { NpyHeader } from './npy-header.ts';
import { refuse } from './refuse.ts';

/** The bytes of one .npy file, wherever they lie. */
export interface NpyFile {
  /** For messages. */
  readonly name: string;
  /** Tells it from any other file of the model. */
  readonly key: string;
  readonly sizeBytes: number;
  /** Lets `use` read what follows the header, in order. */
  readElements(
    header: NpyHeader,
    use: (next: (target: Uint8Array) => Promise<void>) => Promise<void>,
    options?: ReadOptions,
  ): Promise<void>;
}

/** Kinds of elements that are no plain numbers, by letter (numpy.dtype.kind). */
const OPAQUE_KINDS: ReadonlyMap<string, string> = new Map([
  ['c', 'complex'],
  ['f', 'float'],
  ['O', 'object'],
  ['S', 'text'],
  ['U', 'text'],
  ['V', 'void'],
  ['M', 'time'],
  ['m', 'timedelta'],
]);

const DESCR = /^([<>|=]?)([a-zA-Z])(\d{0,6})(\[[^\]]{1,20}\])?$/;

/**
 * The array of a .npy file. Whatever its order and its byte order, it is read as little-endian elements in C order.
 *
 * @throws FormatError `BAD_HEADER` for a type that NumPy does not have, `TRUNCATED` or `BAD_LAYOUT` when the elements
 * are not what fills the rest of the file.
 */
export function npyTensor(name: string, file: NpyFile, header: NpyHeader): Tensor {
  const { descr, shape } = header;
  const common = { name, shape, kernelLayout: 'oihw' as const, storageKey: file.key };
  const [, byteOrder, kind, size] = DESCR.exec(descr ?? '|V') ?? [];
  if (kind === undefined) {
    const problem = `its type is ${JSON.stringify(descr?.slice(0, 50))}, which NumPy does not have`;
    throw refuse(file.name, 'BAD_HEADER', problem, { offsetBytes: 0 });
  }
  const dtype = NUMPY_DTYPE_CODES.get(`${kind}${size}`);
  if (dtype === undefined) return opaqueTensor(common, file, kind, size ?? '', descr === undefined);

  const elementBytes = bytesPerElement(dtype);
  const sizeBytes = exactBytes(shape, elementBytes);
  const storedBytes = file.sizeBytes - header.sizeBytes;
  if (sizeBytes !== BigInt(storedBytes)) {
    const code = sizeBytes > storedBytes ? 'TRUNCATED' : 'BAD_LAYOUT';
    const problem = `its shape ${showShape(shape)} needs ${sizeBytes} bytes of ${dtype}, and ${storedBytes} follow its header`;
    throw refuse(file.name, code, problem, { offsetBytes: header.sizeBytes });
  }
  return {
    ...common,
    dtype,
    sizeBytes: storedBytes,
    async readInto(target, options) {
      const read = (use: Parameters<NpyFile['readElements']>[1]) => file.readElements(header, use, options);
      if (header.fortranOrder && storedBytes > 0) {
        const view = { offset: 0, shape, strides: fortranStrides(shape) };
        // The view is dense and taken in the order of its bytes, so that each chunk begins where the last one ended.
        await read((next) => gather(view, elementBytes, (_, chunk) => next(chunk), target));
      } else {
        await read((next) => next(target));
      }
      if (byteOrder === '>') swapBytes(target, elementBytes);
    },
  };
}

function opaqueTensor(
  common: Pick<Tensor, 'name' | 'shape' | 'kernelLayout' | 'storageKey'>,
  file: NpyFile,
  kind: string,
  size: string,
  isRecord: boolean,
): Tensor {
  const word = isRecord ? 'record' : OPAQUE_KINDS.get(kind);
  if (word === undefined) {
    throw refuse(file.name, 'BAD_HEADER', `its type ${kind}${size} is none that NumPy has`, {
      offsetBytes: 0,
    });
  }
  const isCounted = kind === 'c' || kind === 'f' || kind === 'V';
  const dtype = isCounted && size !== '' ? `${word}${8 * Number(size)}` : word;
  return {
    ...common,
    dtype,
    sizeBytes: 0,
    readInto: () =>
      Promise.reject(
        refuse(file.name, 'BAD_TENSOR', `its elements are ${dtype}, not numbers`, { offsetBytes: 0 }),
      ),
  };
}

function fortranStrides(shape: readonly number[]): number[] {
  return shape.map((_, axis) => elementCount(shape.slice(0, axis)));
}
