import type { History } from './history/history.ts';
import type { Report } from './report.ts';

/** What became of a model: its report, or why there is none. */
export type ReportedOutcome =
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** The report that it was compared with. */
      readonly before?: Report | undefined;
      /** Earlier runs of the model, the oldest first; absent where no history is kept. */
      readonly history?: History | undefined;
    }
  | { readonly kind: 'error'; readonly reference: string; readonly error: { readonly message: string } };
