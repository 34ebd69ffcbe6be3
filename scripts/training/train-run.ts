import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seededUniforms } from '../../test/support/random.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { initialLayers } from './initial-layers.ts';
import { compileTrainer } from './kernel.ts';
import { loadMnist, type Mnist } from './mnist.ts';
import { Perceptron } from './perceptron.ts';
import { withRandomLabels } from './random-labels.ts';
import { type Run, type Stop, WIDTHS } from './run.ts';
import { shuffle } from './shuffle.ts';

/** What is known of one epoch of a training; of epoch 0, before it began. */
export interface Epoch {
  /** Mean cross-entropy over the training images while they were learned; null before the first epoch. */
  readonly loss: number | null;
  /** On all 10,000 test images, 0 to 1. */
  readonly testAccuracy: number;
  /** Of the checkpoint's bytes. */
  readonly sha256: string;
}

/** A training, as far as it has come. It is kept beside its checkpoints, from which it can be taken up again. */
export interface Record {
  readonly fingerprint: string;
  readonly epochs: readonly Epoch[];
  /** Once it has ended. */
  readonly outcome: Outcome | null;
}

/** Of a training that has ended. */
export type EndedRecord = Record & { readonly outcome: Outcome };

export interface Outcome {
  /** The epoch whose weights count. */
  readonly chosen: number;
  /** Theirs on the training images, with the labels that they were learned with, 0 to 1. */
  readonly trainAccuracy: number;
}

/** Streams of random numbers, apart from the one of the initial weights. */
const LABEL_STREAM = 1000;
const ORDER_STREAM = 1_000_000;

/** What decides the weights besides a run itself. */
const CODE = [
  'kernel/trainer.ts',
  'perceptron.ts',
  'shuffle.ts',
  'random-labels.ts',
  'initial-layers.ts',
  '../../test/support/random.ts',
];

export interface Trainer {
  readonly module: WebAssembly.Module;
  readonly mnist: Mnist;
  /** Where runs have their folders. */
  readonly folder: string;
  readonly codeSha256: string;
}

/**
 * @param folders where MNIST is kept, and where runs have their folders.
 * @param images of the training images, the first so many.
 */
export async function prepareTrainer(
  folders: { readonly mnist: string; readonly runs: string },
  images: number,
): Promise<Trainer> {
  const code = await Promise.all(CODE.map((name) => readFile(path.join(import.meta.dirname, name))));
  return {
    module: await compileTrainer(),
    mnist: await loadMnist(folders.mnist, images),
    folder: folders.runs,
    codeSha256: sha256Of(Buffer.concat(code)),
  };
}

/** Trains a network, or what is left of its training, and keeps a checkpoint of each epoch. */
export async function trainRun(
  run: Run,
  { module, mnist, folder, codeSha256 }: Trainer,
  onEpoch: (epochs: number) => void = () => {},
): Promise<EndedRecord> {
  const { setup, batchSize, seed, randomLabels } = run;
  const home = path.join(folder, run.id);
  await mkdir(home, { recursive: true });
  let record = await readRecord(home, fingerprintOf(run, codeSha256));
  if (isEnded(record)) return record;

  const labels = seededUniforms(LABEL_STREAM + seed);
  const train = withRandomLabels(firstOf(mnist.train, setup.images), randomLabels, WIDTHS.at(-1)!, labels);
  const layers =
    record.epochs.length === 0
      ? initialLayers(WIDTHS, setup.initial, seed)
      : await readCheckpoint(checkpointOf(home, record.epochs.length - 1));
  const network = new Perceptron(module, {
    layers,
    trained: setup.trained,
    train,
    test: mnist.test,
    batchSize,
  });

  const keep = async (loss: number | null): Promise<void> => {
    const epoch = record.epochs.length;
    const bytes = await writeCheckpoint(checkpointOf(home, epoch), network.layers());
    const entry = { loss, testAccuracy: network.testAccuracy(), sha256: sha256Of(bytes) };
    record = { ...record, epochs: [...record.epochs, entry] };
    await writeRecord(home, record);
    onEpoch(epoch);
  };
  if (record.epochs.length === 0) await keep(null);
  while (!hasEnded(record, setup.stop)) {
    const order = Uint32Array.from({ length: train.count }, (_, index) => index);
    shuffle(order, seededUniforms(ORDER_STREAM * seed + record.epochs.length));
    await keep(network.trainEpoch(order, setup.learningRate));
  }
  const chosen = chosenEpoch(record, setup.stop);
  network.setLayers(await readCheckpoint(checkpointOf(home, chosen)));
  const ended = { ...record, outcome: { chosen, trainAccuracy: network.trainAccuracy() } };
  await writeRecord(home, ended);
  return ended;
}

/** What is kept of a training that has ended; undefined where it has not, or the code that decides its weights is other now. */
export async function endedRecord(
  run: Run,
  { folder, codeSha256 }: Pick<Trainer, 'folder' | 'codeSha256'>,
): Promise<EndedRecord | undefined> {
  const record = await readRecord(path.join(folder, run.id), fingerprintOf(run, codeSha256));
  return isEnded(record) ? record : undefined;
}

/** The file of the weights after an epoch. */
export function checkpointOf(home: string, epoch: number): string {
  return path.join(home, `epoch-${String(epoch).padStart(4, '0')}.safetensors`);
}

function fingerprintOf({ setup, batchSize, seed, randomLabels }: Run, codeSha256: string): string {
  return sha256Of(Buffer.from(JSON.stringify([setup, batchSize, seed, randomLabels, codeSha256])));
}

function isEnded(record: Record): record is EndedRecord {
  return record.outcome !== null;
}

function hasEnded({ epochs }: Record, { mostEpochs, patience }: Stop): boolean {
  const done = epochs.length - 1;
  if (done >= mostEpochs) return true;
  return patience !== undefined && done - lastImprovement(epochs, patience.by) >= patience.epochs;
}

/** The epoch that last improved on the best loss by enough; Keras restores its weights. */
function lastImprovement(epochs: readonly Epoch[], by: number): number {
  let best = Infinity;
  let at = 0;
  for (const [epoch, { loss }] of epochs.entries()) {
    if (loss === null || !(loss < best - by)) continue;
    best = loss;
    at = epoch;
  }
  return at;
}

function chosenEpoch({ epochs }: Record, { patience }: Stop): number {
  return patience === undefined ? epochs.length - 1 : lastImprovement(epochs, patience.by);
}

function firstOf(examples: Mnist['train'], count: number): Mnist['train'] {
  return {
    ...examples,
    count,
    values: examples.values.subarray(0, count * examples.inputs),
    labels: examples.labels.subarray(0, count),
  };
}

async function readRecord(home: string, fingerprint: string): Promise<Record> {
  try {
    const record: Record = JSON.parse(await readFile(path.join(home, 'record.json'), 'utf8'));
    if (record.fingerprint === fingerprint) return record;
  } catch {
    // Nothing has been trained yet.
  }
  return { fingerprint, epochs: [], outcome: null };
}

/** Whole or not at all, whenever the run is cut off. */
async function writeRecord(home: string, record: Record): Promise<void> {
  const file = path.join(home, 'record.json');
  await writeFile(`${file}.new`, JSON.stringify(record));
  await rename(`${file}.new`, file);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
