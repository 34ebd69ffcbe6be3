import { PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readBytes } from '../../src/sources/byte-source.ts';
import { locate } from '../../src/sources/locate.ts';
import { testByteSource } from '../contract/byte-source.ts';
import { type Credentials, setAwsEnvironment } from '../support/aws-environment.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';
import { s3Place } from '../support/s3-place.ts';

testByteSource('an S3 server that checks signatures and conditions', async () =>
  s3Place(await startVersityGw()),
);

describe('an S3 server that checks signatures', () => {
  let server: S3Server;

  beforeAll(async () => {
    server = await startVersityGw();
    await server.put('models', 'a.pt', new Uint8Array(3));
  });

  afterAll(() => server.stop());

  async function errorOf(
    reference: string,
    { credentials, region }: { credentials?: Credentials; region?: string } = {},
  ) {
    const restore = setAwsEnvironment(credentials ?? server);
    try {
      const options = { cwd: '.', endpoint: server.endpoint, region: region ?? server.region };
      return await locate(reference, options).then(
        () => 'no error',
        (error) => error,
      );
    } finally {
      restore();
    }
  }

  test.each(['s3://models/a.pt', 's3://models/', 's3://models/*.pt'])(
    'refuses a wrong secret, an unknown key and another region for %s',
    async (reference) => {
      const wrongSecret = { accessKeyId: server.accessKeyId, secretAccessKey: 'wrong' };
      expect(await errorOf(reference, { credentials: wrongSecret })).toMatchObject({
        code: 'S3_BAD_CREDENTIALS',
      });
      const unknownKey = { accessKeyId: 'nobody', secretAccessKey: 'wrong' };
      expect(await errorOf(reference, { credentials: unknownKey })).toMatchObject({
        code: 'S3_BAD_CREDENTIALS',
      });
      expect(await errorOf(reference, { region: 'eu-west-1' })).toMatchObject({
        code: 'S3_WRONG_REGION',
        problem: 'the bucket is in the region us-east-1, and eu-west-1 was asked',
      });
    },
  );

  test('knows no such bucket, key or version', async () => {
    expect(await errorOf('s3://no-such-bucket/a.pt')).toMatchObject({ code: 'S3_NO_SUCH_BUCKET' });
    expect(await errorOf('s3://models/b.pt')).toMatchObject({
      code: 'NOT_FOUND',
      cure: 'Check bucket and key: s3://models/ holds "a.pt"',
    });
    expect(await errorOf('s3://models/a.pt?versionId=nonsense')).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('gives back the version that was named, and names the one that was found', async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    await server.put('versioned', 'other', text(''));
    const Status = { Status: 'Enabled' } as const;
    await server.client.send(
      new PutBucketVersioningCommand({ Bucket: 'versioned', VersioningConfiguration: Status }),
    );
    const first = await server.put('versioned', 'a.pt', text('one'));
    const second = await server.put('versioned', 'a.pt', text('two!'));
    const restore = setAwsEnvironment(server);
    try {
      for (const [query, content, { versionId }] of [
        [`?versionId=${first.versionId}`, 'one', first],
        ['', 'two!', second],
      ] as const) {
        const { endpoint, region } = server;
        const { files } = await locate(`s3://versioned/a.pt${query}`, { cwd: '.', endpoint, region });
        const source = await files[0]!.open();
        expect(await readBytes(source, 0, source.sizeBytes)).toEqual(text(content));
        expect(await source.identity()).toBe(`version:${versionId}`);
      }
    } finally {
      restore();
    }
  });
});
