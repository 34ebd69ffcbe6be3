import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CliRun, PROJECT, runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { refusal } from '../support/github-api/answer.ts';
import { STORAGE_SIGNATURE } from '../support/github-api/artifacts.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { buildZip, deflatedRecord } from '../support/zip-builder.ts';

const THIS_RUN = 100;
const OTHER_RUN = 90;
const BASE = 'b'.repeat(40);

let api: GitHubApi;
let healthy: Uint8Array;
let overtrained: Uint8Array;

const demo = (name: string) => readFile(`${PROJECT}examples/demo/${name}.safetensors`);

beforeAll(async () => {
  [healthy, overtrained] = await Promise.all([demo('mlp3-healthy'), demo('mlp3-overtrained')]);
});

beforeEach(async () => {
  api = await startGitHubApi();
  api.addRun({ id: THIS_RUN });
  api.addRun({ id: OTHER_RUN, headSha: BASE });
});

afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const zip = (files: Readonly<Record<string, Uint8Array>>) =>
  buildZip(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));

/** Runs the command line as a step of a run does. */
async function analyze(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliRun> {
  const run = await runCli(['analyze', ...args, '--format', 'json'], {
    env: {
      GITHUB_API_URL: api.url,
      GITHUB_REPOSITORY: 'acme/repo',
      GITHUB_RUN_ID: String(THIS_RUN),
      GITHUB_TOKEN: TOKENS.workflow,
      ...env,
    },
  });
  for (const secret of [STORAGE_SIGNATURE, TOKENS.workflow])
    expect(run.stdout + run.stderr).not.toContain(secret);
  return run;
}

const sourcesOf = ({ stdout }: CliRun): string[] =>
  [JSON.parse(stdout)].flat().map(({ model }) => model.source);

describe('an artifact', () => {
  test('of this run gives the same numbers as its model on disk', async () => {
    const artifact = api.addArtifact({
      name: 'candidate',
      runId: THIS_RUN,
      bytes: zip({ 'out/model.safetensors': healthy, 'out/README.md': Buffer.from('no weights') }),
    });
    const [remote, local] = await Promise.all([
      analyze(['artifact://candidate']),
      analyze(['examples/demo/mlp3-healthy.safetensors']),
    ]);
    expect(remote.stderr).toBe('');
    expect(remote.exitCode).toBe(0);
    const { model, ...report } = JSON.parse(remote.stdout);
    expect(model).toMatchObject({
      source: 'artifact://candidate/out/model.safetensors',
      identity: `${artifact.digest}:out/model.safetensors`,
    });
    expect({ ...report, model: null, timing: null }).toEqual({
      ...JSON.parse(local.stdout),
      model: null,
      timing: null,
    });
  });

  test('that is compressed, as upload-artifact does unless told otherwise, is expanded', async () => {
    api.addArtifact({
      name: 'candidate',
      runId: THIS_RUN,
      bytes: buildZip([deflatedRecord('model.safetensors', healthy)]),
    });
    expect((await analyze(['artifact://candidate'])).exitCode).toBe(0);
  });

  test('that grows beyond what weights do is refused, and not expanded', async () => {
    const bomb = deflatedRecord('model.safetensors', new Uint8Array(200 * 1024 * 1024));
    api.addArtifact({ name: 'candidate', runId: THIS_RUN, bytes: buildZip([bomb]) });
    const run = await analyze(['artifact://candidate']);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/expand/);
  });

  test('that was uploaded as a file of its own is that file', async () => {
    api.addArtifact({ name: 'model.safetensors', runId: THIS_RUN, bytes: healthy });
    const run = await analyze(['artifact://model.safetensors']);
    expect(run.stderr).toBe('');
    expect(sourcesOf(run)).toEqual(['artifact://model.safetensors']);
  });

  test('may be one file of its archive, a folder of it, or a glob', async () => {
    const bytes = zip({
      'a/one.safetensors': healthy,
      'a/two.safetensors': healthy,
      'b.safetensors': healthy,
    });
    api.addArtifact({ name: 'models', runId: THIS_RUN, bytes });
    const [one, folder, glob] = await Promise.all([
      analyze(['artifact://models/b.safetensors']),
      analyze(['artifact://models/a']),
      analyze(['artifact://models/**/t*.safetensors']),
    ]);
    expect(sourcesOf(one)).toEqual(['artifact://models/b.safetensors']);
    expect(sourcesOf(folder)).toEqual([
      'artifact://models/a/one.safetensors',
      'artifact://models/a/two.safetensors',
    ]);
    expect(sourcesOf(glob)).toEqual(['artifact://models/a/two.safetensors']);
  });

  test('may be several by a pattern of names, each the latest of its name', async () => {
    const bytes = zip({ 'model.safetensors': healthy });
    for (const name of ['model-a', 'model-b', 'logs'])
      api.addArtifact({ name, runId: THIS_RUN, bytes: name === 'logs' ? zip({ 'log.txt': bytes }) : bytes });
    api.addArtifact({ name: 'model-b', runId: THIS_RUN, bytes: zip({ 'second.safetensors': healthy }) });
    expect(sourcesOf(await analyze(['artifact://model-*']))).toEqual([
      'artifact://model-a/model.safetensors',
      'artifact://model-b/second.safetensors',
    ]);
  });

  test.each([
    ['in the reference', [`artifact://candidate?run-id=${OTHER_RUN}`]],
    ['by a setting', ['artifact://candidate', '--run-id', String(OTHER_RUN)]],
    ['by its commit', [`artifact://candidate?commit=${BASE}`]],
  ])('may be of another run, named %s', async (_, args) => {
    api.addArtifact({ name: 'candidate', runId: OTHER_RUN, bytes: zip({ 'model.safetensors': healthy }) });
    expect((await analyze(args)).exitCode).toBe(0);
  });

  test('is found behind hundreds of others', async () => {
    api.addArtifact({ name: 'candidate', runId: THIS_RUN, bytes: zip({ 'model.safetensors': healthy }) });
    for (let i = 0; i < 230; i++) api.addArtifact({ name: `other-${i}`, runId: THIS_RUN, bytes: zip({}) });
    expect((await analyze(['artifact://candidate'])).exitCode).toBe(0);
  });

  test('stands in one run beside a file and another place', async () => {
    api.addArtifact({ name: 'candidate', runId: THIS_RUN, bytes: zip({ 'model.safetensors': healthy }) });
    api.storage.files.set('/web.safetensors', overtrained);
    const run = await analyze([
      'examples/demo/mlp3-healthy.safetensors',
      'artifact://candidate',
      `${api.storage.origin}/web.safetensors`,
      'artifact://gone',
      ...['--allow-private-addresses', 'true'],
    ]);
    expect(run.exitCode).toBe(3);
    expect(sourcesOf(run)).toEqual([
      'examples/demo/mlp3-healthy.safetensors',
      'artifact://candidate/model.safetensors',
      `${api.storage.origin}/web.safetensors`,
    ]);
    expect(run.stderr).toMatch(/^alphagate: artifact:\/\/gone: run 100 left no artifact.*"candidate"/);
  });
});

