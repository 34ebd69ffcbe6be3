import { concat, text, u32, u64 } from './zip-builder.ts';

export interface GgufTensor {
  readonly name: string;
  /** Number of the element type. [0, F32] */
  readonly type?: number;
  /** As ggml counts them: the fastest first. */
  readonly ne: readonly (number | bigint)[];
  readonly bytes?: Uint8Array;
  /** [after the tensor before it] */
  readonly offset?: number;
}

export interface GgufFile {
  readonly tensors?: readonly GgufTensor[];
  /** Metadata as `metadata` makes them. */
  readonly metadata?: readonly Uint8Array[];
  /** [3] */
  readonly version?: number;
  /** Where the builder places data; `general.alignment` has to be written as metadata. [32] */
  readonly alignment?: number;
  readonly tensorCount?: number;
  readonly metadataCount?: number;
}

/** A GGUF file, sound or not. */
export function buildGguf({
  tensors = [],
  metadata = [],
  version = 3,
  alignment = 32,
  ...counts
}: GgufFile): Uint8Array<ArrayBuffer> {
  const header = [
    text('GGUF'),
    u32(version),
    u64(counts.tensorCount ?? tensors.length),
    u64(counts.metadataCount ?? metadata.length),
    ...metadata,
  ];
  const data: Uint8Array[] = [];
  let atByte = 0;
  for (const { name, type = 0, ne, bytes = new Uint8Array(), offset = atByte } of tensors) {
    header.push(ggufText(name), u32(ne.length), ...ne.map(u64OfAny), u32(type), u64(offset));
    data.push(bytes, new Uint8Array(-bytes.length & (alignment - 1)));
    atByte += bytes.length + (-bytes.length & (alignment - 1));
  }
  const headerBytes = concat(header);
  const padding = tensors.length === 0 ? 0 : -headerBytes.length & (alignment - 1);
  return concat([headerBytes, new Uint8Array(padding), ...data]);
}

export function metadata(key: string, type: number, ...value: readonly Uint8Array[]): Uint8Array {
  return concat([ggufText(key), u32(type), ...value]);
}

/** A length of 8 bytes, and the text. */
export function ggufText(value: string): Uint8Array {
  return concat([u64(text(value).length), text(value)]);
}

function u64OfAny(value: number | bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}
