import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { deliver } from '../../../src/entry/action/deliver.ts';
import type { Environment } from '../../../src/entry/github/environment.ts';
import type { PullAnswer } from '../../../src/entry/github/subject.ts';
import { parseReport } from '../../../src/report/parse-report.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import type { Settings } from '../../../src/settings/schema.ts';
import { analyzed, failingLayer } from '../../support/report-builder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const HOSTILE = '::error::evil\n##[add-mask]x';

const SUBJECT = {
  repository: { owner: 'acme', repo: 'repo' },
  commit: 'a'.repeat(40),
  gateSha: undefined,
  baseSha: undefined,
  run: { id: 1, attempt: 1 },
  source: undefined,
};

let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  await writeFile(path.join(folder, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
});

/** Delivers a failing model in a pull request whose token is missing, unless changed. */
async function delivery(
  settings: Partial<Settings> = {},
  change: Environment = {},
  pull: PullAnswer = { pull: { number: 7 } },
) {
  const log: string[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  const summary = path.join(folder, 'summary.md');
  const outputs = await deliver(
    {
      outcomes: [analyzed([failingLayer('fc1'), failingLayer(HOSTILE)])],
      passed: false,
      proposed: ['min-alpha: 2 → 1'],
      subject: { ...SUBJECT, pull },
      history: { mayWrite: false, facts: { time: new Date(0), commit: undefined } },
    },
    { ...completeSettings(), ...settings },
    {
      info: (message) => log.push(message),
      error: (message) => errors.push(message),
      warning: (message) => warnings.push(message),
    },
    {
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: path.join(folder, 'event.json'),
      GITHUB_REPOSITORY: 'acme/repo',
      RUNNER_TEMP: folder,
      ...change,
    },
    new AbortController().signal,
  );
  const summaryText = await readFile(summary, 'utf8').catch(() => '');
  return { log: log.join('\n'), errors, warnings, outputs, summary: summaryText };
}

/** A path below a file, where nothing can be written. */
const nowhere = () => path.join(folder, 'event.json', 'below');

describe('the report is delivered', () => {
  test('to the log, to files, to annotations and to the job summary', async () => {
    const { log, errors, warnings, outputs, summary } = await delivery({ comment: 'never' });
    expect(summary).toMatch(/judged without these changes.*`min-alpha: 2 → 1`/s);
    expect(log).toMatch(/FAIL {2}model\.safetensors: 2 of 2 layers fail/);
    expect(log).toContain('Comment skipped: comment is never');
    expect(errors).toHaveLength(2);
    expect(warnings).toEqual([]);
    expect(summary).toMatch(/^## ❌ Alphagate/);
    expect(outputs).toMatchObject({ 'comment-status': 'skipped', 'comment-id': '', 'comment-url': '' });
    expect(parseReport(await readFile(outputs['report-json']!, 'utf8')).layers).toHaveLength(2);
    expect(await readFile(outputs['report-markdown']!, 'utf8')).toBe(summary.replace(/\n$/, ''));
  });

  test('without annotations of layers when those are not wanted', async () => {
    expect((await delivery({ annotations: false, comment: 'never' })).errors).toEqual([]);
  });

  test('without commands for the runner in its log', async () => {
    const { log } = await delivery({ comment: 'never' });
    expect(log.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  test('but to no pull request when the event is about none', async () => {
    const { outputs, log, warnings } = await delivery({}, {}, { reason: 'there is none' });
    expect(outputs['comment-status']).toBe('skipped');
    expect(log).toContain('Comment skipped: there is none');
    expect(warnings).toEqual([]);
  });
});

describe('what cannot be delivered is said once, with where the report is', () => {
  test('when the comment fails', async () => {
    const { warnings, outputs, summary } = await delivery();
    expect(outputs['comment-status']).toBe('failed');
    expect(summary).toContain('fc1');
    expect(warnings).toEqual([
      "The report is not on the pull request: there is no github-token. Leave the input out to use the job's own (NO_TOKEN, see https://github.com/alphagate/alphagate/blob/main/docs/troubleshooting.md#no_token).\n" +
        'The verdict does not depend on it; the report is in the job summary.',
    ]);
  });

  test('when the job summary fails as well', async () => {
    const { warnings, outputs } = await delivery({}, { GITHUB_STEP_SUMMARY: nowhere() });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/job summary cannot be written: ENOTDIR/);
    expect(warnings[0]).toMatch(/not on the pull request: there is no github-token/);
    expect(warnings[0]).toContain(`the report is in ${outputs['report-markdown']}.`);
    expect(await readFile(outputs['report-markdown']!, 'utf8')).toContain('fc1');
  });

  test('when nothing can be written at all, which leaves the log', async () => {
    const { warnings, outputs, log } = await delivery(
      {},
      { GITHUB_STEP_SUMMARY: nowhere(), RUNNER_TEMP: nowhere() },
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/the report has no file: .*cannot be written/i);
    expect(warnings[0]).toContain('the report is in the log.');
    expect(outputs).toMatchObject({ 'report-json': '', 'report-markdown': '', 'comment-status': 'failed' });
    expect(log).toContain('fc1');
  });
});
