import { MAX_ZIP_DIRECTORY_BYTES, MAX_ZIP_ENTRIES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import { refuse } from './refuse.ts';
import { findDirectory } from './zip-end.ts';

const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
export const LOCAL_HEADER_BYTES = 30;

const ZIP64_EXTRA = 0x0001;
export const SEE_ZIP64 = 0xffffffff;

/** The archive stores the record as it is. */
export const STORED = 0;

/** One record as the central directory describes it. Its own header has not been read yet. */
export interface ZipEntry {
  /** Hostile text: never a path. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** General purpose flags, APPNOTE 4.4.4. */
  readonly flags: number;
  /** Compression method, APPNOTE 4.4.5; 0 is none. */
  readonly method: number;
  /** Of the uncompressed bytes. */
  readonly crc32: number;
  /** Bytes that the record takes in the archive. */
  readonly storedBytes: number;
  /** Bytes that it expands to. */
  readonly sizeBytes: number;
  readonly headerStartByte: number;
  /** Where the next record or the directory begins: nothing of this one lies beyond. */
  readonly limitByte: number;
}

/**
 * Reads the central directory of a zip archive in two or three small reads and checks it whole: every record
 * lies before the directory, none overlaps another, no name occurs twice.
 *
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.5.3.
 *
 * @returns the records by name, in the directory's order.
 * @throws FormatError `TRUNCATED`, `BAD_ZIP`, `TOO_MANY_RECORDS` or `DUPLICATE_RECORD`.
 */
export async function readZipDirectory(
  source: ByteSource,
  options?: ReadOptions,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const place = await findDirectory(source, options);
  const directoryBytes = place.endByte - place.startByte;
  if (place.entryCount > MAX_ZIP_ENTRIES || directoryBytes > MAX_ZIP_DIRECTORY_BYTES) {
    const problem = `its directory lists ${place.entryCount} records in ${directoryBytes} bytes, more than ${MAX_ZIP_ENTRIES} in ${MAX_ZIP_DIRECTORY_BYTES}`;
    throw refuse(source.name, 'TOO_MANY_RECORDS', problem, { offsetBytes: place.startByte });
  }
  const directory = await readBytes(source, place.startByte, place.endByte, options);
  const entries: RawEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    const entry = parseEntry(source, directory, at, place.startByte);
    entries.push(entry);
    at = entry.nextAt;
  }
  if (entries.length !== place.entryCount) {
    const problem = `its directory holds ${entries.length} records and is said to hold ${place.entryCount}`;
    throw refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: place.startByte });
  }
  return byName(source, entries, place.startByte);
}

interface RawEntry extends Omit<ZipEntry, 'limitByte'> {
  readonly nextAt: number;
}

function parseEntry(source: ByteSource, directory: Uint8Array, at: number, startByte: number): RawEntry {
  const bad = (problem: string) => refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: startByte + at });
  const view = new DataView(directory.buffer, directory.byteOffset + at, directory.length - at);
  if (view.byteLength < ENTRY_BYTES || view.getUint32(0, true) !== ENTRY_SIGNATURE) {
    throw bad('its directory holds something that is not a record');
  }
  const nameEnd = ENTRY_BYTES + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const entryEnd = extraEnd + view.getUint16(32, true);
  if (entryEnd > view.byteLength) throw bad('its directory ends inside a record');
  if (view.getUint16(34, true) !== 0) throw bad('it is one part of an archive split over several files');

  const nameBytes = directory.subarray(at + ENTRY_BYTES, at + nameEnd);
  const extra = new DataView(directory.buffer, directory.byteOffset + at + nameEnd, extraEnd - nameEnd);
  // The zip64 field holds only what does not fit into 32 bits, in this order.
  const [sizeBytes, storedBytes, headerStartByte] = widen(
    [24, 20, 42].map((field) => view.getUint32(field, true)),
    extra,
    bad,
  );
  return {
    name: new TextDecoder('utf-8', { ignoreBOM: true }).decode(nameBytes),
    nameBytes,
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
    storedBytes: storedBytes!,
    sizeBytes: sizeBytes!,
    headerStartByte: headerStartByte!,
    nextAt: at + entryEnd,
  };
}

function widen(fields: readonly number[], extra: DataView, bad: (problem: string) => Error): number[] {
  if (!fields.includes(SEE_ZIP64)) return [...fields];
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const id = extra.getUint16(at, true);
    const dataAt = at + 4;
    const dataEnd = dataAt + extra.getUint16(at + 2, true);
    at = dataEnd;
    if (id !== ZIP64_EXTRA || dataEnd > extra.byteLength) continue;
    let next = dataAt;
    return fields.map((field) => {
      if (field !== SEE_ZIP64) return field;
      if (next + 8 > dataEnd) throw bad('a record points to a zip64 size that is not there');
      const wide = Number(extra.getBigUint64(next, true));
      next += 8;
      return wide;
    });
  }
  throw bad('a record points to a zip64 size that is not there');
}

function byName(
  source: ByteSource,
  entries: readonly RawEntry[],
  directoryStartByte: number,
): Map<string, ZipEntry> {
  const limits = new Map<RawEntry, number>();
  let limitByte = directoryStartByte;
  for (const entry of entries.toSorted((a, b) => b.headerStartByte - a.headerStartByte)) {
    const leastEndByte =
      entry.headerStartByte + LOCAL_HEADER_BYTES + entry.nameBytes.length + entry.storedBytes;
    if (!(leastEndByte <= limitByte)) {
      const problem = `record ${quote(entry.name)} of ${entry.storedBytes} bytes at byte ${entry.headerStartByte} reaches into what begins at byte ${limitByte}`;
      throw refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: entry.headerStartByte });
    }
    limits.set(entry, limitByte);
    limitByte = entry.headerStartByte;
  }

  const records = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (records.has(entry.name)) {
      const problem = `it holds two records named ${quote(entry.name)}`;
      throw refuse(source.name, 'DUPLICATE_RECORD', problem, { offsetBytes: entry.headerStartByte });
    }
    const { nextAt: _, ...rest } = entry;
    records.set(entry.name, { ...rest, limitByte: limits.get(entry)! });
  }
  return records;
}
