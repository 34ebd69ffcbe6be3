import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { crc32 } from '../crc32.ts';
import type { Span } from '../segments.ts';
import { INFLATION_CURE, inflate, mostInflatedBytes, readPieces } from './inflate.ts';
import { refuse } from './refuse.ts';
import { STORED, type ZipEntry } from './zip-directory.ts';
import { checkCrc, checkStored, ENCRYPTED, inRecord, locateRecord } from './zip-record.ts';

const DEFLATED = 8;

/** Fills `target` with the bytes that come next. */
export type ReadNext = (target: Uint8Array) => Promise<void>;

/** What has been read of a record before, and its checksum. */
export interface ReadBefore {
  readonly sizeBytes: number;
  readonly crc32: number;
}

export const NOTHING_BEFORE: ReadBefore = { sizeBytes: 0, crc32: 0 };

/** The content of one record of a zip archive, stored or deflated, read from front to back. */
export interface ZipMember {
  readonly entry: ZipEntry;
  /** Of the content, as the directory says; what is read is never more, and at its end never less. */
  readonly sizeBytes: number;
  /** Whether its bytes lie in the archive as they are, so that any part can be read by itself. */
  readonly isStored: boolean;
  /**
   * Lets `use` read what follows `before`. When that was all, the checksum is compared.
   *
   * @throws FormatError `BAD_ZIP` or `CRC_MISMATCH`.
   */
  read(before: ReadBefore, use: (next: ReadNext) => Promise<void>, options?: ReadOptions): Promise<void>;
  /** Where its bytes lie in the archive. */
  locate(options?: ReadOptions): Promise<Span>;
}

/**
 * @param what needs the record, for messages.
 * @throws FormatError `RECORD_ENCRYPTED`, `RECORD_COMPRESSED` in another way than by deflate, `BAD_ZIP`, or
 * `ARCHIVE_BOMB` when the record is said to expand to more than any weights do.
 */
export function zipMember(
  source: ByteSource,
  entry: ZipEntry,
  what: string,
  options?: ReadOptions,
): ZipMember {
  const isStored = entry.method !== DEFLATED;
  if (isStored || (entry.flags & ENCRYPTED) !== 0) {
    checkStored(source, { ...entry, method: isStored ? entry.method : STORED }, what);
  } else if (entry.sizeBytes > mostInflatedBytes(entry.storedBytes, options)) {
    const problem = `${inRecord(entry, what)} of ${entry.storedBytes} bytes, which is said to expand to ${entry.sizeBytes}`;
    throw refuse(source.name, 'ARCHIVE_BOMB', problem, {
      cure: INFLATION_CURE,
      offsetBytes: entry.headerStartByte,
    });
  }
  let known: Promise<Span> | undefined;
  const locate = (options?: ReadOptions) => {
    known ??= locateRecord(source, entry, options).catch((error: unknown) => {
      // A failed read may succeed another time.
      known = undefined;
      throw error;
    });
    return known;
  };
  const context = { source, entry, what, locate };
  return {
    entry,
    sizeBytes: entry.sizeBytes,
    isStored,
    locate,
    read: (before, use, options) =>
      isStored ? readStored(context, before, use, options) : readDeflated(context, before, use, options),
  };
}

interface Context {
  readonly source: ByteSource;
  readonly entry: ZipEntry;
  readonly what: string;
  locate(options?: ReadOptions): Promise<Span>;
}

async function readStored(
  context: Context,
  before: ReadBefore,
  use: (next: ReadNext) => Promise<void>,
  options?: ReadOptions,
): Promise<void> {
  const range = await context.locate(options);
  let { sizeBytes: at, crc32: checksum } = before;
  await use(async (target) => {
    if (at + target.length > context.entry.sizeBytes) throw endsBefore(context);
    await context.source.readInto(range.startByte + at, target, options);
    at += target.length;
    checksum = crc32(target, checksum);
  });
  if (at === context.entry.sizeBytes) checkCrc(context.source, context.entry, checksum, context.what);
}

async function readDeflated(
  context: Context,
  before: ReadBefore,
  use: (next: ReadNext) => Promise<void>,
  options?: ReadOptions,
): Promise<void> {
  const { source, entry } = context;
  const damaged = (cause: unknown) =>
    refuse(
      source.name,
      'BAD_ZIP',
      `${inRecord(context.entry, context.what)}, which is damaged: ${String(cause)}`,
      {
        offsetBytes: entry.headerStartByte,
      },
    );
  const pieces = inflate(storedPieces(context, options), 'deflate-raw', damaged);
  let piece: Uint8Array = new Uint8Array();
  let at = 0;
  let checksum = 0;
  const next: ReadNext = async (target) => {
    for (let filled = 0; filled < target.length; ) {
      while (piece.length === 0) {
        const { value, done } = await pieces.next();
        if (done === true) throw endsBefore(context);
        piece = value;
      }
      const part = piece.subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      piece = piece.subarray(part.length);
    }
    at += target.length;
    checksum = crc32(target, checksum);
  };
  try {
    await next(new Uint8Array(before.sizeBytes));
    await use(next);
    if (at < entry.sizeBytes) return;
    if (at > entry.sizeBytes || piece.length > 0 || (await pieces.next()).done !== true) {
      const problem = `${inRecord(context.entry, context.what)}, which expands to more than the ${entry.sizeBytes} bytes that it is said to`;
      throw refuse(source.name, 'ARCHIVE_BOMB', problem, { offsetBytes: entry.headerStartByte });
    }
    checkCrc(context.source, context.entry, checksum, context.what);
  } finally {
    await pieces.return(undefined);
  }
}

/** The record's bytes as they lie in the archive. */
async function* storedPieces(
  { source, locate }: Context,
  options?: ReadOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { startByte, endByte } = await locate(options);
  yield* readPieces(source, startByte, endByte, options);
}

function endsBefore(context: Context): Error {
  const { source, entry } = context;
  const problem = `${inRecord(context.entry, context.what)}, which ends before the ${entry.sizeBytes} bytes that it is said to have`;
  return refuse(source.name, 'TRUNCATED', problem, { offsetBytes: entry.headerStartByte });
}
