import type { Outcome } from '../../pipeline.ts';
import type { ChosenTemplate } from '../../report/markdown.ts';
import type { Subject } from './subject.ts';

/** What a run has come to. */
export interface Delivery {
  readonly outcomes: readonly Outcome[];
  readonly passed: boolean;
  /** What the pull request would change in its own gate. */
  readonly proposed: readonly string[];
  readonly subject: Subject;
  /** The user's own, by which Markdown is written. */
  readonly template?: ChosenTemplate | undefined;
}
