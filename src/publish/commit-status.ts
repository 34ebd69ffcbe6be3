import type { Octokit, Repository } from './octokit.ts';
import { type Explanation, explainRequestFailure, SETTING_STATUS } from './request-failure.ts';
import { retrying, type Wait } from './retry.ts';

/** GitHub refuses longer ones. */
const LONGEST_DESCRIPTION = 140;

/** GitHub refuses longer names, too. */
const LONGEST_CONTEXT = 255;

export interface StatusRequest extends Repository {
  readonly sha: string;
  readonly passed: boolean;
  /** Tells this status from others. */
  readonly context: string;
  readonly description: string;
  /** Where a click leads. */
  readonly targetUrl: string | undefined;
}

/**
 * Sets a commit status, which GitHub shows among the checks of a pull request. Never throws: the verdict does not
 * depend on it. GitHub shows the latest of a name, so that one that is set twice does no harm.
 *
 * @returns why it could not be set, or undefined.
 */
export async function setCommitStatus(
  octokit: Octokit,
  { owner, repo, sha, passed, context, description, targetUrl }: StatusRequest,
  wait?: Wait,
): Promise<Explanation | undefined> {
  try {
    await retrying(
      () =>
        octokit.rest.repos.createCommitStatus({
          owner,
          repo,
          sha,
          state: passed ? 'success' : 'failure',
          context: context.slice(0, LONGEST_CONTEXT),
          description: [...description].slice(0, LONGEST_DESCRIPTION).join(''),
          ...(targetUrl !== undefined && { target_url: targetUrl }),
        }),
      wait,
    );
    return undefined;
  } catch (error) {
    return explainRequestFailure(error, SETTING_STATUS);
  }
}
