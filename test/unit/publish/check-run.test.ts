import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CheckRunRequest, upsertCheckRun } from '../../../src/publish/check-run.ts';
import { connect } from '../../../src/publish/connect.ts';
import { TOKENS } from '../../support/github-api/accounts.ts';
import { FAILURES } from '../../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../../support/github-api/start.ts';

const FAILED = { conclusion: 'failure', title: '1 of 3 layers fails', summary: '## Report' } as const;

const REQUEST: CheckRunRequest = {
  owner: 'acme',
  repo: 'repo',
  sha: 'a'.repeat(40),
  name: 'alphagate',
  externalId: 'model@1',
  ...FAILED,
};

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi();
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const upsert = (change: Partial<CheckRunRequest> = {}, token: string = TOKENS.workflow) =>
  upsertCheckRun(connect(token, api.url), { ...REQUEST, ...change }, async () => {});

describe('a check run', () => {
  test('is made once, and brought up to date', async () => {
    expect(await upsert({ detailsUrl: 'https://example.com/1' })).toBeUndefined();
    expect(api.checkRuns).toMatchObject([
      { status: 'completed', detailsUrl: 'https://example.com/1', ...FAILED },
    ]);
    await upsert({ conclusion: 'success', title: '3 layers pass' });
    expect(api.checkRuns).toMatchObject([{ conclusion: 'success', title: '3 layers pass' }]);
  });

  test('is found again by its id, its name and its commit, and by nothing less', async () => {
    await upsert();
    await upsert({ externalId: 'model@2' });
    await upsert({ name: 'alphagate / encoder' });
    await upsert({ sha: 'b'.repeat(40) });
    expect(api.checkRuns).toHaveLength(4);
    await upsert({ conclusion: 'success' });
    expect(api.checkRuns.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'failure',
      'failure',
      'failure',
    ]);
  });

  test.each([
    ['an error before', FAILURES.unavailable],
    ['an answer that is lost', FAILURES.answerLost],
    ['a connection that breaks afterwards', FAILURES.resetAfterwards],
  ])('is made once in spite of %s', async (_what, failure) => {
    api.failNextWrites(1, failure);
    expect(await upsert()).toBeUndefined();
    expect(api.checkRuns).toHaveLength(1);
  });

  test('keeps to the lengths that GitHub takes, and cuts no character in two', async () => {
    const long = { title: '🙂'.repeat(200), summary: `x${'🙂'.repeat(40_000)}`, name: 'n'.repeat(300) };
    expect(await upsert(long)).toBeUndefined();
    expect(api.checkRuns[0]?.title).toBe('🙂'.repeat(127));
    expect(api.checkRuns[0]?.summary).toBe(`x${'🙂'.repeat(32_766)}`);
  });

  test.each([
    ['a fork’s token', TOKENS.forkWorkflow],
    ['a person’s token', TOKENS.maintainer],
  ])('is refused to %s with what to give the job', async (_what, token) => {
    expect(await upsert({}, token)).toMatchObject({
      code: 'TOKEN_MAY_NOT',
      reason: expect.stringContaining('checks: write'),
    });
    expect(api.checkRuns).toEqual([]);
  });
});
