import type { LayerDetails } from '../metrics/details.ts';
import type { DiagnosisName } from './diagnoses.ts';

/**
 * What the gate thinks of a layer or of a model, the gravest first. Only `fail`, and a model that is `inconclusive`, turn a
 * check red.
 */
export const VERDICTS = ['fail', 'inconclusive', 'warn', 'pass'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Between which alpha is to lie, both included. */
export interface AlphaBounds {
  readonly minAlpha: number;
  readonly maxAlpha: number;
}

/** A layer's numbers with the gate's judgement of them. */
export interface JudgedLayer extends LayerDetails {
  readonly verdict: Verdict;
  /** Why, in words; at least one. May contain text from the model: hostile until escaped. */
  readonly reasons: readonly string[];
  /** The alpha below which this layer fails. */
  readonly threshold: number;
  /** alpha minus the baseline's alpha; null without a baseline. */
  readonly delta: number | null;
  /** What is wrong with it; empty for a layer that is sound. */
  readonly diagnosis: readonly DiagnosisName[];
}

export interface ModelVerdict {
  readonly verdict: Verdict;
  /** Whether the check is green. */
  readonly passed: boolean;
  /** One sentence that says why. */
  readonly reason: string;
  /** In the model's order. */
  readonly layers: readonly JudgedLayer[];
}
