import { MAX_GGUF_HEADER_BYTES } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { FileWindow } from '../file-window.ts';
import { refuse } from './refuse.ts';

/** The first read holds the whole header of a model without a vocabulary; one of 10 MB takes eight, whatever is skipped. */
const WINDOW = { firstBytes: 64 * 1024, mostBytes: 4 * 1024 * 1024, nearBytes: Number.POSITIVE_INFINITY };

/**
 * Walks forward through a header whose length nobody knows beforehand. Of the file it holds one stretch of at most
 * 4 MiB; what is skipped beyond that stretch is not read.
 */
export class HeaderCursor {
  readonly #source: ByteSource;
  readonly #window: FileWindow;
  #atByte = 0;

  constructor(source: ByteSource, options?: ReadOptions) {
    this.#source = source;
    this.#window = new FileWindow(source, WINDOW, options);
  }

  /** The byte of the file that comes next. */
  get atByte(): number {
    return this.#atByte;
  }

  /** Bytes of the file from here on. */
  get remainingBytes(): number {
    return this.#source.sizeBytes - this.#atByte;
  }

  async uint32(what: string): Promise<number> {
    return (await this.#take(4, what)).getUint32(0, true);
  }

  async uint64(what: string): Promise<bigint> {
    return (await this.#take(8, what)).getBigUint64(0, true);
  }

  /** @param bytes at most `MAX_TENSOR_NAME_LENGTH`, which the caller has made sure of. */
  async text(bytes: number, what: string): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.#take(bytes, what));
  }

  /**
   * A number of things that follow.
   *
   * @param leastBytes that each of them takes: a count for which the file is too short is refused before any loop.
   */
  async count(leastBytes: number, what: string): Promise<number> {
    const startByte = this.#atByte;
    const count = await this.uint64(what);
    if (count * BigInt(leastBytes) > BigInt(this.remainingBytes)) {
      const problem = `${what} is said to be ${count}, and only ${this.remainingBytes} bytes follow`;
      throw refuse(this.#source.name, 'TRUNCATED', problem, { offsetBytes: startByte });
    }
    return Number(count);
  }

  skip(bytes: number, what: string): void {
    this.#require(bytes, what);
    this.#atByte += bytes;
  }

  /** The next bytes; moves past them. */
  async #take(bytes: number, what: string): Promise<DataView> {
    this.#require(bytes, what);
    const endByte = this.#atByte + bytes;
    const { buffer, byteOffset } = await this.#window.take(this.#atByte, endByte);
    this.#atByte = endByte;
    return new DataView(buffer, byteOffset, bytes);
  }

  #require(bytes: number, what: string): void {
    if (bytes > this.remainingBytes) {
      throw refuse(this.#source.name, 'TRUNCATED', `it ends inside ${what}`, { offsetBytes: this.#atByte });
    }
    if (this.#atByte + bytes > MAX_GGUF_HEADER_BYTES) {
      const problem = `its header is longer than ${MAX_GGUF_HEADER_BYTES} bytes`;
      throw refuse(this.#source.name, 'HEADER_TOO_LARGE', problem, { offsetBytes: this.#atByte });
    }
  }
}
