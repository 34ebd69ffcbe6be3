import { describe, expect, test } from '@jest/globals';
import { npz } from '../../../../src/formats/numpy/npz.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { buildNpy } from '../../../support/npy-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';
import { float32Bytes } from '../../../support/safetensors-builder.ts';
import { buildZip, deflatedRecord, text, type ZipRecord } from '../../../support/zip-builder.ts';

const ARRAYS = {
  'b.weight': buildNpy({ shape: [2, 3], bytes: float32Bytes([1, 2, 3, 4, 5, 6]) }),
  'a/bias': buildNpy({ shape: [3, 2], bytes: float32Bytes([1, 2, 3, 4, 5, 6]), fortranOrder: true }),
};
const stored = Object.entries(ARRAYS).map(([name, bytes]) => ({ name: `${name}.npy`, bytes }));
const deflated = stored.map(({ name, bytes }) => deflatedRecord(name, bytes));
const outcome = (records: readonly ZipRecord[]) => outcomeOf(npz, buildZip(records));

describe.each([
  ['stored', stored],
  ['deflated', deflated],
])('an archive of %s arrays', (_, records) => {
  const bytes = buildZip(records);

  test('is recognised, and its arrays are named by their records, in order', async () => {
    expect(npz.recognises(bytes, bytes.length)).toBe(true);
    const [weight, bias] = await readTensorsOf(npz, bytes);
    expect(weight).toMatchObject({ name: 'b.weight', dtype: 'F32', shape: [2, 3] });
    expect(await floatsOf(weight!)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(bias).toMatchObject({ name: 'a/bias', shape: [3, 2] });
    expect(await floatsOf(bias!)).toEqual([1, 4, 2, 5, 3, 6]);
    expect(weight!.storageKey).not.toBe(bias!.storageKey);
  });

  test('with a changed element is refused by its checksum', async () => {
    const damaged = records.map((record) => ({ ...record, crc32: 1234 }));
    expect(await outcome(damaged)).toBe('CRC_MISMATCH');
  });
});

const ZEROS = buildNpy({ shape: [17_500_000], bytes: new Uint8Array(70_000_000) });

describe('an archive is refused', () => {
  const [weight] = deflated as [ZipRecord];
  test.each<[string, readonly ZipRecord[], string]>([
    ['holds something else', [...stored, { name: 'readme.txt', bytes: text('hello') }], 'NOT_NPZ'],
    ['has an encrypted array', [{ ...weight, flags: 1 }], 'RECORD_ENCRYPTED'],
    ['has an array compressed by lzma', [{ ...weight, method: 14 }], 'RECORD_COMPRESSED'],
    ['claims that an array expands a thousandfold', [{ ...weight, expandsTo: 100_000_000 }], 'ARCHIVE_BOMB'],
    [
      'has an array that expands further than it says',
      [{ ...weight, expandsTo: weight.expandsTo! - 4 }],
      'ARCHIVE_BOMB',
    ],
    [
      'has an array that expands less far than it says',
      [{ ...weight, expandsTo: weight.expandsTo! + 4 }],
      'TRUNCATED',
    ],
    [
      'has an array whose compressed bytes are none',
      [{ ...weight, bytes: text('not deflate, surely') }],
      'BAD_ZIP',
    ],
    [
      'has an array of compressed bytes that are cut short',
      [{ ...weight, bytes: weight.bytes.subarray(0, -9) }],
      'BAD_ZIP',
    ],
    ['is a bomb: 70 MB of zeros', [deflatedRecord('w.npy', ZEROS)], 'ARCHIVE_BOMB'],
  ])('that %s', async (_, records, code) => {
    expect(await outcome(records)).toBe(code);
  });

  test('whose array hides more behind the size that it claims', async () => {
    const hidden = deflatedRecord('w.npy', new Uint8Array([...ARRAYS['b.weight'], ...text('more')]));
    expect(await outcome([{ ...hidden, expandsTo: ARRAYS['b.weight'].length }])).toBe('ARCHIVE_BOMB');
  });

  test('when reading it fails, with the failure itself', async () => {
    const source = memorySource(buildZip([deflatedRecord('w.npy', ARRAYS['b.weight'])]));
    const [tensor] = (await npz.readTensors(source)).tensors;
    source.readInto = () => Promise.reject(new RangeError('the network is down'));
    await expect(bytesOf(tensor!)).rejects.toThrow('the network is down');
  });
});

test('opening an archive reads the beginnings of its arrays, and an array by its bytes', async () => {
  const array = buildNpy({ shape: [100_000], bytes: new Uint8Array(400_000) });
  const source = countingSource(buildZip([{ name: 'w.npy', bytes: array }]));
  const { tensors } = await npz.readTensors(source);
  // End of the archive, directory, header of the record, header of the array.
  expect(source.reads).toHaveLength(4);
  expect(source.bytesRead).toBeLessThan(1000);
  source.reset();
  await bytesOf(tensors[0]!);
  expect(source.reads.map(([startByte, endByte]) => endByte - startByte)).toEqual([400_000]);
});
