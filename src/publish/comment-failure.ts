const PERMISSION = 'permissions: { contents: read, pull-requests: write }';

/** Why a comment could not be written and what to do, in one line. */
export function explainCommentFailure(error: unknown): string {
  const { status, message } = error as { status?: number; message?: string };
  const said = message === undefined ? String(error) : message.split('\n')[0];
  switch (status) {
    case 401:
      return 'GitHub does not accept the token. Pass a valid github-token, or leave the input out to use the job’s own';
    case 403:
      if (/rate limit/i.test(message ?? ''))
        return `GitHub limits how often the token may write (${said}). Run the job again later`;
      return `the token may not comment (${said}). Give the job "${PERMISSION}"; for pull requests from forks GitHub gives no such token`;
    case 404:
      return `GitHub does not show the pull request to the token (${said}). Give the job "${PERMISSION}", and check pr-number`;
    case 422:
      return `GitHub refuses the comment (${said}). The conversation may be locked, or the report-key wrong`;
    case 429:
      return `GitHub limits how often the token may write (${said}). Run the job again later`;
    default:
      return status === undefined
        ? `GitHub cannot be reached (${said}). Check GITHUB_API_URL and the network`
        : `GitHub answers with ${status} (${said}). Run the job again later`;
  }
}
