import { MAX_TENSOR_NAME_LENGTH, MAX_TENSORS, MAX_TF_BLOCK_BYTES, MAX_TF_INDEX_BYTES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { crc32c } from '../crc32.ts';
import { startsWith } from '../head.ts';
import { ByteCursor, NotAMessage } from './proto.ts';
import { refuse } from './refuse.ts';
import { expandSnappy } from './snappy.ts';

/** A key of a table with its value, in the order of keys. */
export interface TableEntry {
  readonly key: string;
  readonly value: Uint8Array;
  /** Where the block that holds it begins, for messages. */
  readonly blockByte: number;
}

/** Two handles of at most 20 bytes each, and the magic number. */
const FOOTER_BYTES = 48;
const MAGIC = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb];

/** What follows a block: how it is compressed, and a checksum. */
const TRAILER_BYTES = 5;
const UNCOMPRESSED = 0;
const SNAPPY = 1;

const RESTART_BYTES = 4;

/** A checksum is stored rotated and shifted, so that one over checksums stays sound (LevelDB, util/crc32c.h). */
export function maskedCrc32c(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}

/**
 * Reads all entries of a table of strings, as LevelDB and TensorFlow's checkpoints have it: blocks of keys that share
 * their beginnings, found by a block of their handles.
 *
 * Source: google/leveldb, doc/table_format.md; tensorflow/core/lib/io/table.cc.
 *
 * @throws FormatError `NOT_A_CHECKPOINT`, `INDEX_TOO_LARGE`, `TRUNCATED`, `CHECKSUM_MISMATCH`, `BAD_TABLE` or
 * `TOO_MANY_TENSORS`.
 */
export async function readTable(source: ByteSource, options?: ReadOptions): Promise<TableEntry[]> {
  const footerByte = source.sizeBytes - FOOTER_BYTES;
  if (source.sizeBytes > MAX_TF_INDEX_BYTES) {
    const problem = `its index has ${source.sizeBytes} bytes, more than ${MAX_TF_INDEX_BYTES}`;
    throw refuse(source.name, 'INDEX_TOO_LARGE', problem);
  }
  const footer = footerByte < 0 ? undefined : await readBytes(source, footerByte, source.sizeBytes, options);
  if (footer === undefined || !startsWith(footer, MAGIC, FOOTER_BYTES - MAGIC.length)) {
    const problem = source.sizeBytes === 0 ? 'it is empty' : 'it does not end as an index of tensors does';
    throw refuse(source.name, 'NOT_A_CHECKPOINT', problem, { offsetBytes: Math.max(0, footerByte) });
  }
  const reader = new TableReader(source, options);
  return await reader.entries(footer, footerByte);
}

interface BlockHandle {
  readonly startByte: number;
  readonly bytes: number;
}

class TableReader {
  readonly #source: ByteSource;
  readonly #options: ReadOptions | undefined;

  constructor(source: ByteSource, options?: ReadOptions) {
    this.#source = source;
    this.#options = options;
  }

  async entries(footer: Uint8Array, footerByte: number): Promise<TableEntry[]> {
    const handles = this.#parse(footerByte, () => {
      const cursor = new ByteCursor(footer);
      // The first one leads to what is known of the table itself, which nobody has written anything to yet.
      readHandle(cursor);
      return readHandle(cursor);
    });
    const entries: TableEntry[] = [];
    let blockEndByte = 0;
    for (const { value, blockByte } of await this.#block(handles)) {
      const handle = this.#parse(blockByte, () => readHandle(new ByteCursor(value)));
      if (handle.startByte < blockEndByte) throw this.#bad(blockByte, 'lists blocks that overlap');
      blockEndByte = handle.startByte + handle.bytes;
      for (const entry of await this.#block(handle)) entries.push(entry);
      if (entries.length > MAX_TENSORS) {
        throw refuse(this.#source.name, 'TOO_MANY_TENSORS', `it lists more than ${MAX_TENSORS} tensors`);
      }
    }
    return entries;
  }

  async #block({ startByte, bytes }: BlockHandle): Promise<TableEntry[]> {
    if (startByte + bytes + TRAILER_BYTES > this.#source.sizeBytes) {
      const problem = `a block of its index is said to lie at the bytes ${startByte} to ${startByte + bytes} of ${this.#source.sizeBytes}`;
      throw refuse(this.#source.name, 'TRUNCATED', problem, { offsetBytes: startByte });
    }
    if (bytes > MAX_TF_BLOCK_BYTES)
      throw this.#bad(startByte, `has ${bytes} bytes, more than ${MAX_TF_BLOCK_BYTES}`);
    const stored = await readBytes(this.#source, startByte, startByte + bytes + TRAILER_BYTES, this.#options);
    const checksum = new DataView(stored.buffer).getUint32(bytes + 1, true);
    if (maskedCrc32c(crc32c(stored.subarray(0, bytes + 1))) !== checksum) {
      const problem = `the block of its index at byte ${startByte} does not have the checksum that it was written with`;
      throw refuse(this.#source.name, 'CHECKSUM_MISMATCH', problem, { offsetBytes: startByte });
    }
    const compression = stored[bytes];
    return this.#parse(startByte, () => {
      if (compression !== UNCOMPRESSED && compression !== SNAPPY) {
        throw new NotAMessage(`is compressed with method ${compression}`);
      }
      const content = stored.subarray(0, bytes);
      const block = compression === SNAPPY ? expandSnappy(content, MAX_TF_BLOCK_BYTES) : content;
      return [...readEntries(block, startByte)];
    });
  }

  #parse<Value>(blockByte: number, parse: () => Value): Value {
    try {
      return parse();
    } catch (error) {
      if (error instanceof NotAMessage) throw this.#bad(blockByte, error.message);
      throw error;
    }
  }

  #bad(blockByte: number, problem: string): Error {
    return refuse(this.#source.name, 'BAD_TABLE', `the block of its index at byte ${blockByte} ${problem}`, {
      offsetBytes: blockByte,
    });
  }
}

function readHandle(cursor: ByteCursor): BlockHandle {
  return { startByte: cursor.count(), bytes: cursor.count() };
}

/** The entries of a block; each key goes on from the one before. Restarts, which help to search, are passed over. */
function* readEntries(block: Uint8Array, blockByte: number): Generator<TableEntry> {
  if (block.length < RESTART_BYTES) throw new NotAMessage('is too short');
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const restarts = view.getUint32(block.length - RESTART_BYTES, true);
  const endByte = block.length - RESTART_BYTES * (restarts + 1);
  if (endByte < 0) throw new NotAMessage(`is said to have ${restarts} restarts`);
  const cursor = new ByteCursor(block.subarray(0, endByte));
  let key = new Uint8Array();
  while (cursor.leftBytes > 0) {
    const [shared, own, valueBytes] = [cursor.count(), cursor.count(), cursor.count()];
    if (shared > key.length) throw new NotAMessage('has a key that shares more than there is');
    if (shared + own > MAX_TENSOR_NAME_LENGTH) {
      throw new NotAMessage(`has a key of more than ${MAX_TENSOR_NAME_LENGTH} bytes`);
    }
    const next = new Uint8Array(shared + own);
    next.set(key.subarray(0, shared));
    next.set(cursor.take(own), shared);
    key = next;
    // Keys of slices are no text; nobody looks for them.
    yield { key: new TextDecoder().decode(key), value: cursor.take(valueBytes), blockByte };
  }
}
