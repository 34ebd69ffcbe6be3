import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CommentRequest, upsertComment } from '../../src/publish/comment.ts';
import { commentMarker } from '../../src/publish/comment-marker.ts';
import { type CommentState, formatState } from '../../src/publish/comment-state.ts';
import { connect } from '../../src/publish/connect.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { refusal } from '../support/github-api/answer.ts';
import { FAILURES, type Failure } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';

const PULL = 7;
const MARKER = commentMarker('gate / check');

const STATE: CommentState = {
  run: { id: 100, attempt: 1 },
  commit: 'a'.repeat(40),
  verdict: 'fail',
  digest: '0123456789abcdef',
};

let api: GitHubApi;
let pausesMs: number[];

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: PULL }] });
  pausesMs = [];
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const bodyOf = (words: string, marker = MARKER) => `${marker}\n${words}\n`;

/** One run of a check, without its pauses. */
function run(words: string, change: Partial<CommentRequest> & { token?: string } = {}) {
  const { token = TOKENS.workflow, marker = MARKER, ...rest } = change;
  const request = { owner: 'acme', repo: 'repo', issueNumber: PULL, create: true, state: STATE };
  return upsertComment(
    connect(token, api.url),
    { ...request, marker, body: bodyOf(words, marker), ...rest },
    async (pauseMs) => pausesMs.push(pauseMs),
  );
}

const bodies = () => api.comments(PULL).map(({ body }) => body);

const writes = () =>
  api.requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method }) => method);

describe('a comment', () => {
  test('is created, then updated in place, then left alone', async () => {
    const created = await run('red');
    const [comment] = api.comments(PULL);
    expect(created).toEqual({
      status: 'created',
      id: comment?.id,
      url: `https://github.com/acme/repo/pull/7#issuecomment-${comment?.id}`,
    });
    expect(await run('green')).toEqual({ ...created, status: 'updated' });
    expect(await run('green')).toEqual({ ...created, status: 'unchanged' });
    expect(bodies()).toEqual([bodyOf('green')]);
    expect(writes()).toEqual(['POST', 'PATCH']);
  });

  test('is found behind 130 others', async () => {
    for (let index = 0; index < 130; index += 1) api.addComment(PULL, `remark ${index}`, TOKENS.contributor);
    await run('red');
    for (let index = 0; index < 130; index += 1) api.addComment(PULL, `reply ${index}`, TOKENS.contributor);
    expect(await run('green')).toMatchObject({ status: 'updated' });
    expect(api.comments(PULL)).toHaveLength(261);
  });

  test('is not written anew when there is nothing to say, but is brought up to date when it is there', async () => {
    expect(await run('green', { create: false })).toEqual({ status: 'skipped', reason: expect.any(String) });
    expect(writes()).toEqual([]);
    await run('red');
    expect(await run('green', { create: false })).toMatchObject({ status: 'updated' });
  });

  test('of another check is another comment', async () => {
    await run('one');
    const marker = commentMarker('gate / check 2');
    expect(await run('two', { marker })).toMatchObject({ status: 'created' });
    expect(await run('one again')).toMatchObject({ status: 'updated' });
    expect(bodies()).toEqual([bodyOf('one again'), bodyOf('two', marker)]);
  });

  test('is the same comment when GitHub has turned its line ends', async () => {
    api.addComment(PULL, bodyOf('red').replaceAll('\n', '\r\n').trim(), TOKENS.workflow);
    expect(await run('red')).toMatchObject({ status: 'unchanged' });
  });

  test('is there once: duplicates of ours are removed, those of others stay', async () => {
    api.addComment(PULL, bodyOf('first'), TOKENS.workflow);
    api.addComment(PULL, bodyOf('copy'), TOKENS.contributor);
    api.addComment(PULL, bodyOf('second'), TOKENS.workflow);
    expect(await run('red')).toMatchObject({ status: 'updated' });
    expect(bodies()).toEqual([bodyOf('red'), bodyOf('copy')]);
  });
});

