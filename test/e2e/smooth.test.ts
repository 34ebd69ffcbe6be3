import { copyFile, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { safetensors } from '../../src/formats/safetensors.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import type { Smoothing } from '../../src/report/smoothing.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { memorySource } from '../support/memory-source.ts';
import { buildSafetensors } from '../support/safetensors-builder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MODEL = `${PROJECT}examples/demo/mlp3-overtrained.safetensors`;
const HALF = `${PROJECT}test/golden/models/minilm-l0-bf16-f16/files/model.safetensors`;

const folder = temporaryFolder();

async function tensorsOf(file: string): Promise<readonly Tensor[]> {
  return (await safetensors.readTensors(memorySource(await readFile(file)))).tensors;
}

async function bytesOf(tensor: Tensor): Promise<Uint8Array> {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes);
  return bytes;
}

describe('alphagate smooth', () => {
  test('writes a model whose layers have the rank it says, everything else as it was', async () => {
    const output = path.join(folder, 'new', 'smooth.safetensors');
    const run = await runCli(['smooth', MODEL, '-o', output, '--format', 'json']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const { layers, method } = JSON.parse(run.stdout) as Smoothing;
    expect(method).toBe('detX');

    const [before, after] = [await tensorsOf(MODEL), await tensorsOf(output)];
    expect(after.map(({ name, dtype, shape }) => [name, dtype, shape])).toEqual(
      before.map(({ name, dtype, shape }) => [name, dtype, shape]),
    );
    for (const [index, tensor] of before.entries())
      if (tensor.shape.length === 1) expect(await bytesOf(after[index]!)).toEqual(await bytesOf(tensor));

    const report = JSON.parse((await runCli(['analyze', output, '--format', 'json'])).stdout);
    for (const { longname, kept, M, new_norm } of layers) {
      const layer = report.layers.find((one: { longname: string }) => one.longname === longname);
      // Rounding to float32 makes up singular values of no consequence.
      expect(layer.weak_rank_loss).toBe(M - kept!);
      expect(layer.norm).toBeCloseTo(new_norm ** 2, 2);
    }
  });

  test('keeps the types of half precision', async () => {
    const output = path.join(folder, 'half.safetensors');
    expect((await runCli(['smooth', HALF, '-o', output, '--smooth-method', 'svd'])).exitCode).toBe(0);
    const dtypes = async (file: string) => (await tensorsOf(file)).map(({ name, dtype }) => [name, dtype]);
    expect(await dtypes(output)).toEqual(await dtypes(HALF));
  });

  test('never writes over its input, by whatever name', async () => {
    const input = path.join(folder, 'input.safetensors');
    const link = path.join(folder, 'link.safetensors');
    await copyFile(MODEL, input);
    await symlink(input, link);
    for (const output of [input, path.join(folder, '.', 'input.safetensors'), link]) {
      const run = await runCli(['smooth', input, '-o', output]);
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toMatch(/is the model that is read/);
    }
    expect((await readFile(input)).equals(await readFile(MODEL))).toBe(true);
  });

  test('names a layer that is too large for it, and what can be done about that', async () => {
    const side = 8200;
    const header = buildSafetensors({
      'wide.weight': { dtype: 'F8_E4M3', shape: [side, side], bytes: new Uint8Array(0) },
    });
    // Its elements are a hole in the file.
    const model = path.join(folder, 'wide.safetensors');
    await writeFile(model, header);
    await truncate(model, header.length + side * side);
    const run = await runCli(['smooth', model, '-o', path.join(folder, 'narrow.safetensors')]);
    expect(run).toMatchObject({ exitCode: 3, stdout: '' });
    expect(run.stderr).toMatch(
      /^alphagate: layer "wide": .* Leave the layer out with exclude, and it stays as it is\.\n$/,
    );
  });

  test('leaves nothing behind when it fails', async () => {
    const before = await readdir(folder);
    const broken = `${PROJECT}test/golden/models/gguf-alltypes-synthetic/files/alltypes.gguf`;
    const run = await runCli(['smooth', broken, '-o', path.join(folder, 'never.safetensors')]);
    expect(run.exitCode).not.toBe(0);
    expect(await readdir(folder)).toEqual(before);
  });

  test.each([
    ['no file to write to', ['smooth', MODEL], /nowhere to write to/],
    ['a file of another kind', ['smooth', MODEL, '-o', 'model.pt'], /cannot write "model\.pt"/],
    ['two models', ['smooth', MODEL, MODEL, '-o', 'x.safetensors'], /takes one model, not 2/],
    ['a share above 1', ['smooth', MODEL, '-o', 'x.safetensors', '--smooth-percent', '2'], /smooth-percent/],
  ])('ends with 2 for %s', async (_, args, message) => {
    const run = await runCli(args);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(message);
  });
});
