import type { ByteSource, ReadOptions } from '../sources/byte-source.ts';

export interface WindowBounds {
  /** Bytes of the first read, and of one after a jump. */
  readonly firstBytes: number;
  readonly mostBytes: number;
  /** What lies closer to what was read last is taken for one stretch. [0] */
  readonly nearBytes?: number;
  /** Nothing is read from here on. [the end of the file] */
  readonly lastByte?: number;
}

/**
 * One stretch of a file, for who walks forward through it: it grows while reading goes on and starts small again after a
 * jump, so that what is skipped is not read.
 */
export class FileWindow {
  readonly #source: ByteSource;
  readonly #bounds: WindowBounds;
  readonly #options: ReadOptions | undefined;
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  /** Where in the file `bytes` begin. */
  startByte = 0;

  constructor(source: ByteSource, bounds: WindowBounds, options?: ReadOptions) {
    this.#source = source;
    this.#bounds = bounds;
    this.#options = options;
  }

  holds(startByte: number, endByte: number): boolean {
    return startByte >= this.startByte && endByte <= this.startByte + this.bytes.length;
  }

  /** Those bytes, or as many of them as there are; valid until more is read. */
  async take(startByte: number, endByte: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.holds(startByte, endByte)) await this.fill(startByte, endByte);
    return this.bytes.subarray(startByte - this.startByte, endByte - this.startByte);
  }

  /** Holds those bytes, or as many of them as there are. */
  async fill(startByte: number, endByte: number): Promise<void> {
    const { firstBytes, mostBytes, nearBytes = 0, lastByte = this.#source.sizeBytes } = this.#bounds;
    const distance = startByte - this.startByte - this.bytes.length;
    const isNear = startByte >= this.startByte && distance <= nearBytes;
    const grown = isNear ? Math.min(2 * this.bytes.length, mostBytes) : 0;
    const wanted = Math.max(grown, firstBytes, endByte - startByte);
    const bytes = new Uint8Array(Math.min(wanted, lastByte - startByte));
    await this.#source.readInto(startByte, bytes, this.#options);
    this.bytes = bytes;
    this.startByte = startByte;
  }
}
