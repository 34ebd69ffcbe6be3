import { AlphagateError } from '../../errors.ts';
import { type Explanation, explain } from '../../publish/request-failure.ts';

/**
 * Does something that a run can do without, as long as there is time for it.
 *
 * @param late what it comes to when the time of the run is over.
 * @throws the signal's reason where the run is cancelled.
 */
export async function inTime<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
  late: (why: Explanation) => Result,
): Promise<Result> {
  const over = (): Result => {
    if (signal.reason instanceof AlphagateError) return late(explain(signal.reason));
    throw signal.reason;
  };
  if (signal.aborted) return over();
  return new Promise((resolve, reject) => {
    const end = () => {
      try {
        resolve(over());
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', end, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
  });
}
