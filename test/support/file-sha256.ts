import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The hash of a file's content, in hexadecimal; undefined where there is no such file. */
export async function sha256OfFile(file: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch {
    return undefined;
  }
}
