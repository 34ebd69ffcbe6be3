import { MAX_MSGPACK_VALUES, MAX_TENSOR_NAME_LENGTH } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { refuse } from './refuse.ts';

/** What a value is; of what has a length that many bytes, of what has members that many members follow. */
export type MsgpackHead =
  | { readonly kind: 'nil' | 'float' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'text' | 'binary'; readonly bytes: number }
  | { readonly kind: 'extension'; readonly type: number; readonly bytes: number }
  | { readonly kind: 'array' | 'map'; readonly count: number };

/** What follows a jump is mostly a name and the head of an array. */
const FIRST_READ_BYTES = 4 * 1024;
const MOST_READ_BYTES = 256 * 1024;
/** The longest head: a byte for the type and eight for a number. */
const MOST_HEAD_BYTES = 9;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Walks forward through the values of a MessagePack file of any size. What is skipped beyond the stretch that it holds
 * is never read, so that arrays cost nothing until somebody wants them.
 *
 * Source: the MessagePack specification, github.com/msgpack/msgpack, spec.md, "Formats".
 */
export class MsgpackCursor {
  readonly #source: ByteSource;
  readonly #options: ReadOptions | undefined;
  #window: DataView = new DataView(new ArrayBuffer(0));
  #windowStartByte = 0;
  #nextReadBytes = FIRST_READ_BYTES;
  #atByte = 0;
  #valueCount = 0;

  constructor(source: ByteSource, options?: ReadOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** The byte of the file that comes next. */
  get atByte(): number {
    return this.#atByte;
  }

  /**
   * Reads what the next value is and moves to its content.
   *
   * @throws FormatError `TRUNCATED` when its content or as many members as it claims cannot follow, `BAD_MSGPACK` for
   * the one byte that begins no value, `TOO_MANY_VALUES`.
   */
  async head(): Promise<MsgpackHead> {
    const startByte = this.#atByte;
    if (++this.#valueCount > MAX_MSGPACK_VALUES) {
      throw this.#refuse('TOO_MANY_VALUES', `it holds more than ${MAX_MSGPACK_VALUES} values`, startByte);
    }
    if (!this.#holds(MOST_HEAD_BYTES)) await this.#fill(MOST_HEAD_BYTES);
    const head = this.#readHead(this.#uint(1));
    if (head === undefined) {
      throw this.#refuse('BAD_MSGPACK', `the value at byte ${startByte} is of no type`, startByte);
    }
    const leastBytes =
      'bytes' in head ? head.bytes : 'count' in head ? head.count * (head.kind === 'map' ? 2 : 1) : 0;
    if (leastBytes > this.#source.sizeBytes - this.#atByte) {
      const problem = `the ${head.kind} at byte ${startByte} needs ${leastBytes} bytes or more, and ${this.#source.sizeBytes - this.#atByte} follow`;
      throw this.#refuse('TRUNCATED', problem, startByte);
    }
    return head;
  }

  /**
   * Reads the text whose head came last.
   *
   * @throws FormatError `BAD_TEXT` when it is not UTF-8 or longer than any name.
   */
  async text(bytes: number): Promise<string> {
    const startByte = this.#atByte;
    if (bytes > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the text at byte ${startByte} has ${bytes} bytes, and names have at most ${MAX_TENSOR_NAME_LENGTH}`;
      throw this.#refuse('BAD_TEXT', problem, startByte);
    }
    if (!this.#holds(bytes)) await this.#fill(bytes);
    const from = startByte - this.#windowStartByte;
    this.#atByte += bytes;
    try {
      return UTF8.decode(new Uint8Array(this.#window.buffer, from, bytes));
    } catch {
      throw this.#refuse('BAD_TEXT', `the text at byte ${startByte} is not UTF-8`, startByte);
    }
  }

  /** Moves on without reading; the head said that as many bytes follow. */
  skip(bytes: number): void {
    this.#atByte += bytes;
  }

  #readHead(type: number): MsgpackHead | undefined {
    if (type < 0x80) return { kind: 'integer', value: BigInt(type) };
    if (type < 0x90) return { kind: 'map', count: type & 0x0f };
    if (type < 0xa0) return { kind: 'array', count: type & 0x0f };
    if (type < 0xc0) return { kind: 'text', bytes: type & 0x1f };
    if (type >= 0xe0) return { kind: 'integer', value: BigInt(type - 0x100) };
    switch (type) {
      case 0xc0:
        return { kind: 'nil' };
      case 0xc2:
      case 0xc3:
        return { kind: 'boolean', value: type === 0xc3 };
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return { kind: 'binary', bytes: this.#uint(2 ** (type - 0xc4)) };
      case 0xc7:
      case 0xc8:
      case 0xc9: {
        const bytes = this.#uint(2 ** (type - 0xc7));
        return { kind: 'extension', bytes, type: this.#uint(1) };
      }
      case 0xca:
      case 0xcb:
        this.#uint(type === 0xca ? 4 : 8);
        return { kind: 'float' };
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return { kind: 'integer', value: this.#bigUint(2 ** (type - 0xcc)) };
      case 0xd0:
      case 0xd1:
      case 0xd2:
      case 0xd3: {
        const bytes = 2 ** (type - 0xd0);
        return { kind: 'integer', value: BigInt.asIntN(8 * bytes, this.#bigUint(bytes)) };
      }
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return { kind: 'extension', bytes: 2 ** (type - 0xd4), type: this.#uint(1) };
      case 0xd9:
      case 0xda:
      case 0xdb:
        return { kind: 'text', bytes: this.#uint(2 ** (type - 0xd9)) };
      case 0xdc:
      case 0xdd:
        return { kind: 'array', count: this.#uint(2 ** (type - 0xdb)) };
      case 0xde:
      case 0xdf:
        return { kind: 'map', count: this.#uint(2 ** (type - 0xdd)) };
      default:
        return undefined;
    }
  }

  #uint(bytes: number): number {
    return Number(this.#bigUint(bytes));
  }

  /** The big-endian number that comes next, in the stretch that is held. */
  #bigUint(bytes: number): bigint {
    const startByte = this.#atByte;
    if (!this.#holds(bytes)) {
      throw this.#refuse('TRUNCATED', `it ends inside the value at byte ${startByte}`, startByte);
    }
    let value = 0n;
    for (let i = 0; i < bytes; i++) {
      value = (value << 8n) | BigInt(this.#window.getUint8(startByte - this.#windowStartByte + i));
    }
    this.#atByte += bytes;
    return value;
  }

  #holds(bytes: number): boolean {
    return (
      this.#atByte >= this.#windowStartByte &&
      this.#atByte + bytes <= this.#windowStartByte + this.#window.byteLength
    );
  }

  /** Holds the next bytes, or as many as there are. */
  async #fill(bytes: number): Promise<void> {
    const isNext = this.#atByte <= this.#windowStartByte + this.#window.byteLength;
    this.#nextReadBytes = isNext ? Math.min(2 * this.#nextReadBytes, MOST_READ_BYTES) : FIRST_READ_BYTES;
    const endByte = Math.min(this.#source.sizeBytes, this.#atByte + Math.max(bytes, this.#nextReadBytes));
    this.#window = new DataView(
      (await readBytes(this.#source, this.#atByte, Math.max(endByte, this.#atByte), this.#options)).buffer,
    );
    this.#windowStartByte = this.#atByte;
  }

  #refuse(code: string, problem: string, offsetBytes: number): Error {
    return refuse(this.#source.name, code, problem, { offsetBytes });
  }
}
