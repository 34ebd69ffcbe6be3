import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { crc32 } from '../crc32.ts';
import { quote } from '../refusal.ts';
import type { Span } from '../segments.ts';
import { refuse } from './refuse.ts';
import { LOCAL_HEADER_BYTES, SEE_ZIP64, STORED, type ZipEntry } from './zip-directory.ts';

const LOCAL_SIGNATURE = 0x04034b50;

/** The extra field's length has 16 bits; the data descriptor after the record takes at most 24 bytes. */
const MAX_EXTRA_BYTES = 0xffff;
const MAX_DESCRIPTOR_BYTES = 24;

export const ENCRYPTED = 0x0001;
const SIZES_FOLLOW_DATA = 0x0008;
const NAME_IS_UTF8 = 0x0800;
/** Flags on which the directory and a record's own header must agree. */
const COMPARED_FLAGS = ENCRYPTED | SIZES_FOLLOW_DATA | NAME_IS_UTF8;

/**
 * Reads a record's own header, which alone says where its bytes begin, and checks that it agrees with the
 * directory.
 *
 * @throws FormatError `BAD_ZIP`.
 */
export async function locateRecord(
  source: ByteSource,
  entry: ZipEntry,
  options?: ReadOptions,
): Promise<Span> {
  const headerEndByte = entry.headerStartByte + LOCAL_HEADER_BYTES + entry.nameBytes.length;
  return checkHeader(source, entry, await readBytes(source, entry.headerStartByte, headerEndByte, options));
}

/**
 * Reads a small record whole, in one read, and checks its checksum; `what` names it in messages. A checksum of 0 is taken for "not computed":
 * torch.save writes it so when told to (`torch.utils.serialization.config.save.compute_crc32`).
 *
 * @throws FormatError `RECORD_TOO_LARGE`, `RECORD_COMPRESSED`, `RECORD_ENCRYPTED`, `BAD_ZIP` or `CRC_MISMATCH`.
 */
export async function readRecord(
  source: ByteSource,
  entry: ZipEntry,
  { what, maxBytes }: { readonly what: string; readonly maxBytes: number },
  options?: ReadOptions,
): Promise<Uint8Array> {
  if (entry.sizeBytes > maxBytes) {
    const problem = `${inRecord(entry, what)} of ${entry.sizeBytes} bytes, more than ${maxBytes}`;
    throw refuse(source.name, 'RECORD_TOO_LARGE', problem, { offsetBytes: entry.headerStartByte });
  }
  checkStored(source, entry, what);
  const mostBytes =
    LOCAL_HEADER_BYTES + entry.nameBytes.length + MAX_EXTRA_BYTES + entry.storedBytes + MAX_DESCRIPTOR_BYTES;
  const endByte = Math.min(entry.limitByte, entry.headerStartByte + mostBytes);
  const slot = await readBytes(source, entry.headerStartByte, endByte, options);
  const range = checkHeader(source, entry, slot);
  const bytes = slot.subarray(range.startByte - entry.headerStartByte, range.endByte - entry.headerStartByte);
  checkCrc(source, entry, crc32(bytes), what);
  return bytes;
}

/**
 * @param what needs the record, for messages.
 * @throws FormatError `RECORD_COMPRESSED`, `RECORD_ENCRYPTED` or `BAD_ZIP` unless the record's bytes lie in the
 * archive as they are.
 */
export function checkStored(source: ByteSource, entry: ZipEntry, what: string): void {
  const record = inRecord(entry, what);
  if ((entry.flags & ENCRYPTED) !== 0) {
    throw refuse(source.name, 'RECORD_ENCRYPTED', `${record}, which is encrypted`, {
      offsetBytes: entry.headerStartByte,
    });
  }
  if (entry.method !== STORED) {
    const problem = `${record}, which is compressed with method ${entry.method}: only uncompressed ones can be read in part`;
    throw refuse(source.name, 'RECORD_COMPRESSED', problem, { offsetBytes: entry.headerStartByte });
  }
  if (entry.storedBytes !== entry.sizeBytes) {
    const problem = `${record}, which is not compressed and has two sizes, ${entry.storedBytes} and ${entry.sizeBytes}`;
    throw refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: entry.headerStartByte });
  }
}

/**
 * @param checksum of the whole record.
 * @param what needs the record, for messages.
 * @throws FormatError `CRC_MISMATCH` when its bytes are not those that were written.
 */
export function checkCrc(source: ByteSource, entry: ZipEntry, checksum: number, what: string): void {
  if (entry.crc32 === 0 || checksum === entry.crc32) return;
  const problem = `${inRecord(entry, what)}, whose bytes do not have the checksum they were written with`;
  throw refuse(source.name, 'CRC_MISMATCH', problem, { offsetBytes: entry.headerStartByte });
}

export function inRecord({ name }: ZipEntry, what: string): string {
  return `${what} lies in record ${quote(name)}`;
}

/** @param header the record's header with its name, and whatever follows. */
function checkHeader(source: ByteSource, entry: ZipEntry, header: Uint8Array): Span {
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const flags = view.getUint16(6, true);
  const nameLength = view.getUint16(26, true);
  const name = header.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + nameLength);
  const startByte = entry.headerStartByte + LOCAL_HEADER_BYTES + nameLength + view.getUint16(28, true);
  const endByte = startByte + entry.storedBytes;
  const described = [entry.crc32, entry.storedBytes, entry.sizeBytes];
  const own = [14, 18, 22].map((field) => view.getUint32(field, true));
  const agrees =
    view.getUint32(0, true) === LOCAL_SIGNATURE &&
    ((flags ^ entry.flags) & COMPARED_FLAGS) === 0 &&
    view.getUint16(8, true) === entry.method &&
    nameLength === entry.nameBytes.length &&
    name.every((byte, i) => byte === entry.nameBytes[i]) &&
    own.every(
      (value, i) =>
        value === described[i] ||
        (i > 0 && value === SEE_ZIP64) ||
        (value === 0 && (flags & SIZES_FOLLOW_DATA) !== 0),
    );
  if (!agrees || endByte > entry.limitByte) {
    const problem = `the header of record ${quote(entry.name)} does not agree with the directory`;
    throw refuse(source.name, 'BAD_ZIP', problem, { offsetBytes: entry.headerStartByte });
  }
  return { startByte, endByte };
}
