const PERMISSIONS = `
permissions:
  contents: read
  pull-requests: write
`;

/** What GitHub's client throws, as far as it is looked at. */
export interface RequestFailure {
  readonly status?: number;
  readonly message?: string;
  /** Absent when no answer has come. */
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** Why a comment could not be written, and what to do, with YAML to paste where that helps. */
export function explainCommentFailure(error: unknown): string {
  const failure = error as RequestFailure;
  const said = (failure.message ?? String(error)).split('\n')[0];
  if (failure.response === undefined)
    return `GitHub cannot be reached (${said}). Check GITHUB_API_URL and the network`;
  if (isRateLimit(failure))
    return `GitHub limits how often the token may be used (${said}). Run the job again later`;
  switch (failure.status) {
    case 401:
      return "GitHub does not accept the token. Pass a valid github-token, or leave the input out to use the job's own";
    case 403:
      return `the token may not comment (${said}). Give the job:\n${PERMISSIONS}\nFor a pull request from a fork GitHub gives no token that may`;
    case 404:
      return `GitHub does not show the pull request to the token (${said}). Give the job:\n${PERMISSIONS}\nand check pr-number`;
    case 410:
    case 422:
      return `GitHub refuses the comment (${said}). Check that the conversation is not locked and that comments are not switched off`;
    default:
      return `GitHub answers with ${failure.status} (${said}). Run the job again later`;
  }
}

/** Whether GitHub asks to come back later; it says so with either status. */
export function isRateLimit({ status, message = '', response }: RequestFailure): boolean {
  if (status === 429) return true;
  return status === 403 && (/rate limit/i.test(message) || response?.headers?.['retry-after'] !== undefined);
}
