import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { TOKENS } from '../support/github-api/accounts.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { REPOSITORY_FOLDER } from '../support/real-components.ts';
import { mergeGroupEvent, pullRequestEvent, workflowRunEvent } from '../support/runner/events.ts';
import { runWorkflow, type WorkflowResult, type WorkflowRun } from '../support/runner/run-workflow.ts';
import { buildZip } from '../support/zip-builder.ts';

const PULL = 7;
const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const FORK = 'mallory/repo';
const WORKFLOW = '.github/workflows/gate.yml';
const OVERTRAINED = 'examples/demo/mlp3-overtrained.safetensors';
const HEALTHY = 'examples/demo/mlp3-healthy.safetensors';

/** Some tests run several workflows. */
jest.setTimeout(180_000);

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi({ pulls: [{ number: PULL, headSha: HEAD, baseSha: BASE }] });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

/** Runs a workflow in the runner, which has to end with the exit code. */
async function run(
  exitCode: 0 | 1,
  event: WorkflowRun['event'],
  text: string,
  token: string = TOKENS.workflow,
): Promise<WorkflowResult> {
  const result = await runWorkflow({
    copies: ['action.yml', 'dist', 'examples/demo'],
    files: { [WORKFLOW]: text },
    workflow: WORKFLOW,
    event,
    env: { GITHUB_API_URL: api.url },
    secrets: { GITHUB_TOKEN: token },
  });
  if (result.exitCode !== exitCode) throw new Error(`exit code ${result.exitCode}:\n${result.transcript}`);
  return result;
}

/** An example as it is published, but with this very action, and the model of the demo. */
async function example(name: string, model = OVERTRAINED): Promise<string> {
  const text = await readFile(path.join(REPOSITORY_FOLDER, 'examples/workflows', name), 'utf8');
  const checkout = '- uses: actions/checkout@v5\n      ';
  const steps = text.includes(checkout)
    ? text
    : text.replace('- uses: alphagate', `${checkout}- uses: alphagate`);
  return (
    steps
      .replace('uses: alphagate/alphagate@v0', 'id: gate\n        uses: ./')
      .replace('models/*.safetensors', model)
      // What only the runner of GitHub has: a service that takes artifacts.
      .replace(/ *artifact-name:.*\n/, '')
  );
}

/** A workflow of one job whose steps are given. */
const workflowOf = (steps: string) => `
name: Gate
on: [pull_request, merge_group, workflow_run]
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
${steps}`;

const gateStep = (id: string, inputs: Record<string, string>) => `
      - uses: ./
        id: ${id}
        if: always()
        with: ${JSON.stringify(inputs)}
`;

const fromFork = () => pullRequestEvent({ number: PULL, headRepository: FORK, headSha: HEAD, baseSha: BASE });
const opened = () => pullRequestEvent({ number: PULL, headSha: HEAD, baseSha: BASE });

describe('the published workflows, in the runner', () => {
  test('gate a pull request', async () => {
    const result = await run(1, opened, await example('check.yml'));
    expect(result.outputs['gate']).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    expect(api.comments(PULL)).toHaveLength(1);
  });

  test('gate what a merge queue tries out, by the configuration of its base, and write nothing', async () => {
    const queued = (sha: string) => mergeGroupEvent({ sha, baseSha: BASE });
    const red = await run(1, queued, await example('check.yml'));
    expect(red.outputs['gate']).toMatchObject({ verdict: 'fail', 'comment-status': 'skipped' });
    expect(red.summary).toContain('fc1');
    api.addFile(BASE, '.alphagate.yml', 'min-alpha: 1\n');
    const green = await run(0, queued, await example('check.yml'));
    expect(green.outputs['gate']).toMatchObject({ verdict: 'pass' });
    expect(api.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('bring a fork’s numbers to its pull request: analysed without a token that may write, published from outside', async () => {
    api.addPull({ number: 8, headSha: HEAD, baseSha: BASE, headRepository: FORK, headRef: 'retrain' });
    const fork = await run(
      0,
      fromFork,
      `${await example('fork-analyze.yml')}      - run: cat "\${{ steps.gate.outputs.report-json }}"\n`,
      TOKENS.forkWorkflow,
    );
    expect(fork.outputs['gate']).toMatchObject({ verdict: '', 'comment-status': 'skipped' });
    expect(api.requests).toEqual([]);

    const report = fork.lines.join('\n');
    const json = report.slice(report.indexOf('\n{') + 1, report.lastIndexOf('\n}') + 2);
    api.addRun({ id: 200, headSha: HEAD });
    api.addArtifact({
      name: 'alphagate',
      runId: 200,
      bytes: buildZip([{ name: 'report.json', bytes: Buffer.from(json) }]),
    });
    const ended = () =>
      workflowRunEvent({ runId: 200, headSha: HEAD, headRepository: FORK, headBranch: 'retrain' });
    const published = await run(1, ended, await example('fork-publish.yml'));
    expect(published.outputs['gate']).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    expect(api.comments(PULL)).toEqual([]);
    expect(api.comments(8)[0]?.body).toContain('untrusted run');
    expect(api.statuses).toMatchObject([{ sha: HEAD, state: 'failure', context: 'alphagate' }]);
  });
});

describe('several steps, in the runner', () => {
  test('with keys of their own have comments of their own', async () => {
    const steps = [
      gateStep('one', { model: HEALTHY, 'report-key': 'healthy' }),
      gateStep('two', { model: OVERTRAINED, 'report-key': 'overtrained' }),
    ];
    const result = await run(1, opened, workflowOf(steps.join('')));
    expect(result.outputs['one']).toMatchObject({ verdict: 'pass', 'comment-status': 'created' });
    expect(result.outputs['two']).toMatchObject({ verdict: 'fail', 'comment-status': 'created' });
    const again = await run(1, opened, workflowOf(steps.join('')));
    expect(again.outputs['one']).toMatchObject({ 'comment-id': result.outputs['one']?.['comment-id'] });
    expect(api.comments(PULL)).toHaveLength(2);
  });

  test('analyse shards, and the one that merges them writes', async () => {
    const reports = ['a', 'b', 'c'].map((id) => `\${{ steps.${id}.outputs.report-json }}`).join('\n');
    const steps = [
      ...['a', 'b', 'c'].map((id, at) =>
        gateStep(id, { mode: 'analyze', model: OVERTRAINED, shard: `${at + 1}/3` }),
      ),
      gateStep('gate', { mode: 'merge', report: reports }),
    ];
    const result = await run(1, opened, workflowOf(steps.join('')));
    expect(result.conclusions).toMatchObject({ a: 'success', b: 'success', c: 'success', gate: 'failure' });
    expect(result.outputs['gate']).toMatchObject({
      verdict: 'fail',
      'layers-analyzed': '3',
      'min-alpha-layer': 'fc1',
      'comment-status': 'created',
    });
    expect(api.comments(PULL)).toHaveLength(1);

    const incomplete = await run(1, opened, workflowOf(steps.toSpliced(1, 1).join('')));
    expect(incomplete.transcript).toContain('REPORTS_MISSING');
    expect(api.comments(PULL)).toHaveLength(1);
  });
});
