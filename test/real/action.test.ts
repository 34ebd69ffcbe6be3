import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { REPOSITORY_FOLDER } from '../support/real-components.ts';
import { pullRequestEvent, pushEvent } from '../support/runner/events.ts';
import { runWorkflow, type WorkflowResult, type WorkflowRun } from '../support/runner/run-workflow.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

const PULL_NUMBER = 7;
const WORKFLOW = '.github/workflows/model-gate.yml';
const MODEL = 's3://models/candidate/model.safetensors';
const MARKER = /<!-- alphagate.*? -->/;

/** Some tests run the workflow twice. */
jest.setTimeout(120_000);

let s3: S3Server;
let api: GitHubApi;

beforeAll(async () => {
  s3 = await startVersityGw();
});

afterAll(() => s3?.stop());

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: PULL_NUMBER }] });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

/** A training job delivers a candidate. */
async function deliver(model: 'mlp3-healthy' | 'mlp3-overtrained'): Promise<void> {
  const bytes = await readFile(path.join(REPOSITORY_FOLDER, `examples/demo/${model}.safetensors`));
  await s3.put('models', 'candidate/model.safetensors', bytes);
}

/** The JSON report of a model, as an earlier run left it. */
async function reportOf(model: string): Promise<string> {
  const { stdout } = await runCli(['analyze', `examples/demo/${model}.safetensors`, '--format', 'json']);
  return stdout;
}

/** Runs the repository's own workflow, which gates what was delivered, and has to end with the exit code. */
async function gate(
  exitCode: 0 | 1,
  event: WorkflowRun['event'],
  change: Partial<WorkflowRun> = {},
): Promise<WorkflowResult> {
  const result = await runWorkflow({
    copies: ['action.yml', 'dist', WORKFLOW],
    workflow: WORKFLOW,
    event,
    env: { GITHUB_API_URL: api.url },
    variables: { S3_ENDPOINT: s3.endpoint, AWS_REGION: s3.region },
    ...change,
    secrets: {
      GITHUB_TOKEN: TOKENS.workflow,
      AWS_ACCESS_KEY_ID: s3.accessKeyId,
      AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
      ...change.secrets,
    },
  });
  if (result.exitCode !== exitCode) throw new Error(`exit code ${result.exitCode}:\n${result.transcript}`);
  expect(result.conclusions['gate']).toBe(exitCode === 0 ? 'success' : 'failure');
  // Where a step prints a secret, the runner puts stars in its place.
  expect(result.lines.filter((line) => line.includes('***'))).toEqual([]);
  for (const secret of [s3.secretAccessKey, TOKENS.workflow]) expect(result.summary).not.toContain(secret);
  return result;
}

const opened = () => pullRequestEvent({ number: PULL_NUMBER });
const synchronized = () => pullRequestEvent({ number: PULL_NUMBER, action: 'synchronize' });

function errorsOf({ annotations }: WorkflowResult): string[] {
  return annotations
    .filter(({ level }) => level === 'error')
    .map(({ message, properties }) => `${properties['title'] ?? ''} ${message}`);
}

function writes() {
  return api.requests.filter(({ method, path: place }) => method !== 'GET' && place !== '/graphql');
}

