import { SourceError } from '../errors.ts';
import { MAX_FILES } from '../limits.ts';
import type { ByteSource, FileEntry, Located, ReadOptions } from './byte-source.ts';
import { isPlainFileName } from './file-name.ts';
import { compileGlob, isGlob } from './glob.ts';
import { type S3Reference, s3Name } from './reference.ts';
import { connectS3, type S3Options } from './s3-connect.ts';
import { S3Object } from './s3-object.ts';
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
    if (object === undefined) {
      const subject = s3Name(address.bucket, address.key);
      const problem = 'no object has this key';
      throw new SourceError({ code: 'NOT_FOUND', subject, problem, cure: 'Upload it again' });
    }
    files.push(new S3Entry(store, address, baseName(address.key), object.sizeBytes));
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
    return { kind: 'file', files: [new S3Entry(place.store, address, baseName(key), object.sizeBytes)] };
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
  const literal = matches.filter((entry) => entry.key === pattern);
  return { kind: 'file', files: literal.length > 0 ? literal : matches };
}

async function collect(
  { store, bucket, signal }: Place,
  prefix: string,
  base: string,
  accepts: (object: ListedObject, path: string) => boolean,
): Promise<S3Entry[]> {
  const entries: S3Entry[] = [];
  for await (const object of store.list(bucket, prefix, { signal })) {
    const path = object.key.slice(base.length);
    if (!accepts(object, path)) continue;
    if (entries.length === MAX_FILES) throw tooManyFiles(s3Name(bucket, prefix));
    entries.push(
      new S3Entry(store, { bucket, key: object.key, versionId: undefined }, path, object.sizeBytes),
    );
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

class S3Entry implements FileEntry {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly key: string;
  readonly #store: S3Store;
  readonly #address: ObjectAddress;

  constructor(store: S3Store, address: ObjectAddress, path: string, sizeBytes: number) {
    this.name = s3Name(address.bucket, address.key);
    this.path = path;
    this.sizeBytes = sizeBytes;
    this.key = address.key;
    this.#store = store;
    this.#address = address;
  }

  async open(options?: ReadOptions): Promise<ByteSource> {
    const object = await this.#store.head(this.#address, options);
    if (object === undefined) {
      const problem = 'no object has this key any more';
      throw new SourceError({ code: 'NOT_FOUND', subject: this.name, problem, cure: 'Upload it again' });
    }
    return new S3Object(this.#store, object);
  }

  /**
   * Where a version was named, its siblings are still those of today: versions belong to single objects. Without
   * the permission to list, one that does not exist is an `S3_ACCESS_DENIED` and not undefined.
   */
  async sibling(fileName: string): Promise<FileEntry | undefined> {
    if (!isPlainFileName(fileName)) return undefined;
    const { bucket, key } = this.#address;
    const address = { bucket, key: folderOf(key) + fileName, versionId: undefined };
    const object = await this.#store.head(address);
    if (object === undefined) return undefined;
    return new S3Entry(this.#store, address, folderOf(this.path) + fileName, object.sizeBytes);
  }
}

async function notFound({ store, bucket, signal }: Place, key: string): Promise<SourceError> {
  const hint = await describeSurroundings({ store, bucket, signal }, key);
  signal?.throwIfAborted();
  return new SourceError({
    code: 'NOT_FOUND',
    subject: s3Name(bucket, key),
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

/** All up to the last `/`, with it. */
function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
