import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parseHistory } from '../../src/report/history/history.ts';
import { setAwsEnvironment } from '../support/aws-environment.ts';
import { runCli } from '../support/cli.ts';
import { writeAtOnce } from '../support/history-writers.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

let s3: S3Server;
let restore: () => void;

beforeAll(async () => {
  s3 = await startVersityGw();
  await s3.put('runs', 'first', Buffer.from('makes the bucket'));
});
afterAll(() => s3.stop());
beforeEach(() => {
  restore = setAwsEnvironment(s3);
});
afterEach(() => restore());

async function historyAt(key: string) {
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: 'runs', Key: key }));
  return parseHistory((await Body?.transformToString()) ?? '', key);
}

test('a history in S3 has what each of eight writers at once has added', async () => {
  await writeAtOnce('s3://runs/at-once.json', 8, { endpoint: s3.endpoint, region: s3.region });
  const runs = await historyAt('at-once.json');
  expect(runs.map(({ layers }) => layers[0]![1]).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
}, 120_000);

test('a run of the command line adds to it, and one that only reads does not', async () => {
  const analyze = (name: string, ...options: string[]) =>
    runCli(
      [
        ...['analyze', `examples/demo/mlp3-${name}.safetensors`, '--history', 's3://runs/cli.json'],
        ...['--s3-endpoint', s3.endpoint, '--aws-region', s3.region, '--format', 'markdown', ...options],
      ],
      { env: { AWS_ACCESS_KEY_ID: s3.accessKeyId, AWS_SECRET_ACCESS_KEY: s3.secretAccessKey } },
    );
  const first = await analyze('healthy');
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).not.toContain('last');
  const second = await analyze('healthy');
  expect(second.stdout).toContain('Alpha over the last 2 runs');
  const third = await analyze('healthy', '--history-write', 'never');
  expect(third.stdout).toContain('Alpha over the last 3 runs');
  expect(await historyAt('cli.json')).toHaveLength(2);
}, 120_000);
