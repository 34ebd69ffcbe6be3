import { MAX_DIMENSIONS, MAX_TENSORS } from '../../limits.ts';
import type { ByteSource } from '../../sources/byte-source.ts';
import { bytesPerElement } from '../dtype.ts';
import { NUMPY_DTYPE_NAMES } from '../numpy/dtype-names.ts';
import { type Segment, segmentsBytes } from '../segments.ts';
import { exactBytes, showShape } from '../shape.ts';
import type { MsgpackCursor, MsgpackHead } from './msgpack-cursor.ts';
import { refuse } from './refuse.ts';

/** Types of Flax's extensions (`_MsgpackExtType`). */
const NDARRAY = 1;
const NUMPY_SCALAR = 3;

/** The first key of the map that stands for an array too large for one value. */
export const CHUNKED_KEY = '__msgpack_chunked_array__';

/** An array as it lies in the file. */
export interface ArrayValue {
  readonly shape: readonly number[];
  /** NumPy's name of it. */
  readonly dtype: string;
  readonly segments: readonly Segment[];
}

export function isArrayHead(head: MsgpackHead): head is Extract<MsgpackHead, { readonly type: number }> {
  return head.kind === 'extension' && (head.type === NDARRAY || head.type === NUMPY_SCALAR);
}

/** Reads where arrays lie, none of their elements. */
export class ArrayValueReader {
  readonly #source: ByteSource;
  readonly #cursor: MsgpackCursor;
  #startByte = 0;

  constructor(source: ByteSource, cursor: MsgpackCursor) {
    this.#source = source;
    this.#cursor = cursor;
  }

  /**
   * The array in an extension of that many bytes.
   *
   * @throws FormatError `BAD_TENSOR`
   */
  async array(bytes: number): Promise<ArrayValue> {
    this.#startByte = this.#cursor.atByte;
    return this.#checked(await this.#content(bytes));
  }

  /**
   * The array in a map of `count` members, the first of which has announced it: true, then the shape and the chunks,
   * both as maps from 0, 1, ….
   *
   * @throws FormatError `BAD_TENSOR`
   */
  async chunkedArray(count: number): Promise<ArrayValue> {
    this.#startByte = this.#cursor.atByte;
    const mark = await this.#cursor.head();
    if (count !== 3 || mark.kind !== 'boolean' || !mark.value) throw this.#bad('is no shape and chunks');
    const shape = await this.#list('shape', MAX_DIMENSIONS, () => this.#dimension());
    const chunks = await this.#list('chunks', MAX_TENSORS, async () => {
      const head = await this.#cursor.head();
      if (!isArrayHead(head)) throw this.#bad('has a chunk that is no array');
      return this.#checked(await this.#content(head.bytes));
    });
    const dtype = chunks[0]?.dtype;
    if (dtype === undefined || chunks.some((chunk) => chunk.dtype !== dtype)) {
      throw this.#bad('has no chunks, or chunks of different dtypes');
    }
    return this.#checked({ shape, dtype, segments: chunks.flatMap(({ segments }) => segments) });
  }

  /** A shape, the name of a dtype, and the elements. */
  async #content(bytes: number): Promise<ArrayValue> {
    const endByte = this.#cursor.atByte + bytes;
    const tuple = await this.#cursor.head();
    if (tuple.kind !== 'array' || tuple.count !== 3) throw this.#bad('is no shape, dtype and elements');
    const dimensions = await this.#cursor.head();
    if (dimensions.kind !== 'array' || dimensions.count > MAX_DIMENSIONS) throw this.#bad('has no shape');
    const shape: number[] = [];
    while (shape.length < dimensions.count) shape.push(await this.#dimension());
    const name = await this.#cursor.head();
    if (name.kind !== 'text') throw this.#bad('has no dtype');
    const dtype = await this.#cursor.text(name.bytes);
    const elements = await this.#cursor.head();
    if (elements.kind !== 'binary') throw this.#bad('has no elements');
    const startByte = this.#cursor.atByte;
    this.#cursor.skip(elements.bytes);
    if (this.#cursor.atByte !== endByte)
      throw this.#bad(`does not fill the ${bytes} bytes that it is said to`);
    return { shape, dtype, segments: [{ source: this.#source, startByte, endByte }] };
  }

  async #dimension(): Promise<number> {
    const head = await this.#cursor.head();
    if (head.kind !== 'integer' || head.value < 0n || head.value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw this.#bad('has a dimension that is none');
    }
    return Number(head.value);
  }

  /** A member that is a map and stands for a list: its keys are 0, 1, … in order. */
  async #list<Item>(name: string, mostItems: number, readItem: () => Promise<Item>): Promise<Item[]> {
    if ((await this.#key()) !== name) throw this.#bad(`has no ${name} where it belongs`);
    const head = await this.#cursor.head();
    if (head.kind !== 'map' || head.count > mostItems) throw this.#bad(`has a ${name} that is no list`);
    const items: Item[] = [];
    while (items.length < head.count) {
      if ((await this.#key()) !== `${items.length}`) throw this.#bad(`has a ${name} that is out of order`);
      items.push(await readItem());
    }
    return items;
  }

  async #key(): Promise<string | undefined> {
    const head = await this.#cursor.head();
    return head.kind === 'text' ? await this.#cursor.text(head.bytes) : undefined;
  }

  /** An array whose dtype is known fills its bytes exactly. */
  #checked(array: ArrayValue): ArrayValue {
    const dtype = NUMPY_DTYPE_NAMES.get(array.dtype);
    const bytes = segmentsBytes(array.segments);
    if (dtype !== undefined && exactBytes(array.shape, bytesPerElement(dtype)) !== BigInt(bytes)) {
      const shape = showShape(array.shape);
      throw this.#bad(`of shape ${shape} and dtype ${array.dtype} cannot lie in ${bytes} bytes`);
    }
    return array;
  }

  #bad(problem: string): Error {
    return refuse(this.#source.name, 'BAD_TENSOR', `the array at byte ${this.#startByte} ${problem}`, {
      offsetBytes: this.#startByte,
    });
  }
}
