import { setTimeout as sleep } from 'node:timers/promises';
import { type Handler, type LambdaFunction, startFunction } from '../lambda/lambda-function.ts';
import type { Invoke } from './lambda-service.ts';

/** Execution environments of one function. */
export interface FunctionPool {
  readonly invoke: Invoke;
  /** Invocations so far, those that were killed among them. */
  invocations(): number;
  kills(): number;
  stop(): Promise<void>;
}

export interface PoolOptions {
  readonly env: Readonly<Record<string, string>>;
  /** How many there are at a time, each with one invocation at a time. */
  readonly size: number;
  /** After how many milliseconds an invocation is killed with its environment [it lives]; with 0 it never begins. */
  readonly killAfterMs?: (event: unknown) => number | undefined;
}

/** What Lambda answers when a runtime ends in the middle of an invocation. */
const KILLED = {
  errorType: 'Runtime.ExitError',
  errorMessage: 'Error: Runtime exited with error: signal: killed',
};

/** Starts environments, and a new one in the place of each that is killed, as Lambda does. */
export async function startPool(
  handler: Handler,
  { env, size, killAfterMs }: PoolOptions,
): Promise<FunctionPool> {
  const free = await Promise.all(Array.from({ length: size }, () => startFunction(handler, { env })));
  const all = new Set(free);
  const waiting: ((environment: LambdaFunction) => void)[] = [];
  let invocations = 0;
  let kills = 0;

  const take = async (): Promise<LambdaFunction> =>
    free.pop() ?? (await new Promise<LambdaFunction>((resolve) => waiting.push(resolve)));
  const giveBack = (environment: LambdaFunction): void => {
    const next = waiting.shift();
    if (next) next(environment);
    else free.push(environment);
  };
  const replace = async (environment: LambdaFunction): Promise<LambdaFunction> => {
    await environment.stop();
    all.delete(environment);
    const fresh = await startFunction(handler, { env });
    all.add(fresh);
    return fresh;
  };

  return {
    invoke: async (event) => {
      const environment = await take();
      invocations += 1;
      const delayMs = killAfterMs?.(event);
      if (delayMs === undefined) return environment.invoke(event).finally(() => giveBack(environment));
      kills += 1;
      // What it may still answer is lost with it; killed at once, it never began.
      if (delayMs > 0) environment.invoke(event).catch(() => undefined);
      await sleep(delayMs);
      giveBack(await replace(environment));
      return KILLED;
    },
    invocations: () => invocations,
    kills: () => kills,
    stop: async () => {
      await Promise.all([...all].map((environment) => environment.stop()));
    },
  };
}
