import { ConfigError } from '../errors.ts';
import type { Outcome } from '../pipeline.ts';

/** What a run ends with, behind every door. */
export const EXIT = {
  pass: 0,
  gateFailed: 1,
  usage: 2,
  unreadable: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The code of one model. */
export function exitCodeOf(outcome: Outcome): ExitCode {
  if (outcome.kind === 'report') return outcome.report.summary.passed ? EXIT.pass : EXIT.gateFailed;
  return outcome.error instanceof ConfigError ? EXIT.usage : EXIT.unreadable;
}

/** The code of a run: a reference that makes no sense first, then a model that cannot be read, then the gate. */
export function worstExitCode(outcomes: readonly Outcome[]): ExitCode {
  const codes = outcomes.map(exitCodeOf);
  const order: readonly ExitCode[] = [EXIT.usage, EXIT.unreadable, EXIT.gateFailed];
  return order.find((code) => codes.includes(code)) ?? EXIT.pass;
}
