import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TOKENS } from '../support/github-api/accounts.ts';
import { loadContract } from '../support/github-api/contract.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';

const REPOSITORY = { owner: 'acme', repo: 'repo' };
const PULL = { ...REPOSITORY, issue_number: 7 };
const HEAD = 'c'.repeat(40);

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: 7, headSha: HEAD }] });
});

afterEach(() => api.stop());

function octokitOf(token: string) {
  return getOctokit(token, { baseUrl: api.url });
}

function statusOf(request: Promise<{ status: number }>): Promise<number> {
  return request.then(
    ({ status }) => status,
    (error: { status: number }) => error.status,
  );
}

describe('comments', () => {
  test('are created, listed over three pages, updated and deleted', async () => {
    const { rest, paginate } = octokitOf(TOKENS.workflow);
    for (let index = 0; index < 12; index += 1) api.addComment(7, `remark ${index}`, TOKENS.maintainer);

    const created = await rest.issues.createComment({ ...PULL, body: 'ours' });
    expect(created.status).toBe(201);
    expect(created.data.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });

    const listed = await paginate(rest.issues.listComments, { ...PULL, per_page: 5 });
    expect(listed.map(({ body }) => body)).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `remark ${i}`),
      'ours',
    ]);
    expect(api.requests.filter(({ method }) => method === 'GET').map(({ query }) => query['page'])).toEqual([
      undefined,
      '2',
      '3',
    ]);

    const comment = { ...REPOSITORY, comment_id: created.data.id };
    await rest.issues.updateComment({ ...comment, body: 'ours, again' });
    expect((await rest.issues.getComment(comment)).data.body).toBe('ours, again');
    expect(api.comments(7)).toHaveLength(13);

    expect((await rest.issues.deleteComment(comment)).status).toBe(204);
    expect(await statusOf(rest.issues.getComment(comment))).toBe(404);
    expect(api.comments(7)).toHaveLength(12);
    expect(api.violations).toEqual([]);
  });

  test('come thirty a page unless asked otherwise, and never more than a hundred', async () => {
    const { rest } = octokitOf(TOKENS.workflow);
    for (let index = 0; index < 101; index += 1) api.addComment(7, 'remark', TOKENS.maintainer);
    expect((await rest.issues.listComments(PULL)).data).toHaveLength(30);
    expect((await rest.issues.listComments({ ...PULL, per_page: 500 })).data).toHaveLength(100);
    expect((await rest.issues.listComments({ ...PULL, per_page: 100, page: 2 })).data).toHaveLength(1);
  });

  test('take 65,536 characters and no more', async () => {
    const { rest } = octokitOf(TOKENS.workflow);
    expect(await statusOf(rest.issues.createComment({ ...PULL, body: 'é'.repeat(65_536) }))).toBe(201);
    expect(await statusOf(rest.issues.createComment({ ...PULL, body: 'e'.repeat(65_537) }))).toBe(422);
    expect(await statusOf(rest.issues.createComment({ ...PULL, body: ' ' }))).toBe(422);
    expect(api.comments(7)).toHaveLength(1);
  });

  test('are edited by their author only', async () => {
    const theirs = api.addComment(7, 'not ours', TOKENS.maintainer);
    const { rest } = octokitOf(TOKENS.workflow);
    const edit = rest.issues.updateComment({ ...REPOSITORY, comment_id: theirs.id, body: 'captured' });
    await expect(edit).rejects.toMatchObject({ status: 403 });
    expect(api.comments(7)[0]?.body).toBe('not ours');
  });

  test('need a pull request that exists', async () => {
    const { rest } = octokitOf(TOKENS.workflow);
    expect(await statusOf(rest.issues.createComment({ ...PULL, issue_number: 8, body: 'hi' }))).toBe(404);
    expect(await statusOf(rest.issues.createComment({ ...PULL, repo: 'other', body: 'hi' }))).toBe(404);
  });
});

