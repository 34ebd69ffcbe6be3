import { describe, expect, test } from '@jest/globals';
import type { Tensor } from '../../../src/formats/tensor.ts';
import type { LayerFilter } from '../../../src/layers/select-layers.ts';
import { inLiteralOrder, selectLiterally } from '../../../src/layers/weightwatcher/select-literally.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';

function tensor(name: string, shape: readonly number[], parts: Partial<Tensor> = {}): Tensor {
  const base = { name, dtype: 'F32', shape, kernelLayout: 'oihw' as const, storageKey: name, sizeBytes: 0 };
  return { ...base, readInto: async () => {}, ...parts };
}

function select(
  format: string,
  tensors: readonly Tensor[],
  { name = 'model', ...filter }: Partial<LayerFilter> & { readonly name?: string } = {},
) {
  return selectLiterally({ name, format, tensors }, { ...completeSettings(), ...filter });
}

const ids = (...args: Parameters<typeof select>) =>
  select(...args).layers.map(({ layerId, name }) => [layerId, name]);

describe('layers as WeightWatcher has them', () => {
  const tensors = [
    tensor('a.weight', [16, 16]),
    tensor('a.bias', [16]),
    tensor('norm.weight', [16]),
    tensor('lstm.weight_ih_l0', [64, 16]),
    tensor('head.weight', [1, 768]),
    tensor('b.weight', [16, 16]),
  ];

  test.each([
    [
      'safetensors',
      'model.safetensors',
      [
        [0, 'a'],
        [3, 'b'],
      ],
    ],
    [
      'pytorch',
      'pytorch_model.bin',
      [
        [0, 'a'],
        [3, 'b'],
      ],
    ],
    [
      'pytorch',
      'model.pt',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    [
      'onnx',
      'model.onnx',
      [
        [0, 'a.weight'],
        [3, 'lstm.weight_ih_l0'],
        [5, 'b.weight'],
      ],
    ],
    [
      'npz',
      'model.npz',
      [
        [1, 'a.weight'],
        [2, 'lstm.weight_ih_l0'],
        [3, 'b.weight'],
      ],
    ],
  ])('of %s files such as %s have the ids and names %j', (format, name, expected) => {
    expect(ids(format, tensors, { name })).toEqual(expected);
  });

  test('begin with the id that start_ids says', () => {
    expect(ids('safetensors', tensors, { startIds: 5 })).toEqual([
      [5, 'a'],
      [8, 'b'],
    ]);
  });

  test('come by the characters of their names, 10 before 2', () => {
    const names = ['layers.2', 'layers.10', 'layers.1'].map((name) => tensor(name, [16, 16]));
    const ordered = inLiteralOrder({ order: 'none', tensors: names }).tensors;
    expect(ordered.map(({ name }) => name)).toEqual(['layers.1', 'layers.10', 'layers.2']);
    expect(inLiteralOrder({ order: 'stored', tensors: names }).tensors).toBe(names);
  });

  test('are there twice for the same weights, and for vectors that have enough of them', () => {
    const shared = { storageKey: 'same' };
    const { layers } = select('pytorch', [
      tensor('wte.weight', [64, 16], shared),
      tensor('head.weight', [64, 16], shared),
      tensor('depthwise.weight', [32, 1, 3, 3]),
    ]);
    expect(layers.map(({ name, M }) => [name, M])).toEqual([
      ['wte', 16],
      ['head', 16],
      ['depthwise', 1],
    ]);
  });

  test.each<[readonly number[], number, number]>([
    [[16, 8, 3, 3], 16, 8],
    [[8, 16, 3, 3], 16, 8],
    [[8, 16, 2, 2], 8, 16],
    [[16, 8, 2, 2], 16, 8],
    [[2, 3, 5, 5], 2, 3],
  ])('of a kernel %j have N = %d and M = %d, whichever is larger', (shape, N, M) => {
    const { layers } = select('pytorch', [tensor('conv.weight', shape)], { minEvals: 0 });
    expect(layers[0]).toMatchObject({ N, M });
  });

  test('hold the limits against the wrong M', () => {
    const { layers, skipped } = select('pytorch', [tensor('conv.weight', [512, 8192, 2, 2])]);
    expect(layers).toEqual([]);
    expect(skipped[0]!.reason).toBe('32768 eigenvalues, more than max_evals = 15000');
  });

  test('have float64 rounded to float32 where a state dict is read', async () => {
    const read = async (format: string) => {
      const bytes = new Uint8Array(Float64Array.from([0.1, 0.2, 0.3, 0.4]).buffer);
      const stored = tensor('a.weight', [2, 2], {
        dtype: 'F64',
        sizeBytes: 32,
        readInto: async (target) => target.set(bytes),
      });
      const { layers } = select(format, [stored], { minEvals: 0 });
      const target = new Uint8Array(32);
      await layers[0]!.tensor.readInto(target);
      return [...new Float64Array(target.buffer)];
    };
    expect(await read('pytorch')).toEqual([0.1, 0.2, 0.3, 0.4].map(Math.fround));
    expect(await read('npz')).toEqual([0.1, 0.2, 0.3, 0.4]);
  });
});
