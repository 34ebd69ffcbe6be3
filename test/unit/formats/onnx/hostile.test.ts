import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { groupModels } from '../../../../src/formats/models.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import { memoryFolder } from '../../../support/memory-source.ts';
import { bytesOf, outcomeOf, readOnnx } from '../../../support/onnx-reading.ts';

const FOLDER = new URL('../../../fixtures/onnx/hostile/', import.meta.url);

interface HostileFile {
  readonly file: string;
  readonly what: string;
  readonly why: string;
  /** `ok`: it is read. `error`: it is refused. `skip-layer`: it is read but for a tensor that cannot be analysed. */
  readonly expected: 'ok' | 'error' | 'skip-layer';
  /** Another outcome that would be right. */
  readonly alsoFine?: 'ok' | 'error' | 'skip-layer';
  /** The code of the error. */
  readonly code?: string;
  /** The names that are read. */
  readonly tensors?: readonly string[];
  /** Of the elements of the first tensor. */
  readonly sum?: number;
}

const FILES: readonly HostileFile[] = JSON.parse(await readFile(new URL('expected.json', FOLDER), 'utf8'));

/** Each file is its own sibling too: one of them names itself. */
async function load(file: string): Promise<[bytes: Uint8Array, siblings: Record<string, Uint8Array>]> {
  const bytes = await readFile(new URL(file, FOLDER));
  return [bytes, { [file]: bytes, passwd: bytes }];
}

test.each(FILES.filter(({ code }) => code !== undefined))(
  '$file ($what) is refused as it should be',
  async ({ file, code, expected, alsoFine }) => {
    expect([expected, alsoFine]).toContain('error');
    expect(await outcomeOf(...(await load(file)))).toBe(code);
  },
);

test.each(FILES.filter(({ code }) => code === undefined))(
  '$file ($what) is read as it should be',
  async ({ file, expected, alsoFine, tensors, sum }) => {
    expect([expected, alsoFine]).toContain('ok');
    const read = await readOnnx(...(await load(file)));
    expect(read.map(({ name }) => name)).toEqual(tensors);
    const { buffer } = await bytesOf(read[0]!);
    const values = [...(read[0]!.dtype === 'F16' ? new Float16Array(buffer) : new Float32Array(buffer))];
    expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(sum!, 4);
  },
);

test('every hostile file is among those tried', async () => {
  const files = (await readdir(FOLDER)).filter((file) => file !== 'expected.json');
  expect(files.sort()).toEqual(FILES.map(({ file }) => file).sort());
});

test('a model under another name is known by its content, and an empty file is told apart', async () => {
  const open = async (path: string) => {
    const folder = memoryFolder({ [path]: (await load(path))[0] }, 'file');
    const [model] = await groupModels(folder);
    return openModel(model!);
  };
  expect(await open('onnx_named.safetensors')).toMatchObject({ format: 'onnx', tensors: [{ name: 'w' }] });
  await expect(open('empty.onnx')).rejects.toMatchObject({
    code: 'NO_GRAPH',
    problem: 'as ONNX, it is empty',
  });
  await expect(open('truncated_varint.onnx')).rejects.toMatchObject({ code: 'TRUNCATED' });
});
