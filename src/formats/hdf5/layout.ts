import { MAX_DIMENSIONS, MAX_HDF5_CHUNKS } from '../../limits.ts';
import { chunkCounts } from '../chunk-grid.ts';
import { elementCount, showShape } from '../shape.ts';
import {
  type ChunkedLayout,
  chunksInOrder,
  readChunkTree,
  readFixedArray,
  type StoredChunk,
} from './chunk-index.ts';
import { type Hdf5Bytes, type Hdf5Cursor, UNDEFINED_ADDRESS } from './hdf5-bytes.ts';

/** Where the elements of an array lie. */
export type Layout =
  | { readonly kind: 'missing' }
  | { readonly kind: 'contiguous'; readonly startByte: number; readonly bytes: number }
  | { readonly kind: 'chunked'; readonly layout: ChunkedLayout; readonly chunks: readonly StoredChunk[] };

const COMPACT = 0;
const CONTIGUOUS = 1;
const CHUNKED = 2;

/** How the newest files find chunks. */
const SINGLE = 1;
const IMPLICIT = 2;
const FIXED_ARRAY = 3;
const INDEX_WORDS = ['', 'single', 'implicit', 'fixed array', 'extensible array', 'version 2 tree'];
const SINGLE_IS_FILTERED = 0x02;

/**
 * Reads where an array's elements lie, chunk by chunk where it has chunks.
 *
 * Source: HDF5 File Format Specification 3.0, IV.A.2.i, "Data Layout Message", versions 3 and 4; version 5,
 * of HDF5 2.0, only has longer numbers in places that say how long they are.
 *
 * @param elementBytes of the array's datatype, which chunks repeat.
 * @throws FormatError `BAD_HDF5`, `UNSUPPORTED_HDF5` or `TRUNCATED`.
 */
export async function readLayout(
  file: Hdf5Bytes,
  cursor: Hdf5Cursor,
  shape: readonly number[],
  elementBytes: number,
): Promise<Layout> {
  const messageByte = cursor.atByte;
  const version = cursor.uint(1);
  if (version < 3 || version > 5) {
    throw file.unsupported(`an array has a layout of version ${version}`, messageByte);
  }
  const kind = cursor.uint(1);
  if (kind === COMPACT) {
    const bytes = cursor.uint(2);
    const startByte = cursor.atByte;
    cursor.skip(bytes);
    return { kind: 'contiguous', startByte, bytes };
  }
  if (kind === CONTIGUOUS) {
    const startByte = cursor.address();
    return startByte === UNDEFINED_ADDRESS
      ? { kind: 'missing' }
      : { kind: 'contiguous', startByte, bytes: cursor.length() };
  }
  if (kind !== CHUNKED)
    throw file.unsupported('an array is put together from those of other files', messageByte);
  return version === 3
    ? await readChunked3(file, cursor, shape, elementBytes)
    : await readChunked4(file, cursor, shape, elementBytes);
}

async function readChunked3(
  file: Hdf5Bytes,
  cursor: Hdf5Cursor,
  shape: readonly number[],
  elementBytes: number,
): Promise<Layout> {
  const rank = cursor.uint(1);
  const treeByte = cursor.address();
  const layout = chunkedLayout(cursor, shape, elementBytes, rank, 4);
  return { kind: 'chunked', layout, chunks: await readChunkTree(file, treeByte, layout) };
}

async function readChunked4(
  file: Hdf5Bytes,
  cursor: Hdf5Cursor,
  shape: readonly number[],
  elementBytes: number,
): Promise<Layout> {
  const flags = cursor.uint(1);
  const rank = cursor.uint(1);
  const layout = chunkedLayout(cursor, shape, elementBytes, rank, cursor.uint(1));
  const index = cursor.uint(1);
  const count = elementCount(chunkCounts(layout));
  if (count > MAX_HDF5_CHUNKS) throw cursor.bad(`an array has ${count} chunks, more than ${MAX_HDF5_CHUNKS}`);
  const chunked = (chunks: StoredChunk[]): Layout => ({ kind: 'chunked', layout, chunks });
  if (index === SINGLE) {
    const isFiltered = (flags & SINGLE_IS_FILTERED) !== 0;
    const bytes = isFiltered ? cursor.length() : layout.chunkBytes;
    const skippedFilters = isFiltered ? cursor.uint(4) : 0;
    const startByte = cursor.address();
    if (count !== 1) throw cursor.bad('an array of one chunk needs several');
    return chunked(
      startByte === UNDEFINED_ADDRESS
        ? []
        : chunksInOrder(layout, () => ({ startByte, bytes, skippedFilters })),
    );
  }
  if (index === IMPLICIT) {
    const startByte = cursor.address();
    if (startByte === UNDEFINED_ADDRESS) return chunked([]);
    const bytes = layout.chunkBytes;
    return chunked(
      chunksInOrder(layout, (i) => ({ startByte: startByte + i * bytes, bytes, skippedFilters: 0 })),
    );
  }
  if (index === FIXED_ARRAY) {
    cursor.skip(1);
    const headerByte = cursor.address();
    return chunked(headerByte === UNDEFINED_ADDRESS ? [] : await readFixedArray(file, headerByte, layout));
  }
  throw file.unsupported(
    `an array's chunks are found by ${INDEX_WORDS[index] ?? `index ${index}`}`,
    cursor.atByte,
  );
}

/** The shape of chunks, whose last dimension is the size of an element. */
function chunkedLayout(
  cursor: Hdf5Cursor,
  shape: readonly number[],
  elementBytes: number,
  rank: number,
  dimensionBytes: number,
): ChunkedLayout {
  if (rank !== shape.length + 1 || rank > MAX_DIMENSIONS + 1 || dimensionBytes < 1 || dimensionBytes > 8) {
    throw cursor.bad(`an array of ${shape.length} dimensions has chunks of ${rank - 1}`);
  }
  const chunkShape = shape.map(() => cursor.uint(dimensionBytes));
  const chunkElementBytes = cursor.uint(dimensionBytes);
  const chunkBytes = elementCount(chunkShape) * elementBytes;
  if (chunkElementBytes !== elementBytes || chunkShape.includes(0) || !Number.isSafeInteger(chunkBytes)) {
    throw cursor.bad(`an array has chunks of the shape ${showShape(chunkShape)}`);
  }
  return { shape, chunkShape, chunkBytes };
}
