import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TOKENS } from '../support/github-api/accounts.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { pullRequestEvent, pushEvent } from '../support/runner/events.ts';
import { runWorkflow } from '../support/runner/run-workflow.ts';

/** A small action that uses everything of a runner that Alphagate uses. */
const ACTION = `
name: Probe
inputs:
  alpha: { description: a number }
  github-token: { description: a token, default: '\${{ github.token }}' }
outputs:
  verdict: { description: pass or fail }
runs: { using: node24, main: index.mjs }
`;

const SCRIPT = `
import { appendFileSync, readFileSync } from 'node:fs';

const { INPUT_ALPHA, GITHUB_API_URL, GITHUB_EVENT_NAME, GITHUB_REPOSITORY, GITHUB_SHA } = process.env;
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
const verdict = Number(INPUT_ALPHA) < 2 ? 'fail' : 'pass';
const number = event.pull_request?.number;

console.log('node ' + process.version.split('.')[0]);
console.log('home ' + process.env.HOME);
console.log([GITHUB_EVENT_NAME, GITHUB_REPOSITORY, GITHUB_SHA, process.env.PLACE, process.env.PASSWORD].join(' '));
appendFileSync(process.env.GITHUB_OUTPUT, 'verdict<<END\\n' + verdict + '\\nEND\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# ' + verdict + '\\n');
if (number !== undefined) {
  const { status } = await fetch(GITHUB_API_URL + '/repos/' + GITHUB_REPOSITORY + '/issues/' + number + '/comments', {
    method: 'POST',
    headers: { authorization: 'token ' + process.env['INPUT_GITHUB-TOKEN'], 'content-type': 'application/json' },
    body: JSON.stringify({ body: 'alpha is ' + INPUT_ALPHA }),
  });
  console.log('comment: ' + status);
}
if (verdict === 'fail') {
  console.log('::error title=fc1,file=model.yml::alpha is ' + INPUT_ALPHA + '%0Aand 2 is the least');
  process.exitCode = 1;
}
`;

const WORKFLOW = `
name: Probe
on: [pull_request, push]
jobs:
  probe:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ./
        id: probe
        with: { alpha: '\${{ vars.ALPHA }}' }
        env: { PASSWORD: '\${{ secrets.PASSWORD }}' }
      - if: success()
        id: after
        run: echo "went on"
      - if: always()
        env: { VERDICT: '\${{ steps.probe.outputs.verdict }}' }
        run: echo "verdict $VERDICT"
`;

const PASSWORD = 'not to be printed';

let api: GitHubApi;

beforeAll(async () => {
  api = await startGitHubApi({ pulls: [{ number: 7 }] });
});

afterAll(() => api.stop());

function probe(alpha: string, event: Parameters<typeof runWorkflow>[0]['event']) {
  return runWorkflow({
    files: { 'action.yml': ACTION, 'index.mjs': SCRIPT, '.github/workflows/probe.yml': WORKFLOW },
    workflow: '.github/workflows/probe.yml',
    event,
    secrets: { GITHUB_TOKEN: TOKENS.workflow, PASSWORD },
    variables: { ALPHA: alpha },
    env: { GITHUB_API_URL: api.url, PLACE: 'a "quoted" place' },
  });
}

describe('the runner', () => {
  test('runs a step that succeeds, for a pull request', async () => {
    const run = await probe('2.5', () => pullRequestEvent({ number: 7 }));
    expect(run).toMatchObject({
      exitCode: 0,
      summary: '# pass\n',
      annotations: [],
      outputs: { probe: { verdict: 'pass' } },
      conclusions: { probe: 'success', after: 'success' },
    });
    expect(run.lines).toEqual(
      expect.arrayContaining(['node v24', 'comment: 201', 'went on', 'verdict pass']),
    );
    expect(api.comments(7).map(({ body, author }) => [body, author.login])).toEqual([
      ['alpha is 2.5', 'github-actions[bot]'],
    ]);
    expect(api.violations).toEqual([]);
  });

  test('fails the job with the step, for a push, whose commit it is on', async () => {
    const requests = api.requests.length;
    let pushed = '';
    const run = await probe('1.5', (sha) => {
      pushed = sha;
      return pushEvent({ sha });
    });
    expect(run).toMatchObject({
      exitCode: 1,
      summary: '# fail\n',
      annotations: [
        {
          level: 'error',
          message: 'alpha is 1.5\nand 2 is the least',
          properties: { title: 'fc1', file: 'model.yml' },
        },
      ],
      outputs: { probe: { verdict: 'fail' } },
      conclusions: { probe: 'failure' },
    });
    expect(run.conclusions).not.toHaveProperty('after');
    expect(run.lines).toContain(`push acme/repo ${pushed} a "quoted" place ***`);
    expect(run.lines).toContain('verdict fail');
    expect(run.transcript).not.toContain(PASSWORD);
    expect(api.requests).toHaveLength(requests);
  });

  test('leaves nothing behind', async () => {
    const { lines } = await probe('2.5', (sha) => pushEvent({ sha }));
    const home = lines.find((line) => line.startsWith('home '))?.slice('home '.length) ?? '';
    expect(path.dirname(path.dirname(home))).toBe(os.tmpdir());
    expect(existsSync(path.dirname(home))).toBe(false);
  });

  test('says when a workflow has no job for the event', async () => {
    const run = await runWorkflow({
      files: { '.github/workflows/probe.yml': WORKFLOW.replace('[pull_request, push]', 'push') },
      workflow: '.github/workflows/probe.yml',
      event: () => pullRequestEvent({ number: 7 }),
    });
    expect(run.exitCode).toBe(1);
    expect(run.transcript).toContain('Could not find any stages to run');
  });
});
