import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { groupModels } from '../../../../src/formats/models.ts';
import { connect } from '../../../../src/publish/connect.ts';
import { locate } from '../../../../src/sources/locate.ts';
import { TOKENS } from '../../../support/github-api/accounts.ts';
import { refusal } from '../../../support/github-api/answer.ts';
import { FAILURES, type Failure } from '../../../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../../../support/github-api/start.ts';
import { buildZip } from '../../../support/zip-builder.ts';

const RUN = 7;
const ARCHIVE = buildZip([{ name: 'model.bin', bytes: new Uint8Array(10) }]);

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi();
  api.addRun({ id: RUN });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const find = (reference: string, runId: number | undefined = RUN) => {
  const access = {
    owner: 'acme',
    repo: 'repo',
    runId,
    connect: async () => connect(TOKENS.workflow, api.url),
  };
  return locate(reference, { cwd: '/', github: access });
};

const answer = (status: number, message: string): Failure => ({ answer: refusal(status, message) });

describe('an artifact', () => {
  test('is one archive, named as the user names it', async () => {
    const { digest } = api.addArtifact({ name: 'candidate', runId: RUN, bytes: ARCHIVE });
    const { reference, kind, files, within } = await find('artifact://candidate/model.bin');
    expect({ reference, kind, within }).toEqual({
      reference: 'artifact://candidate/model.bin',
      kind: 'file',
      within: 'model.bin',
    });
    expect(files).toMatchObject([
      { name: 'artifact://candidate', path: 'candidate.zip', sizeBytes: ARCHIVE.length },
    ]);
    const source = await files[0]!.open();
    expect(await source.identity()).toBe(digest);
    expect(await files[0]!.sibling('other')).toBeUndefined();
  });

  test('that is a file of its own has no files in it', async () => {
    api.addArtifact({ name: 'model.bin', runId: RUN, bytes: new Uint8Array(10) });
    const located = await find('artifact://model.bin/weights.bin');
    await expect(groupModels(located)).rejects.toMatchObject({ code: 'NOTHING_FOUND' });
  });

  test.each<[string, Failure, string]>([
    ['does not know the token', answer(401, 'Bad credentials'), 'ARTIFACT_BAD_TOKEN'],
    ['does not permit it', FAILURES.notAccessible, 'ARTIFACT_NO_PERMISSION'],
    ['has had too many requests', FAILURES.tooManyRequests(60), 'ARTIFACT_RATE_LIMITED'],
    [
      'has had too many this hour',
      answer(403, 'API rate limit exceeded for 1.2.3.4'),
      'ARTIFACT_RATE_LIMITED',
    ],
    ['does not show the repository', FAILURES.notFound, 'ARTIFACT_NOT_FOUND'],
    ['says something else', answer(418, 'I am a teapot'), 'ARTIFACT_GITHUB_FAILED'],
  ])('cannot be read when GitHub %s', async (_, failure, code) => {
    api.addArtifact({ name: 'candidate', runId: RUN, bytes: ARCHIVE });
    api.failNextReads(1, failure);
    await expect(find('artifact://candidate')).rejects.toMatchObject({ name: 'SourceError', code });
    expect(api.requests).toHaveLength(1);
  });

  test('cannot be read when GitHub is in trouble for good', async () => {
    api.failNextReads(100, FAILURES.unavailable);
    await expect(find('artifact://candidate')).rejects.toMatchObject({ code: 'ARTIFACT_GITHUB_FAILED' });
    expect(api.requests).toHaveLength(4);
  });

  test('cannot be read when GitHub says no place', async () => {
    api.addArtifact({ name: 'candidate', runId: RUN, bytes: ARCHIVE });
    const octokit = connect(TOKENS.workflow, api.url);
    octokit.hook.after('request', ({ headers }) => {
      delete headers.location;
    });
    const access = { owner: 'acme', repo: 'repo', runId: RUN, connect: async () => octokit };
    const located = locate('artifact://candidate', { cwd: '/', github: access });
    await expect(located).rejects.toMatchObject({ code: 'ARTIFACT_GITHUB_FAILED' });
  });

  test('that has expired is said to have', async () => {
    api.addArtifact({ name: 'candidate', runId: RUN, bytes: ARCHIVE, expired: true });
    await expect(find('artifact://candidate')).rejects.toMatchObject({ code: 'ARTIFACT_EXPIRED' });
  });

  test('is asked of nobody where nobody is known', async () => {
    const located = locate('artifact://candidate', { cwd: '/' });
    const expected = { name: 'ConfigError', code: 'ARTIFACT_NEEDS_GITHUB' };
    await expect(located).rejects.toMatchObject(expected);
  });

  test('stops with the reason of the abort', async () => {
    const reason = new Error('enough');
    const located = locate('artifact://candidate', {
      cwd: '/',
      signal: AbortSignal.abort(reason),
      github: { owner: 'acme', repo: 'repo', runId: RUN, connect: async () => connect('x', api.url) },
    });
    await expect(located).rejects.toBe(reason);
  });
});