describe('an artifact that cannot be read ends with code 3, one clear line, and what to do', () => {
  const stored = (change: { expired?: boolean } = {}) =>
    api.addArtifact({
      name: 'candidate',
      runId: THIS_RUN,
      bytes: zip({ 'model.safetensors': healthy }),
      ...change,
    });

  test.each<[string, () => void, RegExp]>([
    [
      'none of its name',
      () => api.addArtifact({ name: 'candidat', runId: THIS_RUN, bytes: zip({}) }),
      /"candidat".*needs:/,
    ],
    ['none at all', () => {}, /left no artifact/],
    ['expired', () => stored({ expired: true }), /expired.*retention-days/],
    ['no permission', () => api.failNextReads(1, FAILURES.notAccessible), /`actions: read`/],
    ['a limit', () => api.failNextReads(1, FAILURES.tooManyRequests(60)), /no more requests/],
    [
      'a token that nobody knows',
      () => api.failNextReads(1, { answer: refusal(401, 'Bad credentials') }),
      /does not know the token/,
    ],
  ])('%s', async (_, prepare, words) => {
    prepare();
    const run = await analyze(['artifact://candidate']);
    expect(run.exitCode).toBe(3);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^alphagate: artifact:\/\/candidate: [^\n]+\.\n$/);
    expect(run.stderr).toMatch(words);
  });

  test('a path that its archive does not hold', async () => {
    stored();
    const run = await analyze(['artifact://candidate/modle.safetensors']);
    expect(run.stderr).toMatch(/artifact:\/\/candidate\/modle\.safetensors: .*"model\.safetensors"/);
    expect(run.exitCode).toBe(3);
  });

  test('a run that is not there', async () => {
    const run = await analyze(['artifact://candidate?run-id=5']);
    expect(run.stderr).toMatch(/run 5.*run-id/);
  });

  test.each([
    ['GITHUB_TOKEN', { GITHUB_TOKEN: '' }],
    ['GITHUB_REPOSITORY', { GITHUB_REPOSITORY: '' }],
    ['run-id', { GITHUB_RUN_ID: '' }],
  ])('and the door says what it misses: %s', async (word, env) => {
    const run = await analyze(['artifact://candidate'], env);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(word);
  });

  test('while GitHub is in trouble for the moment it is asked again', async () => {
    stored();
    api.failNextReads(2, FAILURES.unavailable);
    expect((await analyze(['artifact://candidate'])).exitCode).toBe(0);
  });

  test('when the address of its storage has expired it is asked for anew', async () => {
    stored();
    let refused = 0;
    api.storage.intercept = (request, response, answer) => {
      const isLate = request.headers.range !== 'bytes=0-0' && refused < 1;
      if (!isLate) return answer();
      refused += 1;
      response.writeHead(403).end();
    };
    expect((await analyze(['artifact://candidate'])).exitCode).toBe(0);
    expect(refused).toBe(1);
    expect(api.requests.filter(({ path }) => path.endsWith('/zip'))).toHaveLength(2);
  });
});

