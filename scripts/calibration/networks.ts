/** Networks trained by their recipes, kept between runs. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seededUniforms } from '../../test/support/random.ts';
import { buildSafetensors, float32Bytes } from '../../test/support/safetensors-builder.ts';
import { loadMnist, type Mnist } from './mnist.ts';
import { accuracy, createLayers, type DenseLayer, train } from './perceptron.ts';
import { withRandomLabels } from './random-labels.ts';
import { LEARNING_RATE, RECIPES, type Recipe, TRAINING_IMAGES, WIDTHS } from './recipes.ts';

/** A network that lies in a file. */
export interface TrainedNetwork {
  readonly recipe: Recipe;
  readonly file: string;
  /** On the labels that it was trained with, random ones included; 0 to 1. */
  readonly trainAccuracy: number;
  /** On the right labels of all test images; 0 to 1. */
  readonly testAccuracy: number;
}

/** What is kept beside a network's file, to know it again. */
interface Kept {
  readonly fingerprint: string;
  readonly sha256: string;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** Labels are drawn from a stream of their own, so that a seed means the same initial weights at every share. */
const LABEL_STREAM = 1000;

/** What decides the weights besides the recipe. */
const SOURCES = ['perceptron.ts', 'random-labels.ts'];

/**
 * Every network of the calibration, in the order of `RECIPES`. What an earlier run has trained by the same recipe and
 * the same code is taken from `cache`.
 */
export async function trainNetworks(
  cache: { readonly networks: string; readonly mnist: string },
  onTrained: (network: TrainedNetwork) => void = () => {},
): Promise<TrainedNetwork[]> {
  await mkdir(cache.networks, { recursive: true });
  const sources = await Promise.all(SOURCES.map((name) => readFile(path.join(import.meta.dirname, name))));
  const networks: TrainedNetwork[] = [];
  let mnist: Mnist | undefined;
  for (const recipe of RECIPES) {
    const { id, ...training } = recipe;
    const settings = JSON.stringify([training, WIDTHS, TRAINING_IMAGES, LEARNING_RATE]);
    const fingerprint = sha256Of(Buffer.concat([Buffer.from(settings), ...sources]));
    const file = path.join(cache.networks, `${id}.safetensors`);
    let record = await readRecord(file, fingerprint);
    if (record === undefined) {
      mnist ??= await loadMnist(cache.mnist, TRAINING_IMAGES);
      record = { fingerprint, ...(await trainOne(recipe, mnist, file)) };
      await writeFile(`${file}.json`, JSON.stringify(record, null, 2));
      onTrained(networkOf(recipe, file, record));
    }
    networks.push(networkOf(recipe, file, record));
  }
  return networks;
}

function networkOf(recipe: Recipe, file: string, { trainAccuracy, testAccuracy }: Kept): TrainedNetwork {
  return { recipe, file, trainAccuracy, testAccuracy };
}

async function trainOne(recipe: Recipe, mnist: Mnist, file: string): Promise<Omit<Kept, 'fingerprint'>> {
  const { seed, randomLabels } = recipe;
  const labels = seededUniforms(LABEL_STREAM + seed);
  const examples = withRandomLabels(mnist.train, randomLabels, WIDTHS.at(-1)!, labels);
  const uniforms = seededUniforms(seed);
  const layers = createLayers(WIDTHS, uniforms);
  train(layers, examples, { ...recipe, learningRate: LEARNING_RATE }, uniforms);
  const bytes = toSafetensors(layers);
  await writeFile(file, bytes);
  return {
    sha256: sha256Of(bytes),
    trainAccuracy: accuracy(layers, examples),
    testAccuracy: accuracy(layers, mnist.test),
  };
}

/** The layers as PyTorch stores them: one row of weights for each output. */
function toSafetensors(layers: readonly DenseLayer[]): Uint8Array {
  const tensors = layers.flatMap(({ inputs, outputs, weights, biases }, index) => {
    const transposed = new Float32Array(weights.length);
    for (let input = 0; input < inputs; input++) {
      for (let j = 0; j < outputs; j++) transposed[j * inputs + input] = weights[input * outputs + j]!;
    }
    return [
      [`fc${index + 1}.weight`, { shape: [outputs, inputs], bytes: float32Bytes(transposed) }],
      [`fc${index + 1}.bias`, { shape: [outputs], bytes: float32Bytes(biases) }],
    ];
  });
  return buildSafetensors(Object.fromEntries(tensors));
}

/** What an earlier run has left, if it is what this run would make. */
async function readRecord(file: string, fingerprint: string): Promise<Kept | undefined> {
  try {
    const record: Kept = JSON.parse(await readFile(`${file}.json`, 'utf8'));
    const isSame = record.fingerprint === fingerprint && record.sha256 === sha256Of(await readFile(file));
    return isSame ? record : undefined;
  } catch {
    return undefined;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
