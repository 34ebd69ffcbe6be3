import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changeDocument } from '../../../src/publish/change-document.ts';
import { parseHistory } from '../../../src/report/history/history.ts';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { writeAtOnce } from '../../support/history-writers.ts';
import { type S3StandIn, sendError, startStandIn } from '../../support/s3-stand-in.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const REFERENCE = 's3://models/history.json';

const added = (text: string | undefined) => `${text ?? ''}x`;

describe('a document in S3', () => {
  let standIn: S3StandIn;
  let restore: () => void;

  beforeAll(async () => {
    standIn = await startStandIn();
  });
  afterAll(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    restore = setAwsEnvironment({ accessKeyId: 'key', secretAccessKey: 'secret' });
  });
  afterEach(() => restore());

  const options = () => ({ cwd: '/', endpoint: standIn.endpoint, wait: async () => {} });
  const change = (by: (text: string | undefined) => string = added) =>
    changeDocument(REFERENCE, by, options());
  const content = () => new TextDecoder().decode(standIn.objects.get('history.json'));
  const puts = () => standIn.requests.filter(({ method }) => method === 'PUT');

  test('is made where there is none, if there is still none', async () => {
    await change();
    expect(content()).toBe('x');
    expect(puts().map(({ headers }) => [headers['if-none-match'], headers['if-match']])).toEqual([
      ['*', undefined],
    ]);
  });

  test('is replaced, if it is still the one that was read', async () => {
    await change();
    await change();
    expect(content()).toBe('xx');
    expect(puts().at(-1)?.headers['if-match']).toMatch(/^"[0-9a-f]{32}"$/);
  });

  test('is changed anew when somebody else has been faster', async () => {
    let others = 3;
    await change((text) => {
      if (others-- > 0) standIn.objects.set('history.json', new TextEncoder().encode(`${text ?? ''}o`));
      return added(text);
    });
    expect(content()).toBe('ooox');
    expect(puts()).toHaveLength(4);
  });

  test('is changed anew when it is removed, or being written by somebody else', async () => {
    await change();
    let puttings = 0;
    standIn.intercept = (request, response, answer) => {
      if (request.method === 'PUT' && ++puttings === 1) {
        standIn.objects.delete('history.json');
        answer();
      } else if (request.method === 'PUT' && puttings === 2) {
        sendError(response, 409, 'ConditionalRequestConflict');
      } else {
        answer();
      }
    };
    await change();
    expect(content()).toBe('x');
    expect(puttings).toBe(3);
  });

  test('is given up when others are always faster', async () => {
    standIn.intercept = (request, response, answer) => {
      if (request.method === 'PUT') sendError(response, 412, 'PreconditionFailed');
      else answer();
    };
    await expect(change()).rejects.toMatchObject({ code: 'HISTORY_CONFLICT' });
  });

  test('that may not be written says which permission is missing', async () => {
    standIn.intercept = (request, response, answer) => {
      if (request.method === 'PUT') sendError(response, 403, 'AccessDenied');
      else answer();
    };
    await expect(change()).rejects.toMatchObject({
      code: 'S3_ACCESS_DENIED',
      cure: expect.stringContaining('s3:PutObject on arn:aws:s3:::models/history.json'),
    });
  });

  test('has what each of eight writers at once has added', async () => {
    await writeAtOnce(REFERENCE, 8, { endpoint: standIn.endpoint });
    const runs = parseHistory(content(), REFERENCE);
    expect(runs.map(({ layers }) => layers[0]![1]).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  }, 60_000);
});

describe('a document on disk', () => {
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder();
  });

  test('is made with its folders, then replaced, and leaves nothing beside it', async () => {
    for (let time = 0; time < 3; time++) await changeDocument('a/b/h.json', added, { cwd: folder });
    expect(await readFile(path.join(folder, 'a/b/h.json'), 'utf8')).toBe('xxx');
    expect(await readdir(path.join(folder, 'a/b'))).toEqual(['h.json']);
  });

  test('stays as it is when it cannot be changed', async () => {
    const file = path.join(folder, 'h.json');
    await writeFile(file, 'old');
    const refuse = () => {
      throw new Error('no');
    };
    await expect(changeDocument(file, refuse, { cwd: '/' })).rejects.toThrow('no');
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  test('that is a folder cannot be written', async () => {
    await mkdir(path.join(folder, 'h.json'));
    await expect(changeDocument('h.json', added, { cwd: folder })).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
  });
});

test.each([
  'https://example.org/history.json',
  'artifact://alphagate?commit=0000000',
  'hf://org/name',
  's3://models/',
  's3://models/*.json',
  's3://models/h.json?versionId=3',
  'history-*.json',
])('%s cannot be written to', async (reference) => {
  await expect(changeDocument(reference, added, { cwd: '/' })).rejects.toMatchObject({
    code: 'HISTORY_READ_ONLY',
  });
});
