import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../errors.ts';
import { isGlob } from '../sources/glob.ts';
import { parseReference, printableReference, type S3Reference } from '../sources/reference.ts';
import type { Change, ChangeOptions } from './change-object.ts';
import { writeDocument } from './files.ts';

/**
 * Changes a document where it lies: a file, or an object in S3. Of writers to one object at the same time none undoes
 * the work of another, because each writes on condition that nobody else has; a file is written whole or not at all.
 *
 * @throws ConfigError `HISTORY_READ_ONLY`, `OUTPUT_UNWRITABLE`; SourceError `HISTORY_CONFLICT` when others have always
 * been faster, or one of the `S3_…` codes; whatever `change` throws.
 */
export async function changeDocument(
  reference: string,
  change: Change,
  options: ChangeOptions,
): Promise<void> {
  const parsed = parseReference(reference);
  if (parsed.kind === 'path' && !isGlob(parsed.path)) {
    const file = path.resolve(options.cwd, parsed.path);
    await writeDocument(file, change(await textOf(file)));
  } else if (parsed.kind === 's3' && isObject(parsed)) {
    await (await import('./change-object.ts')).changeObject(parsed, change, options);
  } else {
    throw new ConfigError({
      code: 'HISTORY_READ_ONLY',
      subject: printableReference(reference),
      problem: 'cannot be written to',
      cure: 'Name a file or s3://bucket/key, or set history-write to never',
    });
  }
}

function isObject({ key, versionId }: S3Reference): boolean {
  return key !== '' && !key.endsWith('/') && !isGlob(key) && versionId === undefined;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ConfigError({
      code: 'OUTPUT_UNWRITABLE',
      subject: file,
      problem: `cannot be read before it is written: ${(cause as Error).message}`,
      cure: 'Name a file in a directory that may be written to',
      cause,
    });
  }
}
