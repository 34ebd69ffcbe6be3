import * as z from 'zod';
import { FormatError } from '../errors.ts';
import { MAX_REPORTED_MODELS } from '../limits.ts';
import { type Report, reportSchema } from './report.ts';

/**
 * Reads what `alphagate analyze --format json` wrote, of one model or of several.
 *
 * @param subject where it was read, for messages.
 * @throws FormatError `NOT_A_REPORT` unless every report fits the schema.
 */
export function parseReports(text: string, subject: string): Report[] {
  const value = parse(text, subject);
  if (!Array.isArray(value)) return [check(value, subject)];
  if (value.length > MAX_REPORTED_MODELS)
    throw notAReport(subject, `it holds ${value.length} models, more than ${MAX_REPORTED_MODELS}`);
  return value.map((report) => check(report, subject));
}

/**
 * Reads the report of one model that comes from outside.
 *
 * @param subject where it was read, for messages.
 * @throws FormatError `NOT_A_REPORT` unless it fits the schema.
 */
export function parseReport(text: string, subject = 'the report'): Report {
  return check(parse(text, subject), subject);
}

function parse(text: string, subject: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notAReport(subject, 'it is not JSON', cause);
  }
}

function check(value: unknown, subject: string): Report {
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw notAReport(subject, z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' '), parsed.error);
}

function notAReport(subject: string, problem: string, cause?: unknown): FormatError {
  return new FormatError({
    code: 'NOT_A_REPORT',
    subject,
    problem: `is not a report of this version of alphagate: ${problem}`,
    cure: 'Make it again with alphagate analyze --format json',
    cause,
  });
}
