import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDeployment } from '../../../src/entry/lambda/deployment.ts';
import { PROJECT } from '../../support/cli.ts';
import { findCycle } from '../../support/infra/dependencies.ts';
import { deploy, readTemplate } from '../../support/infra/template.ts';

const FUNCTIONS = {
  ArtifactFunction: 'artifact',
  PlanFunction: 'plan',
  AnalyzeFunction: 'analyze',
  ReportFunction: 'report',
};

describe('the functions of the template', () => {
  test.each(Object.entries(FUNCTIONS))(
    '%s is %s of the bundle, traced, on the Node of the action',
    async (id, handler) => {
      const { Properties } = (await deploy())[id]!;
      const node = (await readFile(path.join(PROJECT, '.nvmrc'), 'utf8')).trim();
      expect(Properties).toMatchObject({
        CodeUri: '../dist',
        Handler: `lambda/index.${handler}`,
        Runtime: `nodejs${node}.x`,
        Architectures: ['arm64'],
        Tracing: 'Active',
      });
    },
  );

  test('have the memory, disk and processor that are asked for', async () => {
    const resources = await deploy({
      Architecture: 'x86_64',
      ArtifactMemoryMb: 5000,
      ItemMemoryMb: 6000,
      EphemeralStorageMb: 4096,
    });
    for (const [id, name] of Object.entries(FUNCTIONS)) {
      const { Properties } = resources[id]!;
      expect(Properties['MemorySize']).toBe(name === 'artifact' ? 5000 : 6000);
      expect(Properties['EphemeralStorage']).toEqual({ Size: 4096 });
      expect(Properties['Architectures']).toEqual(['x86_64']);
      expect(Properties['Environment'].Variables['ALPHAGATE_ITEM_MEMORY_MB']).toBe(6000);
    }
  });

  test('log to groups of their own, which are kept for a limited time', async () => {
    const resources = await deploy({ LogRetentionDays: 7 });
    const groups = Object.values(resources).filter(({ Type }) => Type === 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(5);
    for (const { Properties } of groups) expect(Properties['RetentionInDays']).toBe(7);
    const used = Object.keys(FUNCTIONS).map((id) => resources[id]!.Properties['LoggingConfig'].LogGroup);
    expect(used).toEqual(['artifact-logs', 'plan-logs', 'analyze-logs', 'report-logs']);
  });

  test('take the configuration from an object or as it is', async () => {
    const configOf = async (parameters: Record<string, string>) =>
      (await deploy(parameters))['PlanFunction']!.Properties['Environment'].Variables['ALPHAGATE_CONFIG'];
    expect(await configOf({})).toBe('');
    expect(await configOf({ ConfigYaml: 'min-alpha: 1.8' })).toBe('min-alpha: 1.8');
    expect(await configOf({ ConfigBucket: 'settings', ConfigKey: 'a/b.yml' })).toBe('s3://settings/a/b.yml');
  });
});

describe('the way of an upload', () => {
  test('begins with objects of the bucket below the prefix, by suffix, and with indices', async () => {
    const { UploadRule } = await deploy({ ModelPrefix: 'candidates/', ModelSuffix: '.gguf' });
    expect(UploadRule!.Properties['EventPattern']).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: ['models'] },
        object: { key: [{ wildcard: 'candidates/*.gguf' }, { wildcard: 'candidates/*.index.json' }] },
      },
    });
  });

  test('goes to the function by a queue that puts aside what fails again and again', async () => {
    const { UploadRule, Uploads, ArtifactFunction } = await deploy({ MaxReceiveCount: 3 });
    const dead = 'arn:aws:sqs:us-east-1:123456789012:failed-uploads';
    const queue = 'arn:aws:sqs:us-east-1:123456789012:uploads';
    expect(UploadRule!.Properties['Targets']).toEqual([
      { Id: 'uploads', Arn: queue, DeadLetterConfig: { Arn: dead } },
    ]);
    expect(Uploads!.Properties['RedrivePolicy']).toEqual({ deadLetterTargetArn: dead, maxReceiveCount: 3 });
    expect(ArtifactFunction!.Properties['Events'].Uploads).toMatchObject({
      Type: 'SQS',
      Properties: { Queue: queue, BatchSize: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] },
    });
  });

  test('keeps a message hidden for six times as long as its function may run, and kept for every try', async () => {
    const { TimeoutSeconds } = (await readTemplate()).Parameters;
    for (const timeout of TimeoutSeconds!.AllowedValues as string[]) {
      const { Uploads, ArtifactFunction, DurationAlarm } = await deploy({ TimeoutSeconds: timeout });
      const { VisibilityTimeout, RedrivePolicy, MessageRetentionPeriod } = Uploads!.Properties;
      expect(ArtifactFunction!.Properties['Timeout']).toBe(timeout);
      expect(VisibilityTimeout).toBe(6 * Number(timeout));
      expect(MessageRetentionPeriod).toBeGreaterThan(VisibilityTimeout * RedrivePolicy.maxReceiveCount);
      expect(DurationAlarm!.Properties['Threshold']).toBe(900 * Number(timeout));
    }
  });
});

