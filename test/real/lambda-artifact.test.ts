import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dtype } from '../../src/formats/dtype.ts';
import { PROJECT } from '../support/cli.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { TOKENS } from '../support/github-api/accounts.ts';
import { InstalledApp } from '../support/github-api/app.ts';
import { type Cloud, MODELS, REPORTS, startCloud } from '../support/lambda/cloud.ts';
import { type LambdaFunction, startFunction } from '../support/lambda/lambda-function.ts';
import { type NewUpload, queueEvent, upload } from '../support/lambda/uploads.ts';
import { buildSafetensors, type SafetensorsTensor } from '../support/safetensors-builder.ts';

let cloud: Cloud;
let artifact: LambdaFunction;
let overtrained: Buffer;
let healthy: Buffer;

beforeAll(async () => {
  cloud = await startCloud();
  overtrained = await readFile(`${PROJECT}examples/demo/mlp3-overtrained.safetensors`);
  healthy = await readFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`);
  await cloud.s3.put(MODELS, 'README.md', Buffer.from('models'));
  artifact = await startFunction('artifact', { env: cloud.env });
});

afterAll(async () => {
  await artifact?.stop();
  await cloud?.stop();
});

const NOTHING_FAILED = { batchItemFailures: [] };
const failed = (...messages: readonly string[]) => ({
  batchItemFailures: messages.map((itemIdentifier) => ({ itemIdentifier })),
});

let pulls = 100;

/** A pull request of its own for each test, and the place in the bucket for its head's models. */
function openPull() {
  const number = ++pulls;
  const sha = number.toString(16).padStart(40, '0');
  cloud.github.addPull({ number, headSha: sha });
  return {
    number,
    sha,
    folder: `acme/repo/${sha}/`,
    comments: () => cloud.github.comments(number).map(({ body }) => body),
    statuses: () => cloud.github.statuses.filter((status) => status.sha === sha),
    checks: () => cloud.github.checkRuns.filter(({ headSha }) => headSha === sha),
  };
}

const put = async (options: NewUpload) => queueEvent((await upload(cloud.s3, options)).event);

/** Keys of the reports in the bucket. */
async function reports(): Promise<string[]> {
  const { Contents = [] } = await cloud.s3.client.send(
    new ListObjectsV2Command({ Bucket: REPORTS, Prefix: 'alphagate/' }),
  );
  return Contents.map(({ Key }) => Key!);
}

/** How often the log has said it since. */
function said(text: string): number {
  return artifact.log().split(text).length - 1;
}

describe('an upload', () => {
  test('leads to a report in the bucket, a comment on the pull request and a status on its commit', async () => {
    const pull = openPull();
    const event = await put({ key: `${pull.folder}nets/mlp3.safetensors`, bytes: overtrained });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);

    const keys = await reports();
    expect(keys).toEqual(
      ['html', 'json', 'md'].map((suffix) =>
        expect.stringMatching(new RegExp(`^alphagate/[0-9a-f]{64}/report\\.${suffix}$`)),
      ),
    );
    const stored = await cloud.s3.client.send(new GetObjectCommand({ Bucket: REPORTS, Key: keys[1]! }));
    expect(JSON.parse(await stored.Body!.transformToString())).toMatchObject({
      model: { source: `s3://${MODELS}/${pull.folder}nets/mlp3.safetensors` },
      commit: pull.sha,
      summary: { verdict: 'fail', counts: { layers: 3, fail: 1 } },
    });
    expect(pull.comments()).toEqual([
      expect.stringMatching(/^<!-- alphagate: nets\/mlp3\.safetensors -->[\s\S]*1 of 3 layers fails/),
    ]);
    expect(pull.statuses()).toMatchObject([
      {
        state: 'failure',
        context: 'alphagate / nets/mlp3.safetensors',
        description: '1 of 3 layers fails',
        targetUrl: expect.stringContaining(`/pull/${pull.number}#`),
      },
    ]);
    expect(cloud.github.violations).toEqual([]);
  });

  test('says by its metadata which commit it belongs to, whatever its key', async () => {
    const pull = openPull();
    const event = await put({
      key: 'anywhere/model [1]?versionId=*.safetensors',
      bytes: healthy,
      metadata: { 'github-repository': 'acme/repo', 'github-sha': pull.sha, 'github-pr': `${pull.number}` },
    });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(pull.comments()).toHaveLength(1);
    expect(pull.statuses()).toMatchObject([{ state: 'success' }]);
  });

  test('says it by its tags', async () => {
    const pull = openPull();
    const event = await put({
      key: 'tagged/model.safetensors',
      bytes: healthy,
      tags: `github-repository=acme/repo&github-sha=${pull.sha}`,
    });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(pull.statuses()).toMatchObject([
      { state: 'success', context: 'alphagate / tagged/model.safetensors' },
    ]);
  });

  test('of a commit that is no pull request’s head gets a status and no comment', async () => {
    const sha = 'c'.repeat(40);
    const event = await put({ key: `acme/repo/${sha}/model.safetensors`, bytes: healthy });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(cloud.github.statuses.filter((status) => status.sha === sha)).toMatchObject([
      { state: 'success' },
    ]);
  });

  test('for a repository that is not on the list is left alone, and the log says so', async () => {
    const requests = cloud.github.requests.length;
    const event = await put({ key: `evil/repo/${'d'.repeat(40)}/model.safetensors`, bytes: healthy });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(cloud.github.requests).toHaveLength(requests);
    expect(artifact.log()).toContain('evil/repo is not one of ALPHAGATE_REPOSITORIES');
  });

  test('of something that is no model is left alone', async () => {
    const pull = openPull();
    const event = await put({ key: `${pull.folder}config.json`, bytes: Buffer.from('{}') });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(pull.statuses()).toEqual([]);
  });

  test('that cannot be read as a model is said on the pull request, and not tried again', async () => {
    const pull = openPull();
    const event = await put({ key: `${pull.folder}broken.safetensors`, bytes: Buffer.from('no model') });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(pull.comments()).toEqual([expect.stringContaining('broken.safetensors')]);
    expect(pull.statuses()).toMatchObject([{ state: 'failure' }]);
  });

  test('that is replaced before anybody has looked at it is left to the event of the newer one', async () => {
    const pull = openPull();
    const key = `${pull.folder}model.safetensors`;
    const stale = await put({ key, bytes: overtrained });
    const fresh = await put({ key, bytes: healthy });
    expect(await artifact.invoke(stale)).toEqual(NOTHING_FAILED);
    expect(pull.statuses()).toEqual([]);
    expect(await artifact.invoke(fresh)).toEqual(NOTHING_FAILED);
    expect(pull.statuses()).toMatchObject([{ state: 'success' }]);
  });
});