describe('tokens', () => {
  test('of a workflow are no user; a personal one is', async () => {
    const refused = octokitOf(TOKENS.workflow).rest.users.getAuthenticated();
    await expect(refused).rejects.toThrow('Resource not accessible by integration');
    const { data } = await octokitOf(TOKENS.maintainer).rest.users.getAuthenticated();
    expect(data).toMatchObject({ login: 'mona', type: 'User' });
    expect(api.violations).toEqual([]);
  });

  test('of a workflow for a fork read but do not write', async () => {
    const { rest } = octokitOf(TOKENS.forkWorkflow);
    expect(await statusOf(rest.issues.listComments(PULL))).toBe(200);
    expect(await statusOf(rest.issues.createComment({ ...PULL, body: 'hi' }))).toBe(403);
  });

  test('that nobody has are refused', async () => {
    expect(await statusOf(octokitOf('forged').rest.issues.listComments(PULL))).toBe(401);
  });

  test('are not recorded', async () => {
    await octokitOf(TOKENS.workflow).rest.issues.createComment({ ...PULL, body: 'hi' });
    expect(api.requests).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/repo/issues/7/comments',
        body: { body: 'hi' },
        login: 'github-actions[bot]',
        status: 201,
      },
    ]);
    expect(JSON.stringify(api.requests)).not.toContain(TOKENS.workflow);
  });
});

describe('failures', () => {
  test('are served to as many writes as asked, and reads go on', async () => {
    const { rest } = octokitOf(TOKENS.workflow);
    api.failNextWrites(2, FAILURES.notAccessible);
    const write = () => statusOf(rest.issues.createComment({ ...PULL, body: 'hi' }));
    expect([
      await write(),
      await statusOf(rest.issues.listComments(PULL)),
      await write(),
      await write(),
    ]).toEqual([403, 200, 403, 201]);
    expect(api.comments(7)).toHaveLength(1);
    expect(api.violations).toEqual([]);
  });

  test('of too many requests say when to come back', async () => {
    api.failNextReads(1, FAILURES.tooManyRequests(3));
    const request = octokitOf(TOKENS.workflow).rest.issues.listComments(PULL);
    await expect(request).rejects.toMatchObject({
      status: 429,
      response: { headers: { 'retry-after': '3' } },
    });
  });

  test('may hide a write that has taken place', async () => {
    api.failNextWrites(1, FAILURES.answerLost);
    expect(
      await statusOf(octokitOf(TOKENS.workflow).rest.issues.createComment({ ...PULL, body: 'hi' })),
    ).toBe(502);
    expect(api.comments(7)).toHaveLength(1);
  });
});

describe('pull requests', () => {
  test('are found by number and by the commit they propose', async () => {
    const { rest } = octokitOf(TOKENS.workflow);
    api.addPull({ number: 8, headSha: 'd'.repeat(40), headRepository: 'stranger/repo' });
    const byNumber = await rest.pulls.get({ ...REPOSITORY, pull_number: 8 });
    expect(byNumber.data).toMatchObject({
      number: 8,
      head: { repo: { full_name: 'stranger/repo', fork: true } },
    });
    const byCommit = await rest.repos.listPullRequestsAssociatedWithCommit({
      ...REPOSITORY,
      commit_sha: HEAD,
    });
    expect(byCommit.data.map(({ number }) => number)).toEqual([7]);
    expect(await statusOf(rest.pulls.get({ ...REPOSITORY, pull_number: 9 }))).toBe(404);
    expect(api.violations).toEqual([]);
  });

  test('leave the files of their base readable', async () => {
    api.addFile('main', '.alphagate.yml', 'min-alpha: 3\n');
    const { rest } = octokitOf(TOKENS.workflow);
    const { data } = await rest.repos.getContent({ ...REPOSITORY, path: '.alphagate.yml', ref: 'main' });
    const { content } = data as { content: string };
    expect(Buffer.from(content, 'base64').toString()).toBe('min-alpha: 3\n');
    const elsewhere = rest.repos.getContent({ ...REPOSITORY, path: '.alphagate.yml', ref: HEAD });
    expect(await statusOf(elsewhere)).toBe(404);
    expect(api.violations).toEqual([]);
  });
});

