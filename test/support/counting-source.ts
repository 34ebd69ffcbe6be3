import type { ByteSource } from '../../src/sources/byte-source.ts';
import { memorySource } from './memory-source.ts';

/** A file in memory that remembers what was read of it: what a reader costs becomes something to assert. */
export interface CountingSource extends ByteSource {
  /** Every read so far, in order. */
  readonly reads: readonly (readonly [startByte: number, endByte: number])[];
  /** Bytes read so far; what was read twice counts twice. */
  readonly bytesRead: number;
  /** Forgets the reads so far. */
  reset(): void;
}

/** @example const source = countingSource(bytes); await read(source); expect(source.reads).toHaveLength(2) */
export function countingSource(bytes: Uint8Array, name = 'model.pt'): CountingSource {
  const reads: [number, number][] = [];
  const memory = memorySource(bytes, name);
  return {
    ...memory,
    reads,
    get bytesRead() {
      return reads.reduce((sum, [startByte, endByte]) => sum + endByte - startByte, 0);
    },
    reset() {
      reads.length = 0;
    },
    async readInto(startByte, target, options) {
      reads.push([startByte, startByte + target.length]);
      await memory.readInto(startByte, target, options);
    },
  };
}
