import { explainCommentFailure } from './comment-failure.ts';
import type { Octokit, Repository } from './octokit.ts';

export interface CommentRequest extends Repository {
  readonly issueNumber: number;
  /** First line of the body, by which the comment is found again. */
  readonly marker: string;
  /** Begins with the marker. */
  readonly body: string;
  /** Whether to write one where there is none. One that exists is always brought up to date. */
  readonly create: boolean;
}

export type CommentStatus = 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed';

export interface CommentResult {
  readonly status: CommentStatus;
  readonly id?: number;
  readonly url?: string;
  /** Why it was skipped or failed, with the cure. */
  readonly reason?: string;
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
 */
export async function upsertComment(octokit: Octokit, request: CommentRequest): Promise<CommentResult> {
  const { owner, repo, issueNumber, body } = request;
  try {
    const [current, ...duplicates] = await findOwn(octokit, request);
    for (const { id } of duplicates) await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    if (current === undefined) {
      if (!request.create)
        return { status: 'skipped', reason: 'there is nothing to say, and no earlier comment' };
      const { data } = await octokit.rest.issues.createComment({
        owner,
        repo,
        issue_number: issueNumber,
        body,
      });
      return { status: 'created', id: data.id, url: data.html_url };
    }
    const place = { id: current.id, url: current.html_url };
    if (sameText(current.body, body)) return { status: 'unchanged', ...place };
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: current.id, body });
    return { status: 'updated', ...place };
  } catch (error) {
    return { status: 'failed', reason: explainCommentFailure(error) };
  }
}

/**
 * Our comments on the pull request, oldest first. A comment is ours when it begins with the marker, which a quotation
 * does not, and its author is who we are: the token's user where GitHub says who that is, else any bot, since
 * an installation's token may not ask.
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
  return marked.filter(({ user }) => (login === undefined ? user?.type === 'Bot' : user?.login === login));
}

async function ownLogin(octokit: Octokit): Promise<string | undefined> {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch {
    return undefined;
  }
}

/** GitHub trims bodies and may turn their line ends. */
function sameText(a: string | undefined, b: string): boolean {
  return a?.replaceAll('\r\n', '\n').trim() === b.trim();
}
