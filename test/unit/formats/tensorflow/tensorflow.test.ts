import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AlphagateError, FormatError } from '../../../../src/errors.ts';
import { groupModels } from '../../../../src/formats/models.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import { tensorflow } from '../../../../src/formats/tensorflow/tensorflow.ts';
import {
  buildCheckpoint,
  buildTable,
  type Checkpoint,
  type CheckpointOptions,
  type CheckpointTensor,
  field,
  objectGraph,
  textTensor,
} from '../../../support/checkpoint-builder.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memoryFolder, memorySource } from '../../../support/memory-source.ts';
import { varint } from '../../../support/onnx-builder.ts';
import { bytesOf, floatsOf, readTensorsOf } from '../../../support/reading.ts';
import { float32Bytes } from '../../../support/safetensors-builder.ts';
import { concat, text } from '../../../support/zip-builder.ts';

const SIX = float32Bytes([1, 2, 3, 4, 5, 6]);
const SUFFIX = '/.ATTRIBUTES/VARIABLE_VALUE';
const kernel: CheckpointTensor = { shape: [2, 3], bytes: SIX };

const read = ({ index, data }: Checkpoint) =>
  readTensorsOf(tensorflow, index, { 'ckpt-1.data-00000-of-00001': data }, 'folder/ckpt-1.index');
const readTensors = (tensors: Record<string, CheckpointTensor>, options?: CheckpointOptions) =>
  read(buildCheckpoint(tensors, options));

