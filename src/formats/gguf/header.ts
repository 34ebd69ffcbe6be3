import {
  MAX_GGUF_ARRAY_DEPTH,
  MAX_GGUF_DIMENSIONS,
  MAX_GGUF_TENSORS,
  MAX_TENSOR_NAME_LENGTH,
} from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import { HeaderCursor } from './header-cursor.ts';
import { refuse } from './refuse.ts';

/** What the header says of one tensor, not yet compared with the file. */
export interface TensorInfo {
  readonly name: string;
  /** Number of its element type. */
  readonly type: number;
  /** In C order: GGUF stores the fastest dimension first. */
  readonly shape: readonly bigint[];
  /** From the beginning of the data on. */
  readonly offset: bigint;
  /** Where in the file this is said. */
  readonly atByte: number;
}

export interface GgufHeader {
  readonly tensors: readonly TensorInfo[];
  /** What the tensors' offsets are multiples of. */
  readonly alignment: number;
  /** Where the first tensor may begin. */
  readonly dataStartByte: number;
}

/** "GGUF", read as a little-endian number. */
const MAGIC = 0x46554747;
const VERSIONS: readonly number[] = [2, 3];

const ALIGNMENT_KEY = 'general.alignment';
const DEFAULT_ALIGNMENT = 32;

/** Numbers of the types of metadata. */
const UINT32 = 4;
const STRING = 8;
const ARRAY = 9;
/** Bytes of those types that always take the same. */
const VALUE_BYTES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [UINT32, 4],
  [5, 4],
  [6, 4],
  [7, 1],
  [10, 8],
  [11, 8],
  [12, 8],
]);

/** A length, a type and a value of one byte. */
const LEAST_METADATA_BYTES = 8 + 4 + 1;
/** A length, a number of dimensions, a type and an offset. */
const LEAST_TENSOR_BYTES = 8 + 4 + 4 + 8;
const LENGTH_BYTES = 8;
/** The type of an array's elements, and their number. */
const ARRAY_HEAD_BYTES = 4 + 8;

/**
 * Reads the header up to where the data begins. Of the metadata only the alignment is used; everything else is
 * passed over.
 *
 * Source: ggml's docs/gguf.md, "File Structure".
 *
 * @throws FormatError `NOT_GGUF`, `BIG_ENDIAN`, `UNSUPPORTED_VERSION`, `TRUNCATED`, `HEADER_TOO_LARGE`,
 * `BAD_METADATA`, `TOO_MANY_TENSORS` or `BAD_TENSOR`.
 */
export async function readHeader(source: ByteSource, options?: ReadOptions): Promise<GgufHeader> {
  const cursor = new HeaderCursor(source, options);
  await readVersion(source, cursor);
  const tensorsAtByte = cursor.atByte;
  const tensorCount = await cursor.count(LEAST_TENSOR_BYTES, 'the number of tensors');
  if (tensorCount > MAX_GGUF_TENSORS) {
    const problem = `it lists ${tensorCount} tensors, more than ${MAX_GGUF_TENSORS}`;
    throw refuse(source.name, 'TOO_MANY_TENSORS', problem, { offsetBytes: tensorsAtByte });
  }
  const metadataCount = await cursor.count(LEAST_METADATA_BYTES, 'the number of metadata');
  const alignment = await readAlignment(source, cursor, metadataCount);

  const tensors: TensorInfo[] = [];
  for (let i = 0; i < tensorCount; i++) tensors.push(await readTensorInfo(source, cursor));
  return { tensors, alignment, dataStartByte: Math.ceil(cursor.atByte / alignment) * alignment };
}

async function readVersion(source: ByteSource, cursor: HeaderCursor): Promise<void> {
  if ((await cursor.uint32('its first word')) !== MAGIC) {
    throw refuse(source.name, 'NOT_GGUF', 'it does not begin with GGUF', { offsetBytes: 0 });
  }
  const version = await cursor.uint32('its version');
  if (VERSIONS.includes(version)) return;
  const converted = 'Convert the model again with a current llama.cpp';
  if (version !== 0 && (version & 0xffff) === 0) {
    const problem = 'it is big-endian, and only little-endian files can be read';
    throw refuse(source.name, 'BIG_ENDIAN', problem, { cure: converted, offsetBytes: 4 });
  }
  const problem = `it has version ${version}, and only ${VERSIONS.join(' and ')} can be read`;
  throw refuse(source.name, 'UNSUPPORTED_VERSION', problem, { cure: converted, offsetBytes: 4 });
}

