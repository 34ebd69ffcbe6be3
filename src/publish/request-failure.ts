import { AlphagateError } from '../errors.ts';

/** What was asked of GitHub, for messages. */
export interface Request {
  /** Completes "the token may not …". */
  readonly action: string;
  /** The permission that it takes. */
  readonly permission: string;
  /** What is looked for. */
  readonly object: string;
  /** What else to check when GitHub refuses it. */
  readonly check: string;
}

export const COMMENTING: Request = {
  action: 'comment',
  permission: 'pull-requests: write',
  object: 'the pull request',
  check: 'that the conversation is not locked and that comments are not switched off',
};

export const LOOKING_UP: Request = {
  action: 'look up pull requests',
  permission: 'pull-requests: read',
  object: 'the pull request',
  check: 'pr-number',
};

export const SETTING_STATUS: Request = {
  action: 'set a commit status',
  permission: 'statuses: write',
  object: 'the commit',
  check: 'that the commit has fewer than 1000 statuses of this name',
};

export const CREATING_CHECK: Request = {
  action: 'create a check run',
  permission: 'checks: write',
  object: 'the commit',
  check: 'that the token is that of a GitHub App, as the job’s own is',
};

/** What GitHub's client throws, as far as it is looked at. */
export interface RequestFailure {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: unknown;
  /** Absent when no answer has come. */
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

export interface Explanation {
  /** Its name in the catalogue. */
  readonly code: string;
  /** Why, and what to do, with YAML to paste where that helps. */
  readonly reason: string;
}

/** Why GitHub did not do what it was asked, and what to do. */
export function explainRequestFailure(error: unknown, request: Request = COMMENTING): Explanation {
  const failure = error as RequestFailure;
  const said = (failure.message ?? String(error)).split('\n')[0];
  if (failure.cause instanceof AlphagateError) return explain(failure.cause);
  const permissions = `\npermissions:\n  contents: read\n  ${request.permission}\n`;
  if (failure.response === undefined) {
    return {
      code: 'GITHUB_UNREACHABLE',
      reason: `GitHub cannot be reached (${said}). Check GITHUB_API_URL and the network`,
    };
  }
  if (isRateLimit(failure)) {
    return {
      code: 'RATE_LIMITED',
      reason: `GitHub limits how often the token may be used (${said}). Run the job again later`,
    };
  }
  switch (failure.status) {
    case 401:
      return {
        code: 'TOKEN_REFUSED',
        reason:
          "GitHub does not accept the token. Pass a valid github-token, or leave the input out to use the job's own",
      };
    case 403:
      return {
        code: 'TOKEN_MAY_NOT',
        reason: `the token may not ${request.action} (${said}). Give the job:\n${permissions}\nFor a pull request from a fork GitHub gives no token that may: publish from workflow_run instead`,
      };
    case 404:
      return {
        code: 'NOT_SHOWN',
        reason: `GitHub does not show ${request.object} to the token (${said}). Give the job:\n${permissions}\nand check pr-number`,
      };
    case 410:
    case 422:
      return {
        code: 'REQUEST_REFUSED',
        reason: `GitHub refuses to ${request.action} (${said}). Check ${request.check}`,
      };
    default:
      return {
        code: 'GITHUB_UNAVAILABLE',
        reason: `GitHub answers with ${failure.status} (${said}). Run the job again later`,
      };
  }
}

/** Why something of ours has not been done. */
export function explain({ code, subject, problem, cure }: AlphagateError): Explanation {
  return { code, reason: [`${subject} ${problem}`, cure].filter(Boolean).join('. ') };
}

/** Whether GitHub asks to come back later; it says so with either status. */
export function isRateLimit({ status, message = '', response }: RequestFailure): boolean {
  if (status === 429) return true;
  return status === 403 && (/rate limit/i.test(message) || response?.headers?.['retry-after'] !== undefined);
}
