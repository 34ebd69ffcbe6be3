import { beforeAll, describe, expect, test } from '@jest/globals';
import validate from 'asl-validator';
import { ConfigError, FormatError, NumericError } from '../../../src/errors.ts';
import { deploy, deployedDefinition, type Parsed } from '../../support/infra/template.ts';

type State = Record<string, Parsed>;

let definition: { StartAt: string; States: Record<string, State> };

const itemStates = (): Record<string, State> => definition.States['Analyze items']!['ItemProcessor'].States;
const tasks = (): [string, State][] =>
  Object.entries({ ...definition.States, ...itemStates() }).filter(([, { Type }]) => Type === 'Task');

beforeAll(async () => {
  const resources = await deploy({ MaxConcurrency: 32, ToleratedFailurePercentage: 5 });
  definition = JSON.parse(await deployedDefinition(resources));
});

describe('the state machine', () => {
  test('is valid in the Amazon States Language, and would be found out if it were not', () => {
    const { isValid, errorsText } = validate(structuredClone(definition));
    expect([isValid, errorsText()]).toEqual([true, '']);
    const { Report: _, ...States } = definition.States;
    expect(validate(structuredClone({ ...definition, States })).isValid).toBe(false);
  });

  test('uses every substitution of the template', async () => {
    const resources = await deploy();
    const text = JSON.stringify(definition);
    const { DefinitionSubstitutions } = resources['StateMachine']!.Properties;
    for (const [name, value] of Object.entries(DefinitionSubstitutions))
      if (name !== 'MaxConcurrency' && name !== 'ToleratedFailurePercentage')
        expect(text).toContain(String(value));
    expect(definition.States['Set limits']!['Parameters']).toEqual({
      'maxConcurrency.$': "States.StringToJson('32')",
      'toleratedFailurePercentage.$': "States.StringToJson('5')",
    });
  });

  test('reads the manifest from S3 and gives every item the model, its commit and the run', () => {
    expect(definition.States['Analyze items']).toMatchObject({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { 'Bucket.$': '$.manifest.bucket', 'Key.$': '$.manifest.key' },
      },
      ItemSelector: {
        'run.$': '$.run',
        'model.$': '$.model',
        'target.$': '$.target',
        'item.$': '$$.Map.Item.Value',
      },
    });
  });

  test('tries every task again, with back-off and jitter, but not what cannot end otherwise', () => {
    const forGood = [ConfigError, FormatError, NumericError].map(({ name }) => name);
    expect(tasks()).toHaveLength(5);
    for (const [name, { Retry }] of tasks()) {
      const retries = Retry as State[];
      const last = retries.at(-1)!;
      expect([name, last['ErrorEquals']]).toEqual([name, ['States.ALL']]);
      for (const retry of retries.filter(({ MaxAttempts }) => MaxAttempts > 0))
        expect(retry).toMatchObject({ BackoffRate: 2, JitterStrategy: 'FULL' });
      if (['Plan', 'Analyze item', 'Report'].includes(name))
        expect(retries[0]).toEqual({ ErrorEquals: forGood, MaxAttempts: 0 });
    }
  });

  test('waits for a function a little longer than a function may run', async () => {
    for (const [name, { Resource, TimeoutSeconds }] of tasks())
      if (Resource.endsWith('lambda:invoke')) expect([name, TimeoutSeconds]).toEqual([name, 930]);
  });

  test('reports every failure, and then counts as failed itself', () => {
    for (const name of ['Plan', 'Analyze items', 'Report'])
      expect(definition.States[name]!['Catch']).toEqual([
        { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Report failure' },
      ]);
    expect(definition.States['Report failure']!['Next']).toBe('Run failed');
    expect(itemStates()['Record failure']!['Next']).toBe('Item failed');
    for (const state of [definition.States['Run failed'], itemStates()['Item failed']])
      expect(state).toEqual({ Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' });
  });

  test('writes why an item failed beside its rows', () => {
    expect(itemStates()['Record failure']!['Parameters']).toMatchObject({
      Bucket: 'report-bucket',
      'Key.$': "States.Format('runs/{}/failures/{}.json', $.run, $.item.item)",
    });
  });
});
