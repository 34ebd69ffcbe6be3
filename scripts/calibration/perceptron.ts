/**
 * Perceptrons of dense layers with ReLU between them, trained by plain stochastic gradient descent on softmax and
 * cross-entropy. Weights, activations and gradients are kept as float32. The same seed gives the same weights, bit
 * for bit: every sum has one order, and the only function that is not exact, `Math.exp`, is V8's own on every machine.
 */

/** Uniform random numbers on [0, 1). */
export type Uniforms = () => number;

export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** One row for each input, so that an input of zero costs nothing: `weights[input · outputs + output]`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Examples to learn from or to be tested on. */
export interface Examples {
  readonly count: number;
  readonly inputs: number;
  /** `count` rows of `inputs` numbers. */
  readonly values: Float32Array;
  /** The class of each example, from 0. */
  readonly labels: Uint8Array;
}

export interface Training {
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
}

/** Layers of the given widths; weights and biases uniform within ±1/√inputs, which is PyTorch's default. */
export function createLayers(widths: readonly number[], uniforms: Uniforms): DenseLayer[] {
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index]!;
    const bound = 1 / Math.sqrt(inputs);
    const draw = (): number => (2 * uniforms() - 1) * bound;
    return {
      inputs,
      outputs,
      weights: Float32Array.from({ length: inputs * outputs }, draw),
      biases: Float32Array.from({ length: outputs }, draw),
    };
  });
}

/** Trains the layers in place; examples come in a new random order in every epoch. */
export function train(
  layers: readonly DenseLayer[],
  examples: Examples,
  { learningRate, batchSize, epochs }: Training,
  uniforms: Uniforms,
): void {
  const batch = Array.from({ length: batchSize }, () => createPass(layers));
  const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, uniforms);
    for (let start = 0; start < order.length; start += batchSize) {
      const members = order.subarray(start, start + batchSize);
      // All gradients are taken at the same weights, and only then the weights move.
      for (const [slot, example] of members.entries()) {
        forward(layers, exampleAt(examples, example), batch[slot]!);
        backward(layers, examples.labels[example]!, batch[slot]!);
      }
      for (let slot = 0; slot < members.length; slot++) {
        descend(layers, batch[slot]!, learningRate / members.length);
      }
    }
  }
}

/** The share of examples whose label gets the largest output, 0 to 1. */
export function accuracy(layers: readonly DenseLayer[], examples: Examples): number {
  const pass = createPass(layers);
  let right = 0;
  for (let example = 0; example < examples.count; example++) {
    forward(layers, exampleAt(examples, example), pass);
    const outputs = pass.sums.at(-1)!;
    if (outputs.indexOf(Math.max(...outputs)) === examples.labels[example]) right++;
  }
  return right / examples.count;
}

/** Brings an array into random order (Fisher, Yates). */
export function shuffle(order: Uint32Array, uniforms: Uniforms): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(uniforms() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}

/** What one example leaves behind in each layer. */
interface Pass {
  /** What each layer was given. The first is set to the example. */
  readonly activations: Float32Array[];
  /** What each layer put out, before ReLU. */
  readonly sums: readonly Float32Array[];
  /** The gradient of the loss by `sums`. */
  readonly deltas: readonly Float32Array[];
}

function createPass(layers: readonly DenseLayer[]): Pass {
  return {
    activations: layers.map(({ inputs }) => new Float32Array(inputs)),
    sums: layers.map(({ outputs }) => new Float32Array(outputs)),
    deltas: layers.map(({ outputs }) => new Float32Array(outputs)),
  };
}

function exampleAt({ values, inputs }: Examples, index: number): Float32Array {
  return values.subarray(index * inputs, (index + 1) * inputs);
}

function forward(layers: readonly DenseLayer[], example: Float32Array, { activations, sums }: Pass): void {
  activations[0] = example;
  for (const [index, layer] of layers.entries()) {
    const sum = sums[index]!;
    sum.set(layer.biases);
    addProducts(layer, activations[index]!, sum);
    const next = activations[index + 1];
    if (next === undefined) continue;
    for (let i = 0; i < sum.length; i++) next[i] = Math.max(0, sum[i]!);
  }
}

function backward(layers: readonly DenseLayer[], label: number, { activations, sums, deltas }: Pass): void {
  softmax(sums.at(-1)!, deltas.at(-1)!);
  deltas.at(-1)![label]! -= 1;
  for (let index = layers.length - 1; index > 0; index--) {
    propagateBack(layers[index]!, activations[index]!, deltas[index]!, deltas[index - 1]!);
  }
}

function descend(layers: readonly DenseLayer[], { activations, deltas }: Pass, rate: number): void {
  for (const [index, { weights, biases, outputs }] of layers.entries()) {
    const delta = deltas[index]!;
    for (const [input, value] of activations[index]!.entries()) {
      if (value === 0) continue;
      const step = rate * value;
      const row = input * outputs;
      for (let j = 0; j < outputs; j++) weights[row + j]! -= step * delta[j]!;
    }
    for (let j = 0; j < outputs; j++) biases[j]! -= rate * delta[j]!;
  }
}

/** Adds weights × activations to `sum`. */
function addProducts(
  { weights, inputs, outputs }: DenseLayer,
  activations: Float32Array,
  sum: Float32Array,
): void {
  for (let input = 0; input < inputs; input++) {
    const value = activations[input]!;
    if (value === 0) continue;
    const row = input * outputs;
    for (let j = 0; j < outputs; j++) sum[j]! += value * weights[row + j]!;
  }
}

/** The gradient by a layer's inputs, which is zero where ReLU let nothing through. */
function propagateBack(
  { weights, inputs, outputs }: DenseLayer,
  activations: Float32Array,
  delta: Float32Array,
  before: Float32Array,
): void {
  for (let input = 0; input < inputs; input++) {
    let sum = 0;
    if (activations[input]! > 0) {
      const row = input * outputs;
      for (let j = 0; j < outputs; j++) sum += weights[row + j]! * delta[j]!;
    }
    before[input] = sum;
  }
}

function softmax(values: Float32Array, probabilities: Float32Array): void {
  const largest = Math.max(...values);
  let total = 0;
  for (const [j, value] of values.entries()) {
    const weight = Math.exp(value - largest);
    probabilities[j] = weight;
    total += weight;
  }
  for (let j = 0; j < probabilities.length; j++) probabilities[j]! /= total;
}
