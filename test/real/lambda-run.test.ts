import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { type Cloud, MODELS, REPORTS, startCloud } from '../support/lambda/cloud.ts';
import { type LambdaFunction, startFunction } from '../support/lambda/lambda-function.ts';
import { queueEvent, upload } from '../support/lambda/uploads.ts';

interface Item {
  readonly item: number;
  readonly layers: readonly string[];
}

let cloud: Cloud;
let env: Record<string, string>;
let bytes: Buffer;
const functions: LambdaFunction[] = [];

/** Starts a function that ends with the tests. */
async function start(handler: Parameters<typeof startFunction>[0], more: Record<string, string> = {}) {
  const started = await startFunction(handler, { env: { ...env, ...more } });
  functions.push(started);
  return started;
}

let plan: LambdaFunction;
let analyze: LambdaFunction;
let report: LambdaFunction;

beforeAll(async () => {
  cloud = await startCloud();
  // So short that every layer is an item of its own.
  env = { ...cloud.env, ALPHAGATE_ITEM_SECONDS: '0.0001' };
  bytes = await readFile(`${PROJECT}examples/demo/mlp3-overtrained.safetensors`);
  await cloud.s3.put(MODELS, 'README.md', Buffer.from('models'));
  [plan, analyze, report] = await Promise.all([start('plan'), start('analyze'), start('report')]);
});

afterAll(async () => {
  await Promise.all(functions.map((each) => each.stop()));
  await cloud?.stop();
});

let runs = 500;

/** A run of the model that nobody has begun: what the state machine is started with. */
async function newRun() {
  const number = ++runs;
  const sha = number.toString(16).padStart(40, '0');
  cloud.github.addPull({ number, headSha: sha });
  const key = `acme/repo/${sha}/model.safetensors`;
  const { event } = await upload(cloud.s3, { key, bytes });
  const { ETag } = await cloud.s3.client.send(new HeadObjectCommand({ Bucket: MODELS, Key: key }));
  const run = createHash('sha256').update(sha).digest('hex');
  return {
    event,
    key,
    comments: () => cloud.github.comments(number).map(({ body }) => body),
    statuses: () => cloud.github.statuses.filter((status) => status.sha === sha),
    folder: `alphagate/${run}`,
    input: {
      model: { bucket: MODELS, key, etag: ETag!.replaceAll('"', '') },
      target: { repository: 'acme/repo', sha },
      run,
    },
  };
}

async function textOf(key: string): Promise<string> {
  const { Body } = await cloud.s3.client.send(new GetObjectCommand({ Bucket: REPORTS, Key: key }));
  return Body!.transformToString();
}

/** Has a run planned, and returns what the state machine hands on. */
async function planned(input: object) {
  const state = (await plan.invoke(input)) as { items: number; manifest: { bucket: string; key: string } };
  return { state, items: JSON.parse(await textOf(state.manifest.key)) as Item[] };
}

/** The text without the time that things took. */
const withoutTime = (text: string) =>
  text.replace(/"total_ms": \d+/, '"total_ms": 0').replace(/\d+(\.\d+)? ?m?s\b/g, '0 s');

describe('a run of the state machine’s tasks', () => {
  test('divides the model so that each layer is in one item', async () => {
    const { input } = await newRun();
    const { state, items } = await planned(input);
    expect(state).toEqual({ ...input, items: 3, manifest: { bucket: REPORTS, key: expect.any(String) } });
    expect(items.map(({ item }) => item)).toEqual([1, 2, 3]);
    expect(items.flatMap(({ layers }) => layers).toSorted()).toEqual(['fc1', 'fc2', 'fc3']);
    expect(items[0]).toMatchObject({
      run: input.run,
      estimatedBytes: expect.any(Number),
      estimatedSeconds: expect.any(Number),
    });
  });

  test('in any order, with items done twice or killed, reports what one function does, byte for byte but for the time', async () => {
    const { event, input, folder, comments, statuses } = await newRun();
    const { state, items } = await planned(input);
    const mortal = await startFunction('analyze', { env });
    const killed = mortal.invoke({ ...input, item: items[0] }).catch(() => 'killed');
    await mortal.stop();
    expect(await killed).toBe('killed');
    for (const item of [...items.toReversed(), items[1]])
      expect(await analyze.invoke({ ...input, item })).toEqual({
        item: item!.item,
        layers: item!.layers,
        key: `${folder}/rows/${item!.item}.json`,
      });
    expect(await report.invoke(state)).toEqual({ comment: 'created', passed: false, failedItems: [] });

    const artifact = await start('artifact');
    expect(await artifact.invoke(queueEvent(event))).toEqual({ batchItemFailures: [] });
    const { Contents = [] } = await cloud.s3.client.send(
      new ListObjectsV2Command({ Bucket: REPORTS, Prefix: 'alphagate/' }),
    );
    const single = Contents.map(({ Key }) => Key!.split('/')[1]!).find((run) =>
      Contents.every(({ Key }) => Key !== `alphagate/${run}/manifest.json`),
    );
    for (const name of ['report.json', 'report.md', 'report.html'])
      expect(withoutTime(await textOf(`${folder}/${name}`))).toBe(
        withoutTime(await textOf(`alphagate/${single}/${name}`)),
      );
    // The second comment was the first one, brought up to date with the same text.
    expect(comments()).toHaveLength(1);
    expect(statuses().map(({ description }) => description)).toEqual([
      '1 of 3 layers fails',
      '1 of 3 layers fails',
    ]);
  });

  test('reports once, however often it is asked to', async () => {
    const { input, statuses } = await newRun();
    const { state, items } = await planned(input);
    for (const item of items) await analyze.invoke({ ...input, item });
    const first = await report.invoke(state);
    expect(await report.invoke(state)).toEqual(first);
    expect(statuses()).toHaveLength(1);
  });
});

