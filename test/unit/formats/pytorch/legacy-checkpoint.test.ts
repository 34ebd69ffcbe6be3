import { describe, expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import type { ByteSource } from '../../../../src/sources/byte-source.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import {
  call,
  globalOf,
  latin1,
  orderedDict,
  type Pickled,
  persistent,
  tuple,
  writePickle,
} from '../../../support/pickle-writer.ts';
import { buildLegacyTorch, LEGACY_MAGIC, rebuiltVector } from '../../../support/pytorch-builder.ts';
import { floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { concat, u64 } from '../../../support/zip-builder.ts';

const FLOATS = new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer);

const tensorIn = (id: Pickled, elements = 2) => rebuiltVector(persistent(id), elements);

const storageId = (key: string, elements: number, part: Pickled = null) =>
  tuple('storage', globalOf('torch.FloatStorage'), key, 'cpu', elements, part);

/** A file of any object, list of storages and data. */
const assemble = (object: Pickled, keys: readonly Pickled[], ...data: readonly Uint8Array[]) =>
  concat([
    LEGACY_MAGIC,
    writePickle(1001),
    writePickle(orderedDict({})),
    writePickle(object),
    writePickle(keys),
    ...data,
  ]);

describe('storages', () => {
  test('lie one after another in the order of their list, those that only the optimizer uses too', async () => {
    const object = orderedDict({
      model: orderedDict({ w: tensorIn(storageId('b', 2)) }),
      optimizer: orderedDict({ exp_avg: tensorIn(storageId('a', 3)) }),
    });
    const file = assemble(object, ['a', 'b'], u64(3), FLOATS.subarray(0, 12), u64(2), FLOATS.subarray(8));
    const [tensor, ...others] = await readTensorsOf(pytorch, file);
    expect([tensor!.name, await floatsOf(tensor!), others]).toEqual(['w', [3, 4], []]);
  });

  test('may be seen in parts, as torch wrote views of storages', async () => {
    const part = tensorIn(storageId('a', 4, tuple('view', 1, 2)));
    const [tensor] = await readTensorsOf(pytorch, assemble(orderedDict({ part }), ['a'], u64(4), FLOATS));
    expect(await floatsOf(tensor!)).toEqual([2, 3]);
    const beyond = tensorIn(storageId('a', 4, tuple('view', 1, 2)), 3);
    expect(await outcomeOf(pytorch, assemble(orderedDict({ beyond }), ['a'], u64(4), FLOATS))).toBe(
      'TENSOR_OUT_OF_BOUNDS',
    );
    const outside = tensorIn(storageId('a', 4, tuple('view', 3, 2)));
    expect(await outcomeOf(pytorch, assemble(orderedDict({ outside }), ['a'], u64(4), FLOATS))).toBe(
      'BAD_TENSOR',
    );
  });

  test('that have another number of elements than the pickle says are refused when they are read', async () => {
    const object = orderedDict({ w: tensorIn(storageId('a', 4)) });
    expect(await outcomeOf(pytorch, assemble(object, ['a'], u64(4), FLOATS))).toBe('read');
    expect(await outcomeOf(pytorch, assemble(object, ['a'], u64(5), FLOATS))).toBe('BAD_STORAGES');
  });

  test('that end beyond the file are refused when it is opened', async () => {
    const object = orderedDict({ w: tensorIn(storageId('a', 4)) });
    await expect(readTensorsOf(pytorch, assemble(object, ['a'], u64(4), FLOATS.subarray(1)))).rejects.toThrow(
      /storage "a" reaches to byte/,
    );
    const huge = orderedDict({ w: tensorIn(storageId('a', 2 ** 52)) });
    expect(await outcomeOf(pytorch, assemble(huge, ['a'], u64(2 ** 52), FLOATS))).toBe('TRUNCATED');
  });

  test('that are listed twice, or that no tensor uses, are refused', async () => {
    const object = orderedDict({ w: tensorIn(storageId('a', 2)) });
    const data = [u64(2), FLOATS.subarray(8), u64(2), FLOATS.subarray(8)];
    expect(await outcomeOf(pytorch, assemble(object, ['a', 'a'], ...data))).toBe('BAD_STORAGES');
    expect(await outcomeOf(pytorch, assemble(object, ['a', 'b'], ...data))).toBe('BAD_STORAGES');
    expect(await outcomeOf(pytorch, assemble(object, ['a', 7], ...data))).toBe('BAD_STORAGES');
    expect(await outcomeOf(pytorch, assemble(object, [], ...data))).toBe('STORAGE_MISSING');
  });

  test('that the pickle gives two sizes are refused', async () => {
    const object = orderedDict({ v: tensorIn(storageId('a', 4)), w: tensorIn(storageId('a', 2)) });
    expect(await outcomeOf(pytorch, assemble(object, ['a'], u64(4), FLOATS))).toBe('BAD_STORAGES');
  });

  test('may be followed by more, such as a second checkpoint', async () => {
    const file = buildLegacyTorch({ tensors: { w: { shape: [2] } } });
    expect(await outcomeOf(pytorch, concat([file, file]))).toBe('read');
  });
});