describe('the action on a pull request', () => {
  test('comments, fails, and turns the same comment green when the model is fixed', async () => {
    for (let index = 0; index < 130; index += 1) api.addComment(PULL_NUMBER, 'remark', TOKENS.contributor);
    await deliver('mlp3-overtrained');

    const red = await gate(1, opened);

    const [comment, ...more] = api.comments(PULL_NUMBER).slice(130);
    expect(more).toEqual([]);
    expect(comment?.author.login).toBe('github-actions[bot]');
    expect(comment?.body).toMatch(MARKER);
    expect(comment?.body).toContain('fc1');
    expect(comment?.body).toContain('1.388');
    expect(red.summary).toContain('fc1');
    expect(errorsOf(red).join('\n')).toContain('fc1');
    expect(red.outputs['gate']).toMatchObject({
      verdict: 'fail',
      passed: 'false',
      'min-alpha-layer': 'fc1',
      'layers-analyzed': '3',
      'comment-id': String(comment?.id),
      'comment-status': 'created',
    });
    expect(Number(red.outputs['gate']?.['min-alpha'])).toBeCloseTo(1.3879, 3);
    const failed = JSON.parse(red.outputs['gate']?.['failed-layers'] ?? 'null');
    expect(failed).toMatchObject([{ name: 'fc1', threshold: 2 }]);
    expect(red.lines).toContainEqual(expect.stringContaining('"verdict": "fail"'));

    await deliver('mlp3-healthy');
    const green = await gate(0, synchronized);

    expect(errorsOf(green)).toEqual([]);
    const [updated, ...others] = api.comments(PULL_NUMBER).slice(130);
    expect(others).toEqual([]);
    expect(updated?.id).toBe(comment?.id);
    expect(MARKER.exec(updated?.body ?? '')?.[0]).toBe(MARKER.exec(comment?.body ?? '')?.[0]);
    expect(updated?.body).not.toContain('1.388');
    expect(green.outputs['gate']).toMatchObject({
      verdict: 'pass',
      passed: 'true',
      'failed-layers': '[]',
      'comment-id': String(comment?.id),
      'comment-status': 'updated',
    });
    expect(writes().map(({ method }) => method)).toEqual(['POST', 'PATCH']);
  });

  test("leaves a comment alone that quotes Alphagate's marker", async () => {
    await deliver('mlp3-overtrained');
    await gate(1, opened);
    const [ours] = api.comments(PULL_NUMBER);
    api.addPull({ number: 8 });
    const quote = api.addComment(8, ours?.body ?? '', TOKENS.contributor);

    const run = await gate(1, () => pullRequestEvent({ number: 8 }));

    expect(run.outputs['gate']).toMatchObject({ 'comment-status': 'created' });
    expect(api.comments(8)).toHaveLength(2);
    expect(api.comments(8)[0]).toEqual(quote);
  });

  test.each([
    ['mlp3-healthy', 0, 'pass'],
    ['mlp3-overtrained', 1, 'fail'],
  ] as const)('gates %s just the same when it may not comment', async (model, exitCode, verdict) => {
    await deliver(model);
    const run = await gate(exitCode, opened, { secrets: { GITHUB_TOKEN: TOKENS.forkWorkflow } });
    expect(run.outputs['gate']).toMatchObject({ verdict, 'comment-status': 'failed' });
    expect(run.transcript).toContain('pull-requests: write');
    expect(run.summary).not.toBe('');
    expect(api.comments(PULL_NUMBER)).toEqual([]);
  });

  test('passes while GitHub is unavailable', async () => {
    await deliver('mlp3-healthy');
    api.failNextReads(100, FAILURES.unavailable);
    api.failNextWrites(100, FAILURES.unavailable);
    const run = await gate(0, opened);
    expect(run.outputs['gate']).toMatchObject({ verdict: 'pass', 'comment-status': 'failed' });
  });

  test('is judged by the configuration and the baseline of its base, and says what it would change', async () => {
    const workflow = await readFile(path.join(REPOSITORY_FOLDER, WORKFLOW), 'utf8');
    const base = 'b'.repeat(40);
    api.addFile(base, '.alphagate.yml', 'min-alpha: 2\nbaseline: before.json\n');
    api.addFile(base, 'before.json', await reportOf('mlp3-healthy'));
    await deliver('mlp3-overtrained');
    const run = await gate(1, opened, {
      files: {
        // An input would win over any file.
        [WORKFLOW]: workflow.replace(/^ *min-alpha: 2\n/m, ''),
        '.alphagate.yml': 'min-alpha: 1\naccepted: [{layers: "*", alpha: 1}]\n',
        'before.json': await reportOf('mlp3-overtrained'),
      },
    });
    expect(run.outputs['gate']).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    const [comment] = api.comments(PULL_NUMBER);
    expect(comment?.body).toContain('judged without these changes');
    expect(comment?.body).toContain('min-alpha: 2 → 1');
    expect(comment?.body).toContain('−1.156');
  });

  test('fails and names the model that is not there', async () => {
    const workflow = await readFile(path.join(REPOSITORY_FOLDER, WORKFLOW), 'utf8');
    const missing = MODEL.replace('model.safetensors', 'missing.safetensors');
    const run = await gate(1, opened, { files: { [WORKFLOW]: workflow.replace(MODEL, missing) } });
    expect(errorsOf(run).join('\n')).toContain(missing);
  });

  test('fails and names the bucket that its credentials do not open', async () => {
    await deliver('mlp3-healthy');
    const run = await gate(1, opened, { secrets: { AWS_SECRET_ACCESS_KEY: 'a secret that is wrong' } });
    expect(errorsOf(run).join('\n')).toContain('s3://models');
  });
});

describe('the action without a pull request', () => {
  test('still gates, and posts nothing', async () => {
    await deliver('mlp3-overtrained');
    const run = await gate(1, (sha) => pushEvent({ sha }));
    expect(run.outputs['gate']).toMatchObject({ verdict: 'fail', 'comment-status': 'skipped' });
    expect(run.summary).toContain('fc1');
    expect(errorsOf(run).join('\n')).toContain('fc1');
    expect(writes()).toEqual([]);
  });
});
