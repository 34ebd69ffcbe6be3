import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ActionStep, runActionStep } from '../support/action.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { FAILURES, type Failure } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { pullRequestEvent } from '../support/runner/events.ts';

const PULL = 7;
const OVERTRAINED = 'examples/demo/mlp3-overtrained.safetensors';

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: PULL }] });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
  // In Actions the job is the check: a check run would stand below any workflow.
  expect(api.checkRuns).toEqual([]);
});

const gate = (rest: Partial<ActionStep> = {}) =>
  runActionStep({
    event: pullRequestEvent({ number: PULL }),
    apiUrl: api.url,
    ...rest,
    inputs: { model: OVERTRAINED, 'github-token': TOKENS.workflow, ...rest.inputs },
  });

describe('when GitHub fails for the moment', () => {
  test.each<[string, () => void]>([
    ['errors while reading', () => api.failNextReads(2, FAILURES.unavailable)],
    ['errors while writing', () => api.failNextWrites(2, FAILURES.unavailable)],
    ['broken connections while reading', () => api.failNextReads(2, FAILURES.reset)],
    ['a broken connection after a write', () => api.failNextWrites(1, FAILURES.resetAfterwards)],
    ['an answer that is lost', () => api.failNextWrites(1, FAILURES.answerLost)],
    ['a limit that asks to come back', () => api.failNextWrites(1, FAILURES.tooManyRequests(1))],
    ['a secondary limit that asks to come back', () => api.failNextReads(1, FAILURES.secondaryLimit(1))],
    ['silence', () => api.failNextReads(1, FAILURES.stall)],
  ])('with %s, there is one comment, and it is right', async (_what, fail) => {
    fail();
    const { exitCode, outputs } = await gate();
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    expect(api.comments(PULL)).toHaveLength(1);
    expect(api.comments(PULL)[0]?.body).toContain('1 of 3 layers fails');
  });
});

describe('when GitHub fails for good', () => {
  test.each<[string, Failure, string]>([
    ['errors', FAILURES.unavailable, 'GITHUB_UNAVAILABLE'],
    ['broken connections', FAILURES.reset, 'GITHUB_UNREACHABLE'],
    ['a limit of the hour', FAILURES.tooManyRequests(3600), 'RATE_LIMITED'],
    ['a secondary limit', FAILURES.secondaryLimit(3600), 'RATE_LIMITED'],
    ['refusals', FAILURES.notAccessible, 'TOKEN_MAY_NOT'],
  ])(
    'with %s, the verdict stands, and the log says why, once, in the catalogue’s words',
    async (_what, failure, code) => {
      api.failNextReads(1000, failure);
      api.failNextWrites(1000, failure);
      const { exitCode, outputs, log, summary, milliseconds } = await gate();
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'failed' });
      expect(log.match(new RegExp(code, 'g'))).toHaveLength(1);
      expect(summary).toContain('1 of 3 layers fails');
      expect(api.comments(PULL)).toEqual([]);
      expect(milliseconds).toBeLessThan(45_000);
    },
  );
});

describe('GitHub behind a proxy', () => {
  test('is reached through it', async () => {
    const host = 'github.test:8080';
    const proxy = await startForwardProxy({ hosts: { [host]: Number(new URL(api.url).port) } });
    try {
      const { outputs } = await gate({ apiUrl: `http://${host}`, env: { HTTP_PROXY: proxy.url } });
      expect(outputs['comment-status']).toBe('created');
      expect(proxy.requests.length).toBeGreaterThan(0);
      expect(api.comments(PULL)).toHaveLength(1);
    } finally {
      await proxy.stop();
    }
  });
});

describe('comment: changes', () => {
  const run = (model: string, attempt: string, inputs: Record<string, string> = {}) =>
    gate({ inputs: { model, comment: 'changes', ...inputs }, env: { GITHUB_RUN_ATTEMPT: attempt } });
  const HEALTHY = 'examples/demo/mlp3-healthy.safetensors';

  test('begins with something to look at, and is written to when a verdict changes', async () => {
    expect((await run(HEALTHY, '1')).outputs['comment-status']).toBe('skipped');
    expect((await run(OVERTRAINED, '2')).outputs['comment-status']).toBe('created');
    expect((await run(OVERTRAINED, '3', { 'max-alpha': '7' })).outputs['comment-status']).toBe('unchanged');
    expect((await run(OVERTRAINED, '4', { 'min-alpha': '1' })).outputs['comment-status']).toBe('updated');
    expect(api.comments(PULL)[0]?.body).toContain('all 3 layers pass');
  });

  test('looks at the baseline where there is no comment yet', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'alphagate-changes-'));
    try {
      const { files } = await gate({ inputs: { mode: 'analyze' } });
      const baseline = path.join(folder, 'baseline.json');
      await writeFile(baseline, files['report-json']!);
      expect((await run(OVERTRAINED, '1', { baseline })).outputs['comment-status']).toBe('skipped');
      expect((await run(HEALTHY, '2', { baseline })).outputs['comment-status']).toBe('created');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a step that goes wrong', () => {
  test('is red when there is a bug, and says that it is one', async () => {
    const { exitCode, log } = await gate({ env: { GITHUB_OUTPUT: '/nonexistent/output' } });
    expect(exitCode).toBe(1);
    expect(log).toMatch(/^::error::This is a bug in alphagate/m);
  });

  test('shows no token', async () => {
    const { log, summary, files } = await gate();
    const shown = log.replace(`::add-mask::${TOKENS.workflow}`, '');
    for (const text of [shown, summary, ...Object.values(files)]) expect(text).not.toContain(TOKENS.workflow);
  });
});
