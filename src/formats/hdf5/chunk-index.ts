import { MAX_HDF5_CHUNKS } from '../../limits.ts';
import { type ChunkGrid, chunkCounts, chunkPlace } from '../chunk-grid.ts';
import { elementCount } from '../shape.ts';
import { type Hdf5Bytes, type Hdf5Cursor, UNDEFINED_ADDRESS } from './hdf5-bytes.ts';
import { treeEntries } from './tree.ts';

/** A chunk as it is stored. */
export interface StoredChunk {
  readonly startByte: number;
  readonly bytes: number;
  /** A bit for each filter that it did not go through. */
  readonly skippedFilters: number;
  /** The position of its first element in the array. */
  readonly origin: readonly number[];
}

export interface ChunkedLayout extends ChunkGrid {
  /** Of a chunk without filters. */
  readonly chunkBytes: number;
}

/** Chunks that a tree finds, as all but the newest files have it. */
export async function readChunkTree(
  file: Hdf5Bytes,
  rootByte: number,
  layout: ChunkedLayout,
): Promise<StoredChunk[]> {
  const chunks: StoredChunk[] = [];
  if (rootByte === UNDEFINED_ADDRESS) return chunks;
  const rank = layout.shape.length;
  const kind = { what: 'chunk tree', contents: 'chunks', type: 1, keyBytes: 8 + 8 * (rank + 1) } as const;
  for await (const { key, childByte, nodeByte } of treeEntries(file, rootByte, kind)) {
    const bytes = key.uint(4);
    const skippedFilters = key.uint(4);
    const origin = Array.from({ length: rank }, () => key.uint(8));
    chunks.push({ startByte: childByte, bytes, skippedFilters, origin });
    if (chunks.length > MAX_HDF5_CHUNKS) {
      const problem = `the chunk tree at byte ${nodeByte} lists more than ${MAX_HDF5_CHUNKS} chunks`;
      throw file.bad(problem, nodeByte);
    }
  }
  return chunks;
}

/**
 * Chunks in order: one after another without a gap, or listed in a table.
 *
 * @param startByteOf where each lies; undefined for one that was never written.
 */
export function chunksInOrder(
  layout: ChunkedLayout,
  chunkAt: (index: number) => Omit<StoredChunk, 'origin'> | undefined,
): StoredChunk[] {
  const counts = chunkCounts(layout);
  const chunks: StoredChunk[] = [];
  const total = elementCount(counts);
  for (let index = 0; index < total; index++) {
    const chunk = chunkAt(index);
    if (chunk === undefined) continue;
    const origin = chunkPlace(counts, index).map((place, axis) => place * layout.chunkShape[axis]!);
    chunks.push({ ...chunk, origin });
  }
  return chunks;
}

/**
 * The table of chunks of an array whose size never changes, as the newest files have it.
 *
 * Source: HDF5 File Format Specification 3.0, VII.C, "The Fixed Array Index".
 *
 * @throws FormatError `UNSUPPORTED_HDF5` for a table in pages.
 */
export async function readFixedArray(
  file: Hdf5Bytes,
  headerByte: number,
  layout: ChunkedLayout,
): Promise<StoredChunk[]> {
  const { offsetBytes, lengthBytes } = file.widths;
  const head = await file.readSigned('FAHD', headerByte, 8 + lengthBytes + offsetBytes, 'a table of chunks');
  head.skip(1);
  const isFiltered = head.uint(1) === 1;
  const entryBytes = head.uint(1);
  const pageBits = head.uint(1);
  const count = head.length();
  if (count > MAX_HDF5_CHUNKS) throw head.bad(`a table lists ${count} chunks, more than ${MAX_HDF5_CHUNKS}`);
  if (count > 2 ** pageBits) {
    throw file.unsupported(
      `the table of ${count} chunks at byte ${headerByte} is in pages, which are not read here`,
      headerByte,
    );
  }
  const sizeBytes = entryBytes - offsetBytes - 4;
  if (isFiltered ? sizeBytes < 1 || sizeBytes > 8 : entryBytes !== offsetBytes) {
    throw head.bad(`a table of chunks has entries of ${entryBytes} bytes`);
  }
  const tableByte = head.address();
  const prefixBytes = 6 + offsetBytes;
  await file.readSigned('FADB', tableByte, prefixBytes, 'a table of chunks');
  const table = await file.read(tableByte + prefixBytes, count * entryBytes, 'a table of chunks');
  const entries = Array.from({ length: count }, () => readEntry(table, isFiltered ? sizeBytes : 0, layout));
  return chunksInOrder(layout, (index) => {
    const entry = entries[index];
    return entry === undefined || entry.startByte === UNDEFINED_ADDRESS ? undefined : entry;
  });
}

function readEntry(
  table: Hdf5Cursor,
  sizeBytes: number,
  { chunkBytes }: ChunkedLayout,
): Omit<StoredChunk, 'origin'> {
  const startByte = table.address();
  if (sizeBytes === 0) return { startByte, bytes: chunkBytes, skippedFilters: 0 };
  return { startByte, bytes: table.uint(sizeBytes), skippedFilters: table.uint(4) };
}
