import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { safetensors } from '../../src/formats/safetensors.ts';
import { selectLayers } from '../../src/layers/select-layers.ts';
import { analyzeLayer, toTask } from '../../src/metrics/analyze-layer.ts';
import { createEngine } from '../../src/spectrum/create-engine.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { MODELS } from '../support/golden-models.ts';
import { memorySource } from '../support/memory-source.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'alphagate-init-'));
});

afterEach(() => rm(cwd, { recursive: true }));

describe('init', () => {
  test.each(Object.entries(MODELS))('gives %s a configuration under which it is green', async (_, model) => {
    const init = await runCli(['init', PROJECT + model], { cwd });
    expect([init.exitCode, init.stderr]).toEqual([0, '']);
    expect(init.stdout).toMatch(/uses: alphagate.*pull-requests: write/s);
    const { exitCode, stderr } = await runCli(['analyze', PROJECT + model], { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test.each(['fc1', 'fc2'])(
    'makes a gate that turns red, by name, when the tail of %s is fattened',
    async (layer) => {
      const healthy = await readFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`);
      const file = path.join(cwd, 'model.safetensors');
      await writeFile(file, healthy);
      await runCli(['init', file], { cwd });
      await writeFile(file, await fatten(new Uint8Array(healthy), layer, 0.5));
      const { exitCode, stdout } = await runCli(['analyze', file, '--format', 'json'], { cwd });
      expect(exitCode).toBe(1);
      const failing = JSON.parse(stdout).layers.filter(
        ({ verdict }: { verdict: string }) => verdict === 'fail',
      );
      expect(failing.map(({ name }: { name: string }) => name)).toEqual([layer]);
    },
  );

  test('allows for the standard error of alpha, and for as much more as it is asked to', async () => {
    const model = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
    const confidence = async (...options: string[]) => {
      await runCli(['init', model, '--force', ...options], { cwd });
      return /^confidence: (.*)$/m.exec(await readFile(path.join(cwd, '.alphagate.yml'), 'utf8'))?.[1];
    };
    expect(await confidence()).toBe('1');
    expect(await confidence('--confidence', '2')).toBe('2');
  });

  test('does not replace a configuration unless it is told to', async () => {
    const model = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
    await writeFile(path.join(cwd, '.alphagate.yml'), 'min-alpha: 1\n');
    const refused = await runCli(['init', model], { cwd });
    expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/is there already.*--force/);
    expect((await runCli(['init', model, '--force'], { cwd })).exitCode).toBe(0);
  });
});

/**
 * The file with a layer's large singular values raised to a higher power, which fattens the tail, until its alpha has
 * fallen by `drop`.
 */
async function fatten(file: Uint8Array<ArrayBuffer>, name: string, drop: number): Promise<Uint8Array> {
  const list = await safetensors.readTensors(memorySource(file));
  const { layers } = selectLayers(list, { include: [name], exclude: [], minEvals: 0, maxEvals: 0, maxN: 0 });
  const layer = layers[0]!;
  const bytes = new Uint8Array(layer.tensor.sizeBytes);
  await layer.tensor.readInto(bytes);
  const [rows, cols] = layer.tensor.shape as [number, number];
  const engine = createEngine('wasm');
  const alphaOf = (data: Uint8Array) => analyzeLayer(engine, toTask(layer), data).alpha!;
  const svd = new SingularValueDecomposition(Matrix.from1DArray(rows, cols, new Float32Array(bytes.buffer)), {
    autoTranspose: true,
  });
  const before = alphaOf(bytes);
  for (let power = 1.02; power < 4; power += 0.02) {
    const values = svd.diagonal.map((value) => (value / svd.diagonal.at(-1)!) ** power);
    const matrix = svd.leftSingularVectors
      .mmul(Matrix.diag(values))
      .mmul(svd.rightSingularVectors.transpose());
    const changed = new Uint8Array(Float32Array.from(matrix.to1DArray()).buffer);
    if (alphaOf(changed) > before - drop) continue;
    const at = Buffer.from(file.buffer).indexOf(Buffer.from(bytes));
    const result = file.slice();
    result.set(changed, at);
    return result;
  }
  throw new Error(`the alpha of ${name} did not fall by ${drop}`);
}
