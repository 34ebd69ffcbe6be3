import { describe, expect, test } from '@jest/globals';
import { npy } from '../../../../src/formats/numpy/npy.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { assembleNpy, buildNpy, type NpyFile } from '../../../support/npy-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { float32Bytes } from '../../../support/safetensors-builder.ts';
import { text } from '../../../support/zip-builder.ts';

const SIX = float32Bytes([1, 2, 3, 4, 5, 6]);
const read = async (file: NpyFile) => (await readTensorsOf(npy, buildNpy(file), {}, 'folder/w.npy'))[0]!;

describe('an array', () => {
  test('is recognised by its first bytes', () => {
    expect(npy.recognises(buildNpy({ shape: [6], bytes: SIX }), 152)).toBe(true);
    expect(npy.recognises(text('NUMPY'), 5)).toBe(false);
  });

  test.each([1, 2, 3] as const)('of format version %i.0 is read, and named by its file', async (version) => {
    const tensor = await read({ shape: [2, 3], bytes: SIX, version });
    expect(tensor).toMatchObject({ name: 'w', dtype: 'F32', shape: [2, 3], sizeBytes: 24 });
    expect(await floatsOf(tensor)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('in Fortran order is read in C order', async () => {
    const tensor = await read({ shape: [2, 3], bytes: SIX, fortranOrder: true });
    expect(await floatsOf(tensor)).toEqual([1, 3, 5, 2, 4, 6]);
  });

  test('of four dimensions in Fortran order is read in C order', async () => {
    const [A, B, C, D] = [2, 3, 1, 5];
    const stored = new Float32Array(A * B * C * D);
    for (let a = 0; a < A; a++)
      for (let b = 0; b < B; b++)
        for (let d = 0; d < D; d++) stored[a + A * (b + B * C * d)] = 100 * a + 10 * b + d;
    const tensor = await read({
      shape: [A, B, C, D],
      bytes: new Uint8Array(stored.buffer),
      fortranOrder: true,
    });
    const values = await floatsOf(tensor);
    expect(values.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 10]);
    expect(values.at(-1)).toBe(124);
  });

  test('in Fortran order that is longer than one read is put together from several', async () => {
    const [rows, cols] = [3000, 1500];
    const stored = new Float64Array(rows * cols).map((_, i) => i);
    const bytes = buildNpy({
      descr: '<f8',
      shape: [rows, cols],
      bytes: new Uint8Array(stored.buffer),
      fortranOrder: true,
    });
    const source = countingSource(bytes);
    const [tensor] = (await npy.readTensors(source)).tensors;
    source.reset();
    const values = new Float64Array((await bytesOf(tensor!)).buffer);
    for (const [row, col] of [
      [0, 0],
      [1, 0],
      [2999, 1499],
      [17, 1400],
    ] as const) {
      expect(values[row * cols + col]).toBe(row + rows * col);
    }
    expect(source.reads.length).toBeGreaterThan(1);
    expect(source.bytesRead).toBe(stored.byteLength);
  });

  test('in big-endian order is read in little-endian order', async () => {
    const bytes = SIX.slice();
    for (let at = 0; at < bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
    expect(await floatsOf(await read({ descr: '>f4', shape: [6], bytes }))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('may be a scalar or empty', async () => {
    expect(await read({ shape: [], bytes: SIX.subarray(0, 4) })).toMatchObject({ shape: [], sizeBytes: 4 });
    const empty = await read({ shape: [0, 5], bytes: new Uint8Array(), fortranOrder: true });
    expect(await bytesOf(empty)).toHaveLength(0);
  });

  test.each([
    ['<f2', 'F16'],
    ['<f8', 'F64'],
    ['|i1', 'I8'],
    ['<i8', 'I64'],
    ['>u2', 'U16'],
    ['|b1', 'BOOL'],
  ])('of type %s has the dtype %s', async (descr, dtype) => {
    const bytes = new Uint8Array(Number(descr[2]));
    expect(await read({ descr, shape: [1], bytes })).toMatchObject({ dtype, sizeBytes: bytes.length });
  });

  test.each([
    ['<c8', 'complex64'],
    ['<f16', 'float128'],
    ['|O', 'object'],
    ['<U5', 'text'],
    ['|V2', 'void16'],
    ['<M8[ns]', 'time'],
  ])('of type %s is listed as %s, and is no numbers to read', async (descr, dtype) => {
    const tensor = await read({ descr, shape: [3], bytes: new Uint8Array(100) });
    expect(tensor).toMatchObject({ dtype, shape: [3] });
    await expect(bytesOf(tensor)).rejects.toMatchObject({ code: 'BAD_TENSOR' });
  });

  test('of records is listed as such', async () => {
    const header = "{'descr': [('x', '<f4'), ('y', '<i4', (2,))], 'fortran_order': False, 'shape': (3,), }";
    const [tensor] = await readTensorsOf(npy, assembleNpy(header));
    expect(tensor).toMatchObject({ dtype: 'record', shape: [3] });
  });
});

describe('a file is refused', () => {
  const header = (descr: string, order: string, shape: string) =>
    assembleNpy(`{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}}`, SIX);
  test.each([
    ['is empty', new Uint8Array(), 'TRUNCATED'],
    ['has fewer elements than its shape', header("'<f4'", 'False', '(7,)'), 'TRUNCATED'],
    [
      'has a product of dimensions that wraps round',
      header("'<f4'", 'False', '(4294967296, 4294967296)'),
      'TRUNCATED',
    ],
    ['goes on after its array', header("'<f4'", 'False', '(5,)'), 'BAD_LAYOUT'],
    ['has a dimension beyond whole numbers', header("'<f4'", 'False', '(0, 9007199254740993)'), 'BAD_HEADER'],
    ['has more dimensions than NumPy allows', header("'<f4'", 'False', `(${'1,'.repeat(65)})`), 'BAD_HEADER'],
    ['has a shape that is a number', header("'<f4'", 'False', '6'), 'BAD_HEADER'],
    ['has a shape with a text', header("'<f4'", 'False', "('6',)"), 'BAD_HEADER'],
    ['has an order that is a number', header("'<f4'", '0', '(6,)'), 'BAD_HEADER'],
    ['has a type that is a number', header('4', 'False', '(6,)'), 'BAD_HEADER'],
    ['has a type that NumPy does not have', header("'<q4'", 'False', '(6,)'), 'BAD_HEADER'],
    ['has a type that is a sentence', header("'float of four bytes'", 'False', '(6,)'), 'BAD_HEADER'],
    ['has a list for a header', assembleNpy('[1, 2]'), 'BAD_HEADER'],
  ])('that %s', async (_, bytes, code) => {
    expect(await outcomeOf(npy, bytes)).toBe(code);
  });
});

test('opening a file takes one read, and reading its array another of just its bytes', async () => {
  const bytes = buildNpy({ shape: [1000], bytes: new Uint8Array(4000) });
  const source = countingSource(bytes);
  const [tensor] = (await npy.readTensors(source)).tensors;
  await bytesOf(tensor!);
  expect(source.reads).toEqual([
    [0, 256],
    [128, 4128],
  ]);
});

test('a header that is longer than most is read on', async () => {
  const fields = Array.from({ length: 100 }, (_, i) => `('field${i}', '<f4')`).join(', ');
  const bytes = assembleNpy(
    `{'descr': [${fields}], 'fortran_order': False, 'shape': (3,), }`,
    new Uint8Array(1200),
  );
  const { tensors } = await npy.readTensors(memorySource(bytes));
  expect(tensors[0]).toMatchObject({ dtype: 'record' });
});
