import { describe, expect, test } from '@jest/globals';
import { readBytes } from '../../../src/sources/byte-source.ts';
import { countingSource } from '../../support/counting-source.ts';

describe('reading bytes into a buffer of their own', () => {
  test('takes one read', async () => {
    const source = countingSource(Uint8Array.from([1, 2, 3, 4]));
    expect(await readBytes(source, 1, 3)).toEqual(Uint8Array.from([2, 3]));
    expect(source.reads).toEqual([[1, 3]]);
  });

  test.each([
    [0, 5],
    [0, 2 ** 53],
    [0, Number.POSITIVE_INFINITY],
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [Number.NaN, 2],
  ])('asks neither for memory nor for bytes that do not exist: %d to %d', async (startByte, endByte) => {
    const source = countingSource(new Uint8Array(4));
    const refused = expect.objectContaining({
      code: 'READ_PAST_END',
      details: { startByte, endByte, sizeBytes: 4 },
    });
    await expect(readBytes(source, startByte, endByte)).rejects.toEqual(refused);
    expect(source.reads).toEqual([]);
  });
});
