import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../cli.ts';
import { buildZip } from '../zip-builder.ts';

/** `dist` as it is uploaded to Lambda. */
export async function packageZip(): Promise<Uint8Array> {
  const root = path.join(PROJECT, 'dist');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const records = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(root, file).replaceAll(path.sep, '/'), bytes: await readFile(file) };
    });
  return buildZip(await Promise.all(records));
}
