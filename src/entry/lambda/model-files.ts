import { FormatError, SourceError } from '../../errors.ts';
import { SHARD } from '../../formats/models.ts';
import { INDEX_SUFFIX, readShardIndex } from '../../formats/shard-index.ts';
import type { Located } from '../../sources/byte-source.ts';
import { isPlainFileName } from '../../sources/file-name.ts';
import { s3Name } from '../../sources/reference.ts';
import { locateObjects } from '../../sources/s3.ts';
import { objectFacts } from './bucket.ts';
import type { ModelObject } from './run-input.ts';

type Address = Pick<ModelObject, 'bucket' | 'key' | 'versionId'>;

/** Formats whose shards are complete without an index. */
const SETS_WITHOUT_INDEX: readonly string[] = ['.gguf'];

/** No published model has more shards than a few hundred. */
const MOST_SHARDS = 10_000;

/** What the object of an upload is of its model. */
export interface ModelMembers {
  /** The object that the model is named by. */
  readonly main: Address;
  /** Every object of it, with the main one; undefined while the index that names them is not there. */
  readonly all: readonly Address[] | undefined;
}

/**
 * Which objects an upload makes a model with: itself alone, an index and the shards that it names, or a set of shards.
 *
 * @throws FormatError when the index is none.
 */
export async function membersOf(upload: Address): Promise<ModelMembers> {
  const { bucket, key } = upload;
  if (key.endsWith(INDEX_SUFFIX)) return indexed(upload);
  const shard = SHARD.exec(key)?.groups;
  if (shard === undefined) return { main: upload, all: [upload] };
  const { stem, count, suffix } = shard as Record<'stem' | 'count' | 'suffix', string>;
  if (!SETS_WITHOUT_INDEX.includes(suffix)) {
    const index = { bucket, key: `${stem}${suffix}${INDEX_SUFFIX}` };
    return (await objectFacts(index)) === undefined ? { main: index, all: undefined } : indexed(index);
  }
  const total = Number(count);
  if (total > MOST_SHARDS) throw tooManyShards(upload, total);
  const all = Array.from({ length: total }, (_, number): Address => {
    const other = `${stem}-${String(number + 1).padStart(5, '0')}-of-${count}${suffix}`;
    // A version was named of the upload, and of nothing else.
    return other === key ? upload : { bucket, key: other };
  });
  return { main: all[0]!, all };
}

async function indexed(index: Address): Promise<ModelMembers> {
  const { shardOf } = await readShardIndex((await locate(index)).files[0]!);
  const names = new Set(shardOf.values());
  if (names.size > MOST_SHARDS) throw tooManyShards(index, names.size);
  const folder = index.key.slice(0, index.key.lastIndexOf('/') + 1);
  const shards = [...names]
    // Others are never followed: reading the model says so.
    .filter(isPlainFileName)
    .map((name) => ({ bucket: index.bucket, key: folder + name }));
  return { main: index, all: [index, ...shards] };
}

/** Finds the files of a model by the object that names it, taking its key as it is. */
export async function locateModel(model: Address, signal?: AbortSignal): Promise<Located> {
  const suffix = SHARD.exec(model.key)?.groups?.['suffix'] ?? '';
  if (!SETS_WITHOUT_INDEX.includes(suffix)) return locate(model, signal);
  const { all } = await membersOf(model);
  return locateObjects(exact(all ?? [model]), { signal });
}

/**
 * Leads references to a model to its objects and all others where `elsewhere` leads them.
 *
 * @returns the reference that stands for the model, and what follows references.
 */
export function modelReference(
  model: Address,
  elsewhere: (reference: string) => Promise<Located>,
  signal?: AbortSignal,
) {
  const name = s3Name(model.bucket, model.key);
  return {
    name,
    locate: (reference: string) => (reference === name ? locateModel(model, signal) : elsewhere(reference)),
  };
}

/**
 * @throws SourceError `SOURCE_CHANGED` when the object is not the one any more that the run is about.
 */
export async function requireUnchanged(model: ModelObject): Promise<void> {
  const facts = await objectFacts(model);
  if (facts?.etag === model.etag) return;
  throw new SourceError({
    code: 'SOURCE_CHANGED',
    subject: s3Name(model.bucket, model.key),
    problem: 'the object was replaced or removed after this run had begun',
    cure: 'Nothing needs to be done after a newer upload: it has a run of its own',
  });
}

function locate(address: Address, signal?: AbortSignal): Promise<Located> {
  return locateObjects(exact([address]), { signal });
}

function exact(addresses: readonly Address[]) {
  const [first, ...others] = addresses.map(({ bucket, key, versionId }) => ({ bucket, key, versionId }));
  return [first!, ...others] as const;
}

function tooManyShards({ bucket, key }: Address, count: number): FormatError {
  return new FormatError({
    code: 'TOO_MANY_FILES',
    subject: s3Name(bucket, key),
    problem: `speaks of ${count} shards, more than ${MOST_SHARDS}`,
    cure: 'Save the model with larger shards',
  });
}
