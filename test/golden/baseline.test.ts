import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { renderJson } from '../../src/report/json.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEALTHY = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

let cwd: string;

beforeEach(() => {
  cwd = temporaryFolder();
});

const analyze = (...args: string[]) => runCli(['analyze', ...args], { cwd });

const reportOf = async (...args: string[]): Promise<Report> =>
  parseReport((await analyze(...args, '--format', 'json')).stdout);

/** The same model with other names for two of its layers. */
async function renamedModel(): Promise<string> {
  const text = await readFile(HEALTHY, 'latin1');
  const renamed = text.replace('"fc1.weight"', '"in1.weight"').replace('"fc2.weight"', '"mid.weight"');
  const file = path.join(cwd, 'renamed.safetensors');
  await writeFile(file, renamed, 'latin1');
  return file;
}

describe('a model is compared', () => {
  test('with a report, of which the commit is told in JSON, in the comment and in the terminal', async () => {
    const report = { ...(await reportOf(HEALTHY)), commit: COMMIT };
    await writeFile(path.join(cwd, 'main.json'), renderJson([report]));
    const { baseline } = await reportOf(HEALTHY, '--baseline', 'main.json');
    expect(baseline).toMatchObject({ identity: report.model.identity, commit: COMMIT });
    // In a comment seven digits would be a link, so that a divider of no width stands between them.
    const comment = await analyze(HEALTHY, '--baseline', 'main.json', '--format', 'markdown');
    expect(comment.stdout).toMatch(/baseline \S+mlp3-healthy\.safetensors at 012345\u200b?6 · /);
    const table = await analyze(HEALTHY, '--baseline', 'main.json');
    expect(table.stdout).toMatch(/baseline \S+mlp3-healthy\.safetensors at 0123456 · /);
  });

  test('with another model, of which no commit is known', async () => {
    const { stdout } = await analyze(HEALTHY, '--baseline', HEALTHY);
    expect(stdout).toMatch(/baseline \S+mlp3-healthy\.safetensors \(of no known commit\) · /);
  });

  test('with nothing where there is nothing yet, and is told why', async () => {
    const { baseline } = await reportOf(HEALTHY, '--baseline', 'main.json');
    expect(baseline).toEqual({
      source: 'main.json',
      missing: 'does not exist',
    });
    for (const format of ['table', 'markdown']) {
      const { stdout } = await analyze(HEALTHY, '--baseline', 'main.json', '--format', format);
      expect([format, stdout]).toEqual([
        format,
        expect.stringMatching(/no baseline: main\.json does not exist · /),
      ]);
    }
  });

  test('layer by layer, also where layers were renamed', async () => {
    const renamed = await renamedModel();
    const { layers } = await reportOf(renamed, '--baseline', HEALTHY);
    expect(layers.map(({ name, delta }) => [name, delta])).toEqual([
      ['fc3', 0],
      ['in1', 0],
      ['mid', 0],
    ]);
  });
});
