import { describe, expect, test } from '@jest/globals';
import { parseEvent } from '../../../src/publish/event.ts';
import { parseRepository, pullRequestOf } from '../../../src/publish/pull-request.ts';

const of = (event: unknown) => pullRequestOf(parseEvent(JSON.stringify(event)));
const [HEAD, BASE] = ['a'.repeat(40), 'b'.repeat(40)];

describe('the pull request', () => {
  test('is the one that the event is about', () => {
    expect(of({ action: 'opened', number: 7, pull_request: { number: 7, title: 'x' } })).toEqual({
      number: 7,
    });
    expect(of({ issue: { number: 8, pull_request: { url: 'x' } }, comment: {} })).toEqual({ number: 8 });
  });

  test('comes with its commits, and where the change is from', () => {
    const head = { sha: HEAD, repo: { full_name: 'fork/repo' } };
    expect(of({ pull_request: { number: 7, head, base: { sha: BASE } } })).toEqual({
      number: 7,
      headSha: HEAD,
      headRepository: 'fork/repo',
      baseSha: BASE,
    });
  });

  test('may come from a repository that is gone', () => {
    expect(of({ pull_request: { number: 7, head: { sha: HEAD, repo: null } } })).toEqual({
      number: 7,
      headSha: HEAD,
    });
  });

  test.each([
    ['a push', { ref: 'refs/heads/main', commits: [] }],
    ['an issue that is no pull request', { issue: { number: 8 } }],
    ['an issue that says it is none', { issue: { number: 8, pull_request: null } }],
    ['a number that is none', { pull_request: { number: '7; rm' } }],
    ['null', null],
    ['a list', []],
  ])('is none for %s', (_what, event) => {
    expect(of(event)).toBeUndefined();
  });

  test('is none where the event cannot be read', () => {
    expect(parseEvent('{')).toEqual({});
  });
});

describe('the repository', () => {
  test.each([
    ['acme/repo', { owner: 'acme', repo: 'repo' }],
    ['acme', undefined],
    ['/repo', undefined],
    ['acme/', undefined],
    ['a/b/c', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j', (slug, parts) => {
    expect(parseRepository(slug)).toEqual(parts);
  });
});
