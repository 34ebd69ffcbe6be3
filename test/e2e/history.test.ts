import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { expandArchive } from '../../src/formats/archive/expand-archive.ts';
import { parseHistory } from '../../src/report/history/history.ts';
import { type ActionStep, runActionStep } from '../support/action.ts';
import { startArtifactService } from '../support/artifact-service.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { memoryFolder } from '../support/memory-source.ts';
import { pullRequestEvent, pushEvent } from '../support/runner/events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEALTHY = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
const OVERTRAINED = `${PROJECT}examples/demo/mlp3-overtrained.safetensors`;

const sha = (digit: string) => digit.repeat(40);

const folder = temporaryFolder();

describe('the command line with a history', () => {
  const analyze = (model: string, file: string, commit: string, ...options: string[]) =>
    runCli(['analyze', model, '--history', file, ...options], { cwd: folder, env: { GITHUB_SHA: commit } });
  const read = async (file: string) => parseHistory(await readFile(path.join(folder, file), 'utf8'), file);

  test('adds each run, and shows the last ones in every document for people', async () => {
    for (const digit of ['1', '2', '3']) {
      const model = digit === '3' ? OVERTRAINED : HEALTHY;
      await analyze(model, 'runs.json', sha(digit), '--history-runs', '2');
    }
    const runs = await read('runs.json');
    expect(runs.map(({ commit, verdict }) => [commit, verdict])).toEqual([
      [sha('1'), 'pass'],
      [sha('2'), 'pass'],
      [sha('3'), 'fail'],
    ]);
    expect(runs[0]!.layers.map(([name]) => name)).toEqual(['fc1', 'fc2', 'fc3']);
    const run = await analyze(
      HEALTHY,
      'runs.json',
      sha('4'),
      '-o',
      'h.html',
      '-o',
      'h.md',
      '--history-runs',
      '2',
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await readFile(path.join(folder, 'h.html'), 'utf8')).toContain('Alpha over the last 3 runs</h3>');
    expect(await readFile(path.join(folder, 'h.md'), 'utf8')).toContain('Alpha over the last 3 runs');
    // Of each model the last two: it was the third of the healthy one.
    expect((await read('runs.json')).map(({ commit }) => commit?.[0])).toEqual(['2', '3', '4']);
  });

  test('has a run once that is repeated', async () => {
    for (let time = 0; time < 3; time++) await analyze(HEALTHY, 'again.json', sha('1'));
    expect(await read('again.json')).toHaveLength(1);
  });

  test('that is none says so, is left as it is, and leaves the verdict', async () => {
    await writeFile(path.join(folder, 'broken.json'), '{"runs": [');
    const run = await analyze(OVERTRAINED, 'broken.json', sha('1'), '--format', 'json');
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout).summary.verdict).toBe('fail');
    expect(run.stderr).toMatch(
      /^alphagate: the history is not kept: broken\.json: is not a history.*NOT_A_HISTORY, see https:/,
    );
    expect(await readFile(path.join(folder, 'broken.json'), 'utf8')).toBe('{"runs": [');
  });

  test.each([
    ['an address', 'http://127.0.0.1:9/history.json', /WEB_|ADDRESS|HISTORY_READ_ONLY/],
    ['a bucket that cannot be reached', 's3://runs/history.json', /S3_/],
  ])('at %s that cannot be read says so, and leaves the verdict', async (_, reference, code) => {
    const run = await analyze(HEALTHY, reference, sha('1'), '--s3-endpoint', 'http://127.0.0.1:9');
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(code);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('is neither read nor written by a series or a part of a model', async () => {
    await analyze(HEALTHY, 'none.json', sha('1'), '--series');
    await analyze(HEALTHY, 'none.json', sha('1'), '--shard', '1/2');
    await expect(read('none.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the action with a history', () => {
  let api: GitHubApi;

  beforeEach(async () => {
    api = await startGitHubApi({ pulls: [{ number: 7, headSha: sha('a'), baseSha: sha('b') }] });
  });
  afterEach(() => api.stop());

  const gate = (event: ActionStep['event'], history: string, env: Record<string, string> = {}, inputs = {}) =>
    runActionStep({
      event,
      apiUrl: api.url,
      inputs: { model: HEALTHY, history, 'github-token': TOKENS.workflow, ...inputs },
      env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: sha('c'), ...env },
    });
  const runsIn = async (file: string) =>
    parseHistory(await readFile(path.join(folder, file), 'utf8'), file).map(({ commit }) => commit);

  test('adds the runs of the default branch, which a pull request reads and does not add to', async () => {
    const file = path.join(folder, 'action.json');
    const push = pushEvent({ sha: sha('c') });
    await gate(push, file);
    expect(await runsIn('action.json')).toEqual([sha('c')]);
    const pull = await gate(pullRequestEvent({ number: 7, headSha: sha('a'), baseSha: sha('b') }), file, {
      GITHUB_REF: 'refs/pull/7/merge',
    });
    expect(pull.exitCode).toBe(0);
    expect(api.comments(7)[0]?.body).toContain('Alpha over the last 2 runs');
    expect(pull.files['report-html']).toContain('Alpha over the last 2 runs');
    await gate(push, file, { GITHUB_REF: 'refs/heads/feature' });
    await gate(push, file, { GITHUB_REF: 'refs/tags/main' });
    await gate(push, file, {}, { 'history-write': 'never' });
    expect(await runsIn('action.json')).toEqual([sha('c')]);
  });

  test('chains it from artifact to artifact by the commits', async () => {
    const chain = 'artifact://gate?commit={base-sha}';
    const uploaded: Uint8Array[] = [];
    for (const [digit, before] of [
      ['1', '0'],
      ['2', '1'],
    ] as const) {
      const service = await startArtifactService();
      const event = pushEvent({ sha: sha(digit) });
      const payload = { ...event.payload, before: sha(before) };
      const run = await gate(
        { ...event, payload },
        chain,
        { ...service.env, GITHUB_SHA: sha(digit) },
        { 'artifact-name': 'gate' },
      );
      expect(run.log).not.toContain('not kept');
      const archive = service.artifacts.get('gate')!;
      uploaded.push(archive);
      api.addRun({ id: 200 + Number(digit), headSha: sha(digit) });
      api.addArtifact({ name: 'gate', runId: 200 + Number(digit), bytes: archive });
      await service.stop();
    }
    const archive = await expandArchive(memoryFolder({ 'gate.zip': uploaded[1]! }).files[0]!);
    const source = await archive!.files.find(({ path: name }) => name === 'history.json')!.open();
    const bytes = new Uint8Array(source.sizeBytes);
    await source.readInto(0, bytes);
    const history = parseHistory(new TextDecoder().decode(bytes), 'history.json');
    expect(history.map(({ commit }) => commit)).toEqual([sha('1'), sha('2')]);
  });

  test('that cannot be read warns once, and leaves the verdict', async () => {
    await writeFile(path.join(folder, 'bad.json'), 'no');
    const run = await gate(pushEvent({ sha: sha('c') }), path.join(folder, 'bad.json'));
    expect(run.exitCode).toBe(0);
    expect(run.log.match(/^::warning.*The history is not kept.*NOT_A_HISTORY/gm)).toHaveLength(1);
  });
});