describe('whose comment it is', () => {
  test('decides: the marker at the beginning of somebody else’s is no invitation', async () => {
    const theirs = api.addComment(PULL, bodyOf('mine now'), TOKENS.contributor);
    expect(await run('red')).toMatchObject({ status: 'created' });
    expect(api.comments(PULL)[0]).toEqual(theirs);
  });

  test('decides among bots too: only the one that the token belongs to is us', async () => {
    const theirs = api.addComment(PULL, bodyOf('an echo'), TOKENS.otherApp);
    expect(await run('red')).toMatchObject({ status: 'created' });
    expect(await run('green')).toMatchObject({ status: 'updated' });
    expect(api.comments(PULL).map(({ body }) => body)).toEqual([theirs.body, bodyOf('green')]);
  });

  test('is a person’s, with a personal token', async () => {
    const bots = api.addComment(PULL, bodyOf('by a workflow'), TOKENS.workflow);
    expect(await run('red', { token: TOKENS.maintainer })).toMatchObject({ status: 'created' });
    expect(await run('green', { token: TOKENS.maintainer })).toMatchObject({ status: 'updated' });
    expect(api.comments(PULL)[0]).toEqual(bots);
    expect(api.comments(PULL)[1]?.author.login).toBe('mona');
  });

  test('is a bot’s where GitHub does not tell who we are', async () => {
    api.addComment(PULL, bodyOf('a quotation'), TOKENS.contributor);
    const ours = api.addComment(PULL, bodyOf('red'), TOKENS.workflow);
    api.failNextQueries(1, FAILURES.notAccessible);
    expect(await run('green')).toMatchObject({ status: 'updated', id: ours.id });
  });

  test('does not matter for a quotation further down', async () => {
    api.addComment(PULL, `> ${bodyOf('red')}\nI see.`, TOKENS.workflow);
    expect(await run('red')).toMatchObject({ status: 'created' });
  });
});

describe('a failure', () => {
  const answer = (status: number, message: string): Failure => ({ answer: refusal(status, message) });

  test.each([
    ['no permission', FAILURES.notAccessible, 'TOKEN_MAY_NOT', /pull-requests: write/],
    ['a pull request not shown', FAILURES.notFound, 'NOT_SHOWN', /pr-number/],
    [
      'a locked conversation',
      answer(422, 'Unable to create comment because issue is locked.'),
      'REQUEST_REFUSED',
      /locked/,
    ],
    ['a limit', FAILURES.tooManyRequests(3600), 'RATE_LIMITED', /later/],
    ['a secondary limit', FAILURES.secondaryLimit(3600), 'RATE_LIMITED', /later/],
  ])('for good (%s) is a result, after one attempt', async (_what, failure, code, words) => {
    api.failNextWrites(1, failure);
    expect(await run('red')).toEqual({ status: 'failed', code, reason: expect.stringMatching(words) });
    expect(pausesMs).toEqual([]);
    expect(writes()).toEqual(['POST']);
  });

  test('of the token is explained', async () => {
    expect(await run('red', { token: 'forged' })).toEqual({
      status: 'failed',
      code: 'TOKEN_REFUSED',
      reason: expect.stringMatching(/token/),
    });
    expect(await run('red', { token: TOKENS.forkWorkflow })).toEqual({
      status: 'failed',
      code: 'TOKEN_MAY_NOT',
      reason: expect.stringMatching(/fork/),
    });
  });

  test('of the network is a result too, and says where to look', async () => {
    const octokit = connect(TOKENS.workflow, 'http://127.0.0.1:1');
    const request = {
      owner: 'acme',
      repo: 'repo',
      issueNumber: PULL,
      marker: MARKER,
      body: MARKER,
      state: STATE,
      create: true,
    };
    const result = await upsertComment(octokit, request, async (pauseMs) => pausesMs.push(pauseMs));
    expect(result).toEqual({
      status: 'failed',
      code: 'GITHUB_UNREACHABLE',
      reason: expect.stringMatching(/cannot be reached.*GITHUB_API_URL/),
    });
    expect(pausesMs).toEqual([1000, 4000]);
  });

  test.each(['reads', 'writes'] as const)('for the moment passes: %s', async (kind) => {
    if (kind === 'reads') api.failNextReads(2, FAILURES.unavailable);
    else api.failNextWrites(2, FAILURES.unavailable);
    expect(await run('red')).toMatchObject({ status: 'created' });
    expect(pausesMs).toEqual([1000, 4000]);
    expect(bodies()).toEqual([bodyOf('red')]);
  });

  test.each([FAILURES.tooManyRequests(3), FAILURES.secondaryLimit(3)])(
    'that says when to come back is heard',
    async (failure) => {
      api.failNextWrites(1, failure);
      expect(await run('red')).toMatchObject({ status: 'created' });
      expect(pausesMs).toEqual([3000]);
    },
  );

  test('that lasts is given up', async () => {
    api.failNextReads(100, FAILURES.unavailable);
    expect(await run('red')).toEqual({
      status: 'failed',
      code: 'GITHUB_UNAVAILABLE',
      reason: expect.stringMatching(/503/),
    });
    expect(api.requests).toHaveLength(3);
  });

  test('of an answer only leaves one comment, and counts as created', async () => {
    api.failNextWrites(1, FAILURES.answerLost);
    const result = await run('red');
    expect(result).toMatchObject({ status: 'created', id: api.comments(PULL)[0]?.id });
    expect(bodies()).toEqual([bodyOf('red')]);
    expect(writes()).toEqual(['POST']);
  });

  test('to learn who we are, for the moment, does not make a second comment', async () => {
    await run('red');
    api.failNextQueries(1, FAILURES.unavailable);
    expect(await run('green')).toMatchObject({ status: 'updated' });
    expect(bodies()).toEqual([bodyOf('green')]);
  });
});

