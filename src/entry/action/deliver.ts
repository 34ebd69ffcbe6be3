import { type Annotator, annotate } from '../../publish/annotations.ts';
import { writeStepSummary } from '../../publish/step-summary.ts';
import { plainText } from '../../report/escape.ts';
import { renderMarkdown, SUMMARY_BUDGET_BYTES } from '../../report/markdown.ts';
import { renderTable } from '../../report/terminal.ts';
import { reportsOf } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import { commentOnPullRequest } from './comment.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { writeReports } from './report-files.ts';

/** What delivery needs of the runner, as `@actions/core` has it. */
export interface Runner extends Annotator {
  info(message: string): void;
}

const LOG_TABLE = { color: false, width: 160, verbose: false };

/**
 * Brings the report to people: log, files, annotations, job summary, comment. Never throws: the verdict is not
 * delivery. What cannot be delivered is said once, with its cure and with the place where the report is.
 *
 * @returns the outputs that speak of it.
 */
export async function deliver(
  delivery: Delivery,
  settings: Settings,
  runner: Runner,
  env: Environment,
): Promise<Readonly<Record<string, string>>> {
  const { outcomes, proposed } = delivery;
  if (reportsOf(outcomes).length > 0) runner.info(renderTable(outcomes, LOG_TABLE));
  if (settings.annotations) annotate(outcomes, runner);
  const files = await writeReports(delivery, env);
  const summaryFailure = await writeStepSummary(
    env['GITHUB_STEP_SUMMARY'],
    renderMarkdown(outcomes, { budgetBytes: SUMMARY_BUDGET_BYTES, proposed }),
  );
  const comment = await commentOnPullRequest(delivery, settings, env);

  const failures = [
    files.failure,
    summaryFailure,
    comment.status === 'failed' ? `The report is not on the pull request: ${comment.reason}` : undefined,
  ].filter((failure) => failure !== undefined);
  if (failures.length > 0) {
    const places = [summaryFailure === undefined && 'the job summary', files.markdown, 'the log'].filter(
      Boolean,
    );
    const text = `${failures.join('.\n')}.\nThe verdict does not depend on it; the report is in ${places[0]}.`;
    runner.warning(text.split('\n').map(plainText).join('\n'), { title: 'Alphagate' });
  }
  if (comment.status !== 'failed')
    runner.info(
      plainText(`Comment ${comment.status}${comment.reason === undefined ? '' : `: ${comment.reason}`}`),
    );
  return {
    'report-json': files.json,
    'report-markdown': files.markdown,
    'comment-status': comment.status,
    'comment-id': comment.id === undefined ? '' : String(comment.id),
    'comment-url': comment.url ?? '',
  };
}
