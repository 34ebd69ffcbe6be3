import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { PROJECT, runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { startGitHubApi } from '../support/github-api/start.ts';
import { startHub } from '../support/hub-server.ts';
import { startS3 } from '../support/s3/fauxqs.ts';
import { startWebServer } from '../support/web-server.ts';
import { buildZip } from '../support/zip-builder.ts';

test('models from everywhere are analysed in one run, each with its own report, in the order given', async () => {
  const bytes = await readFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`);
  const [s3, web, hub, api] = await Promise.all([startS3(), startWebServer(), startHub(), startGitHubApi()]);
  try {
    await s3.put('models', 'a/model.safetensors', bytes);
    web.files.set('/model.safetensors', bytes);
    hub.commit('org/name', { 'model.safetensors': bytes });
    api.addRun({ id: 7 });
    const archive = buildZip([{ name: 'model.safetensors', bytes }]);
    api.addArtifact({ name: 'candidate', runId: 7, bytes: archive });
    const references = [
      'examples/demo/mlp3-healthy.safetensors',
      'hf://org/name',
      's3://models/a/',
      'artifact://candidate?run-id=7',
      `${web.origin}/model.safetensors`,
    ];
    const options = ['--allow-private-addresses', 'true', '--format', 'json'];
    const run = await runCli(['analyze', ...references, ...options], {
      env: {
        AWS_ACCESS_KEY_ID: s3.accessKeyId,
        AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
        HF_ENDPOINT: hub.hub.origin,
        GITHUB_API_URL: api.url,
        GITHUB_REPOSITORY: 'acme/repo',
        GITHUB_TOKEN: TOKENS.workflow,
      },
    });
    expect(run.stderr).toBe('');
    expect(run.exitCode).toBe(0);
    const reports = JSON.parse(run.stdout) as { model: { source: string }; layers: unknown }[];
    expect(reports.map(({ model }) => model.source)).toEqual([
      'examples/demo/mlp3-healthy.safetensors',
      'hf://org/name@main/model.safetensors',
      's3://models/a/model.safetensors',
      'artifact://candidate/model.safetensors',
      `${web.origin}/model.safetensors`,
    ]);
    for (const { layers } of reports) expect(layers).toEqual(reports[0]!.layers);
    expect(api.violations).toEqual([]);
  } finally {
    await Promise.all([s3.stop(), web.stop(), hub.stop(), api.stop()]);
  }
});
