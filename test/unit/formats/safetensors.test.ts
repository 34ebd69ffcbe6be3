import { describe, expect, test } from '@jest/globals';
import { safetensors } from '../../../src/formats/safetensors.ts';
import { memorySource } from '../../support/memory-source.ts';
import { outcomeOf } from '../../support/reading.ts';
import { assembleSafetensors, buildSafetensors, float32Bytes } from '../../support/safetensors-builder.ts';

const read = (bytes: Uint8Array) => safetensors.readTensors(memorySource(bytes, 'model.safetensors'));
const codeOf = (bytes: Uint8Array) => outcomeOf(safetensors, bytes);

const entry = (offsets: readonly unknown[], shape: unknown = [1], dtype: unknown = 'F32') => ({
  dtype,
  shape,
  data_offsets: offsets,
});

const withHeader = (header: object, dataBytes = 4) =>
  assembleSafetensors(JSON.stringify(header), new Uint8Array(dataBytes));

describe('a sound file', () => {
  test('lists every tensor, and each reads its own bytes', async () => {
    const file = buildSafetensors({
      'a.weight': { shape: [2, 2], bytes: float32Bytes([1, 2, 3, 4]) },
      'b.bias': { shape: [1], bytes: float32Bytes([5]) },
    });
    const { order, tensors } = await read(file);
    expect(order).toBe('none');
    expect(tensors.map(({ name, dtype, shape }) => ({ name, dtype, shape }))).toEqual([
      { name: 'a.weight', dtype: 'F32', shape: [2, 2] },
      { name: 'b.bias', dtype: 'F32', shape: [1] },
    ]);
    const target = new Uint8Array(tensors[0]!.sizeBytes);
    await tensors[0]!.readInto(target);
    expect([...new Float32Array(target.buffer)]).toEqual([1, 2, 3, 4]);
  });

  test('may have metadata, no tensors, scalars, empty tensors and a padded header', async () => {
    expect(await codeOf(buildSafetensors({}))).toBe('read');
    expect(await codeOf(buildSafetensors({ x: { shape: [] }, y: { shape: [0, 3] } }, { format: 'pt' }))).toBe(
      'read',
    );
    expect(await codeOf(assembleSafetensors(`{}${' '.repeat(6)}`))).toBe('read');
  });

  test('may use names that objects have of their own', async () => {
    const header = `{"__proto__":${JSON.stringify(entry([0, 4]))},"constructor":${JSON.stringify(entry([4, 8]))}}`;
    const { tensors } = await read(assembleSafetensors(header, new Uint8Array(8)));
    expect(tensors.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });

  test('may hold dtypes that nobody analyses', async () => {
    const { tensors } = await read(withHeader({ packed: entry([0, 4], [8], 'F4') }));
    expect(tensors[0]).toMatchObject({ dtype: 'F4', sizeBytes: 4 });
  });
});

describe('a file that lies', () => {
  const header = (text: string) => assembleSafetensors(text, new Uint8Array(4));
  const claiming = (length: bigint) => {
    const bytes = new Uint8Array(64);
    new DataView(bytes.buffer).setBigUint64(0, length, true);
    return bytes;
  };

  test.each<[string, Uint8Array, string]>([
    ['is empty', new Uint8Array(0), 'TRUNCATED'],
    ['has no room for the length', new Uint8Array(7), 'TRUNCATED'],
    ['claims more header than the format allows', claiming(100_000_001n), 'HEADER_TOO_LARGE'],
    ['claims a header that no number holds exactly', claiming(2n ** 53n + 1n), 'HEADER_TOO_LARGE'],
    ['claims more header than there is', claiming(1000n), 'TRUNCATED'],
    ['has no header', claiming(0n), 'NOT_JSON'],
    ['has a header that is not UTF-8', assembleSafetensors(Uint8Array.of(0x7b, 0xff, 0x7d)), 'NOT_UTF8'],
    ['has a header that is no object', header('[]'), 'NOT_JSON'],
    ['has two values in the header', header('{} {}'), 'NOT_JSON'],
    ['nests without end', header(`${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`), 'JSON_TOO_DEEP'],
    ['names a tensor twice', header(`{"a":${JSON.stringify(entry([0, 4]))},"\\u0061":0}`), 'DUPLICATE_NAME'],
    ['has a tensor that is no object', withHeader({ a: 3 }), 'BAD_TENSOR'],
    ['has an unknown dtype', withHeader({ a: entry([0, 4], [1], 'F31') }), 'BAD_TENSOR'],
    ['has a negative offset', withHeader({ a: entry([-4, 0]) }), 'BAD_TENSOR'],
    ['has offsets in the wrong order', withHeader({ a: entry([4, 0]) }), 'BAD_TENSOR'],
    ['has an offset past its end', withHeader({ a: entry([0, 2 ** 40], [2 ** 38]) }), 'TRUNCATED'],
    ['has a shape that does not fit', withHeader({ a: entry([0, 4], [2]) }), 'BAD_TENSOR'],
    ['has a fractional dimension', withHeader({ a: entry([0, 4], [0.5]) }), 'BAD_TENSOR'],
    ['has a shape whose size overflows', withHeader({ a: entry([0, 4], [2 ** 52, 2 ** 52]) }), 'BAD_TENSOR'],
    ['has overlapping tensors', withHeader({ a: entry([0, 4]), b: entry([0, 4]) }), 'BAD_LAYOUT'],
    ['has a hole', withHeader({ a: entry([0, 4]), b: entry([8, 12]) }, 12), 'BAD_LAYOUT'],
    ['has bytes that no tensor owns', withHeader({ a: entry([0, 4]) }, 12), 'BAD_LAYOUT'],
    ['has metadata that is not text', buildSafetensors({}, { a: { b: 1 } }), 'BAD_METADATA'],
  ])('is refused when it %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('is refused wherever it is cut', async () => {
    const file = buildSafetensors({ 'a.weight': { shape: [4, 4] }, 'b.weight': { shape: [2, 2] } });
    for (let length = 0; length < file.length; length++) {
      expect([length, await codeOf(file.slice(0, length))]).not.toEqual([length, 'read']);
    }
  });

  test('is told which bytes of which tensor are missing', async () => {
    const file = buildSafetensors({ 'layers.0.weight': { shape: [8, 8] } });
    await expect(read(file.slice(0, -10))).rejects.toMatchObject({
      code: 'TRUNCATED',
      details: { tensor: 'layers.0.weight' },
      message: expect.stringMatching(/^model\.safetensors: tensor "layers\.0\.weight" claims .*cut short/),
    });
  });
});
