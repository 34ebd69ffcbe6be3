import type { Octokit, Repository } from '../../publish/octokit.ts';
import type { Explanation } from '../../publish/request-failure.ts';
import { plainText } from '../../report/escape.ts';
import { COMMENT_BUDGET_BYTES, renderMarkdown } from '../../report/markdown.ts';
import { buildView } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Connection } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { NO_TOKEN } from './subject.ts';

/** Why the verdict is not shown on the commit, by the way in which it was to be. */
interface NotShown {
  readonly status?: Explanation | undefined;
  readonly checkRun?: Explanation | undefined;
}

interface Target extends Repository {
  readonly sha: string;
  /** Tells what this check says from what others say. */
  readonly name: string;
}

/**
 * Shows the verdict on the commit itself, by a commit status and by a check run, where they are wanted.
 *
 * @param commentUrl where a click on it leads; the run itself, where there is no comment.
 */
export async function showOnCommit(
  delivery: Delivery,
  settings: Settings,
  env: Environment,
  connection: Connection,
  commentUrl: string | undefined,
): Promise<NotShown> {
  const target = targetOf(delivery, settings);
  const { commitStatus, checkRun } = settings;
  if (target === undefined || !(commitStatus || checkRun)) return {};
  const octokit = await connection();
  if (octokit === undefined) return commitStatus ? { status: NO_TOKEN } : { checkRun: NO_TOKEN };
  const url = commentUrl ?? runUrl(env);
  return {
    status: commitStatus ? await setStatus(octokit, target, delivery, url) : undefined,
    checkRun: checkRun ? await makeCheckRun(octokit, target, delivery, url) : undefined,
  };
}

function targetOf({ subject }: Delivery, { reportKey }: Settings): Target | undefined {
  const { repository, pull, commit, source } = subject;
  const sha = pull.pull?.headSha ?? commit;
  // Of an ended run whose pull request has gone or moved on, nobody waits for a verdict.
  if (source !== undefined && pull.pull === undefined) return undefined;
  if (repository === undefined || sha === undefined) return undefined;
  return { ...repository, sha, name: reportKey === '' ? 'alphagate' : `alphagate / ${plainText(reportKey)}` };
}

async function setStatus(
  octokit: Octokit,
  { name, ...target }: Target,
  { outcomes, passed }: Delivery,
  targetUrl: string | undefined,
): Promise<Explanation | undefined> {
  const { setCommitStatus } = await import('../../publish/commit-status.ts');
  const description = buildView(outcomes).headline;
  return setCommitStatus(octokit, { ...target, passed, context: name, description, targetUrl });
}

async function makeCheckRun(
  octokit: Octokit,
  target: Target,
  { outcomes, passed, timedOut, proposed, subject, template }: Delivery,
  detailsUrl: string | undefined,
): Promise<Explanation | undefined> {
  const { upsertCheckRun } = await import('../../publish/check-run.ts');
  return upsertCheckRun(octokit, {
    ...target,
    externalId: `${subject.run.id}.${subject.run.attempt}`,
    detailsUrl,
    conclusion: timedOut === true ? 'timed_out' : passed ? 'success' : 'failure',
    title: buildView(outcomes).headline,
    summary: renderMarkdown(outcomes, { budgetBytes: COMMENT_BUDGET_BYTES, proposed, template }),
  });
}

function runUrl(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
