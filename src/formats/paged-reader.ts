import { MAX_STRUCTURE_RATIO, MAX_UNCHECKED_STRUCTURE_BYTES } from '../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../sources/byte-source.ts';
import type { Refuse } from './refusal.ts';

/** One request for what lies together; structure is made of small pieces that refer to each other. */
const PAGE_BYTES = 32 * 1024;
/** 4 MiB of pages are kept. */
const MOST_PAGES = 128;

/** Reads small pieces all over a file and keeps what was read last, so that neighbours cost one request. */
export class PagedReader {
  readonly source: ByteSource;
  readonly #options: ReadOptions | undefined;
  readonly #refuse: Refuse;
  readonly #mostBytes: number;
  #takenBytes = 0;
  readonly #pages = new Map<number, Uint8Array<ArrayBuffer>>();

  /** @param refuse makes the error for a piece that ends after the file, and for pieces that never end. */
  constructor(source: ByteSource, refuse: Refuse, options?: ReadOptions) {
    this.source = source;
    this.#refuse = refuse;
    this.#options = options;
    this.#mostBytes = MAX_STRUCTURE_RATIO * source.sizeBytes + MAX_UNCHECKED_STRUCTURE_BYTES;
  }

  /**
   * The bytes from `startByte` on, as a view of their own.
   *
   * @param what they are, for messages.
   * @throws what `refuse` makes, before memory is allocated, when the file ends earlier.
   */
  async read(startByte: number, bytes: number, what: string): Promise<DataView<ArrayBuffer>> {
    const endByte = startByte + bytes;
    if (!Number.isSafeInteger(startByte) || startByte < 0 || bytes < 0 || endByte > this.source.sizeBytes) {
      const problem = `${what} is said to lie at the bytes ${startByte} to ${endByte} of ${this.source.sizeBytes}`;
      throw this.#refuse(this.source.name, 'TRUNCATED', problem, { offsetBytes: startByte });
    }
    this.#take(bytes, startByte);
    if (bytes > PAGE_BYTES) {
      return new DataView((await readBytes(this.source, startByte, endByte, this.#options)).buffer);
    }
    const piece = new Uint8Array(bytes);
    for (let at = startByte; at < endByte; ) {
      const page = Math.floor(at / PAGE_BYTES);
      const part = (await this.#page(page)).subarray(at - page * PAGE_BYTES, endByte - page * PAGE_BYTES);
      piece.set(part, at - startByte);
      at += part.length;
    }
    return new DataView(piece.buffer);
  }

  async #page(page: number): Promise<Uint8Array> {
    let bytes = this.#pages.get(page);
    if (bytes === undefined) {
      const startByte = page * PAGE_BYTES;
      const endByte = Math.min(startByte + PAGE_BYTES, this.source.sizeBytes);
      this.#take(endByte - startByte, startByte);
      bytes = await readBytes(this.source, startByte, endByte, this.#options);
    } else {
      this.#pages.delete(page);
    }
    // Whatever was used last stands last.
    this.#pages.set(page, bytes);
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value!);
    return bytes;
  }

  /** Counts what is read and what is given out: a file may say that everything lies in one place, a million times. */
  #take(bytes: number, startByte: number): void {
    this.#takenBytes += bytes;
    if (this.#takenBytes <= this.#mostBytes) return;
    const problem = `its structure takes more than ${this.#mostBytes} bytes to read`;
    throw this.#refuse(this.source.name, 'TOO_MUCH_STRUCTURE', problem, { offsetBytes: startByte });
  }
}
