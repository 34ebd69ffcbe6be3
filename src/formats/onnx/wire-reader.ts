import { MAX_ONNX_FIELDS, MAX_TENSOR_NAME_LENGTH } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { refuse } from './refuse.ts';

/** `bytes` is whatever has a length: text, a message, packed numbers, raw data. */
export type WireType = 'varint' | 'fixed64' | 'bytes' | 'fixed32';

/** One field of a protobuf message. */
export interface WireField {
  readonly number: number;
  readonly wireType: WireType;
  /** Where the field begins, its tag included. */
  readonly tagByte: number;
  /** Where its value begins; of `bytes` the first one after the length. */
  readonly startByte: number;
  /** Where its value ends, exclusive. */
  readonly endByte: number;
  /** The unsigned number of a `varint`; 0 of the others. */
  readonly value: bigint;
}

/** By the lower three bits of a tag; 3 and 4 were groups, which ONNX never had. */
const WIRE_TYPES: readonly (WireType | undefined)[] = [
  'varint',
  'fixed64',
  'bytes',
  undefined,
  undefined,
  'fixed32',
  undefined,
  undefined,
];

const MAX_VARINT_BYTES = 10;
const MAX_FIELD_NUMBER = 2 ** 29 - 1;
/** Seven bytes of a varint hold 49 bits, which a number holds exactly. */
const LOW_BYTES = 7;
const LOW_BITS = 49n;

const SMALLEST_WINDOW_BYTES = 4 * 1024;
const LARGEST_WINDOW_BYTES = 256 * 1024;
/** What lies closer than this to what was read last is taken for one stretch: a request costs more than its bytes. */
const NEAR_BYTES = 64 * 1024;

/**
 * Walks the fields of protobuf messages in a file of any size. It holds one window of the file, which grows while
 * reading goes on in one stretch and starts small again after a jump, so that weights that are skipped are not read.
 *
 * Source: "Encoding", protobuf.dev/programming-guides/encoding.
 */
export class WireReader {
  readonly source: ByteSource;
  readonly #options: ReadOptions | undefined;
  readonly #lastByte: number;
  #window: Uint8Array = new Uint8Array(0);
  #windowStartByte = 0;
  #fieldCount = 0;
  /** The varint read last: its lower 49 bits, those above, and where it ended. */
  #low = 0;
  #high = 0;
  #afterByte = 0;

  /** @param lastByte nothing is read from here on; by default the end of the file. */
  constructor(source: ByteSource, options?: ReadOptions, lastByte: number = source.sizeBytes) {
    this.source = source;
    this.#options = options;
    this.#lastByte = lastByte;
  }

