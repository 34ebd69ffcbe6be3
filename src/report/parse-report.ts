import { z } from 'zod';
import { FormatError } from '../errors.ts';
import { type Report, reportSchema } from './report.ts';

/**
 * Reads a report that comes from outside.
 *
 * @param subject where it was read, for messages.
 * @throws FormatError `NOT_A_REPORT` unless it fits the schema.
 */
export function parseReport(text: string, subject = 'the report'): Report {
  const refuse = (problem: string, cause: unknown) =>
    new FormatError({
      code: 'NOT_A_REPORT',
      subject,
      problem: `is not a report of this version of alphagate: ${problem}`,
      cure: 'Make it again with alphagate analyze --format json',
      cause,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse('it is not JSON', cause);
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse(z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' '), parsed.error);
}