async function readAlignment(source: ByteSource, cursor: HeaderCursor, count: number): Promise<number> {
  let alignment: number | undefined;
  for (let i = 0; i < count; i++) {
    const startByte = cursor.atByte;
    const keyBytes = await cursor.count(1, "the length of a metadata's key");
    // Keys of another length are not the one that matters.
    const key = keyBytes === ALIGNMENT_KEY.length ? await cursor.text(keyBytes, 'a key') : undefined;
    if (key === undefined) cursor.skip(keyBytes, "a metadata's key");
    const type = await cursor.uint32("a metadata's type");
    if (key !== ALIGNMENT_KEY) {
      await skipValue(source, cursor, type, 0);
      continue;
    }
    if (type !== UINT32 || alignment !== undefined) {
      const problem = alignment === undefined ? 'is not a uint32' : 'is there twice';
      throw refuse(source.name, 'BAD_METADATA', `${ALIGNMENT_KEY} ${problem}`, { offsetBytes: startByte });
    }
    alignment = await cursor.uint32(ALIGNMENT_KEY);
    if (alignment === 0 || (alignment & (alignment - 1)) !== 0) {
      const problem = `${ALIGNMENT_KEY} is ${alignment}, not a power of two`;
      throw refuse(source.name, 'BAD_METADATA', problem, { offsetBytes: startByte });
    }
  }
  return alignment ?? DEFAULT_ALIGNMENT;
}

async function skipValue(
  source: ByteSource,
  cursor: HeaderCursor,
  type: number,
  depth: number,
): Promise<void> {
  const what = "a metadata's value";
  const valueBytes = VALUE_BYTES.get(type);
  if (valueBytes !== undefined) {
    cursor.skip(valueBytes, what);
  } else if (type === STRING) {
    cursor.skip(await cursor.count(1, 'the length of a text'), what);
  } else if (type === ARRAY) {
    await skipArray(source, cursor, depth);
  } else {
    const problem = `metadata of type ${type} is unknown`;
    throw refuse(source.name, 'BAD_METADATA', problem, { offsetBytes: cursor.atByte });
  }
}

async function skipArray(source: ByteSource, cursor: HeaderCursor, depth: number): Promise<void> {
  if (depth === MAX_GGUF_ARRAY_DEPTH) {
    const problem = `its metadata has arrays more than ${MAX_GGUF_ARRAY_DEPTH} deep`;
    throw refuse(source.name, 'BAD_METADATA', problem, { offsetBytes: cursor.atByte });
  }
  const type = await cursor.uint32("the type of an array's elements");
  const elementBytes = VALUE_BYTES.get(type);
  const leastBytes = elementBytes ?? (type === ARRAY ? ARRAY_HEAD_BYTES : LENGTH_BYTES);
  const count = await cursor.count(leastBytes, 'the number of elements of an array');
  if (elementBytes !== undefined) {
    cursor.skip(count * elementBytes, 'an array');
  } else {
    for (let i = 0; i < count; i++) await skipValue(source, cursor, type, depth + 1);
  }
}

async function readTensorInfo(source: ByteSource, cursor: HeaderCursor): Promise<TensorInfo> {
  const atByte = cursor.atByte;
  const nameBytes = await cursor.count(1, "the length of a tensor's name");
  if (nameBytes > MAX_TENSOR_NAME_LENGTH) {
    const problem = `a tensor's name has ${nameBytes} bytes, more than ${MAX_TENSOR_NAME_LENGTH}`;
    throw refuse(source.name, 'BAD_TENSOR', problem, { offsetBytes: atByte });
  }
  const name = await cursor.text(nameBytes, "a tensor's name");
  const what = `the description of tensor ${quote(name)}`;
  const dimensions = await cursor.uint32(what);
  if (dimensions > MAX_GGUF_DIMENSIONS) {
    const problem = `tensor ${quote(name)} has ${dimensions} dimensions, more than ${MAX_GGUF_DIMENSIONS}`;
    throw refuse(source.name, 'BAD_TENSOR', problem, { offsetBytes: atByte });
  }
  const fastestFirst: bigint[] = [];
  for (let i = 0; i < dimensions; i++) fastestFirst.push(await cursor.uint64(what));
  const type = await cursor.uint32(what);
  const offset = await cursor.uint64(what);
  return { name, type, shape: fastestFirst.reverse(), offset, atByte };
}
