import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/formats/crc32.ts';

/** A record of an archive; what a field says can be made to differ from what is. */
export interface ZipRecord {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** [0, not compressed; the bytes are written as they are whatever it says] */
  readonly method?: number;
  /** [none] */
  readonly flags?: number;
  /** [the bytes' own] */
  readonly crc32?: number;
  /** Bytes that the record is said to expand to. [as many as there are] */
  readonly expandsTo?: number;
  /** Extra field of the record's own header. [none] */
  readonly extra?: Uint8Array;
  /** Name in the record's own header. [the same] */
  readonly localName?: string;
}

export interface ZipOptions {
  /** Writes a zip64 end record, as torch always does. [false] */
  readonly zip64?: boolean;
  /** [none] */
  readonly comment?: Uint8Array;
}

/** A zip archive of uncompressed records, in the order given. */
export function buildZip(records: readonly ZipRecord[], options: ZipOptions = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let atByte = 0;
  for (const record of records) {
    const { name, bytes, method = 0, flags = 0, extra = new Uint8Array() } = record;
    const fields = [
      u16(flags),
      u16(method),
      u32(0),
      u32(record.crc32 ?? crc32(bytes)),
      u32(bytes.length),
      u32(record.expandsTo ?? bytes.length),
    ];
    const localName = text(record.localName ?? name);
    const local = [
      u32(0x04034b50),
      u16(20),
      ...fields,
      u16(localName.length),
      u16(extra.length),
      localName,
      extra,
      bytes,
    ];
    directory.push(
      ...[u32(0x02014b50), u16(20), u16(20), ...fields],
      ...[u16(text(name).length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(atByte), text(name)],
    );
    parts.push(...local);
    atByte += byteLength(local);
  }
  const sizeBytes = byteLength(directory);
  const count = records.length;
  if (options.zip64 === true) {
    const end64AtByte = atByte + sizeBytes;
    directory.push(...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0)]);
    directory.push(...[u64(count), u64(count), u64(sizeBytes), u64(atByte)]);
    directory.push(...[u32(0x07064b50), u32(0), u64(end64AtByte), u32(1)]);
  }
  const comment = options.comment ?? new Uint8Array();
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(count),
    u16(count),
    u32(sizeBytes),
    u32(atByte),
    u16(comment.length),
  ];
  return concat([...parts, ...directory, ...end, comment]);
}

/** A record compressed as most tools do it; what it says of itself is sound. */
export function deflatedRecord(name: string, bytes: Uint8Array): ZipRecord {
  const compressed = new Uint8Array(deflateRawSync(bytes));
  return { name, bytes: compressed, method: 8, crc32: crc32(bytes), expandsTo: bytes.length };
}

/** An extra field of padding, as torch writes to align what follows. */
export function paddingExtra(bytes: number): Uint8Array {
  return concat([text('FB'), u16(bytes - 4), new Uint8Array(bytes - 4)]);
}

export function u16(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8);
}

export function u32(value: number): Uint8Array {
  return concat([u16(value), u16(value >>> 16)]);
}

export function u64(value: number): Uint8Array {
  return concat([u32(value), u32(Math.floor(value / 2 ** 32))]);
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

function byteLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
