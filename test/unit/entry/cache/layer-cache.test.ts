import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEntry, writeEntry } from '../../../../src/entry/cache/cache-entry.ts';
import { LayerCache } from '../../../../src/entry/cache/layer-cache.ts';
import { MAX_CACHED_LAYER_BYTES } from '../../../../src/limits.ts';
import type { LayerDetails } from '../../../../src/metrics/details.ts';
import { layerDetailsSchema } from '../../../../src/report/report.ts';
import { reportLayer } from '../../../support/report-builder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const DETAILS: LayerDetails = (() => {
  const { verdict: _, reasons: _r, threshold: _t, delta: _d, diagnosis: _s, ...details } = reportLayer();
  return layerDetailsSchema.parse({ ...details, alpha: 0.1 + 0.2, entropy: 5e-324 });
})();

const keyOf = (index: number) => index.toString(16).padStart(64, '0');
const KEY = keyOf(1);
const UNLIMITED = { entries: Infinity, bytes: Infinity };

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const fileOf = (key: string) => path.join(folder, `${key}.json`);

describe('an entry', () => {
  test('gives back the numbers to the last bit', () => {
    expect(readEntry(KEY, writeEntry(KEY, DETAILS)!)).toEqual(DETAILS);
  });

  test('is not made of numbers that JSON does not carry', () => {
    for (const number of [NaN, Infinity, -Infinity, -0])
      expect(writeEntry(KEY, { ...DETAILS, Lambda: number })).toBeUndefined();
  });

  test('is made of numbers of which some do not exist', () => {
    const text = writeEntry(KEY, { ...DETAILS, alpha: null, slice_id: undefined })!;
    expect(readEntry(KEY, text)).toEqual({ ...DETAILS, alpha: null });
  });

  test('that was damaged anywhere is none', () => {
    const text = writeEntry(KEY, DETAILS)!;
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '9', 'x', '\n', '}', ''),
        (index, character) => {
          const damaged = text.slice(0, index) + character + text.slice(index + 1);
          if (damaged !== text) expect(readEntry(KEY, damaged)).toBeUndefined();
          expect(readEntry(KEY, text.slice(0, index))).toBeUndefined();
        },
      ),
    );
  });

  test('of another key is none', () => {
    expect(readEntry(keyOf(2), writeEntry(KEY, DETAILS)!)).toBeUndefined();
  });

  test.each(['', '\n', 'x', '{}', `${'0'.repeat(64)}\n{}\n`])('is not %j', (text) => {
    expect(readEntry(KEY, text)).toBeUndefined();
  });
});

