import { setTimeout as sleep } from 'node:timers/promises';
import { AlphagateError } from '../errors.ts';
import { isRateLimit, type RequestFailure } from './request-failure.ts';

/** How long to wait before each further attempt, unless GitHub says. */
const PAUSES_MS: readonly number[] = [1000, 4000];

/** The longest wait that is still worth it: a job pays for every second. */
const LONGEST_PAUSE_MS = 20_000;

export type Wait = (pauseMs: number) => Promise<unknown>;

/**
 * Does something again when GitHub is unavailable or asks to come back soon. Only for what may be done twice.
 *
 * @param attempt throws what GitHub's client throws.
 * @throws the last attempt's error.
 */
export async function retrying<Result>(attempt: () => Promise<Result>, wait: Wait = sleep): Promise<Result> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await attempt();
    } catch (error) {
      const asked = isTransient(error as RequestFailure)
        ? (retryAfterMs(error as RequestFailure) ?? pauseMs)
        : Infinity;
      if (asked > LONGEST_PAUSE_MS) throw error;
      await wait(asked);
    }
  }
  return attempt();
}

/** The client gives 500 to a request that has had no answer. A run whose time is over has no other attempt. */
function isTransient(failure: RequestFailure): boolean {
  if (failure.cause instanceof AlphagateError) return false;
  return (failure.status ?? 0) >= 500 || isRateLimit(failure);
}

/** A limit without a `retry-after` is one of the hour, which nobody waits for. */
function retryAfterMs(failure: RequestFailure): number | undefined {
  const seconds = Number(failure.response?.headers?.['retry-after'] ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  return isRateLimit(failure) ? Infinity : undefined;
}
