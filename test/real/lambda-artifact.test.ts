import { readFile } from 'node:fs/promises';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { type Cloud, MODELS, REPORTS, startCloud } from '../support/lambda/cloud.ts';
import { type LambdaFunction, startFunction } from '../support/lambda/lambda-function.ts';
import { queueEvent, upload } from '../support/lambda/upload.ts';

const SHA = 'a'.repeat(40);

let cloud: Cloud;
let artifact: LambdaFunction;
let overtrained: Buffer;

beforeAll(async () => {
  cloud = await startCloud();
  overtrained = await readFile(`${PROJECT}examples/demo/mlp3-overtrained.safetensors`);
  await cloud.s3.put(MODELS, 'README.md', Buffer.from('models'));
  artifact = await startFunction('artifact', { env: cloud.env });
});

afterAll(async () => {
  await artifact?.stop();
  await cloud?.stop();
});

const NOTHING_FAILED = { batchItemFailures: [] };

/** Keys of the reports that are there. */
async function reports(): Promise<string[]> {
  const { Contents = [] } = await cloud.s3.client.send(
    new ListObjectsV2Command({ Bucket: REPORTS, Prefix: 'alphagate/' }),
  );
  return Contents.map(({ Key }) => Key!);
}

describe('an upload', () => {
  test('leads to a report in the bucket, a comment on the pull request and a status on its commit', async () => {
    const { event } = await upload(cloud.s3, {
      key: `acme/repo/${SHA}/mlp3.safetensors`,
      bytes: overtrained,
    });
    expect(await artifact.invoke(queueEvent(event))).toEqual(NOTHING_FAILED);
    expect(await reports()).toEqual([
      expect.stringMatching(/^alphagate\/[0-9a-f]{64}\/report\.html$/),
      expect.stringMatching(/report\.json$/),
      expect.stringMatching(/report\.md$/),
    ]);
    expect(cloud.github.comments(7).map(({ body }) => body)).toEqual([
      expect.stringMatching(/1 of 3 layers fails[\s\S]*mlp3\.safetensors/),
    ]);
    expect(cloud.github.statuses).toMatchObject([
      {
        sha: SHA,
        state: 'failure',
        context: 'alphagate / mlp3.safetensors',
        description: '1 of 3 layers fails',
      },
    ]);
    expect(cloud.github.violations).toEqual([]);
  });
});