describe('a connection that fails', () => {
  const QUICKLY = { requestMs: 300, deadlineMs: 5000 };

  function runQuickly(timeouts = QUICKLY) {
    return upsertComment(
      connect(TOKENS.workflow, api.url, timeouts),
      {
        owner: 'acme',
        repo: 'repo',
        issueNumber: PULL,
        marker: MARKER,
        state: STATE,
        body: bodyOf('red'),
        create: true,
      },
      async (pauseMs) => pausesMs.push(pauseMs),
    );
  }

  test.each([
    ['is reset while reading', () => api.failNextReads(2, FAILURES.reset)],
    ['is reset before a write arrives', () => api.failNextWrites(2, FAILURES.reset)],
    ['is reset after a write has arrived', () => api.failNextWrites(1, FAILURES.resetAfterwards)],
    ['stalls while reading', () => api.failNextReads(2, FAILURES.stall)],
    ['stalls while writing', () => api.failNextWrites(1, FAILURES.stall)],
  ])('and %s leaves one comment', async (_what, fail) => {
    fail();
    expect(await runQuickly()).toMatchObject({ status: 'created' });
    expect(bodies()).toEqual([bodyOf('red')]);
  });

  test('for ever ends within its time', async () => {
    api.failNextReads(100, FAILURES.stall);
    const startMs = performance.now();
    expect(await runQuickly({ requestMs: 60_000, deadlineMs: 500 })).toMatchObject({
      status: 'failed',
      code: 'GITHUB_UNREACHABLE',
    });
    expect(performance.now() - startMs).toBeLessThan(3000);
    expect(bodies()).toEqual([]);
  });
});

