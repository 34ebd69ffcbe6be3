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
  const tensors: Tensor[] = [];
  const cursor = new MsgpackCursor(source, options);
  const arrays = new ArrayValueReader(source, cursor);
  const bad = (code: string, problem: string, offsetBytes: number) =>
    refuse(source.name, code, problem, { offsetBytes });

  await walk([]);
  const left = source.sizeBytes - cursor.atByte;
  if (left > 0) throw bad('BAD_LAYOUT', `${left} bytes follow its only value`, cursor.atByte);
  return tensors;

  async function walk(path: readonly string[]): Promise<void> {
    const startByte = cursor.atByte;
    if (path.length > MAX_MSGPACK_DEPTH) {
      throw bad('TOO_DEEP', `it nests deeper than ${MAX_MSGPACK_DEPTH} levels`, startByte);
    }
    const head = await cursor.head();
    if (head.kind === 'map') {
      await walkMap(head.count, path);
    } else if (head.kind === 'array') {
      for (let i = 0; i < head.count; i++) await walk([...path, `${i}`]);
    } else if (isArrayHead(head)) {
      add(path, await arrays.array(head.bytes), startByte);
    } else if ('bytes' in head) {
      cursor.skip(head.bytes);
    }
  }

  async function walkMap(count: number, path: readonly string[]): Promise<void> {
    const keys = new Set<string>();
    for (let i = 0; i < count; i++) {
      const startByte = cursor.atByte;
      const key = await readKey();
      if (key === CHUNKED_KEY && i === 0) {
        add(path, await arrays.chunkedArray(count), startByte);
        return;
      }
      if (keys.has(key)) throw bad('DUPLICATE_NAME', `it holds the name ${quote(key)} twice`, startByte);
      keys.add(key);
      await walk([...path, key]);
    }
  }

  async function readKey(): Promise<string> {
    const startByte = cursor.atByte;
    const head = await cursor.head();
    if (head.kind === 'text') return await cursor.text(head.bytes);
    if (head.kind === 'integer') return `${head.value}`;
    throw bad('BAD_MSGPACK', `the ${head.kind} at byte ${startByte} is no key`, startByte);
  }

  function add(path: readonly string[], { shape, dtype, segments }: ArrayValue, startByte: number): void {
    const name = path.join('.');
    if (name.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name of the array at byte ${startByte} is longer than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw bad('BAD_TEXT', problem, startByte);
    }
    if (tensors.length === MAX_TENSORS) {
      throw bad('TOO_MANY_TENSORS', `it holds more than ${MAX_TENSORS} arrays`, startByte);
    }
    const known = NUMPY_DTYPE_NAMES.get(dtype);
    tensors.push({
      name,
      dtype: known ?? dtype,
      shape,
      kernelLayout: 'hwio',
      storageKey: segmentsKey(segments),
      sizeBytes: known === undefined ? 0 : segmentsBytes(segments),
      ...(path[0] === OPTIMIZER_KEY && { unfit: 'the state of an optimizer is not weights' }),
      readInto: async (target, readOptions) => {
        if (known === undefined)
          throw bad('BAD_TENSOR', `${quote(name)} is of ${dtype}, not numbers`, startByte);
        await readSegments(segments, target, readOptions);
      },
    });
  }
}
