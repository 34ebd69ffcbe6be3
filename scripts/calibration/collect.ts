/** Analyses every golden model and every trained network. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LayerDetails } from '../../src/metrics/details.ts';
import { PROJECT } from '../../test/support/cli.ts';
import { MODELS } from '../../test/support/golden-models.ts';
import { fetchModel, publishedModels } from '../../test/support/published-models.ts';
import { analyze } from './analyze.ts';
import { type TrainedNetwork, trainNetworks } from './networks.ts';
import { randomMatrices } from './random-matrices.ts';
import { referenceOf } from './recipes.ts';
import { type Subject, type Truth, truthOfTraining, whyNotCounted } from './subjects.ts';

/** Where downloads and trained networks are kept; git ignores it. */
const CACHE = path.join(PROJECT, '.real');

export interface TrainedSubject extends Subject {
  readonly network: TrainedNetwork;
  /** The test accuracy of the clean network of the same seed, minus this one's. */
  readonly loss: number;
}

/** All that the calibration page is made of. */
export interface Collection {
  readonly golden: readonly Subject[];
  readonly trained: readonly TrainedSubject[];
  /** Golden models that have no layer to analyse. */
  readonly withoutLayers: readonly string[];
  readonly randomLayers: readonly LayerDetails[];
}

/** @param onProgress told what has just been done. */
export async function collect(onProgress: (done: string) => void): Promise<Collection> {
  const folders = { runs: path.join(CACHE, 'calibration'), mnist: path.join(CACHE, 'mnist') };
  const networks = await trainNetworks(folders, ({ recipe }) => onProgress(`trained ${recipe.id}`));
  const trained: TrainedSubject[] = [];
  for (const network of networks) {
    trained.push(await analyzeTrained(network, networks));
    onProgress(`analysed ${network.recipe.id}`);
  }
  const golden: Subject[] = [];
  const withoutLayers: string[] = [];
  for await (const { id, file, remark, truth } of goldenModels()) {
    const report = await analyze(file);
    if (!('error' in report)) golden.push({ id, truth, remark, layers: report.layers });
    else if (report.error.includes('has no layer to analyse')) withoutLayers.push(id);
    else throw new Error(`${id}: ${report.error}`);
    onProgress(`analysed ${id}`);
  }
  golden.sort((a, b) => Number(a.truth === undefined) - Number(b.truth === undefined));
  const matrices = path.join(folders.runs, 'random-matrices.safetensors');
  await writeFile(matrices, randomMatrices());
  const randomLayers = await layersOf(matrices);
  onProgress('analysed random matrices');
  return { golden, trained, withoutLayers, randomLayers };
}

async function analyzeTrained(
  network: TrainedNetwork,
  networks: readonly TrainedNetwork[],
): Promise<TrainedSubject> {
  const { recipe, file, trainAccuracy, testAccuracy } = network;
  const { testAccuracy: referenceAccuracy } = networks.find(
    (other) => other.recipe.id === referenceOf(recipe),
  )!;
  const { randomLabels } = recipe;
  const truth = truthOfTraining({ randomLabels, trainAccuracy, testAccuracy, referenceAccuracy });
  const loss = referenceAccuracy - testAccuracy;
  return { id: recipe.id, truth, remark: '', layers: await layersOf(file), network, loss };
}

async function layersOf(file: string): Promise<readonly LayerDetails[]> {
  const report = await analyze(file);
  if ('error' in report) throw new Error(`${file}: ${report.error}`);
  return report.layers;
}

interface GoldenModel extends Omit<Subject, 'layers'> {
  readonly file: string;
}

/** Those that are here, and those that are fetched from where their authors published them. */
async function* goldenModels(): AsyncGenerator<GoldenModel> {
  for (const [id, file] of Object.entries(MODELS)) {
    const reason = whyNotCounted(id);
    if (reason !== undefined) yield { id, file, remark: reason, truth: undefined };
    else yield { id, file, remark: 'PyTorch', truth: await truthOfTrainedElsewhere(file) };
  }
  for (const [id, model] of Object.entries(await publishedModels())) {
    const file = await fetchModel(id, model);
    const reason = whyNotCounted(id);
    const remark = reason ?? `${model.package} ${model.version}`;
    yield {
      id,
      file,
      remark,
      truth: reason === undefined ? { kind: 'published', expected: 'green' } : undefined,
    };
  }
}

/** The networks that PyTorch trained have their accuracies beside them. */
async function truthOfTrainedElsewhere(file: string): Promise<Truth> {
  const accuraciesOf = async (model: string): Promise<{ train_accuracy: number; test_accuracy: number }> =>
    JSON.parse(await readFile(path.join(PROJECT, path.dirname(model), '../training.json'), 'utf8'));
  const { train_accuracy: trainAccuracy, test_accuracy: testAccuracy } = await accuraciesOf(file);
  const { test_accuracy: referenceAccuracy } = await accuraciesOf(MODELS['mlp3-healthy']!);
  return truthOfTraining({ randomLabels: 0, trainAccuracy, testAccuracy, referenceAccuracy });
}
