import { MAX_DIMENSIONS } from '../../limits.ts';
import type { Dtype } from '../dtype.ts';
import { NotAMessage, protoFields } from './proto.ts';

/** What an index says of a tensor. */
export interface BundleEntry {
  /** Number of the type (tensorflow/core/framework/types.proto). */
  readonly type: number;
  readonly shape: readonly number[];
  readonly shard: number;
  /** Place in that shard. */
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  /** Masked CRC-32C of its bytes. */
  readonly checksum: number;
  /** The tensor lies in slices, each with a key of its own. */
  readonly isSliced: boolean;
}

export interface BundleHeader {
  readonly shards: number;
  readonly isBigEndian: boolean;
}

const BIG_ENDIAN = 1n;

const DT_STRING = 7;

/** Types that have a dtype here, by TensorFlow's number. */
const DTYPES: ReadonlyMap<number, Dtype> = new Map([
  [1, 'F32'],
  [2, 'F64'],
  [3, 'I32'],
  [4, 'U8'],
  [5, 'I16'],
  [6, 'I8'],
  [9, 'I64'],
  [10, 'BOOL'],
  [14, 'BF16'],
  [17, 'U16'],
  [19, 'F16'],
  [22, 'U32'],
  [23, 'U64'],
  [24, 'F8_E5M2'],
  [25, 'F8_E4M3'],
]);

export function bundleDtype(type: number): Dtype | undefined {
  return DTYPES.get(type);
}

/** A word for elements that are no plain numbers. */
export function opaqueWord(type: number): string {
  return type === DT_STRING ? 'string' : `TensorFlow type ${type}`;
}

/**
 * Source: tensorflow/core/protobuf/tensor_bundle.proto, `BundleHeaderProto`.
 *
 * @throws NotAMessage
 */
export function readBundleHeader(message: Uint8Array): BundleHeader {
  let shards = 0;
  let isBigEndian = false;
  for (const { number, value } of protoFields(message)) {
    if (number === 1) shards = countOf(value);
    else if (number === 2) isBigEndian = value === BIG_ENDIAN;
  }
  return { shards, isBigEndian };
}

/**
 * Source: tensorflow/core/protobuf/tensor_bundle.proto, `BundleEntryProto`.
 *
 * @throws NotAMessage
 */
export function readBundleEntry(message: Uint8Array): BundleEntry {
  const entry = { type: 0, shard: 0, offsetBytes: 0, sizeBytes: 0, checksum: 0, isSliced: false };
  let shape: readonly number[] = [];
  for (const { number, value, bytes } of protoFields(message)) {
    if (number === 1) entry.type = countOf(value);
    else if (number === 2) shape = readShape(bytes);
    else if (number === 3) entry.shard = countOf(value);
    else if (number === 4) entry.offsetBytes = countOf(value);
    else if (number === 5) entry.sizeBytes = countOf(value);
    else if (number === 6) entry.checksum = countOf(value);
    else if (number === 7) entry.isSliced = true;
  }
  return { ...entry, shape };
}

/** `TensorShapeProto`: a message for each dimension, which holds its size unless that is 0. */
function readShape(message: Uint8Array | undefined): number[] {
  const shape: number[] = [];
  for (const { number, bytes } of protoFields(message ?? new Uint8Array())) {
    if (number !== 2) continue;
    let size = 0;
    for (const field of protoFields(bytes ?? new Uint8Array()))
      if (field.number === 1) size = countOf(field.value);
    shape.push(size);
  }
  if (shape.length > MAX_DIMENSIONS) throw new NotAMessage(`has a tensor of ${shape.length} dimensions`);
  return shape;
}

function countOf(value: bigint | undefined): number {
  if (value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new NotAMessage(`has ${value ?? 'bytes'} where a count belongs`);
  }
  return Number(value);
}