describe('a cache in a folder', () => {
  test('is made where there is none, for its owner alone, and keeps what it is given', async () => {
    const deep = path.join(folder, 'a/b');
    const cache = await LayerCache.open(deep);
    expect((await stat(deep)).mode & 0o077).toBe(0);
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.put(KEY, DETAILS);
    expect(await cache.get(KEY)).toEqual(DETAILS);
    expect(await (await LayerCache.open(deep)).get(KEY)).toEqual(DETAILS);
    expect(await readdir(deep)).toEqual([`${KEY}.json`]);
    expect(cache.failure).toBeUndefined();
  });

  test('takes a damaged entry for none, and replaces it', async () => {
    const cache = await LayerCache.open(folder);
    await cache.put(KEY, DETAILS);
    await truncate(fileOf(KEY), 100);
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.put(KEY, DETAILS);
    expect(await cache.get(KEY)).toEqual(DETAILS);
  });

  test('does not read what is larger than an entry can be', async () => {
    const cache = await LayerCache.open(folder);
    const text = writeEntry(KEY, DETAILS)!;
    await writeFile(fileOf(KEY), text + '\n'.repeat(MAX_CACHED_LAYER_BYTES));
    expect(await cache.get(KEY)).toBeUndefined();
  });

  test('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [fileOf(KEY)]);
    expect(await (await LayerCache.open(folder)).get(KEY)).toBeUndefined();
  });

  test('is written by many at once without harm', async () => {
    const caches = await Promise.all(Array.from({ length: 8 }, () => LayerCache.open(folder)));
    await Promise.all(caches.map((cache) => cache.put(KEY, DETAILS)));
    expect(await caches[0]!.get(KEY)).toEqual(DETAILS);
    expect(await readdir(folder)).toEqual([`${KEY}.json`]);
  });

  test('is thrown away from by many at once, while others write', async () => {
    const limits = { entries: 10, bytes: Infinity };
    const caches = await Promise.all(Array.from({ length: 8 }, () => LayerCache.open(folder, limits)));
    await Promise.all(
      caches.map(async (cache, writer) => {
        for (let index = 0; index < 20; index++) {
          await cache.put(keyOf(20 * writer + index), DETAILS);
          await cache.prune();
        }
      }),
    );
    expect(caches.map(({ failure }) => failure)).toEqual(caches.map(() => undefined));
    expect((await readdir(folder)).length).toBeLessThanOrEqual(10);
  });

  test('that cannot be written to says so, and goes on with what it has', async () => {
    const cache = await LayerCache.open(folder);
    await cache.put(KEY, DETAILS);
    await mkdir(path.join(fileOf(keyOf(2)), 'in the way'), { recursive: true });
    await cache.put(keyOf(2), DETAILS);
    expect(cache.failure).toContain(keyOf(2));
    expect(await cache.get(keyOf(2))).toBeUndefined();
    expect(await cache.get(KEY)).toEqual(DETAILS);
    await cache.put(keyOf(3), DETAILS);
    expect((await readdir(folder)).sort()).toEqual([`${KEY}.json`, `${keyOf(2)}.json`]);
  });

  test.each(['file', 'file/below'])('cannot be %s', async (name) => {
    await writeFile(path.join(folder, 'file'), '');
    await expect(LayerCache.open(path.join(folder, name))).rejects.toMatchObject({
      code: 'CACHE_NOT_A_FOLDER',
    });
  });
});

describe('a cache that has become too large', () => {
  const SIZE = writeEntry(KEY, DETAILS)!.length;

  /** Entries 1 to 5, the last of which was used longest ago. */
  async function fill(limits: { entries: number; bytes: number }): Promise<LayerCache> {
    const cache = await LayerCache.open(folder, limits);
    for (let index = 1; index <= 5; index++) {
      await cache.put(keyOf(index), DETAILS);
      const time = new Date(Date.now() - index * 60_000);
      await utimes(fileOf(keyOf(index)), time, time);
    }
    return cache;
  }
  const left = async () => (await readdir(folder)).sort().map((name) => Number.parseInt(name, 16));

  test('loses what was used longest ago', async () => {
    const cache = await fill({ ...UNLIMITED, entries: 3 });
    await cache.get(keyOf(5));
    await cache.prune();
    expect(await left()).toEqual([1, 2, 5]);
  });

  test('keeps within its bytes', async () => {
    await (await fill({ ...UNLIMITED, bytes: 2 * SIZE })).prune();
    expect(await left()).toEqual([1, 2]);
  });

  test('keeps what fits', async () => {
    await (await fill({ entries: 5, bytes: 5 * SIZE })).prune();
    expect(await left()).toEqual([1, 2, 3, 4, 5]);
  });

  test('is left as it is by a run that added nothing', async () => {
    await fill(UNLIMITED);
    await (await LayerCache.open(folder, { entries: 1, bytes: 1 })).prune();
    expect(await left()).toEqual([1, 2, 3, 4, 5]);
  });

  test('loses nothing that is not its own, but what was never finished', async () => {
    const cache = await fill({ ...UNLIMITED, entries: 0 });
    const unfinished = (digit: string) =>
      `${KEY}.json.${digit.repeat(8)}-aaaa-aaaa-aaaa-${digit.repeat(12)}.part`;
    for (const name of ['README.md', 'model.json', unfinished('1'), unfinished('2')])
      await writeFile(path.join(folder, name), '');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(path.join(folder, unfinished('2')), longAgo, longAgo);
    await cache.prune();
    expect((await readdir(folder)).sort()).toEqual([unfinished('1'), 'README.md', 'model.json']);
    expect(await readFile(path.join(folder, 'README.md'), 'utf8')).toBe('');
  });
});
