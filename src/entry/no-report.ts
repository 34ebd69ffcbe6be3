import { ConfigError } from '../errors.ts';

/** Whoever takes reports over has been given none. */
export function noReport(subject: string, problem: string): ConfigError {
  return new ConfigError({
    code: 'NO_REPORT',
    subject,
    problem,
    cure: 'Name the JSON reports that analyze has left, one a line: files, a directory or a glob',
  });
}