describe('the pickles', () => {
  test('are read in growing steps, until they end', async () => {
    const tensors = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`layer.${i}`, { shape: [1000] }]),
    );
    const source = countingSource(buildLegacyTorch({ tensors }));
    expect((await pytorch.readTensors(source)).tensors).toHaveLength(300);
    expect(source.reads.length).toBeLessThan(8);
    expect(source.bytesRead).toBeLessThan(source.sizeBytes / 4);
  });

  test('may be of protocol 0, which writes the magic number in decimal', async () => {
    const magic = latin1('L119547037146038801333356L\n.');
    const file = concat([
      magic,
      buildLegacyTorch({ tensors: { w: { shape: [1] } } }).subarray(LEGACY_MAGIC.length),
    ]);
    expect(pytorch.recognises(file, file.length)).toBe(true);
    expect(await outcomeOf(pytorch, file)).toBe('read');
  });

  test('name a class whose source was saved by a persistent id, and it is still a module', async () => {
    const type = persistent(tuple('module', globalOf('my.Net'), 'net.py', 'class Net: …'));
    const state = orderedDict({
      _parameters: orderedDict({ w: tensorIn(storageId('a', 4)) }),
      _modules: orderedDict({}),
    });
    const object = {
      write: () => [
        writePickle(type).subarray(2, -1),
        latin1(')R'),
        writePickle(state).subarray(2, -1),
        latin1('b'),
      ],
    };
    const tensors = await readTensorsOf(pytorch, assemble(object, ['a'], u64(4), FLOATS));
    expect(tensors.map(({ name }) => name)).toEqual(['w']);
  });

  test('that would take more bytes than any real ones are refused before they are read', async () => {
    const file = latin1('\x80\x02X\x00\x00\x00\x20');
    const source: ByteSource = {
      ...memorySource(file, 'model.pt'),
      sizeBytes: 2 ** 40,
      readInto: async (startByte, target) => {
        expect(target.length).toBeLessThan(100_000);
        target.set(file.subarray(startByte, startByte + target.length));
      },
    };
    await expect(pytorch.readTensors(source)).rejects.toMatchObject({ code: 'PICKLE_TOO_LARGE' });
  });

  test('of another version than the only one are refused', async () => {
    const file = concat([
      LEGACY_MAGIC,
      writePickle(1002),
      writePickle(null),
      writePickle(null),
      writePickle([]),
    ]);
    expect(await outcomeOf(pytorch, file)).toBe('BAD_VERSION');
  });
});

describe('a pickle that torch.save did not write', () => {
  test('is refused with the class that it holds', async () => {
    const file = writePickle(
      call('sklearn.linear_model.LinearRegression', [], { state: orderedDict({ coef_: 1 }) }),
    );
    expect(pytorch.recognises(file, file.length)).toBe(true);
    await expect(readTensorsOf(pytorch, file)).rejects.toThrow(
      /holds no tensors: it is an object of "sklearn\.linear_model\.LinearRegression"\. Nothing in it was executed/,
    );
  });

  test('is refused when pickle.dump wrote its tensors, with the way to save them', async () => {
    const storage = call('torch.storage._load_from_bytes', [latin1('…')]);
    const w = rebuiltVector(storage);
    await expect(readTensorsOf(pytorch, writePickle(orderedDict({ w })))).rejects.toThrow(
      /tensor "w" was written by pickle\.dump/,
    );
  });

  test('is refused when its tensors refer to storages', async () => {
    expect(await outcomeOf(pytorch, writePickle(orderedDict({ w: tensorIn(storageId('a', 4)) })))).toBe(
      'STORAGE_MISSING',
    );
  });

  test('is refused when it is empty, an old tar archive, or no pickle at all', async () => {
    expect(await outcomeOf(pytorch, new Uint8Array())).toBe('NOT_A_CHECKPOINT');
    expect(await outcomeOf(pytorch, latin1('hello, world'))).toBe('NOT_A_CHECKPOINT');
    const tar = new Uint8Array(10_240);
    tar.set(latin1('./pickle'));
    tar.set(latin1('ustar'), 257);
    expect(pytorch.recognises(tar.subarray(0, 1024), tar.length)).toBe(true);
    expect(await outcomeOf(pytorch, tar)).toBe('UNSUPPORTED_TAR');
  });
});
