import { MAX_HDF5_CHUNK_BYTES, MAX_HDF5_CHUNKS } from '../../limits.ts';
import { type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { swapBytes } from '../byte-order.ts';
import { chunkCounts, placeChunk } from '../chunk-grid.ts';
import { elementCount, exactBytes, showShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { mostInflatedBytes } from '../zip/inflate.ts';
import { readDataspace } from './dataspace.ts';
import { type Datatype, readDatatype } from './datatype.ts';
import { type Filter, readFilters, undoFilters, unknownFilter } from './filters.ts';
import type { Hdf5Bytes } from './hdf5-bytes.ts';
import { type Layout, readLayout } from './layout.ts';
import { MESSAGE, messageOf, type ObjectHeader } from './object-header.ts';

/** An array of an HDF5 file, without a name: an object may have several. */
export type Hdf5Array = Pick<Tensor, 'dtype' | 'shape' | 'sizeBytes' | 'readInto' | 'unfit' | 'storageKey'>;

/**
 * Reads what an array is and where its elements lie, and checks that they are there.
 *
 * @returns undefined when the object is no array.
 * @throws FormatError `BAD_HDF5`, `UNSUPPORTED_HDF5` or `TRUNCATED`.
 */
export async function readArray(file: Hdf5Bytes, header: ObjectHeader): Promise<Hdf5Array | undefined> {
  const [space, type, place] = [MESSAGE.dataspace, MESSAGE.datatype, MESSAGE.layout].map((message) =>
    messageOf(header, message),
  );
  if (space === undefined || type === undefined || place === undefined) return undefined;
  const shape = readDataspace(space.content());
  const storageKey = `${file.source.name}:object ${header.startByte}`;
  if (type.isShared || space.isShared) return listed(file, header, shape, storageKey, 'shared type');
  const datatype = readDatatype(type.content());
  if (datatype.kind !== 'number') {
    return listed(file, header, shape, storageKey, datatype.kind === 'opaque' ? datatype.word : 'text');
  }

  const sizeBytes = exactBytes(shape, datatype.bytes);
  if (sizeBytes > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw file.bad(
      `the array at byte ${header.startByte} has the shape [${shape.join(', ')}]`,
      header.startByte,
    );
  }
  const filters = messageOf(header, MESSAGE.filters);
  const array = {
    file,
    header,
    shape,
    datatype,
    sizeBytes: Number(sizeBytes),
    filters: filters === undefined ? [] : readFilters(filters.content()),
    layout: await readLayout(file, place.content(), shape, datatype.bytes),
  };
  checkPlace(array);
  const unfit = whyUnfit(array, messageOf(header, MESSAGE.externalFiles) !== undefined);
  return {
    dtype: datatype.dtype,
    shape,
    storageKey,
    sizeBytes: array.sizeBytes,
    ...(unfit !== undefined && { unfit }),
    async readInto(target, options) {
      if (unfit !== undefined)
        throw file.unsupported(`the array at byte ${header.startByte}: ${unfit}`, header.startByte);
      await readElements(array, target, options);
      if (datatype.isBigEndian) swapBytes(target, datatype.bytes);
    },
  };
}

interface NumberArray {
  readonly file: Hdf5Bytes;
  readonly header: ObjectHeader;
  readonly shape: readonly number[];
  readonly datatype: Extract<Datatype, { readonly kind: 'number' }>;
  readonly sizeBytes: number;
  readonly filters: readonly Filter[];
  readonly layout: Layout;
}

/** An array whose elements are no numbers that are read here. */
function listed(
  file: Hdf5Bytes,
  { startByte }: ObjectHeader,
  shape: readonly number[],
  storageKey: string,
  dtype: string,
): Hdf5Array {
  const problem = `the elements of the array at byte ${startByte} are ${dtype}, not numbers`;
  return {
    dtype,
    shape,
    storageKey,
    sizeBytes: 0,
    readInto: () => Promise.reject(file.unsupported(problem, startByte)),
  };
}

/** @throws FormatError unless the elements lie in the file, and are no more than its bytes can stand for. */
function checkPlace({ file, header, shape, datatype, sizeBytes, filters, layout }: NumberArray): void {
  const what = `the array at byte ${header.startByte}`;
  const fileBytes = file.source.sizeBytes;
  const requireInFile = (startByte: number, bytes: number) => {
    if (startByte + bytes <= fileBytes) return;
    throw file.truncated(
      `${what} has elements up to byte ${startByte + bytes}, and the file ends after ${fileBytes}`,
      header.startByte,
    );
  };
  if (layout.kind === 'missing') return;
  if (layout.kind === 'contiguous') {
    if (layout.bytes !== sizeBytes) {
      const problem = `${what} of shape ${showShape(shape)} and ${datatype.dtype} cannot lie in ${layout.bytes} bytes`;
      throw file.bad(problem, header.startByte);
    }
    requireInFile(layout.startByte, layout.bytes);
    return;
  }
  let storedBytes = 0;
  const origins = new Set<string>();
  for (const { startByte, bytes, origin } of layout.chunks) {
    requireInFile(startByte, bytes);
    storedBytes += bytes;
    if (filters.length === 0 && bytes !== layout.layout.chunkBytes) {
      throw file.bad(
        `${what} has a chunk of ${bytes} bytes instead of ${layout.layout.chunkBytes}`,
        startByte,
      );
    }
    if (origin.some((at, axis) => at % layout.layout.chunkShape[axis]! !== 0 || at >= shape[axis]!)) {
      throw file.bad(`${what} has a chunk that lies outside`, startByte);
    }
    origins.add(origin.join());
  }
  if (origins.size < layout.chunks.length)
    throw file.bad(`${what} has two chunks in one place`, header.startByte);
  if (Math.max(sizeBytes, layout.layout.chunkBytes) > mostInflatedBytes(storedBytes, file.options)) {
    throw file.bad(`${what} is said to expand from ${storedBytes} bytes to ${sizeBytes}`, header.startByte);
  }
}

function whyUnfit({ sizeBytes, filters, layout }: NumberArray, isElsewhere: boolean): string | undefined {
  if (isElsewhere) return 'its elements lie in another file, which is never followed';
  const filter = unknownFilter(filters);
  if (filter !== undefined) return `it is compressed by filter ${filter}, which is not read`;
  if (layout.kind === 'missing') return sizeBytes === 0 ? undefined : 'it was never written';
  if (layout.kind === 'contiguous') return undefined;
  const count = elementCount(chunkCounts(layout.layout));
  if (layout.chunks.length < count)
    return `only ${layout.chunks.length} of its ${count} chunks were ever written`;
  if (layout.layout.chunkBytes > MAX_HDF5_CHUNK_BYTES || count > MAX_HDF5_CHUNKS) {
    return `it has ${count} chunks of ${layout.layout.chunkBytes} bytes`;
  }
  return undefined;
}

async function readElements(
  { file, datatype, sizeBytes, filters, layout }: NumberArray,
  target: Uint8Array,
  options?: ReadOptions,
): Promise<void> {
  if (layout.kind === 'missing' || sizeBytes === 0) return;
  if (layout.kind === 'contiguous') {
    await file.source.readInto(layout.startByte, target, options);
    return;
  }
  for (const chunk of layout.chunks) {
    const { startByte, bytes, skippedFilters } = chunk;
    const stored = await readBytes(file.source, startByte, startByte + bytes, options);
    const { chunkBytes } = layout.layout;
    const elements = await undoFilters(file, filters, skippedFilters, stored, chunkBytes, startByte);
    placeChunk(elements, chunk.origin, layout.layout, datatype.bytes, target);
  }
}
