import { expect, test } from '@jest/globals';
import { onnx } from '../../../../src/formats/onnx/onnx.ts';
import { countingSource } from '../../../support/counting-source.ts';
import {
  buildOnnx,
  bytesField,
  constantNode,
  float32,
  nodeProto,
  numberField,
} from '../../../support/onnx-builder.ts';

const ELEMENTS = 500_000;
const BYTES = 4 * ELEMENTS;
const raw = new Uint8Array(BYTES);

test('opening a model reads its structure in a few small reads and skips the weights', async () => {
  const source = countingSource(
    buildOnnx({
      nodes: [constantNode('c', { dims: [ELEMENTS], raw }), nodeProto('Relu', { inputs: ['c'] })],
      initializers: [
        { name: 'a', dims: [ELEMENTS], raw },
        { name: 'b', dims: [ELEMENTS], fields: [bytesField(4, raw)] },
      ],
    }),
  );
  await onnx.readTensors(source);
  // The beginning, and what follows each of the three weights.
  expect(source.reads).toHaveLength(4);
  expect(source.bytesRead).toBeLessThanOrEqual(4 * 4096);
  expect(source.sizeBytes).toBeGreaterThan(3 * BYTES);
});

test('structure that goes on is read in steps that grow', async () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) =>
    nodeProto('Relu', { inputs: [`${i}`], outputs: [`${i + 1}`] }),
  );
  const source = countingSource(buildOnnx({ nodes }));
  await onnx.readTensors(source);
  expect(source.sizeBytes).toBeGreaterThan(400_000);
  expect(source.reads.length).toBeLessThan(12);
  // What a read ends in the middle of is read once more: a field's first bytes, or a name.
  expect(source.bytesRead).toBeLessThan(source.sizeBytes + 1000);
});

test('reading a tensor reads its own bytes, once', async () => {
  const half = bytesField(5, new Uint8Array(ELEMENTS));
  const source = countingSource(
    buildOnnx({
      nodes: [nodeProto('LSTM', { inputs: ['x', 'stack'] })],
      initializers: [
        { name: 'raw', dims: [ELEMENTS], raw },
        { name: 'packed', dims: [ELEMENTS], fields: [bytesField(4, raw)] },
        { name: 'stack', dims: [2, ELEMENTS / 2, 1], raw },
        { name: 'decoded', dims: [ELEMENTS], dataType: 10, fields: [half] },
      ],
    }),
  );
  const costs: number[][] = [];
  for (const tensor of (await onnx.readTensors(source)).tensors) {
    source.reset();
    await tensor.readInto(new Uint8Array(tensor.sizeBytes));
    costs.push([source.reads.length, source.bytesRead]);
  }
  expect(costs.slice(0, 4)).toEqual([
    [1, BYTES],
    [1, BYTES],
    [1, BYTES / 2],
    [1, BYTES / 2],
  ]);
  const [reads, bytes] = costs[4]!;
  expect(reads).toBeLessThan(12);
  expect(bytes).toBeLessThan(half.length + 1000);
});

test('a tensor without elements reads nothing', async () => {
  const source = countingSource(
    buildOnnx({ initializers: [{ name: 'e', dims: [0, 3], raw: float32() }], fields: [numberField(99, 1)] }),
  );
  const [tensor] = (await onnx.readTensors(source)).tensors;
  source.reset();
  await tensor!.readInto(new Uint8Array(0));
  expect(source.reads).toEqual([]);
});
