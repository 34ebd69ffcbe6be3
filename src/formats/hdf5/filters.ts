import { MAX_HDF5_FILTERS } from '../../limits.ts';
import { inflateWhole } from '../zip/inflate.ts';
import type { Hdf5Bytes, Hdf5Cursor } from './hdf5-bytes.ts';

/** One step through which chunks went before they were stored. */
export interface Filter {
  readonly id: number;
  readonly values: readonly number[];
}

const DEFLATE = 1;
const SHUFFLE = 2;
const FLETCHER32 = 3;
const CHECKSUM_BYTES = 4;

/** From this number on filters have names. */
const FIRST_NAMED = 256;

/**
 * Source: HDF5 File Format Specification 3.0, IV.A.2.l, "Data Storage - Filter Pipeline Message".
 *
 * @throws FormatError `BAD_HDF5`.
 */
export function readFilters(cursor: Hdf5Cursor): Filter[] {
  const version = cursor.uint(1);
  const count = cursor.uint(1);
  if ((version !== 1 && version !== 2) || count > MAX_HDF5_FILTERS) {
    throw cursor.bad(`an array has ${count} filters, listed in version ${version}`);
  }
  if (version === 1) cursor.skip(6);
  return Array.from({ length: count }, () => {
    const id = cursor.uint(2);
    const nameBytes = version === 1 || id >= FIRST_NAMED ? cursor.uint(2) : 0;
    cursor.skip(2);
    const valueCount = cursor.uint(2);
    cursor.skip(version === 1 ? 8 * Math.ceil(nameBytes / 8) : nameBytes);
    const values = Array.from({ length: valueCount }, () => cursor.uint(4));
    if (version === 1 && valueCount % 2 === 1) cursor.skip(4);
    return { id, values };
  });
}

/** The first filter that cannot be undone here; undefined where all can. */
export function unknownFilter(filters: readonly Filter[]): number | undefined {
  return filters.find(({ id }) => id !== DEFLATE && id !== SHUFFLE && id !== FLETCHER32)?.id;
}

/**
 * Undoes the filters of a chunk, the last one first.
 *
 * @param skipped has a bit for each filter that this chunk did not go through.
 * @param bytes of the chunk as it was before all of them.
 * @throws FormatError `BAD_HDF5` or `CHECKSUM_MISMATCH`.
 */
export async function undoFilters(
  file: Hdf5Bytes,
  filters: readonly Filter[],
  skipped: number,
  stored: Uint8Array<ArrayBuffer>,
  bytes: number,
  startByte: number,
): Promise<Uint8Array> {
  const bad = (problem: string) => file.bad(`the chunk at byte ${startByte} ${problem}`, startByte);
  let chunk = stored;
  for (const [i, { id, values }] of [...filters.entries()].reverse()) {
    if ((skipped & (1 << i)) !== 0) continue;
    // A checksum that was taken before may lie behind the elements.
    if (id === DEFLATE) chunk = await inflateWhole(chunk, 'deflate', bytes, bad, CHECKSUM_BYTES);
    else if (id === SHUFFLE) chunk = unshuffle(chunk, values[0] ?? 1, bad);
    else chunk = checkedFletcher32(chunk, bad);
  }
  if (chunk.length !== bytes) throw bad(`has ${chunk.length} bytes, and should have ${bytes}`);
  return chunk;
}

/** The first bytes of all elements lie together, then the second ones, and so on; what is left over follows. */
function unshuffle(
  chunk: Uint8Array<ArrayBuffer>,
  elementBytes: number,
  bad: (problem: string) => Error,
): Uint8Array<ArrayBuffer> {
  if (elementBytes < 1 || elementBytes > chunk.length)
    throw bad(`was shuffled as elements of ${elementBytes} bytes`);
  const count = Math.floor(chunk.length / elementBytes);
  const elements = new Uint8Array(chunk.length);
  elements.set(chunk.subarray(count * elementBytes), count * elementBytes);
  for (let byte = 0; byte < elementBytes; byte++) {
    for (let i = 0; i < count; i++) elements[i * elementBytes + byte] = chunk[byte * count + i]!;
  }
  return elements;
}

function checkedFletcher32(
  chunk: Uint8Array<ArrayBuffer>,
  bad: (problem: string) => Error,
): Uint8Array<ArrayBuffer> {
  if (chunk.length < CHECKSUM_BYTES) throw bad('is shorter than its checksum');
  const data = chunk.subarray(0, -CHECKSUM_BYTES);
  const stored = new DataView(chunk.buffer, chunk.byteOffset + data.length, CHECKSUM_BYTES).getUint32(
    0,
    true,
  );
  if (fletcher32(data) !== stored) throw bad('does not have the checksum that it was written with');
  return data;
}

/**
 * Fletcher's checksum over 16-bit words, the higher byte first (HDF5's `H5_checksum_fletcher32`): sums modulo 65,535,
 * where only nothing but zeros sums up to 0.
 */
function fletcher32(data: Uint8Array): number {
  let low = 0;
  let high = 0;
  for (let at = 0; at < data.length; at += 2) {
    low = (low + ((data[at]! << 8) | (data[at + 1] ?? 0))) % 65535;
    high = (high + low) % 65535;
  }
  const none = data.every((byte) => byte === 0) ? 0 : 65535;
  return (high === 0 ? none : high) * 65536 + (low === 0 ? none : low);
}
