import path from 'node:path';
import type { Run } from '../training/run.ts';
import { type EndedRecord, endedRecord, prepareTrainer, trainRun } from '../training/train-run.ts';
import { type AnalyzedLayer, analyzeTraining, fingerprintOfAlphagate } from './analysis.ts';
import type { Progress } from './progress.ts';
import { secondsOf } from './training-time.ts';

/** What became of one training, as Alphagate sees it. */
export interface Result {
  readonly run: Run;
  /** How many epochs it took. */
  readonly epochs: number;
  /** What it went through, at some of its epochs. */
  readonly course: readonly CourseEpoch[];
  /** The layers of the weights that count, their trust assessed. */
  readonly layers: readonly AnalyzedLayer[];
  /** The epoch whose weights count. */
  readonly chosen: number;
  /** 0 to 1, on all test images and on the training images with the labels that they were learned with. */
  readonly testAccuracy: number;
  readonly trainAccuracy: number;
  /** Of the checkpoint that counts. */
  readonly sha256: string;
}

export interface CourseEpoch {
  readonly epoch: number;
  /** Mean cross-entropy while the epoch was learned; null before the first. */
  readonly loss: number | null;
  readonly testAccuracy: number;
  /** Of each layer, in their order; null where no power law could be fitted. */
  readonly alphas: readonly (number | null)[];
}

export interface Collected {
  readonly results: readonly Result[];
  /** What the trainings took altogether. */
  readonly trainingSeconds: number;
}

export interface CollectOptions {
  readonly folders: { readonly mnist: string; readonly runs: string };
  /** Whether trainings that have not ended are left out, and not trained. */
  readonly endedOnly: boolean;
  readonly progress: Progress;
}

/** Trains what has not been trained yet, and has Alphagate analyse every checkpoint that it has not analysed yet. */
export async function collectResults(
  runs: readonly Run[],
  { folders, endedOnly, progress }: CollectOptions,
): Promise<Collected> {
  const trainer = await prepareTrainer(folders, Math.max(...runs.map(({ setup }) => setup.images)));
  const alphagate = await fingerprintOfAlphagate();
  const results: Result[] = [];
  let trainingSeconds = 0;
  for (const run of runs) {
    const before = await endedRecord(run, trainer);
    if (before === undefined && endedOnly) continue;
    const record = before ?? (await trainRun(run, trainer, (epoch) => progress.trained(run, epoch)));
    const home = path.join(folders.runs, run.id);
    progress.ended(run);
    const { alphas, layers } = await analyzeTraining(home, record, alphagate);
    trainingSeconds += await secondsOf(home, record);
    results.push(resultOf(run, record, alphas, layers));
  }
  return { results, trainingSeconds };
}

function resultOf(
  run: Run,
  { epochs, outcome }: EndedRecord,
  alphas: readonly (readonly (number | null)[])[],
  layers: readonly AnalyzedLayer[],
): Result {
  const { chosen, trainAccuracy } = outcome;
  const { testAccuracy, sha256 } = epochs[chosen]!;
  const course = shownEpochs(epochs.length - 1).map((epoch) => {
    const { loss, testAccuracy } = epochs[epoch]!;
    return {
      epoch,
      loss: loss === null ? null : round(loss),
      testAccuracy,
      alphas: alphas[epoch]!.map((alpha) => (alpha === null ? null : round(alpha))),
    };
  });
  return {
    run,
    epochs: epochs.length - 1,
    course,
    layers,
    chosen,
    testAccuracy,
    trainAccuracy,
    sha256,
  };
}

/** Each step from one epoch to the next that is shown is at most this share of the way so far, or one epoch. */
const STEP = 0.05;

/** The epochs that a curve needs: all at first, then ever fewer, and the last. */
export function shownEpochs(last: number): number[] {
  const shown: number[] = [];
  for (let epoch = 0; epoch < last; epoch += Math.max(1, Math.floor(epoch * STEP))) shown.push(epoch);
  return [...shown, last];
}

/** A curve shows no more digits. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
