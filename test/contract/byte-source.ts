import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ByteSource, type FileEntry, readBytes } from '../../src/sources/byte-source.ts';

/** A place of the kind under test, with a folder in it that the suite may fill. */
export interface Place {
  /** Writes a file of the folder, or replaces it. */
  put(fileName: string, bytes: Uint8Array): Promise<void>;
  remove(fileName: string): Promise<void>;
  /** Locates a file of the folder by a reference of its own. */
  locate(fileName: string): Promise<FileEntry>;
  dispose(): Promise<void>;
}

/** More than one part of a read by ranges, and no multiple of any power of two. */
const LARGE_BYTES = 9 * 1024 * 1024 + 13;

const SMALL = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7 + 3) % 251);

/** What every reader of files may rely on, wherever they lie. */
export function testByteSource(kind: string, makePlace: () => Promise<Place>): void {
  describe(`a byte source of ${kind}`, () => {
    let place: Place;

    beforeAll(async () => {
      place = await makePlace();
      await place.put('small.bin', SMALL);
    });

    afterAll(() => place.dispose());

    async function withSource<Result>(
      fileName: string,
      use: (source: ByteSource) => Promise<Result>,
    ): Promise<Result> {
      const source = await (await place.locate(fileName)).open();
      try {
        return await use(source);
      } finally {
        await source.close();
      }
    }

    test('tells the size and the name before anything is read', async () => {
      const entry = await place.locate('small.bin');
      expect(entry.sizeBytes).toBe(SMALL.length);
      expect(entry.path).toBe('small.bin');
      expect(entry.name.endsWith('small.bin')).toBe(true);
      await withSource('small.bin', async (source) => {
        expect(source.sizeBytes).toBe(SMALL.length);
        expect(source.name).toBe(entry.name);
      });
    });

    test('gives the bytes of any range, both ends of the file included', async () => {
      await withSource('small.bin', async (source) => {
        for (const [startByte, endByte] of [
          [0, SMALL.length],
          [0, 1],
          [SMALL.length - 1, SMALL.length],
          [17, 400],
        ] as const) {
          expect(await readBytes(source, startByte, endByte)).toEqual(SMALL.slice(startByte, endByte));
        }
      });
    });

    test('reads nothing where nothing is asked for, at the very end too', async () => {
      await withSource('small.bin', async (source) => {
        expect(await readBytes(source, 0, 0)).toHaveLength(0);
        expect(await readBytes(source, SMALL.length, SMALL.length)).toHaveLength(0);
      });
    });

    test('opens an empty file', async () => {
      await place.put('empty.bin', new Uint8Array());
      await withSource('empty.bin', async (source) => {
        expect(source.sizeBytes).toBe(0);
        expect(await readBytes(source, 0, 0)).toHaveLength(0);
        expect(await source.identity()).toMatch(/^[a-z0-9]+:./);
      });
    });

    test('refuses a read past the end and leaves the target as it was', async () => {
      await withSource('small.bin', async (source) => {
        const target = new Uint8Array(10).fill(255);
        const pastEnd = expect.objectContaining({ name: 'SourceError', code: 'READ_PAST_END' });
        await expect(source.readInto(SMALL.length - 9, target)).rejects.toEqual(pastEnd);
        await expect(source.readInto(-1, target)).rejects.toEqual(pastEnd);
        await expect(source.readInto(0.5, target)).rejects.toEqual(pastEnd);
        await expect(source.readInto(Number.NaN, target)).rejects.toEqual(pastEnd);
        await expect(readBytes(source, 0, 2 ** 52)).rejects.toEqual(pastEnd);
        await expect(readBytes(source, 10, 9)).rejects.toEqual(pastEnd);
        expect(target).toEqual(new Uint8Array(10).fill(255));
      });
    });

    test('fills a window of shared memory and nothing around it', async () => {
      await withSource('small.bin', async (source) => {
        const memory = new Uint8Array(new SharedArrayBuffer(64)).fill(255);
        await source.readInto(100, memory.subarray(8, 40));
        expect(Array.from(memory.subarray(8, 40))).toEqual(Array.from(SMALL.subarray(100, 132)));
        expect(memory[7]).toBe(255);
        expect(memory[40]).toBe(255);
      });
    });

    test('gives the right bytes to several readers of a large file at once', async () => {
      const large = new Uint8Array(LARGE_BYTES);
      for (let index = 0; index < large.length; index++) large[index] = (index ^ (index >>> 9)) & 0xff;
      await place.put('large.bin', large);
      await withSource('large.bin', async (source) => {
        const [whole, middle] = await Promise.all([
          readBytes(source, 0, large.length),
          readBytes(source, 4_000_001, 9_000_002),
        ]);
        expect(Buffer.compare(whole, large)).toBe(0);
        expect(Buffer.compare(middle, large.subarray(4_000_001, 9_000_002))).toBe(0);
      });
    });

    test('stops with the reason of the abort', async () => {
      const reason = new Error('enough');
      await withSource('small.bin', async (source) => {
        const read = source.readInto(0, new Uint8Array(10), { signal: AbortSignal.abort(reason) });
        await expect(read).rejects.toBe(reason);
        expect(await readBytes(source, 0, 10)).toEqual(SMALL.slice(0, 10));
      });
    });

    test.each([
      ['other bytes of the same size', SMALL.map((byte) => byte ^ 1)],
      ['a shorter file', SMALL.slice(0, 500)],
      ['a longer file', new Uint8Array(2000)],
    ])('notices that it was replaced by %s', async (_, replacement) => {
      await place.put('replaced.bin', SMALL);
      await withSource('replaced.bin', async (source) => {
        expect(await readBytes(source, 0, 10)).toEqual(SMALL.slice(0, 10));
        await place.put('replaced.bin', replacement);
        const changed = expect.objectContaining({ name: 'SourceError', code: 'SOURCE_CHANGED' });
        await expect(readBytes(source, 0, 10)).rejects.toEqual(changed);
        await expect(readBytes(source, 990, 1000)).rejects.toEqual(changed);
      });
      await withSource('replaced.bin', async (source) => {
        expect(await readBytes(source, 0, source.sizeBytes)).toEqual(replacement);
      });
    });

    test('notices that it was removed', async () => {
      await place.put('removed.bin', SMALL);
      await withSource('removed.bin', async (source) => {
        await place.remove('removed.bin');
        await expect(readBytes(source, 0, 10)).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
      });
    });

    test('says that a file is not there any more when it is opened', async () => {
      await place.put('short-lived.bin', SMALL);
      const entry = await place.locate('short-lived.bin');
      await place.remove('short-lived.bin');
      await expect(entry.open()).rejects.toMatchObject({ name: 'SourceError', code: 'NOT_FOUND' });
    });

    test('is identified by its content', async () => {
      const identityOf = (fileName: string) => withSource(fileName, (source) => source.identity());
      await place.put('one.bin', SMALL);
      const first = await identityOf('one.bin');
      expect(await identityOf('one.bin')).toBe(first);
      await place.put(
        'one.bin',
        SMALL.map((byte) => byte ^ 1),
      );
      expect(await identityOf('one.bin')).not.toBe(first);
    });

    test('may be closed twice', async () => {
      const source = await (await place.locate('small.bin')).open();
      await source.close();
      await source.close();
    });

    test('finds its siblings by their plain names', async () => {
      await place.put('beside.bin', SMALL.slice(0, 5));
      const sibling = await (await place.locate('small.bin')).sibling('beside.bin');
      expect(sibling?.path).toBe('beside.bin');
      expect(sibling?.sizeBytes).toBe(5);
      const source = await sibling!.open();
      expect(await readBytes(source, 0, 5)).toEqual(SMALL.slice(0, 5));
      await source.close();
    });

    test.each([
      ['that does not exist', 'missing.bin'],
      ['without letters', ''],
      ['that is the folder itself', '.'],
      ['that is the folder above', '..'],
      ['in the folder above', '../small.bin'],
      ['with a path to the folder itself', './small.bin'],
      ['with an absolute path', '/etc/passwd'],
      ['in another folder', 'folder/small.bin'],
      ['in the folder above, as Windows writes it', '..\\small.bin'],
      ['on a drive of Windows', 'C:small.bin'],
      ['with a NUL character', 'small.bin\0'],
      ['with half a character', '\ud800.bin'],
      ['with more characters than names have', 'x'.repeat(300)],
    ])('has no sibling with a name %s', async (_, fileName) => {
      expect(await (await place.locate('small.bin')).sibling(fileName)).toBeUndefined();
    });
  });
}
