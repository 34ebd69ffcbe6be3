import { execFile } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runActionStep } from '../support/action.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { refusal } from '../support/github-api/answer.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { pullRequestEvent } from '../support/runner/events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startWebServer } from '../support/web-server.ts';
import { buildZip } from '../support/zip-builder.ts';

const HEALTHY = path.join(PROJECT, 'examples/demo/mlp3-healthy.safetensors');

let folder: string;
let api: GitHubApi;

beforeEach(async () => {
  folder = temporaryFolder();
  api = await startGitHubApi({ pulls: [{ number: 7 }] });
});

afterEach(async () => {
  await api.stop();
});

/** What the command line says of a failure when asked for more, which ends with its code and where it is explained. */
async function failureOf(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stderr, exitCode } = await runCli([...args, '--verbose'], { cwd: folder, env });
  expect([2, 3]).toContain(exitCode);
  return stderr;
}

const explained = (code: string) => expect.stringContaining(`alphagate: ${code}, see https://`);

describe('a failure of the command line is named', () => {
  test.each<[string, string[]]>([
    ['BAD_OPTION', ['analyze', 'x', '--no-such-option']],
    ['UNKNOWN_COMMAND', ['analyse', 'x']],
    ['ONE_MODEL', ['init', 'x', 'y']],
    ['TWO_MODELS', ['compare', 'x']],
    ['DEMO_TAKES_NO_MODEL', ['demo', 'x']],
    ['SEVERAL_MODELS', ['init', path.join(PROJECT, 'examples/demo')]],
  ])('%s', async (code, args) => {
    expect(await failureOf(args)).toEqual(explained(code));
  });

  test('CONFIG_EXISTS, CONFIG_TOO_LARGE', async () => {
    await writeFile(path.join(folder, '.alphagate.yml'), 'min-alpha: 2\n');
    expect(await failureOf(['init', HEALTHY])).toEqual(explained('CONFIG_EXISTS'));
    await writeFile(path.join(folder, '.alphagate.yml'), '#'.repeat(1024 * 1024 + 1));
    expect(await failureOf(['analyze', HEALTHY])).toEqual(explained('CONFIG_TOO_LARGE'));
  });

  test('OUTPUT_IS_INPUT', async () => {
    await cp(HEALTHY, path.join(folder, 'model.safetensors'));
    const args = ['smooth', 'model.safetensors', '--output', 'model.safetensors'];
    expect(await failureOf(args)).toEqual(explained('OUTPUT_IS_INPUT'));
  });

  test('NOT_NPY', async () => {
    const bytes = Buffer.from('this is no array of NumPy, whatever its name says');
    await writeFile(path.join(folder, 'x.npz'), buildZip([{ name: 'w.npy', bytes }]));
    expect(await failureOf(['analyze', 'x.npz'])).toEqual(explained('NOT_NPY'));
  });

  test('DEMO_INCOMPLETE', async () => {
    await cp(path.join(PROJECT, 'dist'), path.join(folder, 'dist'), { recursive: true });
    const program = path.join(folder, 'dist/cli/index.js');
    const failure = await promisify(execFile)(process.execPath, [program, 'demo', '-v']).catch(
      (error) => error,
    );
    expect(failure.stderr).toEqual(explained('DEMO_INCOMPLETE'));
  });

  test('WEB_UNTRUSTED_SERVER', async () => {
    const server = await startWebServer({ isTls: true });
    try {
      const args = ['analyze', `${server.origin}/x.pt`, '--allow-private-addresses', 'true'];
      expect(await failureOf(args)).toEqual(explained('WEB_UNTRUSTED_SERVER'));
    } finally {
      await server.stop();
    }
  });

  test('BAD_PROXY', async () => {
    const env = { HTTPS_PROXY: 'socks://127.0.0.1:1' };
    expect(await failureOf(['analyze', 'https://example.com/x.pt'], env)).toEqual(explained('BAD_PROXY'));
  });
});

describe('a failure to read an artifact is named', () => {
  const env = () => ({
    GITHUB_API_URL: api.url,
    GITHUB_REPOSITORY: 'acme/repo',
    GITHUB_RUN_ID: '100',
    GITHUB_TOKEN: TOKENS.workflow,
  });

  beforeEach(() => api.addRun({ id: 100 }));

  test('ARTIFACT_NEEDS_GITHUB', async () => {
    expect(await failureOf(['analyze', 'artifact://model'])).toEqual(explained('ARTIFACT_NEEDS_GITHUB'));
  });

  test('ARTIFACT_NOT_FOUND', async () => {
    expect(await failureOf(['analyze', 'artifact://model'], env())).toEqual(explained('ARTIFACT_NOT_FOUND'));
  });

  test('ARTIFACT_EXPIRED', async () => {
    api.addArtifact({ name: 'model', runId: 100, bytes: new Uint8Array(10), expired: true });
    expect(await failureOf(['analyze', 'artifact://model'], env())).toEqual(explained('ARTIFACT_EXPIRED'));
  });

  test.each([
    ['ARTIFACT_BAD_TOKEN', { answer: refusal(401, 'Bad credentials') }],
    ['ARTIFACT_NO_PERMISSION', FAILURES.notAccessible],
    ['ARTIFACT_RATE_LIMITED', FAILURES.tooManyRequests(3600)],
  ])('%s', async (code, failure) => {
    api.failNextReads(100, failure);
    expect(await failureOf(['analyze', 'artifact://model'], env())).toEqual(explained(code));
  });

  test('ARTIFACT_GITHUB_FAILED', async () => {
    const nowhere = { ...env(), GITHUB_API_URL: 'http://127.0.0.1:1' };
    const said = await failureOf(['analyze', 'artifact://model'], nowhere);
    expect(said).toEqual(explained('ARTIFACT_GITHUB_FAILED'));
  });
});

describe('a failure of the action is named', () => {
  test('BASE_UNREADABLE', async () => {
    await writeFile(path.join(folder, '.alphagate.yml'), 'min-alpha: 1\n');
    api.failNextReads(100, FAILURES.notAccessible);
    const run = await runActionStep({
      inputs: { model: HEALTHY, 'github-token': TOKENS.workflow },
      event: pullRequestEvent({ number: 7 }),
      apiUrl: api.url,
      workspace: folder,
    });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain('(BASE_UNREADABLE, see https://');
    expect(api.comments(7)).toEqual([]);
  });
});
