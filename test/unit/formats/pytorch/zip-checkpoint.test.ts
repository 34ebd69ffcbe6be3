import { describe, expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import type { ByteSource } from '../../../../src/sources/byte-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import {
  call,
  globalOf,
  orderedDict,
  persistent,
  tuple,
  writePickle,
} from '../../../support/pickle-writer.ts';
import { buildTorchZip, rebuiltVector, type TorchZip } from '../../../support/pytorch-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import type { ZipRecord } from '../../../support/zip-builder.ts';

const TENSORS = { 'layer.weight': { shape: [2, 2], values: [1, 2, 3, 4] } };

/** A checkpoint with one record changed. */
const withRecord = (name: string, change: (record: ZipRecord) => ZipRecord, file: Partial<TorchZip> = {}) =>
  buildTorchZip({
    tensors: TENSORS,
    ...file,
    edit: (records) => records.map((record) => (record.name === `archive/${name}` ? change(record) : record)),
  });

describe('byte order', () => {
  test('of a big-endian machine is turned round, number by number', async () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => i);
    const read = async (storageClass: string, strides = [1]) => {
      const file = buildTorchZip({
        byteOrder: 'big',
        tensors: { t: { shape: [2], bytes, storageClass, strides } },
      });
      return [...(await bytesOf((await readTensorsOf(pytorch, file))[0]!))];
    };
    expect(await read('HalfStorage')).toEqual([1, 0, 3, 2]);
    expect(await read('FloatStorage')).toEqual([3, 2, 1, 0, 7, 6, 5, 4]);
    expect(await read('FloatStorage', [2])).toEqual([3, 2, 1, 0, 11, 10, 9, 8]);
    expect(await read('ByteStorage')).toEqual([0, 1]);
    expect(await read('ComplexFloatStorage')).toEqual([3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12]);
  });

  test('is little where the file does not say, and nothing else than the two', async () => {
    const [tensor] = await readTensorsOf(pytorch, buildTorchZip({ tensors: TENSORS, byteOrder: null }));
    expect(await floatsOf(tensor!)).toEqual([1, 2, 3, 4]);
    expect(await outcomeOf(pytorch, buildTorchZip({ tensors: TENSORS, byteOrder: 'middle' }))).toBe(
      'BAD_BYTE_ORDER',
    );
    expect(await outcomeOf(pytorch, buildTorchZip({ tensors: TENSORS, byteOrder: 'little'.repeat(9) }))).toBe(
      'RECORD_TOO_LARGE',
    );
  });
});

describe('records', () => {
  test('may lie in a folder of any name', async () => {
    expect(await outcomeOf(pytorch, buildTorchZip({ tensors: TENSORS, folder: 'épochs 3 (best)' }))).toBe(
      'read',
    );
  });

  test('are checked against their checksums: the pickle when opening, a storage when it is read whole', async () => {
    expect(
      await outcomeOf(
        pytorch,
        withRecord('data.pkl', (record) => ({ ...record, crc32: 1 })),
      ),
    ).toBe('CRC_MISMATCH');
    const damaged = withRecord('data/0', (record) => ({ ...record, crc32: 1 }));
    const [tensor] = await readTensorsOf(pytorch, damaged);
    await expect(bytesOf(tensor!)).rejects.toThrow(
      /tensor "layer\.weight" lies in record "archive\/data\/0".*checksum/,
    );
  });

  test('without a checksum are read, as torch.save leaves it out when told to', async () => {
    expect(
      await outcomeOf(
        pytorch,
        withRecord('data/0', (record) => ({ ...record, crc32: 0 })),
      ),
    ).toBe('read');
  });

  test('that are compressed are refused with the name of the tensor', async () => {
    const file = withRecord('data/0', (record) => ({ ...record, method: 8 }));
    await expect(readTensorsOf(pytorch, file)).rejects.toThrow(
      /tensor "layer\.weight" lies in record "archive\/data\/0".*method 8/,
    );
  });

  test('that are shorter than the pickle says are refused with the names of tensor and record', async () => {
    const file = withRecord('data/0', (record) => ({ ...record, bytes: record.bytes.subarray(1) }));
    await expect(readTensorsOf(pytorch, file)).rejects.toThrow(
      /tensor "layer\.weight" needs 16 bytes of record "archive\/data\/0"/,
    );
  });

  test('whose own header contradicts the directory are refused when they are read', async () => {
    expect(
      await outcomeOf(
        pytorch,
        withRecord('data/0', (record) => ({ ...record, localName: 'archive/data/1' })),
      ),
    ).toBe('BAD_ZIP');
  });

  test('are located again after a read that failed', async () => {
    const memory = memorySource(buildTorchZip({ tensors: TENSORS }), 'model.pt');
    let broken = false;
    const source: ByteSource = {
      ...memory,
      readInto: (startByte, target) =>
        broken ? Promise.reject(new Error('the network is gone')) : memory.readInto(startByte, target),
    };
    const [tensor] = (await pytorch.readTensors(source)).tensors;
    broken = true;
    await expect(bytesOf(tensor!)).rejects.toThrow('the network is gone');
    broken = false;
    expect(await floatsOf(tensor!)).toEqual([1, 2, 3, 4]);
  });

  test('without a pickle among them are no checkpoint', async () => {
    const rename = (name: string) =>
      withRecord('data.pkl', (record) => ({ ...record, name: `archive/${name}` }));
    await expect(readTensorsOf(pytorch, rename('weights.h5'))).rejects.toThrow(
      /no data\.pkl, only 6 records such as "archive\/weights\.h5"/,
    );
    await expect(readTensorsOf(pytorch, rename('model.json'))).rejects.toThrow(
      /TorchScript archive from before torch 1\.2/,
    );
  });
});

