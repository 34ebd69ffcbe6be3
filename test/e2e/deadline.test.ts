import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runActionStep } from '../support/action.ts';
import { startAwsIdentity } from '../support/aws-identity.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { FAILURES } from '../support/github-api/failures.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api/start.ts';
import { startHub } from '../support/hub-server.ts';
import { pullRequestEvent } from '../support/runner/events.ts';
import { startS3 } from '../support/s3/fauxqs.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { slowModel } from '../support/slow-model.ts';
import { startWebServer } from '../support/web-server.ts';
import { buildZip } from '../support/zip-builder.ts';

const PULL = 7;
const DEMO = 'examples/demo/mlp3-overtrained.safetensors';

/** Long enough to start and to ask for the first bytes, and far too short for all bytes of a slow server. */
const MINUTES = 0.08;

/** What a run may take in all: its time, a moment for what does not heed, and a busy machine's own slowness. */
const MOST_MS = MINUTES * 60_000 + 10_000;

/** A byte a quarter of a second: no silence that anybody would notice, and hours for a small model. */
const SLOW = { kind: 'trickle', everyMs: 250 } as const;

let folder: string;
let model: Uint8Array;
let api: GitHubApi;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'alphagate-deadline-'));
  model = await readFile(path.join(PROJECT, DEMO));
});

afterAll(() => rm(folder, { recursive: true }));

/** A model whose bytes arrive one by one. */
interface SlowPlace {
  readonly reference: string;
  readonly env: Readonly<Record<string, string>>;
  readonly faults: Pick<FaultProxy, 'spoilt'>;
  /** GitHub, where the place is a part of it. */
  readonly github?: GitHubApi;
  stop(): Promise<unknown>;
}

async function slowS3(): Promise<SlowPlace> {
  const s3 = await startS3();
  await s3.put('models', 'm.safetensors', model);
  const faults = await startFaultProxy(s3.endpoint);
  faults.spoil(SLOW);
  return {
    reference: 's3://models/m.safetensors',
    env: {
      AWS_ENDPOINT_URL_S3: faults.origin,
      AWS_ACCESS_KEY_ID: s3.accessKeyId,
      AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
    },
    faults,
    stop: () => Promise.all([faults.stop(), s3.stop()]),
  };
}

async function slowWebServer(): Promise<SlowPlace> {
  const server = await startWebServer();
  server.files.set('/m.safetensors', model);
  const faults = await startFaultProxy(server.origin);
  faults.spoil(SLOW);
  const stop = () => Promise.all([faults.stop(), server.stop()]);
  return { reference: `${faults.origin}/m.safetensors`, env: {}, faults, stop };
}

async function slowHub(): Promise<SlowPlace> {
  const server = await startHub();
  server.commit('org/name', { 'model.safetensors': model });
  const faults = await startFaultProxy(server.cdn.origin);
  const door = await startFaultProxy(server.hub.origin, { [server.cdn.origin]: faults.origin });
  faults.spoil(SLOW);
  const stop = () => Promise.all([faults.stop(), door.stop(), server.stop()]);
  return { reference: 'hf://org/name', env: { HF_ENDPOINT: door.origin }, faults, stop };
}

async function slowArtifact(): Promise<SlowPlace> {
  const github = await startGitHubApi({ pulls: [{ number: PULL }] });
  github.addRun({ id: 100 });
  github.addArtifact({
    name: 'model',
    runId: 100,
    bytes: buildZip([{ name: 'm.safetensors', bytes: model }]),
  });
  const faults = await startFaultProxy(github.storage.origin);
  const door = await startFaultProxy(github.url, { [github.storage.origin]: faults.origin });
  faults.spoil(SLOW);
  return {
    reference: 'artifact://model',
    env: {
      GITHUB_API_URL: door.origin,
      GITHUB_REPOSITORY: 'acme/repo',
      GITHUB_RUN_ID: '100',
      GITHUB_TOKEN: TOKENS.workflow,
    },
    faults,
    github,
    stop: () => Promise.all([faults.stop(), door.stop(), github.stop()]),
  };
}

/** GitHub itself, where it is asked for the artifact. */
async function slowArtifactList(): Promise<SlowPlace> {
  const github = await startGitHubApi({ pulls: [{ number: PULL }] });
  github.failNextReads(100, FAILURES.trickle);
  return {
    reference: 'artifact://model',
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/repo',
      GITHUB_RUN_ID: '100',
      GITHUB_TOKEN: TOKENS.workflow,
    },
    faults: { spoilt: () => github.requests.length },
    github,
    stop: () => github.stop(),
  };
}

