import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ActionStep, runActionStep } from '../support/action.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { pullRequestEvent, workflowRunEvent } from '../support/runner/events.ts';
import { buildZip } from '../support/zip-builder.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const PULL = 7;
const FORK = 'mallory/repo';
const HEALTHY = 'examples/demo/mlp3-healthy.safetensors';
const OVERTRAINED = 'examples/demo/mlp3-overtrained.safetensors';

let api: GitHubApi;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'alphagate-modes-'));
  api = await startGitHubApi({
    pulls: [{ number: PULL, headSha: HEAD, baseSha: BASE, headRepository: FORK, headRef: 'retrain' }],
  });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await api.stop();
  expect(api.violations).toEqual([]);
});

const step = (inputs: ActionStep['inputs'], event: ActionStep['event'], rest: Partial<ActionStep> = {}) =>
  runActionStep({ event, apiUrl: api.url, ...rest, inputs });

/** What a run of a fork has computed, by its inputs. */
const computed = new Map<string, Promise<string>>();

/** A fork's run computes numbers; without a token it can do no more. */
async function compute(inputs: Record<string, string>): Promise<string> {
  const event = pullRequestEvent({ number: PULL, headRepository: FORK, headSha: HEAD, baseSha: BASE });
  const run = await step({ mode: 'analyze', model: OVERTRAINED, ...inputs }, event);
  if (run.exitCode !== 0) throw new Error(run.log);
  return run.files['report-json']!;
}

/** A file with the report of such a run, which is the same for every test. */
async function analyzed(inputs: Record<string, string> = {}, name = 'report.json'): Promise<string> {
  const key = JSON.stringify(inputs);
  if (!computed.has(key)) computed.set(key, compute(inputs));
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await computed.get(key)!);
  return file;
}

/** The repository's own workflow takes the fork's report over. */
const publish = (inputs: Record<string, string>, change: Parameters<typeof workflowRunEvent>[0] = {}) =>
  step(
    { mode: 'publish', 'github-token': TOKENS.workflow, ...inputs },
    workflowRunEvent({ headSha: HEAD, headRepository: FORK, headBranch: 'retrain', ...change }),
  );

describe('mode analyze', () => {
  test('computes numbers, judges nothing, and asks GitHub for nothing', async () => {
    const run = await step(
      { mode: 'analyze', model: OVERTRAINED },
      pullRequestEvent({ number: PULL, headRepository: FORK, headSha: HEAD }),
    );
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({
      verdict: '',
      passed: '',
      'failed-layers': '',
      'layers-analyzed': '3',
    });
    expect(run.outputs['comment-status']).toBe('skipped');
    expect(JSON.parse(run.files['report-json']!)).toMatchObject({ commit: HEAD });
    expect(run.log).not.toMatch(/^::(error|warning)/m);
    expect(run.summary).toBe('');
    expect(api.requests).toEqual([]);
  });

  test('fails when there are no numbers', async () => {
    const run = await step({ mode: 'analyze', model: 'none.pt' }, pullRequestEvent({ number: PULL }));
    expect(run.exitCode).toBe(1);
  });
});

