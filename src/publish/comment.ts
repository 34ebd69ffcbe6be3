import {
  type CommentState,
  compareRuns,
  isOlder,
  parseState,
  type RunId,
  withoutRun,
} from './comment-state.ts';
import type { Octokit, Repository } from './octokit.ts';
import { explainRequestFailure, isRateLimit, type RequestFailure } from './request-failure.ts';
import { retrying, type Wait } from './retry.ts';

export interface CommentRequest extends Repository {
  readonly issueNumber: number;
  /** First line of the body, by which the comment is found again. */
  readonly marker: string;
  /** Begins with the marker. */
  readonly body: string;
  /** What the body's second line says. */
  readonly state: CommentState;
  /** Whether to write one where there is none. */
  readonly create: boolean;
  /** Leaves a comment alone that says the same of the same layers, whatever the numbers [false]. */
  readonly onlyOnChange?: boolean;
  /** Writes a new comment in the place of one with another verdict, because edits notify nobody [false]. */
  readonly repost?: boolean;
}

export type CommentStatus = 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed';

export interface CommentResult {
  readonly status: CommentStatus;
  readonly id?: number;
  readonly url?: string;
  /** Why it was skipped or failed, with the cure. */
  readonly reason?: string;
  /** Of a failure, its name in the catalogue. */
  readonly code?: string;
}

interface Comment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | undefined;
  readonly user: { readonly login: string; readonly type: string } | null;
}

/**
 * Brings our comment on a pull request up to date: one comment for each marker, written once and edited in place.
 * Never throws: a comment that cannot be written is a result, because the verdict does not depend on it.
 *
 * @param wait pauses between attempts [a timer].
 */
export async function upsertComment(
  octokit: Octokit,
  request: CommentRequest,
  wait?: Wait,
): Promise<CommentResult> {
  let creating = false;
  try {
    // Every attempt looks again for what is there, so that a comment whose answer was lost is not written twice.
    return await retrying(async () => {
      const [current, ...duplicates] = await findOwn(octokit, request);
      if (current !== undefined) {
        const reposting = mustRepost(request, current);
        creating ||= reposting;
        const result = reposting
          ? await create(octokit, request)
          : await bringUpToDate(octokit, request, current);
        await removeAll(octokit, request, reposting ? [current, ...duplicates] : duplicates);
        return creating && result.status !== 'skipped' ? { ...result, status: 'created' } : result;
      }
      if (!request.create)
        return { status: 'skipped', reason: 'there is nothing to say, and no earlier comment' };
      creating = true;
      return await create(octokit, request);
    }, wait);
  } catch (error) {
    return { status: 'failed', ...explainRequestFailure(error) };
  }
}

async function create(
  octokit: Octokit,
  { owner, repo, issueNumber, body }: CommentRequest,
): Promise<CommentResult> {
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issueNumber, body });
  return { status: 'created', id: data.id, url: data.html_url };
}

async function bringUpToDate(
  octokit: Octokit,
  { owner, repo, body, state, onlyOnChange }: CommentRequest,
  current: Comment,
): Promise<CommentResult> {
  const place = { id: current.id, url: current.html_url };
  const before = parseState(current.body ?? '');
  if (before !== undefined && isOlder(state.run, before.run))
    return { status: 'skipped', reason: `a newer run has reported already: ${before.run.id}`, ...place };
  if (onlyOnChange === true && before?.digest === state.digest) return { status: 'unchanged', ...place };
  if (sameText(current.body, body)) return { status: 'unchanged', ...place };
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: current.id, body });
  return { status: 'updated', ...place };
}

function mustRepost({ repost, state }: CommentRequest, current: Comment): boolean {
  const before = parseState(current.body ?? '');
  return (
    repost === true &&
    before !== undefined &&
    before.verdict !== state.verdict &&
    !isOlder(state.run, before.run)
  );
}

/**
 * Runs of the same check that overtook each other may have left several. One that cannot be removed is left to the
 * next run: the comment that counts is up to date.
 */
async function removeAll(
  octokit: Octokit,
  { owner, repo }: Repository,
  comments: readonly Comment[],
): Promise<void> {
  for (const { id } of comments) {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if ((error as RequestFailure).status === undefined) throw error;
    }
  }
}

/**
 * Our comments on the pull request, that of the newest run first. A comment is ours when it begins with the marker, which a quotation
 * does not, and its author is who we are. Where GitHub does not say that, any bot is trusted to be us, but no person.
 */
async function findOwn(
  octokit: Octokit,
  { owner, repo, issueNumber, marker }: CommentRequest,
): Promise<Comment[]> {
  const comments: Comment[] = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: issueNumber,
    per_page: 100,
  });
  const marked = comments.filter(({ body }) => body?.startsWith(marker));
  if (marked.length === 0) return [];
  const login = await ownLogin(octokit);
  return marked
    .filter(({ user }) => (login === undefined ? user?.type === 'Bot' : user?.login === login))
    .sort((a, b) => compareRuns(runOf(b), runOf(a)) || a.id - b.id);
}

/** A comment of an earlier version does not say, and is older than any that does. */
function runOf({ body }: Comment): RunId {
  return parseState(body ?? '')?.run ?? { id: 0, attempt: 0 };
}

/** Only GraphQL tells an app's token, such as a workflow's, who it acts as; servers like GitHub's may lack it. */
async function ownLogin(octokit: Octokit): Promise<string | undefined> {
  const viewer = await answerOf(() => octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }'));
  if (viewer !== undefined) return viewer.viewer.login;
  return (await answerOf(() => octokit.rest.users.getAuthenticated()))?.data.login;
}

/** @returns undefined where it is refused for good; to take a failure of the moment for that would make duplicates. */
async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    const failure = error as RequestFailure;
    if ((failure.status ?? 0) >= 500 || isRateLimit(failure)) throw error;
    return undefined;
  }
}

/** GitHub trims bodies and may turn their line ends. Runs of the same commit say the same. */
function sameText(a: string | undefined, b: string): boolean {
  return withoutRun(a?.replaceAll('\r\n', '\n') ?? '').trim() === withoutRun(b).trim();
}
