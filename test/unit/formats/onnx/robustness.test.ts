import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  buildOnnx,
  bytesField,
  constantNode,
  FLOAT16,
  fixedField,
  float32,
  graphProto,
  nodeProto,
  permutation,
  varint,
} from '../../../support/onnx-builder.ts';
import { outcomeOf } from '../../../support/onnx-reading.ts';

const SIBLINGS = { 'model.data': new Uint8Array(16) };

const FILE = buildOnnx({
  nodes: [
    nodeProto('Transpose', {
      inputs: ['kernel'],
      outputs: ['turned'],
      attributes: { perm: permutation(3, 2, 0, 1) },
    }),
    nodeProto('Conv', { inputs: ['x', 'turned'], outputs: ['y'] }),
    nodeProto('LSTM', { inputs: ['x', 'gates'], outputs: ['z'] }),
    nodeProto('If', {
      name: 'if',
      attributes: {
        then_branch: bytesField(
          6,
          graphProto({ nodes: [constantNode('c', { dims: [2], raw: float32(1, 2) })] }),
        ),
      },
    }),
  ],
  initializers: [
    { name: 'kernel', dims: [1, 1, 2, 1], raw: float32(1, 2) },
    { name: 'gates', dims: [2, 1, 2], fields: [bytesField(4, float32(1, 2, 3)), fixedField(4, float32(4))] },
    { name: 'half', dims: [1], dataType: FLOAT16, fields: [bytesField(5, varint(0x3c00))] },
    { name: 'away', dims: [2, 2], external: { location: 'model.data', offset: '0', length: '16' } },
  ],
});

describe('a model', () => {
  test('that is sound is read', async () => {
    expect(await outcomeOf(FILE, SIBLINGS)).toBe('read');
  });

  test('that was cut short anywhere but before its last fields is refused', async () => {
    const opsetBytes = 6;
    for (let length = 0; length < FILE.length; length++) {
      const outcome = await outcomeOf(FILE.subarray(0, length), SIBLINGS);
      // Nothing in the format tells that fields after the graph are missing.
      const isWhole = length === FILE.length - opsetBytes;
      expect([length, outcome === 'read']).toEqual([length, isWhole]);
    }
  });

  test('with any byte changed is read or refused, and nothing else', async () => {
    for (let at = 0; at < FILE.length; at++) {
      for (const flipped of [0x01, 0x02, 0x08, 0x80, 0xff]) {
        const damaged = FILE.slice();
        damaged[at] = damaged[at]! ^ flipped;
        expect(typeof (await outcomeOf(damaged, SIBLINGS))).toBe('string');
      }
    }
  });

  test('with stretches of it replaced is read or refused, and nothing else', async () => {
    const patch = fc.tuple(fc.nat({ max: FILE.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = FILE.slice();
        for (const [at, bytes] of changes) damaged.set(bytes.subarray(0, damaged.length - at), at);
        expect(typeof (await outcomeOf(damaged, SIBLINGS))).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  test('made of any bytes is read or refused, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(typeof (await outcomeOf(bytes))).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});
