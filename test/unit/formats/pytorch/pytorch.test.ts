import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import { globalOf, orderedDict, persistent, tuple } from '../../../support/pickle-writer.ts';
import {
  buildLegacyTorch,
  buildTorchZip,
  rebuiltVector,
  type TorchTensorSpec,
} from '../../../support/pytorch-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';

const TEST_FOLDER = new URL('../../../', import.meta.url);

interface RealFile {
  readonly file: string;
  readonly tensors: readonly {
    readonly name: string;
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly float32Sha256: string;
  }[];
}

const REAL_FILES: readonly RealFile[] = JSON.parse(
  await readFile(new URL('fixtures/pytorch/real-files.json', TEST_FOLDER), 'utf8'),
);

/** bfloat16 is the upper half of float32. */
function widened(bytes: Uint8Array, dtype: string): Uint8Array {
  if (dtype !== 'BF16') return bytes;
  return Uint8Array.from({ length: 2 * bytes.length }, (_, i) =>
    i % 4 < 2 ? 0 : bytes[2 * Math.floor(i / 4) + (i % 4) - 2]!,
  );
}

describe('a file that torch wrote', () => {
  test.each(REAL_FILES)(
    '$file gives the tensors that torch reads from it, byte for byte',
    async ({ file, tensors }) => {
      const bytes = await readFile(new URL(file, TEST_FOLDER));
      expect(pytorch.recognises(bytes.subarray(0, 1024), bytes.length)).toBe(true);
      const read = [];
      for (const tensor of await readTensorsOf(pytorch, bytes)) {
        const { name, dtype, shape } = tensor;
        const elements = widened(await bytesOf(tensor), dtype);
        read.push({ name, dtype, shape, float32Sha256: createHash('sha256').update(elements).digest('hex') });
      }
      expect(read).toEqual(tensors);
    },
  );
});

