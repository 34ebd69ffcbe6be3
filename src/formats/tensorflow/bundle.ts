import { MAX_TF_OBJECT_GRAPH_BYTES, MAX_TF_SHARDS } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { baseName } from '../../sources/file-name.ts';
import { swapBytes } from '../byte-order.ts';
import { crc32c } from '../crc32.ts';
import { bytesPerElement } from '../dtype.ts';
import type { FormatOptions } from '../format.ts';
import { quote } from '../refusal.ts';
import { exactBytes, showShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import {
  type BundleEntry,
  bundleDtype,
  opaqueWord,
  readBundleEntry,
  readBundleHeader,
} from './bundle-entry.ts';
import { OBJECT_GRAPH_KEY, variableNames } from './object-graph.ts';
import { NotAMessage } from './proto.ts';
import { refuse } from './refuse.ts';
import { maskedCrc32c, readTable, type TableEntry } from './table.ts';

const INDEX_SUFFIX = /\.index$/i;

/** What TensorFlow 2 puts behind the path of a variable. */
const VARIABLE_SUFFIX = /\/\.ATTRIBUTES\/VARIABLE_VALUE$/;

/** Keys of what optimizers and metrics remember (TensorFlow 2), and names of slots behind a variable's (TensorFlow 1). */
const STATE_KEY =
  /\.OPTIMIZER_SLOT\/|^(_?optimizer|keras_api|save_counter)(\/|$)|\/(_?optimizer|keras_api)\//;
const SLOT = /\/(Adam|Adam_1|Momentum|RMSProp|RMSProp_1|Adagrad|Adadelta|Adadelta_1|Ftrl|Ftrl_1)$/;

/** A tensor with the entry that describes it, under its key. */
interface Keyed {
  readonly key: string;
  readonly entry: BundleEntry;
  readonly shard: ByteSource;
}

/**
 * Reads the index of a checkpoint, and checks it against the files that hold the tensors.
 *
 * Source: tensorflow/core/util/tensor_bundle/tensor_bundle.h.
 *
 * @throws FormatError `BAD_CHECKPOINT`, `SHARD_MISSING`, `TRUNCATED`, `TOO_MANY_SHARDS` and what `readTable` throws.
 */
export async function readBundle(source: ByteSource, options?: FormatOptions): Promise<Tensor[]> {
  const [first, ...rest] = await readTable(source, options);
  if (first?.key !== '') {
    throw refuse(source.name, 'BAD_CHECKPOINT', 'its index does not begin with a header', { offsetBytes: 0 });
  }
  const header = parsed(source, first, () => readBundleHeader(first.value));
  if (header.shards > MAX_TF_SHARDS) {
    throw refuse(
      source.name,
      'TOO_MANY_SHARDS',
      `it lies in ${header.shards} files, more than ${MAX_TF_SHARDS}`,
    );
  }
  const entries = rest.map((item) => ({
    item,
    entry: parsed(source, item, () => readBundleEntry(item.value)),
  }));
  const shards = await openShards(
    source,
    new Set(entries.map(({ entry }) => entry.shard)),
    header.shards,
    options,
  );
  const tensors = entries.map(({ item, entry }) => {
    checkPlace(source, item, entry, shards);
    return { key: item.key, entry, shard: shards.get(entry.shard)! };
  });
  const names = await namesOf(source, tensors, options);
  const keys = new Set(tensors.map(({ key }) => key));
  return tensors
    .filter(({ key }) => key !== OBJECT_GRAPH_KEY)
    .map((tensor) => toTensor(tensor, names.get(tensor.key)!, header.isBigEndian, isState(tensor.key, keys)));
}

function parsed<Value>(source: ByteSource, { key, blockByte }: TableEntry, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof NotAMessage)) throw error;
    throw refuse(source.name, 'BAD_CHECKPOINT', `the entry of ${quote(key)} ${error.message}`, {
      tensor: key,
      offsetBytes: blockByte,
    });
  }
}

async function openShards(
  source: ByteSource,
  numbers: ReadonlySet<number>,
  count: number,
  options?: FormatOptions,
): Promise<Map<number, ByteSource>> {
  const digits = (number: number) => String(number).padStart(5, '0');
  const stem = baseName(source.name).replace(INDEX_SUFFIX, '');
  const shards = new Map<number, ByteSource>();
  for (const number of numbers) {
    const fileName = `${stem}.data-${digits(number)}-of-${digits(count)}`;
    const shard = number < count ? await options?.openSibling?.(fileName) : undefined;
    if (shard === undefined) {
      throw refuse(
        source.name,
        'SHARD_MISSING',
        `it keeps tensors in ${quote(fileName)}, which is no file beside it`,
        {
          cure: 'Put every file of the checkpoint into the same directory as its index',
          shard: fileName,
        },
      );
    }
    shards.set(number, shard);
  }
  return shards;
}

