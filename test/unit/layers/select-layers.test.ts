import { describe, expect, test } from '@jest/globals';
import type { Tensor } from '../../../src/formats/tensor.ts';
import { compilePatterns } from '../../../src/layers/name-pattern.ts';
import { compareNaturally } from '../../../src/layers/natural-order.ts';
import { type LayerFilter, selectLayers } from '../../../src/layers/select-layers.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';

function tensor(name: string, shape: readonly number[], parts: Partial<Tensor> = {}): Tensor {
  return {
    name,
    dtype: 'F32',
    shape,
    kernelLayout: 'oihw',
    storageKey: name,
    sizeBytes: 0,
    readInto: async () => {},
    ...parts,
  };
}

function select(
  tensors: readonly Tensor[],
  filter: Partial<LayerFilter> = {},
  order: 'stored' | 'none' = 'stored',
) {
  return selectLayers({ order, tensors }, { ...completeSettings(), ...filter });
}

describe('the layers of a model', () => {
  test('are its tensors of 2 to 5 dimensions, whatever their names', () => {
    const { layers } = select([
      tensor('fc.weight', [32, 16]),
      tensor('lstm.weight_ih_l0', [64, 16]),
      tensor('conv1.weight', [16, 8, 3]),
      tensor('conv2.weight', [16, 8, 3, 3]),
      tensor('conv3.weight', [16, 8, 3, 3, 3]),
    ]);
    expect(
      layers.map(({ layerId, name, layerType, N, M, receptiveField, eigenvalueCount }) => ({
        layerId,
        name,
        layerType,
        N,
        M,
        receptiveField,
        eigenvalueCount,
      })),
    ).toEqual([
      { layerId: 0, name: 'fc', layerType: 'dense', N: 32, M: 16, receptiveField: 1, eigenvalueCount: 16 },
      {
        layerId: 1,
        name: 'lstm.weight_ih_l0',
        layerType: 'dense',
        N: 64,
        M: 16,
        receptiveField: 1,
        eigenvalueCount: 16,
      },
      { layerId: 2, name: 'conv1', layerType: 'conv1d', N: 16, M: 8, receptiveField: 3, eigenvalueCount: 24 },
      { layerId: 3, name: 'conv2', layerType: 'conv2d', N: 16, M: 8, receptiveField: 9, eigenvalueCount: 72 },
      {
        layerId: 4,
        name: 'conv3',
        layerType: 'conv3d',
        N: 16,
        M: 8,
        receptiveField: 27,
        eigenvalueCount: 216,
      },
    ]);
  });

  test.each<[string, Tensor, RegExp]>([
    ['a bias', tensor('b', [16]), /^1-d: a bias/],
    ['a scalar', tensor('s', []), /^0-d/],
    ['integers', tensor('i', [32, 16], { dtype: 'I64' }), /^I64 values are not weights/],
    ['six dimensions', tensor('t', [2, 2, 2, 2, 2, 2]), /^6 dimensions/],
    ['nothing', tensor('e', [0, 16]), /^it is empty/],
    ['a depthwise kernel', tensor('d', [16, 1, 3, 3]), /^M = 1/],
    ['too few eigenvalues', tensor('f', [100, 7]), /^7 eigenvalues, fewer than min_evals = 8/],
    [
      'too many eigenvalues',
      tensor('m', [20_000, 16_000]),
      /^16000 eigenvalues, more than max_evals = 15000/,
    ],
    ['a side too long', tensor('n', [50_001, 16]), /^N = 50001 is larger than max_N = 50000/],
  ])('leave out %s and say why', (_, odd, reason) => {
    const { layers, skipped } = select([odd, tensor('fc.weight', [32, 16])]);
    expect(layers.map(({ name }) => name)).toEqual(['fc']);
    expect(skipped).toEqual([{ name: odd.name, reason: expect.stringMatching(reason) }]);
  });

  test('keep their limits when those are reached exactly, and lose them at 0', () => {
    expect(select([tensor('a', [50_000, 8])]).layers).toHaveLength(1);
    expect(select([tensor('a', [60_000, 7])], { minEvals: 0, maxN: 0 }).layers).toHaveLength(1);
  });

  test('count the same storage once', () => {
    const shared = { storageKey: 'same' };
    const { layers, skipped } = select([
      tensor('wte.weight', [64, 16], shared),
      tensor('lm_head.weight', [64, 16], shared),
    ]);
    expect(layers.map(({ name }) => name)).toEqual(['wte']);
    expect(skipped).toEqual([{ name: 'lm_head.weight', reason: 'the same weights as wte.weight' }]);
  });

  test('come in natural order where the format has none, and as stored where it has one', () => {
    const tensors = ['layers.10', 'layers.2', 'layers.1'].map((name) => tensor(name, [16, 16]));
    expect(select(tensors, {}, 'none').layers.map(({ name }) => name)).toEqual([
      'layers.1',
      'layers.2',
      'layers.10',
    ]);
    expect(select(tensors, {}, 'stored').layers.map(({ name }) => name)).toEqual([
      'layers.10',
      'layers.2',
      'layers.1',
    ]);
  });

  test('can be chosen and left out by name, leaving out being stronger', () => {
    const tensors = ['encoder.0.fc.weight', 'encoder.1.fc.weight', 'head.weight'].map((name) =>
      tensor(name, [16, 16]),
    );
    const { layers, skipped } = select(tensors, { include: ['encoder.*'], exclude: ['*.1.*'] });
    expect(layers.map(({ name }) => name)).toEqual(['encoder.0.fc']);
    expect(skipped).toEqual([
      { name: 'encoder.1.fc.weight', reason: 'excluded by *.1.*' },
      { name: 'head.weight', reason: 'not among the included layers' },
    ]);
  });
});