describe('mode publish', () => {
  test('judges a fork’s numbers here, says that nobody vouches for them, and finds the pull request', async () => {
    const run = await publish({ report: await analyzed() });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    const [comment] = api.comments(PULL);
    expect(comment?.body).toContain('untrusted run');
    expect(comment?.body).toContain(`of ${FORK}`);
    expect(comment?.body).toContain('fc1');
  });

  test('takes a folder, as an artifact leaves it', async () => {
    await analyzed({}, 'artifact/report.json');
    await writeFile(path.join(folder, 'artifact/report.md'), 'words of the fork');
    const run = await publish({ report: path.join(folder, 'artifact') });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
  });

  test('judges by the base’s configuration, whatever the report says it was judged by', async () => {
    const report = await analyzed({ 'min-alpha': '0.5' });
    expect((await publish({ report })).outputs).toMatchObject({ verdict: 'fail' });
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 1\n');
    expect((await publish({ report })).outputs).toMatchObject({
      verdict: 'pass',
      'comment-status': 'updated',
    });
  });

  test('shows which layers the run has left out', async () => {
    await publish({ report: await analyzed({ exclude: 'fc1' }) });
    expect(api.comments(PULL)[0]?.body).toContain('exclude: [] → ["fc1"]');
  });

  test('reads the artifact of the run that has ended, with nothing on disk', async () => {
    const report = await readFile(await analyzed());
    api.addRun({ id: 200, headSha: HEAD });
    const bytes = buildZip([
      { name: 'report.json', bytes: report },
      { name: 'report.md', bytes: Buffer.from('words of the fork') },
    ]);
    api.addArtifact({ name: 'alphagate', runId: 200, bytes });
    const run = await publish({ report: 'artifact://alphagate' }, { runId: 200 });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    expect(api.comments(PULL)[0]?.body).toContain('untrusted run');

    const model = buildZip([{ name: 'model.safetensors', bytes: await readFile(OVERTRAINED) }]);
    api.addArtifact({ name: 'model', runId: 200, bytes: model });
    const again = await publish({ reanalyze: 'true', model: 'artifact://model' }, { runId: 200 });
    expect(again.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'updated' });
    expect(api.comments(PULL)[0]?.body).not.toContain('untrusted');
  });

  test('vouches for a run of the repository itself', async () => {
    api.addPull({ number: 8, headSha: 'c'.repeat(40) });
    const run = await publish(
      { report: await analyzed() },
      { headSha: 'c'.repeat(40), headRepository: 'acme/repo' },
    );
    expect(run.outputs['comment-status']).toBe('created');
    expect(api.comments(8)[0]?.body).not.toContain('untrusted');
  });

  test.each([
    ['its head is another commit', { headSha: 'd'.repeat(40) }],
    ['its head is in another repository', { headRepository: 'somebody/repo' }],
  ])('writes to no pull request when %s', async (_what, change) => {
    const run = await publish({ report: await analyzed() }, change);
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'skipped' });
    expect(api.comments(PULL)).toEqual([]);
  });

  test('does not believe pr-number without that proof either', async () => {
    const run = await publish(
      { report: await analyzed(), 'pr-number': '7', 'commit-status': 'true' },
      { headSha: 'd'.repeat(40) },
    );
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain('PULL_REQUEST_UNPROVEN');
    expect(api.comments(PULL)).toEqual([]);
    expect(api.statuses).toEqual([]);
  });

  test('does not overwrite what a newer run has said', async () => {
    const report = await analyzed();
    await publish({ report }, { runId: 200 });
    const [comment] = api.comments(PULL);
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 1\n');
    expect((await publish({ report }, { runId: 199 })).outputs['comment-status']).toBe('skipped');
    expect(api.comments(PULL)).toEqual([comment]);
  });

  test('sets a commit status on the head where asked, and says when it may not', async () => {
    const report = await analyzed();
    await publish({ report, 'commit-status': 'true' });
    expect(api.statuses).toMatchObject([
      { sha: HEAD, state: 'failure', context: 'alphagate', description: '1 of 3 layers fails' },
    ]);
    api.failNextWrites(1, FAILURES.notAccessible);
    const refused = await publish({ report, 'commit-status': 'true' });
    expect(refused.log).toContain('statuses: write');
    expect(refused.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'unchanged' });
    expect(api.statuses).toHaveLength(1);
  });

  test('reads the model itself when asked to, and vouches for that', async () => {
    const run = await publish({ reanalyze: 'true', model: OVERTRAINED });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    expect(api.comments(PULL)[0]?.body).not.toContain('untrusted');
    const refused = await publish({ reanalyze: 'true', model: 'nowhere://model' });
    expect(refused.exitCode).toBe(1);
    expect(refused.log).toContain('nowhere:// cannot be read');
  });

  test.each([
    ['is no report', 'hello', 'NOT_A_REPORT'],
    ['is another document', '{"schemaVersion":1}', 'NOT_A_REPORT'],
    ['holds no layer', undefined, 'NOT_CREDIBLE'],
  ])('refuses what %s, and writes nothing', async (_what, text, code) => {
    const report = await analyzed();
    const { layers: _, ...rest } = JSON.parse(await readFile(report, 'utf8'));
    await writeFile(report, text ?? JSON.stringify({ ...rest, layers: [] }));
    const run = await publish({ report });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain(code);
    expect(api.comments(PULL)).toEqual([]);
  });

  test('without a report says so', async () => {
    const run = await publish({});
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain('NO_REPORT');
  });

  test.each([
    ['the pull request', FAILURES.notAccessible, 'TOKEN_MAY_NOT'],
    ['the pull request', FAILURES.tooManyRequests(3600), 'RATE_LIMITED'],
  ])(
    'comes to no verdict when GitHub cannot be asked for %s: its base is the judge',
    async (_what, failure, code) => {
      const report = await analyzed();
      api.failNextReads(100, failure);
      const run = await publish({ report, 'commit-status': 'true' });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toEqual({});
      expect(run.log).toContain(code);
      expect(api.comments(PULL)).toEqual([]);
      expect(api.statuses).toEqual([]);
    },
  );

  test('comes to no verdict when GitHub does not show the configuration of the base', async () => {
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 3\n');
    api.addPull({ number: 9, headSha: 'f'.repeat(40), baseSha: BASE });
    const report = await analyzed({ model: HEALTHY });
    // The first request finds the pull request.
    api.passNextReads(1);
    api.failNextReads(100, FAILURES.notAccessible);
    const run = await publish({ report }, { headSha: 'f'.repeat(40), headRepository: 'acme/repo' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toEqual({});
    expect(run.log).toContain('BASE_UNREADABLE');
    expect(api.comments(9)).toEqual([]);
  });
});

