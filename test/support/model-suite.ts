import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FoundDiagnoses } from '../../scripts/diagnoses-page.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import { DIAGNOSIS_NAMES } from '../../src/verdict/diagnoses.ts';
import { analyzeHere } from './analyze-in-process.ts';
import { type CliRun, PROJECT, reportByCli, runCli } from './cli.ts';
import { expectGoldenRows, expectLiteralRows, type GoldenRun } from './golden.ts';
import { expectGoldenTensors } from './golden-tensors.ts';

const DIAGNOSES: Readonly<Record<string, FoundDiagnoses>> = golden('diagnoses.json');

/** Allowed to alpha between the engines, relative. */
const ENGINE_TOLERANCE = 1e-9;

/** The larger side of the largest layer that the reference engine is given: beyond, it takes minutes. */
const LONGEST_REFERENCE_SIDE = 10_000;

/** What the largest model may take, on a machine that is at other work as well. */
const MODEL_MS = 600_000;

/** These perceptrons were written for this project; no other library's reading of them is on record. */
const isOurs = (id: string) => id.startsWith('mlp3-');

/** Rows under other names: of Keras’ own reader, which counts other layers too, or of another converter. */
const hasOtherNames = ({ mode }: GoldenRun) => /native-keras|another converter/.test(mode);

/**
 * What holds for every real model of which there are golden numbers in `test/golden/models`. The built command line
 * analyses it once, for all that is asked of that report.
 *
 * @param locate brings its file, or folder, to this machine.
 */
export function describeModel(id: string, locate: () => Promise<string>): void {
  const runs = (golden(`models/${id}/weightwatcher.json`) as { runs: readonly GoldenRun[] }).runs;

  describe(id, () => {
    let model: string;
    let analysis: CliRun;

    beforeAll(async () => {
      model = await locate();
      analysis = await runCli(['analyze', model, '--format', 'json']);
    }, MODEL_MS);

    if (!isOurs(id))
      test(
        'gives every tensor that the libraries of its format read, to the last bit',
        () => expectGoldenTensors(model, id),
        MODEL_MS,
      );

    // Where the peer finds no layer either, a model without layers is an error here.
    if (runs.every(({ layers }) => layers.length === 0)) {
      test('has nothing to analyse', async () => {
        for (const run of [analysis, await runCli(['init', model])])
          expect(run).toMatchObject({
            exitCode: 3,
            stderr: expect.stringContaining('has no layer to analyse'),
          });
      });
      return;
    }

    const report = (): Report => {
      expect([[0, 1], analysis.stderr]).toEqual([expect.arrayContaining([analysis.exitCode]), '']);
      return parseReport(analysis.stdout);
    };

    test('has the numbers that WeightWatcher 0.7.7 finds, column by column', () => {
      for (const run of runs) expectGoldenRows(report(), run);
    });

    test('has the diagnoses that docs/diagnoses.md lists', () => {
      const { layers } = report();
      const found = DIAGNOSIS_NAMES.flatMap((name) => {
        const names = layers
          .filter(({ diagnosis }) => diagnosis.includes(name))
          .map(({ longname }) => longname);
        return names.length === 0 ? [] : [[name, names] as const];
      });
      expect(Object.fromEntries(found)).toEqual(DIAGNOSES[id]);
    });

    test(
      'has the same alphas by both engines, to 1e-9',
      async () => {
        const options = ['--engine', 'reference', '--max-n', String(LONGEST_REFERENCE_SIDE)];
        const { layers: expected } = await reportByCli(model, options);
        const found = report().layers.filter(({ N }) => N <= LONGEST_REFERENCE_SIDE);
        expect(found.map(({ longname }) => longname)).toEqual(expected.map(({ longname }) => longname));
        for (const [index, { longname, alpha }] of expected.entries()) {
          const other = found[index]!.alpha;
          const isSame =
            alpha === null || other === null
              ? alpha === other
              : Math.abs(other / alpha - 1) <= ENGINE_TOLERANCE;
          expect([longname, other, isSame]).toEqual([longname, isSame ? other : alpha, true]);
        }
      },
      MODEL_MS,
    );

    const literal = runs.filter((run) => run.layers.length > 0 && !hasOtherNames(run));
    if (literal.length > 0)
      test(
        'has WeightWatcher’s ids, names, shapes and numbers with --compat weightwatcher',
        async () => {
          for (const run of literal) {
            // A state dict's ids begin with 1.
            const startIds = run.mode === 'native-statedict' ? 1 : 0;
            const asPeer = { compat: 'weightwatcher', startIds } as const;
            const outcome = await analyzeHere(model, asPeer);
            if (outcome.kind !== 'error') expectLiteralRows(outcome.report, run);
            // Read as the peer's own reader reads it, it may have no layer.
            else expect([outcome.error.code, runs.at(0)?.layers]).toEqual(['NO_LAYERS', []]);
          }
        },
        MODEL_MS,
      );

    test(
      'is green under the configuration that init gives it',
      async () => {
        const cwd = await mkdtemp(path.join(tmpdir(), 'alphagate-init-'));
        try {
          const init = await runCli(['init', model], { cwd });
          expect([init.exitCode, init.stderr]).toEqual([0, '']);
          expect(init.stdout).toMatch(/uses: alphagate.*pull-requests: write/s);
          const { exitCode, stderr } = await runCli(['analyze', model], { cwd });
          expect([exitCode, stderr]).toEqual([0, '']);
        } finally {
          await rm(cwd, { recursive: true });
        }
      },
      MODEL_MS,
    );
  });
}

function golden(file: string) {
  return JSON.parse(readFileSync(path.join(PROJECT, 'test/golden', file), 'utf8'));
}
