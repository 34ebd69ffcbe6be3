import type { CommentResult } from '../../publish/comment.ts';
import { commentMarker } from '../../publish/comment-marker.ts';
import { type CommentState, formatState, verdictDigest } from '../../publish/comment-state.ts';
import { COMMENT_BUDGET_BYTES, renderMarkdown } from '../../report/markdown.ts';
import type { ReportLayer } from '../../report/report.ts';
import { buildView, reportsOf } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Connection } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { NO_TOKEN } from './subject.ts';

/** Writes the report to the pull request that the run is about, if there is one and a comment is wanted. */
export async function commentOnPullRequest(
  delivery: Delivery,
  settings: Settings,
  env: Environment,
  connection: Connection,
): Promise<CommentResult> {
  if (settings.comment === 'never') return { status: 'skipped', reason: 'comment is never' };
  const { outcomes, proposed, subject, template } = delivery;
  const { pull, repository } = subject;
  if (pull.pull === undefined) return { ...pull, status: pull.code === undefined ? 'skipped' : 'failed' };
  if (repository === undefined) return { status: 'skipped', reason: 'GITHUB_REPOSITORY names no repository' };
  const octokit = await connection();
  if (octokit === undefined) return { status: 'failed', ...NO_TOKEN };

  const { upsertComment } = await import('../../publish/comment.ts');
  const state = stateOf(delivery);
  const marker = commentMarker(settings.reportKey || defaultKey(env));
  const head = `${marker}\n${formatState(state)}`;
  return upsertComment(octokit, {
    ...repository,
    issueNumber: pull.pull.number,
    marker,
    state,
    body: renderMarkdown(outcomes, { marker: head, budgetBytes: COMMENT_BUDGET_BYTES, proposed, template }),
    create: isWorthAComment(delivery, settings),
    onlyOnChange: settings.comment === 'changes',
    repost: settings.repost,
  });
}

function stateOf({ outcomes, subject }: Delivery): CommentState {
  return {
    run: subject.run,
    commit: subject.pull.pull?.headSha ?? subject.commit ?? '',
    verdict: buildView(outcomes).status,
    digest: verdictDigest(outcomes),
  };
}

/** Whether there is something to say where nothing has been said yet. */
function isWorthAComment({ outcomes, passed }: Delivery, { comment }: Settings): boolean {
  if (comment !== 'changes') return comment === 'always' || !passed;
  const reports = reportsOf(outcomes);
  if (reports.length < outcomes.length) return true;
  return reports.some(({ layers, baseline, summary }) =>
    baseline === undefined || 'missing' in baseline
      ? summary.verdict !== 'pass'
      : layers.some(differsFromBaseline),
  );
}

/** Whether a layer has crossed its threshold since the baseline, fails for another reason, or is new and not fine. */
function differsFromBaseline({ alpha, delta, threshold, verdict }: ReportLayer): boolean {
  if (alpha === null || delta === null) return verdict !== 'pass';
  const wasBelow = alpha - delta < threshold;
  return alpha < threshold !== wasBelow || (verdict === 'fail' && !wasBelow);
}

/** One comment for each job of each workflow. */
function defaultKey(env: Environment): string {
  return `${env['GITHUB_WORKFLOW'] ?? ''} / ${env['GITHUB_JOB'] ?? ''}`;
}