describe('what a deployment keeps', () => {
  test('reports are encrypted, by a key of one’s own if there is one', async () => {
    const encryptionOf = async (parameters: Record<string, string>) =>
      (await deploy(parameters))['ReportBucket']!.Properties['BucketEncryption']
        .ServerSideEncryptionConfiguration;
    const KMSMasterKeyID = 'arn:aws:kms:us-east-1:123456789012:key/report-key';
    expect(await encryptionOf({})).toEqual([{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }]);
    expect(await encryptionOf({ ReportKeyArn: KMSMasterKeyID })).toEqual([
      { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } },
    ]);
  });

  test('reports are nobody else’s, travel encrypted, expire, and outlive the deployment', async () => {
    const { ReportBucket, ReportBucketPolicy } = await deploy({
      ReportPrefix: 'a/b',
      ReportRetentionDays: 9,
    });
    expect(Object.values(ReportBucket!.Properties['PublicAccessBlockConfiguration'])).toEqual(
      Array(4).fill(true),
    );
    expect(ReportBucket!.Properties['LifecycleConfiguration'].Rules).toContainEqual({
      Id: 'expire-runs',
      Status: 'Enabled',
      Prefix: 'a/b/',
      ExpirationInDays: 9,
    });
    expect(ReportBucket!['DeletionPolicy']).toBe('RetainExceptOnCreate');
    expect(ReportBucketPolicy!.Properties['PolicyDocument'].Statement[0]).toMatchObject({
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  test('what was done once is remembered for a time, as Powertools writes it', async () => {
    const { IdempotencyTable } = await deploy();
    expect(IdempotencyTable!.Properties).toMatchObject({
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      TimeToLiveSpecification: { AttributeName: 'expiration', Enabled: true },
      SSESpecification: { SSEEnabled: true },
    });
  });

  test('alarms look at the dead-letter queue, runs, errors and durations, and go to a topic if there is one', async () => {
    const AlarmTopicArn = 'arn:aws:sns:us-east-1:123456789012:alarms';
    const actionsOf = async (parameters: Record<string, string>) =>
      Object.entries(await deploy(parameters))
        .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
        .map(([id, { Properties }]) => [id, Properties['AlarmActions']]);
    const alarms = ['FailedUploadsAlarm', 'FailedRunsAlarm', 'ErrorsAlarm', 'DurationAlarm'];
    expect(await actionsOf({})).toEqual(alarms.map((id) => [id, []]));
    expect(await actionsOf({ AlarmTopicArn })).toEqual(alarms.map((id) => [id, [AlarmTopicArn]]));
  });
});

describe('the environment of the functions', () => {
  const variablesOf = async (id: string, parameters: Record<string, string> = {}) => {
    const { Variables } = (await deploy(parameters))[id]!.Properties['Environment'];
    return Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, String(value)]));
  };

  test.each(Object.keys(FUNCTIONS))('%s has every variable that is read, and no other', async (id) => {
    const variables = await variablesOf(id);
    const read = new Set<string>();
    readDeployment(
      new Proxy(variables, {
        get: (target, name: string) => {
          read.add(name);
          return target[name];
        },
      }),
    );
    // The others cannot have it: the state machine needs them before it has a name.
    if (id !== 'ArtifactFunction') read.delete('ALPHAGATE_STATE_MACHINE_ARN');
    if (id !== 'PlanFunction') read.delete('ALPHAGATE_ITEM_SECONDS');
    const given = Object.keys(variables).filter((name) => !name.startsWith('POWERTOOLS_'));
    expect(given.sort()).toEqual([...read].sort());
  });

  test('is asked for nothing else by the functions', async () => {
    const folder = path.join(PROJECT, 'src/entry/lambda');
    const names = new Set<string>();
    for (const file of await readdir(folder)) {
      const text = await readFile(path.join(folder, file), 'utf8');
      for (const [, name] of text.matchAll(/process\.env\['(\w+)'\]/g)) names.add(name!);
    }
    const variables = await variablesOf('ArtifactFunction');
    expect(names.size).toBeGreaterThan(0);
    expect([...names].filter((name) => !(name in variables))).toEqual([]);
  });

  test('says what the parameters say', async () => {
    const deployment = readDeployment(
      await variablesOf('ArtifactFunction', {
        KeyTemplate: '{owner}/{repo}/{sha}/**',
        MaxInlineBytes: '5000',
        ItemMemoryMb: '2048',
        ToleratedFailurePercentage: '2.5',
        GitHubApiUrl: 'https://github.acme.org/api/v3',
      }),
    );
    expect(deployment).toMatchObject({
      repositories: new Set(['acme/models', 'acme/more-models']),
      reportBucket: 'report-bucket',
      reportPrefix: 'runs',
      gitHubSecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:github-AbCdEf',
      stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:state-machine',
      idempotencyTable: 'idempotency-table',
      maxInlineBytes: 5000,
      itemMemoryBytes: 2048 * 2 ** 20,
      toleratedFailurePercentage: 2.5,
      config: '',
      gitHubApiUrl: 'https://github.acme.org/api/v3',
    });
    expect(deployment.keyTemplate!(`acme/models/${'a'.repeat(40)}/model.gguf`)).toMatchObject({
      owner: 'acme',
    });
  });
});

describe('the resources', () => {
  test('can be made one after the other', async () => {
    expect(findCycle(await readTemplate())).toBeUndefined();
  });

  test('could not, if each function knew the state machine', async () => {
    const template = await readTemplate();
    const Globals = { Function: { Environment: { Ref: 'StateMachine' } } };
    expect(findCycle({ ...template, Globals })).toEqual(
      expect.arrayContaining(['StateMachine', 'PlanFunction']),
    );
  });
});

describe('the command that deploys', () => {
  test.each(['README.md', 'docs/lambda.md'])('gives in %s what has to be given', async (file) => {
    const text = await readFile(path.join(PROJECT, file), 'utf8');
    const [, options] = /^sam deploy --template infra\/template\.yaml --parameter-overrides (.+)$/m.exec(
      text,
    )!;
    const given = options!.split(' ').map((pair) => pair.split('=')[0]);
    const { Parameters } = await readTemplate();
    const required = Object.keys(Parameters).filter((name) => !('Default' in Parameters[name]!));
    expect(given).toEqual(required);
  });
});
