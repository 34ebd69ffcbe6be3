import { AlphagateError } from '../errors.ts';

const NOTHING_THERE: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'NOTHING_FOUND',
  'ARTIFACT_NOT_FOUND',
  'ARTIFACT_EXPIRED',
]);

/**
 * Whether a place could be asked, and holds nothing yet, which is how a baseline and a history begin. Anything else
 * that cannot be read is an error.
 */
export function isNothingThere(error: unknown): error is AlphagateError {
  return error instanceof AlphagateError && NOTHING_THERE.has(error.code);
}
