import { readFile } from 'node:fs/promises';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT, runCli } from '../support/cli.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

let s3: S3Server;

beforeAll(async () => {
  s3 = await startVersityGw();
  await s3.put(
    'models',
    'model.safetensors',
    await readFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`),
  );
});

afterAll(() => s3.stop());

const analyze = (url: string) =>
  runCli(['analyze', url, '--allow-private-addresses', 'true', '--format', 'json', '--verbose']);

/** Good for GET requests of one object, for a minute. */
const presign = () =>
  getSignedUrl(s3.client, new GetObjectCommand({ Bucket: 'models', Key: 'model.safetensors' }), {
    expiresIn: 60,
  });

test('a presigned address is read by ranges, and its signature is seen nowhere', async () => {
  const url = await presign();
  const run = await analyze(url);
  expect(run.stderr).toBe('');
  expect(run.exitCode).toBe(0);
  expect(JSON.parse(run.stdout).model.source).toBe(url.split('?')[0]);
  expect(run.stdout).not.toMatch(/X-Amz/);
});

test('a presigned address that was tampered with says what to do, without the signature', async () => {
  const url = await presign();
  const run = await analyze(`${url.slice(0, -1)}${url.endsWith('0') ? '1' : '0'}`);
  expect(run.exitCode).toBe(3);
  expect(run.stderr).toMatch(/denies access \(status 403\).*make a new address/);
  expect(run.stderr).not.toMatch(/X-Amz|Signature=/);
});
