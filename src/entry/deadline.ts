import { AlphagateError } from '../errors.ts';

/** Work that does not heed its signal is waited for this much longer. */
const GRACE_MS = 3000;

/** What still holds the process when all is said, such as a request that nobody waits for any more, ends after this. */
const LINGER_MS = 1000;

const MS_PER_MINUTE = 60_000;

/** Aborts a run when its time is over, with the `OUT_OF_TIME` that it then ends with. */
export function startDeadline(run: AbortController, minutes: number): void {
  setTimeout(() => run.abort(outOfTime(minutes)), minutes * MS_PER_MINUTE).unref();
}

/**
 * Waits for work to end, and once it is aborted only a moment longer, whatever it hangs on: a server that sends a byte
 * now and then is never silent.
 *
 * @throws the signal's reason where it is aborted, or else what the work throws.
 */
export async function endedBy<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const wait = () => {
      timer = setTimeout(() => reject(signal.reason), GRACE_MS);
    };
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the process even if something still holds it. */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

function outOfTime(minutes: number): AlphagateError {
  return new AlphagateError({
    code: 'OUT_OF_TIME',
    subject: 'the run',
    problem: `took longer than the ${minutes} minutes of timeout-minutes`,
    cure: 'Look at the servers that it reads from, divide the model among jobs with shard, or allow more time',
  });
}
