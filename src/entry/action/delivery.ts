import type { Outcome } from '../../pipeline.ts';
import type { Subject } from './subject.ts';

/** What a run has come to. */
export interface Delivery {
  readonly outcomes: readonly Outcome[];
  readonly passed: boolean;
  /** Whether the analysis was given up before its end [false]. */
  readonly timedOut?: boolean;
  /** What the pull request would change in its own gate. */
  readonly proposed: readonly string[];
  readonly subject: Subject;
}
