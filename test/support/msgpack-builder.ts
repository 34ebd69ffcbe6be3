import { concat, text } from './zip-builder.ts';

/** A value of MessagePack as Flax writes it; a map keeps its order, and may hold a key twice. */
export type Packed = Uint8Array<ArrayBuffer>;

const big = (bytes: number, value: number | bigint): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, i) =>
    Number((BigInt(value) >> BigInt(8 * (bytes - 1 - i))) & 0xffn),
  );

export function packMap(members: readonly (readonly [string, Uint8Array])[]): Packed {
  return concat([
    Uint8Array.of(0xde),
    big(2, members.length),
    ...members.flatMap(([key, value]) => [packText(key), value]),
  ]);
}

export function packText(value: string): Packed {
  const bytes = text(value);
  return bytes.length < 32
    ? concat([Uint8Array.of(0xa0 | bytes.length), bytes])
    : concat([Uint8Array.of(0xd9, bytes.length), bytes]);
}

export function packArray(values: readonly Uint8Array[]): Packed {
  return concat([Uint8Array.of(0xdc), big(2, values.length), ...values]);
}

export function packInteger(value: number): Packed {
  return concat([Uint8Array.of(0xce), big(4, value)]);
}

export const PACKED_TRUE: Packed = Uint8Array.of(0xc3);

/** The extension of an array: its type, its shape, its dtype's name and its elements. */
export function packNdarray(shape: readonly number[], dtype: string, bytes: Uint8Array, type = 1): Packed {
  const content = concat([
    packArray(shape.map(packInteger)),
    packText(dtype),
    concat([Uint8Array.of(0xc6), big(4, bytes.length), bytes]),
  ]);
  const tuple = concat([Uint8Array.of(0x93), content]);
  return concat([Uint8Array.of(0xc9), big(4, tuple.length), Uint8Array.of(type), tuple]);
}

/** What Flax makes of an array that is too large for one value. */
export function packChunks(shape: readonly number[], chunks: readonly Uint8Array[]): Packed {
  const list = (items: readonly Uint8Array[]) => packMap(items.map((item, i) => [`${i}`, item]));
  return packMap([
    ['__msgpack_chunked_array__', PACKED_TRUE],
    ['shape', list(shape.map(packInteger))],
    ['chunks', list(chunks)],
  ]);
}
