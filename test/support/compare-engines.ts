import { expect } from '@jest/globals';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import { runCli } from './cli.ts';

/** Allowed to alpha, relative. */
const TOLERANCE = 1e-9;

/** The larger side of the largest layer that the reference engine is given: beyond, it takes minutes. */
export const LONGEST_REFERENCE_SIDE = 10_000;

/** Reports on a model by the built command line: every layer up to that size, and the names of those beyond it. */
async function analyze(model: string, engine: string): Promise<Report['layers'] | undefined> {
  const options = ['--trust', 'off', '--format', 'json', '--max-n', String(LONGEST_REFERENCE_SIDE)];
  const { exitCode, stdout, stderr } = await runCli(['analyze', model, '--engine', engine, ...options]);
  if (exitCode === 3) {
    expect(stderr).toMatch(/has no layer to analyse/);
    return undefined;
  }
  return parseReport(stdout).layers;
}

/** Expects the same alpha of every layer from both engines; returns how many layers there are. */
export async function compareEngines(model: string): Promise<number> {
  const expected = await analyze(model, 'reference');
  const actual = await analyze(model, 'wasm');
  expect(actual?.map(({ longname }) => longname)).toEqual(expected?.map(({ longname }) => longname));
  for (const [index, { longname, alpha }] of (expected ?? []).entries()) {
    const found = actual![index]!.alpha;
    const isSame =
      alpha === null || found === null ? alpha === found : Math.abs(found / alpha - 1) <= TOLERANCE;
    expect([longname, found, isSame]).toEqual([longname, isSame ? found : alpha, true]);
  }
  return expected?.length ?? 0;
}
