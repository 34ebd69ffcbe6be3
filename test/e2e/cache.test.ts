import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type ActionStep, runActionStep } from '../support/action.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { runProgram } from '../support/run-program.ts';
import { pushEvent } from '../support/runner/events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEALTHY = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
const OVERTRAINED = `${PROJECT}examples/demo/mlp3-overtrained.safetensors`;

let folder: string;
let cache: string;

beforeEach(() => {
  folder = temporaryFolder();
  cache = path.join(folder, 'cache');
});

/** The documents of a run without the time that it took, and what it said of its cache. */
async function analyze(models: readonly string[], ...options: string[]) {
  const documents = ['report.json', 'report.csv'];
  const outputs = documents.flatMap((name) => ['-o', name]);
  const command = ['analyze', ...models, '--verbose', ...outputs, ...options];
  const { exitCode, stderr } = await runCli(command, { cwd: folder });
  const texts = await Promise.all(documents.map((name) => readFile(path.join(folder, name), 'utf8')));
  const report = texts.join('').replaceAll(/"total_ms": \d+/g, '');
  return { exitCode, report, said: stderr };
}

const used = (known: number, layers: number) => `alphagate: ${known} of ${layers} layers were in the cache\n`;
const entries = async () => (await readdir(cache)).map((name) => path.join(cache, name));

describe('the command line with a cache', () => {
  test('reports the same with and without it, empty, full or in part', async () => {
    const plain = await analyze([HEALTHY, OVERTRAINED]);
    const cold = await analyze([HEALTHY], '--cache', 'cache');
    const partly = await analyze([HEALTHY, OVERTRAINED], '--cache', 'cache');
    const warm = await analyze([HEALTHY, OVERTRAINED], '--cache', 'cache', '--threads', '1');
    expect(plain.said).toBe('');
    expect([cold.said, partly.said, warm.said]).toEqual([used(0, 3), used(3, 6), used(6, 6)]);
    expect(partly).toMatchObject({ exitCode: plain.exitCode, report: plain.report });
    expect(warm).toMatchObject({ exitCode: plain.exitCode, report: plain.report });
  });

  test('analyses anew what it keeps in pieces, or with other settings', async () => {
    const cold = await analyze([HEALTHY], '--cache', 'cache');
    for (const file of await entries()) await truncate(file, 200);
    const again = await analyze([HEALTHY], '--cache', 'cache');
    expect(again).toEqual(cold);
    expect((await analyze([HEALTHY], '--cache', 'cache')).said).toBe(used(3, 3));
    expect((await analyze([HEALTHY], '--cache', 'cache', '--seed', '2')).said).toBe(used(0, 3));
  });

  test('believes nothing that other code has computed', async () => {
    await analyze([HEALTHY], '--cache', 'cache');
    const dist = path.join(folder, 'dist');
    for (const part of ['cli', 'worker', 'chunks', 'package.json'])
      await cp(`${PROJECT}dist/${part}`, path.join(dist, part), { recursive: true });
    const chunks = (await readdir(path.join(dist, 'chunks'))).map((name) => path.join(dist, 'chunks', name));
    const kernels: string[] = [];
    for (const file of chunks)
      if ((await readFile(file, 'utf8')).includes('// src/generated/kernels.ts')) kernels.push(file);
    expect(kernels).toHaveLength(1);
    const command = ['dist/cli/index.js', 'analyze', HEALTHY, '--cache', cache, '--verbose'];
    const run = () => runProgram(process.execPath, command, { cwd: folder });
    expect((await run()).stderr).toBe(used(3, 3));
    await writeFile(kernels[0]!, `${await readFile(kernels[0]!, 'utf8')}\n// another`);
    expect((await run()).stderr).toBe(used(0, 3));
  });

  test('shares it with another process that runs at the same time', async () => {
    const plain = await runCli(['analyze', HEALTHY, '--format', 'csv']);
    const command = ['analyze', HEALTHY, '--format', 'csv', '--cache', cache];
    const runs = await Promise.all([runCli(command), runCli(command), runCli(command)]);
    expect(runs).toEqual([plain, plain, plain]);
    expect(await entries()).toHaveLength(3);
  });

  test('says once that it cannot keep anything, and fails for no other reason', async () => {
    const cold = await analyze([HEALTHY], '--cache', 'cache');
    for (const file of await entries()) {
      await rm(file);
      await mkdir(path.join(file, 'in the way'), { recursive: true });
    }
    const { said, ...rest } = await analyze([HEALTHY], '--cache', 'cache');
    expect(rest).toEqual({ exitCode: cold.exitCode, report: cold.report });
    expect(said).toMatch(
      /^alphagate: 0 of 3 layers were in the cache, and no more are kept there: E[A-Z]+: .*\n$/,
    );
  });

  test('refuses a file in its place', async () => {
    await writeFile(cache, '');
    const run = await runCli(['analyze', HEALTHY, '--cache', cache, '--verbose']);
    expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('CACHE_NOT_A_FOLDER') });
  });

  test('compares and smooths with it as without', async () => {
    const compare = ['compare', OVERTRAINED, HEALTHY, '--format', 'json'];
    const smooth = (output: string) => [
      'smooth',
      HEALTHY,
      '-o',
      path.join(folder, output),
      '--smooth-method',
      'alpha_min',
    ];
    const plain = await runCli(compare);
    await runCli(smooth('plain.safetensors'));
    for (const known of [0, 6]) {
      const run = await runCli([...compare, '--cache', cache, '--verbose']);
      expect(run).toEqual({ ...plain, stderr: used(known, 6) });
    }
    for (const known of [0, 3]) {
      const run = await runCli([...smooth(`${known}.safetensors`), '--cache', cache, '--verbose']);
      expect(run).toMatchObject({ exitCode: 0, stderr: used(known, 3) });
      const [a, b] = await Promise.all(
        ['plain', known].map((name) => readFile(path.join(folder, `${name}.safetensors`))),
      );
      expect(a!.equals(b!)).toBe(true);
    }
  });
});

describe('the action with a cache', () => {
  const gate = (inputs: ActionStep['inputs']) =>
    runActionStep({
      inputs: { model: HEALTHY, comment: 'never', ...inputs },
      event: pushEvent({ sha: 'a'.repeat(40) }),
    });

  test('says how much of its work it found there', async () => {
    expect((await gate({ cache })).log).toContain('0 of 3 layers were in the cache\n');
    const { log, exitCode } = await gate({ cache });
    expect([exitCode, log]).toEqual([0, expect.stringContaining('3 of 3 layers were in the cache\n')]);
  });

  test('warns where nothing can be kept', async () => {
    await gate({ cache });
    for (const file of await entries()) {
      await rm(file);
      await mkdir(path.join(file, 'in the way'), { recursive: true });
    }
    const { log, exitCode } = await gate({ cache });
    expect([exitCode, log]).toEqual([0, expect.stringMatching(/^::warning title=Alphagate::0 of 3 layers/m)]);
  });

  test('does not believe one that has come with the checkout', async () => {
    const { log, exitCode } = await gate({ cache: '.alphagate-cache' });
    expect([exitCode, log]).toEqual([1, expect.stringContaining('CACHE_IN_WORKSPACE')]);
  });
});
