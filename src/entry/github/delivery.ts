import type { Outcome } from '../../pipeline.ts';
import type { Explanation } from '../../publish/request-failure.ts';
import type { History } from '../../report/history/history.ts';
import type { ChosenTemplate } from '../../report/markdown.ts';
import type { RunFacts } from '../history.ts';
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
  /** The user's own, by which Markdown is written. */
  readonly template?: ChosenTemplate | undefined;
  readonly history: DeliveredHistory;
}

/** What earlier runs have left, and what this one is to leave. */
export interface DeliveredHistory {
  /** What it was; absent where it is not kept, or could not be read. */
  readonly past?: History;
  /** Why it could not be read. */
  readonly failure?: Explanation;
  /** Whether this run adds to it. */
  readonly mayWrite: boolean;
  readonly facts: RunFacts;
}
