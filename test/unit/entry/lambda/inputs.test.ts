import { describe, expect, test } from '@jest/globals';
import { parseAnalyzeInput, parseManifest, parseRunInput } from '../../../../src/entry/lambda/run-input.ts';
import { parseUpload } from '../../../../src/entry/lambda/upload-event.ts';

const EVENT = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: {
    bucket: { name: 'models' },
    object: { key: 'a b.pt', etag: '"0949606a"', 'version-id': 'v1', size: 3 },
  },
};

describe('an event of S3', () => {
  test('names the object, in its version', () => {
    expect(parseUpload(JSON.stringify(EVENT))).toEqual({
      bucket: 'models',
      key: 'a b.pt',
      versionId: 'v1',
      etag: '0949606a',
    });
  });

  test.each([
    ['no JSON', '{'],
    ['another event', JSON.stringify({ ...EVENT, 'detail-type': 'Object Deleted' })],
    ['no object', JSON.stringify({ ...EVENT, detail: { bucket: { name: 'models' } } })],
    [
      'an object without a key',
      JSON.stringify({ ...EVENT, detail: { ...EVENT.detail, object: { key: '', etag: 'x' } } }),
    ],
    ['nothing', 'null'],
  ])('that is %s is refused', (_, body) => {
    expect(() => parseUpload(body)).toThrow(expect.objectContaining({ code: 'NOT_AN_UPLOAD' }));
  });
});

describe('what the state machine passes on', () => {
  const run = {
    model: { bucket: 'models', key: 'm.pt', etag: 'x' },
    target: { repository: 'acme/repo', sha: 'a'.repeat(40) },
    run: '0'.repeat(64),
  };

  test('may hold more than a function needs', () => {
    expect(parseRunInput({ ...run, limits: {} })).toEqual(run);
  });

  test.each([
    ['a run that leads out of its folder', () => parseRunInput({ ...run, run: '../../other' })],
    ['no model', () => parseRunInput({ ...run, model: undefined })],
    ['no item', () => parseAnalyzeInput(run)],
    ['an empty manifest', () => parseManifest([], 'manifest.json')],
    ['no manifest', () => parseManifest(undefined, 'manifest.json')],
  ])('is refused with %s', (_, parse) => {
    expect(parse).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
