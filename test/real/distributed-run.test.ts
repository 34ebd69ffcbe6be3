import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FunctionPool, startPool } from '../support/infra/function-pool.ts';
import { type Interpreter, startInterpreter } from '../support/infra/interpreter.ts';
import { type LambdaService, startLambdaService } from '../support/infra/lambda-service.ts';
import { deploy, deployedDefinition } from '../support/infra/template.ts';
import { type Cloud, MODELS, REPORTS, startCloud } from '../support/lambda/cloud.ts';
import { startFunction } from '../support/lambda/lambda-function.ts';
import { queueEvent, upload } from '../support/lambda/uploads.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';
import { seededUniforms } from '../support/random.ts';

/** The state machine as it is deployed, with the packaged functions as its tasks, on a published model. */

const MODEL = 'minilm-l6-safetensors';
const LAYERS = 39;
const PREFIX = 'alphagate';
/** So short that the model has about a dozen items. */
const ITEM_SECONDS = '0.1';
/** Environments that analyse items. */
const CONCURRENCY = 2;
/** An item is tried four times. */
const MOST_KILLS_OF_ITEM = 3;
const SHARE_KILLED = 0.4;
const LONGEST_LIFE_MS = 1500;

const PULL = 100;
const SHA = '1'.repeat(40);
const KEY = `acme/repo/${SHA}/model.safetensors`;

type Documents = Readonly<Record<string, string>>;
type Kill = (event: unknown) => number | undefined;

let cloud: Cloud;
let lambda: LambdaService;
let interpreter: Interpreter;
let plan: FunctionPool;
let analyze: FunctionPool;
/** Tolerates nothing; the other one a fifth of the items. */
let report: FunctionPool;
let lenientReport: FunctionPool;
let etag: string;
let single: Documents;

/** What holds for the run that is on. */
let killAfterMs: Kill;
let isLenient: boolean;

beforeAll(async () => {
  cloud = await startCloud();
  const model = (await publishedModels())[MODEL]!;
  await cloud.s3.put(MODELS, 'README.md', Buffer.from('models'));
  single = await onOneMachine(await readFile(await fetchModel(MODEL, model)));
  const { ETag } = await cloud.s3.client.send(new HeadObjectCommand({ Bucket: MODELS, Key: KEY }));
  etag = ETag!.replaceAll('"', '');

  const env = { ...cloud.env, ALPHAGATE_ITEM_SECONDS: ITEM_SECONDS };
  const lenient = { ...env, ALPHAGATE_TOLERATED_FAILURE_PERCENTAGE: '20' };
  [plan, analyze, report, lenientReport] = await Promise.all([
    startPool('plan', { env, size: 1 }),
    startPool('analyze', { env, size: CONCURRENCY, killAfterMs: (event) => killAfterMs(event) }),
    startPool('report', { env, size: 1 }),
    startPool('report', { env: lenient, size: 1 }),
  ]);
  lambda = await startLambdaService({
    'plan-function': plan.invoke,
    'analyze-function': analyze.invoke,
    'report-function': (event) => (isLenient ? lenientReport : report).invoke(event),
  });
  interpreter = await startInterpreter({
    AWS_ENDPOINT_URL_S3: cloud.s3.endpoint,
    AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
    AWS_ACCESS_KEY_ID: cloud.s3.accessKeyId,
    AWS_SECRET_ACCESS_KEY: cloud.s3.secretAccessKey,
  });
}, 180_000);

afterAll(async () => {
  await interpreter?.stop();
  await lambda?.stop();
  await Promise.all([plan, analyze, report, lenientReport].map((pool) => pool?.stop()));
  await cloud?.stop();
});

beforeEach(() => {
  killAfterMs = () => undefined;
  isLenient = false;
});

/** The text without the time that things took. */
const withoutTime = (text: string): string =>
  text.replace(/"total_ms": \d+/, '"total_ms": 0').replace(/\d+(\.\d+)? ?m?s\b/g, '0 s');

/** The report of one function that analyses all of the model at once. */
async function onOneMachine(bytes: Buffer): Promise<Documents> {
  cloud.github.addPull({ number: PULL, headSha: SHA });
  const artifact = await startFunction('artifact', { env: cloud.env });
  try {
    const { event } = await upload(cloud.s3, { key: KEY, bytes });
    expect(await artifact.invoke(queueEvent(event))).toEqual({ batchItemFailures: [] });
  } finally {
    await artifact.stop();
  }
  const { Contents = [] } = await cloud.s3.client.send(
    new ListObjectsV2Command({ Bucket: REPORTS, Prefix: `${PREFIX}/` }),
  );
  return documentsOf(Contents[0]!.Key!.split('/')[1]!);
}

