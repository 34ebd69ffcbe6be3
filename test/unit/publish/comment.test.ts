import { describe, expect, test } from '@jest/globals';
import { upsertComment } from '../../../src/publish/comment.ts';
import { commentMarker } from '../../../src/publish/comment-marker.ts';
import type { Octokit } from '../../../src/publish/octokit.ts';

const MARKER = commentMarker('gate / check');
const STATE = { run: { id: 1, attempt: 1 }, commit: '', verdict: 'fail', digest: '00' };
const bodyOf = (words: string) => `${MARKER}\n${words}\n`;

interface Stored {
  readonly id: number;
  readonly html_url: string;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

const refused = (status: number, headers: Record<string, string> = {}) =>
  Object.assign(new Error(`refused with ${status}`), { status, response: { headers } });

interface Behaviour {
  /** Who the token belongs to. */
  readonly login: string;
  readonly type: 'User' | 'Bot';
  /** What GraphQL, `GET /user` and a deletion answer with instead of what they are asked for. */
  readonly viewer?: Error[];
  readonly user?: Error;
  readonly deletion?: Error;
}

/** A pull request's comments behind the few calls that are made of Octokit. */
function pullRequest({ login, type, viewer = [], user, deletion }: Behaviour) {
  const comments: Stored[] = [];
  const add = (body: string, author: Stored['user'] = { login, type }) => {
    const comment = { id: comments.length + 1, html_url: `url/${comments.length + 1}`, body, user: author };
    comments.push(comment);
    return comment;
  };
  const viewerFailures = [...viewer];
  const octokit = {
    paginate: async () => comments.map((comment) => ({ ...comment })),
    graphql: async () => {
      const failure = viewerFailures.shift();
      if (failure !== undefined) throw failure;
      return { viewer: { login } };
    },
    rest: {
      users: {
        getAuthenticated: async () => {
          if (user !== undefined) throw user;
          return { data: { login } };
        },
      },
      issues: {
        listComments: {},
        createComment: async ({ body }: { body: string }) => ({ data: add(body) }),
        updateComment: async ({ comment_id, body }: { comment_id: number; body: string }) => {
          comments.find(({ id }) => id === comment_id)!.body = body;
        },
        deleteComment: async ({ comment_id }: { comment_id: number }) => {
          if (deletion !== undefined) throw deletion;
          comments.splice(
            comments.findIndex(({ id }) => id === comment_id),
            1,
          );
        },
      },
    },
  } as unknown as Octokit;
  const run = (words: string) =>
    upsertComment(
      octokit,
      {
        owner: 'acme',
        repo: 'repo',
        issueNumber: 7,
        marker: MARKER,
        state: STATE,
        body: bodyOf(words),
        create: true,
      },
      async () => {},
    );
  return { add, run, bodies: () => comments.map(({ body }) => body) };
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;
const PERSON = { login: 'mona', type: 'User' } as const;

describe('duplicates', () => {
  test.each([403, 404, 429, 503])(
    'that cannot be removed (%d) do not keep the comment from showing the present verdict',
    async (status) => {
      const pull = pullRequest({ ...BOT, deletion: refused(status) });
      pull.add(bodyOf('old, red'));
      pull.add(bodyOf('duplicate'));
      expect(await pull.run('green')).toMatchObject({ status: 'updated', id: 1 });
      expect(pull.bodies()).toEqual([bodyOf('green'), bodyOf('duplicate')]);
    },
  );

  test('are removed when the comment itself needs no change', async () => {
    const pull = pullRequest(BOT);
    pull.add(bodyOf('green'));
    pull.add(bodyOf('duplicate'));
    expect(await pull.run('green')).toMatchObject({ status: 'unchanged' });
    expect(pull.bodies()).toEqual([bodyOf('green')]);
  });
});

describe('who we are', () => {
  const noGraphql = Array<Error>(9).fill(refused(404));

  test('is asked of the REST API where there is no GraphQL, so that a person has one comment too', async () => {
    const pull = pullRequest({ ...PERSON, viewer: noGraphql });
    expect(await pull.run('red')).toMatchObject({ status: 'created' });
    expect(await pull.run('green')).toMatchObject({ status: 'updated' });
    expect(pull.bodies()).toEqual([bodyOf('green')]);
  });

  test('is any bot where neither tells, but never a person', async () => {
    const pull = pullRequest({ ...BOT, viewer: noGraphql, user: refused(403) });
    pull.add(bodyOf('a copy'), PERSON);
    pull.add(bodyOf('red'));
    expect(await pull.run('green')).toMatchObject({ status: 'updated', id: 2 });
    expect(pull.bodies()).toEqual([bodyOf('a copy'), bodyOf('green')]);
  });

  test('is asked again when GitHub only wants to be asked later', async () => {
    const later = refused(429, { 'retry-after': '1' });
    const pull = pullRequest({ ...PERSON, viewer: [later], user: refused(403) });
    pull.add(bodyOf('red'));
    expect(await pull.run('green')).toMatchObject({ status: 'updated', id: 1 });
    expect(pull.bodies()).toEqual([bodyOf('green')]);
  });
});
