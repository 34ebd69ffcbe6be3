import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateEventSourceMappingCommand, CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { type Cloud, MODELS, REPORTS, startCloud } from '../support/lambda/cloud.ts';
import { packageZip } from '../support/lambda/package-zip.ts';

const WAIT_MS = 60_000;

let cloud: Cloud;
let s3: S3Client;
let sqs: SQSClient;
let queueUrl: string;
let deadLettersUrl: string;

/** Makes a queue, and says where it is. */
async function createQueue(name: string, attributes: Record<string, string> = {}) {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: QueueUrl!, AttributeNames: ['QueueArn'] }),
  );
  return { url: QueueUrl!, arn: Attributes!['QueueArn']! };
}

/** Buckets, queues, rule and function as the template wires them. */
beforeAll(async () => {
  cloud = await startCloud();
  const { access } = cloud;
  s3 = new S3Client({ ...access, forcePathStyle: true });
  sqs = new SQSClient(access);
  for (const Bucket of [MODELS, REPORTS]) await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: MODELS,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    }),
  );
  const deadLetters = await createQueue('uploads-failed');
  const uploads = await createQueue('uploads', {
    VisibilityTimeout: '1',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: '2' }),
  });
  queueUrl = uploads.url;
  deadLettersUrl = deadLetters.url;
  const events = new EventBridgeClient(access);
  const pattern = {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: { bucket: { name: [MODELS] } },
  };
  await events.send(new PutRuleCommand({ Name: 'uploads', EventPattern: JSON.stringify(pattern) }));
  await events.send(new PutTargetsCommand({ Rule: 'uploads', Targets: [{ Id: '1', Arn: uploads.arn }] }));

  const { AWS_ENDPOINT_URL_S3: _other, ...env } = cloud.env;
  const lambda = new LambdaClient(access);
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'artifact',
      Runtime: 'nodejs24.x',
      Handler: 'lambda/index.artifact',
      Role: 'arn:aws:iam::000000000000:role/artifact',
      Timeout: 60,
      MemorySize: 1024,
      Code: { ZipFile: await packageZip() },
      Environment: {
        Variables: { ...env, PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}` },
      },
    }),
  );
  await lambda.send(
    new CreateEventSourceMappingCommand({
      EventSourceArn: uploads.arn,
      FunctionName: 'artifact',
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    }),
  );
});

afterAll(async () => {
  await cloud?.stop();
});

/** Asks until there is an answer. */
async function eventually<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const deadline = performance.now() + WAIT_MS;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(200);
  }
  throw new Error(`nothing came of it:\n${cloud.aws.log().slice(-4000)}`);
}

describe('the chain from bucket to pull request', () => {
  test('takes an upload through EventBridge and the queue to a comment and a status', async () => {
    const sha = '1'.padStart(40, '0');
    cloud.github.addPull({ number: 31, headSha: sha });
    await s3.send(
      new PutObjectCommand({
        Bucket: MODELS,
        Key: `acme/repo/${sha}/mlp3.safetensors`,
        Body: await readFile(`${PROJECT}examples/demo/mlp3-overtrained.safetensors`),
      }),
    );
    const status = await eventually(async () => cloud.github.statuses.find((each) => each.sha === sha));
    expect(status).toMatchObject({ state: 'failure', description: '1 of 3 layers fails' });
    expect(cloud.github.comments(31)).toHaveLength(1);
  });

  test('leaves a message that makes no sense in the dead-letter queue, and goes on', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: '{ "no": "event" }' }));
    const message = await eventually(async () => {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: deadLettersUrl }));
      return Messages[0];
    });
    expect(message.Body).toBe('{ "no": "event" }');
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '0' });
  });
});
