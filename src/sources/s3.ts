import { SourceError } from '../errors.ts';
import { MAX_FILES } from '../limits.ts';
import type { FileEntry, Located, ReadOptions } from './byte-source.ts';
import { baseName, folderOf, isPlainFileName } from './file-name.ts';
import { compileGlob, isGlob } from './glob.ts';
import { type S3Reference, s3Name } from './reference.ts';
import { connectS3, type S3Options } from './s3-connect.ts';
import { s3Object } from './s3-object.ts';
import type { ListedObject, ObjectAddress, S3Store } from './s3-store.ts';
import { describeNames } from './similar-names.ts';

/**
 * Finds the objects that an S3 reference stands for: the one that has this key, else all below the key as a
 * folder, else what a glob matches. The folder `models/v3` holds what begins with `models/v3/`, and nothing of
 * `models/v30`.
 *
 * @throws SourceError `NOT_FOUND`, `NOTHING_FOUND`, `TOO_MANY_FILES`, or one of the `S3_…` codes
 */
export async function locateS3(reference: S3Reference, options: S3Options): Promise<Located> {
  const { bucket, key, versionId } = reference;
  const name = s3Name(bucket, key);
  options.signal?.throwIfAborted();
  const place: Place = { store: await connectS3(name, options), bucket, signal: options.signal };
  if (isGlob(key)) return { reference: name, ...(await locateGlob(place, key)) };
  if (key === '' || key.endsWith('/')) {
    const files = await filesBelow(place, key);
    if (files.length === 0)
      throw nothingFound(name, key === '' ? 'the bucket is empty' : 'no key begins with this prefix');
    return { reference: name, kind: 'folder', files };
  }
  const located = await locateKey(place, { bucket, key, versionId });
  return { reference: versionId === undefined ? name : `${name}?versionId=${versionId}`, ...located };
}

/**
 * Finds the objects that have exactly these keys, whatever characters those are made of.
 *
 * @throws SourceError `NOT_FOUND`, or one of the `S3_…` codes
 */
export async function locateObjects(
  addresses: readonly [ObjectAddress, ...ObjectAddress[]],
  options: S3Options,
): Promise<Located> {
  const name = s3Name(addresses[0].bucket, addresses[0].key);
  const store = await connectS3(name, options);
  const files: FileEntry[] = [];
  for (const address of addresses) {
    const object = await store.head(address, { signal: options.signal });
    if (object === undefined) throw missing(address, 'no object has this key');
    files.push(s3Entry(store, address, baseName(address.key), object.sizeBytes));
  }
  return { reference: name, kind: 'file', files };
}

/** Where to look, and how. */
interface Place extends ReadOptions {
  readonly store: S3Store;
  readonly bucket: string;
}

type Found = Pick<Located, 'kind' | 'files'>;

async function locateKey(place: Place, address: ObjectAddress): Promise<Found> {
  const { key, versionId } = address;
  const object = await headOrDenial(place, address);
  if (object !== undefined && !(object instanceof SourceError)) {
    return { kind: 'file', files: [s3Entry(place.store, address, baseName(key), object.sizeBytes)] };
  }
  if (versionId === undefined) {
    const files = await filesBelow(place, `${key}/`).catch((error: unknown) => {
      throw object ?? error;
    });
    if (files.length > 0) return { kind: 'folder', files };
  }
  throw object ?? (await notFound(place, key));
}

/** A denial is kept for later: without the permission to list, S3 denies keys that do not exist. */
async function headOrDenial({ store, signal }: Place, address: ObjectAddress) {
  try {
    return await store.head(address, { signal });
  } catch (error) {
    if (error instanceof SourceError && error.code === 'S3_ACCESS_DENIED') return error;
    throw error;
  }
}

async function filesBelow(place: Place, prefix: string): Promise<FileEntry[]> {
  return collect(place, prefix, prefix, () => true);
}

async function locateGlob(place: Place, pattern: string): Promise<Found> {
  const glob = compileGlob(pattern);
  const matches = await collect(place, glob.literalPrefix, glob.base, (object, path) => {
    return object.key === pattern || glob.matches(path);
  });
  if (matches.length === 0) {
    const listed = glob.literalPrefix === '' ? '' : ` among those that begin with ${glob.literalPrefix}`;
    throw nothingFound(s3Name(place.bucket, pattern), `matches no key${listed}`);
  }
  // Keys may hold the special characters themselves.
  const literal = matches.filter(({ name }) => name === s3Name(place.bucket, pattern));
  return { kind: 'file', files: literal.length > 0 ? literal : matches };
}

async function collect(
  { store, bucket, signal }: Place,
  prefix: string,
  base: string,
  accepts: (object: ListedObject, path: string) => boolean,
): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  for await (const object of store.list(bucket, prefix, { signal })) {
    const path = object.key.slice(base.length);
    if (!accepts(object, path)) continue;
    if (entries.length === MAX_FILES) throw tooManyFiles(s3Name(bucket, prefix));
    entries.push(s3Entry(store, { bucket, key: object.key, versionId: undefined }, path, object.sizeBytes));
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Where a version was named, its siblings are still those of today: versions belong to single objects. Without the
 * permission to list, one that does not exist is an `S3_ACCESS_DENIED` and not undefined.
 */
function s3Entry(store: S3Store, address: ObjectAddress, path: string, sizeBytes: number): FileEntry {
  const { bucket, key } = address;
  return {
    name: s3Name(bucket, key),
    path,
    sizeBytes,
    async open(options) {
      const object = await store.head(address, options);
      if (object === undefined) throw missing(address, 'no object has this key any more');
      return s3Object(store, object);
    },
    async sibling(fileName) {
      if (!isPlainFileName(fileName)) return undefined;
      const beside = { bucket, key: folderOf(key) + fileName, versionId: undefined };
      const object = await store.head(beside);
      return object && s3Entry(store, beside, folderOf(path) + fileName, object.sizeBytes);
    },
  };
}

function missing({ bucket, key }: ObjectAddress, problem: string): SourceError {
  return new SourceError({
    code: 'NOT_FOUND',
    subject: s3Name(bucket, key),
    problem,
    cure: 'Upload it again',
  });
}

async function notFound(place: Place, key: string): Promise<SourceError> {
  const hint = await describeSurroundings(place, key);
  place.signal?.throwIfAborted();
  return new SourceError({
    code: 'NOT_FOUND',
    subject: s3Name(place.bucket, key),
    problem: 'no object has this key, and none begins with it as a folder',
    cure: `Check bucket and key${hint}`,
  });
}

/** What lies beside the key, or at the top of the bucket; nothing where that may not be listed. */
async function describeSurroundings({ store, bucket, signal }: Place, key: string): Promise<string> {
  for (const prefix of new Set([folderOf(key), ''])) {
    const names = await store.namesBelow(bucket, prefix, { signal }).catch(() => []);
    if (names.length === 0) continue;
    const wanted = key.slice(prefix.length).replace(/\/.*/s, '/');
    return `: ${s3Name(bucket, prefix)} holds ${describeNames(wanted, names)}`;
  }
  return '';
}

function nothingFound(subject: string, problem: string): SourceError {
  const cure = 'Check bucket and key, and let the step that uploads the model run first';
  return new SourceError({ code: 'NOTHING_FOUND', subject, problem, cure });
}

function tooManyFiles(subject: string): SourceError {
  return new SourceError({
    code: 'TOO_MANY_FILES',
    subject,
    problem: `stands for more than ${MAX_FILES} objects`,
    cure: 'Name the folder of the model, or a glob such as s3://bucket/models/**/*.safetensors',
  });
}
