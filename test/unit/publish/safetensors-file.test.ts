import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { safetensors } from '../../../src/formats/safetensors.ts';
import { type WrittenTensor, writeSafetensors } from '../../../src/publish/safetensors-file.ts';
import { memorySource } from '../../support/memory-source.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();

function tensor(name: string, shape: readonly number[] = [2, 3]): WrittenTensor {
  const bytes = Uint8Array.from({ length: shape.reduce((a, b) => a * b, 4) }, (_, i) => i);
  return { name, dtype: 'F32', shape, sizeBytes: bytes.length, bytes: async () => bytes };
}

describe('a safetensors file that is written', () => {
  test('is what the reader reads, in the same order, names that are numbers or quotes included', async () => {
    const file = path.join(folder, 'a', 'model.safetensors');
    const tensors = [tensor('b'), tensor('10', []), tensor('2', [5]), tensor('"\\\n', [0]), tensor('ä', [1])];
    await writeSafetensors(file, tensors, { format: 'pt' }, []);
    const content = await readFile(file);
    const read = await safetensors.readTensors(memorySource(content));
    expect(read.tensors.map(({ name, dtype, shape }) => [name, dtype, shape])).toEqual(
      expect.arrayContaining(tensors.map(({ name, dtype, shape }) => [name, dtype, shape])),
    );
    expect(read.tensors).toHaveLength(tensors.length);
    for (const [index, { name, sizeBytes }] of tensors.entries()) {
      const bytes = new Uint8Array(sizeBytes);
      await read.tensors.find((one) => one.name === name)!.readInto(bytes);
      expect(bytes).toEqual(await tensors[index]!.bytes());
    }
    expect(content.readBigUInt64LE() % 8n).toBe(0n);
  });

  test.each([
    ['a name that the format has taken', [tensor('__metadata__')]],
    ['the same name twice', [tensor('a'), tensor('a')]],
  ])('does not hold %s', async (_, tensors) => {
    const file = path.join(folder, 'names.safetensors');
    await expect(writeSafetensors(file, tensors, {}, [])).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
  });

  test('is not there, nor anything else, when a tensor cannot be read; what was there before stays', async () => {
    const file = path.join(folder, 'kept.safetensors');
    await writeFile(file, 'before');
    const names = await readdir(folder);
    const broken = { ...tensor('b'), bytes: () => Promise.reject(new Error('cut short')) };
    await expect(writeSafetensors(file, [tensor('a'), broken], {}, [])).rejects.toThrow('cut short');
    expect(await readdir(folder)).toEqual(names);
    expect(await readFile(file, 'utf8')).toBe('before');
  });

  test('cannot lie below a file', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(writeSafetensors(path.join(file, 'x'), [], {}, [])).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
  });
});
