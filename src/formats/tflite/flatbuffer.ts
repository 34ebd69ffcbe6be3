import { MAX_TENSOR_NAME_LENGTH, MAX_TFLITE_ITEMS } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { PagedReader } from '../paged-reader.ts';
import { refuse } from './refuse.ts';

/** Offsets to tables, vectors and texts, and counts, have 32 bits; offsets to fields 16. */
const OFFSET_BYTES = 4;
const FIELD_BYTES = 2;
/** Before the offsets of fields a table's layout has its own size and that of the table. */
const LAYOUT_HEAD_BYTES = 4;

/** Holds the layout of 30 fields; of no table of a model more are read. */
const MOST_LAYOUT_BYTES = 64;

/** A vector of a table: where its elements lie. */
export interface FlatVector {
  readonly startByte: number;
  readonly count: number;
}

/** Where a table lies, and where each of its fields does; undefined for a field that has its default. */
export interface FlatTable {
  readonly startByte: number;
  fieldByte(field: number): number | undefined;
}

/**
 * Reads a FlatBuffer in a file of any size, page by page. Every offset is checked against the file before it is
 * followed, and everything that is read is counted, because tables may be shared a million times.
 *
 * The runtime of FlatBuffers reads from one buffer in memory and trusts its offsets.
 *
 * Source: "FlatBuffers internals", flatbuffers.dev/internals.
 */
export class FlatBuffer {
  readonly source: ByteSource;
  readonly #pages: PagedReader;
  #itemCount = 0;

  constructor(source: ByteSource, options?: ReadOptions) {
    this.source = source;
    this.#pages = new PagedReader(source, refuse, options);
  }

  /** The table at which the file begins. */
  async root(): Promise<FlatTable> {
    return await this.#tableAt(await this.#follow(0));
  }

  /** The table that a field leads to. */
  async table(table: FlatTable, field: number): Promise<FlatTable | undefined> {
    const fieldByte = table.fieldByte(field);
    return fieldByte === undefined ? undefined : await this.#tableAt(await this.#follow(fieldByte));
  }

  /** A number of a table: signed where its bytes are `-4` and so on. */
  async number(table: FlatTable, field: number, bytes: 1 | 4 | 8 | -1 | -4, otherwise = 0): Promise<number> {
    const fieldByte = table.fieldByte(field);
    if (fieldByte === undefined) return otherwise;
    const view = await this.#read(fieldByte, Math.abs(bytes), 'a number');
    switch (bytes) {
      case 1:
        return view.getUint8(0);
      case -1:
        return view.getInt8(0);
      case 4:
        return view.getUint32(0, true);
      case -4:
        return view.getInt32(0, true);
      case 8:
        return Number(view.getBigUint64(0, true));
    }
  }

  /** @throws FormatError `BAD_TEXT` when it is longer than any name. */
  async text(table: FlatTable, field: number): Promise<string> {
    const vector = await this.vector(table, field, 1);
    if (vector === undefined) return '';
    if (vector.count > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the text at byte ${vector.startByte} has ${vector.count} bytes, and names have at most ${MAX_TENSOR_NAME_LENGTH}`;
      throw refuse(this.source.name, 'BAD_TEXT', problem, { offsetBytes: vector.startByte });
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await this.#pages.read(vector.startByte, vector.count, 'a text'),
    );
  }

  /** Where the elements of a vector lie; all of them do. */
  async vector(table: FlatTable, field: number, elementBytes: number): Promise<FlatVector | undefined> {
    const fieldByte = table.fieldByte(field);
    if (fieldByte === undefined) return undefined;
    const vectorByte = await this.#follow(fieldByte);
    const count = (await this.#read(vectorByte, OFFSET_BYTES, 'a vector')).getUint32(0, true);
    const startByte = vectorByte + OFFSET_BYTES;
    if (startByte + count * elementBytes > this.source.sizeBytes) {
      const problem = `the vector at byte ${vectorByte} is said to have ${count} elements, and the file ends after ${this.source.sizeBytes} bytes`;
      throw refuse(this.source.name, 'TRUNCATED', problem, { offsetBytes: vectorByte });
    }
    return { startByte, count };
  }

  /** The 32-bit numbers of a vector; empty where there is none. */
  async integers(table: FlatTable, field: number): Promise<number[]> {
    return await this.#elements(table, field, 4, (view, at) => view.getInt32(at, true));
  }

  async longs(table: FlatTable, field: number): Promise<number[]> {
    return await this.#elements(table, field, 8, (view, at) => Number(view.getBigInt64(at, true)));
  }

  async floats(table: FlatTable, field: number): Promise<number[]> {
    return await this.#elements(table, field, 4, (view, at) => view.getFloat32(at, true));
  }

  /** The tables of a vector, one after another; none where there is no vector. */
  async *tables(table: FlatTable, field: number): AsyncGenerator<FlatTable, void, void> {
    const vector = await this.vector(table, field, OFFSET_BYTES);
    for (let i = 0; i < (vector?.count ?? 0); i++) {
      yield await this.#tableAt(await this.#follow(vector!.startByte + OFFSET_BYTES * i));
    }
  }

  bad(problem: string, offsetBytes: number): Error {
    return refuse(this.source.name, 'BAD_FLATBUFFER', `${problem}, at byte ${offsetBytes}`, { offsetBytes });
  }

  async #elements(
    table: FlatTable,
    field: number,
    bytes: number,
    elementAt: (view: DataView, at: number) => number,
  ): Promise<number[]> {
    const vector = await this.vector(table, field, bytes);
    if (vector === undefined) return [];
    this.#count(vector.count, vector.startByte);
    const view = await this.#pages.read(vector.startByte, vector.count * bytes, 'a vector');
    return Array.from({ length: vector.count }, (_, i) => elementAt(view, bytes * i));
  }

  /** Where the offset that lies there leads: always forward. */
  async #follow(atByte: number): Promise<number> {
    return atByte + (await this.#read(atByte, OFFSET_BYTES, 'an offset')).getUint32(0, true);
  }

  async #tableAt(startByte: number): Promise<FlatTable> {
    const layoutByte = startByte - (await this.#read(startByte, OFFSET_BYTES, 'a table')).getInt32(0, true);
    const head = await this.#read(layoutByte, LAYOUT_HEAD_BYTES, "a table's layout");
    const layoutBytes = head.getUint16(0, true);
    const tableBytes = head.getUint16(2, true);
    if (layoutBytes < LAYOUT_HEAD_BYTES) throw this.bad('a table has no layout', startByte);
    const readBytes = Math.min(layoutBytes, MOST_LAYOUT_BYTES);
    const layout = await this.#read(layoutByte, readBytes, "a table's layout");
    return {
      startByte,
      fieldByte: (field) => {
        const at = LAYOUT_HEAD_BYTES + FIELD_BYTES * field;
        const offset = at + FIELD_BYTES <= readBytes ? layout.getUint16(at, true) : 0;
        if (offset >= tableBytes && offset > 0)
          throw this.bad(`field ${field} lies behind its table`, startByte);
        return offset === 0 ? undefined : startByte + offset;
      },
    };
  }

  async #read(startByte: number, bytes: number, what: string): Promise<DataView> {
    this.#count(1, startByte);
    return await this.#pages.read(startByte, bytes, what);
  }

  #count(items: number, offsetBytes: number): void {
    this.#itemCount += items;
    if (this.#itemCount > MAX_TFLITE_ITEMS) {
      throw refuse(this.source.name, 'TOO_MANY_ITEMS', `it describes more than ${MAX_TFLITE_ITEMS} things`, {
        offsetBytes,
      });
    }
  }
}
