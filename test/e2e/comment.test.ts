import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CommentRequest, upsertComment } from '../../src/publish/comment.ts';
import { commentMarker } from '../../src/publish/comment-marker.ts';
import { connect } from '../../src/publish/connect.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { refusal } from '../support/github-api/answer.ts';
import { FAILURES, type Failure } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';

const PULL = 7;
const MARKER = commentMarker('gate / check');

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
  const request = { owner: 'acme', repo: 'repo', issueNumber: PULL, create: true };
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
    ['no permission', FAILURES.notAccessible, /pull-requests: write/],
    ['a pull request not shown', FAILURES.notFound, /pr-number/],
    ['a locked conversation', answer(422, 'Unable to create comment because issue is locked.'), /locked/],
    ['a limit', FAILURES.tooManyRequests(3600), /later/],
  ])('for good (%s) is a result, after one attempt', async (_what, failure, words) => {
    api.failNextWrites(1, failure);
    expect(await run('red')).toEqual({ status: 'failed', reason: expect.stringMatching(words) });
    expect(pausesMs).toEqual([]);
    expect(writes()).toEqual(['POST']);
  });

  test('of the token is explained', async () => {
    expect(await run('red', { token: 'forged' })).toEqual({
      status: 'failed',
      reason: expect.stringMatching(/token/),
    });
    expect(await run('red', { token: TOKENS.forkWorkflow })).toEqual({
      status: 'failed',
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
      create: true,
    };
    const result = await upsertComment(octokit, request, async (pauseMs) => pausesMs.push(pauseMs));
    expect(result).toEqual({
      status: 'failed',
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

  test('that says when to come back is heard', async () => {
    api.failNextWrites(1, FAILURES.tooManyRequests(3));
    expect(await run('red')).toMatchObject({ status: 'created' });
    expect(pausesMs).toEqual([3000]);
  });

  test('that lasts is given up', async () => {
    api.failNextReads(100, FAILURES.unavailable);
    expect(await run('red')).toEqual({ status: 'failed', reason: expect.stringMatching(/503/) });
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
