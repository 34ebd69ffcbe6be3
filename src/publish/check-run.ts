import type { Octokit, Repository } from './octokit.ts';
import { CREATING_CHECK, type Explanation, explainRequestFailure } from './request-failure.ts';
import { retrying, type Wait } from './retry.ts';

/** GitHub refuses longer summaries, in characters. Who calls has a budget of fewer bytes, and loses nothing here. */
const LONGEST_SUMMARY = 65_535;

/** Names and titles end where the page that shows them does. */
const LONGEST_LINE = 255;

export interface CheckRunRequest extends Repository {
  readonly sha: string;
  /** Of several check runs with one name GitHub shows the latest. */
  readonly name: string;
  /** The same for every request that is about the same check run. */
  readonly externalId: string;
  /** Where a click on "Details" leads. */
  readonly detailsUrl?: string | undefined;
  readonly conclusion: 'success' | 'failure' | 'timed_out';
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
}

/**
 * Makes a check run on a commit that has ended, or brings the one up to date that there is. Only an app may, such as that
 * whose token a job has. Never throws: the verdict does not depend on it.
 *
 * @param wait pauses between attempts [a timer].
 * @returns why it could not be made, or undefined.
 */
export async function upsertCheckRun(
  octokit: Octokit,
  request: CheckRunRequest,
  wait?: Wait,
): Promise<Explanation | undefined> {
  try {
    // Every attempt looks again for what is there, so that one whose answer was lost is not made twice.
    await retrying(() => save(octokit, request), wait);
    return undefined;
  } catch (error) {
    return explainRequestFailure(error, CREATING_CHECK);
  }
}

async function save(octokit: Octokit, request: CheckRunRequest): Promise<void> {
  const { owner, repo, sha, externalId, detailsUrl, conclusion, title, summary } = request;
  const name = request.name.slice(0, LONGEST_LINE);
  const known = await find(octokit, { ...request, name });
  const content = {
    owner,
    repo,
    name,
    external_id: externalId,
    ...(detailsUrl !== undefined && { details_url: detailsUrl }),
    status: 'completed' as const,
    conclusion,
    output: { title: firstOf(title, LONGEST_LINE), summary: firstOf(summary, LONGEST_SUMMARY) },
  };
  if (known === undefined) await octokit.rest.checks.create({ ...content, head_sha: sha });
  else await octokit.rest.checks.update({ ...content, check_run_id: known });
}

/** @returns the id of the newest check run that the request is about. */
async function find(
  octokit: Octokit,
  { owner, repo, sha, name, externalId }: CheckRunRequest,
): Promise<number | undefined> {
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref: sha,
    check_name: name,
    filter: 'all',
    per_page: 100,
  });
  const own = runs.filter(({ external_id }) => external_id === externalId).map(({ id }) => id);
  return own.length === 0 ? undefined : Math.max(...own);
}

/** Cuts no character in two. */
function firstOf(text: string, most: number): string {
  return text.length <= most ? text : [...text.slice(0, most)].slice(0, -1).join('');
}
