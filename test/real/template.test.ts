import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { REPOSITORY_FOLDER, realComponent } from '../support/real-components.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

const TEMPLATE = path.join(REPOSITORY_FOLDER, 'infra/template.yaml');
/** SAM asks for a region and for credentials before it begins; it uses neither. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  SAM_CLI_TELEMETRY: '0',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
};

const folder = temporaryFolder();
let home: string;

beforeAll(async () => {
  home = path.join(folder, 'home');
});

const lint = (template: string) => run(realComponent('cfn-lint'), [template]);
const validate = (template: string) =>
  run(realComponent('sam'), ['validate', '--lint', '--template', template], {
    env: { ...ENVIRONMENT, HOME: home },
  });

/** The template with one thing changed, beside its state machine. */
async function damaged(from: string, to: string): Promise<string> {
  const text = await readFile(TEMPLATE, 'utf8');
  expect(text).toContain(from);
  const file = path.join(folder, 'template.yaml');
  await writeFile(file, text.replaceAll(from, to));
  return file;
}

describe('the template', () => {
  test('passes cfn-lint', async () => {
    await expect(lint(TEMPLATE)).resolves.toMatchObject({ stdout: '', stderr: '' });
  });

  test('passes SAM’s validation', async () => {
    const { stdout } = await validate(TEMPLATE);
    expect(stdout).toContain('is a valid SAM Template');
  });

  test('would not pass with a resource that is not there', async () => {
    const file = await damaged('Role: !GetAtt PlanRole.Arn', 'Role: !GetAtt PlannedRole.Arn');
    await expect(lint(file)).rejects.toMatchObject({ stdout: expect.stringContaining('PlannedRole') });
    await expect(validate(file)).rejects.toMatchObject({ stdout: expect.stringContaining('PlannedRole') });
  });

  test('would not pass on a Node that Lambda has retired', async () => {
    const file = await damaged('nodejs24.x', 'nodejs14.x');
    await expect(lint(file)).rejects.toMatchObject({ stdout: expect.stringContaining('nodejs14.x') });
  });
});
