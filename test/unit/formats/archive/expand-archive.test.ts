import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupModels } from '../../../../src/formats/models.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import { EXPANSION_LIMITS } from '../../../../src/limits.ts';
import type { ReadOptions } from '../../../../src/sources/byte-source.ts';
import { memoryFolder } from '../../../support/memory-source.ts';
import { buildNpy } from '../../../support/npy-builder.ts';
import { buildTorchZip } from '../../../support/pytorch-builder.ts';
import { bytesOf, floatsOf, outcomeOfReading } from '../../../support/reading.ts';
import { buildSafetensors, float32Bytes } from '../../../support/safetensors-builder.ts';
import { buildTar } from '../../../support/tar-builder.ts';
import { buildZip, concat, deflatedRecord, text } from '../../../support/zip-builder.ts';

const VALUES = float32Bytes([1, 2, 3, 4]);
const model = (name: string) => buildSafetensors({ [name]: { shape: [2, 2], bytes: VALUES } });
const gzip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));

const FILES = {
  'README.md': text('hello'),
  'out/m-00001-of-00002.safetensors': model('x'),
  'out/m-00002-of-00002.safetensors': model('y'),
  'out/m.safetensors.index.json': text(
    JSON.stringify({
      metadata: {},
      weight_map: { y: 'm-00002-of-00002.safetensors', x: 'm-00001-of-00002.safetensors' },
    }),
  ),
  'single.safetensors': model('z'),
};
const entries = Object.entries(FILES);
const tar = buildTar(entries.map(([name, bytes]) => ({ name: `./${name}`, bytes })));

/** The models of a file that a reference names. */
const modelsOf = (name: string, bytes: Uint8Array) => groupModels(memoryFolder({ [name]: bytes }, 'file'));
const namesIn = async (name: string, bytes: Uint8Array) =>
  (await modelsOf(name, bytes)).map((found) => found.name);

