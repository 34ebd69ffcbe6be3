import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { S3Server } from './s3-server.ts';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

/** What Alphagate's tests rely on in any S3 server they run against. */
export function behavesLikeS3(start: () => Promise<S3Server>): void {
  let s3: S3Server;

  beforeAll(async () => {
    s3 = await start();
  });

  afterAll(() => s3.stop());

  test('gives back a range of what was stored, and its size', async () => {
    const object = { Bucket: 'models', Key: 'a b/ü.safetensors' };
    await s3.put(object.Bucket, object.Key, BYTES);
    const { Body, ContentRange } = await s3.client.send(
      new GetObjectCommand({ ...object, Range: 'bytes=100-299' }),
    );
    expect(await Body?.transformToByteArray()).toEqual(BYTES.subarray(100, 300));
    expect(ContentRange).toBe('bytes 100-299/1000');
    expect((await s3.client.send(new HeadObjectCommand(object))).ContentLength).toBe(1000);
  });

  test('tells by the ETag that an object was replaced', async () => {
    const object = { Bucket: 'models', Key: 'candidate' };
    const first = await s3.put(object.Bucket, object.Key, BYTES);
    const second = await s3.put(object.Bucket, object.Key, BYTES.subarray(1));
    expect(second.etag).not.toBe(first.etag);
    const stale = s3.client.send(new GetObjectCommand({ ...object, IfMatch: first.etag }));
    await expect(stale).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
  });

  test('says that a key does not exist', async () => {
    await s3.put('models', 'candidate', BYTES);
    const request = s3.client.send(new GetObjectCommand({ Bucket: 'models', Key: 'missing' }));
    await expect(request).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
}
