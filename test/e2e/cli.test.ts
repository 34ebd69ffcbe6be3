import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportSchema } from '../../src/report/report.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { seededNormals } from '../support/random.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';

const HEALTHY = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
const OVERTRAINED = `${PROJECT}examples/demo/mlp3-overtrained.safetensors`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'alphagate-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const write = async (name: string, content: Uint8Array | string): Promise<string> => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
};

const gaussian = (rows: number, cols: number) => {
  const normal = seededNormals(1);
  return float32Bytes(Float64Array.from({ length: rows * cols }, normal));
};

/** What an error has to be: one line on standard error that says how to go on, nothing on standard output, no stack. */
const expectOneClearLine = (
  { stdout, stderr }: { stdout: string; stderr: string },
  ...parts: (string | RegExp)[]
) => {
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^alphagate: [^\n]+\.\n$/);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal/);
  for (const part of parts) expect(stderr).toMatch(part);
};

describe('exit code 0', () => {
  test('for a model whose layers pass', async () => {
    const run = await runCli(['analyze', HEALTHY]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/fc1/);
  });

  test('for a layer out of bounds with too few eigenvalues to judge', async () => {
    const file = await write(
      'small.safetensors',
      buildSafetensors({
        a: { shape: [16, 12], bytes: gaussian(16, 12) },
        b: { shape: [200, 100], bytes: gaussian(200, 100) },
      }),
    );
    const { exitCode, stdout } = await runCli([
      'analyze',
      file,
      '--min-alpha',
      '50',
      '--max-alpha',
      '60',
      '--exclude',
      'b',
      '--on-inconclusive',
      'pass',
      '--format',
      'json',
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).layers[0].verdict).toBe('inconclusive');
  });

  test('for help and version', async () => {
    expect(await runCli(['--help'])).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringContaining('--min-alpha NUMBER'),
    });
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('exit code 1', () => {
  test('for a layer below its threshold, and the table names it', async () => {
    const { exitCode, stdout, stderr } = await runCli(['analyze', OVERTRAINED]);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/fc1.*1\.388/);
  });

  test('for a layer with weights that are not finite', async () => {
    const bytes = gaussian(64, 32);
    new DataView(bytes.buffer).setFloat32(40, Number.NaN, true);
    const file = await write(
      'nan.safetensors',
      buildSafetensors({ 'fc.weight': { shape: [64, 32], bytes } }),
    );
    const { exitCode, stdout } = await runCli(['analyze', file, '--format', 'json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).layers[0]).toMatchObject({
      verdict: 'fail',
      alpha: null,
      reasons: ['not finite: 1 NaN of 2048 weights'],
    });
  });

  test('for a model of which nothing can be judged', async () => {
    const file = await write('zero.safetensors', buildSafetensors({ 'fc.weight': { shape: [64, 32] } }));
    expect((await runCli(['analyze', file])).exitCode).toBe(1);
  });
});

describe('exit code 2', () => {
  test.each<[string, string[], RegExp]>([
    ['no model', ['analyze'], /no model is named/],
    ['an unknown command', ['analyse', 'x'], /"analyse" is not a command|"analyse": is not a command/],
    ['no report', ['merge'], /no report is named/],
    ['a command that is not there', ['quantize', 'x'], /"quantize"/],
    ['an unknown option', ['analyze', 'x', '--min-alfa', '2'], /--min-alfa/],
    [
      'a number that does not parse',
      ['analyze', HEALTHY, '--min-alpha', 'two'],
      /option --min-alpha: "two" cannot be used\. It must be a number/,
    ],
    ['a number out of range', ['analyze', HEALTHY, '--max-ks-distance', '2'], /from 0 to 1/],
    [
      'bounds that contradict each other',
      ['analyze', HEALTHY, '--min-alpha', '9'],
      /9 is above max-alpha, 6/,
    ],
    [
      'an unknown format',
      ['analyze', HEALTHY, '--format', 'xml'],
      /"xml" is not a format.*table, json, markdown/,
    ],
    ['a suffix that no report has', ['analyze', HEALTHY, '-o', 'report.pdf'], /report\.pdf.*\.json, \.md/],
    ['a place that cannot be read', ['analyze', 'gs://bucket/name'], /gs:\/\//],
    ['a bucket that cannot be one', ['analyze', 's3:///key'], /s3:\/\//],
    ['a configuration that is not there', ['analyze', HEALTHY, '--config', 'no.yml'], /no\.yml/],
  ])('for %s', async (_, args, message) => {
    const run = await runCli(args);
    expect(run.exitCode).toBe(2);
    expectOneClearLine(run, message);
  });

  test('for a configuration file with a mistake, which names file and key', async () => {
    const config = await write('mistake.yml', 'min-alpha: high\n');
    const run = await runCli(['analyze', HEALTHY, '--config', config]);
    expect(run.exitCode).toBe(2);
    expectOneClearLine(run, /mistake\.yml: min-alpha: "high" cannot be used/);
  });

  test('for no words at all, with the help', async () => {
    expect(await runCli([])).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('Usage') });
  });
});

describe('exit code 3', () => {
  test.each<[string, () => Promise<string>, RegExp]>([
    ['a file that is not there', async () => path.join(folder, 'gone.safetensors'), /gone\.safetensors/],
    [
      'an empty directory',
      async () => {
        await mkdir(path.join(folder, 'empty'));
        return path.join(folder, 'empty');
      },
      /empty/,
    ],
    ['a glob that matches nothing', async () => path.join(folder, '*.nothing'), /\*\.nothing/],
    [
      'a directory without a model',
      async () => path.dirname(await write('text/README.md', 'x')),
      /README\.md/,
    ],
    ['an empty file', () => write('empty.safetensors', ''), /has 0 bytes/],
    [
      'a truncated file',
      async () => write('cut.safetensors', (await readFile(HEALTHY)).subarray(0, 100_000)),
      /tensor "fc1\.weight" claims.*cut short/,
    ],
    [
      'a git-LFS pointer',
      () =>
        write(
          'lfs.safetensors',
          `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 1234\n`,
        ),
      /lfs: true/,
    ],
    [
      'something else',
      () => write('notes.txt', 'no weights here'),
      /in no format that can be read.*safetensors/,
    ],
    [
      'a model without layers',
      () => write('bias.safetensors', buildSafetensors({ bias: { shape: [8] } })),
      /has no layer to analyse/,
    ],
  ])('for %s', async (_, make, message) => {
    const run = await runCli(['analyze', await make()]);
    expect(run.exitCode).toBe(3);
    expectOneClearLine(run, message);
  });

  test('for one of several models, and the others are analysed all the same', async () => {
    const { exitCode, stdout, stderr } = await runCli([
      'analyze',
      path.join(folder, 'gone.pt'),
      HEALTHY,
      '--format',
      'json',
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/gone\.pt/);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { passed: true } });
  });
});

