/** What the server says to a request, before it is written to the connection. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; undefined for no body at all. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What becomes of the connection in the place of an answer. */
  readonly connection?: 'reset' | 'stall' | 'trickle';
}

/** The header of every answer that has a body. */
export const JSON_CONTENT = { 'content-type': 'application/json; charset=utf-8' } as const;

const DOCUMENTATION = 'https://docs.github.com/rest';

/** GitHub's form of an error, its `basic-error`. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers, body: { message, documentation_url: DOCUMENTATION, status: String(status) } };
}

export const NOT_FOUND = refusal(404, 'Not Found');

export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** GitHub's form of a refused body, its `validation-error`. */
export function validationFailed(errors: readonly FieldError[]): Answer {
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: DOCUMENTATION } };
}
