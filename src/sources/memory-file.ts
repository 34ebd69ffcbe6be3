import { createHash } from 'node:crypto';
import { type ByteSource, type ReadOptions, requireWithin } from './byte-source.ts';

/** A file that was read whole. */
export class MemoryFile implements ByteSource {
  readonly name: string;
  readonly #bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.#bytes = bytes;
  }

  get sizeBytes(): number {
    return this.#bytes.length;
  }

  async identity(): Promise<string> {
    return `sha256:${createHash('sha256').update(this.#bytes).digest('hex')}`;
  }

  async readInto(startByte: number, target: Uint8Array, options?: ReadOptions): Promise<void> {
    options?.signal?.throwIfAborted();
    requireWithin(this, startByte, startByte + target.length);
    target.set(this.#bytes.subarray(startByte, startByte + target.length));
  }

  async close(): Promise<void> {}
}
