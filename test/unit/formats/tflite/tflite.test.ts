import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { tflite } from '../../../../src/formats/tflite/tflite.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { bytesOf, float32HashOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { text } from '../../../support/zip-builder.ts';

const FOLDER = new URL('../../../fixtures/tflite/', import.meta.url);
const load = async (file: string) => new Uint8Array(await readFile(new URL(file, FOLDER)));
const EXPECTED: Record<string, { shape: number[]; sha256: string }> = JSON.parse(
  await readFile(new URL('expected.json', FOLDER), 'utf8'),
);
const types = await load('types.tflite');

/** The file with 32 bits of it replaced. */
function patched(atByte: number, value: number): Uint8Array {
  const bytes = types.slice();
  new DataView(bytes.buffer).setUint32(atByte, value, true);
  return bytes;
}

describe('a model of TensorFlow Lite', () => {
  test('is recognised by its identifier', () => {
    expect(tflite.recognises(types, types.length)).toBe(true);
    expect(tflite.recognises(text('TFL3'), 4)).toBe(false);
  });

  test.each(['types.tflite', 'far-buffers.tflite'])(
    '%s stands for the numbers that it was made of',
    async (file) => {
      const tensors = await readTensorsOf(tflite, await load(file));
      const read: Record<string, unknown> = {};
      for (const tensor of tensors) {
        if (tensor.unfit !== undefined || tensor.dtype === 'I32') continue;
        read[tensor.name] = { shape: tensor.shape, sha256: await float32HashOf(tensor) };
      }
      expect(read).toEqual(EXPECTED);
    },
  );

  test('names constants by themselves, or by the operator that takes them', async () => {
    const names = (await readTensorsOf(tflite, types)).map(({ name }) => name);
    expect(names).toEqual([
      'float/kernel',
      'block/conv/CONV_2D',
      'depthwise',
      'dense',
      'nibbles',
      'half',
      'stack',
      'sparse',
      'bias',
    ]);
  });

  test('has kernels as its operators take them', async () => {
    const tensors = await readTensorsOf(tflite, types);
    const layouts = Object.fromEntries(tensors.map(({ name, kernelLayout }) => [name, kernelLayout]));
    expect(layouts).toMatchObject({ 'float/kernel': 'ohwi', depthwise: 'ohwi', stack: 'hwio' });
  });

  test('lists biases as integers, and what is sparse with the reason', async () => {
    const tensors = await readTensorsOf(tflite, types);
    expect(tensors.find(({ name }) => name === 'bias')).toMatchObject({ dtype: 'I32' });
    const sparse = tensors.find(({ name }) => name === 'sparse')!;
    expect(sparse.unfit).toMatch(/sparse/);
    await expect(bytesOf(sparse)).rejects.toMatchObject({ code: 'BAD_TENSOR' });
  });

  test('is listed by pages, and its weights are read by themselves', async () => {
    const source = countingSource(types);
    const { tensors } = await tflite.readTensors(source);
    expect(source.reads).toHaveLength(1);
    source.reset();
    await bytesOf(tensors[1]!);
    expect(source.bytesRead).toBe(48);
  });
});

describe('refused is', () => {
  test.each([
    ['a model whose scales do not fit its axis', 'bad-scales.tflite', 'BAD_TENSOR'],
    ['a tensor that does not fill its shape', 'short.tflite', 'BAD_TENSOR'],
  ])('%s', async (_, file, code) => {
    expect(await outcomeOf(tflite, await load(file))).toBe(code);
  });

  test('a root that lies behind the file, and one that has no layout', async () => {
    expect(await outcomeOf(tflite, patched(0, 0x7fffffff))).toBe('TRUNCATED');
    expect(await outcomeOf(tflite, patched(0, 0))).toBe('BAD_FLATBUFFER');
  });

  test('a vector that claims more than the file holds, with its place', async () => {
    // The vector of buffers is the one that the last field of the model leads to.
    const view = new DataView(types.buffer);
    const root = view.getUint32(0, true);
    const layout = root - view.getInt32(root, true);
    const field = root + view.getUint16(layout + 4 + 2 * 4, true);
    const vector = field + view.getUint32(field, true);
    await expect(readTensorsOf(tflite, patched(vector, 0x40000000))).rejects.toMatchObject({
      code: 'TRUNCATED',
      details: { offsetBytes: vector },
    });
  });
});
