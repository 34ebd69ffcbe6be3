import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionYaml, withTable } from '../../scripts/action-metadata.ts';
import { configurationPage, exampleOfAllKeys } from '../../scripts/configuration-page.ts';
import { diagnosesPage } from '../../scripts/diagnoses-page.ts';
import { withParameters } from '../../scripts/lambda-parameters.ts';
import { templatesPage } from '../../scripts/templates-page.ts';
import { VERSION } from '../../src/version.ts';

const read = (path: string) => readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe('the project says one thing everywhere', () => {
  test('action.yml is what the settings schema makes', async () => {
    expect(await read('action.yml')).toBe(actionYaml());
  });

  test("the README's table is what the settings schema makes", async () => {
    const readme = await read('README.md');
    expect(readme).toBe(withTable(readme));
  });

  test('docs/configuration.md is what the settings schema makes, and shows the example as it is', async () => {
    expect(await read('docs/configuration.md')).toBe(configurationPage(await read('examples/alphagate.yml')));
  });

  test('examples/alphagate-all.yml is what the settings schema makes', async () => {
    expect(await read('examples/alphagate-all.yml')).toBe(exampleOfAllKeys());
  });

  test('docs/diagnoses.md is what the texts of reports and the golden diagnoses make', async () => {
    const found = JSON.parse(await read('test/golden/diagnoses.json'));
    expect(await read('docs/diagnoses.md')).toBe(diagnosesPage(found));
  });

  test('docs/lambda.md has the parameters of the template', async () => {
    const manual = await read('docs/lambda.md');
    expect(manual).toBe(await withParameters(manual));
  });

  test('docs/templates.md is what the schema of the view makes, and shows the example as it is', async () => {
    expect(await read('docs/templates.md')).toBe(
      templatesPage(await read('examples/templates/short.md.hbs')),
    );
  });

  test('only the token has a default in action.yml', async () => {
    const { inputs } = parse(await read('action.yml'));
    expect(Object.keys(inputs).filter((name) => 'default' in inputs[name])).toEqual(['github-token']);
  });

  test('the version is the same in package.json and in the sources', async () => {
    expect(JSON.parse(await read('package.json')).version).toBe(VERSION);
  });

  test('dependencies have exact versions', async () => {
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'));
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('the lock file names no host', async () => {
    expect(await read('package-lock.json')).not.toMatch(/"resolved":/);
  });
});
