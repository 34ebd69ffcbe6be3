import { expect, test } from '@jest/globals';
import { onnx } from '../../../../src/formats/onnx/onnx.ts';
import {
  buildOnnx,
  bytesField,
  fixedField,
  float32,
  message,
  numberField,
  varint,
} from '../../../support/onnx-builder.ts';
import { bytesOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';

const FLOAT_DATA = 4;
const INT32_DATA = 5;
const INT64_DATA = 7;
const DOUBLE_DATA = 10;
const UINT64_DATA = 11;

const f64 = (...values: number[]) => new Uint8Array(Float64Array.from(values).buffer);
const packed = (number: number, ...values: (number | bigint)[]) =>
  bytesField(number, message(...values.map((value) => varint(value))));
const bits = (array: ArrayLike<number> & ArrayBufferView<ArrayBuffer>) => [
  ...new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
];
const model = (dataType: number, count: number, ...fields: readonly Uint8Array[]) =>
  buildOnnx({ initializers: [{ name: 'w', dims: [count], dataType, fields }] });

test.each<[string, number, string, readonly Uint8Array[], number[]]>([
  ['float_data, packed', 1, 'F32', [bytesField(FLOAT_DATA, float32(1, 2, 3))], bits(float32(1, 2, 3))],
  [
    'float_data, one by one',
    1,
    'F32',
    [float32(1), float32(2), float32(3)].map((value) => fixedField(FLOAT_DATA, value)),
    bits(float32(1, 2, 3)),
  ],
  [
    'float_data, both and in pieces, with other fields between',
    1,
    'F32',
    [
      bytesField(FLOAT_DATA, float32(1)),
      bytesField(12, 'doc'),
      fixedField(FLOAT_DATA, float32(2)),
      bytesField(FLOAT_DATA, float32(3)),
    ],
    bits(float32(1, 2, 3)),
  ],
  ['double_data, packed', 11, 'F64', [bytesField(DOUBLE_DATA, f64(1, 2, -3))], bits(f64(1, 2, -3))],
  [
    'double_data, one by one',
    11,
    'F64',
    [fixedField(DOUBLE_DATA, f64(1)), fixedField(DOUBLE_DATA, f64(2)), fixedField(DOUBLE_DATA, f64(-3))],
    bits(f64(1, 2, -3)),
  ],
  ['FLOAT16 in int32_data', 10, 'F16', [packed(INT32_DATA, 0x3c00, 0xc000, 1)], [0, 0x3c, 0, 0xc0, 1, 0]],
  [
    'BFLOAT16 in int32_data',
    16,
    'BF16',
    [packed(INT32_DATA, 0x3f80, 0xbf80, 0)],
    [0x80, 0x3f, 0x80, 0xbf, 0, 0],
  ],
  ['FLOAT8E4M3FN in int32_data', 17, 'F8_E4M3', [packed(INT32_DATA, 0x38, 0xb8, 0)], [0x38, 0xb8, 0]],
  ['FLOAT8E5M2 in int32_data', 19, 'F8_E5M2', [packed(INT32_DATA, 0x3c, 0xbc, 0)], [0x3c, 0xbc, 0]],
  [
    'INT8 in int32_data, one by one',
    3,
    'I8',
    [-1, 127, -128].map((value) => numberField(INT32_DATA, value)),
    [255, 127, 128],
  ],
  ['INT32', 6, 'I32', [packed(INT32_DATA, -2, 2 ** 31 - 1, 0)], bits(Int32Array.of(-2, 2 ** 31 - 1, 0))],
  [
    'UINT32 in uint64_data',
    12,
    'U32',
    [packed(UINT64_DATA, 2 ** 32 - 1, 1, 0)],
    bits(Uint32Array.of(2 ** 32 - 1, 1, 0)),
  ],
  [
    'INT64',
    7,
    'I64',
    [packed(INT64_DATA, -1n, 2n ** 62n + 3n, -(2n ** 50n))],
    [...new Uint8Array(BigInt64Array.of(-1n, 2n ** 62n + 3n, -(2n ** 50n)).buffer)],
  ],
  ['BOOL', 9, 'BOOL', [packed(INT32_DATA, 1, 0, 1)], [1, 0, 1]],
])('elements stored as %s are read', async (_, dataType, dtype, fields, expected) => {
  const [tensor] = await readTensorsOf(onnx, model(dataType, 3, ...fields));
  expect(tensor!.dtype).toBe(dtype);
  expect([...(await bytesOf(tensor!))]).toEqual(expected);
});

test('a long run of numbers of one to three bytes is read across all windows', async () => {
  const values = Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 65536);
  const [tensor] = await readTensorsOf(
    onnx,
    model(
      10,
      values.length,
      packed(INT32_DATA, ...values.slice(0, 9)),
      bytesField(INT32_DATA, new Uint8Array(Buffer.concat(values.slice(9).map((value) => varint(value))))),
    ),
  );
  expect([...new Uint16Array((await bytesOf(tensor!)).buffer)]).toEqual(values);
});

test.each<[string, Uint8Array, string]>([
  ['more of them than the shape has', model(10, 2, packed(INT32_DATA, 1, 2, 3)), 'BAD_TENSOR'],
  ['fewer of them than the shape has', model(10, 2, packed(INT32_DATA, 0x3c00)), 'BAD_TENSOR'],
  ['fewer bytes than the shape has elements', model(10, 9, packed(INT32_DATA, 0x3c00)), 'BAD_TENSOR'],
  ['one that is too large for its type', model(10, 1, packed(INT32_DATA, 0x10000)), 'BAD_TENSOR'],
  ['one that is too small for its type', model(3, 1, packed(INT32_DATA, -129)), 'BAD_TENSOR'],
  [
    'one that goes on after the last byte',
    model(10, 1, bytesField(INT32_DATA, Uint8Array.of(0x80))),
    'BAD_WIRE',
  ],
  [
    'one of more than 64 bits',
    model(7, 1, bytesField(INT64_DATA, new Uint8Array(10).fill(0xff))),
    'BAD_WIRE',
  ],
  ['one stored as another kind of number', model(1, 1, numberField(FLOAT_DATA, 1)), 'BAD_WIRE'],
  [
    'two kinds of them',
    model(1, 2, bytesField(FLOAT_DATA, float32(1)), bytesField(DOUBLE_DATA, f64(1))),
    'BAD_TENSOR',
  ],
])('elements are refused when there are %s', async (_, bytes, code) => {
  expect(await outcomeOf(onnx, bytes)).toBe(code);
});