describe('the setting layers', () => {
  const tensors = [
    tensor('a.weight', [16, 16]),
    tensor('-b.weight', [16, 16]),
    tensor('c.weight', [16, 16, 3, 3]),
    tensor('d-e.weight', [16, 16]),
  ];
  const chosen = (...layers: LayerFilter['layers']) =>
    select(tensors, { layers }).layers.map(({ name }) => name);

  test.each<[LayerFilter['layers'], readonly string[]]>([
    [[], ['a', '-b', 'c', 'd-e']],
    [
      [0, 3],
      ['a', 'd-e'],
    ],
    [['conv2d'], ['c']],
    [
      ['c', 0],
      ['a', 'c'],
    ],
    [['a.weight'], ['a']],
    [['d-e'], ['d-e']],
    [['-b'], ['-b']],
    [
      ['-a', -2],
      ['-b', 'd-e'],
    ],
    [['-dense'], ['c']],
    [[-0], ['-b', 'c', 'd-e']],
  ])('%j keeps %j', (layers, names) => {
    expect(chosen(...layers)).toEqual(names);
  });

  test('gives each tensor that it leaves out a reason', () => {
    expect(select(tensors, { layers: ['-a'] }).skipped).toEqual([
      { name: 'a.weight', reason: 'left out by layers' },
    ]);
    expect(select(tensors, { layers: ['a'] }).skipped).toContainEqual({
      name: 'c.weight',
      reason: 'not among the layers asked for',
    });
  });

  test('cannot keep and leave out at once', () => {
    expect(() => chosen(1, -2)).toThrow(
      'layers: 1 keeps a layer and -2 leaves one out. It must be either layers to keep or, each with a minus, layers to leave out.',
    );
  });

  test('counts ids from start_ids', () => {
    const { layers } = select(tensors, { layers: [5], startIds: 5 });
    expect(layers.map(({ layerId, name }) => [layerId, name])).toEqual([[5, 'a']]);
  });
});