describe('TorchScript', () => {
  const script = (className: string, state: Parameters<typeof orderedDict>[0]) =>
    call(`__torch__.${className}`, [], { state: new Map(Object.entries(state)) });

  test('modules give their tensors as state_dict() does, without the empty ones that they fill while running', async () => {
    const file = buildTorchZip({
      tensors: { weight: { shape: [2] }, bias: { shape: [1] }, scale: { shape: [] }, cache: { shape: [0] } },
      root: ({ weight, bias, scale, cache }) =>
        script('Net', {
          training: false,
          layer: script('torch.nn.modules.linear.Linear', { weight: weight!, bias: bias!, name: 'x' }),
          scale: scale!,
          cache: cache!,
          config: orderedDict({ inner: weight! }),
        }),
    });
    expect((await readTensorsOf(pytorch, file)).map(({ name }) => name)).toEqual([
      'scale',
      'layer.weight',
      'layer.bias',
    ]);
  });

  test('archives that were frozen give their constants, which are all that is left of the weights', async () => {
    const id = tuple('storage', globalOf('torch.FloatStorage'), '0', 'cpu', 2);
    const constant = rebuiltVector(persistent(id), 2);
    const file = buildTorchZip({
      tensors: {},
      root: () => script('Frozen', { training: false }),
      edit: (records) => [
        ...records,
        { name: 'archive/constants/0', bytes: new Uint8Array(Float32Array.of(5, 6).buffer) },
        { name: 'archive/constants.pkl', bytes: writePickle(tuple(1, constant)) },
      ],
    });
    const [tensor, ...others] = await readTensorsOf(pytorch, file);
    expect([tensor!.name, await floatsOf(tensor!), others]).toEqual(['constants.1', [5, 6], []]);
  });

  test('archives without any tensor are refused', async () => {
    const file = buildTorchZip({
      tensors: {},
      root: () => script('Empty', { training: false }),
      edit: (records) => [...records, { name: 'archive/constants.pkl', bytes: writePickle(tuple()) }],
    });
    await expect(readTensorsOf(pytorch, file)).rejects.toThrow(
      /holds no tensors: it is an object of "__torch__\.Empty"/,
    );
  });
});

test('names are kept as they are, whatever they mean elsewhere', async () => {
  for (const name of ['__proto__', 'constructor', 'a\n|<b>\u202e', '']) {
    const file = buildTorchZip({ tensors: Object.fromEntries([[name, { shape: [1] }]]) });
    expect((await readTensorsOf(pytorch, file)).map((tensor) => tensor.name)).toEqual([name]);
  }
});
