import type { LayerDetails } from '../../src/metrics/details.ts';

/** What a subject is an example of; rates are counted for each kind apart. */
export type Kind =
  | 'published'
  | 'sound training'
  | 'small batches'
  | 'noise memorised'
  | 'noise not memorised';

/** The kinds of which the gate should say that they are over-trained. */
export const OVER_TRAINED: readonly Kind[] = ['small batches', 'noise memorised', 'noise not memorised'];
export const SOUND: readonly Kind[] = ['published', 'sound training'];

/** What the gate should say. */
export interface Truth {
  readonly kind: Kind;
  readonly expected: 'green' | 'red';
}

/** A model with its numbers. */
export interface Subject {
  readonly id: string;
  /** Undefined where the model is listed and not counted. */
  readonly truth: Truth | undefined;
  /** What it is, or why it is not counted. */
  readonly remark: string;
  /** At least one. */
  readonly layers: readonly LayerDetails[];
}

/** A network whose test accuracy is lower than its reference's by more than this is over-trained; 0 to 1. */
export const LARGEST_LOSS = 0.02;

/** From this share of random labels on a network should be red, whatever its test accuracy. */
export const NOISE_SHARE = 0.25;

/** From this training accuracy on a network has learned its labels by heart, the random ones too; 0 to 1. */
export const MEMORISED = 0.95;

const NOT_COUNTED: Readonly<Record<string, string>> = {
  'silero-vad-onnx': 'the same weights as silero-vad-jit',
  'minilm-lora': 'an adapter of rank 16 for minilm-l6-safetensors, made to test the reader',
  'gguf-alltypes-synthetic': 'random bytes, made to test the reader',
};

/** Why a golden model is not counted: it is no model of its own. */
export function whyNotCounted(id: string): string | undefined {
  return id.startsWith('minilm-l0-') ? 'a part of minilm-l6-safetensors in another format' : NOT_COUNTED[id];
}

/** What is known of a network whose training and test accuracy are known. */
export interface Training {
  /** Share of the training images whose label is random, 0 to 1. */
  readonly randomLabels: number;
  /** On the labels that were learned, random ones included; 0 to 1. */
  readonly trainAccuracy: number;
  /** 0 to 1. */
  readonly testAccuracy: number;
  /** The test accuracy of the network that was trained the same way, but soundly. */
  readonly referenceAccuracy: number;
}

export function truthOfTraining(training: Training): Truth {
  const { randomLabels, trainAccuracy, testAccuracy, referenceAccuracy } = training;
  const isWorse = referenceAccuracy - testAccuracy > LARGEST_LOSS;
  if (!isWorse && randomLabels < NOISE_SHARE) return { kind: 'sound training', expected: 'green' };
  if (randomLabels === 0) return { kind: 'small batches', expected: 'red' };
  return { kind: trainAccuracy >= MEMORISED ? 'noise memorised' : 'noise not memorised', expected: 'red' };
}

/** The eigenvalues that count when the gate asks for a fewest number of them. */
export function nonzeroEigenvalues({ num_evals, matrix_rank }: LayerDetails): number {
  return Math.min(num_evals, matrix_rank ?? 0);
}

export type FittedLayer = LayerDetails & {
  readonly alpha: number;
  readonly sigma: number;
  readonly D: number;
};

/** The layer of the lowest alpha among those with so many nonzero eigenvalues; undefined where there is none. */
export function lowestLayer({ layers }: Subject, fewestEigenvalues: number): FittedLayer | undefined {
  return layers
    .filter(isFitted)
    .filter((layer) => nonzeroEigenvalues(layer) >= fewestEigenvalues)
    .sort((a, b) => a.alpha - b.alpha)[0];
}

function isFitted(layer: LayerDetails): layer is FittedLayer {
  return layer.alpha !== null && layer.sigma !== null && layer.D !== null;
}