describe('check runs and statuses', () => {
  test('are created and brought to an end', async () => {
    const { rest } = octokitOf(TOKENS.workflow);
    const { data } = await rest.checks.create({
      ...REPOSITORY,
      name: 'gate',
      head_sha: HEAD,
      status: 'in_progress',
    });
    const annotation = {
      path: 'model.yml',
      start_line: 1,
      end_line: 1,
      annotation_level: 'failure',
      message: 'fc1',
    } as const;
    await rest.checks.update({
      ...REPOSITORY,
      check_run_id: data.id,
      conclusion: 'failure',
      output: { title: 'fc1 fails', summary: 'alpha is 1.44', annotations: [annotation] },
    });
    expect(api.checkRuns).toMatchObject([
      { name: 'gate', headSha: HEAD, status: 'completed', conclusion: 'failure', annotations: [annotation] },
    ]);
    await rest.repos.createCommitStatus({ ...REPOSITORY, sha: HEAD, state: 'failure', context: 'gate' });
    expect(api.statuses).toMatchObject([{ sha: HEAD, state: 'failure', context: 'gate' }]);
    expect(api.violations).toEqual([]);
  });

  test('take fifty annotations at a time, from apps only', async () => {
    const run = { ...REPOSITORY, name: 'gate', head_sha: HEAD };
    const annotation = {
      path: 'a',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice',
      message: 'm',
    } as const;
    const output = { title: 't', summary: 's', annotations: Array(51).fill(annotation) };
    expect(await statusOf(octokitOf(TOKENS.workflow).rest.checks.create({ ...run, output }))).toBe(422);
    expect(await statusOf(octokitOf(TOKENS.maintainer).rest.checks.create(run))).toBe(403);
    expect(api.checkRuns).toEqual([]);
  });
});

describe("GitHub's description", () => {
  test.each([
    ['a body without its text', '/repos/acme/repo/issues/7/comments', { text: 'hi' }, 422],
    ['a text that is no text', '/repos/acme/repo/issues/7/comments', { body: 7 }, 422],
    ['a state that does not exist', `/repos/acme/repo/statuses/${HEAD}`, { state: 'red' }, 422],
    ['a number that is none', '/repos/acme/repo/issues/seven/comments', { body: 'hi' }, 422],
    ['a parameter that does not exist', '/repos/acme/repo/issues/7/comments?perpage=9', { body: 'hi' }, 422],
    ['a place that does not exist', '/repos/acme/repo/issue/7/comments', { body: 'hi' }, 404],
  ])('refuses %s, and it has no effect', async (_what, route, body, status) => {
    const request = octokitOf(TOKENS.workflow).request(`POST ${route}`, body);
    expect(await statusOf(request)).toBe(status);
    expect(api.violations).toMatchObject([{ where: 'request', method: 'POST' }]);
    expect([...api.comments(7), ...api.statuses]).toEqual([]);
  });

  test('refuses what is not JSON', async () => {
    const { status } = await fetch(`${api.url}/repos/acme/repo/issues/7/comments`, {
      method: 'POST',
      headers: { authorization: `token ${TOKENS.workflow}`, 'content-type': 'application/json' },
      body: '{"body": "hi',
    });
    expect(status).toBe(422);
    expect(api.violations).toHaveLength(1);
  });

  test("holds the server's own answers too", async () => {
    const { enforce } = await loadContract();
    const request = {
      method: 'GET',
      path: '/repos/acme/repo/issues/7/comments',
      query: {},
      headers: {},
      body: undefined,
    };
    const answer = { status: 200, body: [{ id: 'not a number' }] };
    const { violations } = await enforce(request, () => answer);
    expect(violations).not.toHaveLength(0);
    expect(violations.map(({ where }) => where)).toEqual(violations.map(() => 'response'));
  });
});
