import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../../src/entry/action/inputs.ts';

const read = (inputs: Record<string, string>) => readInputs((name) => inputs[name] ?? '');

describe('the input model', () => {
  test('holds one reference a line', async () => {
    const { references } = await read({ model: '  a.safetensors\n\n s3://models/b.pt?versionId=1 \r\n' });
    expect(references).toEqual(['a.safetensors', 's3://models/b.pt?versionId=1']);
  });

  test.each(['', ' \n '])('has to name one (%j)', async (model) => {
    await expect(read({ model })).rejects.toMatchObject({ code: 'NO_MODEL', subject: 'input model' });
  });

  test('is shown from the workspace, wherever the runner has put that', async () => {
    const { references } = await read({
      model: `${process.cwd()}/models/a.pt\n/elsewhere/b.pt\n${process.cwd()}`,
    });
    expect(references).toEqual([path.join('models', 'a.pt'), '/elsewhere/b.pt', process.cwd()]);
  });
});

describe('the other inputs', () => {
  test('are settings, and those left empty say nothing', async () => {
    const { overrides: settings } = await read({
      model: 'a',
      'min-alpha': '2.5',
      'pr-number': '7',
      comment: 'failure',
      annotations: 'false',
      include: 'fc*\nconv*',
    });
    expect(settings).toEqual({
      minAlpha: 2.5,
      prNumber: 7,
      comment: 'failure',
      annotations: false,
      include: ['fc*', 'conv*'],
    });
  });

  test.each([
    ['min-alpha', 'two'],
    ['min-alpha', '0x2'],
    ['min-alpha', '1e999'],
    ['pr-number', '-1'],
    ['pr-number', '3.5'],
    ['comment', 'sometimes'],
    ['annotations', 'yes'],
    ['threads', '1e9'],
  ])('%s is refused by name when it is %s', async (name, value) => {
    await expect(read({ model: 'a', [name]: value })).rejects.toMatchObject({
      code: 'BAD_SETTING',
      subject: `input ${name}`,
    });
  });

  test('may name a configuration that does not exist, which is an error', async () => {
    await expect(read({ model: 'a', config: 'none.yml' })).rejects.toMatchObject({
      code: 'CONFIG_UNREADABLE',
    });
  });

  test('of analysis are YAML, and win over the defaults', async () => {
    const { overrides: settings } = await read({ model: 'a', analysis: 'min_evals: 20' });
    expect(settings.minEvals).toBe(20);
  });
});
