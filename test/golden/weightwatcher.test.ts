import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parseReport } from '../../src/report/parse-report.ts';
import { expectGoldenRows, type GoldenRun } from '../support/golden.ts';
import { MODELS } from '../support/golden-models.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('the built command line finds what WeightWatcher 0.7.7 finds', () => {
  test.each(Object.entries(MODELS))('in %s, column by column', async (id, model) => {
    const report = parseReport(await analyze(model));
    const { runs } = JSON.parse(await readFile(`${ROOT}test/golden/models/${id}/weightwatcher.json`, 'utf8'));
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs as GoldenRun[]) expectGoldenRows(report, run);
  });

  test('no model that is here is left out', async () => {
    const ids = await readdir(`${ROOT}test/golden/models`);
    const published = JSON.parse(await readFile(`${ROOT}test/golden/published-models.json`, 'utf8'));
    expect(ids.filter((id) => !(id in MODELS) && !(id in published))).toEqual([]);
  });
});

/** What `analyze` prints; exit code 1 is a verdict, not a failure to run. */
async function analyze(model: string): Promise<string> {
  const command = ['dist/cli/index.js', 'analyze', model, '--format', 'json'];
  try {
    return (await promisify(execFile)(process.execPath, command, { cwd: ROOT, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    const { code, stdout } = error as { code: unknown; stdout: string };
    if (code !== 1) throw error;
    return stdout;
  }
}
