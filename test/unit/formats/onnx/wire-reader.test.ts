import { describe, expect, test } from '@jest/globals';
import { type WireField, WireReader } from '../../../../src/formats/onnx/wire-reader.ts';
import { memorySource } from '../../../support/memory-source.ts';
import { bytesField, fixedField, message, numberField, varint } from '../../../support/onnx-builder.ts';

const readerOf = (bytes: Uint8Array) => new WireReader(memorySource(bytes, 'model.onnx'));

async function fieldsOf(bytes: Uint8Array, endByte = bytes.length) {
  const fields: WireField[] = [];
  for await (const field of readerOf(bytes).fields(0, endByte)) fields.push(field);
  return fields;
}

describe('the fields of a message', () => {
  test('are found with their numbers, kinds and places', async () => {
    const bytes = message(
      numberField(1, 300),
      bytesField(2, 'ab'),
      fixedField(3, new Uint8Array(4)),
      fixedField(536_870_911, new Uint8Array(8)),
    );
    expect(await fieldsOf(bytes)).toEqual([
      { number: 1, wireType: 'varint', tagByte: 0, startByte: 1, endByte: 3, value: 300n },
      { number: 2, wireType: 'bytes', tagByte: 3, startByte: 5, endByte: 7, value: 0n },
      { number: 3, wireType: 'fixed32', tagByte: 7, startByte: 8, endByte: 12, value: 0n },
      { number: 536_870_911, wireType: 'fixed64', tagByte: 12, startByte: 17, endByte: 25, value: 0n },
    ]);
  });

  test.each([0n, 127n, 128n, 2n ** 49n - 1n, 2n ** 49n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n])(
    'may hold the number %s',
    async (value) => {
      expect((await fieldsOf(numberField(1, value)))[0]!.value).toBe(value);
    },
  );

  test.each<[string, Uint8Array, string]>([
    ['a field of number 0', Uint8Array.of(0, 0), 'BAD_WIRE'],
    ['a group', Uint8Array.of(0x0b, 0x0c), 'BAD_WIRE'],
    ['a kind that protobuf does not have', Uint8Array.of(0x0f, 0), 'BAD_WIRE'],
    ['a field number of more than 29 bits', message(varint(2 ** 32), Uint8Array.of(0)), 'BAD_WIRE'],
    ['a field number of more than 49 bits', message(varint(2n ** 60n), Uint8Array.of(0)), 'BAD_WIRE'],
    ['a number of 65 bits', message(varint(8), new Uint8Array(9).fill(0xff), Uint8Array.of(2)), 'BAD_WIRE'],
    ['a number without end', message(varint(8), new Uint8Array(20).fill(0x80)), 'BAD_WIRE'],
    ['a number that is cut off', Uint8Array.of(8, 0x80), 'TRUNCATED'],
    ['a fixed number that is cut off', Uint8Array.of(0x0d, 1, 2, 3), 'TRUNCATED'],
    ['a length of 1 TB', message(varint(0x0a), varint(2 ** 40)), 'TRUNCATED'],
    ['a length of more than 49 bits', message(varint(0x0a), varint(2n ** 63n)), 'TRUNCATED'],
  ])('are refused when there is %s', async (_, bytes, code) => {
    await expect(fieldsOf(bytes)).rejects.toMatchObject({
      code,
      details: { offsetBytes: expect.any(Number) },
    });
  });

  test('end where their message ends, even when the file goes on', async () => {
    const bytes = message(bytesField(1, 'abc'), numberField(2, 1));
    await expect(fieldsOf(bytes, 4)).rejects.toMatchObject({ code: 'BAD_WIRE' });
    expect(await fieldsOf(bytes, 5)).toHaveLength(1);
  });
});

test('text may begin with a byte order mark and keeps it', async () => {
  const reader = readerOf(bytesField(1, '\uFEFFx'));
  for await (const field of reader.fields(0, reader.source.sizeBytes)) {
    expect(await reader.text(field)).toBe('\uFEFFx');
  }
  expect.assertions(1);
});
