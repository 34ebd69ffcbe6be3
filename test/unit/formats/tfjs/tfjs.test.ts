import { describe, expect, test } from '@jest/globals';
import { FormatError } from '../../../../src/errors.ts';
import { groupModels } from '../../../../src/formats/models.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import { tfjs } from '../../../../src/formats/tfjs/tfjs.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memoryFolder, memorySource } from '../../../support/memory-source.ts';
import { bytesOf, floatsOf, readTensorsOf } from '../../../support/reading.ts';
import { buildSafetensors, float32Bytes } from '../../../support/safetensors-builder.ts';
import { concat, text, u32 } from '../../../support/zip-builder.ts';

const SIX = float32Bytes([1, 2, 3, 4, 5, 6]);
const model = (weights: readonly object[], paths = ['w.bin']) =>
  text(JSON.stringify({ format: 'layers-model', weightsManifest: [{ paths, weights }] }));
const kernel = { name: 'a/kernel', shape: [2, 3], dtype: 'float32' };

/** The tensors of a folder's only model. */
async function tensorsOf(files: Record<string, Uint8Array>) {
  const models = await groupModels(memoryFolder(files));
  expect(models).toHaveLength(1);
  return (await openModel(models[0]!)).tensors;
}

describe('a model of TensorFlow.js', () => {
  test('is recognised by its manifest or its format, not by being JSON', () => {
    const says = (content: string) => tfjs.recognises(text(content), content.length);
    expect(says('{"format": "graph-model", "generatedBy": "2"')).toBe(true);
    expect(says('\n{ "modelTopology" : {')).toBe(true);
    expect(says('[\n {"weights": [')).toBe(true);
    expect(says('{"weight_map": {}}')).toBe(false);
    expect(says('[{"name": "a"}]')).toBe(false);
    expect(says('x "weightsManifest":')).toBe(false);
  });

  test('keeps its weights one after another, across shards', async () => {
    const files = {
      'model.json': model([kernel, { ...kernel, name: 'b', shape: [1] }], ['s1.bin', 's2.bin', 's3.bin']),
      's1.bin': SIX.subarray(0, 10),
      's2.bin': SIX.subarray(10, 11),
      's3.bin': concat([SIX.subarray(11), float32Bytes([9])]),
    };
    const [a, b] = await tensorsOf(files);
    expect(a).toMatchObject({ name: 'a/kernel', dtype: 'F32', shape: [2, 3], kernelLayout: 'hwio' });
    expect(await floatsOf(a!)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await floatsOf(b!)).toEqual([9]);
  });

  test('may keep weights in 8 or 16 bits, which are decoded, or in half precision', async () => {
    const quantised = (name: string, dtype: string) => ({
      ...{ name, shape: [3], dtype: 'float32' },
      quantization: { dtype, scale: 0.5, min: -1 },
    });
    const weights = [quantised('a', 'uint8'), quantised('b', 'uint16'), quantised('c', 'float16')];
    const bytes = Uint8Array.of(0, 1, 255, 0, 0, 1, 0, 0, 1, 0, 0x3c, 0, 0x40, 0, 0xbc);
    const [a, b, c] = await tensorsOf({ 'model.json': model(weights), 'w.bin': bytes });
    expect(await floatsOf(a!)).toEqual([-1, -0.5, 126.5]);
    expect(await floatsOf(b!)).toEqual([-1, -0.5, 127]);
    expect(c).toMatchObject({ dtype: 'F16', sizeBytes: 6 });
    expect([...(await bytesOf(c!))]).toEqual([0, 0x3c, 0, 0x40, 0, 0xbc]);
  });

  test('may hold texts of any length between its weights, and numbers that are no weights', async () => {
    const texts = { name: 't', shape: [2], dtype: 'string' };
    const counts = { name: 'n', shape: [1], dtype: 'int32' };
    const bytes = concat([u32(3), text('abc'), u32(0), u32(7), SIX]);
    const tensors = await tensorsOf({ 'model.json': model([texts, counts, kernel]), 'w.bin': bytes });
    expect(tensors.map(({ dtype }) => dtype)).toEqual(['string', 'I32', 'F32']);
    expect(await floatsOf(tensors[2]!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('owns its shards in a folder, and JSON files of the same name that are something else are passed over', async () => {
    const files = {
      'a/model.json': model([kernel]),
      'a/w.bin': SIX,
      'b/model.json': text('{"a": 1}'),
      'b/x.safetensors': buildSafetensors({ w: { shape: [2, 3], bytes: SIX } }),
    };
    const names = (await groupModels(memoryFolder(files))).map(({ name }) => name);
    expect(names).toEqual(['a/model.json', 'b/x.safetensors']);
  });

  test('is a manifest by itself in older versions', async () => {
    const manifest = text(JSON.stringify([{ weights: [kernel], paths: ['w.bin'] }]));
    const tensors = await tensorsOf({ 'x-weights_manifest.json': manifest, 'w.bin': SIX });
    expect(tensors.map(({ name }) => name)).toEqual(['a/kernel']);
  });

  test('is listed without reading a byte of its weights', async () => {
    const shard = countingSource(SIX);
    const { tensors } = await tfjs.readTensors(memorySource(model([kernel])), {
      openSibling: async () => shard,
    });
    expect(shard.reads).toEqual([]);
    await bytesOf(tensors[0]!);
    expect(shard.bytesRead).toBe(24);
  });
});

describe('refused is', () => {
  const open = (json: Uint8Array) => readTensorsOf(tfjs, json, { 'w.bin': SIX });
  const quantised = (quantization: unknown) => model([{ ...kernel, quantization }]);

  test.each<[string, Uint8Array, string]>([
    ['what is cut short', text('{"format": "graph-model"'), 'NOT_JSON'],
    ['a model without a manifest', text('{"format": "graph-model"}'), 'BAD_MANIFEST'],
    ['a group without paths', text('{"weightsManifest": [{"weights": []}]}'), 'BAD_MANIFEST'],
    ['a weight without a name', model([{ shape: [1], dtype: 'float32' }]), 'BAD_MANIFEST'],
    ['a negative dimension', model([{ ...kernel, shape: [-2, -3] }]), 'BAD_TENSOR'],
    ['a dtype that nobody knows', model([{ ...kernel, dtype: 'float3' }]), 'UNKNOWN_DTYPE'],
    ['a quantisation that nobody knows', quantised({ dtype: 'uint4', scale: 1, min: 0 }), 'BAD_TENSOR'],
    ['a quantisation without a scale', quantised({ dtype: 'uint8', min: 0 }), 'BAD_TENSOR'],
    ['a shape whose size overflows', model([{ ...kernel, shape: [2 ** 50, 2 ** 50] }]), 'TRUNCATED'],
    ['a shard that is too short', model([{ ...kernel, shape: [2, 4] }]), 'TRUNCATED'],
    ['a shard that is too long', model([{ ...kernel, shape: [2, 2] }]), 'BAD_LAYOUT'],
    ['a text that ends after its file', model([{ ...kernel, shape: [2], dtype: 'string' }]), 'TRUNCATED'],
  ])('%s', async (_, json, code) => {
    await expect(open(json)).rejects.toMatchObject({ code });
    await expect(open(json)).rejects.toBeInstanceOf(FormatError);
  });

  test('a shard that is not there, and more shards than may be open', async () => {
    const json = model([kernel], ['../w.bin']);
    await expect(open(json)).rejects.toMatchObject({
      code: 'SHARD_MISSING',
      details: { shard: '../w.bin' },
    });
    await expect(open(model([], Array(1001).fill('w.bin')))).rejects.toMatchObject({
      code: 'TOO_MANY_SHARDS',
    });
  });
});
