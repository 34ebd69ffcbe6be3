import type { EventPayload } from './event.ts';
import type { Octokit, Repository } from './octokit.ts';
import { retrying, type Wait } from './retry.ts';

/** A pull request, as far as it is known. */
export interface PullRequest {
  readonly number: number;
  readonly headSha?: string | undefined;
  /** `owner/name` of where the change comes from; another one than the base's for a fork. */
  readonly headRepository?: string | undefined;
  readonly baseSha?: string | undefined;
}

/** The head that a pull request has to have for a report to be about it. */
export interface Head {
  readonly sha: string;
  /** `owner/name`; undefined where GitHub does not say. */
  readonly repository?: string | undefined;
  readonly branch?: string | undefined;
}

/** The pull request that an event is about, if it says so itself. */
export function pullRequestOf({ pull_request, issue }: EventPayload): PullRequest | undefined {
  if (pull_request !== undefined) {
    const { number, head, base } = pull_request;
    return { number, headSha: head?.sha, headRepository: head?.repo?.full_name, baseSha: base?.sha };
  }
  return issue?.pull_request != null ? { number: issue.number } : undefined;
}

/**
 * What GitHub knows of a pull request.
 *
 * @returns undefined where there is none of that number.
 * @throws what GitHub's client throws.
 */
export async function readPullRequest(
  octokit: Octokit,
  { owner, repo }: Repository,
  number: number,
  wait?: Wait,
): Promise<PullRequest | undefined> {
  try {
    const { data } = await retrying(() => octokit.rest.pulls.get({ owner, repo, pull_number: number }), wait);
    return toPullRequest(data);
  } catch (error) {
    if ((error as { status?: number }).status === 404) return undefined;
    throw error;
  }
}

/**
 * The open pull request whose head is a commit. Where several have it, the oldest.
 *
 * GitHub lists the pull requests of a commit, but not always those of forks; those it lists by their branch.
 *
 * @throws what GitHub's client throws.
 */
export async function findPullRequest(
  octokit: Octokit,
  { owner, repo }: Repository,
  head: Head,
  wait?: Wait,
): Promise<PullRequest | undefined> {
  const ofCommit = await retrying(
    () =>
      octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
        owner,
        repo,
        commit_sha: head.sha,
        per_page: 100,
      }),
    wait,
  );
  const found = oldestWith(head, ofCommit);
  if (found !== undefined || !head.branch || head.repository === undefined) return found;

  const label = `${head.repository.split('/')[0]}:${head.branch}`;
  const ofBranch = await retrying(
    () =>
      octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: 'open', head: label, per_page: 100 }),
    wait,
  );
  return oldestWith(head, ofBranch);
}

/** Whether the pull request is at that commit, and comes from where the commit does. */
export function hasHead(pull: PullRequest, { sha, repository }: Head): boolean {
  return pull.headSha === sha && (repository === undefined || pull.headRepository === repository);
}

interface ApiPullRequest {
  readonly number: number;
  readonly state: string;
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly sha: string };
}

function oldestWith(head: Head, pulls: readonly ApiPullRequest[]): PullRequest | undefined {
  return pulls
    .filter(({ state }) => state === 'open')
    .map(toPullRequest)
    .filter((pull) => hasHead(pull, head))
    .sort((a, b) => a.number - b.number)[0];
}

function toPullRequest({ number, head, base }: ApiPullRequest): PullRequest {
  return { number, headSha: head.sha, headRepository: head.repo?.full_name, baseSha: base.sha };
}

/** `owner/name` in its parts. */
export function parseRepository(slug: string | undefined): Repository | undefined {
  const [owner, repo, ...rest] = slug?.split('/') ?? [];
  return owner && repo && rest.length === 0 ? { owner, repo } : undefined;
}
