/** How a network of the calibration is trained. The same recipe gives the same network. */
export interface Recipe {
  readonly id: string;
  readonly seed: number;
  /** Share of the training images whose label is random, 0 to 1. */
  readonly randomLabels: number;
  readonly batchSize: number;
  readonly epochs: number;
}

export const TRAINING_IMAGES = 5000;
export const LEARNING_RATE = 0.05;

/** What the other recipes vary, each in one respect or two. */
const USUAL = { randomLabels: 0, batchSize: 16, epochs: 15 };
/** Long enough that random labels are learned by heart. */
const LONG = 60;

/**
 * Clean networks; smaller batches; random labels, which 15 epochs of batches of 16 hardly learn; and random labels for
 * long. The regimes that are known to over-train come with the most seeds.
 */
export const RECIPES: readonly Recipe[] = [
  ...vary([1, 2, 3], [{}]),
  ...vary([1, 2], [{ batchSize: 4 }, { batchSize: 2 }]),
  ...vary([1, 2, 3], [{ batchSize: 1 }]),
  ...vary([1], [0.1, 0.25, 0.5, 0.75, 1].map(randomly)),
  ...vary([1], [0, 0.1, 0.25, 0.5, 1].map(randomly).map(forLong)),
  ...vary([2], [0, 0.5].map(randomly).map(forLong)),
];

/** The clean network of the same seed, which a network is measured against. */
export function referenceOf({ seed }: Recipe): string {
  return nameOf({ ...USUAL, seed });
}

function randomly(randomLabels: number): Partial<Recipe> {
  return { randomLabels };
}

function forLong(variation: Partial<Recipe>): Partial<Recipe> {
  return { ...variation, epochs: LONG };
}

function vary(seeds: readonly number[], variations: readonly Partial<Recipe>[]): Recipe[] {
  return variations.flatMap((variation) =>
    seeds.map((seed) => {
      const recipe = { ...USUAL, ...variation, seed };
      return { id: nameOf(recipe), ...recipe };
    }),
  );
}

/** What a recipe does unusually, and its seed: `noise25-seed1`; `usual-seed1` where there is nothing. */
function nameOf({ seed, randomLabels, batchSize, epochs }: Omit<Recipe, 'id'>): string {
  const parts = [
    batchSize !== USUAL.batchSize && `batch${batchSize}`,
    randomLabels !== USUAL.randomLabels && `noise${Math.round(100 * randomLabels)}`,
    epochs !== USUAL.epochs && `epochs${epochs}`,
  ].filter((part) => part !== false);
  return [...(parts.length === 0 ? ['usual'] : parts), `seed${seed}`].join('-');
}