describe('mode merge', () => {
  const merge = (inputs: Record<string, string>) =>
    step(
      { mode: 'merge', 'github-token': TOKENS.workflow, ...inputs },
      pullRequestEvent({ number: PULL, headSha: HEAD, baseSha: BASE }),
    );

  test('joins shards into the very report that one run would have made, and writes one comment', async () => {
    for (const index of [1, 2, 3]) await analyzed({ shard: `${index}/3` }, `shards/${index}/report.json`);
    const merged = await merge({ report: path.join(folder, 'shards') });
    expect(merged.exitCode).toBe(1);
    expect(merged.outputs).toMatchObject({
      verdict: 'fail',
      'layers-analyzed': '3',
      'comment-status': 'created',
    });
    expect(api.comments(PULL)).toHaveLength(1);

    const whole = await step(
      { model: OVERTRAINED, comment: 'never' },
      pullRequestEvent({ number: PULL, headSha: HEAD, baseSha: BASE }),
    );
    const [a, b] = [merged, whole].map(({ files }) => ({
      ...JSON.parse(files['report-json']!),
      timing: null,
    }));
    expect(a).toEqual(b);
  });

  test('believes shards of a run that has ended no further than what is published', async () => {
    for (const index of [1, 2]) await analyzed({ shard: `${index}/2` }, `shards/${index}/report.json`);
    const run = await step(
      { mode: 'merge', 'github-token': TOKENS.workflow, report: path.join(folder, 'shards') },
      workflowRunEvent({ headSha: HEAD, headRepository: FORK, headBranch: 'retrain' }),
    );
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    expect(api.comments(PULL)[0]?.body).toContain('untrusted run');
  });

  test('names the shard that is missing', async () => {
    for (const index of [1, 3]) await analyzed({ shard: `${index}/3` }, `shards/${index}/report.json`);
    const run = await merge({ report: path.join(folder, 'shards/**/*.json') });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain('of its 3 parts there is no report of 2');
    expect(run.log).toContain('REPORTS_MISSING');
    expect(api.comments(PULL)).toEqual([]);
  });

  test('a shard is never judged by itself', async () => {
    const run = await step({ model: OVERTRAINED, shard: '1/2' }, pullRequestEvent({ number: PULL }));
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain('SHARD_NOT_JUDGED');
  });
});

