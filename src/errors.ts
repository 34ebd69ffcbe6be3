/**
 * The errors Alphagate raises on purpose. Each says what was being read, what is wrong with it and what to do,
 * in one line; callers match on `code`, never on the message.
 */

/** What an error says. */
export interface ErrorParts {
  /** Stable, documented name of the failure, such as `TENSOR_OUT_OF_BOUNDS`. */
  readonly code: string;
  /** What was being read or done: a file, a reference, an option. */
  readonly subject: string;
  /** What is wrong with it: what was found and what was allowed. */
  readonly problem: string;
  /** What the reader can do about it. */
  readonly cure?: string;
  /** Machine-readable facts, such as `{ offsetBytes: 8 }`. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The base of every error that Alphagate raises on purpose. */
export class AlphagateError extends Error {
  readonly code: string;
  readonly subject: string;
  readonly problem: string;
  readonly cure: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(parts: ErrorParts) {
    const sentence = `${parts.subject}: ${parts.problem}.`;
    super(parts.cure === undefined ? sentence : `${sentence} ${parts.cure}.`, { cause: parts.cause });
    this.name = new.target.name;
    this.code = parts.code;
    this.subject = parts.subject;
    this.problem = parts.problem;
    this.cure = parts.cure;
    this.details = parts.details ?? {};
  }
}

/** A flag, input or configuration file that cannot be used. Exit code 2. */
export class ConfigError extends AlphagateError {}

/** A place that cannot be read: missing, refused, changed while it was read. Exit code 3. */
export class SourceError extends AlphagateError {}

/** Bytes that are not the format they claim to be, or that lie about themselves. Exit code 3. */
export class FormatError extends AlphagateError {}

/** A computation that did not come to an end it can vouch for. Exit code 3. */
export class NumericError extends AlphagateError {}
