import { GetObjectCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { S3Server } from '../support/s3/s3-server.ts';
import { behavesLikeS3 } from '../support/s3/s3-suite.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

describe('versitygw', () => behavesLikeS3(startVersityGw));

describe('versitygw, unlike an emulator,', () => {
  let s3: S3Server;

  beforeAll(async () => {
    s3 = await startVersityGw();
    await s3.put('models', 'candidate', Buffer.from('first'));
  });

  afterAll(() => s3.stop());

  test('refuses a wrong secret', async () => {
    const { endpoint, region, accessKeyId } = s3;
    const credentials = { accessKeyId, secretAccessKey: 'wrong' };
    const intruder = new S3Client({ endpoint, region, forcePathStyle: true, credentials });
    const request = intruder.send(new GetObjectCommand({ Bucket: 'models', Key: 'candidate' }));
    await expect(request).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      $metadata: { httpStatusCode: 403 },
    });
    intruder.destroy();
  });

  test('keeps versions, and reads ranges of them', async () => {
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await s3.client.send(new PutBucketVersioningCommand({ Bucket: 'models', VersioningConfiguration }));
    const second = await s3.put('models', 'candidate', Buffer.from('second'));
    await s3.put('models', 'candidate', Buffer.from('third'));
    const { Body } = await s3.client.send(
      new GetObjectCommand({
        Bucket: 'models',
        Key: 'candidate',
        VersionId: second.versionId,
        Range: 'bytes=0-2',
      }),
    );
    expect(await Body?.transformToString()).toBe('sec');
  });
});