describe('on the command line', () => {
  test('shards are analysed, merged and judged', async () => {
    for (const index of [1, 2]) {
      const output = path.join(folder, `${index}.json`);
      const shard = await runCli(['analyze', OVERTRAINED, '--shard', `${index}/2`, '-o', output]);
      expect(shard.exitCode).toBe(0);
      expect(shard.stderr).toContain(`part ${index} of 2 is not judged`);
    }
    const files = [1, 2].map((index) => path.join(folder, `${index}.json`));
    const merged = await runCli(['merge', ...files, '--format', 'json']);
    expect(merged.exitCode).toBe(1);
    expect(JSON.parse(merged.stdout)).toMatchObject({ summary: { verdict: 'fail', counts: { layers: 3 } } });
    expect((await runCli(['merge', ...files, '--min-alpha', '1'])).exitCode).toBe(0);
    const missing = await runCli(['merge', files[0]!]);
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining('no report of 2')]);
  });

  test.each(['0/2', '3/2', '1', '1/0', '1/1000', '-1/2'])('shard %s is refused', async (shard) => {
    expect((await runCli(['analyze', OVERTRAINED, `--shard=${shard}`])).exitCode).toBe(2);
  });

  test('reports are written as CSV, SARIF and JUnit by their suffix', async () => {
    const names = ['r.csv', 'r.sarif', 'r.xml'].map((name) => path.join(folder, name));
    await runCli(['analyze', OVERTRAINED, ...names.flatMap((name) => ['-o', name])]);
    const texts = await Promise.all(names.map((name) => readFile(name, 'utf8')));
    expect(texts[0]).toMatch(/^model,layer_id,.*\r\n.*fc1/);
    expect(JSON.parse(texts[1]!).runs[0].results).toHaveLength(1);
    expect(texts[2]).toMatch(/<testsuites name="alphagate" tests="3" failures="1"/);
    for (const [index, format] of ['csv', 'sarif'].entries()) {
      const { stdout } = await runCli(['analyze', OVERTRAINED, '--format', format]);
      expect(stdout).toBe(texts[index]);
    }
  });

  test('a report is published with what the environment says', async () => {
    const report = path.join(folder, 'report.json');
    await runCli(['analyze', OVERTRAINED, '-o', report, '--quiet']);
    const env = { GITHUB_TOKEN: TOKENS.workflow, GITHUB_REPOSITORY: 'acme/repo', GITHUB_API_URL: api.url };
    const run = await runCli(['publish', report, '--pr-number', '7'], { env, cwd: PROJECT });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('comment created, https://github.com/acme/repo/pull/7#issuecomment-');
    expect(api.comments(PULL)[0]?.body).toContain('untrusted run');

    const nobody = await runCli(['publish', report, '--pr-number', '7'], {
      env: { ...env, GITHUB_TOKEN: '' },
    });
    expect(nobody.stderr).toContain('NO_TOKEN');
  });

  test('a report of another commit than the pull request’s is not published', async () => {
    const report = await analyzed();
    api.addPull({ number: 8, headSha: 'e'.repeat(40) });
    const env = { GITHUB_TOKEN: TOKENS.workflow, GITHUB_REPOSITORY: 'acme/repo', GITHUB_API_URL: api.url };
    const run = await runCli(['publish', report, '--pr-number', '8', '--verbose'], { env });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('OTHER_COMMIT');
    expect(run.stderr).toContain('is of commit aaaaaaa, and the pull request is at eeeeeee');
    expect(api.comments(8)).toEqual([]);
  });
});
