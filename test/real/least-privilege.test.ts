import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { type CallRecorder, startCallRecorder } from '../support/infra/call-recorder.ts';
import { allows, grantsOf, type Statement, statementsOfRole } from '../support/infra/policies.ts';
import { deploy } from '../support/infra/template.ts';
import { type Cloud, MODELS, REPORTS, startCloud } from '../support/lambda/cloud.ts';
import { type Handler, type LambdaFunction, startFunction } from '../support/lambda/lambda-function.ts';
import { queueEvent, upload } from '../support/lambda/uploads.ts';

/** What the packaged functions ask of AWS, held against the policies of their roles. */

const SHA = '2'.repeat(40);
const STATE_MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:state-machine';

let cloud: Cloud;
const started: { stop(): Promise<void> }[] = [];
const recorders: Partial<Record<Handler, CallRecorder[]>> = {};
const statements: Partial<Record<Handler, Statement[]>> = {};

/** Starts a function all of whose calls are written down. */
async function start(handler: Handler, more: Record<string, string> = {}): Promise<LambdaFunction> {
  const s3 = await startCallRecorder(cloud.s3.endpoint);
  const others = await startCallRecorder(cloud.aws.endpoint);
  recorders[handler] = [...(recorders[handler] ?? []), s3, others];
  const env = {
    ...cloud.env,
    ALPHAGATE_ITEM_SECONDS: '0.0001',
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL: others.endpoint,
    ...more,
  };
  const running = await startFunction(handler, { env });
  started.push(running, s3, others);
  return running;
}

beforeAll(async () => {
  cloud = await startCloud();
  await cloud.s3.put(MODELS, 'README.md', Buffer.from('models'));
  await cloud.s3.put(REPORTS, 'gate.yml', Buffer.from('min-alpha: 1.5\n'));
  cloud.github.addPull({ number: 200, headSha: SHA });
  const bytes = await readFile(`${PROJECT}examples/demo/mlp3-overtrained.safetensors`);
  const configured = { ALPHAGATE_CONFIG: `s3://${REPORTS}/gate.yml` };
  const [artifact, large, plan, analyze, report] = await Promise.all([
    start('artifact', configured),
    start('artifact', { ALPHAGATE_MAX_INLINE_BYTES: '0', ALPHAGATE_STATE_MACHINE_ARN: STATE_MACHINE }),
    start('plan', configured),
    start('analyze', configured),
    start('report', configured),
  ]);

  // A small model that says by tags whose it is, a large one that says it by metadata, and a shard without the others.
  const tagged = await upload(cloud.s3, {
    key: 'tagged.safetensors',
    bytes,
    tags: `github-repository=acme/repo&github-sha=${SHA}`,
  });
  expect(await artifact.invoke(queueEvent(tagged.event))).toEqual({ batchItemFailures: [] });
  const metadata = { 'github-repository': 'acme/repo', 'github-sha': SHA };
  const sent = await upload(cloud.s3, { key: 'large.safetensors', bytes, metadata });
  await large.invoke(queueEvent(sent.event));
  const shard = await upload(cloud.s3, { key: 'model-00001-of-00002.safetensors', bytes, metadata });
  expect(await artifact.invoke(queueEvent(shard.event))).toEqual({ batchItemFailures: [] });

  const { ETag } = await cloud.s3.client.send(
    new HeadObjectCommand({ Bucket: MODELS, Key: 'large.safetensors' }),
  );
  const input = {
    model: { bucket: MODELS, key: 'large.safetensors', etag: ETag!.replaceAll('"', '') },
    target: { repository: 'acme/repo', sha: SHA },
    run: createHash('sha256').update('privileges').digest('hex'),
  };
  const state = (await plan.invoke(input)) as { manifest: { key: string }; items: number };
  const manifest = await cloud.s3.client.send(
    new GetObjectCommand({ Bucket: REPORTS, Key: state.manifest.key }),
  );
  const items = JSON.parse(await manifest.Body!.transformToString()) as object[];
  // The last item is missing, so that the report looks for why.
  for (const item of items.slice(0, -1)) await analyze.invoke({ ...input, item });
  expect(await report.invoke(state)).toMatchObject({ failedItems: [items.length] });

  // A model that is removed while it is in work.
  const gone = { ...input, model: { ...input.model, key: 'gone.safetensors' } };
  for (const answer of [await plan.invoke(gone), await analyze.invoke({ ...gone, item: items[0] })])
    expect(answer).toMatchObject({ errorType: 'SourceError' });
  expect(
    await report.invoke({
      ...gone,
      run: createHash('sha256').update('gone').digest('hex'),
      error: { Error: 'SourceError', Cause: '' },
    }),
  ).toMatchObject({ passed: false });

  const resources = await deploy({
    ModelBucket: MODELS,
    ConfigBucket: REPORTS,
    ConfigKey: 'gate.yml',
    ReportPrefix: cloud.env['ALPHAGATE_REPORT_PREFIX']!,
    GitHubSecretArn: cloud.env['ALPHAGATE_GITHUB_SECRET_ARN']!,
  });
  const named = JSON.parse(
    JSON.stringify(resources)
      .replaceAll('arn:aws:s3:::report-bucket', `arn:aws:s3:::${REPORTS}`)
      .replaceAll('table/idempotency-table', `table/${cloud.env['ALPHAGATE_IDEMPOTENCY_TABLE']}`),
  );
  for (const [handler, role] of Object.entries(ROLES) as [Handler, string][])
    statements[handler] = statementsOfRole(named, role);
}, 180_000);

afterAll(async () => {
  await Promise.all(started.map((each) => each.stop()));
  await cloud?.stop();
});

const ROLES: Readonly<Record<Handler, string>> = {
  artifact: 'ArtifactRole',
  plan: 'PlanRole',
  analyze: 'AnalyzeRole',
  report: 'ReportRole',
};

const callsOf = (handler: Handler) => recorders[handler]!.flatMap((recorder) => recorder.calls());

/** Calls of AWS itself, of tools that run beside a function, or of retries that need a failure. */
const NOT_SEEN_HERE = /^(logs|xray|sqs|kms):|^dynamodb:|^s3:GetObjectVersion/;

describe.each(Object.keys(ROLES) as Handler[])('the role of %s', (handler) => {
  test('allows every call that the function makes', () => {
    const calls = callsOf(handler);
    expect(calls.length).toBeGreaterThan(2);
    const refused = calls.filter(
      ({ action, resource }) =>
        !statements[handler]!.some((statement) => allows(statement, action, resource)),
    );
    expect(refused).toEqual([]);
  });

  test('allows nothing that the function never does', () => {
    const calls = callsOf(handler);
    const idle = statements[handler]!.filter(
      (statement) => !calls.some(({ action, resource }) => allows(statement, action, resource)),
    );
    expect(grantsOf(idle).filter((grant) => !NOT_SEEN_HERE.test(grant))).toEqual([]);
  });
});

describe('a call outside of a role', () => {
  test('would be found', () => {
    for (const [action, resource] of [
      ['s3:GetObject', `arn:aws:s3:::${REPORTS}/elsewhere/report.json`],
      ['s3:DeleteObject', `arn:aws:s3:::${MODELS}/large.safetensors`],
      ['secretsmanager:GetSecretValue', cloud.env['ALPHAGATE_GITHUB_SECRET_ARN']!],
    ] as const)
      expect(statements.analyze!.some((statement) => allows(statement, action, resource))).toBe(false);
  });
});
