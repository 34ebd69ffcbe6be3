import type { Answer } from './answer.ts';
import { refusal } from './answer.ts';

/** An answer that a test asks for instead of the right one. */
export interface Failure {
  readonly answer: Answer;
  /** The request takes effect all the same: only its answer was lost on the way. */
  readonly takesEffect?: boolean;
  /** The connection breaks, or nothing ever comes, in the place of the answer; or the right answer comes byte for byte. */
  readonly connection?: 'reset' | 'stall' | 'trickle';
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
  /** GitHub's other form of a secondary limit. */
  secondaryLimit: (retryAfterSeconds: number): Failure => ({
    answer: refusal(403, 'You have exceeded a secondary rate limit.', {
      'retry-after': String(retryAfterSeconds),
    }),
  }),
  unavailable: { answer: refusal(503, 'No server is currently available to service your request.') },
  /** A gateway gave up, but the request had arrived. */
  answerLost: { answer: refusal(502, 'Server Error'), takesEffect: true },
  reset: { answer: refusal(500, 'reset'), connection: 'reset' },
  stall: { answer: refusal(500, 'stalled'), connection: 'stall' },
  /** The request arrived, and its answer takes longer than anybody waits. */
  trickle: { answer: refusal(500, 'slow'), connection: 'trickle', takesEffect: true },
  /** The request arrived, and the connection broke before its answer was there. */
  resetAfterwards: { answer: refusal(500, 'reset'), connection: 'reset', takesEffect: true },
} as const;

/** What a request is for; a query is one of GraphQL. */
export type RequestKind = 'read' | 'write' | 'query';

/** The failures that are still to come, one for each request. */
export class PlannedFailures {
  // Undefined stands for a request that goes well.
  readonly #reads: (Failure | undefined)[] = [];
  readonly #writes: (Failure | undefined)[] = [];
  readonly #queries: (Failure | undefined)[] = [];

  plan(kind: RequestKind, times: number, failure: Failure | undefined): void {
    this.#queueOf(kind).push(...Array<Failure | undefined>(times).fill(failure));
  }

  take(kind: RequestKind): Failure | undefined {
    return this.#queueOf(kind).shift();
  }

  #queueOf(kind: RequestKind): (Failure | undefined)[] {
    return { read: this.#reads, write: this.#writes, query: this.#queries }[kind];
  }
}
