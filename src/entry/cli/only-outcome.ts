import { ConfigError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import { printableReference } from '../../sources/reference.ts';

/**
 * What became of the only model that a reference stands for.
 *
 * @param whyOne what the error says of why there may be no more than one.
 * @throws ConfigError `SEVERAL_MODELS`.
 */
export function onlyOutcome(model: string, outcomes: readonly Outcome[], whyOne: string): Outcome {
  const [outcome] = outcomes;
  if (outcome !== undefined && outcomes.length === 1) return outcome;
  throw new ConfigError({
    code: 'SEVERAL_MODELS',
    subject: printableReference(model),
    problem: `stands for ${outcomes.length} models, and ${whyOne}`,
    cure: 'Name one of them',
  });
}
