import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiPage } from '../../scripts/api-page.ts';
import { declarationsIn } from '../../scripts/declarations-in.ts';
import type { Report } from '../../src/report/report.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

const [HEALTHY, OVERTRAINED] = ['models/mlp3-healthy.safetensors', 'models/mlp3-overtrained.safetensors'];

/** A folder with the package as a registry would deliver it, two models, and nothing else. */
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder();
  const packed = await run(
    'npm',
    ['pack', '--ignore-scripts', '--offline', '--json', '--pack-destination', folder],
    { cwd: PROJECT },
  );
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  const installed = path.join(folder, 'node_modules/alphagate');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', path.join(folder, filename), '-C', installed, '--strip-components=1']);
  await mkdir(path.join(folder, 'models'));
  for (const model of [HEALTHY!, OVERTRAINED!])
    await copyFile(path.join(PROJECT, 'examples/demo', path.basename(model)), path.join(folder, model));
}, 120_000);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the folder; one that does not end by itself is ended, and fails. */
async function runProgram(source: string): Promise<Ended> {
  const file = path.join(folder, 'program.mjs');
  await writeFile(file, source);
  const env = { PATH: process.env['PATH'], HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' };
  const ended = await run(process.execPath, [file], { cwd: folder, env, timeout: 60_000 }).catch(
    (red) => red,
  );
  return { code: ended.killed ? -1 : (ended.code ?? 0), stdout: ended.stdout, stderr: ended.stderr };
}

/** What a program writes of itself; the library must not have written anything. */
async function answerOf(source: string): Promise<unknown> {
  const { code, stdout, stderr } = await runProgram(
    `${source}\nprocess.stdout.write(JSON.stringify(answer));`,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const withoutTime = ({ timing, ...report }: Report) => report;

describe('a program that imports the package', () => {
  test('has the reports of the command line, and ends by itself', async () => {
    const reports = (await answerOf(`
      import { analyze } from 'alphagate';
      const answer = await analyze(['${HEALTHY}', '${OVERTRAINED}'], { minAlpha: 1.9, randomize: true });
    `)) as Report[];
    const options = ['--min-alpha', '1.9', '--randomize', 'true', '--format', 'json'];
    const { stdout } = await runCli(['analyze', HEALTHY!, OVERTRAINED!, ...options], { cwd: folder });
    expect(reports.map(withoutTime)).toEqual((JSON.parse(stdout) as Report[]).map(withoutTime));
    expect(reports.map(({ summary }) => summary.verdict)).toEqual(['pass', 'fail']);
  });

  test('says of each layer how far it is, and no more once it has ended a run', async () => {
    const answer = await answerOf(`
      import { analyze } from 'alphagate';
      const done = [];
      await analyze('${HEALTHY}', {}, { onProgress: ({ layersDone, layers }) => done.push([layersDone, layers]) });
      const run = new AbortController();
      const reason = await analyze('models/*', { threads: 1 }, { signal: run.signal, onProgress: () => run.abort('enough') })
        .catch((why) => why);
      const answer = { done, reason };
    `);
    expect(answer).toEqual({ done: [1, 2, 3].map((layersDone) => [layersDone, 3]), reason: 'enough' });
  });

  test('judges numbers again, reads a configuration, and writes every format', async () => {
    const answer = await answerOf(`
      import { analyze, judge, parseConfig, parseReports, render } from 'alphagate';
      const [report] = await analyze('${OVERTRAINED}');
      const json = await render(report, 'json');
      const [again] = parseReports(json);
      const gate = parseConfig("accepted: [{layers: '*', alpha: 1}]");
      const [accepted] = await judge(again, gate);
      const formats = ['table', 'json', 'markdown', 'html', 'csv', 'sarif', 'junit'];
      const documents = await Promise.all(formats.map((format) => render([report, accepted], format)));
      const own = await render(report, 'markdown', { template: 'Verdict {{#each models}}{{status}}{{/each}}' });
      const answer = {
        verdicts: [report, again, accepted].map(({ summary }) => summary.verdict),
        lengths: documents.map(({ length }) => length > 300),
        own,
      };
    `);
    expect(answer).toEqual({
      verdicts: ['fail', 'fail', 'warn'],
      lengths: Array(7).fill(true),
      own: 'Verdict fail\n',
    });
  });

  test('is told its mistakes by class, code and words', async () => {
    const answer = await answerOf(`
      import * as alphagate from 'alphagate';
      const { analyze, judge, parseConfig, render } = alphagate;
      const mistakes = {
        value: () => analyze('${HEALTHY}', { minAlpha: 'two' }),
        name: () => analyze('${HEALTHY}', { 'min-alpha': 2 }),
        door: () => analyze('${HEALTHY}', { timeoutMinutes: 1 }),
        contradiction: () => analyze('${HEALTHY}', { minAlpha: 7 }),
        settings: () => analyze('${HEALTHY}', null),
        none: () => analyze([]),
        missing: () => analyze('nothing.safetensors'),
        strange: () => analyze(['node_modules/alphagate/LICENSE']),
        report: () => judge({ layers: [] }),
        format: () => render([], 'pdf'),
        yaml: async () => parseConfig('min-alfa: 2', 'gate.yml'),
      };
      const answer = {};
      for (const [what, make] of Object.entries(mistakes)) {
        const error = await make().then(() => undefined, (thrown) => thrown);
        const { name, code, subject, message } = error;
        const isOurs = error instanceof alphagate.AlphagateError && error instanceof alphagate[name];
        answer[what] = [name, code, subject, isOurs && message === \`\${subject}: \${error.problem}. \${error.cure}.\`];
      }
    `);
    expect(answer).toEqual({
      value: ['ConfigError', 'BAD_SETTING', 'settings.minAlpha', true],
      name: ['ConfigError', 'UNKNOWN_KEY', 'settings', true],
      door: ['ConfigError', 'UNKNOWN_KEY', 'settings', true],
      contradiction: ['ConfigError', 'BAD_SETTING', 'min-alpha', true],
      settings: ['ConfigError', 'BAD_SETTING', 'settings', true],
      none: ['ConfigError', 'NO_MODEL', 'references', true],
      missing: ['SourceError', 'NOT_FOUND', 'nothing.safetensors', true],
      strange: ['FormatError', 'UNKNOWN_FORMAT', 'node_modules/alphagate/LICENSE', true],
      report: ['FormatError', 'NOT_A_REPORT', 'the report', true],
      format: ['ConfigError', 'UNKNOWN_FORMAT', 'format', true],
      yaml: ['ConfigError', 'UNKNOWN_KEY', 'gate.yml', true],
    });
  });

  test('has the reports of the models that can be read, and the errors of the others where it asks for them', async () => {
    const answer = await answerOf(`
      import { analyze } from 'alphagate';
      const errors = [];
      const onError = ({ reference, error }) => errors.push([reference, error.code]);
      const reports = await analyze(['nothing.safetensors', '${HEALTHY}'], {}, { onError });
      const answer = { errors, models: reports.map(({ model }) => model.source) };
    `);
    expect(answer).toEqual({ errors: [['nothing.safetensors', 'NOT_FOUND']], models: [HEALTHY] });
  });
});

const COMPILER = path.join(PROJECT, 'node_modules/typescript/bin/tsc');

/** Does not compile where a type is another one than in the sources. */
const COMPARISON = `
  import type * as Declared from '../../dist/lib/index.js';
  import type { LibrarySettings } from '../../src/entry/library/check-settings.ts';
  import type { Report, ReportLayer } from '../../src/report/report.ts';
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
  type Flat<T> = T extends object ? { [Key in keyof T]: Flat<T[Key]> } : T;
  export const same: [
    Same<Flat<Declared.Report>, Flat<Report>>,
    Same<Flat<Declared.ReportLayer>, Flat<ReportLayer>>,
    Same<Flat<Declared.Settings>, Flat<LibrarySettings>>,
  ] = [true, true, true];
`;

describe('the declarations', () => {
  /** Compiles a module against the package, strictly and with nothing but the types of Node. */
  async function compile(source: string): Promise<string> {
    await symlink(path.join(PROJECT, 'node_modules/@types'), path.join(folder, 'node_modules/@types')).catch(
      () => undefined,
    );
    await writeFile(path.join(folder, 'typed.mts'), source);
    const strictly = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--skipLibCheck', 'false'];
    const modern = ['--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const ended = await run(
      process.execPath,
      [COMPILER, ...strictly, ...modern, '--allowImportingTsExtensions', 'typed.mts'],
      { cwd: folder },
    ).catch((red) => red);
    return ended.stdout;
  }

  test('stand alone, and type what a program does', async () => {
    const source = `
      import { analyze, judge, render, ConfigError, type AnalyzeOptions, type Report, type ReportLayer, type Settings } from 'alphagate';
      const settings: Settings = { minAlpha: 2, thresholds: [{ layers: '*', 'max-alpha': 8 }], xmax: 'force', shard: null };
      const options: AnalyzeOptions = { signal: AbortSignal.timeout(1000), onError: ({ error }) => error.code };
      const reports: Report[] = await judge(await analyze('a', settings, options), { ...settings, include: ['a'] });
      const layer: ReportLayer | undefined = reports[0]?.layers[0];
      const alpha: number | null | undefined = layer?.alpha;
      const page: string = await render(reports, 'html');
      export const isWrong = (error: unknown): boolean => error instanceof ConfigError && error.cure !== undefined;
      export { alpha, page };
    `;
    expect(await compile(source)).toBe('');
    const mistakes = `
      import { analyze, render } from 'alphagate';
      await analyze('a', { minAlpha: 'two' });
      await analyze('a', { timeoutMinutes: 2 });
      await render([], 'pdf');
    `;
    expect((await compile(mistakes)).match(/typed\.mts\(\d+/g)).toEqual(
      [3, 4, 5].map((line) => `typed.mts(${line}`),
    );
  });

  test('say of reports and settings what the sources say', async () => {
    const cache = path.join(PROJECT, 'test/.cache');
    await mkdir(cache, { recursive: true });
    await writeFile(path.join(cache, 'library-types.ts'), COMPARISON);
    const config = path.join(cache, 'library-types.json');
    const compilerOptions = { rootDir: '../..', skipLibCheck: false };
    await writeFile(
      config,
      JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include: ['library-types.ts'] }),
    );
    const ended = await run(process.execPath, [COMPILER, '-p', config], { cwd: PROJECT }).catch((red) => red);
    const errors = (ended.stdout as string).split('\n').filter((line) => /^(?:test|dist)\//.test(line));
    expect(errors).toEqual([]);
  });

  test('name every function and class that there is', async () => {
    const names = await answerOf(`
      import * as alphagate from 'alphagate';
      const answer = Object.keys(alphagate);
    `);
    const declared = declarationsIn(await readFile(path.join(PROJECT, 'dist/lib/index.d.ts'), 'utf8'))
      .filter(({ kind }) => kind === 'function' || kind === 'class')
      .map(({ name }) => name);
    expect(names).toEqual(declared.sort());
  });
});

describe('docs/api.md', () => {
  test('is what the declarations make, and shows the example as it is', async () => {
    const read = (file: string) => readFile(path.join(PROJECT, file), 'utf8');
    expect(await read('docs/api.md')).toBe(
      apiPage(await read('dist/lib/index.d.ts'), await read('examples/library/gate.mjs')),
    );
  });

  test('has an example that does what it says', async () => {
    const { code, stdout, stderr } = await runProgram(
      await readFile(path.join(PROJECT, 'examples/library/gate.mjs'), 'utf8'),
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /^models\/mlp3-healthy\.safetensors: pass\. .*\n( {2}fc\d: alpha [\d.]+, pass\n){3}/,
    );
    expect(stdout).toMatch(/models\/mlp3-overtrained\.safetensors: fail\./);
    expect(await readFile(path.join(folder, 'report.md'), 'utf8')).toContain('mlp3-overtrained');
  });
});
