import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT, runCli } from '../support/cli.ts';
import { MODELS } from '../support/golden-models.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

const published = await publishedModels();
let s3: S3Server;

beforeAll(async () => {
  s3 = await startVersityGw();
});

afterAll(() => s3.stop());

/** Puts a file, or a folder's files, under a key and says by which reference it is read from there. */
async function upload(id: string, local: string): Promise<string> {
  if (!(await stat(local)).isDirectory()) {
    // With whatever a format keeps beside the file.
    for (const name of await readdir(path.dirname(local)))
      await s3.put('models', `${id}/${name}`, await readFile(path.join(path.dirname(local), name)));
    return `s3://models/${id}/${path.basename(local)}`;
  }
  for (const name of await readdir(local))
    await s3.put('models', `${id}/${name}`, await readFile(path.join(local, name)));
  return `s3://models/${id}/`;
}

function findingsOf(json: string) {
  const { layers, skipped, summary } = JSON.parse(json);
  return { layers, skipped, summary };
}

describe('from S3 comes what comes from disk', () => {
  const paths: [string, () => Promise<string>][] = [
    ...Object.entries(MODELS).map(([id, model]): [string, () => Promise<string>] => [
      id,
      async () => PROJECT + model,
    ]),
    ...Object.entries(published).map(([id, model]): [string, () => Promise<string>] => [
      id,
      () => fetchModel(id, model),
    ]),
  ];

  test.each(paths)(
    'of %s',
    async (id, find) => {
      const local = await find();
      const reference = await upload(id, local);
      const options = ['--format', 'json', '--trust', 'off'];
      const there = ['--s3-endpoint', s3.endpoint, '--aws-region', s3.region];
      const env = { AWS_ACCESS_KEY_ID: s3.accessKeyId, AWS_SECRET_ACCESS_KEY: s3.secretAccessKey };
      const [remote, disk] = await Promise.all([
        runCli(['analyze', reference, ...options, ...there], { env }),
        runCli(['analyze', local, ...options]),
      ]);
      expect(remote.exitCode).toBe(disk.exitCode);
      if (disk.stdout === '') {
        expect(remote.stderr).toMatch(/has no layer to analyse/);
        return;
      }
      expect(findingsOf(remote.stdout)).toEqual(findingsOf(disk.stdout));
    },
    120_000,
  );
});
