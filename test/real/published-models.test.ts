import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { parseReport } from '../../src/report/parse-report.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { expectGoldenRows, type GoldenRun } from '../support/golden.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = Object.entries(await publishedModels());

describe('the built command line finds what WeightWatcher 0.7.7 finds', () => {
  test.each(models)(
    'in the published model %s, column by column',
    async (id, model) => {
      const { runs } = JSON.parse(
        await readFile(`${PROJECT}test/golden/models/${id}/weightwatcher.json`, 'utf8'),
      );
      const rows = (runs as GoldenRun[]).reduce((sum, run) => sum + run.layers.length, 0);
      const { exitCode, stdout, stderr } = await runCli([
        'analyze',
        await fetchModel(id, model),
        '--format',
        'json',
      ]);
      if (rows === 0 && exitCode === 3) {
        // The peer finds no layer either, and a model without layers is an error here.
        expect(stderr).toMatch(/has no layer to analyse/);
        return;
      }
      expect([0, 1]).toContain(exitCode);
      const report = parseReport(stdout);
      for (const run of runs as GoldenRun[]) expectGoldenRows(report, run);
    },
    300_000,
  );
});
