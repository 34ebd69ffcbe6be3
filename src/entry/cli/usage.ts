import { ConfigError } from '../../errors.ts';

/** The options of a command line as they were given. */
export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** A command line that cannot be used. */
export function usage(
  code: string,
  subject: string,
  problem: string,
  cure: string,
  cause?: unknown,
): ConfigError {
  return new ConfigError({ code, subject, problem, cure, cause });
}
