import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nnModule, orderedDict } from '../../../support/pickle-writer.ts';
import { buildLegacyTorch, buildTorchZip, type TorchFile } from '../../../support/pytorch-builder.ts';
import { outcomeOf } from '../../../support/pytorch-reading.ts';

const FILE: TorchFile = {
  tensors: {
    weight: { shape: [2, 2], values: [1, 2, 3, 4], storage: 's' },
    transposed: { shape: [2, 2], strides: [1, 2], storage: 's', parameter: true },
    half: { shape: [3], bytes: new Uint8Array(6), storageClass: 'HalfStorage' },
  },
  root: ({ weight, transposed, half }) =>
    orderedDict({
      epoch: 1.5,
      model: nnModule('my.Net', {
        parameters: { weight: weight!, transposed: transposed! },
        buffers: { half: half! },
      }),
    }),
};

describe.each([
  ['zip', buildTorchZip(FILE)],
  ['legacy', buildLegacyTorch(FILE)],
])('a %s file', (_, bytes) => {
  test('that is sound is read', async () => {
    expect(await outcomeOf(bytes)).toBe('read');
  });

  test('that was cut short anywhere is refused with an error of our own', async () => {
    for (let length = 0; length < bytes.length; length++) {
      expect([length, await outcomeOf(bytes.subarray(0, length))]).not.toEqual([length, 'read']);
    }
  });

  test('with any byte changed is read or refused, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flipped) => {
          const damaged = bytes.slice();
          damaged[at] = damaged[at]! ^ flipped;
          expect(typeof (await outcomeOf(damaged))).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('with stretches of it replaced is read or refused, and nothing else', async () => {
    const patches = fc.array(
      fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 12 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(patches, async (changes) => {
        const damaged = bytes.slice();
        for (const [at, patch] of changes) damaged.set(patch.subarray(0, damaged.length - at), at);
        expect(typeof (await outcomeOf(damaged))).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
