import { SourceError } from '../errors.ts';
import type { FileEntry, Located, ReadOptions } from '../sources/byte-source.ts';
import { folderOf } from '../sources/file-name.ts';
import { openArchives } from './archive/open-archives.ts';
import { filesBeside } from './files-beside.ts';
import { FORMATS } from './formats.ts';
import { INDEX_SUFFIX, readShardIndex, type ShardIndex } from './shard-index.ts';

/** The files of one model. */
export interface ModelFiles {
  /** How a person would name the model: its file, its index, or its first shard. */
  readonly name: string;
  /** In order; empty where an index names the shards. */
  readonly files: readonly FileEntry[];
  readonly index: ShardIndex | undefined;
}

/** Shards as transformers and others name them: `model-00001-of-00003.safetensors`. */
export const SHARD = /^(?<stem>.*)-(?<number>\d{5})-of-(?<count>\d{5})(?<suffix>\.[^.]+)$/;

/** Arrays of Orbax lie in directories of their own, and those of one model beside each other. */
const ARRAY = /^(?<model>.+)[/\\][^/\\]+[/\\]\.zarray$/;

/** What each process wrote before Orbax made one database of it. */
const PARTIAL_DATABASE = /(^|\/)ocdbt\.process_[^/]*\//;

/** What trainers leave beside a model in formats of models: states of optimizers and of generators. */
const TRAINER_FILE = /(^|\/)(optimizer|scheduler|scaler|training_args|rng_state)[^/]*$/;

/**
 * Sorts the files that a reference stands for into models: an index with its shards, a complete set of shards
 * without an index, or a file by itself. In a folder only files that a format's suffix names are considered, and
 * a model that transformers saved twice (`model.safetensors` beside `pytorch_model.bin`) is taken once, as
 * safetensors. An archive that the reference names is a folder; one that lies in a folder is not looked into.
 *
 * @throws SourceError `NO_MODEL_FOUND` when a folder holds none, `SHARD_MISSING` when a set of shards has gaps.
 * @throws FormatError when an archive is not sound.
 */
export async function groupModels(located: Located, options?: ReadOptions): Promise<ModelFiles[]> {
  if (located.kind === 'folder') return groupFiles(located, options);
  const models: ModelFiles[] = [];
  for (const part of await openArchives(located, options)) models.push(...(await groupFiles(part, options)));
  return models.toSorted(byName);
}

async function groupFiles(located: Located, options?: ReadOptions): Promise<ModelFiles[]> {
  const candidates = isOneFile(located)
    ? located.files
    : located.files.filter((file) => isCandidate(file, located.kind));
  const models: ModelFiles[] = [];
  const owned = new Set<string>();
  for (const file of candidates) {
    if (!file.path.endsWith(INDEX_SUFFIX)) continue;
    const index = await readShardIndex(file, options);
    for (const shard of index.shardOf.values()) owned.add(folderOf(file.path) + shard);
    models.push({ name: file.name, files: [], index });
  }

  const others = new Set<FileEntry>();
  for (const file of isOneFile(located) ? [] : candidates) {
    const names = await filesBeside(file, options);
    if (names === undefined && located.kind === 'folder') others.add(file);
    for (const name of names ?? []) owned.add(folderOf(file.path) + name);
  }

  const shardSets = new Map<string, FileEntry[]>();
  const arraySets = new Map<string, FileEntry[]>();
  for (const file of candidates) {
    if (file.path.endsWith(INDEX_SUFFIX) || owned.has(file.path) || others.has(file)) continue;
    const shard = SHARD.exec(file.path)?.groups;
    const set = isOneFile(located) ? undefined : ARRAY.exec(file.name)?.groups?.['model'];
    if (set !== undefined) {
      arraySets.set(set, [...(arraySets.get(set) ?? []), file]);
    } else if (shard === undefined || isOneFile(located)) {
      models.push({ name: file.name, files: [file], index: undefined });
    } else {
      const set = `${shard['stem']}-of-${shard['count']}${shard['suffix']}`;
      shardSets.set(set, [...(shardSets.get(set) ?? []), file]);
    }
  }
  for (const files of shardSets.values()) models.push(completeSet(files));
  for (const [name, files] of arraySets) models.push({ name, files, index: undefined });

  const unique = models.filter((model) => !isSecondCopy(model, candidates));
  if (unique.length === 0) throw noModel(located);
  return unique.toSorted(byName);
}

function byName(a: ModelFiles, b: ModelFiles): number {
  return a.name < b.name ? -1 : 1;
}

/** A file that somebody names by itself is read as it is, even when it is one shard of several. */
function isOneFile({ kind, files }: Located): boolean {
  return kind === 'file' && files.length === 1;
}

function isCandidate(file: FileEntry, kind: Located['kind']): boolean {
  return kind === 'file' || isWeightFile(file.path);
}

/** Whether a file of this name may hold weights, or say which files do. */
export function isWeightFile(path: string): boolean {
  const lower = path.toLowerCase();
  const base = lower.endsWith(INDEX_SUFFIX) ? lower.slice(0, -INDEX_SUFFIX.length) : lower;
  if (TRAINER_FILE.test(lower) || PARTIAL_DATABASE.test(lower)) return false;
  return FORMATS.some((format) => format.suffixes.some((suffix) => base.endsWith(suffix)));
}

function completeSet(files: readonly FileEntry[]): ModelFiles {
  const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const first = ordered[0]!;
  const { stem, count, suffix } = SHARD.exec(first.path)!.groups as Record<
    'stem' | 'count' | 'suffix',
    string
  >;
  for (let number = 1; number <= Number(count); number++) {
    const path = `${stem}-${String(number).padStart(5, '0')}-of-${count}${suffix}`;
    if (ordered[number - 1]?.path !== path) {
      throw new SourceError({
        code: 'SHARD_MISSING',
        subject: first.name,
        problem: `is one of ${Number(count)} shards, and ${path} is not among the files read`,
        cure: 'Upload every shard, or name the directory that holds them all',
      });
    }
  }
  return { name: first.name, files: ordered, index: undefined };
}

/** transformers' own names for the same weights in two formats; it loads the safetensors, and so do we. */
function isSecondCopy(model: ModelFiles, candidates: readonly FileEntry[]): boolean {
  const path = (model.index?.file ?? model.files[0]!).path;
  const folder = folderOf(path);
  if (!path.slice(folder.length).startsWith('pytorch_model')) return false;
  const copies = [`${folder}model.safetensors`, `${folder}model.safetensors${INDEX_SUFFIX}`];
  return candidates.some((file) => copies.includes(file.path));
}

function noModel(located: Located): SourceError {
  const seen = located.files.slice(0, 5).map((file) => file.path);
  const more = located.files.length > seen.length ? ` and ${located.files.length - seen.length} more` : '';
  const suffixes = FORMATS.flatMap((format) => format.suffixes).join(' ');
  return new SourceError({
    code: 'NO_MODEL_FOUND',
    subject: located.reference,
    problem: `holds no model file, only ${seen.join(', ')}${more}`,
    cure: `Models are recognised there by ${suffixes}; a file with another name can be named by itself`,
  });
}
