import { describe, expect, test } from '@jest/globals';
import { gguf } from '../../../../src/formats/gguf/gguf.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { buildGguf, type GgufFile, ggufText, metadata } from '../../../support/gguf-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { float32Bytes } from '../../../support/safetensors-builder.ts';
import { concat, text, u16, u32, u64 } from '../../../support/zip-builder.ts';

const FLOATS = { name: 'blk.0.w', ne: [3, 2], bytes: float32Bytes([1, 2, 3, 4, 5, 6]) };
const HALVES = { name: 'h', type: 1, ne: [4], bytes: new Uint8Array(8) };
const STRING = 8;
const ARRAY = 9;
const alignment = (value: number) => metadata('general.alignment', 4, u32(value));

const METADATA = [
  metadata('general.name', STRING, ggufText('a model')),
  metadata('x.float', 6, u32(0)),
  metadata('x.bool', 7, Uint8Array.of(1)),
  metadata('x.wide', 10, u64(1)),
  metadata('x.tokens', ARRAY, u32(STRING), u64(2), ggufText('a'), ggufText('bc')),
  metadata('x.nested', ARRAY, u32(ARRAY), u64(1), u32(3), u64(2), u16(1), u16(2)),
];
const FILE: GgufFile = { tensors: [FLOATS, HALVES], metadata: METADATA };

const outcome = (file: GgufFile) => outcomeOf(gguf, buildGguf(file));

