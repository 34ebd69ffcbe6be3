import { expect, test } from '@jest/globals';
import { onnx } from '../../../../src/formats/onnx/onnx.ts';
import { buildOnnx, bytesField, float32, message, numberField } from '../../../support/onnx-builder.ts';
import { floatsOf, outcomeOf, readTensorsOf } from '../../../support/reading.ts';

const DATA = { 'model.data': float32(1, 2, 3, 4) };

const model = (external: Readonly<Record<string, string>>) =>
  buildOnnx({ initializers: [{ name: 'w', dims: [2], external }] });

test.each<[string, Record<string, string>, number[]]>([
  ['offset and length', { location: 'model.data', offset: '8', length: '8' }, [3, 4]],
  ['neither, from the beginning on', { location: 'model.data' }, [1, 2]],
  ['a checksum as well', { location: 'model.data', offset: '4', checksum: 'abc' }, [2, 3]],
])('elements in another file are read, given %s', async (_, external, expected) => {
  const [tensor] = await readTensorsOf(onnx, model(external), DATA);
  expect(await floatsOf(tensor!)).toEqual(expected);
});

test('tensors of one stretch of another file share it', async () => {
  const external = { location: 'model.data' };
  const file = buildOnnx({
    initializers: ['a', 'b'].map((name) => ({ name, dims: [2], external })),
  });
  const [a, b] = await readTensorsOf(onnx, file, DATA);
  expect(a!.storageKey).toBe(b!.storageKey);
});

test('tensors that share some bytes of another file and not all are refused', async () => {
  const at = (name: string, offset: string) => ({
    name,
    dims: [2],
    external: { location: 'model.data', offset },
  });
  const file = (...initializers: ReturnType<typeof at>[]) => buildOnnx({ initializers });
  expect(await outcomeOf(onnx, file(at('a', '0'), at('b', '4')), DATA)).toBe('BAD_LAYOUT');
  expect(await outcomeOf(onnx, file(at('a', '8'), at('b', '0'), at('c', '8')), DATA)).toBe('read');
});

test.each<[string, string]>([
  ['is absent', ''],
  ['is in a directory', 'weights/model.data'],
  ['is in a directory, on Windows', 'weights\\model.data'],
  ['is the directory', '.'],
  ['leads out of the directory', '../model.data'],
  ['is absolute', '/etc/passwd'],
  ['is absolute, on Windows', 'C:model.data'],
  ['is a URL', 'https://example.com/model.data'],
])('a location that %s is refused by name', async (_, location) => {
  const asked: string[] = [];
  const siblings = new Proxy(DATA, {
    getOwnPropertyDescriptor: (files, name) => {
      asked.push(String(name));
      return Reflect.getOwnPropertyDescriptor(files, 'model.data');
    },
  });
  await expect(readTensorsOf(onnx, model({ location }), siblings)).rejects.toMatchObject({
    code: 'EXTERNAL_DATA_OUTSIDE',
    message: expect.stringContaining(JSON.stringify(location)),
  });
  expect(asked).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  ['names a file that is not there', { location: 'other.data' }, 'EXTERNAL_DATA_MISSING'],
  ['begins after the end', { location: 'model.data', offset: '16' }, 'TENSOR_OUT_OF_BOUNDS'],
  ['ends after the end', { location: 'model.data', offset: '9' }, 'TENSOR_OUT_OF_BOUNDS'],
  ['begins where no number is exact', { location: 'model.data', offset: '9007199254740993' }, 'BAD_TENSOR'],
  ['has a negative offset', { location: 'model.data', offset: '-1' }, 'BAD_TENSOR'],
  ['has an offset that is no number', { location: 'model.data', offset: '0x8' }, 'BAD_TENSOR'],
  ['has another length than its shape', { location: 'model.data', length: '4' }, 'BAD_TENSOR'],
])('external data is refused when it %s', async (_, external, code) => {
  expect(await outcomeOf(onnx, model(external), DATA)).toBe(code);
});

test('external data is refused when one key has two values, or there is data in the file too', async () => {
  const twice = buildOnnx({
    initializers: [{ name: 'w', dims: [1], raw: float32(1), external: { location: 'model.data' } }],
  });
  expect(await outcomeOf(onnx, twice, DATA)).toBe('BAD_TENSOR');
  const location = bytesField(13, message(bytesField(1, 'location'), bytesField(2, 'model.data')));
  const twoLocations = buildOnnx({
    initializers: [{ name: 'w', dims: [1], fields: [location, location, numberField(14, 1)] }],
  });
  expect(await outcomeOf(onnx, twoLocations, DATA)).toBe('BAD_TENSOR');
});

test('a model that asks for more files than may stay open is refused', async () => {
  const initializers = Array.from({ length: 1001 }, (_, i) => ({
    name: `w${i}`,
    dims: [1],
    external: { location: `${i}.data` },
  }));
  const siblings = Object.fromEntries(initializers.map(({ external }) => [external.location, float32(1)]));
  expect(await outcomeOf(onnx, buildOnnx({ initializers }), siblings)).toBe('TOO_MANY_FILES');
  expect(await outcomeOf(onnx, buildOnnx({ initializers: initializers.slice(0, 1000) }), siblings)).toBe(
    'read',
  );
});
