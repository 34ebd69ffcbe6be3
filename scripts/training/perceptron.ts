import type { TrainerKernel } from './kernel.ts';

/** Examples to learn from or to be tested on. */
export interface Examples {
  readonly count: number;
  readonly inputs: number;
  /** `count` rows of `inputs` numbers. */
  readonly values: Float32Array;
  /** The class of each example, from 0. */
  readonly labels: Uint8Array;
}

export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** One row for each input: `weights[input · outputs + output]`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface PerceptronOptions {
  /** Initial weights of the three layers. */
  readonly layers: readonly DenseLayer[];
  /** Which of them learn. */
  readonly trained: readonly boolean[];
  readonly train: Examples;
  readonly test: Examples;
  readonly batchSize: number;
}

const PAGE_BYTES = 65_536;
/** The compiled module keeps its own few tables below. */
const FIRST_FREE_BYTE = PAGE_BYTES;

/** Numbers in a WebAssembly memory, one after another. */
class Arena {
  #at = FIRST_FREE_BYTE;

  take(bytes: number): number {
    const start = this.#at;
    this.#at = Math.ceil((start + bytes) / 16) * 16;
    return start;
  }

  get sizeBytes(): number {
    return this.#at;
  }
}

/** Where the nonzero inputs of examples lie. */
interface Placed {
  readonly starts: number;
  readonly indices: number;
  readonly values: number;
  readonly labels: number;
}

/** Outputs of a layer as the kernel keeps them. */
const strideOf = (outputs: number) => Math.ceil(outputs / 4) * 4;

/**
 * A perceptron of three dense layers with ReLU between them, softmax and cross-entropy, trained by plain stochastic
 * gradient descent in float32. The same weights, examples and orders give the same weights, bit for bit, everywhere.
 */
export class Perceptron {
  readonly #kernel: TrainerKernel;
  readonly #memory: WebAssembly.Memory<false>;
  readonly #options: PerceptronOptions;
  readonly #layersAt: readonly { readonly weights: number; readonly biases: number }[];
  readonly #train: Placed;
  readonly #test: Placed;
  readonly #orderAt: number;

  constructor(module: WebAssembly.Module, options: PerceptronOptions) {
    const { layers, trained, train, test, batchSize } = options;
    this.#options = options;
    const arena = new Arena();
    this.#layersAt = layers.map(({ inputs, outputs }) => ({
      weights: arena.take(4 * inputs * strideOf(outputs)),
      biases: arena.take(4 * strideOf(outputs)),
    }));
    this.#train = place(train, arena);
    this.#test = place(test, arena);
    this.#orderAt = arena.take(4 * train.count);
    // Outputs and deltas, which the kernel lays out itself.
    const slotBytes = 8 * layers.reduce((sum, { outputs }) => sum + strideOf(outputs), 0);
    const slots = arena.take(batchSize * slotBytes);

    this.#memory = new WebAssembly.Memory<false>({ initial: Math.ceil(arena.sizeBytes / PAGE_BYTES) });
    const env = { memory: this.#memory, abort: () => {} };
    this.#kernel = new WebAssembly.Instance(module, { env }).exports as unknown as TrainerKernel;
    for (const [index, layer] of layers.entries()) {
      const { weights, biases } = this.#layersAt[index]!;
      this.#kernel.setLayer(index, layer.inputs, layer.outputs, weights, biases, trained[index]!);
    }
    this.#kernel.setSlots(slots);
    fill(this.#memory, train, this.#train);
    fill(this.#memory, test, this.#test);
    this.setLayers(layers);
  }

  /** @returns the mean cross-entropy, each example's taken just before its batch was learned. */
  trainEpoch(order: Uint32Array, learningRate: number): number {
    const { starts, indices, values, labels } = this.#train;
    new Uint32Array(this.#memory.buffer, this.#orderAt, order.length).set(order);
    this.#kernel.setExamples(starts, indices, values, labels);
    return this.#kernel.trainEpoch(this.#orderAt, order.length, this.#options.batchSize, learningRate);
  }

  /** The share of training examples whose label gets the largest output, 0 to 1. */
  trainAccuracy(): number {
    return this.#accuracy(this.#options.train, this.#train);
  }

  /** The same of the test examples. */
  testAccuracy(): number {
    return this.#accuracy(this.#options.test, this.#test);
  }

  /** A copy of the weights as they are. */
  layers(): DenseLayer[] {
    return this.#options.layers.map(({ inputs, outputs }, index) => {
      const { weights, biases } = this.#layersAt[index]!;
      const stride = strideOf(outputs);
      const rows = new Float32Array(this.#memory.buffer, weights, inputs * stride);
      const copy = new Float32Array(inputs * outputs);
      for (let input = 0; input < inputs; input++) {
        copy.set(rows.subarray(input * stride, input * stride + outputs), input * outputs);
      }
      return {
        inputs,
        outputs,
        weights: copy,
        biases: new Float32Array(this.#memory.buffer, biases, outputs).slice(),
      };
    });
  }

  setLayers(layers: readonly DenseLayer[]): void {
    for (const [index, { inputs, outputs, weights, biases }] of layers.entries()) {
      const at = this.#layersAt[index]!;
      const stride = strideOf(outputs);
      const rows = new Float32Array(this.#memory.buffer, at.weights, inputs * stride);
      for (let input = 0; input < inputs; input++) {
        rows.set(weights.subarray(input * outputs, (input + 1) * outputs), input * stride);
      }
      new Float32Array(this.#memory.buffer, at.biases, outputs).set(biases);
    }
  }

  #accuracy({ count }: Examples, { starts, indices, values, labels }: Placed): number {
    this.#kernel.setExamples(starts, indices, values, labels);
    return this.#kernel.countRight(count) / count;
  }
}

function place({ count, values }: Examples, arena: Arena): Placed {
  let nonzeros = 0;
  for (const value of values) if (value !== 0) nonzeros++;
  return {
    starts: arena.take(4 * (count + 1)),
    indices: arena.take(2 * nonzeros),
    values: arena.take(4 * nonzeros),
    labels: arena.take(count),
  };
}

function fill({ buffer }: WebAssembly.Memory<false>, examples: Examples, at: Placed): void {
  const { count, inputs } = examples;
  const starts = new Uint32Array(buffer, at.starts, count + 1);
  const indices = new Uint16Array(buffer, at.indices);
  const values = new Float32Array(buffer, at.values);
  let nonzeros = 0;
  for (let example = 0; example < count; example++) {
    for (let input = 0; input < inputs; input++) {
      const value = examples.values[example * inputs + input]!;
      if (value === 0) continue;
      indices[nonzeros] = input;
      values[nonzeros] = value;
      nonzeros++;
    }
    starts[example + 1] = nonzeros;
  }
  new Uint8Array(buffer, at.labels, count).set(examples.labels);
}