describe('a GGUF file', () => {
  test('is recognised by its first four bytes', () => {
    expect(gguf.recognises(buildGguf({}), 24)).toBe(true);
    expect(gguf.recognises(text('GGML'), 4)).toBe(false);
  });

  test.each([2, 3])('of version %i has its tensors in order, their shapes in C order', async (version) => {
    const [floats, halves] = await readTensorsOf(gguf, buildGguf({ ...FILE, version }));
    expect(floats).toMatchObject({ name: 'blk.0.w', dtype: 'F32', shape: [2, 3], kernelLayout: 'oihw' });
    expect(await floatsOf(floats!)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(halves).toMatchObject({ name: 'h', dtype: 'F16', shape: [4], sizeBytes: 8 });
    expect(floats!.storageKey).not.toBe(halves!.storageKey);
  });

  test('with an alignment of its own is read with it', async () => {
    const file = { ...FILE, alignment: 128, metadata: [...METADATA, alignment(128)] };
    const [floats] = await readTensorsOf(gguf, buildGguf(file));
    expect(await floatsOf(floats!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('may hold no tensor, a scalar, and a tensor without elements', async () => {
    expect(await outcome({})).toBe('read');
    const scalar = { name: 's', ne: [], bytes: float32Bytes([7]) };
    const empty = { name: 'e', ne: [0, 4] };
    const tensors = await readTensorsOf(gguf, buildGguf({ tensors: [scalar, empty] }));
    expect(tensors.map(({ shape }) => shape)).toEqual([[], [4, 0]]);
    expect(await floatsOf(tensors[0]!)).toEqual([7]);
  });
});

describe('a GGUF file is refused', () => {
  test.each<[string, GgufFile, string]>([
    [
      'has more tensors than ggml ever writes',
      { tensorCount: 70_000, metadata: [new Uint8Array(2e6)] },
      'TOO_MANY_TENSORS',
    ],
    ['claims tensors that cannot follow', { tensorCount: 100 }, 'TRUNCATED'],
    ['claims metadata that cannot follow', { metadataCount: 2 ** 40 }, 'TRUNCATED'],
    ['has metadata of an unknown type', { metadata: [metadata('k', 13, u64(0))] }, 'BAD_METADATA'],
    [
      'has an alignment that is a text',
      { metadata: [metadata('general.alignment', STRING, ggufText('32'))] },
      'BAD_METADATA',
    ],
    ['has two alignments', { metadata: [alignment(32), alignment(64)] }, 'BAD_METADATA'],
    ['has a tensor with five dimensions', { tensors: [{ name: 't', ne: [1, 1, 1, 1, 1] }] }, 'BAD_TENSOR'],
    ['has a dimension beyond whole numbers', { tensors: [{ name: 't', ne: [0, 2n ** 63n] }] }, 'BAD_TENSOR'],
    [
      'has a product of dimensions that wraps round',
      { tensors: [{ name: 't', ne: [2n ** 32n, 2n ** 32n] }] },
      'TRUNCATED',
    ],
    ['has a name longer than any', { tensors: [{ ...HALVES, name: 'n'.repeat(5000) }] }, 'BAD_TENSOR'],
    ['has two tensors of one name', { tensors: [FLOATS, FLOATS] }, 'DUPLICATE_TENSOR'],
    ['has tensors that overlap', { tensors: [FLOATS, { ...HALVES, offset: 0 }] }, 'BAD_LAYOUT'],
    ['has a tensor between alignments', { tensors: [{ ...FLOATS, offset: 4 }] }, 'BAD_TENSOR'],
    [
      'has rows that are no whole blocks',
      { tensors: [{ name: 'q', type: 2, ne: [16, 2], bytes: new Uint8Array(18) }] },
      'BAD_TENSOR',
    ],
  ])('that %s', async (_, file, code) => {
    expect(await outcome(file)).toBe(code);
  });

  test('that has arrays in arrays as deep as its bytes allow', async () => {
    const levels = Array.from({ length: 100_000 }, () => concat([u32(ARRAY), u64(1)]));
    expect(await outcome({ metadata: [metadata('deep', ARRAY, ...levels)] })).toBe('BAD_METADATA');
  });

  test('that has a header longer than any model needs', async () => {
    const sizeBytes = 200_000_000;
    const head = concat([text('GGUF'), u32(3), u64(0), u64(1), metadata('k', STRING, u64(150_000_000))]);
    const source = {
      ...countingSource(head),
      sizeBytes,
      readInto: async (startByte: number, target: Uint8Array) => {
        target.fill(0).set(head.subarray(startByte, startByte + target.length));
      },
    };
    await expect(gguf.readTensors(source)).rejects.toMatchObject({ code: 'HEADER_TOO_LARGE' });
  });
});

test('a tensor of a type that nobody knows is listed, and reading it is an error', async () => {
  const file = { tensors: [{ name: 'new', type: 250, ne: [4], bytes: new Uint8Array(32) }, FLOATS] };
  const [unknown, floats] = await readTensorsOf(gguf, buildGguf(file));
  expect(unknown).toMatchObject({ dtype: 'ggml type 250', shape: [4] });
  await expect(bytesOf(unknown!)).rejects.toMatchObject({ code: 'BAD_TENSOR' });
  expect(await floatsOf(floats!)).toEqual([1, 2, 3, 4, 5, 6]);
});

describe('opening a GGUF file', () => {
  test('reads its header in one read, and a tensor by its own bytes', async () => {
    const weights = { name: 'w', ne: [1000, 1000], bytes: new Uint8Array(4_000_000) };
    const quantised = { name: 'q', type: 8, ne: [32_000], bytes: new Uint8Array(34_000) };
    const source = countingSource(buildGguf({ tensors: [weights, quantised] }));
    const { tensors } = await gguf.readTensors(source);
    expect(source.reads).toEqual([[0, 65_536]]);
    source.reset();
    await bytesOf(tensors[1]!);
    expect(source.reads.map(([startByte, endByte]) => endByte - startByte)).toEqual([34_000]);
  });

  test('reads a long vocabulary in few reads, and passes over arrays of numbers unread', async () => {
    const tokens = Array.from({ length: 100_000 }, (_, i) => ggufText(`token number ${i}`));
    const vocabulary = metadata('tokens', ARRAY, u32(STRING), u64(tokens.length), ...tokens);
    const scores = metadata('scores', ARRAY, u32(6), u64(2_000_000), new Uint8Array(8_000_000));
    const source = countingSource(buildGguf({ tensors: [FLOATS], metadata: [vocabulary, scores] }));
    expect((await gguf.readTensors(source)).tensors).toHaveLength(1);
    expect(source.reads.length).toBeLessThan(9);
    expect(source.bytesRead).toBeLessThan(vocabulary.length + 4_200_000);
  });
});
