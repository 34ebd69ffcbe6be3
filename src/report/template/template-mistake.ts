import { ConfigError } from '../../errors.ts';

/** Where in a template something begins; lines count from 1, columns from 0. */
export interface Place {
  readonly line: number;
  readonly column?: number;
}

export interface Mistake {
  readonly code: 'TEMPLATE_SYNTAX' | 'TEMPLATE_UNKNOWN_NAME' | 'TEMPLATE_FORBIDDEN';
  readonly at: Place;
  readonly problem: string;
  readonly cure: string;
  readonly cause?: unknown;
}

/** What is wrong with a template, and in which line. */
export function templateMistake(file: string, { code, at, problem, cure, cause }: Mistake): ConfigError {
  const column = at.column === undefined ? '' : `, column ${at.column + 1}`;
  return new ConfigError({
    code,
    subject: `${file}, line ${at.line}${column}`,
    problem,
    cure,
    details: { line: at.line },
    cause,
  });
}