describe('a baseline that an artifact of the base commit holds', () => {
  const BASELINE = ['--baseline', `artifact://alphagate?commit=${BASE}`, '--max-alpha-drop', '0.1'];

  const analyzeAgainstBase = () => analyze(['examples/demo/mlp3-overtrained.safetensors', ...BASELINE]);

  async function reportOfBase(): Promise<Uint8Array> {
    const { stdout } = await analyze(['examples/demo/mlp3-healthy.safetensors']);
    return Buffer.from(JSON.stringify({ ...JSON.parse(stdout), commit: BASE }));
  }

  test('is compared with, and the report says of which commit it is', async () => {
    const bytes = zip({ 'report.json': await reportOfBase(), 'report.csv': Buffer.from('layer\n') });
    api.addArtifact({ name: 'alphagate', runId: OTHER_RUN, bytes });
    const run = await analyzeAgainstBase();
    expect(run.exitCode).toBe(1);
    const { baseline, layers } = JSON.parse(run.stdout);
    expect(baseline).toMatchObject({ commit: BASE });
    expect(layers[0].delta).toBeLessThan(-0.1);
  });

  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'has expired',
      async () => api.addArtifact({ name: 'alphagate', runId: OTHER_RUN, bytes: zip({}), expired: true }),
      /expired/,
    ],
    ['was never left', async () => {}, /runs of commit bbbbbbb left no artifact/],
  ])('that %s leaves the gate without, and the report says why', async (_, prepare, words) => {
    await prepare();
    const run = await analyzeAgainstBase();
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout).baseline).toMatchObject({ missing: expect.stringMatching(words) });
  });

  test('is not believed when a fork’s run of the same commit left it', async () => {
    api.addRun({ id: 91, headSha: 'c'.repeat(40), headRepository: 'mallory/repo' });
    api.addArtifact({ name: 'alphagate', runId: 91, bytes: zip({ 'report.json': await reportOfBase() }) });
    const run = await analyze([
      'examples/demo/mlp3-overtrained.safetensors',
      ...['--baseline', `artifact://alphagate?commit=${'c'.repeat(40)}`],
    ]);
    expect(JSON.parse(run.stdout).baseline.missing).toMatch(/no run of a workflow belongs to commit ccccccc/);
  });

  test('in a run that has no base commit is none', async () => {
    const run = await analyze([
      'examples/demo/mlp3-healthy.safetensors',
      ...['--baseline', 'artifact://alphagate?commit={base-sha}'],
    ]);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout).baseline.missing).toMatch(/no commit to look for/);
  });

  test('without the permission is an error, because the gate would be another one', async () => {
    api.failNextReads(1, FAILURES.notAccessible);
    const run = await analyzeAgainstBase();
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toMatch(/`actions: read`/);
  });
});
