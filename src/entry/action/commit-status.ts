import type { Explanation } from '../../publish/request-failure.ts';
import { plainText } from '../../report/escape.ts';
import { buildView } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Connection } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { NO_TOKEN } from './subject.ts';

/**
 * Sets the commit status, where one is wanted.
 *
 * @param commentUrl where a click on it leads; the run itself, where there is no comment.
 * @returns why it could not be set, or undefined.
 */
export async function showCommitStatus(
  { outcomes, passed, subject }: Delivery,
  { commitStatus, reportKey }: Settings,
  env: Environment,
  connection: Connection,
  commentUrl: string | undefined,
): Promise<Explanation | undefined> {
  const { repository, pull, commit, source } = subject;
  const sha = pull.pull?.headSha ?? commit;
  // Of an ended run whose pull request has gone or moved on, nobody waits for a verdict.
  if (source !== undefined && pull.pull === undefined) return undefined;
  if (!commitStatus || repository === undefined || sha === undefined) return undefined;
  const octokit = await connection();
  if (octokit === undefined) return NO_TOKEN;
  const { setCommitStatus } = await import('../../publish/commit-status.ts');
  return setCommitStatus(octokit, {
    ...repository,
    sha,
    passed,
    context: reportKey === '' ? 'alphagate' : `alphagate / ${plainText(reportKey)}`,
    description: buildView(outcomes).headline,
    targetUrl: commentUrl ?? runUrl(env),
  });
}

function runUrl(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
