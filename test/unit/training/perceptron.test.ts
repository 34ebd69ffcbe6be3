import { describe, expect, test } from '@jest/globals';
import { initialLayers } from '../../../scripts/training/initial-layers.ts';
import { compileTrainer } from '../../../scripts/training/kernel.ts';
import { type DenseLayer, type Examples, Perceptron } from '../../../scripts/training/perceptron.ts';
import { shuffle } from '../../../scripts/training/shuffle.ts';
import { seededUniforms } from '../../support/random.ts';

const WIDTHS = [2, 8, 4, 2];
const ALL = [true, true, true];
const module = await compileTrainer();

/** Points of the plane; the class says on which side of the diagonals they lie. No single layer can tell that. */
function pointsOfPlane(count: number, seed: number): Examples {
  const uniforms = seededUniforms(seed);
  const values = Float32Array.from({ length: 2 * count }, () => 2 * uniforms() - 1);
  const labels = Uint8Array.from({ length: count }, (_, index) =>
    values[2 * index]! * values[2 * index + 1]! > 0 ? 1 : 0,
  );
  return { count, inputs: 2, values, labels };
}

interface Choices {
  readonly layers: readonly DenseLayer[];
  readonly examples: Examples;
  readonly test?: Examples;
  readonly batchSize?: number;
  readonly epochs?: number;
  readonly learningRate?: number;
  readonly learning?: readonly boolean[];
}

function train(choices: Choices): Perceptron {
  const { layers, examples, test = examples, batchSize = 4, epochs = 60, learningRate = 0.1 } = choices;
  const { learning = ALL } = choices;
  const network = new Perceptron(module, { layers, trained: learning, train: examples, test, batchSize });
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
    shuffle(order, seededUniforms(epoch));
    network.trainEpoch(order, learningRate);
  }
  return network;
}

const trained = (seed: number, examples: Examples, batchSize = 4, epochs = 60): DenseLayer[] =>
  train({ layers: initialLayers(WIDTHS, 'uniform', seed), examples, batchSize, epochs }).layers();

/** Mean cross-entropy in float64, written down independently of the trainer. */
function loss(layers: readonly DenseLayer[], { count, inputs, values, labels }: Examples): number {
  let total = 0;
  for (let example = 0; example < count; example++) {
    let signal = Array.from(values.subarray(example * inputs, (example + 1) * inputs));
    for (const [index, { outputs, weights, biases }] of layers.entries()) {
      const sums = Array.from({ length: outputs }, (_, j) =>
        signal.reduce((sum, value, i) => sum + value * weights[i * outputs + j]!, biases[j]!),
      );
      signal = index === layers.length - 1 ? sums : sums.map((value) => Math.max(0, value));
    }
    const partition = signal.reduce((sum, value) => sum + Math.exp(value), 0);
    total -= signal[labels[example]!]! - Math.log(partition);
  }
  return total / count;
}

describe('the trainer', () => {
  test('learns what no single layer can, and applies it to points it has not seen', () => {
    const layers = initialLayers(WIDTHS, 'uniform', 1);
    const network = train({ layers, examples: pointsOfPlane(400, 2), test: pointsOfPlane(1000, 3) });
    expect(network.testAccuracy()).toBeGreaterThan(0.95);
    expect(network.trainAccuracy()).toBeGreaterThan(0.95);
  });

  test('gives the same weights for the same seed, bit for bit, and others for another', () => {
    const examples = pointsOfPlane(50, 2);
    expect(trained(1, examples)).toEqual(trained(1, examples));
    expect(trained(2, examples)).not.toEqual(trained(1, examples));
  });

  test('can be taken up again from its weights', () => {
    const examples = pointsOfPlane(50, 2);
    const layers = initialLayers(WIDTHS, 'uniform', 1);
    const once = train({ layers, examples, epochs: 1 });
    const again = train({ layers: once.layers(), examples, epochs: 0 });
    for (const network of [once, again]) network.trainEpoch(orderOf(examples), 0.1);
    expect(again.layers()).toEqual(once.layers());
  });

  test('moves each weight against the gradient of the mean loss over the batch, and reports that loss', () => {
    const examples = pointsOfPlane(8, 5);
    const before = initialLayers(WIDTHS, 'uniform', 4);
    const rate = 0.125;
    const batchSize = examples.count;
    const network = new Perceptron(module, {
      layers: before,
      trained: ALL,
      train: examples,
      test: examples,
      batchSize,
    });
    expect(network.trainEpoch(orderOf(examples), rate)).toBeCloseTo(loss(before, examples), 5);
    for (const [index, { weights, biases }] of network.layers().entries()) {
      for (const [after, start] of [
        [weights, before[index]!.weights],
        [biases, before[index]!.biases],
      ] as const) {
        for (let k = 0; k < after.length; k++) {
          expect((start[k]! - after[k]!) / rate).toBeCloseTo(gradient(before, examples, start, k), 4);
        }
      }
    }
  });

  test('leaves layers alone that are not to learn', () => {
    const layers = initialLayers(WIDTHS, 'glorot', 1);
    const examples = pointsOfPlane(50, 2);
    const [first, ...others] = train({
      layers,
      examples,
      epochs: 2,
      learning: [true, false, false],
    }).layers();
    expect(first).not.toEqual(layers[0]);
    expect(others).toEqual(layers.slice(1));
  });

  test('takes a last batch that is smaller for what it is', () => {
    const examples = pointsOfPlane(10, 2);
    for (const layer of trained(1, examples, 16, 2)) expect(layer.weights.every(Number.isFinite)).toBe(true);
    expect(trained(1, examples, 16, 2)).toEqual(trained(1, examples, 10, 2));
  });
});

describe('initial weights', () => {
  test('are uniform within one over the root of the inputs', () => {
    const [first] = initialLayers([100, 50], 'uniform', 1);
    const largest = Math.max(...first!.weights.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(0.1);
    expect(largest).toBeGreaterThan(0.099);
  });

  test('or normal, cut at two deviations, with the variance of Glorot and Bengio', () => {
    const [{ weights, biases }] = initialLayers([300, 200], 'glorot', 1) as [DenseLayer];
    const variance = weights.reduce((sum, value) => sum + value * value, 0) / weights.length;
    expect(variance).toBeGreaterThan(0.98 * (2 / 500));
    expect(variance).toBeLessThan(1.02 * (2 / 500));
    const largest = Math.max(...weights.map(Math.abs));
    expect(largest).toBeLessThan((2 * Math.sqrt(2 / 500)) / 0.8796);
    expect(biases.every((bias) => bias === 0)).toBe(true);
  });
});

function orderOf({ count }: Examples): Uint32Array {
  return Uint32Array.from({ length: count }, (_, index) => index);
}

/** By central differences; `array` is one of the layers' own. */
function gradient(layers: readonly DenseLayer[], examples: Examples, array: Float32Array, k: number): number {
  const kept = array[k]!;
  const width = 2 ** -9;
  array[k] = kept + width;
  const above = loss(layers, examples);
  const up = array[k]!;
  array[k] = kept - width;
  const slope = (above - loss(layers, examples)) / (up - array[k]!);
  array[k] = kept;
  return slope;
}
