import { expect, test } from '@jest/globals';
import { pytorch } from '../../../../src/formats/pytorch/pytorch.ts';
import {
  call,
  latin1,
  orderedDict,
  type Pickled,
  tuple,
  writePickle,
} from '../../../support/pickle-writer.ts';
import { buildTorchZip } from '../../../support/pytorch-builder.ts';
import { bytesOf, floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';

const FLOATS = new Uint8Array(Float32Array.of(1, 2, 3, 4, 5, 6).buffer);

const dtype = (code: string, order = '<') =>
  call('numpy.dtype', [code, false, true], { state: tuple(3, order, null, null, null, -1, -1, 0) });

const array = (
  shape: readonly number[],
  bytes: Pickled,
  { code = 'f4', order = '<', fortran = false } = {},
) =>
  call('numpy.core.multiarray._reconstruct', [tuple(0), latin1('b')], {
    state: tuple(1, tuple(...shape), dtype(code, order), fortran, bytes),
  });

const onlyTensor = async (value: Pickled) => {
  const tensors = await readTensorsOf(pytorch, writePickle(orderedDict({ w: value })));
  expect(tensors).toHaveLength(1);
  return tensors[0]!;
};

test('arrays in a plain pickle are read as tensors, whichever way their bytes were written', async () => {
  const asText = call('_codecs.encode', [String.fromCharCode(...FLOATS), 'latin1']);
  const asByteArray = call('builtins.bytearray', [FLOATS]);
  for (const bytes of [FLOATS, asText, asByteArray]) {
    const tensor = await onlyTensor(array([2, 3], bytes));
    expect([tensor.dtype, tensor.shape]).toEqual(['F32', [2, 3]]);
    expect(await floatsOf(tensor)).toEqual([1, 2, 3, 4, 5, 6]);
  }
  const fromBuffer = call('numpy._core.numeric._frombuffer', [FLOATS, dtype('f4'), tuple(2, 3), 'C']);
  expect(await floatsOf(await onlyTensor(fromBuffer))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('arrays in Fortran order and of big-endian numbers are turned round', async () => {
  expect(await floatsOf(await onlyTensor(array([2, 3], FLOATS, { fortran: true })))).toEqual([
    1, 3, 5, 2, 4, 6,
  ]);
  const big = await onlyTensor(array([2], Uint8Array.of(1, 2, 3, 4), { code: 'i2', order: '>' }));
  expect([big.dtype, [...(await bytesOf(big))]]).toEqual(['I16', [2, 1, 4, 3]]);
});

test('an array that torch keeps for tensors of other devices is the tensor', async () => {
  const value = call('torch._utils._rebuild_device_tensor_from_numpy', [
    array([6], FLOATS),
    'torch.float32',
    'xla:0',
    true,
  ]);
  expect(await floatsOf(await onlyTensor(value))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('arrays that do not fit their bytes are refused, those of objects are no tensors', async () => {
  const outcome = (value: Pickled) => outcomeOf(pytorch, writePickle(orderedDict({ w: value })));
  expect(await outcome(array([7], FLOATS))).toBe('BAD_TENSOR');
  expect(await outcome(array([-6], FLOATS))).toBe('BAD_TENSOR');
  expect(await outcome(array(Array(65).fill(1), FLOATS))).toBe('BAD_TENSOR');
  expect(await outcome(array([6], null))).toBe('BAD_TENSOR');
  expect(await outcome(array([1], [null], { code: 'O8' }))).toBe('NO_TENSORS');
});

test('an array under the name of a model is an array, not the model', async () => {
  const file = writePickle(orderedDict({ weights: array([6], FLOATS), bias: array([6], FLOATS) }));
  expect((await readTensorsOf(pytorch, file)).map(({ name }) => name)).toEqual(['weights', 'bias']);
});

test('arrays that share their bytes a thousand times over are refused', async () => {
  const bytes = new Uint8Array(1_000_000);
  const shared = { write: () => [writePickle(bytes).subarray(2, -1), latin1('q\x000')] };
  const arrays = Array.from({ length: 300 }, () => array([250_000], { write: () => [latin1('h\x00')] }));
  const file = { write: () => [...shared.write(), writePickle(arrays).subarray(2, -1)] };
  expect(await outcomeOf(pytorch, writePickle(file))).toBe('PICKLE_TOO_LARGE');
});

test('arrays and tensors may stand side by side', async () => {
  const file = buildTorchZip({
    tensors: { t: { shape: [1] } },
    root: (tensors) => orderedDict({ ...tensors, a: array([6], FLOATS) }),
  });
  expect((await readTensorsOf(pytorch, file)).map(({ name }) => name)).toEqual(['t', 'a']);
});