describe('items that have failed', () => {
  test('are named on the pull request, and none is tolerated by default', async () => {
    const { input, comments, statuses } = await newRun();
    const { state, items } = await planned(input);
    for (const item of items.slice(1)) await analyze.invoke({ ...input, item });
    const cause = JSON.stringify({ errorType: 'Error', errorMessage: 'the function ran out of memory' });
    await cloud.s3.put(
      REPORTS,
      `alphagate/${input.run}/failures/1.json`,
      Buffer.from(JSON.stringify({ item: 1, error: 'Runtime.ExitError', cause })),
    );
    expect(await report.invoke(state)).toMatchObject({ passed: false, failedItems: [1] });
    expect(comments()).toEqual([
      expect.stringMatching(/1 of 3 items failed[\s\S]*fc1[\s\S]*ran out of memory/),
    ]);
    expect(statuses()).toMatchObject([{ state: 'failure' }]);
    expect(report.log()).toContain('"errors":["LAYERS_FAILED"]');

    // As when the state machine is started again with the same input.
    await analyze.invoke({ ...input, item: items[0] });
    expect(await report.invoke(state)).toMatchObject({ passed: false, failedItems: [] });
    expect(comments()).toEqual([expect.stringContaining('1 of 3 layers fails')]);
  });

  test('are tolerated up to the deployment’s share, and counted as not analysed', async () => {
    const { input, folder, statuses } = await newRun();
    const { state, items } = await planned(input);
    const lenient = await start('report', { ALPHAGATE_TOLERATED_FAILURE_PERCENTAGE: '34' });
    for (const item of items.slice(1)) await analyze.invoke({ ...input, item });
    expect(await lenient.invoke(state)).toMatchObject({ passed: true, failedItems: [1] });
    expect(JSON.parse(await textOf(`${folder}/report.json`))).toMatchObject({
      summary: { counts: { layers: 2, skipped: 4 } },
      skipped: expect.arrayContaining([{ name: 'fc1', reason: expect.stringContaining('failed') }]),
    });
    expect(statuses()).toMatchObject([{ state: 'success' }]);
  });
});

describe('a run that cannot be', () => {
  test('is refused when it is planned, by the name of each layer that is too large and the memory it needs', async () => {
    const { input, comments } = await newRun();
    const small = await start('plan', { ALPHAGATE_ITEM_MEMORY_MB: '322' });
    const refusal = (await small.invoke(input)) as { errorType: string; errorMessage: string };
    expect(refusal).toMatchObject({
      errorType: 'NumericError',
      errorMessage: expect.stringMatching(/fc1 \(\d+ MB\)/),
    });

    // What the state machine hands on then.
    const state = { ...input, error: { Error: refusal.errorType, Cause: JSON.stringify(refusal) } };
    expect(await report.invoke(state)).toMatchObject({ passed: false });
    expect(comments()).toEqual([expect.stringMatching(/fc1 \(\d+ MB\)/)]);
    expect(report.log()).toContain('"errors":["RUN_FAILED"]');
  });

  test('is not begun with another object than it is about', async () => {
    const { input, key } = await newRun();
    await upload(cloud.s3, {
      key,
      bytes: await readFile(`${PROJECT}examples/demo/mlp3-healthy.safetensors`),
    });
    expect(await plan.invoke(input)).toMatchObject({
      errorType: 'SourceError',
      errorMessage: expect.stringContaining('replaced'),
    });
  });

  test('says that it has timed out where the state machine does', async () => {
    const { input, comments } = await newRun();
    const state = { ...input, error: { Error: 'States.Timeout', Cause: '' } };
    expect(await report.invoke(state)).toMatchObject({ passed: false });
    expect(comments()).toEqual([expect.stringContaining('States.Timeout')]);
    expect(report.log()).toContain('"errors":["TIMED_OUT"]');
  });
});