describe.each([
  ['zip', buildTorchZip],
  ['legacy', buildLegacyTorch],
])('a %s file', (_, build) => {
  test('gives its tensors in the order of the state dict', async () => {
    const tensors = await readTensorsOf(
      pytorch,
      build({
        tensors: {
          'b.weight': { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
          'a.bias': { shape: [2], values: [7, 8] },
        },
      }),
    );
    expect(tensors.map(({ name, dtype, shape, sizeBytes }) => ({ name, dtype, shape, sizeBytes }))).toEqual([
      { name: 'b.weight', dtype: 'F32', shape: [2, 3], sizeBytes: 24 },
      { name: 'a.bias', dtype: 'F32', shape: [2], sizeBytes: 8 },
    ]);
    expect(await floatsOf(tensors[0]!)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await floatsOf(tensors[1]!)).toEqual([7, 8]);
  });

  test('gives views of a shared storage with their own offsets and strides', async () => {
    const values = [0, 1, 2, 3, 4, 5];
    const views: Record<string, TorchTensorSpec> = {
      whole: { shape: [2, 3], values, storage: 's' },
      transposed: { shape: [3, 2], strides: [1, 3], storage: 's' },
      last: { shape: [2], offset: 4, storage: 's' },
      column: { shape: [2, 1], strides: [3, 1], offset: 1, storage: 's', parameter: true },
      repeated: { shape: [2, 2], strides: [0, 1], offset: 2, storage: 's' },
      scalar: { shape: [], offset: 5, storage: 's' },
      empty: { shape: [0, 3], offset: 6, storage: 's' },
    };
    const tensors = await readTensorsOf(pytorch, build({ tensors: views }));
    const read = Object.fromEntries(await Promise.all(tensors.map(async (t) => [t.name, await floatsOf(t)])));
    expect(read).toEqual({
      whole: values,
      transposed: [0, 3, 1, 4, 2, 5],
      last: [4, 5],
      column: [1, 4],
      repeated: [2, 3, 2, 3],
      scalar: [5],
      empty: [],
    });
  });

  test('gives one storage key to the same view under two names, and another to every other view', async () => {
    const shared = { shape: [2, 2], storage: 's' };
    const tensors = await readTensorsOf(
      pytorch,
      build({
        tensors: {
          tied: shared,
          again: shared,
          transposed: { ...shared, strides: [1, 2] },
          flat: { ...shared, shape: [4] },
          half: { ...shared, shape: [2] },
          offset: { ...shared, shape: [2], offset: 2 },
          other: { shape: [2, 2] },
        },
      }),
    );
    const [tied, again, ...others] = tensors.map(({ storageKey }) => storageKey);
    expect(again).toBe(tied);
    expect(new Set([tied, ...others]).size).toBe(others.length + 1);
  });

  test('gives the elements of every dtype as they are stored', async () => {
    const classes: Record<string, string> = {
      DoubleStorage: 'F64',
      FloatStorage: 'F32',
      HalfStorage: 'F16',
      BFloat16Storage: 'BF16',
      LongStorage: 'I64',
      IntStorage: 'I32',
      ShortStorage: 'I16',
      CharStorage: 'I8',
      ByteStorage: 'U8',
      BoolStorage: 'BOOL',
      ComplexFloatStorage: 'complex64',
      ComplexDoubleStorage: 'complex128',
      QInt8Storage: 'qint8',
      QUInt8Storage: 'quint8',
      QInt32Storage: 'qint32',
    };
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => i);
    for (const [storageClass, dtype] of Object.entries(classes)) {
      const [tensor] = await readTensorsOf(
        pytorch,
        build({ tensors: { t: { shape: [2], bytes, storageClass } } }),
      );
      expect(tensor!.dtype).toBe(dtype);
      expect(await bytesOf(tensor!)).toEqual(bytes.slice(0, tensor!.sizeBytes));
    }
    for (const [torchDtype, dtype] of Object.entries({
      float8_e4m3fn: 'F8_E4M3',
      float8_e5m2: 'F8_E5M2',
      uint16: 'U16',
      uint32: 'U32',
      uint64: 'U64',
      float8_e8m0fnu: 'float8_e8m0fnu',
    })) {
      const [tensor] = await readTensorsOf(
        pytorch,
        build({ tensors: { t: { shape: [2], bytes, torchDtype } } }),
      );
      expect(tensor!.dtype).toBe(dtype);
      expect(await bytesOf(tensor!)).toEqual(bytes.slice(0, tensor!.sizeBytes));
    }
  });

  test('lists packed elements with the bytes that they share, and reads them where they lie in order', async () => {
    const packed = { bytes: Uint8Array.of(1, 2, 3, 4), storageClass: 'QUInt4x2Storage' };
    const [tensor] = await readTensorsOf(pytorch, build({ tensors: { t: { ...packed, shape: [2, 4] } } }));
    expect(await bytesOf(tensor!)).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(await outcomeOf(pytorch, build({ tensors: { t: { ...packed, shape: [3, 3] } } }))).toBe(
      'TENSOR_OUT_OF_BOUNDS',
    );
    expect(
      await outcomeOf(pytorch, build({ tensors: { t: { ...packed, shape: [4, 2], strides: [1, 4] } } })),
    ).toBe('BAD_TENSOR');
  });

  test('is refused when a view reaches beyond its storage, and tells both', async () => {
    const values = [1, 2, 3, 4];
    const beyond: Record<string, TorchTensorSpec> = {
      size: { shape: [2, 3], values },
      offset: { shape: [2, 2], values, offset: 1 },
      stride: { shape: [2, 2], values, strides: [3, 1] },
      far: { shape: [2], values, strides: [2 ** 52] },
      empty: { shape: [0], values, offset: 5 },
    };
    for (const [name, spec] of Object.entries(beyond)) {
      const file = build({ tensors: { [name]: spec } });
      expect([name, await outcomeOf(pytorch, file)]).toEqual([name, 'TENSOR_OUT_OF_BOUNDS']);
      await expect(readTensorsOf(pytorch, file)).rejects.toThrow(
        new RegExp(`tensor "${name}".*"(archive/data/)?0"`),
      );
    }
  });

  test('is refused when a view stands for far more bytes than are stored', async () => {
    const values = [1];
    expect(
      await outcomeOf(pytorch, build({ tensors: { t: { shape: [1000, 100], values, strides: [0, 0] } } })),
    ).toBe('read');
    for (const shape of [[2 ** 30], [2 ** 31 - 1, 2 ** 31 - 1], Array(64).fill(2 ** 31 - 1)]) {
      const file = build({ tensors: { t: { shape, values, strides: shape.map(() => 0) } } });
      expect(await outcomeOf(pytorch, file)).toBe('TENSOR_OUT_OF_BOUNDS');
    }
  });

  test('is refused when sizes, strides or offsets are not whole numbers from 0 on, or too many', async () => {
    const bad: TorchTensorSpec[] = [
      { shape: [-1], values: [1] },
      { shape: [0.5], values: [1] },
      { shape: [2 ** 60], values: [1] },
      { shape: [1], values: [1], strides: [-1] },
      { shape: [1], values: [1], offset: -1 },
      { shape: [1], values: [1], strides: [1, 1] },
      { shape: Array(65).fill(1), values: [1] },
    ];
    for (const spec of bad)
      expect([spec, await outcomeOf(pytorch, build({ tensors: { t: spec } }))]).toEqual([spec, 'BAD_TENSOR']);
  });

  test('is refused when a tensor does not say where it lies, or in a storage of what', async () => {
    const rebuild = (id: Parameters<typeof persistent>[0]) => rebuiltVector(persistent(id));
    for (const id of [
      'storage',
      tuple('module', globalOf('torch.FloatStorage'), '0', 'cpu', 1),
      tuple('storage', globalOf('torch.FloatStorage'), 0, 'cpu', 1),
      tuple('storage', globalOf('torch.FloatStorage'), '0', 'cpu', -1),
      tuple('storage', globalOf('torch.StringStorage'), '0', 'cpu', 1),
      tuple('storage', globalOf('evil.FloatStorage'), '0', 'cpu', 1),
      tuple('storage', globalOf('torch.FloatStorage'), '0', 'cpu', 1, tuple('0', 1, 1)),
    ]) {
      const file = build({
        tensors: { other: { shape: [1] } },
        root: (t) => orderedDict({ ...t, t: rebuild(id) }),
      });
      expect(await outcomeOf(pytorch, file)).toBe('BAD_TENSOR');
    }
  });

  test('is refused when a storage is not there', async () => {
    const id = tuple('storage', globalOf('torch.FloatStorage'), 'absent', 'cpu', 1, null);
    const t = rebuiltVector(persistent(id));
    const file = build({
      tensors: { other: { shape: [1] } },
      root: (tensors) => orderedDict({ ...tensors, t }),
    });
    expect(await outcomeOf(pytorch, file)).toBe('STORAGE_MISSING');
  });
});
