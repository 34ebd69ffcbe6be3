import { describe, expect, test } from '@jest/globals';
import {
  accuracy,
  createLayers,
  type DenseLayer,
  type Examples,
  train,
} from '../../../scripts/calibration/perceptron.ts';
import { withRandomLabels } from '../../../scripts/calibration/random-labels.ts';
import { seededUniforms } from '../../support/random.ts';

const WIDTHS = [2, 8, 4, 2];

/** Points of the plane; the class says on which side of the diagonals they lie. No single layer can tell that. */
function pointsOfPlane(count: number, seed: number): Examples {
  const uniforms = seededUniforms(seed);
  const values = Float32Array.from({ length: 2 * count }, () => 2 * uniforms() - 1);
  const labels = Uint8Array.from({ length: count }, (_, index) =>
    values[2 * index]! * values[2 * index + 1]! > 0 ? 1 : 0,
  );
  return { count, inputs: 2, values, labels };
}

function trained(seed: number, examples: Examples, batchSize = 4, epochs = 60): DenseLayer[] {
  const uniforms = seededUniforms(seed);
  const layers = createLayers(WIDTHS, uniforms);
  train(layers, examples, { learningRate: 0.1, batchSize, epochs }, uniforms);
  return layers;
}

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
    const layers = trained(1, pointsOfPlane(400, 2));
    expect(accuracy(layers, pointsOfPlane(1000, 3))).toBeGreaterThan(0.95);
  });

  test('gives the same weights for the same seed, bit for bit, and others for another', () => {
    const examples = pointsOfPlane(50, 2);
    expect(trained(1, examples)).toEqual(trained(1, examples));
    expect(trained(2, examples)).not.toEqual(trained(1, examples));
  });

  test('moves each weight against the gradient of the mean loss over the batch', () => {
    const examples = pointsOfPlane(8, 5);
    const layers = createLayers(WIDTHS, seededUniforms(4));
    const before = structuredClone(layers);
    const rate = 0.125;
    const step = { learningRate: rate, batchSize: examples.count, epochs: 1 };
    train(layers, examples, step, seededUniforms(6));
    for (const [index, { weights, biases }] of layers.entries()) {
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

  test('takes a last batch that is smaller for what it is', () => {
    const examples = pointsOfPlane(10, 2);
    for (const layer of trained(1, examples, 16, 2)) expect(layer.weights.every(Number.isFinite)).toBe(true);
    expect(trained(1, examples, 16, 2)).toEqual(trained(1, examples, 10, 2));
  });

  test('starts from weights within one over the root of the inputs', () => {
    const [first] = createLayers([100, 50], seededUniforms(1));
    const largest = Math.max(...first!.weights.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(0.1);
    expect(largest).toBeGreaterThan(0.099);
  });
});

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

describe('random labels', () => {
  const examples: Examples = {
    count: 1000,
    inputs: 0,
    values: new Float32Array(0),
    labels: new Uint8Array(1000).fill(10),
  };
  const changedAt = (share: number): number[] =>
    Array.from(withRandomLabels(examples, share, 10, seededUniforms(1)).labels).flatMap((label, index) =>
      label === 10 ? [] : [index],
    );

  test('are as many as the share says, and the examples given keep theirs', () => {
    expect(changedAt(0)).toHaveLength(0);
    expect(changedAt(0.25)).toHaveLength(250);
    expect(changedAt(1)).toHaveLength(1000);
    expect(examples.labels.every((label) => label === 10)).toBe(true);
  });

  test('of a smaller share are random at a larger one too', () => {
    expect(changedAt(0.5)).toEqual(expect.arrayContaining(changedAt(0.25)));
  });

  test('are of every class about as often', () => {
    const { labels } = withRandomLabels(examples, 1, 10, seededUniforms(1));
    for (let label = 0; label < 10; label++) {
      const count = labels.filter((one) => one === label).length;
      expect(count).toBeGreaterThan(60);
      expect(count).toBeLessThan(140);
    }
  });
});
