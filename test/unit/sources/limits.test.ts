import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { type S3StandIn, startStandIn } from '../../support/s3-stand-in.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const LIMITS = '../../../src/limits.ts';
const limits = await import(LIMITS);
jest.unstable_mockModule(LIMITS, () => ({ ...limits, MAX_FILES: 3, MAX_LIST_PAGES: 4 }));
const { locate } = await import('../../../src/sources/locate.ts');

let cwd: string;
let standIn: S3StandIn;
let restore: () => void;

beforeAll(async () => {
  cwd = temporaryFolder();
  standIn = await startStandIn();
  restore = setAwsEnvironment({ accessKeyId: 'test', secretAccessKey: 'test' });
  for (const name of ['a.pt', 'b.pt', 'c.pt']) {
    await writeFile(join(cwd, name), '');
    standIn.objects.set(name, new Uint8Array());
  }
});

afterAll(async () => {
  restore();
  await standIn.stop();
});

function countFiles(reference: string): Promise<number> {
  return locate(reference, { cwd, endpoint: standIn.endpoint }).then(({ files }) => files.length);
}

test('a reference may stand for as many files as the limit, and for no more', async () => {
  const references = ['.', '*.pt', 's3://models', 's3://models/*.pt'];
  for (const reference of references) expect(await countFiles(reference)).toBe(3);
  await writeFile(join(cwd, 'd.pt'), '');
  standIn.objects.set('d.pt', new Uint8Array());
  for (const reference of references) {
    const tooMany = { name: 'SourceError', code: 'TOO_MANY_FILES', cure: expect.stringContaining('glob') };
    await expect(countFiles(reference)).rejects.toMatchObject(tooMany);
  }
});

test('files that a glob passes over do not count', async () => {
  expect(await countFiles('[ab].pt')).toBe(2);
  expect(await countFiles('s3://models/[ab].pt')).toBe(2);
});

test('a listing of empty pages is given up', async () => {
  standIn.intercept = (_, response) => {
    response.end(
      '<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken></ListBucketResult>',
    );
  };
  standIn.requests.length = 0;
  await expect(countFiles('s3://models')).rejects.toMatchObject({
    name: 'SourceError',
    code: 'TOO_MANY_FILES',
  });
  expect(standIn.requests).toHaveLength(4);
});
