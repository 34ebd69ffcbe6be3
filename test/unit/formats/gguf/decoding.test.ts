import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { gguf } from '../../../../src/formats/gguf/gguf.ts';
import { readBlocks } from '../../../../src/formats/gguf/read-blocks.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { buildGguf } from '../../../support/gguf-builder.ts';
import { bytesOf, floatsOf, readTensorsOf } from '../../../support/reading.ts';
import { concat, u16 } from '../../../support/zip-builder.ts';

const file = new Uint8Array(
  await readFile(
    new URL('../../../golden/models/gguf-alltypes-synthetic/files/alltypes.gguf', import.meta.url),
  ),
);
const tensors = await readTensorsOf(gguf, file);

test('types that are not decoded keep their own name, and their bytes as they are stored', async () => {
  const opaque = tensors.filter(({ dtype }) => dtype !== 'F32');
  expect(opaque.map(({ dtype, sizeBytes }) => `${dtype} ${sizeBytes}`)).toEqual([
    ...['IQ2_XXS 2112', 'IQ2_XS 2368', 'IQ3_XXS 3136', 'IQ1_S 1600', 'IQ3_S 3520', 'IQ2_S 2624'],
    ...['IQ1_M 1792', 'BF16 16384', 'TQ1_0 1728', 'TQ2_0 2112', 'NVFP4 4608'],
  ]);
  expect(await bytesOf(opaque[0]!)).toHaveLength(2112);
});

const ONE = 0x3c00;
const TWO = 0x4000;
const fill = (bytes: number, value: number) => new Uint8Array(bytes).fill(value);

test.each([
  ['Q4_0 with scale 2', 2, concat([u16(TWO), fill(16, 0x9a)]), 2 * (10 - 8), 2 * (9 - 8)],
  ['Q4_1 with scale 2 and least 1', 3, concat([u16(TWO), u16(ONE), fill(16, 0x9a)]), 21, 19],
  [
    'Q5_0 with the fifth bits of the second half',
    6,
    concat([u16(ONE), fill(2, 0), fill(2, 255), fill(16, 0x31)]),
    1 - 16,
    3,
  ],
  ['Q8_0 with scale 1', 8, concat([u16(ONE), fill(16, 0x80), fill(16, 0x7f)]), -128, 127],
  ['IQ4_NL', 20, concat([u16(ONE), fill(16, 0xf0)]), -127, 113],
  ['MXFP4 with scale 2^1', 39, concat([Uint8Array.of(128), fill(16, 0xa7)]), 12, -2],
])('a block of %s is decoded as the format says', async (_, type, bytes, first, last) => {
  const [tensor] = await readTensorsOf(gguf, buildGguf({ tensors: [{ name: 'w', type, ne: [32], bytes }] }));
  const values = await floatsOf(tensor!);
  expect(new Set(values.slice(0, 16))).toEqual(new Set([first]));
  expect(new Set(values.slice(16))).toEqual(new Set([last]));
});

test('a scale that is not finite makes elements that are not', async () => {
  const bytes = concat([u16(0x7c00), fill(32, 1)]);
  const [tensor] = await readTensorsOf(
    gguf,
    buildGguf({ tensors: [{ name: 'w', type: 8, ne: [32], bytes }] }),
  );
  expect((await floatsOf(tensor!))[0]).toBe(Number.POSITIVE_INFINITY);
});

test('a tensor longer than one read is decoded whole, at any place in memory', async () => {
  const blockBytes = 1024;
  const blocks = 40_000;
  const stored = new Uint8Array(blocks * blockBytes);
  for (let i = 0; i < blocks; i++) stored[i * blockBytes] = i % 251;
  const type = {
    blockElements: 1,
    blockBytes,
    decode: (view: DataView, at: number, values: Float32Array, valuesAt: number) => {
      values[valuesAt] = view.getUint8(at);
    },
  };
  for (const offset of [0, 1]) {
    const source = countingSource(stored);
    const target = new Uint8Array(4 * blocks + offset).subarray(offset);
    await readBlocks(source, type, 0, target);
    expect(source.reads).toHaveLength(2);
    const view = new DataView(target.buffer, offset);
    for (const i of [0, 32_767, 32_768, blocks - 1]) expect(view.getFloat32(4 * i, true)).toBe(i % 251);
  }
});
