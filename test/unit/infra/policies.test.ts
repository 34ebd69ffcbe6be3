import { describe, expect, test } from '@jest/globals';
import {
  grantsOf,
  isTooBroad,
  listed,
  type Statement,
  statementsOf,
  statementsOfRole,
} from '../../support/infra/policies.ts';
import { deploy } from '../../support/infra/template.ts';

const KEYS = {
  ModelKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/model-key',
  ReportKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/report-key',
  SecretKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/secret-key',
};
const CONFIGURED = { ConfigBucket: 'settings', ConfigKey: 'alphagate.yml', ModelPrefix: 'candidates/' };

/** Actions that AWS knows no resource for (Service Authorization Reference). */
const WITHOUT_RESOURCE = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

const TRACE = ['xray:PutTelemetryRecords *', 'xray:PutTraceSegments *'];
const READ_MODELS = [
  'kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/model-key',
  's3:GetObject arn:aws:s3:::models/candidates/*',
  's3:GetObject arn:aws:s3:::settings/alphagate.yml',
  's3:GetObjectVersion arn:aws:s3:::models/candidates/*',
  's3:ListBucket arn:aws:s3:::models',
];
const WRITE_RUNS = [
  'kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/report-key',
  's3:PutObject arn:aws:s3:::report-bucket/runs/*',
];
const READ_RUNS = [
  'kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/report-key',
  's3:GetObject arn:aws:s3:::report-bucket/runs/*',
  's3:ListBucket arn:aws:s3:::report-bucket',
];
const PUBLISH = [
  'dynamodb:DeleteItem arn:aws:dynamodb:us-east-1:123456789012:table/idempotency-table',
  'dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/idempotency-table',
  'dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/idempotency-table',
  'dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:123456789012:table/idempotency-table',
  'kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/secret-key',
  'secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:github-AbCdEf',
];
const log = (group: string) =>
  ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
    (action) => `${action} arn:aws:logs:us-east-1:123456789012:log-group:${group}:*`,
  );

const GRANTS: Readonly<Record<string, readonly string[]>> = {
  ArtifactRole: [
    ...TRACE,
    ...READ_MODELS,
    ...WRITE_RUNS,
    ...READ_RUNS,
    ...PUBLISH,
    ...log('artifact-logs'),
    's3:GetObjectTagging arn:aws:s3:::models/candidates/*',
    's3:GetObjectVersionTagging arn:aws:s3:::models/candidates/*',
    'sqs:DeleteMessage arn:aws:sqs:us-east-1:123456789012:uploads',
    'sqs:GetQueueAttributes arn:aws:sqs:us-east-1:123456789012:uploads',
    'sqs:ReceiveMessage arn:aws:sqs:us-east-1:123456789012:uploads',
    'states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:state-machine',
  ],
  PlanRole: [...TRACE, ...READ_MODELS, ...WRITE_RUNS, ...log('plan-logs')],
  AnalyzeRole: [...TRACE, ...READ_MODELS, ...WRITE_RUNS, ...log('analyze-logs')],
  ReportRole: [...TRACE, ...READ_MODELS, ...WRITE_RUNS, ...READ_RUNS, ...PUBLISH, ...log('report-logs')],
  StateMachineRole: [
    ...TRACE,
    'kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/report-key',
    'kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/report-key',
    ...WITHOUT_RESOURCE.filter((action) => !action.startsWith('xray:Put')).map((action) => `${action} *`),
    'lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:analyze-function',
    'lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:plan-function',
    'lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:report-function',
    's3:GetObject arn:aws:s3:::report-bucket/runs/*/manifest.json',
    's3:PutObject arn:aws:s3:::report-bucket/runs/*/failures/*',
    'states:DescribeExecution arn:aws:states:us-east-1:123456789012:execution:state-machine/items:*',
    'states:DescribeExecution arn:aws:states:us-east-1:123456789012:execution:state-machine:*',
    'states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:state-machine',
    'states:StopExecution arn:aws:states:us-east-1:123456789012:execution:state-machine/items:*',
    'states:StopExecution arn:aws:states:us-east-1:123456789012:execution:state-machine:*',
  ],
};

describe('the policies of a deployment', () => {
  test.each([
    ['s3:*', '*'],
    ['*', '*'],
    ['s3:Get*', 'arn:aws:s3:::*'],
    ['sqs:*', 'arn:aws:sqs:*:*:*'],
  ])('%s on %s would be found', (Action, Resource) => {
    expect(isTooBroad({ Effect: 'Allow', Action: ['s3:GetObject', Action], Resource: [Resource] })).toBe(
      true,
    );
  });

  test('have no statement with a star on both sides', async () => {
    for (const parameters of [{}, { ...KEYS, ...CONFIGURED }]) {
      const statements = statementsOf(await deploy(parameters));
      expect(statements.length).toBeGreaterThan(15);
      expect(statements.filter(({ statement }) => isTooBroad(statement))).toEqual([]);
    }
  });

  test('allow no family of actions, and everything only for actions that know no resource', async () => {
    const allowed = statementsOf(await deploy(KEYS)).filter(({ statement }) => statement.Effect === 'Allow');
    for (const { id, statement } of allowed)
      for (const action of listed(statement.Action)) {
        expect([id, action]).not.toEqual([id, expect.stringContaining('*')]);
        if (listed(statement.Resource).includes('*')) expect(WITHOUT_RESOURCE).toContain(action);
      }
  });

  test.each(Object.keys(GRANTS))('%s may do this and nothing else', async (role) => {
    const resources = await deploy({ ...KEYS, ...CONFIGURED });
    expect(grantsOf(statementsOfRole(resources, role))).toEqual([...GRANTS[role]!].sort());
  });

  test('name no key and no configuration where there is none', async () => {
    const resources = await deploy();
    const grants = Object.keys(GRANTS).flatMap((role) => grantsOf(statementsOfRole(resources, role)));
    expect(grants.filter((grant) => grant.startsWith('kms:'))).toEqual([]);
    expect(grants.filter((grant) => grant.includes('settings'))).toEqual([]);
  });

  test('let only the rule of uploads write to the queues', async () => {
    const { UploadsPolicy } = await deploy();
    const [statement] = UploadsPolicy!.Properties['PolicyDocument'].Statement as [Statement];
    expect(statement).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Condition: {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:123456789012:rule/upload-rule' },
      },
    });
  });

  test('each role is one service’s, and each function has a role of its own', async () => {
    const resources = await deploy();
    const functions = Object.values(resources).filter(({ Type }) => Type === 'AWS::Serverless::Function');
    const roles = functions.map(({ Properties }) => Properties['Role']);
    expect(new Set(roles).size).toBe(4);
    for (const { Type, Properties } of Object.values(resources))
      if (Type === 'AWS::IAM::Role')
        expect(Properties['AssumeRolePolicyDocument'].Statement).toEqual([
          {
            Effect: 'Allow',
            Principal: { Service: expect.stringMatching(/^(lambda|states)\.amazonaws\.com$/) },
            Action: 'sts:AssumeRole',
          },
        ]);
  });
});
