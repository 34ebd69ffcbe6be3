import type { Report } from './report.ts';

/** What became of a model: its report, or why there is none. */
export type ReportedOutcome =
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** The report that it was compared with. */
      readonly before?: Report | undefined;
    }
  | { readonly kind: 'error'; readonly reference: string; readonly error: { readonly message: string } };