async function documentsOf(run: string): Promise<Documents> {
  const names = ['report.json', 'report.md', 'report.html'];
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, withoutTime(await textOf(`${PREFIX}/${run}/${name}`))] as const),
    ),
  );
}

async function textOf(key: string): Promise<string> {
  const { Body } = await cloud.s3.client.send(new GetObjectCommand({ Bucket: REPORTS, Key: key }));
  return Body!.transformToString();
}

async function keysBelow(prefix: string): Promise<string[]> {
  const { Contents = [] } = await cloud.s3.client.send(
    new ListObjectsV2Command({ Bucket: REPORTS, Prefix: prefix }),
  );
  return Contents.map(({ Key }) => Key!.slice(prefix.length));
}

let runs = 0;

/** Runs the state machine once for the uploaded model. */
async function execute() {
  runs += 1;
  const run = createHash('sha256').update(`run ${runs}`).digest('hex');
  const before = { invocations: analyze.invocations(), kills: analyze.kills() };
  const resources = await deploy({ MaxConcurrency: CONCURRENCY, ReportPrefix: PREFIX });
  const definition = (await deployedDefinition(resources)).replaceAll('report-bucket', REPORTS);
  const execution = await interpreter.run(definition, {
    model: { bucket: MODELS, key: KEY, etag },
    target: { repository: 'acme/repo', sha: SHA },
    run,
  });
  expect(execution).toMatchObject({ status: 'SUCCEEDED' });
  return {
    run,
    answer: JSON.parse(execution.output!),
    manifest: JSON.parse(await textOf(`${PREFIX}/${run}/manifest.json`)) as {
      readonly item: number;
      readonly layers: readonly string[];
    }[],
    invocations: analyze.invocations() - before.invocations,
    kills: analyze.kills() - before.kills,
  };
}

const itemOf = (event: unknown): number => (event as { item: { item: number } }).item.item;

describe('the state machine with the packaged functions', () => {
  test('reports what one machine does, byte for byte but for the time', async () => {
    const { run, manifest, answer, invocations } = await execute();
    expect(manifest.length).toBeGreaterThan(8);
    expect(manifest.flatMap(({ layers }) => layers)).toHaveLength(LAYERS);
    expect(invocations).toBe(manifest.length);
    expect(answer).toMatchObject({ failedItems: [] });
    expect(await documentsOf(run)).toEqual(single);
  }, 180_000);

  test('is not changed by items that are killed at random, but for retries', async () => {
    const uniform = seededUniforms(11);
    const killsOf = new Map<number, number>();
    killAfterMs = (event) => {
      const kills = killsOf.get(itemOf(event)) ?? 0;
      // At any time: before the code is there, while it reads and computes, or when it has written its rows.
      const delayMs = LONGEST_LIFE_MS * uniform();
      if (kills === MOST_KILLS_OF_ITEM || uniform() > SHARE_KILLED) return undefined;
      killsOf.set(itemOf(event), kills + 1);
      return delayMs;
    };
    const { run, manifest, invocations, kills } = await execute();
    expect(kills).toBeGreaterThan(2);
    expect(invocations).toBe(manifest.length + kills);
    expect(await documentsOf(run)).toEqual(single);
    expect(await keysBelow(`${PREFIX}/${run}/failures/`)).toEqual([]);
  }, 300_000);

  test('names the layers of items that fail for good, and does not pass', async () => {
    killAfterMs = (event) => (itemOf(event) === 2 ? 0 : undefined);
    // That it succeeds is the interpreter's: it does not stop at the tolerated share. The report does.
    const { run, manifest, answer, invocations } = await execute();
    expect(answer).toMatchObject({ passed: false, failedItems: [2] });
    expect(invocations).toBe(manifest.length + MOST_KILLS_OF_ITEM);
    const { layers } = manifest.find(({ item }) => item === 2)!;
    expect(JSON.parse(await textOf(`${PREFIX}/${run}/failures/2.json`))).toMatchObject({
      item: 2,
      layers,
      error: 'Runtime.ExitError',
    });
    const comment = cloud.github.comments(PULL).at(-1)!.body;
    expect(comment).toContain(`1 of ${manifest.length} items failed`);
    for (const layer of layers) expect(comment).toContain(layer);
  }, 180_000);

  test('judges the others where that many failures are tolerated', async () => {
    isLenient = true;
    killAfterMs = (event) => (itemOf(event) === 2 ? 0 : undefined);
    const { run, manifest, answer } = await execute();
    expect(answer).toMatchObject({ failedItems: [2] });
    const { layers } = manifest.find(({ item }) => item === 2)!;
    const document = JSON.parse(await textOf(`${PREFIX}/${run}/report.json`));
    expect(document.summary.counts.layers).toBe(LAYERS - layers.length);
    for (const name of layers)
      expect(document.skipped).toContainEqual({ name, reason: expect.stringContaining('failed') });
  }, 180_000);
});
