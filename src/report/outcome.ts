import { VERDICTS } from '../verdict/verdict.ts';
import type { History } from './history/history.ts';
import type { Report } from './report.ts';

/** What is said of a model in a word, the gravest first. */
export const STATUSES = ['error', ...VERDICTS] as const;

export type Status = (typeof STATUSES)[number];

export interface AnalyzedModel {
  readonly kind: 'report';
  readonly report: Report;
  /** The report that it was compared with. */
  readonly before?: Report | undefined;
  /** Earlier runs of the model, the oldest first; absent where no history is kept. */
  readonly history?: History | undefined;
}

export interface UnreadableModel {
  readonly kind: 'error';
  readonly reference: string;
  readonly error: { readonly message: string };
}

/** What became of a model: its report, or why there is none. */
export type ReportedOutcome = AnalyzedModel | UnreadableModel;
