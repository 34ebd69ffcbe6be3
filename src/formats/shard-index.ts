import { FormatError } from '../errors.ts';
import { MAX_INDEX_BYTES } from '../limits.ts';
import type { FileEntry, ReadOptions } from '../sources/byte-source.ts';
import { asObject, readJsonFile } from './json.ts';

export const INDEX_SUFFIX = '.index.json';

/** An index as transformers writes it: which file beside it holds which tensor. */
export interface ShardIndex {
  readonly file: FileEntry;
  /** File name by tensor name, in the index's order; never empty. Hostile until a sibling of that name is found. */
  readonly shardOf: ReadonlyMap<string, string>;
}

/** @throws FormatError `BAD_INDEX`, `NOT_JSON`, … when the file is no index. */
export async function readShardIndex(file: FileEntry, options?: ReadOptions): Promise<ShardIndex> {
  const bad = (problem: string) => badIndex(file, problem);
  const index = asObject(await readJsonFile(file, MAX_INDEX_BYTES, bad, options));
  const weightMap = asObject(index?.get('weight_map'));
  if (weightMap === undefined || weightMap.size === 0) throw bad('it has no weight_map');
  const shardOf = new Map<string, string>();
  for (const [name, shard] of weightMap) {
    if (typeof shard !== 'string') throw bad(`it names no file for tensor ${JSON.stringify(name)}`);
    shardOf.set(name, shard);
  }
  return { file, shardOf };
}

function badIndex(file: FileEntry, problem: string): FormatError {
  return new FormatError({
    code: 'BAD_INDEX',
    subject: file.name,
    problem: `as an index of shards, ${problem}`,
    cure: 'Save the model again, or name one of its shards',
  });
}
