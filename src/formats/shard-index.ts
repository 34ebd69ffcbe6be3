import { FormatError } from '../errors.ts';
import { MAX_INDEX_BYTES } from '../limits.ts';
import { type FileEntry, type ReadOptions, readBytes } from '../sources/byte-source.ts';
import { refuseLfsPointer } from '../sources/lfs-pointer.ts';
import { asObject, parseJson } from './json.ts';

export const INDEX_SUFFIX = '.index.json';

/** An index as transformers writes it: which file beside it holds which tensor. */
export interface ShardIndex {
  readonly file: FileEntry;
  /** File name by tensor name, in the index's order; never empty. Hostile until a sibling of that name is found. */
  readonly shardOf: ReadonlyMap<string, string>;
}

/** @throws FormatError `BAD_INDEX`, `NOT_JSON`, … when the file is no index. */
export async function readShardIndex(file: FileEntry, options?: ReadOptions): Promise<ShardIndex> {
  const source = await file.open(options);
  try {
    if (source.sizeBytes > MAX_INDEX_BYTES) {
      throw badIndex(file, `has ${source.sizeBytes} bytes, more than ${MAX_INDEX_BYTES}`);
    }
    const bytes = await readBytes(source, 0, source.sizeBytes, options);
    refuseLfsPointer(source.name, bytes);
    const weightMap = asObject(asObject(parseJson(bytes, source.name))?.get('weight_map'));
    if (weightMap === undefined || weightMap.size === 0) throw badIndex(file, 'it has no weight_map');
    const shardOf = new Map<string, string>();
    for (const [name, shard] of weightMap) {
      if (typeof shard !== 'string')
        throw badIndex(file, `it names no file for tensor ${JSON.stringify(name)}`);
      shardOf.set(name, shard);
    }
    return { file, shardOf };
  } finally {
    await source.close();
  }
}

function badIndex(file: FileEntry, problem: string): FormatError {
  return new FormatError({
    code: 'BAD_INDEX',
    subject: file.name,
    problem: `as an index of shards, ${problem}`,
    cure: 'Save the model again, or name one of its shards',
  });
}
