import { describe, expect, test } from '@jest/globals';
import { compileKeyTemplate } from '../../../../src/entry/lambda/key-template.ts';
import { modelName, type ObjectLabels, targetOf } from '../../../../src/entry/lambda/target.ts';

const SHA = 'a'.repeat(40);
const OTHER_SHA = 'b'.repeat(40);

const NOTHING: ObjectLabels = { metadata: {}, tags: {}, key: undefined };

describe('a template of keys', () => {
  test.each([
    ['{owner}/{repo}/{sha}/**', `acme/my.repo/${SHA}/a/b.pt`, { owner: 'acme', repo: 'my.repo', sha: SHA }],
    [
      'models/{owner}/{repo}/pr-{pr}/{sha}.*',
      `models/acme/r/pr-7/${SHA}.pt`,
      { owner: 'acme', repo: 'r', pr: '7', sha: SHA },
    ],
    ['{sha}/*', `${SHA}/m.pt`, { sha: SHA }],
    ['**', 'anything/at all', {}],
    ['a+b/**', 'a+b/x', {}],
  ])('%s finds in %s what it names', (template, key, facts) => {
    expect({ ...compileKeyTemplate(template)(key) }).toEqual(facts);
  });

  test.each([
    ['{owner}/{repo}/{sha}/**', `acme/repo/${SHA.slice(1)}/m.pt`],
    ['{owner}/{repo}/{sha}/*', `acme/repo/${SHA}/deeper/m.pt`],
    ['{owner}/{repo}/{sha}/**', `ac me/repo/${SHA}/m.pt`],
    ['a+b/**', 'aab/x'],
  ])('%s says nothing of %s', (template, key) => {
    expect(compileKeyTemplate(template)(key)).toBeUndefined();
  });
});

describe('the commit of an object', () => {
  const all = { 'github-repository': 'acme/repo', 'github-sha': SHA, 'github-pr': '7' };

  test.each<[string, Partial<ObjectLabels>, object]>([
    ['metadata', { metadata: all }, { repository: 'acme/repo', sha: SHA, pullRequest: 7 }],
    ['tags', { tags: all }, { repository: 'acme/repo', sha: SHA, pullRequest: 7 }],
    ['key', { key: { owner: 'acme', repo: 'repo', sha: SHA } }, { repository: 'acme/repo', sha: SHA }],
    [
      'metadata rather than tags or key',
      { metadata: all, tags: { 'github-sha': OTHER_SHA }, key: { owner: 'x', repo: 'y', sha: OTHER_SHA } },
      { repository: 'acme/repo', sha: SHA, pullRequest: 7 },
    ],
  ])('is told by its %s', (_, labels, target) => {
    expect(targetOf({ ...NOTHING, ...labels })).toEqual({ target });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no repository', { 'github-sha': SHA }, /github-repository/],
    ['a repository of three parts', { ...all, 'github-repository': 'a/b/c' }, /github-repository/],
    ['a short hash', { ...all, 'github-sha': SHA.slice(0, 7) }, /github-sha/],
    ['no number', { ...all, 'github-pr': '7; rm' }, /github-pr/],
  ])('is not known by %s', (_, metadata, missing) => {
    expect(targetOf({ ...NOTHING, metadata })).toEqual({ missing: expect.stringMatching(missing) });
  });
});

describe('the name of a model', () => {
  test.each([
    [`acme/repo/${SHA}/encoder/model.safetensors`, 'encoder/model.safetensors'],
    [`models/pr-7/${SHA.slice(0, 7)}/model.pt`, 'models/model.pt'],
    ['model.pt', 'model.pt'],
    [`7/${SHA}`, SHA],
  ])('is the same for each commit: %s', (key, name) => {
    expect(modelName(key, { repository: 'Acme/repo', sha: SHA, pullRequest: 7 })).toBe(name);
  });
});