describe('the matrices of a kernel', () => {
  test('are rows of their own without pool, each with its own number of eigenvalues', () => {
    const kernel = tensor('conv.weight', [16, 8, 1, 3]);
    const { layers } = select([kernel, tensor('fc.weight', [16, 8])], { pool: false });
    expect(
      layers.map(({ layerId, sliceId, matrices, receptiveField, eigenvalueCount }) => [
        layerId,
        sliceId,
        matrices.map(({ offset }) => offset),
        receptiveField,
        eigenvalueCount,
      ]),
    ).toEqual([
      [0, 0, [0], 3, 8],
      [0, 1, [1], 3, 8],
      [0, 2, [2], 3, 8],
      [1, 0, [0], 1, 8],
    ]);
    expect(select([kernel], { pool: false, minEvals: 9 }).skipped).toEqual([
      { name: 'conv.weight', reason: '8 eigenvalues, fewer than min_evals = 9' },
    ]);
  });

  test.each([
    ['first', [8, 16, 2, 3], { N: 16, M: 8, receptiveField: 6 }],
    ['last', [2, 3, 8, 16], { N: 16, M: 8, receptiveField: 6 }],
  ] as const)('have their channels where the setting says: %s', (channels, shape, expected) => {
    for (const kernelLayout of ['oihw', 'hwio'] as const)
      expect(select([tensor('conv', shape, { kernelLayout })], { channels }).layers).toMatchObject([
        expected,
      ]);
  });

  test.each<[Partial<LayerFilter>, number]>([
    [{}, Math.SQRT1_2],
    [{ conv2dNorm: false }, 1],
    [{ pool: false }, Math.sqrt(9 / 2)],
    [{ pool: false, conv2dNorm: false }, 1],
    [{ conv2dNorm: false, glorotFix: true }, Math.sqrt(((16 + 8) * 9) / 2)],
    [{ conv2dNorm: false, fft: true }, Math.sqrt(16 * 8)],
  ])('are scaled as %j says', (filter, scale) => {
    for (const layer of select([tensor('conv', [16, 8, 3, 3])], filter).layers)
      expect(layer.rule.scale).toBeCloseTo(scale, 12);
  });

  test.each<['oihw' | 'hwio' | 'ohwi', readonly number[]]>([
    ['oihw', [3, 2, 2, 2]],
    ['hwio', [2, 2, 2, 3]],
    ['ohwi', [3, 2, 2, 2]],
  ])('are output by input channels, one for each position, in layout %s', (kernelLayout, shape) => {
    const [layer] = select([tensor('conv', shape, { kernelLayout })], { minEvals: 0 }).layers;
    const [rows, cols] = kernelLayout === 'hwio' ? [2, 3] : [3, 2];
    expect(layer!.matrices).toHaveLength(4);
    const seen = layer!.matrices.flatMap((matrix) => {
      expect([matrix.rows, matrix.cols]).toEqual([rows, cols]);
      return Array.from(
        { length: rows! * cols! },
        (_, k) => matrix.offset + Math.floor(k / cols!) * matrix.rowStride + (k % cols!) * matrix.colStride,
      );
    });
    // Together they are every element of the tensor, once.
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, k) => k));
  });
});

test('a kernel of TensorFlow Lite has its positions between its channels', () => {
  const [layer] = select([tensor('conv', [5, 2, 1, 3], { kernelLayout: 'ohwi' })], { minEvals: 0 }).layers;
  expect(layer!.matrices).toEqual([
    { offset: 0, rows: 5, cols: 3, rowStride: 6, colStride: 1 },
    { offset: 3, rows: 5, cols: 3, rowStride: 6, colStride: 1 },
  ]);
});

describe('natural order', () => {
  test('compares numbers by value and everything else by code unit', () => {
    const names = ['b', 'a10', 'a2', 'a02', 'a', 'a2.b', `a${'9'.repeat(30)}`];
    expect(names.toSorted(compareNaturally)).toEqual([
      'a',
      'a02',
      'a2',
      'a2.b',
      'a10',
      `a${'9'.repeat(30)}`,
      'b',
    ]);
  });
});

describe('name patterns', () => {
  test.each([
    ['*.fc', 'encoder.0.fc', true],
    ['*', 'dense/kernel:0', true],
    ['dense*', 'dense/kernel', true],
    ['fc.weight', 'fc', true],
    ['fc', 'fc.weight', true],
    ['fc', 'fc1', false],
    ['layers.{1,2}.*', 'layers.2.attn', true],
    ['!fc', 'other', false],
    ['.hidden*', '.hidden.x', true],
  ])('%s matches %s: %s', (pattern, name, matches) => {
    expect(compilePatterns([pattern])(name)).toBe(matches ? 0 : -1);
  });
});
