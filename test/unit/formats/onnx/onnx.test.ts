import { describe, expect, test } from '@jest/globals';
import { onnx } from '../../../../src/formats/onnx/onnx.ts';
import { memorySource } from '../../../support/memory-source.ts';
import {
  buildOnnx,
  bytesField,
  constantNode,
  float32,
  type GraphParts,
  graphProto,
  join,
  message,
  nodeProto,
  numberField,
  permutation,
  tensorProto,
} from '../../../support/onnx-builder.ts';
import { floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';

const namesIn = async (graph: GraphParts, ...fields: readonly Uint8Array[]) =>
  (await readTensorsOf(onnx, buildOnnx(graph, ...fields))).map(({ name }) => name);

const scalar = (name: string) => ({ name, raw: float32(1) });
const constant = (output: string) => constantNode(output, { raw: float32(1) });
const graphAttribute = (...nodes: readonly Uint8Array[]) => bytesField(6, graphProto({ nodes }));

describe('a model', () => {
  test('lists initializers and values of Constant nodes in the order of the file', async () => {
    const file = buildOnnx({
      nodes: [
        constantNode('b', { dims: [1, 2], raw: float32(3, 4) }),
        nodeProto('Relu', { inputs: ['b'], outputs: ['c'] }),
      ],
      initializers: [{ name: 'a', dims: [2, 1], raw: float32(1, 2) }],
    });
    const { order, tensors } = await onnx.readTensors(memorySource(file));
    expect(order).toBe('stored');
    expect(tensors).toMatchObject([
      { name: 'b', dtype: 'F32', shape: [1, 2], kernelLayout: 'oihw', sizeBytes: 8 },
      { name: 'a', dtype: 'F32', shape: [2, 1], kernelLayout: 'oihw', sizeBytes: 8 },
    ]);
    expect([await floatsOf(tensors[0]!), await floatsOf(tensors[1]!)]).toEqual([
      [3, 4],
      [1, 2],
    ]);
    expect(tensors[0]!.storageKey).not.toBe(tensors[1]!.storageKey);
  });

  test('may have dimensions that are packed, as proto3 writes them', async () => {
    const tensor = tensorProto({
      name: 'w',
      raw: float32(1, 2, 3, 4, 5, 6),
      fields: [bytesField(1, Uint8Array.of(2, 3))],
    });
    expect((await readTensorsOf(onnx, buildOnnx({ initializers: [tensor] })))[0]!.shape).toEqual([2, 3]);
  });

  test('names tensors of graphs inside nodes by the way that leads to them', async () => {
    const inner = nodeProto('If', {
      name: 'inner',
      attributes: { then_branch: graphAttribute(constant('x')) },
    });
    const nodes = [
      nodeProto('If', {
        name: 'outer',
        attributes: {
          then_branch: graphAttribute(constant('x'), inner),
          else_branch: graphAttribute(constant('x')),
        },
      }),
      nodeProto('Loop', { attributes: { body: graphAttribute(constant('x')) } }),
      nodeProto('Any', {
        domain: 'com.example',
        name: 'any',
        attributes: {
          bodies: message(
            ...['y', 'z'].map((name) => bytesField(11, graphProto({ nodes: [constant(name)] }))),
          ),
        },
      }),
    ];
    expect(await namesIn({ nodes })).toEqual([
      'outer/then_branch/x',
      'outer/then_branch/inner/then_branch/x',
      'outer/else_branch/x',
      'Loop/body/x',
      'any/bodies.0/y',
      'any/bodies.1/z',
    ]);
  });

  test('lists the Constant nodes of functions', async () => {
    const body = message(bytesField(1, 'norm'), bytesField(7, constant('eps')));
    expect(await namesIn({ initializers: [scalar('w')] }, bytesField(25, body))).toEqual(['w', 'norm/eps']);
  });

  test('gives tensors of graphs that do not see each other names of their own', async () => {
    const branch = () => nodeProto('If', { attributes: { then_branch: graphAttribute(constant('x')) } });
    const initializers = [scalar('If/then_branch/x#2')];
    expect(await namesIn({ nodes: [branch(), branch(), branch()], initializers })).toEqual([
      'If/then_branch/x',
      'If/then_branch/x#2',
      'If/then_branch/x#3',
      'If/then_branch/x#2#2',
    ]);
  });

  test('lists what cannot be analysed under a name of its own, and refuses to read it', async () => {
    const sparse = message(
      bytesField(1, tensorProto({ name: 's', dims: [1], raw: float32(1) })),
      bytesField(2, tensorProto({ dims: [1], dataType: 7, raw: new Uint8Array(8) })),
      numberField(3, 4),
      numberField(3, 5),
    );
    const tensors = await readTensorsOf(
      onnx,
      buildOnnx({
        nodes: [
          nodeProto('Constant', { outputs: ['v'], attributes: { sparse_value: bytesField(22, sparse) } }),
        ],
        initializers: [
          { name: 'text', dims: [2], dataType: 8, fields: [bytesField(6, 'a'), bytesField(6, 'b')] },
          { name: 'packed', dims: [3], dataType: 22, raw: Uint8Array.of(1, 2) },
          { name: 'later', dims: [3], dataType: 99, raw: Uint8Array.of(1, 2) },
        ],
        fields: [bytesField(15, sparse)],
      }),
    );
    expect(tensors.map(({ name, dtype, shape }) => [name, dtype, shape])).toEqual([
      ['v', 'sparse', [4, 5]],
      ['text', 'string', [2]],
      ['packed', 'int4', [3]],
      ['later', 'ONNX type 99', [3]],
      ['s', 'sparse', [4, 5]],
    ]);
    for (const tensor of tensors) {
      await expect(tensor.readInto(new Uint8Array(0))).rejects.toMatchObject({ code: 'BAD_TENSOR' });
    }
  });

  test('ignores tensors that are no weights: of operators other than Constant, and of other domains', async () => {
    const value = bytesField(5, tensorProto({ raw: float32(1) }));
    const nodes = [
      nodeProto('ConstantOfShape', { outputs: ['a'], attributes: { value } }),
      nodeProto('Constant', { outputs: ['b'], attributes: { other: value } }),
      nodeProto('Constant', { domain: 'com.example', outputs: ['c'], attributes: { value } }),
      nodeProto('Constant', { domain: 'ai.onnx', outputs: ['d'], attributes: { value } }),
    ];
    expect(await namesIn({ nodes })).toEqual(['d']);
  });
});

describe('a tensor that a node takes', () => {
  const raw = float32(...Array.from({ length: 12 }, (_, i) => i));

  test.each(['LSTM', 'GRU', 'RNN'])(
    'as the weights of a %s is one matrix for each direction',
    async (opType) => {
      const tensors = await readTensorsOf(
        onnx,
        buildOnnx({
          nodes: [nodeProto(opType, { inputs: ['x', 'W', 'R', 'B'] })],
          initializers: [
            { name: 'W', dims: [2, 3, 2], raw },
            { name: 'R', dims: [1, 3, 4], raw },
            { name: 'B', dims: [1, 12, 1], raw },
          ],
        }),
      );
      expect(tensors.map(({ name, shape }) => [name, shape])).toEqual([
        ['W.0', [3, 2]],
        ['W.1', [3, 2]],
        ['R', [3, 4]],
        ['B', [1, 12, 1]],
      ]);
      expect(await floatsOf(tensors[0]!)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await floatsOf(tensors[1]!)).toEqual([6, 7, 8, 9, 10, 11]);
      expect(new Set(tensors.map(({ storageKey }) => storageKey)).size).toBe(4);
    },
  );

  test('as a factor of a matrix product is a stack of matrices, also where its elements have to be decoded', async () => {
    const fields = [bytesField(4, raw.subarray(0, 20)), bytesField(4, raw.subarray(20))];
    const tensors = await readTensorsOf(
      onnx,
      buildOnnx({
        nodes: [nodeProto('MatMul', { inputs: ['x', 'w'] })],
        initializers: [{ name: 'w', dims: [3, 1, 2, 2], fields }],
      }),
    );
    expect(await Promise.all(tensors.map(floatsOf))).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9, 10, 11],
    ]);
  });

  test('from a graph around its own is found; one of the same name in another graph is not meant', async () => {
    const product = nodeProto('MatMul', { inputs: ['x', 'w'] });
    const shape = { dims: [2, 3, 2], raw };
    const branch = (...nodes: readonly Uint8Array[]) =>
      nodeProto('If', { name: 'if', attributes: { then_branch: graphAttribute(...nodes) } });
    const inside = { nodes: [branch(product)], initializers: [{ name: 'w', ...shape }] };
    expect(await namesIn(inside)).toEqual(['w.0', 'w.1']);
    const hidden = {
      nodes: [branch(constantNode('w', shape), product)],
      initializers: [{ name: 'w', ...shape }],
    };
    expect(await namesIn(hidden)).toEqual(['if/then_branch/w.0', 'if/then_branch/w.1', 'w']);
  });

  test.each<[string, readonly number[], string]>([
    ['its last axes first has its channels last', [3, 2, 0, 1], 'hwio'],
    ['its last axes first in their order has its channels last', [2, 3, 0, 1], 'hwio'],
    ['output and input channels swapped has its channels first', [1, 0, 2, 3], 'oihw'],
    ['no axis elsewhere has its channels first', [0, 1, 2, 3], 'oihw'],
  ])('as a kernel after a Transpose with %s', async (_, axes, kernelLayout) => {
    const file = buildOnnx({
      nodes: [
        nodeProto('Transpose', { inputs: ['k'], outputs: ['t'], attributes: { perm: permutation(...axes) } }),
        nodeProto('Conv', { inputs: ['x', 't', 'b'] }),
      ],
      initializers: [{ name: 'k', dims: [1, 1, 3, 4], raw }],
    });
    expect(await readTensorsOf(onnx, file)).toMatchObject([{ name: 'k', kernelLayout }]);
  });
});