describe.each<[string, Uint8Array]>([
  ['stored.zip', buildZip(entries.map(([name, bytes]) => ({ name, bytes })))],
  ['deflated.zip', buildZip(entries.map(([name, bytes]) => deflatedRecord(name, bytes)))],
  ['model.tar', tar],
  ['model.tar.gz', gzip(tar)],
  ['MODEL.TGZ', gzip(tar)],
])('%s', (name, bytes) => {
  test('is a folder: shards belong to their index, other files are left alone', async () => {
    expect(await namesIn(name, bytes)).toEqual([
      `${name}/out/m.safetensors.index.json`,
      `${name}/single.safetensors`,
    ]);
  });

  test('has models whose tensors are read, and which know who they are', async () => {
    const [sharded, single] = await Promise.all(
      (await modelsOf(name, bytes)).map((files) => openModel(files)),
    );
    expect(sharded!.tensors.map((tensor) => tensor.name)).toEqual(['y', 'x']);
    expect(await floatsOf(sharded!.tensors[1]!)).toEqual([1, 2, 3, 4]);
    expect(await floatsOf(single!.tensors[0]!)).toEqual([1, 2, 3, 4]);
    expect(await single!.identity()).not.toBe(await sharded!.identity());
    expect(single!.sizeBytes).toBe(FILES['single.safetensors'].length);
    await sharded!.close();
    await single!.close();
  });

  test('with stretches of it replaced is read or refused, and nothing else', async () => {
    const patches = fc.array(
      fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 8 })),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(patches, async (changes) => {
        const damaged = bytes.slice();
        for (const [at, patch] of changes) damaged.set(patch.subarray(0, damaged.length - at), at);
        expect(typeof (await outcomeOf(name, damaged))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});

test.each(['ustar.tar', 'gnu.tar', 'pax.tar'])(
  '%s, as Python writes it, holds one model under its long name, and links to nothing',
  async (name) => {
    const bytes = new Uint8Array(
      await readFile(new URL(`../../../fixtures/archive/${name}`, import.meta.url)),
    );
    const [found, ...others] = await modelsOf(name, bytes);
    expect(others).toEqual([]);
    expect(found!.name).toMatch(/^\w+\.tar\/(a-folder-with-a-long-name\/){5}m[oö]del\.safetensors$/);
    expect(await floatsOf((await openModel(found!)).tensors[0]!)).toEqual([1, 2, 3, 4]);
  },
);

describe('content decides what a file is', () => {
  const checkpoint = buildTorchZip({ tensors: { w: { shape: [4], bytes: VALUES } } });
  const array = buildNpy({ shape: [4], bytes: VALUES });
  const arrays = buildZip([
    { name: 'a.npy', bytes: array },
    { name: 'b.npy', bytes: array },
  ]);
  test.each<[string, string, Uint8Array, string, readonly string[]]>([
    ['a checkpoint of PyTorch is no archive', 'model.zip', checkpoint, 'pytorch', ['w']],
    ['a zip of nothing but arrays is one model', 'model.zip', arrays, 'npz', ['a', 'b']],
    ['a model under the name of a tar is that model', 'model.tar', model('w'), 'safetensors', ['w']],
    ['a tar under the name of a zip is a tar', 'a.tar', tar, 'safetensors', ['y', 'x']],
    ['a gzipped tar needs no second suffix', 'a.tar', gzip(tar), 'safetensors', ['y', 'x']],
  ])('%s', async (_, name, bytes, format, names) => {
    const opened = await openModel((await modelsOf(name, bytes))[0]!);
    expect([opened.format, opened.tensors.map((tensor) => tensor.name)]).toEqual([format, names]);
  });

  test('an archive in an archive stays closed', async () => {
    const inner = buildZip([
      { name: 'inner.zip', bytes: buildZip([{ name: 'm.safetensors', bytes: model('w') }]) },
    ]);
    await expect(modelsOf('outer.zip', inner)).rejects.toMatchObject({ code: 'NO_MODEL_FOUND' });
  });

  test('an archive that lies in a folder is not looked into, one that a reference names among others is', async () => {
    const files = { 'a.safetensors': model('w'), 'data.tar': tar };
    const names = async (kind: 'file' | 'folder') =>
      (await groupModels(memoryFolder(files, kind))).map((found) => found.name);
    expect(await names('folder')).toEqual(['a.safetensors']);
    expect(await names('file')).toEqual([
      'a.safetensors',
      'data.tar/out/m.safetensors.index.json',
      'data.tar/single.safetensors',
    ]);
  });

  test('what macOS adds to an archive is left out', async () => {
    const junk = ['__MACOSX/._m.safetensors', '._m.safetensors'].map((name) => ({
      name,
      bytes: text('junk'),
    }));
    const archive = buildZip([{ name: 'm.safetensors', bytes: model('w') }, ...junk]);
    expect(await namesIn('a.zip', archive)).toEqual(['a.zip/m.safetensors']);
  });
});

describe('an archive is refused', () => {
  const unsafe = [
    '../m.safetensors',
    'a/../../m.safetensors',
    '/etc/m.safetensors',
    'C:/m.safetensors',
    'a\\..\\m.safetensors',
    'C:m.safetensors',
    'a\0b.safetensors',
  ];
  test.each(unsafe)('with the name %j', async (name) => {
    const record = { name, bytes: model('w') };
    expect(await outcomeOf('a.zip', buildZip([record]))).toBe('UNSAFE_NAME');
    if (!name.includes('\0')) expect(await outcomeOf('a.tar', buildTar([record]))).toBe('UNSAFE_NAME');
  });

  const zeros = new Uint8Array(70_000_000);
  test.each<[string, string, Uint8Array, string]>([
    ['holds a file twice', 'a.tar', buildTar([{ name: 'a' }, { name: './a' }]), 'DUPLICATE_NAME'],
    ['holds no model', 'a.zip', buildZip([{ name: 'README.md', bytes: text('hello') }]), 'NO_MODEL_FOUND'],
    ['is empty', 'a.zip', buildZip([]), 'NO_MODEL_FOUND'],
    ['has no bytes', 'a.zip', new Uint8Array(), 'TRUNCATED'],
    ['is no zip', 'a.zip', text('hello'), 'TRUNCATED'],
    ['is no tar', 'a.tar', new Uint8Array(1024).fill(65), 'BAD_TAR'],
    ['is gzipped and no tar', 'a.tgz', gzip(new Uint8Array(1024).fill(65)), 'BAD_TAR'],
    ['is gzipped and cut short', 'a.tgz', gzip(tar).subarray(0, -20), 'BAD_GZIP'],
    ['is gzipped and damaged', 'a.tgz', concat([gzip(tar).subarray(0, 20), new Uint8Array(50)]), 'BAD_GZIP'],
    ['is a bomb of gzip', 'a.tgz', gzip(zeros), 'ARCHIVE_BOMB'],
    ['is a bomb of deflate', 'a.zip', buildZip([deflatedRecord('m.safetensors', zeros)]), 'ARCHIVE_BOMB'],
    [
      'expands further than it says',
      'a.zip',
      buildZip([{ ...deflatedRecord('m.safetensors', model('w')), expandsTo: 10 }]),
      'ARCHIVE_BOMB',
    ],
    [
      'would need more memory than there is',
      'a.zip',
      buildZip([
        {
          ...deflatedRecord('m.safetensors', new Uint8Array(1)),
          bytes: new Uint8Array(30_000_000),
          expandsTo: 2_500_000_000,
        },
      ]),
      'ARCHIVE_TOO_LARGE',
    ],
    [
      'is a git-LFS pointer',
      'a.zip',
      text(`version https://git-lfs.github.com/spec/v1\noid sha256:${'aa'.repeat(32)}\nsize 1024\n`),
      'GIT_LFS_POINTER',
    ],
  ])('that %s', async (_, name, bytes, code) => {
    expect(await outcomeOf(name, bytes)).toBe(code);
  });
});

describe('what an archive may grow to is the user’s to say', () => {
  const sparse = buildSafetensors({ w: { shape: [4250, 4250], bytes: new Uint8Array(4 * 4250 ** 2) } });
  const archives: [string, Uint8Array][] = [
    ['a.zip', buildZip([deflatedRecord('m.safetensors', sparse)])],
    ['a.tgz', gzip(buildTar([{ name: 'm.safetensors', bytes: sparse }]))],
  ];

  test.each(archives)('in %s', async (name, bytes) => {
    expect(await outcomeOf(name, bytes)).toBe('ARCHIVE_BOMB');
    const generous = { ...EXPANSION_LIMITS, inflation: 2000 };
    expect(await outcomeOf(name, bytes, { limits: generous })).toBe('read');
    const small = { inflation: 2000, expandedBytes: 70_000_000 };
    expect(await outcomeOf(name, bytes, { limits: small })).toBe('ARCHIVE_TOO_LARGE');
  });
});

function outcomeOf(name: string, bytes: Uint8Array, options?: ReadOptions): Promise<string> {
  return outcomeOfReading(async () => {
    for (const files of await groupModels(memoryFolder({ [name]: bytes }, 'file'), options)) {
      const opened = await openModel(files, options);
      for (const tensor of opened.tensors) await bytesOf(tensor);
      await opened.close();
    }
  });
}
