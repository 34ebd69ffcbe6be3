import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { SourceError } from '../errors.ts';
import { MAX_FILES } from '../limits.ts';
import type { FileEntry, Located } from './byte-source.ts';
import { folderOf, isPlainFileName } from './file-name.ts';
import { compileGlob, isGlob, toGlobPattern } from './glob.ts';
import { saysMissing, systemCodeOf, toSourceError } from './local-errors.ts';
import { notAFile, openLocalFile } from './local-file.ts';
import type { PathReference } from './reference.ts';
import { describeNames } from './similar-names.ts';
import { type WalkOptions, walk } from './walk.ts';

/** Enough to keep the system busy, and few enough to take no memory worth mentioning. */
const STATS_AT_ONCE = 256;

export interface LocalOptions {
  /** The directory that relative paths begin in. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the files that a path stands for: a file, all files below a directory, or, where no file or directory
 * has that very name, what a glob matches. Links to files are followed, also out of the directory, as in the
 * cache of Hugging Face; links to directories are followed only where the reference itself is one.
 *
 * @throws SourceError `NOT_FOUND`, `NOTHING_FOUND`, `TOO_MANY_FILES`, `NOT_A_FILE`, `PERMISSION_DENIED`
 */
export async function locateLocal({ path }: PathReference, options: LocalOptions): Promise<Located> {
  try {
    const absolutePath = resolve(options.cwd, path);
    const stats = await statOrUndefined(absolutePath);
    if (stats?.isDirectory()) return await locateDirectory(path, absolutePath, options);
    if (stats?.isFile()) {
      const entry = localEntry(absolutePath, path, basename(absolutePath), stats.size);
      return { reference: path, kind: 'file', files: [entry] };
    }
    if (stats !== undefined) throw notAFile(path);
    if (isGlob(path)) return await locateGlob(path, options);
    throw await missing(path, absolutePath);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toSourceError(error, path);
  }
}

async function locateDirectory(
  reference: string,
  directory: string,
  { signal }: LocalOptions,
): Promise<Located> {
  const files = await collect(reference, { root: directory, rootName: reference, signal });
  if (files.length === 0) {
    throw new SourceError({
      code: 'NOTHING_FOUND',
      subject: reference,
      problem: 'is a directory that holds no files; links to directories in it are not followed',
      cure: 'Name the directory that holds the model, and let the step that writes it run first',
    });
  }
  return { reference, kind: 'folder', files };
}

async function locateGlob(reference: string, { cwd, signal }: LocalOptions): Promise<Located> {
  const glob = compileGlob(toGlobPattern(reference, sep));
  const root = resolve(cwd, glob.base);
  const exists = (await statOrUndefined(root))?.isDirectory() === true;
  const search = { root, rootName: glob.base, signal, enters: glob.mayHoldMatches, accepts: glob.matches };
  const files = exists ? await collect(reference, search) : [];
  if (files.length === 0) {
    throw new SourceError({
      code: 'NOTHING_FOUND',
      subject: reference,
      problem: exists ? 'matches no file' : `matches no file, because there is no directory ${glob.base}`,
      cure: 'Check the pattern: * stays within one directory, ** goes through all, and neither matches hidden names',
    });
  }
  return { reference, kind: 'file', files };
}

interface Search extends WalkOptions {
  /** Absolute path of the directory to walk. */
  readonly root: string;
  /** The same directory as the user would name it; empty for the working directory. */
  readonly rootName: string;
  readonly accepts?: (path: string) => boolean;
}

async function collect(
  reference: string,
  { root, rootName, accepts, ...walking }: Search,
): Promise<FileEntry[]> {
  const paths: string[] = [];
  for await (const path of walk(root, walking)) {
    if (accepts?.(path) === false) continue;
    if (paths.length === MAX_FILES) throw tooManyFiles(reference);
    paths.push(path);
  }
  paths.sort();
  const files: FileEntry[] = [];
  for (let start = 0; start < paths.length; start += STATS_AT_ONCE) {
    walking.signal?.throwIfAborted();
    const some = paths.slice(start, start + STATS_AT_ONCE);
    const found = await Promise.all(some.map((path) => entryBelow(root, rootName, path)));
    files.push(...found.filter((file) => file !== undefined));
  }
  return files;
}

/** Undefined for a link to anything but a file. */
async function entryBelow(root: string, rootName: string, path: string): Promise<FileEntry | undefined> {
  const absolutePath = join(root, path);
  const stats = await statOrUndefined(absolutePath);
  // A link that leads nowhere is kept, so that whoever needs the file learns why it cannot be read.
  if (stats !== undefined && !stats.isFile()) return undefined;
  return localEntry(absolutePath, join(rootName, path), path, stats?.size ?? 0);
}

function localEntry(absolutePath: string, name: string, path: string, sizeBytes: number): FileEntry {
  return {
    name,
    path,
    sizeBytes,
    async open() {
      try {
        return await openLocalFile(absolutePath, name);
      } catch (error) {
        throw saysMissing(error) ? await missing(name, absolutePath) : toSourceError(error, name);
      }
    },
    async sibling(fileName) {
      if (!isPlainFileName(fileName)) return undefined;
      const siblingPath = join(dirname(absolutePath), fileName);
      const siblingName = join(dirname(name), fileName);
      try {
        const stats = await statOrUndefined(siblingPath);
        if (!stats?.isFile()) return undefined;
        return localEntry(siblingPath, siblingName, folderOf(path) + fileName, stats.size);
      } catch (error) {
        throw toSourceError(error, siblingName);
      }
    },
  };
}

function tooManyFiles(reference: string): SourceError {
  return new SourceError({
    code: 'TOO_MANY_FILES',
    subject: reference,
    problem: `stands for more than ${MAX_FILES} files`,
    cure: 'Name the directory of the model, or a glob such as models/**/*.safetensors',
  });
}

async function statOrUndefined(absolutePath: string): Promise<Stats | undefined> {
  try {
    return await stat(absolutePath);
  } catch (error) {
    if (saysMissing(error) || systemCodeOf(error) === 'ELOOP') return undefined;
    throw error;
  }
}

/** Why nothing is there, with what is there instead. */
async function missing(name: string, absolutePath: string): Promise<SourceError> {
  if (await isLink(absolutePath)) {
    const problem = 'is a link to something that does not exist';
    const cure = 'Fetch what the link leads to';
    return new SourceError({ code: 'NOT_FOUND', subject: name, problem, cure });
  }
  let wanted = basename(absolutePath);
  let directory = dirname(absolutePath);
  let names = await namesIn(directory);
  while (names === undefined && directory !== dirname(directory)) {
    wanted = basename(directory);
    directory = dirname(directory);
    names = await namesIn(directory);
  }
  const held =
    names === undefined || names.length === 0 ? 'is empty' : `holds ${describeNames(wanted, names)}`;
  return new SourceError({
    code: 'NOT_FOUND',
    subject: name,
    problem: 'does not exist',
    cure: `Check the path: the directory ${directory} ${held}`,
  });
}

async function isLink(absolutePath: string): Promise<boolean> {
  const stats = await lstat(absolutePath).catch(() => undefined);
  return stats?.isSymbolicLink() === true;
}

/** Undefined where there is no such directory, or none that may be listed. */
async function namesIn(directory: string): Promise<string[] | undefined> {
  const names = await readdir(directory).catch(() => undefined);
  return names?.sort();
}
