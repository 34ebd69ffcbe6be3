import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CliRun, PROJECT, runCli } from '../support/cli.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

let s3: S3Server;

beforeAll(async () => {
  s3 = await startVersityGw();
  for (const model of ['mlp3-healthy', 'mlp3-overtrained']) {
    await s3.put(
      'models',
      `runs/7/${model}.safetensors`,
      await readFile(`${PROJECT}examples/demo/${model}.safetensors`),
    );
  }
  await s3.put('models', 'text/README.md', Buffer.from('no weights'));
});

afterAll(() => s3.stop());

/** Runs the built command line with the server's credentials, or with others. */
const analyze = (
  reference: string,
  env: Readonly<Record<string, string>> = {},
  ...options: string[]
): Promise<CliRun> =>
  runCli(['analyze', reference, '--s3-endpoint', s3.endpoint, '--aws-region', s3.region, ...options], {
    env: { AWS_ACCESS_KEY_ID: s3.accessKeyId, AWS_SECRET_ACCESS_KEY: s3.secretAccessKey, ...env },
  });

const withoutTime = (stdout: string) => ({ ...JSON.parse(stdout), timing: null });

describe('a model in S3', () => {
  test('gives the same numbers as on disk', async () => {
    const [remote, local] = await Promise.all([
      analyze('s3://models/runs/7/mlp3-overtrained.safetensors', {}, '--format', 'json'),
      runCli(['analyze', 'examples/demo/mlp3-overtrained.safetensors', '--format', 'json']),
    ]);
    expect(remote.exitCode).toBe(1);
    const { model, ...report } = withoutTime(remote.stdout);
    expect({ ...report, model: null }).toEqual({ ...withoutTime(local.stdout), model: null });
    expect(model).toMatchObject({
      source: 's3://models/runs/7/mlp3-overtrained.safetensors',
      identity: expect.stringMatching(/^(etag|version):/),
    });
  });

  test.each(['s3://models/runs/', 's3://models/runs/7', 's3://models/runs/*/mlp3-*.safetensors'])(
    'may be one of several that %s stands for',
    async (reference) => {
      const { exitCode, stdout } = await analyze(reference, {}, '--format', 'json');
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toHaveLength(2);
    },
  );
});

describe('a model in S3 that cannot be read ends with code 3, one clear line and no stack', () => {
  const MODEL = 's3://models/runs/7/mlp3-healthy.safetensors';

  test.each<[string, string, Record<string, string>, string[], RegExp]>([
    ['a bucket that is not there', 's3://no-such-bucket/model.pt', {}, [], /no-such-bucket/],
    [
      'a key that is not there',
      's3://models/runs/7/gone.safetensors',
      {},
      [],
      /gone\.safetensors.*mlp3-healthy/,
    ],
    ['a prefix without a model', 's3://models/text/', {}, [], /README\.md/],
    [
      'another region',
      MODEL,
      {},
      ['--aws-region', 'eu-north-1'],
      /region.*us-east-1.*(AWS_REGION|aws-region)/,
    ],
    [
      'a wrong secret',
      MODEL,
      { AWS_SECRET_ACCESS_KEY: 'wrong-secret-key' },
      [],
      /AWS_SECRET_ACCESS_KEY|secret/i,
    ],
    ['an unknown key', MODEL, { AWS_ACCESS_KEY_ID: 'AKIAUNKNOWN' }, [], /access key/i],
    [
      'no credentials',
      MODEL,
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
      [],
      /credentials.*(configure-aws-credentials|AWS_ACCESS_KEY_ID)/,
    ],
    ['a server that is not there', MODEL, {}, ['--s3-endpoint', 'http://127.0.0.1:9'], /127\.0\.0\.1:9/],
  ])('%s', async (_, reference, env, options, message) => {
    const { exitCode, stdout, stderr } = await analyze(reference, env, ...options);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^alphagate: [^\n]+\.\n$/);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal|wrong-secret-key/);
  });
});
