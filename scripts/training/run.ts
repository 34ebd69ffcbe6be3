/** The widths of every network that is trained here: the images, two hidden layers, the ten digits. */
export const WIDTHS: readonly number[] = [784, 300, 100, 10];

/** When a training ends. */
export interface Stop {
  readonly mostEpochs: number;
  /** Ends it earlier, when the training loss has not fallen by `by` for so many epochs; the best weights count then. */
  readonly patience?: { readonly epochs: number; readonly by: number };
}

/** What a family of trainings has in common. */
export interface Setup {
  readonly id: string;
  /** The first of the training images. */
  readonly images: number;
  /** Which layers learn. */
  readonly trained: readonly boolean[];
  /**
   * `glorot`: normal, cut at two standard deviations, with variance 2/(inputs + outputs), biases zero (Glorot and
   * Bengio 2010, as Keras has it). `uniform`: weights and biases uniform within ±1/√inputs, as PyTorch has it.
   */
  readonly initial: 'glorot' | 'uniform';
  readonly learningRate: number;
  readonly stop: Stop;
}

/** One training. The same run gives the same weights, bit for bit. */
export interface Run {
  /** What tells it from the others, and the name of its folder. */
  readonly id: string;
  readonly setup: Setup;
  readonly batchSize: number;
  readonly seed: number;
  /** Share of the training images whose label is drawn at random, 0 to 1. */
  readonly randomLabels: number;
}