function checkPlace(
  source: ByteSource,
  { key, blockByte }: TableEntry,
  { type, shape, shard, offsetBytes, sizeBytes, isSliced }: BundleEntry,
  shards: ReadonlyMap<number, ByteSource>,
): void {
  const refuseTensor = (code: string, problem: string) =>
    refuse(source.name, code, `tensor ${quote(key)} ${problem}`, {
      tensor: key,
      offsetBytes: blockByte,
    });
  const shardBytes = shards.get(shard)!.sizeBytes;
  if (offsetBytes + sizeBytes > shardBytes) {
    const problem = `ends at byte ${offsetBytes + sizeBytes} of ${shards.get(shard)!.name}, which has ${shardBytes}`;
    throw refuseTensor('TRUNCATED', problem);
  }
  const dtype = bundleDtype(type);
  if (dtype === undefined || isSliced) return;
  if (exactBytes(shape, bytesPerElement(dtype)) !== BigInt(sizeBytes)) {
    const problem = `of shape ${showShape(shape)} and ${dtype} cannot lie in ${sizeBytes} bytes`;
    throw refuseTensor('BAD_CHECKPOINT', problem);
  }
}

/** The program's names where no two tensors share one, otherwise the paths that their keys are. */
async function namesOf(
  source: ByteSource,
  tensors: readonly Keyed[],
  options?: ReadOptions,
): Promise<ReadonlyMap<string, string>> {
  const graph = tensors.find(({ key }) => key === OBJECT_GRAPH_KEY);
  const given = graph === undefined ? new Map<string, string>() : await readNames(source, graph, options);
  const uses = new Map<string, number>();
  for (const { key } of tensors) {
    const name = given.get(key);
    if (name !== undefined) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return new Map(
    tensors.map(({ key }) => {
      const name = given.get(key);
      const isOwn = name !== undefined && uses.get(name) === 1;
      return [key, isOwn ? name : key.replace(VARIABLE_SUFFIX, '')];
    }),
  );
}

async function readNames(
  source: ByteSource,
  { key, entry, shard }: Keyed,
  options?: ReadOptions,
): Promise<ReadonlyMap<string, string>> {
  if (entry.sizeBytes > MAX_TF_OBJECT_GRAPH_BYTES) {
    const problem = `its graph of objects has ${entry.sizeBytes} bytes, more than ${MAX_TF_OBJECT_GRAPH_BYTES}`;
    throw refuse(source.name, 'BAD_CHECKPOINT', problem, { tensor: key });
  }
  const bytes = await readBytes(shard, entry.offsetBytes, entry.offsetBytes + entry.sizeBytes, options);
  return parsed(source, { key, value: bytes, blockByte: entry.offsetBytes }, () => variableNames(bytes));
}

function isState(key: string, keys: ReadonlySet<string>): boolean {
  return STATE_KEY.test(key) || (SLOT.test(key) && keys.has(key.replace(SLOT, '')));
}

function toTensor(
  { key, entry, shard }: Keyed,
  name: string,
  isBigEndian: boolean,
  isState: boolean,
): Tensor {
  const { shape, offsetBytes, sizeBytes, checksum, isSliced, type } = entry;
  const dtype = bundleDtype(type);
  const unfit = isState
    ? 'the state of an optimizer or a metric is not weights'
    : isSliced
      ? 'it is stored in slices, which are not put together'
      : undefined;
  return {
    name,
    dtype: dtype ?? opaqueWord(type),
    shape,
    kernelLayout: 'hwio',
    storageKey: `${shard.name}:${offsetBytes}:${sizeBytes}`,
    sizeBytes: dtype === undefined || isSliced ? 0 : sizeBytes,
    ...(unfit !== undefined && { unfit }),
    async readInto(target, options) {
      if (dtype === undefined || isSliced) {
        throw refuse(shard.name, 'BAD_TENSOR', `tensor ${quote(key)} holds no numbers in one piece`);
      }
      await shard.readInto(offsetBytes, target, options);
      if (maskedCrc32c(crc32c(target)) !== checksum) {
        const problem = `the bytes of ${quote(key)} do not have the checksum that they were written with`;
        throw refuse(shard.name, 'CHECKSUM_MISMATCH', problem, { tensor: key, offsetBytes });
      }
      if (isBigEndian) swapBytes(target, bytesPerElement(dtype));
    },
  };
}