describe('a checkpoint of TensorFlow', () => {
  test('is recognised by the beginning of its index, and a SavedModel by that of its graph', () => {
    const { index } = buildCheckpoint({ w: kernel });
    expect(tensorflow.recognises(index, index.length)).toBe(true);
    expect(tensorflow.recognises(Uint8Array.of(8, 1, 0x12, 0x85, 1, 0x0a, 2), 7)).toBe(true);
    expect(tensorflow.recognises(Uint8Array.of(8, 7, 0x12, 4), 4)).toBe(false);
    expect(tensorflow.recognises(new Uint8Array(100), 100)).toBe(false);
  });

  test('of version 1 names its tensors by their keys, and knows the slots of optimizers', async () => {
    const tensors = await readTensors({ 'a/w': kernel, 'a/w/Adam': kernel, 'b/Adam': kernel });
    expect(tensors.map(({ name, unfit }) => [name, unfit])).toEqual([
      ['a/w', undefined],
      ['a/w/Adam', 'the state of an optimizer or a metric is not weights'],
      ['b/Adam', undefined],
    ]);
    expect(tensors[0]).toMatchObject({ dtype: 'F32', shape: [2, 3], kernelLayout: 'hwio', sizeBytes: 24 });
    expect(await floatsOf(tensors[0]!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('of version 2 names them as its graph of objects does, unless two share a name', async () => {
    const tensors = await readTensors({
      [`a/kernel${SUFFIX}`]: kernel,
      [`b/kernel${SUFFIX}`]: kernel,
      [`c/kernel${SUFFIX}`]: kernel,
      [`a/kernel/.OPTIMIZER_SLOT/optimizer/m${SUFFIX}`]: kernel,
      _CHECKPOINTABLE_OBJECT_GRAPH: objectGraph({
        [`a/kernel${SUFFIX}`]: 'dense/kernel',
        [`b/kernel${SUFFIX}`]: 'Variable',
        [`c/kernel${SUFFIX}`]: 'Variable',
      }),
    });
    expect(tensors.map(({ name, unfit }) => [name, unfit === undefined])).toEqual([
      ['dense/kernel', true],
      ['a/kernel/.OPTIMIZER_SLOT/optimizer/m', false],
      ['b/kernel', true],
      ['c/kernel', true],
    ]);
  });

  test('may have an index of many blocks, compressed with Snappy', async () => {
    const names = Array.from({ length: 50 }, (_, i) => `layer_${String(i).padStart(2, '0')}/kernel`);
    const literal = (block: Uint8Array) => ({
      method: 1,
      bytes: concat([
        varint(block.length),
        Uint8Array.of(61 << 2, (block.length - 1) & 255, (block.length - 1) >> 8),
        block,
      ]),
    });
    const tensors = await readTensors(Object.fromEntries(names.map((name) => [name, kernel])), {
      entriesPerBlock: 7,
      compress: literal,
    });
    expect(tensors.map(({ name }) => name)).toEqual(names);
    expect(await floatsOf(tensors[49]!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('may hold numbers of other types, texts, and tensors in slices', async () => {
    const tensors = await readTensors({
      a: { type: 14, shape: [2], bytes: Uint8Array.of(0x80, 0x3f, 0, 0x40) },
      b: textTensor(text('abc')),
      c: { shape: [20, 3], bytes: new Uint8Array(), extra: field(7, new Uint8Array()) },
      d: { type: 8, shape: [1], bytes: new Uint8Array(8) },
    });
    expect(tensors.map(({ dtype, unfit }) => [dtype, unfit])).toEqual([
      ['BF16', undefined],
      ['string', undefined],
      ['F32', 'it is stored in slices, which are not put together'],
      ['TensorFlow type 8', undefined],
    ]);
    await expect(bytesOf(tensors[1]!)).rejects.toMatchObject({ code: 'BAD_TENSOR' });
  });

  test('is found in the folder of a SavedModel, and its bytes are read when they are wanted', async () => {
    const { index, data } = buildCheckpoint({ w: kernel, x: kernel });
    const [model] = await groupModels(
      memoryFolder({
        'saved_model.pb': Uint8Array.of(8, 1),
        'variables/variables.index': index,
        'variables/variables.data-00000-of-00001': data,
      }),
    );
    expect(model?.name).toBe('variables/variables.index');
    expect((await openModel(model!)).tensors.map(({ name }) => name)).toEqual(['w', 'x']);

    const shard = countingSource(data);
    const { tensors } = await tensorflow.readTensors(memorySource(index, 'x.index'), {
      openSibling: async () => shard,
    });
    expect(shard.reads).toEqual([]);
    await bytesOf(tensors[1]!);
    expect(shard.reads).toEqual([[24, 48]]);
  });
});

describe('refused is', () => {
  const sound = buildCheckpoint({ w: kernel });

  test('the graph of a SavedModel by itself, with the place of its weights', async () => {
    await expect(
      read({ ...sound, index: Uint8Array.of(8, 1, 0x12, 0x85, 1, 0x0a, 2) }),
    ).rejects.toMatchObject({
      code: 'GRAPH_WITHOUT_WEIGHTS',
      cure: expect.stringMatching(/Name the directory/),
    });
  });

  test('an index whose file of bytes is not there', async () => {
    await expect(tensorflow.readTensors(memorySource(sound.index, 'x.index'))).rejects.toMatchObject({
      code: 'SHARD_MISSING',
      details: { shard: 'x.data-00000-of-00001' },
    });
  });

  test('a tensor whose bytes were changed, when it is read', async () => {
    const data = sound.data.slice();
    data[5]! ^= 1;
    const [tensor] = await read({ ...sound, data });
    await expect(bytesOf(tensor!)).rejects.toMatchObject({
      code: 'CHECKSUM_MISMATCH',
      details: { tensor: 'w' },
    });
  });

  test.each<[string, Record<string, CheckpointTensor>, string]>([
    ['a tensor that does not fill its shape', { w: { shape: [2, 4], bytes: SIX } }, 'BAD_CHECKPOINT'],
    ['a shape that overflows', { w: { shape: [2 ** 50, 2 ** 50], bytes: SIX } }, 'BAD_CHECKPOINT'],
    ['a tensor of too many dimensions', { w: { shape: Array(65).fill(1), bytes: SIX } }, 'BAD_CHECKPOINT'],
    ['a tensor that ends after its file', { w: { ...kernel, extra: field(4, 1) } }, 'TRUNCATED'],
    ['a tensor in a file that does not exist', { w: { ...kernel, extra: field(3, 7) } }, 'SHARD_MISSING'],
    ['an entry that is no message', { w: { ...kernel, extra: Uint8Array.of(0x0f) } }, 'BAD_CHECKPOINT'],
    [
      'a graph of objects that is none',
      { _CHECKPOINTABLE_OBJECT_GRAPH: textTensor(Uint8Array.of(0x0a)) },
      'BAD_CHECKPOINT',
    ],
  ])('%s', async (_, tensors, code) => {
    await expect(readTensors(tensors)).rejects.toMatchObject({ code });
    await expect(readTensors(tensors)).rejects.toBeInstanceOf(FormatError);
  });

  test.each<[string, Checkpoint['index'], string]>([
    ['an empty file', new Uint8Array(), 'NOT_A_CHECKPOINT'],
    ['an index that was cut', sound.index.subarray(0, -1), 'NOT_A_CHECKPOINT'],
    ['an index without a header', buildTable([['w', field(1, 1)]]), 'BAD_CHECKPOINT'],
    ['more files than may be open', buildTable([['', field(1, 5000)]]), 'TOO_MANY_SHARDS'],
    [
      'a compression that nobody knows',
      buildTable([['', field(1, 1)]], { compress: (bytes) => ({ bytes, method: 2 }) }),
      'BAD_TABLE',
    ],
    ['a block that is not what it was written as', flipped(sound.index, 4), 'CHECKSUM_MISMATCH'],
  ])('%s', async (_, index, code) => {
    await expect(read({ ...sound, index })).rejects.toMatchObject({ code });
  });

  test('whatever a block holds that has the right checksum, with an error of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (changes, isSnappy) => {
          const compress = (block: Uint8Array) => {
            const bytes = block.slice();
            for (const [at, value] of changes) bytes[at % bytes.length] = value;
            return { bytes, method: isSnappy ? 1 : 0 };
          };
          const checkpoint = buildCheckpoint(
            { 'a/w': kernel, 'a/x': kernel, b: kernel },
            { compress, entriesPerBlock: 3 },
          );
          try {
            for (const tensor of await read(checkpoint)) {
              if (tensor.sizeBytes < 1000) await bytesOf(tensor);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(AlphagateError);
          }
        },
      ),
      { numRuns: 4000, seed: 20_261_123 },
    );
  });
});

function flipped(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const changed = bytes.slice();
  changed[at]! ^= 1;
  return changed;
}