/** The issuer of the token that opens a role. */
async function slowRole(): Promise<SlowPlace> {
  const identity = await startAwsIdentity();
  const faults = await startFaultProxy(identity.environment['AWS_ENDPOINT_URL_STS']!);
  faults.spoil(SLOW, Infinity, 'all');
  return {
    reference: 's3://models/m.safetensors',
    env: {
      ...identity.environment,
      AWS_REGION: 'eu-central-1',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${faults.origin}/token?api-version=2.0`,
      AWS_ENDPOINT_URL_STS: faults.origin,
    },
    faults,
    stop: () => Promise.all([faults.stop(), identity.stop()]),
  };
}

const PLACES: readonly (readonly [string, () => Promise<SlowPlace>])[] = [
  ['S3', slowS3],
  ['a web server', slowWebServer],
  ['a hub', slowHub],
  ['an artifact', slowArtifact],
  ['the list of artifacts', slowArtifactList],
  ['the issuer of tokens for a role', slowRole],
];

const ROLE_ARN = 'arn:aws:iam::123456789012:role/read-models';

test.each(PLACES)(
  '%s that sends a byte now and then keeps neither the command line nor the action beyond its time',
  async (place, start) => {
    const [forCli, forAction] = await Promise.all([start(), start()]);
    const github = forAction.github ?? (await startGitHubApi({ pulls: [{ number: PULL }] }));
    const temp = await mkdtemp(path.join(folder, 'temp-'));
    const settings = {
      ...(place.includes('role') && { 'role-to-assume': ROLE_ARN }),
      'timeout-minutes': String(MINUTES),
      'allow-private-addresses': 'true',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    try {
      const startMs = performance.now();
      const [cli, action] = await Promise.all([
        runCli(['analyze', forCli.reference, '-v', ...options], { env: { ...forCli.env, TMPDIR: temp } }),
        runActionStep({
          inputs: { ...settings, model: forAction.reference, 'github-token': TOKENS.workflow },
          event: pullRequestEvent({ number: PULL }),
          apiUrl: github.url,
          env: forAction.env,
        }),
      ]);
      expect(performance.now() - startMs).toBeLessThan(MOST_MS);
      expect(forCli.faults.spoilt()).toBeGreaterThan(0);
      expect(cli).toMatchObject({ exitCode: 3, stdout: '' });
      expect(cli.stderr).toMatch(
        /^alphagate: the run: took longer than the 0\.08 minutes of timeout-minutes\./,
      );
      expect(cli.stderr).toContain('OUT_OF_TIME, see https://');
      expect(await readdir(temp)).toEqual([]);
      expect(action).toMatchObject({ exitCode: 1, outputs: {}, leftovers: [] });
      expect(action.log.match(/^::error::the run: took longer .*OUT_OF_TIME/gm)).toHaveLength(1);
      expect(github.comments(PULL)).toEqual([]);
    } finally {
      await Promise.all([forCli.stop(), forAction.stop()]);
      if (github !== forAction.github) await github.stop();
    }
  },
);

test('what takes long to compute does not keep a run beyond its time, nor do its threads', async () => {
  await writeFile(path.join(folder, 'large.safetensors'), slowModel());
  const startMs = performance.now();
  const limits = ['--engine', 'reference', '--timeout-minutes', String(MINUTES)];
  const run = await runCli(['analyze', 'large.safetensors', '-v', ...limits], { cwd: folder });
  expect(performance.now() - startMs).toBeLessThan(MOST_MS);
  expect(run.exitCode).toBe(3);
  expect(run.stderr).toContain('OUT_OF_TIME, see https://');
});

test('smoothing that takes too long leaves no file', async () => {
  // A matrix is computed to its end; between two of them there is time to look at the clock.
  const side = 400;
  const bytes = float32Bytes(new Float32Array(side * side).map((_, i) => Math.sin(i * i * 1e-4)));
  const layers = Array.from({ length: 100 }, (_, index) => [`fc${index}`, { shape: [side, side], bytes }]);
  await writeFile(path.join(folder, 'many.safetensors'), buildSafetensors(Object.fromEntries(layers)));
  const out = path.join(folder, 'out');
  await mkdir(out);
  const args = [
    'smooth',
    'many.safetensors',
    '-o',
    'out/smooth.safetensors',
    '--engine',
    'reference',
    '--timeout-minutes',
    '0.08',
  ];
  const run = await runCli(args, { cwd: folder });
  expect(run.exitCode).toBe(3);
  expect(run.stderr).toContain('took longer');
  expect(await readdir(out)).toEqual([]);
});

describe('GitHub that sends a byte now and then', () => {
  const gate = (inputs: Record<string, string> = {}) =>
    runActionStep({
      inputs: { model: DEMO, 'github-token': TOKENS.workflow, ...inputs },
      event: pullRequestEvent({ number: PULL }),
      apiUrl: api.url,
    });

  beforeAll(async () => {
    api = await startGitHubApi({ pulls: [{ number: PULL }] });
  });

  afterAll(async () => {
    await api.stop();
    expect(api.violations).toEqual([]);
  });

  test('while it is written to: the verdict stands, what is missing is said once, and there is one comment', async () => {
    api.failNextWrites(10, FAILURES.trickle);
    // Each request to GitHub has ten seconds: enough for the comment to be begun, and too little for all there is to write.
    const minutes = 0.3;
    const run = await gate({ 'timeout-minutes': String(minutes), 'commit-status': 'true' });
    expect(run.milliseconds).toBeLessThan(minutes * 60_000 + 10_000);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ verdict: 'fail' });
    expect(run.log).toMatch(/There is no commit status: the run took longer.*OUT_OF_TIME/);
    expect(run.log.match(/::warning/g)).toHaveLength(1);
    expect(api.comments(PULL)).toHaveLength(1);
    expect(api.comments(PULL)[0]?.body).toContain('1 of 3 layers fails');
  });

  test('while it lists comments: that list is not taken for an empty one', async () => {
    const [before, ...others] = api.comments(PULL);
    expect(others).toEqual([]);
    // The configuration of the base is read before.
    api.passNextReads(1);
    api.failNextReads(1, FAILURES.trickle);
    const run = await gate();
    expect(run.outputs['comment-status']).toBe('unchanged');
    expect(api.comments(PULL)).toEqual([before]);
  });
});
