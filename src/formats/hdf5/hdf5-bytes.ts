import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { PagedReader } from '../paged-reader.ts';
import { refuse } from './refuse.ts';

/** What stands for no address at all: all bits set, in as many bytes as addresses have. */
export const UNDEFINED_ADDRESS = Number.POSITIVE_INFINITY;

/** How many bytes a file's addresses and lengths have, and what addresses count from. */
export interface AddressWidths {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  readonly baseByte: number;
}

/** A piece of an HDF5 file, read from its beginning to its end. */
export class Hdf5Cursor {
  readonly #view: DataView;
  readonly #file: Hdf5Bytes;
  /** Where the piece lies in the file. */
  readonly startByte: number;
  readonly #what: string;
  #at = 0;

  constructor(file: Hdf5Bytes, view: DataView, startByte: number, what: string) {
    this.#file = file;
    this.#view = view;
    this.startByte = startByte;
    this.#what = what;
  }

  /** The byte of the file that comes next. */
  get atByte(): number {
    return this.startByte + this.#at;
  }

  get leftBytes(): number {
    return this.#view.byteLength - this.#at;
  }

  /** A little-endian number of 1 to 8 bytes; one beyond what can be counted exactly is refused. */
  uint(bytes: number): number {
    let value = 0n;
    for (const [i, byte] of this.bytes(bytes).entries()) value |= BigInt(byte) << BigInt(8 * i);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.bad(`a number in ${this.#what} is ${value}`);
    return Number(value);
  }

  /** An address as the byte of the file; `UNDEFINED_ADDRESS` where there is none. */
  address(): number {
    const { offsetBytes, baseByte } = this.#file.widths;
    const bytes = this.bytes(offsetBytes);
    if (bytes.every((byte) => byte === 0xff)) return UNDEFINED_ADDRESS;
    this.#at -= offsetBytes;
    return baseByte + this.uint(offsetBytes);
  }

  length(): number {
    return this.uint(this.#file.widths.lengthBytes);
  }

  bytes(count: number): Uint8Array {
    if (count > this.leftBytes) throw this.bad(`${this.#what} ends before what it holds`);
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at, count);
    this.#at += count;
    return bytes;
  }

  skip(count: number): void {
    this.bytes(count);
  }

  /** Text up to the first NUL, or all of it. */
  text(bytes: number): string {
    const taken = this.bytes(bytes);
    const end = taken.indexOf(0);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(end === -1 ? taken : taken.subarray(0, end));
  }

  /** The next bytes as a piece of their own. */
  piece(bytes: number, what: string): Hdf5Cursor {
    const startByte = this.atByte;
    return this.#file.piece(this.bytes(bytes), startByte, what);
  }

  bad(problem: string): Error {
    return this.#file.bad(problem, this.atByte);
  }
}

/** The bytes of an HDF5 file, by address. */
export class Hdf5Bytes {
  readonly source: ByteSource;
  readonly widths: AddressWidths;
  readonly options: ReadOptions | undefined;
  readonly #pages: PagedReader;

  constructor(source: ByteSource, widths: AddressWidths, options?: ReadOptions) {
    this.source = source;
    this.widths = widths;
    this.options = options;
    this.#pages = new PagedReader(source, refuse, options);
  }

  async read(startByte: number, bytes: number, what: string): Promise<Hdf5Cursor> {
    return new Hdf5Cursor(this, await this.#pages.read(startByte, bytes, what), startByte, what);
  }

  /** Bytes that have been read already, as a piece. */
  piece(bytes: Uint8Array, startByte: number, what: string): Hdf5Cursor {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return new Hdf5Cursor(this, view, startByte, what);
  }

  /** @throws FormatError `BAD_HDF5` unless the piece begins with these four letters. */
  async readSigned(signature: string, startByte: number, bytes: number, what: string): Promise<Hdf5Cursor> {
    const cursor = await this.read(startByte, bytes, what);
    if (cursor.text(signature.length) !== signature) {
      throw this.bad(`${what} at byte ${startByte} does not begin with ${signature}`, startByte);
    }
    return cursor;
  }

  refuse(code: string, problem: string, offsetBytes: number): Error {
    return refuse(this.source.name, code, problem, { offsetBytes });
  }

  bad(problem: string, offsetBytes: number): Error {
    return this.refuse('BAD_HDF5', problem, offsetBytes);
  }

  truncated(problem: string, offsetBytes: number): Error {
    return this.refuse('TRUNCATED', problem, offsetBytes);
  }

  unsupported(problem: string, offsetBytes: number): Error {
    return refuse(this.source.name, 'UNSUPPORTED_HDF5', problem, {
      cure: 'Save the model again with a current Keras or h5py and its default settings',
      offsetBytes,
    });
  }
}
