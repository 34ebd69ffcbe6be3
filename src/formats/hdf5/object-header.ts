import { MAX_HDF5_BLOCK_BYTES, MAX_HDF5_MESSAGES } from '../../limits.ts';
import type { Hdf5Bytes, Hdf5Cursor } from './hdf5-bytes.ts';

/** Types of the messages that are looked at. */
export const MESSAGE = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  attributeInfo: 0x15,
  symbolTable: 0x11,
} as const;

const CONTINUATION = 0x10;

/** Of a message's flags: its content lies elsewhere, shared with others. */
const SHARED = 0x02;

/** Of a header's flags, in version 2: the size of its length, and which optional fields it has. */
const LENGTH_SIZE = 0x03;
const HAS_CREATION_ORDER = 0x04;
const HAS_PHASE_CHANGE = 0x10;
const HAS_TIMES = 0x20;

const CHECKSUM_BYTES = 4;

/** What is known of an object: messages, each of a type. */
export interface ObjectHeader {
  readonly startByte: number;
  readonly messages: readonly HeaderMessage[];
}

export interface HeaderMessage {
  readonly type: number;
  readonly isShared: boolean;
  /** Its content, from the beginning. */
  content(): Hdf5Cursor;
}

/**
 * Reads the header of a group or an array.
 *
 * Source: HDF5 File Format Specification 3.0, IV.A, "Data Object Headers".
 *
 * @throws FormatError `BAD_HDF5` or `TRUNCATED`.
 */
export async function readObjectHeader(file: Hdf5Bytes, startByte: number): Promise<ObjectHeader> {
  const reader = new HeaderReader(file);
  const first = await file.read(startByte, 4, 'the header of an object');
  if (first.text(4) === 'OHDR') await reader.readVersion2(startByte);
  else await reader.readVersion1(startByte);
  return { startByte, messages: reader.messages };
}

/** The first message of a type; undefined where there is none. */
export function messageOf(header: ObjectHeader, type: number): HeaderMessage | undefined {
  return header.messages.find((message) => message.type === type);
}

class HeaderReader {
  readonly messages: HeaderMessage[] = [];
  readonly #file: Hdf5Bytes;
  readonly #continuations: { readonly startByte: number; readonly bytes: number }[] = [];

  constructor(file: Hdf5Bytes) {
    this.#file = file;
  }

  async readVersion1(startByte: number): Promise<void> {
    const prefix = await this.#file.read(startByte, 16, 'the header of an object');
    const version = prefix.uint(1);
    if (version !== 1)
      throw this.#file.bad(`the object at byte ${startByte} has a header of no version`, startByte);
    prefix.skip(1);
    const count = prefix.uint(2);
    prefix.skip(4);
    const bytes = prefix.uint(4);
    await this.#readBlocks(startByte + 16, bytes, (block) => this.#readMessages1(block, count));
  }

  async readVersion2(startByte: number): Promise<void> {
    const prefix = await this.#file.read(startByte, 6, 'the header of an object');
    prefix.skip(5);
    const flags = prefix.uint(1);
    const before = ((flags & HAS_TIMES) !== 0 ? 16 : 0) + ((flags & HAS_PHASE_CHANGE) !== 0 ? 4 : 0);
    const lengthBytes = 1 << (flags & LENGTH_SIZE);
    const rest = await this.#file.read(startByte + 6, before + lengthBytes, 'the header of an object');
    rest.skip(before);
    const bytes = rest.uint(lengthBytes);
    let isFirst = true;
    await this.#readBlocks(rest.atByte, bytes, (block) => {
      if (!isFirst && block.text(4) !== 'OCHK') throw block.bad('a header goes on where no header does');
      this.#readMessages2(block, flags, isFirst ? 0 : CHECKSUM_BYTES);
      isFirst = false;
    });
  }

  /** Reads a block of messages and those that continue it; each of them once. */
  async #readBlocks(startByte: number, bytes: number, read: (block: Hdf5Cursor) => void): Promise<void> {
    const seen = new Set<number>();
    this.#continuations.push({ startByte, bytes });
    for (let next = this.#continuations.shift(); next !== undefined; next = this.#continuations.shift()) {
      if (seen.has(next.startByte)) throw this.#file.bad('a header continues in itself', next.startByte);
      seen.add(next.startByte);
      if (next.bytes > MAX_HDF5_BLOCK_BYTES) {
        throw this.#file.bad(
          `a header of ${next.bytes} bytes is longer than ${MAX_HDF5_BLOCK_BYTES}`,
          next.startByte,
        );
      }
      read(await this.#file.read(next.startByte, next.bytes, 'the header of an object'));
    }
  }

  /** Of version 1 a header says how many messages it has. */
  #readMessages1(block: Hdf5Cursor, count: number): void {
    while (block.leftBytes >= 8 && this.messages.length < count) {
      const type = block.uint(2);
      const bytes = block.uint(2);
      const flags = block.uint(1);
      block.skip(3);
      this.#add(block, type, flags, bytes);
    }
  }

  /** Of version 2 they fill the block, up to a gap that is too short for one. */
  #readMessages2(block: Hdf5Cursor, headerFlags: number, tailBytes: number): void {
    const headBytes = (headerFlags & HAS_CREATION_ORDER) !== 0 ? 6 : 4;
    while (block.leftBytes - tailBytes >= headBytes) {
      const type = block.uint(1);
      const bytes = block.uint(2);
      const flags = block.uint(1);
      block.skip(headBytes - 4);
      this.#add(block, type, flags, bytes);
    }
  }

  #add(block: Hdf5Cursor, type: number, flags: number, bytes: number): void {
    if (this.messages.length === MAX_HDF5_MESSAGES) {
      throw block.bad(`an object has more than ${MAX_HDF5_MESSAGES} messages in its header`);
    }
    const startByte = block.atByte;
    const taken = block.bytes(bytes);
    const content = () => this.#file.piece(taken, startByte, 'a message of a header');
    this.messages.push({ type, isShared: (flags & SHARED) !== 0, content });
    if (type !== CONTINUATION) return;
    const message = content();
    this.#continuations.push({ startByte: message.address(), bytes: message.length() });
  }
}
