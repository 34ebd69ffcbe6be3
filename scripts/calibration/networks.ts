import path from 'node:path';
import type { Run } from '../training/run.ts';
import { checkpointOf, prepareTrainer, trainRun } from '../training/train-run.ts';
import { LEARNING_RATE, RECIPES, type Recipe, TRAINING_IMAGES } from './recipes.ts';

/** A network that lies in a file. */
export interface TrainedNetwork {
  readonly recipe: Recipe;
  readonly file: string;
  /** On the labels that it was trained with, random ones included; 0 to 1. */
  readonly trainAccuracy: number;
  /** On the right labels of all test images; 0 to 1. */
  readonly testAccuracy: number;
}

/** Every network of the calibration, in the order of `RECIPES`. What an earlier run has trained is not trained again. */
export async function trainNetworks(
  folders: { readonly runs: string; readonly mnist: string },
  onTrained: (network: TrainedNetwork) => void = () => {},
): Promise<TrainedNetwork[]> {
  const trainer = await prepareTrainer(folders, TRAINING_IMAGES);
  const networks: TrainedNetwork[] = [];
  for (const recipe of RECIPES) {
    const { epochs, outcome } = await trainRun(runOf(recipe), trainer);
    const { chosen, trainAccuracy } = outcome;
    const file = checkpointOf(path.join(folders.runs, recipe.id), chosen);
    const network = { recipe, file, trainAccuracy, testAccuracy: epochs[chosen]!.testAccuracy };
    networks.push(network);
    onTrained(network);
  }
  return networks;
}

function runOf({ id, seed, randomLabels, batchSize, epochs }: Recipe): Run {
  const setup = {
    id: 'calibration',
    images: TRAINING_IMAGES,
    trained: [true, true, true],
    initial: 'uniform',
    learningRate: LEARNING_RATE,
    stop: { mostEpochs: epochs },
  } as const;
  return { id, setup, batchSize, seed, randomLabels };
}
