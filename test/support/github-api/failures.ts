import type { Answer } from './answer.ts';
import { refusal } from './answer.ts';

/** An answer that a test asks for instead of the right one. */
export interface Failure {
  readonly answer: Answer;
  /** The request takes effect all the same: only its answer was lost on the way. */
  readonly takesEffect?: boolean;
}

/** What GitHub says when something is wrong, in its own words. */
export const FAILURES = {
  /** The job has no `pull-requests: write`, or the pull request comes from a fork. */
  notAccessible: { answer: refusal(403, 'Resource not accessible by integration') },
  notFound: { answer: refusal(404, 'Not Found') },
  tooManyRequests: (retryAfterSeconds: number): Failure => ({
    answer: refusal(
      429,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      {
        'retry-after': String(retryAfterSeconds),
      },
    ),
  }),
  unavailable: { answer: refusal(503, 'No server is currently available to service your request.') },
  /** A gateway gave up, but the request had arrived. */
  answerLost: { answer: refusal(502, 'Server Error'), takesEffect: true },
} as const;

/** The failures that are still to come, one for each request. */
export class PlannedFailures {
  readonly #reads: Failure[] = [];
  readonly #writes: Failure[] = [];

  plan(kind: 'read' | 'write', times: number, failure: Failure): void {
    this.#queueOf(kind).push(...Array<Failure>(times).fill(failure));
  }

  take(method: string): Failure | undefined {
    return this.#queueOf(method === 'GET' ? 'read' : 'write').shift();
  }

  #queueOf(kind: 'read' | 'write'): Failure[] {
    return kind === 'read' ? this.#reads : this.#writes;
  }
}
