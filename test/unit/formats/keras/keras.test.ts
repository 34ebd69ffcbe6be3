import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { keras } from '../../../../src/formats/keras/keras.ts';
import { layerOrder } from '../../../../src/formats/keras/layer-order.ts';
import { variableNames } from '../../../../src/formats/keras/variables.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { bytesOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { buildZip, deflatedRecord, text } from '../../../support/zip-builder.ts';

const load = async (path: string) =>
  new Uint8Array(await readFile(new URL(`../../../${path}`, import.meta.url)));
const layers = await load('fixtures/hdf5/layers.weights.h5');
const namesOf = async (bytes: Uint8Array) => (await readTensorsOf(keras, bytes)).map(({ name }) => name);

describe('a Keras file', () => {
  test('is recognised as HDF5, at once or behind 512 bytes, and as the archive of Keras 3', async () => {
    const head = async (path: string) => (await load(path)).subarray(0, 1024);
    expect(keras.recognises(await head('fixtures/hdf5/chunks.h5'), 1)).toBe(true);
    expect(keras.recognises(await head('fixtures/hdf5/user-block.h5'), 1)).toBe(true);
    expect(keras.recognises(await head('fixtures/keras/hostile/slip.keras'), 1)).toBe(true);
    expect(keras.recognises(buildZip([{ name: 'a/config.json', bytes: text('{}') }]), 1)).toBe(false);
  });

  test('that lists its weights keeps their names and their order; names that two layers use become paths', async () => {
    const tensors = await readTensorsOf(keras, await load('fixtures/hdf5/listed.h5'));
    expect(tensors.map(({ name, unfit }) => [name, unfit])).toEqual([
      ['m/kernel:0', undefined],
      ['model_weights/first/kernel:0', undefined],
      ['bias:0', undefined],
      ['model_weights/shared/kernel:0', undefined],
      ['optimizer_weights/m/kernel:0', 'the state of an optimizer is not weights'],
    ]);
  });

  test('of version 3 names weights by layer and part, through models inside models', async () => {
    const names = await namesOf(layers);
    expect(names.slice(0, 2)).toEqual(['head/kernel', 'head/bias']);
    expect(names).toEqual(
      expect.arrayContaining([
        'encoder/stem/kernel',
        'encoder/norm/moving_variance',
        'memory/cell/recurrent_kernel',
        'own/10',
        'optimizer/vars/0',
      ]),
    );
    expect(names.indexOf('own/10')).toBe(names.indexOf('own/9') + 1);
  });

  test.each([
    ['stored', (name: string, bytes: Uint8Array) => ({ name, bytes })],
    ['deflated', deflatedRecord],
  ])('in an archive with %s members has the order of its configuration', async (_, record) => {
    const named = (name: string, inner?: object[]) => ({ config: { name, ...(inner && { layers: inner }) } });
    const config = named('model', [
      named('memory'),
      named('encoder', [named('stem'), named('norm')]),
      named('head'),
    ]);
    const names = await namesOf(
      buildZip([record('config.json', text(JSON.stringify(config))), record('model.weights.h5', layers)]),
    );
    const firsts = [...new Set(names.map((name) => name.split('/').slice(0, 2).join('/')))];
    expect(firsts.slice(0, 3)).toEqual(['memory/cell', 'encoder/stem', 'encoder/norm']);
    expect(firsts.indexOf('head/kernel')).toBeGreaterThan(2);
  });

  test('in an archive is read in part', async () => {
    const source = countingSource(buildZip([{ name: 'model.weights.h5', bytes: layers }]));
    const { tensors } = await keras.readTensors(source);
    source.reset();
    await bytesOf(tensors[0]!);
    expect(source.bytesRead).toBe(32);
  });

  test('without weights, or with a configuration that is no JSON, is refused', async () => {
    expect(await outcomeOf(keras, buildZip([{ name: 'config.json', bytes: text('{}') }]))).toBe('NO_WEIGHTS');
    const broken = [
      { name: 'config.json', bytes: text('{') },
      { name: 'model.weights.h5', bytes: layers },
    ];
    expect(await outcomeOf(keras, buildZip(broken))).toBe('NOT_JSON');
  });
});

describe('names of variables', () => {
  test('go by the class of their layer, whichever it is of its kind', () => {
    expect(variableNames('dense_12', 2)).toEqual(['kernel', 'bias']);
    expect(variableNames('embedding', 1)).toEqual(['embeddings']);
    expect(variableNames('my_layer', 2)).toEqual([]);
  });

  test('are left out where a layer may lack one in the middle', () => {
    expect(variableNames('batch_normalization', 4)).toHaveLength(4);
    expect(variableNames('batch_normalization_1', 3)).toEqual([]);
  });
});

test('the order of layers passes over whatever a configuration should not hold', () => {
  expect([
    ...layerOrder({ config: { layers: [1, null, { config: 'x' }, { config: { name: 'a' } }] } }),
  ]).toEqual([['a', 0]]);
  expect(layerOrder('no').size).toBe(0);
});
