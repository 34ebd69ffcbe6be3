import { expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import { countingSource } from '../../../support/counting-source.ts';
import { buildLegacyTorch, buildTorchZip } from '../../../support/pytorch-builder.ts';

const ELEMENTS = 100_000;
const BYTES = 4 * ELEMENTS;

const tensors = {
  'a.weight': { shape: [ELEMENTS] },
  'b.weight': { shape: [ELEMENTS] },
  'b.row': { shape: [100], offset: 500, storage: '1' },
  'b.column': { shape: [100], strides: [100], offset: 500, storage: '1' },
};

test('opening a zip checkpoint reads its directory, its pickle and its byte order, and no weights', async () => {
  const source = countingSource(buildTorchZip({ tensors }));
  await pytorch.readTensors(source);
  expect(source.reads.map(([startByte, endByte]) => endByte - startByte).every((bytes) => bytes < 2000)).toBe(
    true,
  );
  // Signature, end records, directory, pickle, byte order.
  expect(source.reads).toHaveLength(5);
  expect(source.bytesRead).toBeLessThan(4000);
  expect(source.sizeBytes).toBeGreaterThan(2 * BYTES);
});

test('the number of reads that opening takes does not grow with the number of tensors', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`layer.${i}`, { shape: [1] }]));
  const source = countingSource(buildTorchZip({ tensors: many }));
  await pytorch.readTensors(source);
  expect(source.reads).toHaveLength(5);
});

test('reading a tensor reads the header of its record once, and its own bytes', async () => {
  const source = countingSource(buildTorchZip({ tensors }));
  const read = (await pytorch.readTensors(source)).tensors;
  const costs = [];
  for (const tensor of read) {
    source.reset();
    await tensor.readInto(new Uint8Array(tensor.sizeBytes));
    costs.push(source.reads.map(([startByte, endByte]) => endByte - startByte));
  }
  const headerBytes = 30 + 'archive/data/0'.length;
  // A column is gathered from the range that it spans.
  expect(costs).toEqual([[headerBytes, BYTES], [headerBytes, BYTES], [400], [4 * (99 * 100 + 1)]]);
});

test('a legacy file is opened by reading its pickles, and a tensor by its count and its own bytes', async () => {
  const source = countingSource(buildLegacyTorch({ tensors }));
  const read = (await pytorch.readTensors(source)).tensors;
  expect(source.bytesRead).toBeLessThan(20_000);
  source.reset();
  await read[2]!.readInto(new Uint8Array(400));
  await read[2]!.readInto(new Uint8Array(400));
  expect(source.reads.map(([startByte, endByte]) => endByte - startByte)).toEqual([8, 400, 400]);
});
