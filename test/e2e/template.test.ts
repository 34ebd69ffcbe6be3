import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runActionStep } from '../support/action.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { pullRequestEvent } from '../support/runner/events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const EXAMPLE = path.join(PROJECT, 'examples/templates/short.md.hbs');
const BASE = 'b'.repeat(40);
const PULL = 7;

let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  await cp(
    path.join(PROJECT, 'examples/demo/mlp3-overtrained.safetensors'),
    path.join(folder, 'model.safetensors'),
  );
});

const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

describe('the command line', () => {
  const analyze = (...args: string[]) => runCli(['analyze', 'model.safetensors', ...args], { cwd: folder });

  test('writes Markdown by a template, to the terminal and to files, and nothing else', async () => {
    const { stdout, exitCode } = await analyze(
      '--template',
      EXAMPLE,
      '--format',
      'markdown',
      '-o',
      'x.md',
      '-o',
      'x.csv',
    );
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^### ❌ 1 of 3 layers fails\n\n`model\.safetensors`: 1 fails · 2 pass · 3 tensors not analysed\n\n- ❌ `fc1`: alpha 1\.388 ± 0\.023, /,
    );
    expect(await readFile(path.join(folder, 'x.md'), 'utf8')).toBe(stdout);
    expect(await readFile(path.join(folder, 'x.csv'), 'utf8')).toMatch(/^model,layer_id,/);
  });

  test('finds it in the configuration', async () => {
    await write('.alphagate.yml', 'template: own.hbs\n');
    await write('own.hbs', 'verdict: {{status}}');
    expect((await analyze('--format', 'markdown')).stdout).toBe('verdict: fail\n');
  });

  test.each([
    ['TEMPLATE_UNREADABLE', undefined, 'own.hbs: there is no such template.'],
    ['TEMPLATE_TOO_LARGE', 'x'.repeat(40_000), 'own.hbs: has more than 32768 characters'],
    ['TEMPLATE_SYNTAX', 'a\n{{#if several}}', 'own.hbs, line 2: is no Handlebars'],
    [
      'TEMPLATE_UNKNOWN_NAME',
      'a\n\n{{statsu}}',
      'own.hbs, line 3, column 3: "statsu" is nothing that the report has here. There are "status"',
    ],
    ['TEMPLATE_FORBIDDEN', '{{{headline}}}', 'own.hbs, line 1, column 1: three braces'],
  ])('says where a mistake is before it analyses anything: %s', async (code, template, message) => {
    if (template !== undefined) await write('own.hbs', template);
    const { stdout, stderr, exitCode } = await analyze('--template', 'own.hbs', '--verbose');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`alphagate: ${message}`);
    expect(stderr).toContain(`alphagate: ${code}, see https://`);
  });
});

describe('the action, on a pull request', () => {
  let api: GitHubApi;

  beforeEach(async () => {
    api = await startGitHubApi({ pulls: [{ number: PULL, baseSha: BASE }] });
  });

  afterEach(async () => {
    await api.stop();
    expect(api.violations).toEqual([]);
  });

  const gate = (inputs: Readonly<Record<string, string>> = {}) =>
    runActionStep({
      inputs: { model: 'model.safetensors', 'github-token': TOKENS.workflow, template: 'own.hbs', ...inputs },
      event: pullRequestEvent({ number: PULL, baseSha: BASE }),
      apiUrl: api.url,
      workspace: folder,
    });

  const comment = () => api.comments(PULL)[0]?.body ?? '';

  test('writes comment, summary and file by the template of the base', async () => {
    await write('own.hbs', 'All is well, says the pull request');
    api.addFile(BASE, 'own.hbs', 'The base says {{status}}');
    const { exitCode, summary, files } = await gate();
    expect(exitCode).toBe(1);
    expect(comment()).toMatch(/^<!-- .* -->\n<!-- .* -->\nThe base says fail\n$/);
    expect(summary.trim()).toBe('The base says fail');
    expect(files['report-markdown']).toBe('The base says fail\n');
  });

  test('takes its name from the configuration of the base', async () => {
    await write('.alphagate.yml', 'template: other.hbs\n');
    api.addFile(BASE, '.alphagate.yml', 'template: own.hbs\n');
    api.addFile(BASE, 'own.hbs', 'The base says {{status}}');
    await gate({ template: '' });
    expect(comment()).toContain('\nThe base says fail\n');
  });

  test.each([
    ['has none', undefined, /bbbbbb.?b, which this is based on, does not have it\.\n$/],
    ['has a broken one', '{{oh}}', /own.hbs, line 1, column 3: .*oh.* is nothing that the report has/],
  ])('uses our own, and says why, when the base %s', async (_what, template, note) => {
    await write('own.hbs', 'Mended: {{status}}');
    if (template !== undefined) api.addFile(BASE, 'own.hbs', template);
    await gate();
    expect(comment()).toContain('## ❌ Alphagate: 1 of 3 layers fails');
    expect(comment()).toMatch(note);
    expect(comment()).toContain('The template `own.hbs` was not used');
  });

  test('fails when it would break the template', async () => {
    await write('own.hbs', '\n{{oh}}');
    api.addFile(BASE, 'own.hbs', '{{status}}');
    const { exitCode, log } = await gate();
    expect(exitCode).toBe(1);
    expect(log).toMatch(/own\.hbs, line 2, column 3: .*\(TEMPLATE_UNKNOWN_NAME, see https:/);
    expect(api.comments(PULL)).toEqual([]);
  });
});
