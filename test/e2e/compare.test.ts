import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Comparison } from '../../src/report/comparison.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { seededNormals } from '../support/random.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEALTHY = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
const OVERTRAINED = `${PROJECT}examples/demo/mlp3-overtrained.safetensors`;

const folder = temporaryFolder();

async function write(
  name: string,
  shapes: Readonly<Record<string, readonly [number, number]>>,
): Promise<string> {
  const normal = seededNormals(1);
  const tensors = Object.entries(shapes).map(([tensor, shape]) => [
    tensor,
    { shape, bytes: float32Bytes(Float64Array.from({ length: shape[0] * shape[1] }, normal)) },
  ]);
  const file = path.join(folder, name);
  await writeFile(file, buildSafetensors(Object.fromEntries(tensors)));
  return file;
}

describe('alphagate compare', () => {
  test('ends with 1 when the second model fails the gate, and says how far each layer has moved', async () => {
    const { exitCode, stdout, stderr } = await runCli(['compare', HEALTHY, OVERTRAINED]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(/^FAIL {2}.*overtrained.* against .*healthy.*: 1 of 3 layers fails/);
    expect(stdout).toMatch(/^fail +fc1 +1\.388 +−1\.156 /m);
    expect(stdout).toMatch(/ΔW is the raw distance\n$/);
  });

  test('ends with 0 for a model that passes, and finds no change in itself', async () => {
    const { exitCode, stdout } = await runCli(['compare', HEALTHY, HEALTHY, '--format', 'json']);
    const { layers, summary, unmatched } = JSON.parse(stdout) as Comparison;
    expect(exitCode).toBe(0);
    expect(summary).toMatchObject({ verdict: 'pass', passed: true, mean_delta_W: 0, mean_delta_b: 0 });
    expect(layers.map(({ longname, alpha, b_shape }) => [longname, alpha.delta, b_shape])).toEqual([
      ['fc1', 0, [300]],
      ['fc2', 0, [100]],
      ['fc3', 0, [10]],
    ]);
    expect(unmatched).toEqual([]);
  });

  test('fails on a drop of alpha that the settings forbid', async () => {
    const drop = ['--min-alpha', '1', '--max-alpha-drop', '0.5'];
    const { exitCode, stdout } = await runCli(['compare', HEALTHY, OVERTRAINED, ...drop]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^fail +fc1 /m);
  });

  test('names the layers that only one of the two has, or that have another shape', async () => {
    const base = await write('base.safetensors', { same: [60, 50], gone: [60, 50], wide: [90, 50] });
    const model = await write('model.safetensors', { same: [60, 50], wide: [70, 50], fresh: [80, 70] });
    const { stdout } = await runCli(['compare', base, model, '--format', 'json']);
    const { layers, unmatched } = JSON.parse(stdout) as Comparison;
    expect(layers.map(({ longname }) => longname)).toEqual(['same']);
    expect(unmatched).toEqual([
      { name: 'fresh', reason: 'not in the base' },
      { name: 'wide', reason: '70×50, in the base 90×50' },
      { name: 'gone', reason: 'only in the base' },
    ]);
  });

  test('writes Markdown in which names from models are harmless', async () => {
    const name = '`|<img src=x>@everyone';
    const base = await write('hostile-base.safetensors', { [name]: [60, 50] });
    const output = path.join(folder, 'comparison.md');
    expect((await runCli(['compare', base, base, '--output', output])).exitCode).toBe(0);
    const markdown = await readFile(output, 'utf8');
    expect(markdown).toMatch(/^\| ⚠️ \| ``+ ?`\\\|<img src=x>@everyone ?``+ \|/m);
  });

  test('ends with 3 when the base cannot be read, with 2 when a model is missing', async () => {
    const unreadable = await runCli(['compare', path.join(folder, 'nothing.pt'), HEALTHY]);
    expect(unreadable).toMatchObject({ exitCode: 3, stdout: '' });
    const missing = await runCli(['compare', HEALTHY]);
    expect(missing).toMatchObject({
      exitCode: 2,
      stderr:
        'alphagate: compare: takes two models, not 1. Name the one to compare with, then the one to compare.\n',
    });
  });
});
