import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type Hdf5Array, type Hdf5Group, readHdf5 } from '../../../../src/formats/hdf5/hdf5-file.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { bytesOf, float32HashOf } from '../../../support/reading.ts';

const FOLDER = new URL('../../../fixtures/hdf5/', import.meta.url);
const load = async (file: string) => new Uint8Array(await readFile(new URL(file, FOLDER)));
const EXPECTED: Record<string, Record<string, { shape: number[]; sha256?: string }>> = JSON.parse(
  await readFile(new URL('expected.json', FOLDER), 'utf8'),
);

function arrayAt(root: Hdf5Group, path: string): Hdf5Array {
  const parts = path.split('/');
  const last = parts.pop()!;
  const group = parts.reduce((inner, part) => inner.groups.get(part)!, root);
  return group.arrays.get(last)!;
}

describe('an HDF5 file', () => {
  const arrays = Object.entries(EXPECTED).flatMap(([file, members]) =>
    Object.entries(members).map(([path, expected]) => ({ file, path, expected })),
  );

  test.each(arrays)('$file has the elements of $path that h5py reads', async ({ file, path, expected }) => {
    const array = arrayAt(await readHdf5(memorySource(await load(file))), path);
    expect({ shape: array.shape, sha256: await float32HashOf(array) }).toEqual(expected);
  });

  test('has texts as attributes, of a fixed and of any length', async () => {
    const { groups } = await readHdf5(memorySource(await load('listed.h5')));
    const weights = groups.get('model_weights')!;
    expect(weights.attributes.get('layer_names0')).toEqual(['second', 'first']);
    expect(weights.groups.get('first')?.attributes.get('weight_names')).toEqual(['kernel:0', 'bias:0']);
  });

  test('lists arrays that cannot be read, each with the reason', async () => {
    const { arrays: found } = await readHdf5(memorySource(await load('unfit.h5')));
    const described = [...found].map(([name, { dtype, unfit }]) => [name, dtype, unfit]);
    expect(described).toEqual([
      ['complex', 'compound', undefined],
      ['counts', 'I64', undefined],
      ['elsewhere', 'F32', 'its elements lie in another file, which is never followed'],
      ['flags', 'enumeration', undefined],
      ['lzf', 'F32', 'it is compressed by filter 32000, which is not read'],
      ['partly', 'F32', 'only 1 of its 4 chunks were ever written'],
      ['text', 'text', undefined],
      ['unwritten', 'F32', 'it was never written'],
    ]);
    for (const name of ['complex', 'elsewhere', 'lzf', 'partly', 'unwritten']) {
      await expect(bytesOf(found.get(name)!)).rejects.toMatchObject({ code: 'UNSUPPORTED_HDF5' });
    }
  });

  test('turns big-endian integers round', async () => {
    const { arrays: found } = await readHdf5(memorySource(await load('unfit.h5')));
    const counts = new BigInt64Array((await bytesOf(found.get('counts')!)).buffer);
    expect([...counts]).toEqual([0n, 1n, 2n, 3n]);
  });

  test('is listed page by page, and an array without chunks is read as such', async () => {
    const source = countingSource(await load('layers.weights.h5'));
    const root = await readHdf5(source);
    // 32 kB are one page, besides the signature and the superblock.
    expect(source.reads.length).toBeLessThanOrEqual(4);
    source.reset();
    await bytesOf(arrayAt(root, 'layers/dense/vars/0'));
    expect(source.bytesRead).toBe(4 * 2 * 4);
  });
});

describe('refused is', () => {
  const change = (bytes: Uint8Array, at: number, value: number[]) => {
    const changed = new Uint8Array(bytes);
    changed.set(value, at);
    return changed;
  };
  const find = (bytes: Uint8Array, word: string) => Buffer.from(bytes).indexOf(word);

  test('a file that ends before it is said to', async () => {
    const bytes = await load('chunks.h5');
    await expect(readHdf5(memorySource(bytes.subarray(0, -1)))).rejects.toMatchObject({ code: 'TRUNCATED' });
  });

  test('a tree that leads back into itself', async () => {
    const bytes = await load('chunks.h5');
    const at = find(bytes, 'TREE');
    // As if the root were a level higher, its only child being itself.
    const looped = change(change(bytes, at + 5, [1]), at + 8 + 16 + 8, [
      ...new Uint8Array(new BigUint64Array([BigInt(at)]).buffer),
    ]);
    await expect(readHdf5(memorySource(looped))).rejects.toMatchObject({
      code: 'BAD_HDF5',
      details: { offsetBytes: at },
      message: expect.stringMatching(/leads back into itself/),
    });
  });

  test('a table of names that is none', async () => {
    const bytes = await load('chunks.h5');
    const at = find(bytes, 'SNOD');
    await expect(readHdf5(memorySource(change(bytes, at, [0])))).rejects.toMatchObject({
      code: 'BAD_HDF5',
      details: { offsetBytes: at },
    });
  });

  test('a chunk whose checksum is wrong', async () => {
    const bytes = await load('chunks.h5');
    const root = await readHdf5(memorySource(bytes));
    const source = countingSource(bytes);
    await bytesOf(arrayAt(await readHdf5(source), 'd'));
    const [startByte] = source.reads.at(-1)!;
    expect(arrayAt(root, 'd').sizeBytes).toBe(120);
    const damaged = await readHdf5(memorySource(change(bytes, startByte, [1])));
    await expect(bytesOf(arrayAt(damaged, 'd'))).rejects.toMatchObject({
      code: 'BAD_HDF5',
      message: expect.stringMatching(/checksum/),
    });
  });

  test('a compressed chunk that is damaged', async () => {
    const source = countingSource(await load('chunks.h5'));
    await bytesOf(arrayAt(await readHdf5(source), 'a'));
    const [startByte] = source.reads.at(-1)!;
    const damaged = await readHdf5(
      memorySource(change(await load('chunks.h5'), startByte + 4, [0xff, 0xff, 0xff])),
    );
    await expect(bytesOf(arrayAt(damaged, 'a'))).rejects.toMatchObject({ code: 'BAD_HDF5' });
  });
});
