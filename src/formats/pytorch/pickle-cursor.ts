import { FormatError } from '../../errors.ts';

/** Thrown when a pickle goes on beyond the bytes that have been read; `endByte` is what it needs at least. */
export class MoreBytesNeeded extends Error {
  readonly endByte: number;

  constructor(endByte: number) {
    super(`bytes up to ${endByte} are needed`);
    this.endByte = endByte;
  }
}

const NEWLINE = 0x0a;

/** A place in a pickle's bytes that moves as they are read. Numbers are little-endian unless said otherwise. */
export class PickleCursor {
  readonly subject: string;
  /** Offset of the next byte. */
  atByte: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #lastByte: number;

  /**
   * @param bytes what has been read of the file or record.
   * @param lastByte where the file or record ends, exclusive; may lie beyond `bytes`.
   * @param subject what is being read, for messages.
   */
  constructor(bytes: Uint8Array, startByte: number, lastByte: number, subject: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#lastByte = lastByte;
    this.atByte = startByte;
    this.subject = subject;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  i32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  /** Big-endian, the one number in pickles that is. */
  f64(): number {
    return this.#view.getFloat64(this.#take(8), false);
  }

  /** The next `length` bytes, not copied. */
  bytes(length: number | bigint): Uint8Array {
    const startByte = this.#take(length);
    return this.#bytes.subarray(startByte, this.atByte);
  }

  /** The bytes up to the next newline, not copied, without it. */
  line(): Uint8Array {
    const newlineByte = this.#bytes.indexOf(NEWLINE, this.atByte);
    if (newlineByte === -1) this.#take(this.#bytes.length - this.atByte + 1);
    const startByte = this.#take(newlineByte - this.atByte + 1);
    return this.#bytes.subarray(startByte, newlineByte);
  }

  #take(length: number | bigint): number {
    const startByte = this.atByte;
    if (length > this.#lastByte - startByte) this.#refuse(length);
    const endByte = startByte + Number(length);
    if (endByte > this.#bytes.length) throw new MoreBytesNeeded(endByte);
    this.atByte = endByte;
    return startByte;
  }

  #refuse(length: number | bigint): never {
    throw new FormatError({
      code: 'TRUNCATED',
      subject: this.subject,
      problem: `needs ${length} bytes at byte ${this.atByte}, and ends after ${this.#lastByte}`,
      cure: 'The file is damaged or was cut short: save or copy it again',
      details: { offsetBytes: this.atByte },
    });
  }
}
