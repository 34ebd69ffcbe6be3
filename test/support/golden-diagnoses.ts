import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { FoundDiagnoses } from '../../scripts/diagnoses-page.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import { DIAGNOSIS_NAMES } from '../../src/verdict/diagnoses.ts';
import { PROJECT, runCli } from './cli.ts';

const golden: Readonly<Record<string, FoundDiagnoses>> = JSON.parse(
  await readFile(`${PROJECT}test/golden/diagnoses.json`, 'utf8'),
);

/** Compares what the built command line finds wrong with a model's layers with what `docs/diagnoses.md` says. */
export async function expectGoldenDiagnoses(id: string, model: string): Promise<void> {
  const { exitCode, stdout } = await runCli(['analyze', model, '--format', 'json']);
  expect([0, 1]).toContain(exitCode);
  const { layers } = parseReport(stdout);
  const found = DIAGNOSIS_NAMES.flatMap((name) => {
    const names = layers.filter(({ diagnosis }) => diagnosis.includes(name)).map(({ longname }) => longname);
    return names.length === 0 ? [] : [[name, names] as const];
  });
  expect(Object.fromEntries(found)).toEqual(golden[id]);
}