describe('a model that lies', () => {
  const initializer = (tensor: Parameters<typeof tensorProto>[0]) => buildOnnx({ initializers: [tensor] });
  const sound = { name: 'w', dims: [1], raw: float32(1) };
  const nested = (levels: number): Uint8Array =>
    graphProto({
      nodes: levels === 0 ? [] : [nodeProto('If', { attributes: { b: bytesField(6, nested(levels - 1)) } })],
    });
  const withGraph = (graph: Uint8Array) => message(numberField(1, 9), bytesField(7, graph));

  test.each<[string, Uint8Array, string]>([
    ['is empty', new Uint8Array(0), 'NO_GRAPH'],
    ['has no graph', numberField(1, 9), 'NO_GRAPH'],
    ['has two graphs', buildOnnx({}, bytesField(7, graphProto({}))), 'TWO_GRAPHS'],
    ['has a graph that is a number', numberField(7, 1), 'BAD_WIRE'],
    ['has a tensor without a name', initializer({ raw: float32(1) }), 'BAD_TENSOR'],
    ['has a tensor with two names', initializer({ ...sound, fields: [bytesField(8, 'v')] }), 'BAD_TENSOR'],
    ['has two tensors of one name', buildOnnx({ initializers: [sound, sound] }), 'DUPLICATE_NAME'],
    ['has a tensor without a type', initializer({ ...sound, dataType: 0 }), 'BAD_TENSOR'],
    ['has a tensor with two types', initializer({ ...sound, fields: [numberField(2, 1)] }), 'BAD_TENSOR'],
    ['has a tensor of a negative type', initializer({ ...sound, dataType: -1 }), 'BAD_TENSOR'],
    ['has a negative dimension', initializer({ ...sound, dims: [-1] }), 'BAD_TENSOR'],
    ['has a dimension that no number holds', initializer({ ...sound, dims: [2n ** 62n] }), 'BAD_TENSOR'],
    ['has a shape whose size overflows', initializer({ ...sound, dims: [2 ** 32, 2 ** 32] }), 'BAD_TENSOR'],
    ['has too many dimensions', initializer({ ...sound, dims: Array(65).fill(1) }), 'BAD_TENSOR'],
    ['has more bytes than its shape', initializer({ ...sound, raw: float32(1, 2) }), 'BAD_TENSOR'],
    ['has fewer bytes than its shape', initializer({ ...sound, raw: new Uint8Array(3) }), 'BAD_TENSOR'],
    ['has no bytes', initializer({ name: 'w', dims: [1] }), 'BAD_TENSOR'],
    ['has its bytes twice', initializer({ ...sound, fields: [bytesField(9, float32(1))] }), 'BAD_TENSOR'],
    ['has its elements twice', initializer({ ...sound, fields: [bytesField(4, float32(1))] }), 'BAD_TENSOR'],
    [
      'has elements in the field of another type',
      initializer({ name: 'w', dims: [1], fields: [bytesField(5, Uint8Array.of(1, 1, 1, 1))] }),
      'BAD_TENSOR',
    ],
    [
      'has a name that is not UTF-8',
      initializer({ raw: float32(1), fields: [bytesField(8, Uint8Array.of(0xff))] }),
      'BAD_TEXT',
    ],
    ['has a name without end', initializer({ ...sound, name: 'x'.repeat(5000) }), 'BAD_TEXT'],
    ['nests graphs without end', withGraph(nested(40)), 'TOO_DEEP'],
  ])('is refused when it %s', async (_, bytes, code) => {
    expect(await outcomeOf(onnx, bytes)).toBe(code);
  });

  test('is refused with the place of what is wrong', async () => {
    await expect(readTensorsOf(onnx, initializer({ ...sound, dims: [7] }))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^model\.onnx: as ONNX, tensor "w" has 4 bytes, and its shape needs 28\./,
      ),
      details: { tensor: 'w', offsetBytes: expect.any(Number) },
    });
  });

  test('may nest graphs as deep as real ones', async () => {
    expect(await outcomeOf(onnx, withGraph(nested(32)))).toBe('read');
  });

  test('is refused when its matrices could only be read by decoding all of them again and again', async () => {
    const elements = new Uint8Array(40_000);
    const file = buildOnnx({
      nodes: [nodeProto('MatMul', { inputs: ['w'] })],
      initializers: [{ name: 'w', dims: [40_000, 1, 1], dataType: 10, fields: [bytesField(5, elements)] }],
    });
    expect(await outcomeOf(onnx, file)).toBe('TOO_COSTLY');
  });

  test('is refused before its tensors take more memory than they may', async () => {
    const graphs = join(Array(100_000).fill(bytesField(11, '')));
    const nodes = [nodeProto('Any', { attributes: { graphs } })];
    expect(await outcomeOf(onnx, buildOnnx({ nodes }))).toBe('TOO_MANY_TENSORS');
    const stacked = { name: 'w', dims: [250_000, 1, 1], dataType: 3, external: { location: 'data' } };
    const file = buildOnnx({ nodes: [nodeProto('MatMul', { inputs: ['w'] })], initializers: [stacked] });
    expect(await outcomeOf(onnx, file, { data: new Uint8Array(400_000) })).toBe('TOO_MANY_TENSORS');
  });
});
