import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ActionStep, runActionStep } from '../support/action.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';

/** What GitHub really sends, as its own examples have it. */
interface Example {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const PULL = 7;

const require = createRequire(import.meta.url);
const examples: readonly Example[] = require('@octokit/webhooks-examples');

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: PULL, headSha: HEAD, baseSha: BASE }] });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

/** GitHub's first example of an event, with an action where it has one, and some of its values replaced. */
function example(name: string, action: string | undefined, changes: Record<string, unknown> = {}) {
  const found = examples
    .find((entry) => entry.name === name)
    ?.examples.find((payload) => action === undefined || payload['action'] === action);
  if (found === undefined) throw new Error(`GitHub has no example of ${name} ${action}`);
  return { name, payload: replaced(found, changes) as Record<string, unknown> };
}

/** Replaces values by their dotted paths, which have to exist. */
function replaced(value: unknown, changes: Record<string, unknown>): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const [place, to] of Object.entries(changes)) {
    const keys = place.split('.');
    const last = keys.pop()!;
    const parent = keys.reduce((object, key) => object[key] as Record<string, unknown>, copy);
    if (!(last in parent)) throw new Error(`the example has no ${place}`);
    parent[last] = to;
  }
  return copy;
}

const gate = (event: ActionStep['event'], rest: Partial<ActionStep> = {}) =>
  runActionStep({
    event,
    apiUrl: api.url,
    ...rest,
    inputs: {
      model: 'examples/demo/mlp3-overtrained.safetensors',
      'github-token': TOKENS.workflow,
      ...rest.inputs,
    },
  });

const writes = () =>
  api.requests.filter(({ method, path: place }) => method !== 'GET' && place !== '/graphql');

const OURS = { 'pull_request.number': PULL, 'pull_request.head.sha': HEAD, 'pull_request.base.sha': BASE };

describe('an event that is about a pull request', () => {
  test.each(['opened', 'synchronize', 'reopened', 'ready_for_review'])(
    'gates it and comments on it: pull_request, %s',
    async (action) => {
      const { exitCode, outputs } = await gate(example('pull_request', action, OURS));
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
      expect(api.comments(PULL)).toHaveLength(1);
      expect(api.comments(PULL)[0]?.body).toContain(`commit ${HEAD}`);
    },
  );

  test('of a fork gates it, and says once why there is no comment', async () => {
    const event = example('pull_request', 'opened', {
      ...OURS,
      'pull_request.head.repo.full_name': 'fork/repo',
    });
    const { exitCode, outputs, log, summary } = await gate(event, {
      inputs: { 'github-token': TOKENS.forkWorkflow },
    });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'failed' });
    expect(log.match(/TOKEN_MAY_NOT/g)).toHaveLength(1);
    expect(summary).toContain('fc1');
  });

  test('of a fork whose repository is gone gates it all the same', async () => {
    const event = example('pull_request', 'opened', { ...OURS, 'pull_request.head.repo': null });
    expect((await gate(event)).outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
  });

  test('as a comment is gates it and comments on it', async () => {
    const event = example('issue_comment', 'created', { 'issue.number': PULL });
    (event.payload['issue'] as Record<string, unknown>)['pull_request'] = { url: 'x' };
    expect((await gate(event)).outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 1\n');
    expect((await gate(event)).outputs).toMatchObject({ verdict: 'pass', 'comment-status': 'updated' });
  });

  test('is overruled by the input pr-number', async () => {
    api.addPull({ number: 8 });
    await gate(example('pull_request', 'opened', OURS), { inputs: { 'pr-number': '8' } });
    expect(api.comments(PULL)).toEqual([]);
    expect(api.comments(8)).toHaveLength(1);
  });
});

describe('an event whose commit may be the head of a pull request', () => {
  const pushed = () => example('push', undefined, { before: BASE, after: HEAD });

  test('finds it by that commit: push', async () => {
    const { exitCode, outputs } = await gate(pushed(), { env: { GITHUB_SHA: HEAD } });
    expect(exitCode).toBe(1);
    expect(outputs['comment-status']).toBe('created');
  });

  test('finds it by that commit: workflow_dispatch', async () => {
    const event = example('workflow_dispatch', undefined);
    const { outputs } = await gate(event, { env: { GITHUB_SHA: HEAD } });
    expect(outputs['comment-status']).toBe('created');
  });

  test('is then judged by the configuration of the pull request’s base', async () => {
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 1\n');
    const { exitCode } = await gate(pushed(), { env: { GITHUB_SHA: HEAD } });
    expect(exitCode).toBe(0);
  });

  test.each([
    ['has no pull request', { GITHUB_SHA: 'c'.repeat(40) }],
    ['is the head of one that is closed', { GITHUB_SHA: 'd'.repeat(40) }],
  ])('gates, and writes nothing, when the commit %s', async (_what, env) => {
    api.addPull({ number: 9, headSha: 'd'.repeat(40), state: 'closed' });
    const { exitCode, outputs, log, summary } = await gate(pushed(), { env });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'skipped' });
    expect(log).toContain('no open pull request has the head');
    expect(summary).toContain('fc1');
    expect(writes()).toEqual([]);
  });

  test('gates without a token, too', async () => {
    const { exitCode, outputs } = await gate(pushed(), {
      inputs: { 'github-token': '' },
      env: { GITHUB_SHA: HEAD },
    });
    expect(exitCode).toBe(1);
    expect(outputs['comment-status']).toBe('skipped');
    expect(api.requests).toEqual([]);
  });
});

describe('an event that is about no pull request', () => {
  const group = () =>
    example('merge_group', 'checks_requested', {
      'merge_group.head_sha': HEAD,
      'merge_group.base_sha': BASE,
    });
  const scheduled = () => ({
    name: 'schedule',
    payload: { schedule: '0 3 * * *', repository: example('push', undefined).payload['repository'] },
  });

  test.each([
    ['merge_group', group],
    ['release', () => example('release', 'published')],
    ['schedule', scheduled],
  ])('gates, and looks for none: %s', async (_name, event) => {
    const { exitCode, outputs, summary } = await gate(event(), { env: { GITHUB_SHA: HEAD } });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'skipped' });
    expect(summary).toContain('fc1');
    expect(api.requests.filter(({ path: place }) => place.includes('/pulls'))).toEqual([]);
    expect(writes()).toEqual([]);
  });

  test('judges what a merge queue tries out by the configuration of its base', async () => {
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 1\n');
    expect((await gate(group())).exitCode).toBe(0);
  });

  test('comments where pr-number says so', async () => {
    const { outputs } = await gate(scheduled(), { inputs: { 'pr-number': '7' } });
    expect(outputs['comment-status']).toBe('created');
  });
});

describe('an event that cannot be understood', () => {
  test.each([
    ['an empty payload', {}],
    ['nonsense', { pull_request: 'x', workflow_run: [], merge_group: 7, issue: null, before: {} }],
  ])('gates all the same: %s', async (_what, payload) => {
    const { exitCode, outputs } = await gate({ name: 'something_new', payload });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'comment-status': 'skipped' });
  });
});
