/** What a run of the state machine takes, simulated item by item. */

export interface Item {
  /** Time in the handler. */
  readonly seconds: number;
}

export interface Platform {
  /** Memory of a function, in GB of 2^30 bytes. */
  readonly memoryGb: number;
  /** Starting an environment: from init to handler; it is paid for. */
  readonly coldStartSeconds: number;
  /** What Step Functions takes to start an item and to take its answer; nobody pays for it by time. */
  readonly dispatchSeconds: number;
  /** Before and after the items: headers are read; rows are merged, rendered, published. */
  readonly planSeconds: number;
  readonly reportSeconds: number;
}

export interface Run {
  /** From the start of the run to its end. */
  readonly wallSeconds: number;
  /** Paid for: handlers and cold starts, of plan and report too. */
  readonly gbSeconds: number;
  /** Environments that were started for items. */
  readonly coldStarts: number;
  readonly invocations: number;
  readonly transitions: number;
}

/** The run itself enters and leaves, and passes Plan, Set limits, Analyze items and Report; an item has one state. */
const TRANSITIONS_OF_RUN = 6;
const TRANSITIONS_OF_ITEM = 3;

/**
 * Gives items in their order to whichever of `concurrency` environments is free first, as a Map state does.
 *
 * @param concurrency at least 1.
 */
export function simulate(items: readonly Item[], concurrency: number, platform: Platform): Run {
  const { memoryGb, coldStartSeconds, dispatchSeconds, planSeconds, reportSeconds } = platform;
  const environments = Math.min(concurrency, items.length);
  const freeAtSeconds = new Array<number>(environments).fill(coldStartSeconds);
  for (const { seconds } of items) {
    let next = 0;
    for (let other = 1; other < environments; other++)
      if (freeAtSeconds[other]! < freeAtSeconds[next]!) next = other;
    freeAtSeconds[next]! += dispatchSeconds + seconds;
  }
  const handlerSeconds = items.reduce((sum, { seconds }) => sum + seconds, 0);
  const paidSeconds = handlerSeconds + planSeconds + reportSeconds + (environments + 2) * coldStartSeconds;
  return {
    wallSeconds: 2 * coldStartSeconds + planSeconds + Math.max(0, ...freeAtSeconds) + reportSeconds,
    gbSeconds: memoryGb * paidSeconds,
    coldStarts: environments,
    invocations: items.length + 2,
    transitions: TRANSITIONS_OF_RUN + TRANSITIONS_OF_ITEM * items.length,
  };
}
