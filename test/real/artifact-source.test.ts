import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { STORAGE_SIGNATURE } from '../support/github-api/artifacts.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { REPOSITORY_FOLDER } from '../support/real-components.ts';
import { pullRequestEvent } from '../support/runner/events.ts';
import { runWorkflow } from '../support/runner/run-workflow.ts';
import { buildZip, deflatedRecord } from '../support/zip-builder.ts';

jest.setTimeout(120_000);

/** What act calls every run. */
const THIS_RUN = 1;
const BASE = 'b'.repeat(40);
const DEMO = 'examples/demo/mlp3-overtrained.safetensors';

const WORKFLOW = `
on: pull_request
permissions:
  actions: read
  pull-requests: write
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - id: gate
        uses: ./
        with:
          model: artifact://candidate
          baseline: artifact://alphagate?commit={base-sha}
          fail-on: new
          github-token: \${{ secrets.GITHUB_TOKEN }}
`;

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: 7 }] });
  api.addRun({ id: THIS_RUN });
  api.addRun({ id: 2, headSha: BASE });
  const model = await readFile(path.join(REPOSITORY_FOLDER, DEMO));
  api.addArtifact({
    name: 'candidate',
    runId: THIS_RUN,
    bytes: buildZip([deflatedRecord('model.safetensors', model)]),
  });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const gate = () =>
  runWorkflow({
    copies: ['action.yml', 'dist'],
    files: { '.github/workflows/gate.yml': WORKFLOW },
    workflow: '.github/workflows/gate.yml',
    event: () => pullRequestEvent({ number: 7, baseSha: BASE }),
    env: { GITHUB_API_URL: api.url },
    secrets: { GITHUB_TOKEN: TOKENS.workflow },
  });

test('the action gates an artifact of its run against the report that the base commit left', async () => {
  const { stdout } = await runCli(['analyze', DEMO, '--format', 'json']);
  const report = Buffer.from(JSON.stringify({ ...JSON.parse(stdout), commit: BASE }));
  api.addArtifact({ name: 'alphagate', runId: 2, bytes: buildZip([{ name: 'report.json', bytes: report }]) });

  const run = await gate();

  expect(run.transcript).not.toContain(STORAGE_SIGNATURE);
  expect(run.outputs['gate']).toMatchObject({ verdict: 'warn', passed: 'true' });
  // Between the digits stands what keeps GitHub from making a link of them.
  expect(api.comments(7)[0]?.body.replaceAll('\u200b', '')).toContain(`at ${BASE.slice(0, 7)}`);
  expect(run.exitCode).toBe(0);
});

test('the action says why there is nothing to compare with, and gates without', async () => {
  const run = await gate();

  expect(run.outputs['gate']).toMatchObject({ verdict: 'fail', passed: 'false' });
  expect(api.comments(7)[0]?.body).toContain('left no artifact');
  expect(run.exitCode).toBe(1);
});
