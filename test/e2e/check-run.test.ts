import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runActionStep } from '../support/action.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { pullRequestEvent } from '../support/runner/events.ts';

const PULL = 7;
const HEAD = 'a'.repeat(40);
const OVERTRAINED = 'examples/demo/mlp3-overtrained.safetensors';
const HEALTHY = 'examples/demo/mlp3-healthy.safetensors';

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: PULL, headSha: HEAD }] });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const gate = (inputs: Record<string, string> = {}, attempt = '1') =>
  runActionStep({
    event: pullRequestEvent({ number: PULL, headSha: HEAD }),
    apiUrl: api.url,
    env: { GITHUB_RUN_ATTEMPT: attempt },
    inputs: {
      model: OVERTRAINED,
      'github-token': TOKENS.workflow,
      comment: 'never',
      'check-run': 'true',
      ...inputs,
    },
  });

describe('check-run: true', () => {
  test('shows the verdict and the report on the head of the pull request', async () => {
    await gate();
    expect(api.checkRuns).toMatchObject([
      {
        headSha: HEAD,
        name: 'alphagate',
        status: 'completed',
        conclusion: 'failure',
        title: '1 of 3 layers fails',
      },
    ]);
    expect(api.checkRuns[0]?.summary).toMatch(/^## ❌ Alphagate/);
  });

  test('is green for a model that passes, and named by its report key', async () => {
    await gate({ model: HEALTHY, 'report-key': 'encoder' });
    expect(api.checkRuns).toMatchObject([{ name: 'alphagate / encoder', conclusion: 'success' }]);
  });

  test('makes one for each attempt at a run, of which GitHub shows the latest', async () => {
    await gate();
    await gate({ model: HEALTHY }, '2');
    expect(api.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
  });

  test('makes no second one when the answer to the first is lost', async () => {
    api.failNextWrites(1, FAILURES.answerLost);
    const { log } = await gate();
    expect(api.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(log).not.toContain('There is no check run');
  });

  test.each([
    ['the model passes', HEALTHY, 0],
    ['the model fails', OVERTRAINED, 1],
  ])(
    'a token that may only read changes no verdict where %s, and the log says why',
    async (_what, model, code) => {
      const { exitCode, log } = await gate({ model, 'github-token': TOKENS.forkWorkflow });
      expect(exitCode).toBe(code);
      expect(log.match(/TOKEN_MAY_NOT/g)).toHaveLength(1);
      expect(log).toContain('checks: write');
      expect(api.checkRuns).toEqual([]);
    },
  );
});

test('nobody who has not asked for a check run gets one', async () => {
  await gate({ 'check-run': 'false' });
  expect(api.checkRuns).toEqual([]);
});
