import type { ReadOptions } from '../../sources/byte-source.ts';
import { swapBytes } from '../byte-order.ts';
import { bytesPerElement, type Dtype } from '../dtype.ts';
import { elementCount, gather } from '../pytorch/strided-view.ts';
import type { Tensor } from '../tensor.ts';
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

/** NumPy's letters for the kinds of numbers that have a dtype here. */
const DTYPES: ReadonlyMap<string, Dtype> = new Map([
  ['f2', 'F16'],
  ['f4', 'F32'],
  ['f8', 'F64'],
  ['i1', 'I8'],
  ['i2', 'I16'],
  ['i4', 'I32'],
  ['i8', 'I64'],
  ['u1', 'U8'],
  ['u2', 'U16'],
  ['u4', 'U32'],
  ['u8', 'U64'],
  ['b1', 'BOOL'],
]);

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
  const dtype = DTYPES.get(`${kind}${size}`);
  if (dtype === undefined) return opaqueTensor(common, file, kind, size ?? '', descr === undefined);

  const elementBytes = bytesPerElement(dtype);
  const sizeBytes = shape.reduce((product, dimension) => product * BigInt(dimension), BigInt(elementBytes));
  const storedBytes = file.sizeBytes - header.sizeBytes;
  if (sizeBytes !== BigInt(storedBytes)) {
    const code = sizeBytes > storedBytes ? 'TRUNCATED' : 'BAD_LAYOUT';
    const problem = `its shape [${shape.slice(0, 8).join(', ')}] needs ${sizeBytes} bytes of ${dtype}, and ${storedBytes} follow its header`;
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
