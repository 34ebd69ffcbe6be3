/** Bytes that are no protobuf message, or none of the kind that they should be. */
export class NotAMessage extends Error {}

/** A field of a message: a number, or bytes, which may be text or a message of their own. */
export type ProtoField =
  | { readonly number: number; readonly value: bigint; readonly bytes: undefined }
  | { readonly number: number; readonly value: undefined; readonly bytes: Uint8Array };

const MAX_VARINT_BYTES = 10;
const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [5, 4],
]);
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** Reads numbers of variable length, and bytes, one after another. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get leftBytes(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws NotAMessage when there are too few bytes, or more than a number of 64 bits can have. */
  varint(): bigint {
    let value = 0n;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new NotAMessage('ends inside a number');
      value |= BigInt(byte & 0x7f) << BigInt(7 * i);
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new NotAMessage('has a number of more than 64 bits');
  }

  /** A number that counts bytes or things. */
  count(): number {
    const value = this.varint();
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new NotAMessage(`has the number ${value}`);
    return Number(value);
  }

  take(bytes: number): Uint8Array {
    if (bytes > this.leftBytes)
      throw new NotAMessage(`needs ${bytes} bytes where ${this.leftBytes} are left`);
    this.#at += bytes;
    return this.#bytes.subarray(this.#at - bytes, this.#at);
  }
}

/**
 * The fields of a protobuf message in memory, one after another.
 *
 * Source: "Encoding", protobuf.dev/programming-guides/encoding.
 *
 * @throws NotAMessage
 */
export function* protoFields(message: Uint8Array): Generator<ProtoField, void, void> {
  const cursor = new ByteCursor(message);
  while (cursor.leftBytes > 0) {
    const tag = cursor.count();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    const fixedBytes = FIXED_BYTES.get(wireType);
    if (wireType === VARINT) yield { number, value: cursor.varint(), bytes: undefined };
    else if (wireType === LENGTH_DELIMITED) {
      yield { number, value: undefined, bytes: cursor.take(cursor.count()) };
    } else if (fixedBytes !== undefined) {
      const value = cursor.take(fixedBytes).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
      yield { number, value, bytes: undefined };
    } else throw new NotAMessage('has a field of no known kind');
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws NotAMessage when the bytes are not UTF-8. */
export function protoText(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new NotAMessage('has a text that is not UTF-8');
  }
}
