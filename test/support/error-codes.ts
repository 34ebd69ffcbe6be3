import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from './cli.ts';

/** Words in capitals that the sources quote and that are no codes of ours. */
const NOT_CODES: readonly RegExp[] = [
  // Of Node and the systems below it.
  /^(E[A-Z]+|EAI_AGAIN|HPE_\w+)$/,
  // Variables of the functions on Lambda.
  /^ALPHAGATE_[A-Z_]+$/,
  // A setting of the AWS SDK.
  /^WHEN_REQUIRED$/,
  // Fits and types of numbers.
  /^E_TPL$/,
  /^F\d_E\dM\d$/,
  /^[IT]?Q\d_\w+$/,
];

/** Where words in capitals are something else: generated code, names of operators. */
const NO_CODES_IN = /^src\/(generated\/|spectrum\/kernels\/|formats\/tflite\/operators\.ts)/;

/** A string that looks like a code; variables of the environment are asked for as `env['NAME']`. */
const CODE = /(?<!env\[)'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'|\bcode: '([A-Z][A-Z0-9]*)'/g;

const BLOCK_COMMENT = /\/\*[\s\S]*?\*\//g;

/** Every code that the sources raise, and the files that do. */
export async function codesInSources(): Promise<ReadonlyMap<string, readonly string[]>> {
  const codes = new Map<string, string[]>();
  for (const file of await filesBelow('src', /\.ts$/)) {
    if (NO_CODES_IN.test(file)) continue;
    const text = (await readFile(path.join(PROJECT, file), 'utf8')).replace(BLOCK_COMMENT, '');
    for (const [, composed, single] of text.matchAll(CODE)) {
      const code = composed ?? single!;
      if (NOT_CODES.some((pattern) => pattern.test(code))) continue;
      const files = codes.get(code) ?? [];
      codes.set(code, files.includes(file) ? files : [...files, file]);
    }
  }
  return codes;
}

/** The text of all tests, and of what their fixtures expect. */
export async function textOfTests(): Promise<string> {
  const files = await filesBelow('test', /\.test\.ts$|(^|\/)contract\/[^/]+\.ts$|expected\.json$/);
  const texts = await Promise.all(files.map((file) => readFile(path.join(PROJECT, file), 'utf8')));
  return texts.join('\n');
}

/** A failure as the manual explains it. */
export interface Explained {
  readonly code: string;
  readonly cause: string;
  readonly cure: string;
  /** What there is to paste. */
  readonly yaml: readonly string[];
}

/** The failures in `docs/troubleshooting.md`, in its order. */
export async function explainedCodes(): Promise<Explained[]> {
  const text = await readFile(path.join(PROJECT, 'docs/troubleshooting.md'), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const body = section.split(/^## /m)[0]!;
      const [prose, ...blocks] = body.split(/^```yaml$/m);
      const [title = '', ...rest] = prose!.split('\n');
      const [cause = '', cure = ''] = rest.join('\n').split('**Cure:**');
      return {
        code: /^`([A-Z0-9_]+)`$/.exec(title)?.[1] ?? title,
        cause: cause.trim(),
        cure: cure.trim(),
        yaml: blocks.map((block) => block.split(/^```$/m)[0]!),
      };
    });
}

async function filesBelow(folder: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(path.join(PROJECT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => pattern.test(file))
    .sort();
}
