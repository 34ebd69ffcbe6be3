import { type Annotator, annotate } from '../../publish/annotations.ts';
import { uploadArtifact } from '../../publish/artifact.ts';
import type { CommentResult } from '../../publish/comment.ts';
import type { Explanation } from '../../publish/request-failure.ts';
import { writeStepSummary } from '../../publish/step-summary.ts';
import { plainText } from '../../report/escape.ts';
import { renderMarkdown, SUMMARY_BUDGET_BYTES } from '../../report/markdown.ts';
import { renderTable } from '../../report/terminal.ts';
import { reportsOf } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import { commentOnPullRequest } from '../github/comment.ts';
import { connectionOf } from '../github/connection.ts';
import type { Delivery } from '../github/delivery.ts';
import type { Environment } from '../github/environment.ts';
import { showOnCommit } from '../github/on-commit.ts';
import { helpFor } from '../help-link.ts';
import { keepHistory } from './history.ts';
import { inTime } from './in-time.ts';
import { writeReports } from './report-files.ts';

/** What delivery needs of the runner, as `@actions/core` has it. */
export interface Runner extends Annotator {
  info(message: string): void;
}

const LOG_TABLE = { color: false, width: 160, verbose: false };

/**
 * Brings the report to people: log, files, artifact, annotations, job summary, comment, the commit, one after the
 * other. The verdict is not delivery: what cannot be delivered, or not in time, is said once, with its cure and with
 * the place where the report is.
 *
 * @throws the signal's reason where the run is cancelled, and nothing else.
 * @returns the outputs that speak of it.
 */
export async function deliver(
  delivery: Delivery,
  settings: Settings,
  runner: Runner,
  env: Environment,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const { outcomes } = delivery;
  const connection = connectionOf(settings, env, signal);
  const numbersOnly = settings.mode === 'analyze';
  if (reportsOf(outcomes).length > 0) runner.info(renderTable(outcomes, LOG_TABLE));
  if (settings.annotations && !numbersOnly) annotate(outcomes, runner);
  const files = await writeReports(delivery, settings, env);
  const artifact = await inTime(
    signal,
    () => upload(settings.artifactName, files.written, runner, env),
    (late) => late,
  );
  const summaryFailure = numbersOnly ? undefined : await summarize(delivery, env);
  const comment: CommentResult = numbersOnly
    ? { status: 'skipped', reason: 'mode analyze writes to no pull request' }
    : await inTime(
        signal,
        () => commentOnPullRequest(delivery, settings, env, connection),
        (late) => ({ status: 'failed', ...late }),
      );
  const onCommit = numbersOnly
    ? {}
    : await inTime(
        signal,
        () => showOnCommit(delivery, settings, env, connection, comment.url),
        (late) => ({
          ...(settings.commitStatus && { status: late }),
          ...(settings.checkRun && { checkRun: late }),
        }),
      );

  const history = await inTime(
    signal,
    () => keepHistory(delivery, settings),
    (late) => late,
  );

  const failures = [
    files.failure,
    summaryFailure,
    comment.status === 'failed' && `The report is not on the pull request: ${explained(comment)}`,
    onCommit.status && `There is no commit status: ${explained(onCommit.status)}`,
    onCommit.checkRun && `There is no check run: ${explained(onCommit.checkRun)}`,
    artifact && `There is no artifact: ${explained(artifact)}`,
    history && `The history is not kept: ${explained(history)}`,
  ].filter((failure) => typeof failure === 'string');
  if (failures.length > 0) {
    const places = [
      !numbersOnly && summaryFailure === undefined && 'the job summary',
      files.outputs['report-markdown'],
      'the log',
    ].filter(Boolean);
    const text = `${failures.join('.\n')}.\nThe verdict does not depend on it; the report is in ${places[0]}.`;
    runner.warning(text.split('\n').map(plainText).join('\n'), { title: 'Alphagate' });
  }
  if (comment.status !== 'failed')
    runner.info(
      plainText(`Comment ${comment.status}${comment.reason === undefined ? '' : `: ${comment.reason}`}`),
    );
  return {
    ...files.outputs,
    'comment-status': comment.status,
    'comment-id': comment.id === undefined ? '' : String(comment.id),
    'comment-url': comment.url ?? '',
  };
}

/** Why, and where the manual says more. */
function explained({ reason, code }: { readonly reason?: string; readonly code?: string }): string {
  return `${reason ?? 'no reason is known'}${code === undefined ? '' : ` (${helpFor(code)})`}`;
}

function summarize(
  { outcomes, proposed, template }: Delivery,
  env: Environment,
): Promise<string | undefined> {
  const markdown = renderMarkdown(outcomes, { budgetBytes: SUMMARY_BUDGET_BYTES, proposed, template });
  return writeStepSummary(env['GITHUB_STEP_SUMMARY'], markdown);
}

async function upload(
  name: string,
  files: readonly string[],
  runner: Runner,
  env: Environment,
): Promise<Explanation | undefined> {
  if (name === '' || files.length === 0) return undefined;
  const failure = await uploadArtifact(name, files, env);
  if (failure === undefined) runner.info(`Artifact uploaded: ${plainText(name)}`);
  return failure;
}
