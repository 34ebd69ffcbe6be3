import type { Run, Setup } from '../training/run.ts';

/** What is trained: the same perceptron, 784-300-100-10 with ReLU, on MNIST, in four ways. */

export const BATCH_SIZES: readonly number[] = [32, 16, 8, 4, 2, 1];

/** As its author published it: only the first layer learns, until the loss stands still. */
export const PUBLISHED: Setup = {
  id: 'published',
  images: 54_000,
  trained: [true, false, false],
  initial: 'glorot',
  learningRate: 0.01,
  stop: { mostEpochs: 1000, patience: { epochs: 3, by: 1e-4 } },
};

/** All layers learn, from few images, for a fixed time. */
export const EVERY_LAYER: Setup = {
  id: 'every-layer',
  images: 5000,
  trained: [true, true, true],
  initial: 'uniform',
  learningRate: 0.05,
  stop: { mostEpochs: 15 },
};

/** Long enough that random labels are learned by heart. */
export const RANDOM_LABELS: Setup = { ...EVERY_LAYER, id: 'random-labels', stop: { mostEpochs: 60 } };

/** Long after the training images are known by heart. */
export const LONG: Setup = { ...EVERY_LAYER, id: 'long', stop: { mostEpochs: 120 } };

export const FULL: readonly Run[] = [
  ...runsOf(EVERY_LAYER, { seeds: [1, 2, 3, 4, 5] }),
  ...runsOf(RANDOM_LABELS, { batchSizes: [16], seeds: [1, 2, 3], shares: [0, 0.1, 0.25, 0.5, 1] }),
  ...runsOf(LONG, { batchSizes: [2], seeds: [1, 2, 3] }),
  ...runsOf(PUBLISHED, { seeds: [1, 2, 3] }),
];

/** The same in small: it shows that everything works and repeats itself, and nothing about alpha. */
export const QUICK: readonly Run[] = [PUBLISHED, EVERY_LAYER, RANDOM_LABELS, LONG].flatMap((setup) => {
  const small: Setup = { ...setup, images: 400, stop: { ...setup.stop, mostEpochs: 2 } };
  const shares = setup === RANDOM_LABELS ? [0, 0.5] : [0];
  return runsOf(small, {
    batchSizes: setup === LONG || setup === RANDOM_LABELS ? [16] : [16, 2],
    seeds: [1],
    shares,
  });
});

function runsOf(
  setup: Setup,
  {
    batchSizes = BATCH_SIZES,
    seeds,
    shares = [0],
  }: {
    readonly batchSizes?: readonly number[];
    readonly seeds: readonly number[];
    readonly shares?: readonly number[];
  },
): Run[] {
  return seeds.flatMap((seed) =>
    shares.flatMap((randomLabels) =>
      batchSizes.map((batchSize) => {
        const noise = shares.length > 1 ? `-noise${Math.round(100 * randomLabels)}` : '';
        return {
          setup,
          batchSize,
          seed,
          randomLabels,
          id: `${setup.id}-batch${batchSize}${noise}-seed${seed}`,
        };
      }),
    ),
  );
}
