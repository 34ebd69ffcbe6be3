import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PROJECT, runCli } from '../support/cli.ts';
import { fatten } from '../support/fatten.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'alphagate-init-'));
});

afterEach(() => rm(cwd, { recursive: true }));

describe('init', () => {
  test.each(['fc1', 'fc2'])(
    'makes a gate that turns red, by name, when the tail of %s is fattened',
    async (layer) => {
      const file = path.join(cwd, 'model.safetensors');
      await copyFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`, file);
      await runCli(['init', file], { cwd });
      await writeFile(file, await fatten(file, layer, 0.5));
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