describe('runs of the same check', () => {
  /** A run that comes to a verdict. */
  function report(words: string, change: Partial<CommentState>, rest: Partial<CommentRequest> = {}) {
    const state = { ...STATE, ...change };
    return run(words, { state, body: `${MARKER}\n${formatState(state)}\n${words}\n`, ...rest });
  }

  const words = () => bodies().map((body) => body.split('\n')[2]);

  test.each([[{ id: 99, attempt: 1 }], [{ id: 100, attempt: 1 }]])(
    'that are older do not overwrite what a newer one has said: %j',
    async (older) => {
      await report('new', { run: { id: 100, attempt: 2 } });
      expect(await report('old', { run: older })).toMatchObject({
        status: 'skipped',
        reason: expect.stringContaining('a newer run has reported already: 100'),
      });
      expect(words()).toEqual(['new']);
    },
  );

  test('that are newer do', async () => {
    await report('old', { run: { id: 100, attempt: 1 } });
    expect(await report('new', { run: { id: 100, attempt: 2 } })).toMatchObject({ status: 'updated' });
    expect(words()).toEqual(['new']);
  });

  test('do not keep anybody from publishing by hand, and may overwrite that', async () => {
    await report('by a run', {});
    const byHand = { run: { id: 0, attempt: 0 } };
    expect(await report('by hand', byHand)).toMatchObject({ status: 'updated' });
    expect(await report('by the next run', { run: { id: 99, attempt: 1 } })).toMatchObject({
      status: 'updated',
    });
    expect(words()).toEqual(['by the next run']);
  });

  test('of one commit that say the same leave the comment alone; of another, say which', async () => {
    await report('same', {});
    expect(await report('same', { run: { id: 101, attempt: 1 } })).toMatchObject({ status: 'unchanged' });
    const next = { run: { id: 102, attempt: 1 }, commit: 'b'.repeat(40) };
    expect(await report('same', next)).toMatchObject({ status: 'updated' });
    expect(await report('late', { run: { id: 101, attempt: 1 } })).toMatchObject({ status: 'skipped' });
    expect(writes()).toEqual(['POST', 'PATCH']);
  });

  test('leave one comment of several: that of the newest, wherever it stands', async () => {
    const body = (id: number, text: string) =>
      `${MARKER}\n${formatState({ ...STATE, run: { id, attempt: 1 } })}\n${text}\n`;
    api.addComment(PULL, body(98, 'first'), TOKENS.workflow);
    const newest = api.addComment(PULL, body(101, 'newest'), TOKENS.workflow);
    expect(await report('late', {})).toMatchObject({ status: 'skipped', id: newest.id });
    expect(words()).toEqual(['newest']);
  });

  test('may write only when a verdict has changed', async () => {
    const only = { onlyOnChange: true };
    await report('red 1.44', {}, only);
    expect(await report('red 1.45', { run: { id: 101, attempt: 1 } }, only)).toMatchObject({
      status: 'unchanged',
    });
    expect(await report('green', { verdict: 'pass', digest: 'ff' }, only)).toMatchObject({
      status: 'updated',
    });
    expect(words()).toEqual(['green']);
  });

  test('may put a new comment in the place of the old one when the verdict turns', async () => {
    const first = await report('red', {}, { repost: true });
    expect(await report('still red', { digest: 'ff' }, { repost: true })).toMatchObject({
      status: 'updated',
    });
    const turned = await report('green', { verdict: 'pass' }, { repost: true });
    expect(turned.status).toBe('created');
    expect(turned.id).not.toBe(first.id);
    expect(words()).toEqual(['green']);
    expect(writes()).toEqual(['POST', 'PATCH', 'POST', 'DELETE']);
  });

  test('repost once, whatever is lost on the way', async () => {
    await report('red', {}, { repost: true });
    api.failNextWrites(1, FAILURES.answerLost);
    const turned = await report('green', { verdict: 'pass', run: { id: 101, attempt: 1 } }, { repost: true });
    expect(turned.status).toBe('created');
    expect(words()).toEqual(['green']);
  });

  test('cannot be told apart by a comment that only claims to be of a run', async () => {
    api.addComment(
      PULL,
      `${MARKER}\n<!-- run 999999999999999.1 commit x verdict pass -->\nhi`,
      TOKENS.workflow,
    );
    expect(await report('red', {})).toMatchObject({ status: 'updated' });
  });
});
