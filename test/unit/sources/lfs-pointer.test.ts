import { describe, expect, test } from '@jest/globals';
import { refuseLfsPointer } from '../../../src/sources/lfs-pointer.ts';

const OID = 'oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';
const POINTER = `version https://git-lfs.github.com/spec/v1\n${OID}\nsize 44830592\n`;

function refuse(text: string): void {
  refuseLfsPointer('models/a.pt', new TextEncoder().encode(text));
}

describe('a git-LFS pointer', () => {
  test('is refused with the way to get the file itself', () => {
    expect(() => refuse(POINTER)).toThrow(
      expect.objectContaining({
        name: 'SourceError',
        code: 'GIT_LFS_POINTER',
        details: { sizeBytes: 44830592 },
        message:
          'models/a.pt: is a git-LFS pointer to a file of 44830592 bytes, not the file itself. Fetch it: set `lfs: true` on actions/checkout, or run `git lfs pull`.',
      }),
    );
  });

  test('is recognised with an extension and without a final line break', () => {
    const [version, oid, size] = POINTER.split('\n');
    const text = [version, `ext-0-foo ${OID.slice(4)}`, oid, size].join('\n');
    expect(() => refuse(text)).toThrow('git-LFS pointer');
  });

  test.each([
    ['an empty file', ''],
    ['another text', 'version 1\n'],
    ['a pointer without a size', POINTER.replace(/size.*\n/, '')],
    ['a pointer with a size that is no number', POINTER.replace('44830592', '1e9')],
    ['a text about pointers', `${POINTER}\nThis is what a pointer looks like.`],
    ['a longer file that begins like a pointer', POINTER.padEnd(1025, 'x')],
    ['a pointer cut short', POINTER.slice(0, 100)],
  ])('is not %s', (_, text) => {
    expect(() => refuse(text)).not.toThrow();
  });

  test('is not what weights look like', () => {
    expect(() => refuseLfsPointer('a.pt', new Uint8Array(1024).fill(255))).not.toThrow();
  });
});
