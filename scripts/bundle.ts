/** Bundles the doors into `dist/`, which is committed: an action runs from it, and so does the demo of a fresh clone. */

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';

const OUT = process.argv[2] ?? 'dist';

/** Code for Node 20, which a newcomer may have; the action and newer machines run the same. */
const TARGET = 'node20';

for (const folder of ['action', 'cli', 'lambda', 'lib', 'worker', 'chunks'])
  await rm(path.join(OUT, folder), { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: {
    'action/index': 'src/entry/action/index.ts',
    'cli/index': 'src/entry/cli/index.ts',
    'lambda/index': 'src/entry/lambda/index.ts',
    'lib/index': 'src/entry/library/index.ts',
    'worker/index': 'src/entry/worker/index.ts',
  },
  outdir: OUT,
  bundle: true,
  // What the doors share is in one place, and what only some runs need (S3, GitHub) is loaded only by them.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: TARGET,
  // ES modules where a package has them: they can be split and shaken, CommonJS cannot.
  mainFields: ['module', 'main'],
  // Dependencies in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
  },
  // Artifacts are only uploaded with the package for them. What unpacks them has parts that nobody has licensed.
  // Lists of blobs, for which its storage client has a reader of Arrow tables, are never asked for.
  alias: {
    'unzip-stream': './scripts/never-loaded.ts',
    'apache-arrow': './scripts/never-loaded.ts',
  },
  // Machine code, which a user may install who wants PNG.
  external: ['@resvg/resvg-js'],
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

// Lambda takes a file of this name for an ES module wherever it lies.
await rename(path.join(OUT, 'lambda/index.js'), path.join(OUT, 'lambda/index.mjs'));

await writeFile(path.join(OUT, 'package.json'), '{ "type": "module" }\n');
await writeFile(path.join(OUT, 'THIRD-PARTY-LICENSES.txt'), await licences(metafile));

/** The licence of every package whose code is in the bundles. */
async function licences(meta: Metafile): Promise<string> {
  const packages = new Set<string>();
  for (const input of Object.keys(meta.inputs)) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) packages.add(folder);
  }
  const texts: string[] = [];
  for (const folder of [...packages].sort()) {
    const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    if (typeof license !== 'string')
      throw new Error(`${name} is bundled, and does not say under which licence`);
    texts.push(`${name} ${version} (${license})\n\n${await licenceText(folder)}`);
  }
  return `Alphagate's bundles contain the following packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function licenceText(folder: string): Promise<string> {
  for (const name of [
    'LICENSE',
    'LICENSE.md',
    'license',
    'LICENCE',
    'LICENSE.txt',
    'license.md',
    'LICENSE-MIT',
  ]) {
    try {
      return `${(await readFile(path.join(folder, name), 'utf8')).trim().replaceAll('\r\n', '\n')}\n`;
    } catch {
      // The next name, then.
    }
  }
  return 'The package carries no licence text of its own.\n';
}
