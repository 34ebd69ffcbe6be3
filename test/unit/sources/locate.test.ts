import { expect, test } from '@jest/globals';
import { locate } from '../../../src/sources/locate.ts';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { startStandIn } from '../../support/s3-stand-in.ts';

const FOLDER = import.meta.dirname;

test('a path is looked for below the working directory', async () => {
  const { reference, files } = await locate('locate.test.ts', { cwd: FOLDER });
  expect(reference).toBe('locate.test.ts');
  expect(files).toMatchObject([{ name: 'locate.test.ts', path: 'locate.test.ts' }]);
});

test('an s3:// reference is looked for at the S3 server', async () => {
  const standIn = await startStandIn();
  const restore = setAwsEnvironment({ accessKeyId: 'test', secretAccessKey: 'hunter2' });
  try {
    standIn.objects.set('a.pt', new Uint8Array(3));
    const { files } = await locate('s3://models/a.pt', { cwd: FOLDER, endpoint: standIn.endpoint });
    expect(files).toMatchObject([{ name: 's3://models/a.pt', sizeBytes: 3 }]);
  } finally {
    restore();
    await standIn.stop();
  }
});

test('a reference of another kind is a mistake in the configuration', async () => {
  const located = locate('gs://bucket/a.pt', { cwd: FOLDER });
  await expect(located).rejects.toMatchObject({ name: 'ConfigError', code: 'REFERENCE_NOT_SUPPORTED' });
});
