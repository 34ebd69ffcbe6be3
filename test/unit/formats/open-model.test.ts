import { describe, expect, test } from '@jest/globals';
import { groupModels } from '../../../src/formats/models.ts';
import { openModel } from '../../../src/formats/open-model.ts';
import { memoryFolder } from '../../support/memory-source.ts';
import { buildSafetensors } from '../../support/safetensors-builder.ts';

const one = (name: string) => buildSafetensors({ [name]: { shape: [2, 2] } });
const text = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const index = (weightMap: object) => text({ metadata: {}, weight_map: weightMap });

const namesIn = async (files: Record<string, Uint8Array>) =>
  (await groupModels(memoryFolder(files))).map(({ name }) => name);

/** Opens the file at `path`, named by itself. */
const openFile = async (path: string, files: Record<string, Uint8Array>) => {
  const folder = memoryFolder(files);
  const located = {
    ...folder,
    kind: 'file' as const,
    files: folder.files.filter((file) => file.path === path),
  };
  const [model] = await groupModels(located);
  return openModel(model!);
};

const INDEX = 'm.safetensors.index.json';

describe('the models in a folder', () => {
  test('are its weight files, each by itself', async () => {
    const files = {
      'b/two.safetensors': one('x'),
      'a.safetensors': one('x'),
      'config.json': text({}),
      'README.md': text(''),
      'optimizer.pt': text(''),
      'b/training_args.bin': text(''),
    };
    expect(await namesIn(files)).toEqual(['a.safetensors', 'b/two.safetensors']);
  });

  test('are one for an index and its shards, and one for a complete set of shards', async () => {
    const shards = {
      'm-00001-of-00002.safetensors': one('x'),
      'm-00002-of-00002.safetensors': one('y'),
    };
    expect(await namesIn(shards)).toEqual(['m-00001-of-00002.safetensors']);
    const indexed = {
      ...shards,
      'm.safetensors.index.json': index({
        x: 'm-00001-of-00002.safetensors',
        y: 'm-00002-of-00002.safetensors',
      }),
    };
    expect(await namesIn(indexed)).toEqual(['m.safetensors.index.json']);
  });

  test('are taken once when transformers saved them in two formats', async () => {
    expect(await namesIn({ 'model.safetensors': one('x'), 'pytorch_model.bin': one('x') })).toEqual([
      'model.safetensors',
    ]);
    expect(await namesIn({ 'pytorch_model.bin': one('x') })).toEqual(['pytorch_model.bin']);
  });

  test('are an error when a shard is missing', async () => {
    await expect(
      namesIn({ 'm-00001-of-00003.safetensors': one('x'), 'm-00003-of-00003.safetensors': one('y') }),
    ).rejects.toThrow(/m-00002-of-00003\.safetensors is not among the files/);
  });

  test('are an error when there are none, which says what was seen', async () => {
    await expect(namesIn({ 'config.json': text({}), 'notes.txt': text('') })).rejects.toThrow(
      /only config\.json, notes\.txt/,
    );
  });
});

describe('openModel', () => {
  test('lists the tensors of an index in its order', async () => {
    const model = await openFile(INDEX, {
      [INDEX]: index({ y: 'm2.safetensors', x: 'm1.safetensors' }),
      'm1.safetensors': one('x'),
      'm2.safetensors': one('y'),
    });
    expect(model).toMatchObject({ format: 'safetensors', order: 'stored' });
    expect(model.tensors.map(({ name }) => name)).toEqual(['y', 'x']);
    expect(await model.identity()).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test.each([
    ['a shard that is not there', { x: 'gone.safetensors' }, 'SHARD_MISSING'],
    ['a shard outside its directory', { x: '../../../../etc/passwd' }, 'SHARD_MISSING'],
    ['a tensor that its shard lacks', { z: 'm-00001-of-00001.safetensors' }, 'TENSOR_NOT_IN_SHARD'],
    ['a shard that is no text', { x: 3 }, 'BAD_INDEX'],
    ['nothing', {}, 'BAD_INDEX'],
  ])('refuses an index that names %s', async (_, weightMap, code) => {
    const files = { [INDEX]: index(weightMap), 'm-00001-of-00001.safetensors': one('x') };
    await expect(openFile(INDEX, files)).rejects.toMatchObject({ code });
  });

  test('refuses an index that is a web page', async () => {
    await expect(openFile(INDEX, { [INDEX]: text('<html>') })).rejects.toMatchObject({
      code: 'NOT_JSON',
    });
  });

  test('recognises a format by its content, whatever the file is called', async () => {
    const located = memoryFolder({ 'weights.dat': one('x') }, 'file');
    expect(await openModel((await groupModels(located))[0]!)).toMatchObject({ format: 'safetensors' });
  });

  test.each([
    ['weights.xyz', 'what is this', 'UNKNOWN_FORMAT'],
    ['weights.xyz', '', 'UNKNOWN_FORMAT'],
    [
      'model.safetensors',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'aa'.repeat(32)}\nsize 1024\n`,
      'GIT_LFS_POINTER',
    ],
  ])('refuses %s that holds %j', async (name, content, code) => {
    const located = memoryFolder({ [name]: text(content) }, 'file');
    await expect(openModel((await groupModels(located))[0]!)).rejects.toMatchObject({ code });
  });
});
