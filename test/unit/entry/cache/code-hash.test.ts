import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test } from '@jest/globals';
import { codeHash } from '../../../../src/entry/cache/code-hash.ts';
import { workerUrl } from '../../../../src/entry/worker/worker-pool.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  await mkdir(path.join(folder, 'code'));
  await write('worker.js', 'import { a } from "./a.js";\nimport "node:fs";\nexport * from "ml-matrix";');
  await write('a.js', "import './worker.js';\nexport const a = () => import('./b.js');");
  await write('b.js', 'export const b = 1;');
  await write('stranger.js', 'export const c = 1;');
});

const write = (name: string, text: string) => writeFile(path.join(folder, 'code', name), text);
const hashOf = (place = 'code') => codeHash(pathToFileURL(path.join(folder, place, 'worker.js')));

test.each(['worker.js', 'a.js', 'b.js'])(
  'the hash of code changes with %s, which it reaches',
  async (name) => {
    const before = await hashOf();
    await write(name, 'export const a = 2;');
    expect(await hashOf()).not.toBe(before);
  },
);

test('it does not depend on code that is not reached, nor on where all of it lies', async () => {
  const before = await hashOf();
  await write('stranger.js', 'export const c = 2;');
  await rename(path.join(folder, 'code'), path.join(folder, 'moved'));
  expect(await hashOf('moved')).toBe(before);
});

test('the code of the worker can be followed', async () => {
  expect(await codeHash(workerUrl())).toMatch(/^[0-9a-f]{64}$/);
});
