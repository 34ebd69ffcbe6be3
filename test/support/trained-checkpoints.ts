import path from 'node:path';
import { writeCheckpoint } from '../../scripts/training/checkpoint.ts';
import { initialLayers } from '../../scripts/training/initial-layers.ts';
import { compileTrainer } from '../../scripts/training/kernel.ts';
import { Perceptron } from '../../scripts/training/perceptron.ts';
import { shuffle } from '../../scripts/training/shuffle.ts';
import { seededUniforms } from './random.ts';

const WIDTHS = [120, 80, 60, 4];
const EXAMPLES = 60;
const LEARNING_RATE = 0.15;

/**
 * Trains a small network to know labels that mean nothing by heart, and writes its weights after some of the epochs.
 *
 * @param epochs ascending; 0 is the network before it has learned anything.
 * @returns the files, named `ckpt-<step>.safetensors`, a step being one batch of one example.
 */
export async function trainCheckpoints(folder: string, epochs: readonly number[]): Promise<string[]> {
  const uniforms = seededUniforms(7);
  const [inputs, classes] = [WIDTHS[0]!, WIDTHS.at(-1)!];
  const examples = {
    count: EXAMPLES,
    inputs,
    values: Float32Array.from({ length: EXAMPLES * inputs }, () => 2 * uniforms() - 1),
    labels: Uint8Array.from({ length: EXAMPLES }, () => Math.floor(uniforms() * classes)),
  };
  const network = new Perceptron(await compileTrainer(), {
    layers: initialLayers(WIDTHS, 'glorot', 3),
    trained: WIDTHS.slice(1).map(() => true),
    train: examples,
    test: examples,
    batchSize: 1,
  });
  const files: string[] = [];
  for (let epoch = 0; epoch <= epochs.at(-1)!; epoch++) {
    if (epoch > 0) {
      const order = Uint32Array.from({ length: EXAMPLES }, (_, index) => index);
      shuffle(order, seededUniforms(epoch));
      network.trainEpoch(order, LEARNING_RATE);
    }
    if (!epochs.includes(epoch)) continue;
    const file = path.join(folder, `ckpt-${epoch * EXAMPLES}.safetensors`);
    await writeCheckpoint(file, network.layers());
    files.push(file);
  }
  return files;
}