  /**
   * The fields of the message that lies there, one after another.
   *
   * @throws FormatError `TRUNCATED` when a field goes on after the file's end, `BAD_WIRE` when the bytes are no
   * message, `TOO_MANY_FIELDS` when there is no end to them.
   */
  async *fields(startByte: number, endByte: number): AsyncGenerator<WireField, void, void> {
    for (let tagByte = startByte; tagByte < endByte; ) {
      const headEndByte = Math.min(tagByte + 2 * MAX_VARINT_BYTES, endByte);
      if (!this.#holds(tagByte, headEndByte)) await this.#fill(tagByte, headEndByte);
      const field = this.#readField(tagByte, endByte);
      yield field;
      tagByte = field.endByte;
    }
  }

  /**
   * The fields of the message that a field holds.
   *
   * @throws FormatError `BAD_WIRE` when it holds none, or what `fields` throws.
   */
  message(field: WireField): AsyncGenerator<WireField, void, void> {
    this.expect(field, 'bytes');
    return this.fields(field.startByte, field.endByte);
  }

  /** Calls `take` with every varint that lies there, as its lower 49 bits and the 15 above. */
  async varints(
    startByte: number,
    endByte: number,
    take: (low: number, high: number) => void,
  ): Promise<void> {
    for (let at = startByte; at < endByte; at = this.#afterByte) {
      const mostEndByte = Math.min(at + MAX_VARINT_BYTES, endByte);
      if (!this.#holds(at, mostEndByte)) await this.#fill(at, mostEndByte);
      this.#readVarint(at, endByte);
      take(this.#low, this.#high);
    }
  }

  /**
   * Calls `take` with every number of a repeated field, which may hold one or be packed.
   *
   * @throws FormatError `BAD_WIRE` when it holds no varints.
   */
  async numbers(field: WireField, take: (value: bigint) => void): Promise<void> {
    if (field.wireType !== 'bytes') this.expect(field, 'varint');
    const { startByte, endByte } = field;
    await this.varints(startByte, endByte, (low, high) => take(toBigInt(low, high)));
  }

  /** Calls `take` with the bytes that lie there, a window at a time. A chunk is valid until `take` returns. */
  async bytes(startByte: number, endByte: number, take: (chunk: Uint8Array) => void): Promise<void> {
    for (let at = startByte; at < endByte; ) {
      if (!this.#holds(at, at + 1)) await this.#fill(at, at + 1);
      const chunkEndByte = Math.min(endByte, this.#windowStartByte + this.#window.length);
      take(this.#window.subarray(at - this.#windowStartByte, chunkEndByte - this.#windowStartByte));
      at = chunkEndByte;
    }
  }

  /** @throws FormatError `BAD_TEXT` when it is not UTF-8 or longer than any name. */
  async text(field: WireField): Promise<string> {
    const { startByte, endByte } = field;
    const bad = (problem: string) =>
      refuse(this.source.name, 'BAD_TEXT', `the text at byte ${startByte} ${problem}`, {
        offsetBytes: startByte,
      });
    this.expect(field, 'bytes');
    if (endByte - startByte > MAX_TENSOR_NAME_LENGTH) {
      throw bad(`has ${endByte - startByte} bytes, and names have at most ${MAX_TENSOR_NAME_LENGTH}`);
    }
    if (!this.#holds(startByte, endByte)) await this.#fill(startByte, endByte);
    const from = startByte - this.#windowStartByte;
    try {
      return UTF8.decode(this.#window.subarray(from, from + endByte - startByte));
    } catch {
      throw bad('is not UTF-8');
    }
  }

  /** @throws FormatError `BAD_WIRE` unless the field has a value of that kind. */
  expect(field: WireField, wireType: WireType): void {
    if (field.wireType === wireType) return;
    throw this.#bad(field.tagByte, `field ${field.number} is stored as ${field.wireType}, not ${wireType}`);
  }

  #readField(tagByte: number, endByte: number): WireField {
    if (++this.#fieldCount > MAX_ONNX_FIELDS) {
      const problem = `it has more than ${MAX_ONNX_FIELDS} fields`;
      throw refuse(this.source.name, 'TOO_MANY_FIELDS', problem, { offsetBytes: tagByte });
    }
    this.#readVarint(tagByte, endByte);
    const tag = this.#low;
    const number = Math.floor(tag / 8);
    const wireType = WIRE_TYPES[tag % 8];
    if (this.#high !== 0 || number < 1 || number > MAX_FIELD_NUMBER || wireType === undefined) {
      throw this.#bad(tagByte, 'what should be a field is none');
    }

    let startByte = this.#afterByte;
    let lengthBytes = wireType === 'fixed64' ? 8 : 4;
    let value = 0n;
    if (wireType === 'varint' || wireType === 'bytes') {
      this.#readVarint(startByte, endByte);
      lengthBytes = this.#afterByte - startByte;
      if (wireType === 'varint') {
        value = toBigInt(this.#low, this.#high);
      } else {
        startByte = this.#afterByte;
        lengthBytes = this.#high === 0 ? this.#low : Number.POSITIVE_INFINITY;
      }
    }
    const fieldEndByte = startByte + lengthBytes;
    if (fieldEndByte > endByte) {
      const problem = `field ${number} has ${lengthBytes} bytes, and ${endByte - startByte} are left`;
      throw this.#ends(fieldEndByte, tagByte, problem);
    }
    return { number, wireType, tagByte, startByte, endByte: fieldEndByte, value };
  }

  #readVarint(startByte: number, endByte: number): void {
    const from = startByte - this.#windowStartByte;
    const count = Math.min(MAX_VARINT_BYTES, endByte - startByte);
    this.#low = 0;
    this.#high = 0;
    for (let i = 0; i < count; i++) {
      const byte = this.#window[from + i]!;
      const bits = byte & 0x7f;
      if (i < LOW_BYTES) this.#low += bits * 2 ** (7 * i);
      else this.#high += bits * 2 ** (7 * (i - LOW_BYTES));
      if (byte < 0x80) {
        if (this.#high >= 2 ** 15) throw this.#bad(startByte, 'a number has more than 64 bits');
        this.#afterByte = startByte + i + 1;
        return;
      }
    }
    if (count === MAX_VARINT_BYTES) throw this.#bad(startByte, 'a number has more than 64 bits');
    throw this.#ends(endByte + 1, startByte, 'a number goes on after the last byte');
  }

  #holds(startByte: number, endByte: number): boolean {
    return startByte >= this.#windowStartByte && endByte <= this.#windowStartByte + this.#window.length;
  }

  async #fill(startByte: number, endByte: number): Promise<void> {
    const previousEndByte = this.#windowStartByte + this.#window.length;
    const isNear = startByte >= this.#windowStartByte && startByte - previousEndByte <= NEAR_BYTES;
    const grown = isNear ? Math.min(2 * this.#window.length, LARGEST_WINDOW_BYTES) : 0;
    const windowBytes = Math.max(grown, SMALLEST_WINDOW_BYTES, endByte - startByte);
    const window = new Uint8Array(Math.min(windowBytes, this.#lastByte - startByte));
    await this.source.readInto(startByte, window, this.#options);
    this.#window = window;
    this.#windowStartByte = startByte;
  }

  /** Something needs more bytes than its message has: either the file was cut or the message lies. */
  #ends(neededEndByte: number, offsetBytes: number, problem: string): Error {
    if (neededEndByte <= this.source.sizeBytes) return this.#bad(offsetBytes, problem);
    return refuse(this.source.name, 'TRUNCATED', `${problem}, at byte ${offsetBytes}`, { offsetBytes });
  }

  #bad(offsetBytes: number, problem: string): Error {
    return refuse(this.source.name, 'BAD_WIRE', `${problem}, at byte ${offsetBytes}`, { offsetBytes });
  }
}

function toBigInt(low: number, high: number): bigint {
  return high === 0 ? BigInt(low) : BigInt(low) + (BigInt(high) << LOW_BITS);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
