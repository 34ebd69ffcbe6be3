import { describe, expect, test } from '@jest/globals';
import { flax } from '../../../../src/formats/flax/flax.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memoryFolder } from '../../../support/memory-source.ts';
import {
  PACKED_TRUE,
  packArray,
  packChunks,
  packInteger,
  packMap,
  packNdarray,
  packText,
} from '../../../support/msgpack-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { float32Bytes } from '../../../support/safetensors-builder.ts';
import { concat } from '../../../support/zip-builder.ts';

const SIX = float32Bytes([1, 2, 3, 4, 5, 6]);
const kernel = packNdarray([2, 3], 'float32', SIX);

describe('a tree of Flax parameters', () => {
  test('is recognised by a map whose first key is a name', () => {
    expect(flax.recognises(packMap([['params', kernel]]), 100)).toBe(true);
    expect(flax.recognises(concat([Uint8Array.of(0x81), packText('params'), kernel]), 100)).toBe(true);
    expect(flax.recognises(Uint8Array.of(0x80), 1)).toBe(false);
    expect(flax.recognises(Uint8Array.of(0x81, 0xa3, 0x61), 3)).toBe(false);
    expect(flax.recognises(Uint8Array.of(0x8a, 0x0a, 0x6c, 0xfc), 4)).toBe(false);
  });

  test('gives its arrays in order, named by the keys that lead to them', async () => {
    const tensors = await readTensorsOf(
      flax,
      packMap([
        ['step', packInteger(7)],
        [
          'params',
          packMap([
            ['b', packMap([['kernel', kernel]])],
            ['a', packArray([kernel, PACKED_TRUE])],
          ]),
        ],
        ['note', packText('anything')],
      ]),
    );
    expect(tensors.map(({ name }) => name)).toEqual(['params.b.kernel', 'params.a.0']);
    expect(tensors[0]).toMatchObject({ dtype: 'F32', shape: [2, 3], kernelLayout: 'hwio', sizeBytes: 24 });
    expect(await floatsOf(tensors[0]!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('puts an array in chunks together', async () => {
    const half = (from: number) => packNdarray([3], 'float32', SIX.subarray(12 * from, 12 * from + 12));
    const [tensor] = await readTensorsOf(flax, packMap([['w', packChunks([3, 2], [half(0), half(1)])]]));
    expect(tensor).toMatchObject({ name: 'w', shape: [3, 2], sizeBytes: 24 });
    expect(await floatsOf(tensor!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('may hold bfloat16, scalars, and types that are no weights', async () => {
    const tensors = await readTensorsOf(
      flax,
      packMap([
        ['w', packNdarray([1, 2], 'bfloat16', Uint8Array.of(0x80, 0x3f, 0, 0x40))],
        ['s', packNdarray([], 'float32', SIX.subarray(0, 4), 3)],
        ['z', packNdarray([1], 'complex64', SIX.subarray(0, 8))],
      ]),
    );
    expect(tensors.map(({ name, dtype, shape }) => [name, dtype, shape])).toEqual([
      ['w', 'BF16', [1, 2]],
      ['s', 'F32', []],
      ['z', 'complex64', [1]],
    ]);
    expect([...(await bytesOf(tensors[0]!))]).toEqual([0x80, 0x3f, 0, 0x40]);
    await expect(bytesOf(tensors[2]!)).rejects.toMatchObject({ code: 'BAD_TENSOR' });
  });

  test('of a trainer has an optimizer whose state is no weight', async () => {
    const state = packMap([
      ['params', kernel],
      ['opt_state', packMap([['mu', kernel]])],
    ]);
    const [weight, moment] = await readTensorsOf(flax, state);
    expect(weight?.unfit).toBeUndefined();
    expect(moment).toMatchObject({ name: 'opt_state.mu', unfit: 'the state of an optimizer is not weights' });
  });

  test('costs little to list, however large its arrays are', async () => {
    const large = packNdarray([1000, 1000], 'float32', new Uint8Array(4_000_000));
    const source = countingSource(
      packMap([
        ['a', large],
        ['b', large],
        ['c', kernel],
      ]),
    );
    const { tensors } = await flax.readTensors(source);
    expect(tensors).toHaveLength(3);
    expect(source.reads).toHaveLength(3);
    expect(source.bytesRead).toBeLessThan(20_000);
    source.reset();
    await bytesOf(tensors[1]!);
    expect(source.bytesRead).toBe(4_000_000);
  });

  test('is found in a folder by its suffix', async () => {
    const { groupModels } = await import('../../../../src/formats/models.ts');
    const files = { 'flax_model.msgpack': packMap([['w', kernel]]), 'config.json': new Uint8Array(2) };
    const [model] = await groupModels(memoryFolder(files));
    expect((await openModel(model!)).format).toBe('flax');
  });
});

describe('refused is', () => {
  const chunk = packNdarray([6], 'float32', SIX);
  test.each<[string, Uint8Array, string]>([
    ['an array whose shape does not fit its bytes', packNdarray([2, 4], 'float32', SIX), 'BAD_TENSOR'],
    [
      'an array with a shape that overflows',
      packNdarray([4294967295, 4294967295], 'float32', SIX),
      'BAD_TENSOR',
    ],
    ['chunks that do not fill the shape', packChunks([7], [chunk]), 'BAD_TENSOR'],
    ['an array without chunks', packChunks([0], []), 'BAD_TENSOR'],
    ['chunks of different dtypes', packChunks([12], [chunk, packNdarray([6], 'int32', SIX)]), 'BAD_TENSOR'],
    ['a chunk that is no array', packChunks([6], [packText('no')]), 'BAD_TENSOR'],
    [
      'an extension that holds something else',
      concat([Uint8Array.of(0xd4, 1), Uint8Array.of(0xc0)]),
      'BAD_TENSOR',
    ],
    ['the byte that begins no value', Uint8Array.of(0xc1), 'BAD_MSGPACK'],
    ['a map that claims more than the file holds', Uint8Array.of(0xdf, 0xff, 0xff, 0xff, 0xff), 'TRUNCATED'],
    [
      'a text that is not UTF-8',
      packMap([['a', concat([Uint8Array.of(0x81, 0xa1, 0xff), PACKED_TRUE])]]),
      'BAD_TEXT',
    ],
  ])('%s', async (_, value, code) => {
    expect(await outcomeOf(flax, packMap([['w', value]]))).toBe(code);
  });

  test('a name that occurs twice, a key that is no name, and whatever follows the tree', async () => {
    expect(
      await outcomeOf(
        flax,
        packMap([
          ['w', kernel],
          ['w', kernel],
        ]),
      ),
    ).toBe('DUPLICATE_NAME');
    expect(await outcomeOf(flax, concat([Uint8Array.of(0x81), kernel, kernel]))).toBe('BAD_MSGPACK');
    expect(await outcomeOf(flax, concat([packMap([['w', kernel]]), PACKED_TRUE]))).toBe('BAD_LAYOUT');
  });

  test('with the place of what is wrong', async () => {
    const file = packMap([['w', Uint8Array.of(0xc1)]]);
    await expect(readTensorsOf(flax, file)).rejects.toMatchObject({ details: { offsetBytes: 5 } });
  });
});