describe('the same event', () => {
  test('twice gives one report, one comment and one status', async () => {
    const pull = openPull();
    const event = await put({ key: `${pull.folder}model.safetensors`, bytes: overtrained });
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    const [before, delivered] = [await reports(), said('"Delivered"')];
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(await reports()).toEqual(before);
    expect(said('"Delivered"')).toBe(delivered);
    expect(pull.comments()).toHaveLength(1);
    expect(pull.statuses()).toHaveLength(1);
  });

  test('in two functions at once gives one comment and one status, and leaves no message behind', async () => {
    const pull = openPull();
    const other = await startFunction('artifact', { env: cloud.env });
    try {
      const event = await put({ key: `${pull.folder}model.safetensors`, bytes: overtrained });
      const answers = await Promise.all([artifact.invoke(event), other.invoke(event)]);
      // Whoever came second while the first was at it leaves the message in the queue, which brings it again.
      expect(answers).toContainEqual(NOTHING_FAILED);
      expect(await other.invoke(event)).toEqual(NOTHING_FAILED);
      expect(pull.comments()).toHaveLength(1);
      expect(pull.statuses()).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });
});

describe('a batch', () => {
  test('loses only the message that makes no sense', async () => {
    const pull = openPull();
    const { event } = await upload(cloud.s3, { key: `${pull.folder}model.safetensors`, bytes: healthy });
    expect(await artifact.invoke(queueEvent('{ "no": "event" }', event, 'no JSON'))).toEqual(
      failed('message-1', 'message-3'),
    );
    expect(pull.statuses()).toMatchObject([{ state: 'success' }]);
  });
});

describe('GitHub', () => {
  test('that cannot be reached brings the message back, whose next attempt only delivers', async () => {
    const pull = openPull();
    const event = await put({ key: `${pull.folder}model.safetensors`, bytes: overtrained });
    cloud.github.failNextWrites(6, { answer: { status: 503, body: { message: 'Service unavailable' } } });
    expect(await artifact.invoke(event)).toEqual(failed('message-1'));
    const [analyzed, kept] = [said('"ModelsAnalyzed":'), await reports()];
    expect(await artifact.invoke(event)).toEqual(NOTHING_FAILED);
    expect(said('"ModelsAnalyzed":')).toBe(analyzed);
    expect(await reports()).toEqual(kept);
    expect(pull.comments()).toHaveLength(1);
    expect(pull.statuses()).toHaveLength(1);
  });

  test('is told by the app whose key the secret holds, in a check run, also after the key was rotated', async () => {
    const pull = openPull();
    const { app } = cloud.github;
    await cloud.setSecret({ appId: app.id, privateKey: app.renewKey() });
    const fresh = await startFunction('artifact', { env: cloud.env });
    try {
      const event = await put({ key: `${pull.folder}model.safetensors`, bytes: overtrained });
      expect(await fresh.invoke(event)).toEqual(NOTHING_FAILED);
      expect(pull.checks()).toMatchObject([
        { status: 'completed', conclusion: 'failure', title: '1 of 3 layers fails' },
      ]);
      expect(pull.statuses()).toEqual([]);
      expect(cloud.github.comments(pull.number)).toMatchObject([{ author: { login: 'alphagate[bot]' } }]);

      // The function has the old key and its token in its memory, which GitHub does not know any more.
      await cloud.setSecret({ appId: app.id, privateKey: app.renewKey() });
      const next = await put({ key: `${pull.folder}other.safetensors`, bytes: healthy });
      expect(await fresh.invoke(next)).toEqual(NOTHING_FAILED);
      expect(pull.checks()).toHaveLength(2);
    } finally {
      await fresh.stop();
      await cloud.setSecret({ token: TOKENS.workflow });
    }
    expect(cloud.github.violations).toEqual([]);
  });
});

describe('S3', () => {
  test('that refuses to be read is said on the pull request until another attempt reads it', async () => {
    const pull = openPull();
    const faults = await startFaultProxy(cloud.s3.endpoint);
    const patient = await startFunction('artifact', {
      env: { ...cloud.env, AWS_ENDPOINT_URL_S3: faults.origin },
    });
    try {
      const event = await put({ key: `${pull.folder}model.safetensors`, bytes: healthy });
      faults.spoil({ kind: 'answer', status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }, 1);
      expect(await patient.invoke(event)).toEqual(failed('message-1'));
      expect(pull.comments()).toEqual([expect.stringContaining('s3:GetObject')]);
      expect(await patient.invoke(event)).toEqual(NOTHING_FAILED);
      expect(pull.comments()).toEqual([expect.not.stringContaining('s3:GetObject')]);
      expect(pull.statuses().map(({ state }) => state)).toEqual(['failure', 'success']);
    } finally {
      await Promise.all([patient.stop(), faults.stop()]);
    }
  });

  test('that breaks off while a model is read costs a few more requests', async () => {
    const pull = openPull();
    const faults = await startFaultProxy(cloud.s3.endpoint);
    const patient = await startFunction('artifact', {
      env: { ...cloud.env, AWS_ENDPOINT_URL_S3: faults.origin },
    });
    try {
      const event = await put({ key: `${pull.folder}model.safetensors`, bytes: healthy });
      faults.spoil({ kind: 'reset', afterBytes: 1000 }, 2);
      expect(await patient.invoke(event)).toEqual(NOTHING_FAILED);
      expect(faults.spoilt()).toBe(2);
      expect(pull.statuses()).toMatchObject([{ state: 'success' }]);
    } finally {
      await Promise.all([patient.stop(), faults.stop()]);
    }
  });
});

describe('a secret', () => {
  test.each<[string, string, object | undefined, Record<string, string>]>([
    ['that holds neither a token nor a key', 'BAD_SECRET', { password: 'x' }, {}],
    [
      'that cannot be read',
      'SECRET_UNREADABLE',
      undefined,
      { ALPHAGATE_GITHUB_SECRET_ARN: 'no-such-secret' },
    ],
    [
      'with the key of another app',
      'APP_REFUSED',
      { appId: 1, privateKey: new InstalledApp().renewKey() },
      {},
    ],
  ])(
    '%s brings the message back, and the log says %s and nothing that is secret',
    async (_, code, secret, env) => {
      const pull = openPull();
      if (secret !== undefined) await cloud.setSecret(secret);
      const fresh = await startFunction('artifact', { env: { ...cloud.env, ...env } });
      try {
        const event = await put({ key: `${pull.folder}model.safetensors`, bytes: healthy });
        expect(await fresh.invoke(event)).toEqual(failed('message-1'));
        expect(fresh.log()).toContain(code);
        expect(fresh.log()).not.toMatch(/PRIVATE KEY|password/);
      } finally {
        await fresh.stop();
        await cloud.setSecret({ token: TOKENS.workflow });
      }
    },
  );
});

describe('a model that is too much for the function', () => {
  test('by its size is handed to the state machine, once', async () => {
    const pull = openPull();
    const states = new SFNClient(cloud.access);
    const { stateMachineArn } = await states.send(
      new CreateStateMachineCommand({
        name: 'analysis',
        roleArn: 'arn:aws:iam::000000000000:role/states',
        definition: JSON.stringify({ StartAt: 'Plan', States: { Plan: { Type: 'Pass', End: true } } }),
      }),
    );
    const large = await startFunction('artifact', {
      env: {
        ...cloud.env,
        ALPHAGATE_STATE_MACHINE_ARN: stateMachineArn!,
        ALPHAGATE_MAX_INLINE_BYTES: '1000',
      },
    });
    try {
      const key = `${pull.folder}model.safetensors`;
      const event = await put({ key, bytes: overtrained });
      expect(await large.invoke(event)).toEqual(NOTHING_FAILED);
      expect(await large.invoke(event)).toEqual(NOTHING_FAILED);
      const { executions = [] } = await states.send(
        new ListExecutionsCommand({ stateMachineArn: stateMachineArn! }),
      );
      expect(executions).toHaveLength(1);
      const { input } = await states.send(
        new DescribeExecutionCommand({ executionArn: executions[0]!.executionArn! }),
      );
      expect(JSON.parse(input!)).toEqual({
        model: { bucket: MODELS, key, etag: expect.stringMatching(/^[0-9a-f]{32}$/) },
        target: { repository: 'acme/repo', sha: pull.sha },
        run: executions[0]!.name,
      });
      expect(pull.statuses()).toEqual([]);
    } finally {
      await large.stop();
    }
  });

  test('by its time is said to have timed out, and the message comes back for another attempt', async () => {
    const pull = openPull();
    const { app } = cloud.github;
    await cloud.setSecret({ appId: app.id, privateKey: app.renewKey() });
    const slow = await startFunction('artifact', { env: cloud.env, timeoutSeconds: 20 });
    try {
      const event = await put({ key: `${pull.folder}model.safetensors`, bytes: squareModel(6500) });
      expect(await slow.invoke(event)).toEqual(failed('message-1'));
      expect(pull.checks()).toMatchObject([{ status: 'completed', conclusion: 'timed_out' }]);
      expect(pull.comments()).toEqual([
        expect.stringContaining('did not end within the time of the function'),
      ]);
    } finally {
      await slow.stop();
      await cloud.setSecret({ token: TOKENS.workflow });
    }
  });
});

/** A layer of so many rows and columns, of random numbers near 0.01 in BF16. */
function squareModel(size: number): Uint8Array {
  const elements = new Uint16Array(randomBytes(2 * size * size).buffer);
  for (const [index, bits] of elements.entries()) elements[index] = 0x3c00 | (bits & 0x807f);
  const bytes = new Uint8Array(elements.buffer);
  return buildSafetensors({ layer: { dtype: 'BF16', shape: [size, size], bytes } });
}

describe('a sharded model', () => {
  test('is analysed once, when its index and every shard are there, and until then says what it waits for', async () => {
    const pull = openPull();
    const { shards, index } = shardedModel(healthy);
    const place = (name: string) => `${pull.folder}llm/${name}`;
    const [first, second] = shards as [Shard, Shard];
    const events = [await upload(cloud.s3, { key: place(first.name), bytes: first.bytes })];
    expect(await artifact.invoke(queueEvent(events[0]!.event))).toEqual(NOTHING_FAILED);
    expect(artifact.log()).toContain('"missing":["model.safetensors.index.json"]');
    events.push(await upload(cloud.s3, { key: place('model.safetensors.index.json'), bytes: index }));
    expect(await artifact.invoke(queueEvent(events[1]!.event))).toEqual(NOTHING_FAILED);
    expect(artifact.log()).toContain(`"missing":["${second.name}"]`);
    expect(pull.statuses()).toEqual([]);

    events.push(await upload(cloud.s3, { key: place(second.name), bytes: second.bytes }));
    expect(await artifact.invoke(queueEvent(events[2]!.event))).toEqual(NOTHING_FAILED);
    expect(pull.statuses()).toMatchObject([
      { state: 'success', context: 'alphagate / llm/model.safetensors.index.json' },
    ]);
    // Events come in any order, and again.
    expect(await artifact.invoke(queueEvent(...events.map(({ event }) => event)))).toEqual(NOTHING_FAILED);
    expect(pull.statuses()).toHaveLength(1);
    expect(pull.comments()).toHaveLength(1);
  });
});

interface Shard {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The layers of a safetensors file in two files and an index, as transformers saves large models. */
function shardedModel(file: Buffer): { readonly shards: readonly Shard[]; readonly index: Buffer } {
  const headerBytes = Number(file.readBigUInt64LE(0));
  const header: Record<string, { dtype: Dtype; shape: number[]; data_offsets: [number, number] }> =
    JSON.parse(file.subarray(8, 8 + headerBytes).toString());
  const names = Object.keys(header).filter((name) => name !== '__metadata__');
  const weightMap: Record<string, string> = {};
  const shards = [names.slice(0, 3), names.slice(3)].map((part, number): Shard => {
    const name = `model-0000${number + 1}-of-00002.safetensors`;
    const own = part.map((tensor): [string, SafetensorsTensor] => {
      const { dtype, shape, data_offsets: at } = header[tensor]!;
      weightMap[tensor] = name;
      const start = 8 + headerBytes;
      return [tensor, { dtype, shape, bytes: file.subarray(start + at[0], start + at[1]) }];
    });
    return { name, bytes: buildSafetensors(Object.fromEntries(own)) };
  });
  return { shards, index: Buffer.from(JSON.stringify({ metadata: {}, weight_map: weightMap })) };
}
