import { describe, expect, test } from '@jest/globals';
import { PagedReader } from '../../../src/formats/paged-reader.ts';
import { refusalOf } from '../../../src/formats/refusal.ts';
import { countingSource } from '../../support/counting-source.ts';

const PAGE = 32 * 1024;
const refuse = refusalOf('as pages');
const bytes = Uint8Array.from({ length: 5 * PAGE + 7 }, (_, i) => i * 31);
const bytesOf = (view: DataView) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];

describe('small pieces of a file', () => {
  test('are what lies there, within a page, across two, and longer than one', async () => {
    const pages = new PagedReader(countingSource(bytes), refuse);
    for (const [startByte, length] of [
      [0, 4],
      [PAGE - 2, 4],
      [PAGE + 5, 2 * PAGE],
      [bytes.length - 3, 3],
      [bytes.length, 0],
    ] as const) {
      const piece = bytesOf(await pages.read(startByte, length, 'a piece'));
      expect(piece).toEqual([...bytes.subarray(startByte, startByte + length)]);
    }
  });

  test('that lie on one page cost one read', async () => {
    const source = countingSource(bytes);
    const pages = new PagedReader(source, refuse);
    for (let at = 0; at < PAGE; at += 100) await pages.read(at, 8, 'a piece');
    expect(source.reads).toEqual([[0, PAGE]]);
  });

  test('behind the file are refused with their place', async () => {
    const pages = new PagedReader(countingSource(bytes), refuse);
    for (const [startByte, length] of [
      [bytes.length - 1, 2],
      [-1, 1],
      [Number.POSITIVE_INFINITY, 1],
      [0, -1],
    ] as const) {
      await expect(pages.read(startByte, length, 'a piece')).rejects.toMatchObject({
        code: 'TRUNCATED',
        details: { offsetBytes: startByte },
      });
    }
  });

  test('that are asked for again and again come to an end', async () => {
    const source = { ...countingSource(bytes), readInto: async () => {} };
    const pages = new PagedReader(source, refuse);
    const most = Math.ceil((8 * bytes.length + 256 * 1024 * 1024) / (4 * PAGE));
    for (let i = 1; i < most; i++) await pages.read(0, 4 * PAGE, 'a piece');
    await expect(pages.read(0, 4 * PAGE, 'a piece')).rejects.toMatchObject({ code: 'TOO_MUCH_STRUCTURE' });
  });
});
