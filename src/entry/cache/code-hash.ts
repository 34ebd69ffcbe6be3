import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** What a module of ours says of another: static imports, re-exports, and `import('./x')`. Packages are not followed. */
const RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/**
 * The sha256 of a module and of all that it imports by relative paths. In the bundles that is all the code there is, packages
 * and kernels among it, so that no change of what computes a number can be forgotten.
 */
export async function codeHash(entry: URL): Promise<string> {
  const texts = new Map<string, string>();
  const queue = [entry.href];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (texts.has(next)) continue;
    const text = await readFile(new URL(next), 'utf8');
    texts.set(next, text);
    for (const [, path] of text.matchAll(RELATIVE_IMPORT)) queue.push(new URL(path!, next).href);
  }
  const hash = createHash('sha256');
  // By their order of discovery: where the code lies on this machine must not matter.
  for (const text of texts.values()) hash.update(`${text.length}\n`).update(text);
  return hash.digest('hex');
}