describe('the report', () => {
  test('as JSON is all there is on standard output, and fits its schema', async () => {
    const { stdout, stderr } = await runCli(['analyze', HEALTHY, '--format', 'json']);
    expect(stderr).toBe('');
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report.model).toMatchObject({
      format: 'safetensors',
      bytes: 1_066_899,
      identity: expect.stringMatching(/^sha256:/),
    });
  });

  test('of several models is a list', async () => {
    const { stdout, exitCode } = await runCli(['analyze', HEALTHY, OVERTRAINED, '--format', 'json']);
    expect(
      JSON.parse(stdout).map((report: { summary: { verdict: string } }) => report.summary.verdict),
    ).toEqual(['pass', 'fail']);
    expect(exitCode).toBe(1);
  });

  test('is written to every --output in the format of its suffix', async () => {
    const [json, markdown] = [path.join(folder, 'out/report.json'), path.join(folder, 'out/report.md')];
    await runCli(['analyze', OVERTRAINED, '-o', json, '--output', markdown]);
    expect(reportSchema.parse(JSON.parse(await readFile(json, 'utf8'))).summary.verdict).toBe('fail');
    expect(await readFile(markdown, 'utf8')).toMatch(/fc1/);
  });

  test('carries curves of its spectra where HTML is written, and only there', async () => {
    const [json, html] = [path.join(folder, 'plots/report.json'), path.join(folder, 'plots/report.html')];
    await runCli(['analyze', OVERTRAINED, '-o', json, '-o', html]);
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/);
    const { layers } = reportSchema.parse(JSON.parse(await readFile(json, 'utf8')));
    const counted = layers.map(({ curves }) => curves?.bins.counts.reduce((sum, count) => sum + count, 0));
    expect(counted).toEqual(layers.map(({ num_evals }) => num_evals));
    await runCli(['analyze', OVERTRAINED, '-o', json]);
    expect(await readFile(json, 'utf8')).not.toContain('curves');
  });

  test('is the same for any number of threads, but for the time it took', async () => {
    const reports = await Promise.all(
      ['1', '2', '5'].map(async (threads) => {
        const { stdout } = await runCli(['analyze', OVERTRAINED, '--format', 'json', '--threads', threads]);
        return { ...JSON.parse(stdout), timing: null };
      }),
    );
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });
});

