import { type ByteSource, type ReadOptions, readBytes } from '../sources/byte-source.ts';

/** One request for what lies together; structure is made of small pieces that refer to each other. */
const PAGE_BYTES = 32 * 1024;
/** 4 MiB of pages are kept. */
const MOST_PAGES = 128;

/** Reads small pieces all over a file and keeps what was read last, so that neighbours cost one request. */
export class PagedReader {
  readonly source: ByteSource;
  readonly #options: ReadOptions | undefined;
  readonly #refuse: (problem: string, offsetBytes: number) => Error;
  readonly #pages = new Map<number, Uint8Array<ArrayBuffer>>();

  /** @param refuse makes the error for a piece that ends after the file. */
  constructor(
    source: ByteSource,
    refuse: (problem: string, offsetBytes: number) => Error,
    options?: ReadOptions,
  ) {
    this.source = source;
    this.#refuse = refuse;
    this.#options = options;
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
      throw this.#refuse(problem, startByte);
    }
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
      bytes = await readBytes(this.source, startByte, endByte, this.#options);
    } else {
      this.#pages.delete(page);
    }
    // Whatever was used last stands last.
    this.#pages.set(page, bytes);
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value!);
    return bytes;
  }
}
