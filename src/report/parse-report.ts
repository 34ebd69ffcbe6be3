import * as z from 'zod';
import { FormatError } from '../errors.ts';
import { MAX_REPORTED_MODELS } from '../limits.ts';
import { VERSION } from '../version.ts';
import { type Report, type ReportLayer, reportSchema } from './report.ts';

/**
 * Reads what `alphagate analyze --format json` wrote, of one model or of several, in this version or an earlier one.
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
  const parsed = reportSchema.safeParse(completed(value));
  if (parsed.success) return parsed.data;
  const problem = z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' ');
  const version = versionOf(value);
  throw version === undefined || version === VERSION
    ? notAReport(subject, problem, parsed.error)
    : otherVersion(subject, version, problem, parsed.error);
}

/** Columns that reports of earlier versions lack, each with what stands for a value that is not known. */
const LATER_COLUMNS = {
  p_value: null,
  trust: null,
  trust_reasons: [],
  numerical_rank: null,
  outliers: null,
  alpha_without_outliers: null,
  correlation_traps: null,
  diagnosis: [],
} as const satisfies Partial<ReportLayer>;

/** The report with all columns, as far as it is one: a baseline may have been left by an earlier version. */
function completed(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value['layers'])) return value;
  const layers = value['layers'].map((layer) => (isObject(layer) ? { ...LATER_COLUMNS, ...layer } : layer));
  return { ...value, layers };
}

/** The version that a document says it was written by. */
function versionOf(value: unknown): string | undefined {
  const tool = isObject(value) ? value['tool'] : undefined;
  const version = isObject(tool) && tool['name'] === 'alphagate' ? tool['version'] : undefined;
  return typeof version === 'string' && VERSION_NUMBER.test(version) ? version : undefined;
}

const VERSION_NUMBER = /^\d{1,9}\.\d{1,9}\.\d{1,9}(-[\w.]{1,40})?$/;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function otherVersion(subject: string, version: string, problem: string, cause: unknown): FormatError {
  return new FormatError({
    code: 'NOT_A_REPORT',
    subject,
    problem: `is a report of alphagate ${version}, which ${VERSION} cannot read: ${problem}`,
    cure: 'Use one version in all workflows, and make it again: of a baseline, by running the workflow of the base branch once more',
    cause,
  });
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