describe('describe', () => {
  test('lists layers, cost and memory without analysing', async () => {
    const { exitCode, stdout } = await runCli(['describe', HEALTHY]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/fc1 +dense +F32 +784×300 +300 +\d+\.\d MB/);
    expect(stdout).toMatch(/3 layers, 3 tensors skipped; about 0\.0 minutes/);
  });

  test('as JSON has the columns of a report and the estimates', async () => {
    const { stdout } = await runCli(['describe', HEALTHY, '--format', 'json']);
    const { layers, skipped } = JSON.parse(stdout);
    expect(layers[0]).toMatchObject({
      layer_id: 0,
      name: 'fc1',
      N: 784,
      M: 300,
      rf: 1,
      num_evals: 300,
      dtype: 'F32',
    });
    expect(layers[0].memory_bytes).toBeGreaterThan(784 * 300 * 4 + 300 * 300 * 8);
    expect(skipped).toHaveLength(3);
  });

  test('fails like analyze for what cannot be read', async () => {
    const run = await runCli(['describe', path.join(folder, 'gone.pt')]);
    expect(run.exitCode).toBe(3);
    expectOneClearLine(run, /gone\.pt/);
  });
});

describe('.alphagate.yml', () => {
  test('in the working directory sets what no option sets', async () => {
    await write('project/.alphagate.yml', 'min-alpha: 1.2\n');
    const cwd = path.join(folder, 'project');
    expect((await runCli(['analyze', OVERTRAINED], { cwd })).exitCode).toBe(0);
    expect((await runCli(['analyze', OVERTRAINED, '--min-alpha', '1.5'], { cwd })).exitCode).toBe(1);
  });
});

describe('the demo', () => {
  test('shows both networks, explains what was found and exits with 0', async () => {
    const cwd = path.join(folder, 'demo');
    await mkdir(cwd);
    const { exitCode, stdout, stderr } = await runCli(['demo'], { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /mlp3-overtrained fails: its layer fc1, 784×300, has alpha 1\.39 \(2\.54 in mlp3-healthy\)/,
    );
    expect(stdout).toMatch(/test accuracy is 4\.3 points lower/);
    expect(stdout).toMatch(/training accuracy is 5\.3 points lower too/);
    expect(stdout).toMatch(/mlp3-healthy 0, mlp3-overtrained 1/);
    expect(await readFile(path.join(cwd, 'alphagate-demo.md'), 'utf8')).toMatch(/fc1/);
  });
});
