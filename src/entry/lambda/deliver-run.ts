import { AlphagateError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import type { CommentResult } from '../../publish/comment.ts';
import { findPullRequest, hasHead, parseRepository, readPullRequest } from '../../publish/pull-request.ts';
import type { Explanation } from '../../publish/request-failure.ts';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { reportsOf } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import { EXIT, worstExitCode } from '../exit-code.ts';
import { commentOnPullRequest } from '../github/comment.ts';
import type { Delivery } from '../github/delivery.ts';
import { showOnCommit } from '../github/on-commit.ts';
import type { PullAnswer } from '../github/subject.ts';
import { objectFacts, putText } from './bucket.ts';
import { isTimeout } from './deadline.ts';
import type { Deployment } from './deployment.ts';
import { type GitHubAccess, gitHubAccess } from './github-credentials.ts';
import { runFile } from './run-files.ts';
import type { RunInput } from './run-input.ts';
import { modelName } from './target.ts';
import { count, logger } from './telemetry.ts';

/** What has become of a delivery. */
export interface Delivered {
  readonly comment: CommentResult['status'];
  readonly passed: boolean;
}

/** What trying again would not change: GitHub understands the request, and will not have it. */
const FINAL: ReadonlySet<string> = new Set(['REQUEST_REFUSED', 'PULL_REQUEST_UNPROVEN']);

/**
 * Stores the report of a run, and brings it to its commit and pull request.
 *
 * @throws DeliveryError when GitHub could not be told and may be later; the report is stored then.
 */
export async function deliverRun(
  input: RunInput,
  outcomes: readonly Outcome[],
  settings: Settings,
  deployment: Deployment,
): Promise<Delivered> {
  await storeReports(input, outcomes, deployment);
  const { target, model } = input;
  const repository = parseRepository(target.repository)!;
  const access = gitHubAccess(deployment.gitHubSecretArn, deployment.gitHubApiUrl, repository);
  const told: Told = {
    outcomes,
    passed: worstExitCode(outcomes) === EXIT.pass,
    // Uploads are in the order of time, and so are their comments.
    uploadedMs: (await objectFacts(model))?.storedMs ?? 0,
    settings: {
      ...settings,
      reportKey: [settings.reportKey, modelName(model.key, target)].filter(Boolean).join(' / '),
    },
  };
  let published = await tell(input, told, access).catch((error: unknown) => {
    if (error instanceof AlphagateError && error.code === 'APP_REFUSED') return undefined;
    throw error;
  });
  if (published === undefined || published.failures.some(({ code }) => code === 'TOKEN_REFUSED')) {
    // The secret may have been rotated since it was read.
    access.renew();
    published = await tell(input, told, access);
  }
  const { comment, failures } = published;
  for (const { code, reason } of failures) logger.error('GitHub has not been told', { code, reason });
  if (failures.length > 0) count('DeliveriesFailed');
  const passing = failures.find(({ code }) => !FINAL.has(code));
  if (passing !== undefined) throw new DeliveryError(target.repository, passing);
  const errors = outcomes.flatMap((outcome) => (outcome.kind === 'error' ? [outcome.error.code] : []));
  logger.info('Delivered', { comment: comment.status, reason: comment.reason, passed: told.passed, errors });
  return { comment: comment.status, passed: told.passed };
}

/** GitHub could not be told what the verdict is. */
export class DeliveryError extends AlphagateError {
  constructor(repository: string, { code, reason }: Explanation) {
    super({ code, subject: repository, problem: `the verdict could not be delivered: ${reason}` });
  }
}

async function storeReports(
  { run }: RunInput,
  outcomes: readonly Outcome[],
  deployment: Deployment,
): Promise<void> {
  const { renderHtml } = await import('../../report/html/render-html.ts');
  const reports = reportsOf(outcomes);
  await putText(
    runFile(deployment, run, 'report.md'),
    renderMarkdown(outcomes),
    'text/markdown; charset=utf-8',
  );
  await putText(runFile(deployment, run, 'report.html'), renderHtml(outcomes), 'text/html; charset=utf-8');
  // Last, because whoever finds it takes the run's analysis for done.
  if (reports.length === outcomes.length)
    await putText(runFile(deployment, run, 'report.json'), renderJson(reports), 'application/json');
}

interface Told {
  readonly outcomes: readonly Outcome[];
  readonly passed: boolean;
  readonly uploadedMs: number;
  readonly settings: Settings;
}

async function tell(
  { target }: RunInput,
  { outcomes, passed, uploadedMs, settings }: Told,
  access: GitHubAccess,
): Promise<{ comment: CommentResult; failures: Explanation[] }> {
  const repository = parseRepository(target.repository)!;
  const pull = await findPull(target, access);
  const delivery: Delivery = {
    outcomes,
    passed,
    timedOut: outcomes.some(isTimeout),
    // Nothing that comes with an artifact changes the gate.
    proposed: [],
    subject: {
      repository,
      pull,
      commit: target.sha,
      gateSha: undefined,
      baseSha: pull.pull?.baseSha,
      run: { id: uploadedMs, attempt: 1 },
      source: undefined,
    },
    // The history of a model is that of its repository's runs.
    history: { mayWrite: false, facts: { time: new Date(uploadedMs), commit: target.sha } },
  };
  const comment = await commentOnPullRequest(delivery, settings, {}, access.connection);
  // A check run shows more, and only apps make them.
  const checkRun = await access.isApp();
  const onCommit = await showOnCommit(
    delivery,
    { ...settings, commitStatus: !checkRun || settings.commitStatus, checkRun },
    {},
    access.connection,
    comment.url,
  );
  const failures = [
    ...(comment.status === 'failed'
      ? [{ code: comment.code ?? 'NOT_SHOWN', reason: comment.reason ?? 'no reason is known' }]
      : []),
    ...[onCommit.status, onCommit.checkRun].filter((failure) => failure !== undefined),
  ];
  return { comment, failures };
}

/** The pull request whose head the commit is. One that has moved on is left to the upload of its newer commit. */
async function findPull(
  { repository: name, sha, pullRequest }: RunInput['target'],
  access: GitHubAccess,
): Promise<PullAnswer> {
  const repository = parseRepository(name)!;
  const octokit = await access.connection();
  const { explainRequestFailure, LOOKING_UP } = await import('../../publish/request-failure.ts');
  try {
    const pull =
      pullRequest === undefined
        ? await findPullRequest(octokit!, repository, { sha })
        : await readPullRequest(octokit!, repository, pullRequest);
    if (pull !== undefined && hasHead(pull, { sha })) return { pull };
    const reason =
      pullRequest === undefined
        ? `no open pull request has the head ${sha.slice(0, 7)}`
        : `pull request ${pullRequest} is not at ${sha.slice(0, 7)}`;
    return { reason };
  } catch (error) {
    return explainRequestFailure(error, LOOKING_UP);
  }
}
