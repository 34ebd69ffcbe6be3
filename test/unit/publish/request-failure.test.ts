import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { AlphagateError } from '../../../src/errors.ts';
import {
  CREATING_CHECK,
  explainRequestFailure,
  LOOKING_UP,
  SETTING_STATUS,
} from '../../../src/publish/request-failure.ts';

const answered = (status: number, message: string, headers: Record<string, string> = {}) =>
  Object.assign(new Error(message), { status, response: { headers } });

const reasonOf = (error: unknown) => explainRequestFailure(error).reason;

describe('a comment that failed is explained', () => {
  test.each([
    ['a wrong token', answered(401, 'Bad credentials'), /does not accept the token.*github-token/],
    [
      'a missing permission',
      answered(403, 'Resource not accessible by integration'),
      /may not comment \(Resource not accessible by integration\).*pull-requests: write.*fork/s,
    ],
    [
      'a limit of the hour',
      answered(403, 'API rate limit exceeded for installation'),
      /limits how often.*later/,
    ],
    ['a secondary limit', answered(403, 'Slow down', { 'retry-after': '60' }), /limits how often.*later/],
    ['too many requests', answered(429, 'Slow down'), /limits how often.*later/],
    ['a place not shown', answered(404, 'Not Found'), /does not show.*pull-requests: write.*pr-number/s],
    ['comments switched off', answered(410, 'Issues are disabled'), /refuses to comment.*switched off/],
    ['a locked conversation', answered(422, 'Validation Failed'), /refuses to comment.*locked/],
    ['an outage', answered(503, 'Unavailable'), /answers with 503 \(Unavailable\).*later/],
    [
      'no answer',
      Object.assign(new Error('connect ECONNREFUSED'), { status: 500 }),
      /cannot be reached \(connect ECONNREFUSED\).*GITHUB_API_URL/,
    ],
    ['something that is no error', 'odd', /cannot be reached \(odd\)/],
  ])('%s', (_what, error, words) => {
    expect(reasonOf(error)).toMatch(words);
    // It becomes the beginning and middle of a sentence.
    expect(reasonOf(error)).not.toMatch(/[.\s]$/);
  });

  test('only by the first line of what was said', () => {
    expect(reasonOf(answered(503, 'one\ntwo'))).not.toContain('two');
  });

  test('with permissions that can be pasted into a workflow', () => {
    const [, yaml] = reasonOf(answered(403, 'x')).split('\n\n');
    expect(parse(yaml!)).toEqual({ permissions: { contents: 'read', 'pull-requests': 'write' } });
  });
});

test('what a run has no time for any more is explained as that, and not by the network', () => {
  const cause = new AlphagateError({
    code: 'OUT_OF_TIME',
    subject: 'the run',
    problem: 'took longer than it may',
    cure: 'Allow more time',
  });
  const aborted = Object.assign(new Error(cause.message), { status: 500, cause });
  expect(explainRequestFailure(aborted)).toEqual({
    code: 'OUT_OF_TIME',
    reason: 'the run took longer than it may. Allow more time',
  });
});

describe('what else fails is explained by the permission that it takes', () => {
  test.each([
    [LOOKING_UP, /look up pull requests.*pull-requests: read/s],
    [SETTING_STATUS, /set a commit status.*statuses: write/s],
    [CREATING_CHECK, /create a check run.*checks: write/s],
  ])('%j', (request, words) => {
    expect(explainRequestFailure(answered(403, 'x'), request)).toEqual({
      code: 'TOKEN_MAY_NOT',
      reason: expect.stringMatching(words),
    });
  });
});
