import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Interpreter, startInterpreter } from '../support/infra/interpreter.ts';
import { type LambdaService, startLambdaService } from '../support/infra/lambda-service.ts';
import { deploy, deployedDefinition } from '../support/infra/template.ts';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startVersityGw } from '../support/s3/versitygw.ts';

/** How tasks that fail are treated, by functions that do nothing but fail in a certain way. */

interface ItemEvent {
  readonly run: string;
  readonly model: object;
  readonly target: object;
  readonly item: { readonly item: number; readonly layers: readonly string[] };
}

const REPORTS = 'report-bucket';
const MODEL = { bucket: 'models', key: 'model.safetensors', etag: 'e' };
const TARGET = { repository: 'acme/repo', sha: 'a'.repeat(40) };
const FORMAT_ERROR = { errorType: 'FormatError', errorMessage: 'the layer is cut short' };
const KILLED = { errorType: 'Runtime.ExitError', errorMessage: 'exited with error: signal: killed' };

let s3: S3Server;
let lambda: LambdaService;
let interpreter: Interpreter;
let runs = 0;
let run: string;
let items: ItemEvent['item'][];
let calls: { name: string; event: unknown }[];
let planned: () => unknown;
let analyzed: (event: ItemEvent) => unknown;
let reported: () => unknown;

const callsOf = (name: string) => calls.filter((call) => call.name === name).map(({ event }) => event);

beforeAll(async () => {
  s3 = await startVersityGw();
  const called = (name: string, answer: (event: never) => unknown) => async (event: unknown) => {
    calls.push({ name, event });
    return answer(event as never);
  };
  lambda = await startLambdaService({
    'plan-function': called('plan', () => planned()),
    'analyze-function': called('analyze', (event) => analyzed(event)),
    'report-function': called('report', () => reported()),
  });
  interpreter = await startInterpreter({
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
    AWS_ACCESS_KEY_ID: s3.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
  });
});

afterAll(async () => {
  await interpreter?.stop();
  await lambda?.stop();
  await s3?.stop();
});

beforeEach(async () => {
  runs += 1;
  run = `run-${runs}`;
  calls = [];
  items = [1, 2, 3, 4, 5].map((item) => ({ item, run, layers: [`layer.${item}`] }));
  const manifest = { bucket: REPORTS, key: `runs/${run}/manifest.json` };
  await s3.put(REPORTS, manifest.key, Buffer.from(JSON.stringify(items)));
  planned = () => ({ run, model: MODEL, target: TARGET, manifest, items: items.length });
  analyzed = ({ item }) => ({ item: item.item, layers: item.layers, key: 'somewhere' });
  reported = () => ({ verdict: 'pass' });
});

async function execute() {
  const definition = await deployedDefinition(await deploy({ MaxConcurrency: 3 }));
  return interpreter.run(definition, { run, model: MODEL, target: TARGET });
}

describe('the state machine', () => {
  test('plans, analyses every item of the manifest once, and reports', async () => {
    expect(await execute()).toMatchObject({ status: 'SUCCEEDED', output: '{"verdict": "pass"}' });
    expect(callsOf('plan')).toEqual([{ run, model: MODEL, target: TARGET }]);
    const analyzedItems = callsOf('analyze') as ItemEvent[];
    expect(analyzedItems.toSorted((a, b) => a.item.item - b.item.item)).toEqual(
      items.map((item) => ({ run, model: MODEL, target: TARGET, item })),
    );
    expect(callsOf('report')).toMatchObject([
      { run, model: MODEL, target: TARGET, manifest: { bucket: REPORTS, key: `runs/${run}/manifest.json` } },
    ]);
  });

  test('tries an item again whose function was killed', async () => {
    let kills = 2;
    analyzed = ({ item }) => (item.item === 3 && kills-- > 0 ? KILLED : { item: item.item });
    expect((await execute()).status).toBe('SUCCEEDED');
    expect(callsOf('analyze')).toHaveLength(items.length + 2);
  });

  test('does not try a damaged item again, says beside its rows why, and lets the report judge', async () => {
    analyzed = ({ item }) => (item.item === 2 ? FORMAT_ERROR : { item: item.item });
    await execute();
    expect(callsOf('analyze')).toHaveLength(items.length);
    expect(await failures()).toEqual({
      2: { item: 2, layers: ['layer.2'], error: 'FormatError', cause: JSON.stringify(FORMAT_ERROR) },
    });
  });

  test('reports that no plan could be made, and ends as failed with its error', async () => {
    planned = () => FORMAT_ERROR;
    expect(await execute()).toMatchObject({ status: 'FAILED', error: 'FormatError' });
    expect(callsOf('analyze')).toEqual([]);
    expect(callsOf('report')).toEqual([
      {
        run,
        model: MODEL,
        target: TARGET,
        error: { Error: 'FormatError', Cause: JSON.stringify(FORMAT_ERROR) },
      },
    ]);
  });

  test('reports a manifest that cannot be read', async () => {
    const manifest = { bucket: REPORTS, key: 'nowhere.json' };
    planned = () => ({ run, model: MODEL, target: TARGET, manifest, items: 5 });
    expect((await execute()).status).toBe('FAILED');
    expect(callsOf('report')).toMatchObject([{ run, manifest, error: {} }]);
  });

  test('reports once more, with the error, when the report itself fails', async () => {
    reported = () => (callsOf('report').length === 1 ? FORMAT_ERROR : {});
    expect(await execute()).toMatchObject({ status: 'FAILED', error: 'FormatError' });
    expect(callsOf('report')).toMatchObject([{ run }, { run, error: { Error: 'FormatError' } }]);
  });
});

/** What was written of items that failed, by their number. */
async function failures(): Promise<Record<string, unknown>> {
  const { ListObjectsV2Command, GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { Contents = [] } = await s3.client.send(
    new ListObjectsV2Command({ Bucket: REPORTS, Prefix: `runs/${run}/failures/` }),
  );
  const read = async ({ Key }: { Key?: string | undefined }) => {
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: REPORTS, Key: Key! }));
    return [/(\d+)\.json$/.exec(Key!)![1]!, JSON.parse(await Body!.transformToString())] as const;
  };
  return Object.fromEntries(await Promise.all(Contents.map(read)));
}
