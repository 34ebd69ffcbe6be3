import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { DATA_FIELDS, type ElementType } from './element-type.ts';
import { refuse } from './refuse.ts';
import type { TypedData } from './tensor-proto.ts';
import { WireReader } from './wire-reader.ts';

/**
 * Fills `target` with elements that are stored as numbers, from `firstByte` of the whole tensor on.
 *
 * @param sizeBytes of the whole tensor.
 * @throws FormatError `BAD_TENSOR` when there are more or fewer elements, or one does not fit its type.
 */
export async function readTypedData(
  source: ByteSource,
  typed: TypedData,
  type: ElementType,
  sizeBytes: number,
  firstByte: number,
  target: Uint8Array,
  options?: ReadOptions,
): Promise<void> {
  const reader = new WireReader(source, options, typed.endByte);
  const bad = (problem: string) =>
    refuse(
      source.name,
      'BAD_TENSOR',
      `the tensor whose elements begin at byte ${typed.startByte} ${problem}`,
      { offsetBytes: typed.startByte },
    );
  const endByte = firstByte + target.length;
  /** Of the whole tensor, the next byte to come. */
  let atByte = 0;

  const takeBytes = (chunk: Uint8Array) => {
    const from = Math.max(firstByte - atByte, 0);
    const to = Math.min(endByte - atByte, chunk.length);
    if (from < to) target.set(chunk.subarray(from, to), atByte + from - firstByte);
    atByte += chunk.length;
  };
  const { elementBytes } = type;
  const takeVarint = (low: number, high: number) => {
    if (elementBytes < 8 && !fits(low, high, elementBytes))
      throw bad(`has an element beyond its type, ${type.name}`);
    if (atByte >= firstByte && atByte < endByte) {
      // 49 + 15 bits; of short types only the lower ones are written.
      const lower = low % 2 ** 32;
      const upper = Math.floor(low / 2 ** 32) + high * 2 ** 17;
      for (let i = 0; i < elementBytes; i++) {
        target[atByte - firstByte + i] = i < 4 ? lower / 2 ** (8 * i) : upper / 2 ** (8 * (i - 4));
      }
    }
    atByte += elementBytes;
  };

  const isVarint = DATA_FIELDS.get(typed.field) === 'varint';
  for await (const field of reader.fields(typed.startByte, typed.endByte)) {
    if (field.number !== typed.field) continue;
    if (isVarint) await reader.varints(field.startByte, field.endByte, takeVarint);
    else await reader.bytes(field.startByte, field.endByte, takeBytes);
  }
  if (atByte !== sizeBytes) {
    throw bad(`has ${atByte / elementBytes} elements, and its shape has ${sizeBytes / elementBytes}`);
  }
}

const LOW_ONES = 2 ** 49 - 1;
const HIGH_ONES = 2 ** 15 - 1;

/** Whether a 64-bit number is one of so many bytes, unsigned or sign-extended. */
function fits(low: number, high: number, elementBytes: number): boolean {
  const range = 2 ** (8 * elementBytes);
  return (high === 0 && low < range) || (high === HIGH_ONES && low > LOW_ONES - range / 2);
}
