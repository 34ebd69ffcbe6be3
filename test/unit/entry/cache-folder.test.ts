import path from 'node:path';
import { expect, test } from '@jest/globals';
import { refuseCheckedOutCache } from '../../../src/entry/action/cache-folder.ts';

const WORKSPACE = path.resolve('/home/runner/work/repo/repo');

test.each([
  '.',
  './',
  'cache',
  './a/b',
  '../repo/cache',
  'a/../cache',
  path.join(WORKSPACE, 'cache'),
  WORKSPACE,
])('a cache at %s could have come with a commit', (folder) => {
  expect(() => refuseCheckedOutCache(folder, WORKSPACE)).toThrow(
    expect.objectContaining({ code: 'CACHE_IN_WORKSPACE' }),
  );
});

test.each([undefined, '', '..', '../other', '../repo2/cache', '/home/runner/work/_temp/cache'])(
  'a cache at %s could not',
  (folder) => {
    expect(() => refuseCheckedOutCache(folder, WORKSPACE)).not.toThrow();
  },
);
