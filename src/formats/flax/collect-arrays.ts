import { MAX_MSGPACK_DEPTH, MAX_TENSOR_NAME_LENGTH, MAX_TENSORS } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { NUMPY_DTYPE_NAMES } from '../numpy/dtype-names.ts';
import { quote } from '../refusal.ts';
import { readSegments, segmentsBytes, segmentsKey } from '../segments.ts';
import type { Tensor } from '../tensor.ts';
import { type ArrayValue, ArrayValueReader, CHUNKED_KEY, isArrayHead } from './array-value.ts';
import { MsgpackCursor } from './msgpack-cursor.ts';
import { refuse } from './refuse.ts';

/** What trainers keep beside the parameters (`TrainState.opt_state`). */
const OPTIMIZER_KEY = 'opt_state';

/**
 * Walks a tree of parameters and lists its arrays in the order in which they lie there; none of them is read.
 *
 * @throws FormatError `TOO_DEEP`, `DUPLICATE_NAME`, `BAD_TENSOR`, `BAD_LAYOUT` and what the cursor throws.
 */
export async function collectArrays(source: ByteSource, options?: ReadOptions): Promise<Tensor[]> {
  const collector = new ArrayCollector(source, options);
  await collector.collect();
  return collector.tensors;
}

class ArrayCollector {
  readonly tensors: Tensor[] = [];
  readonly #source: ByteSource;
  readonly #cursor: MsgpackCursor;
  readonly #arrays: ArrayValueReader;

  constructor(source: ByteSource, options?: ReadOptions) {
    this.#source = source;
    this.#cursor = new MsgpackCursor(source, options);
    this.#arrays = new ArrayValueReader(source, this.#cursor);
  }

  async collect(): Promise<void> {
    await this.#value([]);
    const left = this.#source.sizeBytes - this.#cursor.atByte;
    if (left > 0)
      throw this.#refuse('BAD_LAYOUT', `${left} bytes follow its only value`, this.#cursor.atByte);
  }

  async #value(path: readonly string[]): Promise<void> {
    const startByte = this.#cursor.atByte;
    if (path.length > MAX_MSGPACK_DEPTH) {
      throw this.#refuse('TOO_DEEP', `it nests deeper than ${MAX_MSGPACK_DEPTH} levels`, startByte);
    }
    const head = await this.#cursor.head();
    if (head.kind === 'map') {
      await this.#map(head.count, path);
    } else if (head.kind === 'array') {
      for (let i = 0; i < head.count; i++) await this.#value([...path, `${i}`]);
    } else if (isArrayHead(head)) {
      this.#add(path, await this.#arrays.array(head.bytes), startByte);
    } else if ('bytes' in head) {
      this.#cursor.skip(head.bytes);
    }
  }

  async #map(count: number, path: readonly string[]): Promise<void> {
    const keys = new Set<string>();
    for (let i = 0; i < count; i++) {
      const startByte = this.#cursor.atByte;
      const key = await this.#key();
      if (key === CHUNKED_KEY && i === 0) {
        this.#add(path, await this.#arrays.chunkedArray(count), startByte);
        return;
      }
      if (keys.has(key)) {
        throw this.#refuse('DUPLICATE_NAME', `it holds the name ${quote(key)} twice`, startByte);
      }
      keys.add(key);
      await this.#value([...path, key]);
    }
  }

  async #key(): Promise<string> {
    const startByte = this.#cursor.atByte;
    const head = await this.#cursor.head();
    if (head.kind === 'text') return await this.#cursor.text(head.bytes);
    if (head.kind === 'integer') return `${head.value}`;
    throw this.#refuse('BAD_MSGPACK', `the ${head.kind} at byte ${startByte} is no key`, startByte);
  }

  #add(path: readonly string[], { shape, dtype, segments }: ArrayValue, startByte: number): void {
    const name = path.join('.');
    if (name.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name of the array at byte ${startByte} is longer than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw this.#refuse('BAD_TEXT', problem, startByte);
    }
    if (this.tensors.length === MAX_TENSORS) {
      throw this.#refuse('TOO_MANY_TENSORS', `it holds more than ${MAX_TENSORS} arrays`, startByte);
    }
    const isReadable = NUMPY_DTYPE_NAMES.has(dtype);
    this.tensors.push({
      name,
      dtype: NUMPY_DTYPE_NAMES.get(dtype) ?? dtype,
      shape,
      kernelLayout: 'hwio',
      storageKey: segmentsKey(segments),
      sizeBytes: isReadable ? segmentsBytes(segments) : 0,
      ...(path[0] === OPTIMIZER_KEY && { unfit: 'the state of an optimizer is not weights' }),
      readInto: async (target, options) => {
        if (!isReadable)
          throw this.#refuse('BAD_TENSOR', `${quote(name)} is of ${dtype}, not numbers`, startByte);
        await readSegments(segments, target, options);
      },
    });
  }

  #refuse(code: string, problem: string, offsetBytes: number): Error {
    return refuse(this.#source.name, code, problem, { offsetBytes });
  }
}
