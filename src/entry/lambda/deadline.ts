import type { Context } from 'aws-lambda';
import { NumericError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';

/** What a function keeps of its time to say that it has not come to an end: a few requests to GitHub and S3. */
const RESERVE_MS = 15_000;

/** Of a short time, at most this share is kept. */
const MOST_RESERVE = 0.25;

/** Ends work that would outlast the function, so that there is time left to say so. */
export function deadlineOf(context: Pick<Context, 'getRemainingTimeInMillis'>): AbortSignal {
  const remainingMs = context.getRemainingTimeInMillis();
  return AbortSignal.timeout(
    Math.max(0, Math.floor(remainingMs - Math.min(RESERVE_MS, MOST_RESERVE * remainingMs))),
  );
}

/** The analysis was given up at the deadline. */
export class TimeoutError extends NumericError {
  constructor(subject: string, cure: string) {
    super({
      code: 'TIMED_OUT',
      subject,
      problem: 'its analysis did not end within the time of the function',
      cure,
    });
  }
}

/** Whether an outcome is that of an analysis that was given up. */
export function isTimeout(outcome: Outcome): boolean {
  return outcome.kind === 'error' && outcome.error.code === 'TIMED_OUT';
}
