import type { CommentResult } from '../../publish/comment.ts';
import { commentMarker } from '../../publish/comment-marker.ts';
import { findPullRequest, parseRepository } from '../../publish/pull-request.ts';
import { COMMENT_BUDGET_BYTES, renderMarkdown } from '../../report/markdown.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';

/** Writes the report to the pull request that the run is about, if there is one and a comment is wanted. */
export async function commentOnPullRequest(
  { outcomes, passed, proposed, event }: Delivery,
  settings: Settings,
  env: Environment,
): Promise<CommentResult> {
  if (settings.comment === 'never') return { status: 'skipped', reason: 'comment is never' };
  const pullRequest = findPullRequest(settings.prNumber, event, env['GITHUB_EVENT_NAME'] ?? '');
  if (pullRequest.number === undefined) return { status: 'skipped', reason: pullRequest.reason };
  const repository = parseRepository(env['GITHUB_REPOSITORY']);
  if (repository === undefined) return { status: 'skipped', reason: 'GITHUB_REPOSITORY names no repository' };
  if (settings.githubToken === '')
    return { status: 'failed', reason: "there is no github-token. Leave the input out to use the job's own" };

  // Loaded only where there is a comment to write.
  const [{ connect }, { upsertComment }] = await Promise.all([
    import('../../publish/connect.ts'),
    import('../../publish/comment.ts'),
  ]);
  const marker = commentMarker(settings.reportKey || defaultKey(env));
  return upsertComment(connect(settings.githubToken, env['GITHUB_API_URL']), {
    ...repository,
    issueNumber: pullRequest.number,
    marker,
    body: renderMarkdown(outcomes, { marker, budgetBytes: COMMENT_BUDGET_BYTES, proposed }),
    create: settings.comment === 'always' || !passed,
  });
}

/** One comment for each job of each workflow. */
function defaultKey(env: Environment): string {
  return `${env['GITHUB_WORKFLOW'] ?? ''} / ${env['GITHUB_JOB'] ?? ''}`;
}
