import { MAX_HDF5_BLOCK_BYTES } from '../../limits.ts';
import type { Hdf5Bytes, Hdf5Cursor } from './hdf5-bytes.ts';

/**
 * Texts that are longer than their place lie in collections that many share. The one that was used last is kept: the
 * texts of a list lie in one, or in a few.
 *
 * Source: HDF5 File Format Specification 3.0, III.E, "Global Heap".
 */
export class GlobalHeap {
  readonly #file: Hdf5Bytes;
  #collectionByte = -1;
  #objects: ReadonlyMap<number, Uint8Array> = new Map();

  constructor(file: Hdf5Bytes) {
    this.#file = file;
  }

  /**
   * @param collectionByte where the collection lies.
   * @param index of the text in it.
   * @throws FormatError `BAD_HDF5` or `TRUNCATED`.
   */
  async text(collectionByte: number, index: number, bytes: number): Promise<string> {
    if (collectionByte !== this.#collectionByte) {
      this.#objects = await this.#read(collectionByte);
      this.#collectionByte = collectionByte;
    }
    const object = this.#objects.get(index);
    if (object === undefined || object.length < bytes) {
      const problem = `the heap of texts at byte ${collectionByte} has no text ${index} of ${bytes} bytes`;
      throw this.#file.bad(problem, collectionByte);
    }
    return this.#file.piece(object, collectionByte, 'a text').text(bytes);
  }

  async #read(collectionByte: number): Promise<Map<number, Uint8Array>> {
    const headBytes = 8 + this.#file.widths.lengthBytes;
    const head = await this.#file.readSigned('GCOL', collectionByte, headBytes, 'a heap of texts');
    head.skip(4);
    const bytes = head.length();
    if (bytes > MAX_HDF5_BLOCK_BYTES || bytes < headBytes) {
      throw head.bad(`a heap of texts has ${bytes} bytes, and at most ${MAX_HDF5_BLOCK_BYTES} are read`);
    }
    return this.#objectsOf(await this.#file.read(head.atByte, bytes - headBytes, 'a heap of texts'));
  }

  #objectsOf(heap: Hdf5Cursor): Map<number, Uint8Array> {
    const objects = new Map<number, Uint8Array>();
    while (heap.leftBytes >= 8 + this.#file.widths.lengthBytes) {
      const index = heap.uint(2);
      heap.skip(6);
      const bytes = heap.length();
      // The object 0 is the room that is left.
      if (index === 0) break;
      objects.set(index, heap.bytes(bytes));
      heap.skip(Math.min(heap.leftBytes, 8 * Math.ceil(bytes / 8) - bytes));
    }
    return objects;
  }
}
