import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../errors.ts';

/**
 * Writes a document to a path whole or not at all; makes the directories that lead there.
 *
 * @throws ConfigError `OUTPUT_UNWRITABLE`.
 */
export async function writeDocument(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw unwritable(file, cause);
  }
}

export function unwritable(file: string, cause: unknown): ConfigError {
  return new ConfigError({
    code: 'OUTPUT_UNWRITABLE',
    subject: file,
    problem: `cannot be written: ${(cause as Error).message}`,
    cure: 'Name a file in a directory that may be written to',
    cause,
  });
}
