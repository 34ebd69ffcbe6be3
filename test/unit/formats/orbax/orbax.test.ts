import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { groupModels } from '../../../../src/formats/models.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import { orbax } from '../../../../src/formats/orbax/orbax.ts';
import { locate } from '../../../../src/sources/locate.ts';
import { PROJECT } from '../../../support/cli.ts';
import { memoryFolder } from '../../../support/memory-source.ts';
import { bytesOf, float32HashOf, floatsOf, readTensorsOf } from '../../../support/reading.ts';
import { float32Bytes } from '../../../support/safetensors-builder.ts';
import { text } from '../../../support/zip-builder.ts';

const FOLDER = `${PROJECT}test/fixtures/orbax`;
const EXPECTED: Record<string, { shape: number[]; sha256: string }> = JSON.parse(
  await readFile(`${FOLDER}/expected.json`, 'utf8'),
);
const PLAIN = { zarr_format: 2, dtype: '<f4', order: 'C', compressor: null, filters: null, fill_value: null };
const metadata = (members: object) => text(JSON.stringify({ ...PLAIN, ...members }));
const SIX = float32Bytes([1, 2, 3, 4, 5, 6]);

/** Reads an array whose chunks are given by name. */
async function read(members: object, chunks: Readonly<Record<string, Uint8Array>> = { '0.0': SIX }) {
  const tensors = await readTensorsOf(orbax, metadata(members), chunks, 'model/params.w/.zarray');
  return tensors[0]!;
}

describe('a checkpoint of Orbax that is plain Zarr', () => {
  test('is one model of all arrays beside each other, with the elements that TensorStore wrote', async () => {
    const models = await groupModels(await locate('test/fixtures/orbax/plain', { cwd: PROJECT }));
    expect(models).toHaveLength(1);
    expect(models[0]?.name).toMatch(/default$/);
    const model = await openModel(models[0]!);
    const unfit = new Map(model.tensors.map(({ name, unfit: reason }) => [name, reason]));
    expect(unfit.get('params.zstd')).toBe('it is compressed with "zstd", which is not read');
    expect(unfit.get('params.nested')).toBe('its chunks lie in directories of their own');
    expect(unfit.get('opt_state.0.mu.whole')).toBe('the state of an optimizer is not weights');
    const weights: Record<string, unknown> = {};
    for (const tensor of model.tensors) {
      if (tensor.unfit !== undefined || tensor.dtype === 'I64') continue;
      weights[tensor.name] = { shape: tensor.shape, sha256: await float32HashOf(tensor) };
    }
    expect(weights).toEqual(EXPECTED);
    await model.close();
  });

  test('in one database is refused with advice', async () => {
    const [model] = await groupModels(await locate('test/fixtures/orbax/database', { cwd: PROJECT }));
    await expect(openModel(model!)).rejects.toMatchObject({
      code: 'UNSUPPORTED_OCDBT',
      cure: expect.stringMatching(/use_ocdbt=False/),
    });
  });

  test('is not looked for where each process left its part of a database', async () => {
    const manifest = new Uint8Array(await readFile(`${FOLDER}/database/manifest.ocdbt`));
    const files = { 'manifest.ocdbt': manifest, 'ocdbt.process_0/manifest.ocdbt': manifest };
    expect((await groupModels(memoryFolder(files))).map(({ name }) => name)).toEqual(['manifest.ocdbt']);
  });

  test('may have numbers in either byte order, and a scalar', async () => {
    const big = SIX.slice();
    for (let at = 0; at < big.length; at += 4) big.subarray(at, at + 4).reverse();
    const tensor = await read({ shape: [2, 3], chunks: [2, 3], dtype: '>f4' }, { '0.0': big });
    expect(tensor).toMatchObject({ name: 'params.w', dtype: 'F32', kernelLayout: 'hwio' });
    expect(await floatsOf(tensor)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await floatsOf(await read({ shape: [], chunks: [] }, { '0': SIX.subarray(0, 4) }))).toEqual([1]);
  });

  test('lists what is no plain number', async () => {
    const tensor = await read({ shape: [1], chunks: [1], dtype: '<c8' });
    expect(tensor).toMatchObject({ dtype: '<c8', sizeBytes: 0 });
    await expect(bytesOf(tensor)).rejects.toMatchObject({ code: 'BAD_TENSOR' });
  });
});

describe('refused is', () => {
  const whole = { shape: [2, 3], chunks: [2, 3] };
  test.each<[string, object, Record<string, Uint8Array>, string]>([
    [
      'an array without one of its chunks',
      { shape: [3, 3], chunks: [2, 3] },
      { '0.0': SIX },
      'CHUNK_MISSING',
    ],
    ['a chunk that is too short', whole, { '0.0': SIX.subarray(1) }, 'TRUNCATED'],
    ['a chunk that is too long', { shape: [2, 2], chunks: [2, 2] }, { '0.0': SIX }, 'BAD_ZARR'],
    ['a shape that is none', { shape: [-1], chunks: [1] }, {}, 'BAD_ZARR'],
    ['chunks of no elements', { shape: [1], chunks: [0] }, {}, 'BAD_ZARR'],
    ['chunks of other dimensions', { shape: [1], chunks: [1, 1] }, {}, 'BAD_ZARR'],
    ['another version of Zarr', { ...whole, zarr_format: 3 }, {}, 'UNSUPPORTED_ZARR'],
    [
      'a chunk that is said to expand a thousandfold',
      { shape: [10_000, 10_000], chunks: [10_000, 10_000], compressor: { id: 'zlib' } },
      { '0.0': SIX },
      'TRUNCATED',
    ],
  ])('%s', async (_, members, chunks, code) => {
    await expect(read(members, chunks)).rejects.toMatchObject({ code });
  });

  test('a compressed chunk that is damaged, when it is read', async () => {
    await expect(bytesOf(await read({ ...whole, compressor: { id: 'zlib' } }))).rejects.toMatchObject({
      code: 'BAD_ZARR',
    });
  });

  test('more files for one array than may be open, with the array listed', async () => {
    const tensor = await read({ shape: [2000, 1], chunks: [1, 1] });
    expect(tensor.unfit).toBe('it lies in 2000 files, more than 1000');
  });
});
