import path from 'node:path';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report, ReportLayer } from '../../src/report/report.ts';
import { runCli } from '../../test/support/cli.ts';
import type { Run } from '../training/run.ts';
import { checkpointOf, type EndedRecord, prepareTrainer, trainRun } from '../training/train-run.ts';

/** What became of one training, as Alphagate sees it. */
export interface Result {
  readonly run: Run;
  readonly epochs: readonly AnalyzedEpoch[];
  /** The layers of the weights that count, their trust assessed. */
  readonly layers: readonly ReportLayer[];
  readonly chosen: number;
  /** 0 to 1, on all test images and on the training images with the labels that they were learned with. */
  readonly testAccuracy: number;
  readonly trainAccuracy: number;
  /** Of the checkpoint that counts. */
  readonly sha256: string;
}

export interface AnalyzedEpoch {
  readonly loss: number | null;
  readonly testAccuracy: number;
  /** Of each layer, in their order; null where no power law could be fitted. */
  readonly alphas: readonly (number | null)[];
}

/** Exit codes of a run that judged. */
const JUDGED: readonly (number | null)[] = [0, 1];

/** Trains what has not been trained yet, and has the built command line analyse every checkpoint. */
export async function collectResults(
  runs: readonly Run[],
  folders: { readonly mnist: string; readonly runs: string },
  onProgress: (run: Run, epoch: number) => void,
): Promise<Result[]> {
  const images = Math.max(...runs.map(({ setup }) => setup.images));
  const trainer = await prepareTrainer(folders, images);
  const results: Result[] = [];
  for (const run of runs) {
    const record = await trainRun(run, trainer, (epoch) => onProgress(run, epoch));
    results.push(await analyzeRun(run, record, path.join(folders.runs, run.id)));
  }
  return results;
}

async function analyzeRun(run: Run, { epochs, outcome }: EndedRecord, home: string): Promise<Result> {
  const { chosen, trainAccuracy } = outcome;
  const files = epochs.map((_, epoch) => checkpointOf(home, epoch));
  const reports = await analyze(files, 'off');
  const [judged] = await analyze([files[chosen]!], 'all');
  const { testAccuracy, sha256 } = epochs[chosen]!;
  return {
    run,
    epochs: epochs.map(({ loss, testAccuracy }, epoch) => ({
      loss,
      testAccuracy,
      alphas: reports[epoch]!.layers.map(({ alpha }) => alpha),
    })),
    layers: judged!.layers,
    chosen,
    testAccuracy,
    trainAccuracy,
    sha256,
  };
}

/** @returns one report for each file, in their order. */
async function analyze(files: readonly string[], trust: 'all' | 'off'): Promise<Report[]> {
  const options = ['--format', 'json', '--quiet', '--trust', trust];
  const { exitCode, stdout, stderr } = await runCli(['analyze', ...files, ...options]);
  if (!JUDGED.includes(exitCode)) throw new Error(`analyze ended with ${exitCode}: ${stderr.trim()}`);
  const answer: unknown = JSON.parse(stdout);
  const reports = (Array.isArray(answer) ? answer : [answer]).map((report) =>
    parseReport(JSON.stringify(report)),
  );
  if (reports.length !== files.length)
    throw new Error(`${files.length} checkpoints gave ${reports.length} reports`);
  return reports;
}
