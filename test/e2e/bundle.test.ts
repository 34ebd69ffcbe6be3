import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';

/** A runner downloads it before each job. The demo's models lie elsewhere. */
const MOST_BYTES = 8_000_000;

const DIST = path.join(PROJECT, 'dist');

let files: readonly string[];

beforeAll(async () => {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
});

describe('the bundles', () => {
  test('are small enough to be downloaded before every job', async () => {
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  test('come with the licence of every package whose code is in them', async () => {
    const licences = await readFile(path.join(DIST, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const listed = new Map(
      [...licences.matchAll(/^(\S+) (\S+) \((.+)\)$/gm)].map(([, name, , licence]) => [name!, licence!]),
    );
    const bundled = new Set<string>();
    for (const file of files.filter((name) => /\.m?js$/.test(name)))
      for (const [, name] of (await readFile(file, 'utf8')).matchAll(
        // The comments in which esbuild says where code is from.
        /^\s*\/\/ (?:.*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm,
      ))
        bundled.add(name!);
    expect(bundled.size).toBeGreaterThan(10);
    expect([...bundled].filter((name) => !listed.has(name))).toEqual([]);
    const free = /MIT|ISC|Apache-2\.0|BSD|0BSD|BlueOak|Unlicense|CC0/;
    expect([...listed].filter(([, licence]) => !free.test(licence))).toEqual([]);
  });
});
