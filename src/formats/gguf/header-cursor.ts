import { MAX_GGUF_HEADER_BYTES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { refuse } from './refuse.ts';

/** The first read holds the whole header of a model without a vocabulary. */
const FIRST_READ_BYTES = 64 * 1024;
/** Reads grow up to this, so that a vocabulary of 10 MB takes eight of them. */
const MOST_READ_BYTES = 4 * 1024 * 1024;

/**
 * Walks forward through a header whose length nobody knows beforehand. Of the file it holds one stretch of at most
 * 4 MiB; what is skipped beyond that stretch is not read.
 */
export class HeaderCursor {
  readonly #source: ByteSource;
  readonly #options: ReadOptions | undefined;
  #window = new DataView(new ArrayBuffer(0));
  #windowStartByte = 0;
  #nextReadBytes = FIRST_READ_BYTES;
  #atByte = 0;

  constructor(source: ByteSource, options?: ReadOptions) {
    this.#source = source;
    this.#options = options;
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

  /** @param bytes at most `FIRST_READ_BYTES`, which the caller has made sure of. */
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
    if (this.#atByte + bytes > this.#windowStartByte + this.#window.byteLength) {
      const endByte = Math.min(this.#source.sizeBytes, this.#atByte + this.#nextReadBytes);
      this.#window = new DataView(
        (await readBytes(this.#source, this.#atByte, endByte, this.#options)).buffer,
      );
      this.#windowStartByte = this.#atByte;
      this.#nextReadBytes = Math.min(2 * this.#nextReadBytes, MOST_READ_BYTES);
    }
    const taken = new DataView(this.#window.buffer, this.#atByte - this.#windowStartByte, bytes);
    this.#atByte += bytes;
    return taken;
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
