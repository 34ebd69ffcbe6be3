import { describe, expect, test } from '@jest/globals';
import { findPullRequest, parseEvent, parseRepository } from '../../../src/publish/pull-request.ts';

const find = (asked: number | null, event: unknown) =>
  findPullRequest(asked, parseEvent(JSON.stringify(event)), 'some_event').number;

describe('the pull request', () => {
  test('is the one that is asked for, before any other', () => {
    expect(find(5, { pull_request: { number: 7 } })).toBe(5);
  });

  test('is the one that the event is about', () => {
    expect(find(null, { action: 'opened', number: 7, pull_request: { number: 7, title: 'x' } })).toBe(7);
    expect(find(null, { issue: { number: 8, pull_request: { url: 'x' } }, comment: {} })).toBe(8);
  });

  test.each([
    ['a push', { ref: 'refs/heads/main', commits: [] }],
    ['an issue that is no pull request', { issue: { number: 8 } }],
    ['an issue that says it is none', { issue: { number: 8, pull_request: null } }],
    ['a number that is none', { pull_request: { number: '7; rm' } }],
    ['null', null],
    ['a list', []],
  ])('is none for %s, and the reason names the event and the input', (_what, event) => {
    const answer = findPullRequest(null, parseEvent(JSON.stringify(event)), 'some_event');
    expect(answer).toEqual({ reason: expect.stringMatching(/"some_event".*pr-number/) });
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
