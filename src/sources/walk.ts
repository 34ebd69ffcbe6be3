import type { Dir } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { toSourceError } from './local-errors.ts';

/** History and git-LFS's own copies, never what a user means by the files of a directory. */
const GIT_DIRECTORY = '.git';

export interface WalkOptions {
  readonly signal?: AbortSignal | undefined;
  /** False for a directory, by its path below the root, that need not be entered. */
  readonly enters?: (directory: string) => boolean;
}

/**
 * The files below a directory, as paths with `/` between their parts, in no particular order. Links are among
 * them, wherever they lead, and are not entered: so no loop can keep the walk going, and nothing is found twice.
 */
export async function* walk(root: string, { signal, enters }: WalkOptions = {}): AsyncGenerator<string> {
  const pending = [''];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    for await (const entry of await open(join(root, directory))) {
      signal?.throwIfAborted();
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (entry.isFile() || entry.isSymbolicLink()) yield path;
      else if (entry.isDirectory() && entry.name !== GIT_DIRECTORY && enters?.(path) !== false)
        pending.push(path);
    }
  }
}

async function open(directory: string): Promise<Dir> {
  try {
    return await opendir(directory, { bufferSize: 256 });
  } catch (error) {
    throw toSourceError(error, directory);
  }
}
