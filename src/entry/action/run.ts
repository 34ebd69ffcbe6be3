import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Core from '@actions/core';
import type { Outcome } from '../../pipeline.ts';
import { annotate } from '../../publish/annotations.ts';
import type { CommentResult } from '../../publish/comment.ts';
import { writeDocument } from '../../publish/files.ts';
import { type EventPayload, findPullRequest, parseRepository } from '../../publish/pull-request.ts';
import { writeStepSummary } from '../../publish/step-summary.ts';
import { plainText } from '../../report/escape.ts';
import { renderJson } from '../../report/json.ts';
import { COMMENT_BUDGET_BYTES, renderMarkdown, SUMMARY_BUDGET_BYTES } from '../../report/markdown.ts';
import { buildView } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import { printableReference } from '../../sources/reference.ts';
import { VERSION } from '../../version.ts';
import { analyzeReferences } from '../analyze.ts';
import { EXIT, worstExitCode } from '../exit-code.ts';
import { readInputs } from './inputs.ts';
import { modelOutputs } from './outputs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the inputs, analyses, publishes, and fails the step when the gate does. */
export async function runAction(core: typeof Core, env: Environment, signal: AbortSignal): Promise<void> {
  const { references, settings } = await readInputs((name) => core.getInput(name));
  if (settings.githubToken !== '') core.setSecret(settings.githubToken);
  core.info(
    `Alphagate ${VERSION}: analysing ${references.map((reference) => plainText(printableReference(reference))).join(', ')}`,
  );

  const outcomes = await analyzeReferences(references, settings, { signal });
  const exitCode = worstExitCode(outcomes);
  const passed = exitCode === EXIT.pass;
  setOutputs(core, { ...modelOutputs(outcomes, passed), ...(await writeReports(outcomes, env)) });

  if (settings.annotations) annotate(outcomes, core);
  const summaryFailure = await writeStepSummary(
    env['GITHUB_STEP_SUMMARY'],
    renderMarkdown(outcomes, { budgetBytes: SUMMARY_BUDGET_BYTES }),
  );
  if (summaryFailure !== undefined) core.info(summaryFailure);

  const comment = await publishComment(outcomes, passed, settings, env);
  if (comment.status === 'failed')
    core.warning(`The report is not on the pull request: ${comment.reason}. It is in the job summary.`);
  else core.info(`Comment ${comment.status}${comment.reason === undefined ? '' : `: ${comment.reason}`}`);
  setOutputs(core, {
    'comment-status': comment.status,
    'comment-id': comment.id === undefined ? '' : String(comment.id),
    'comment-url': comment.url ?? '',
  });

  const { headline } = buildView(outcomes);
  if (passed) core.info(`Passed: ${headline}`);
  else core.setFailed(`Alphagate: ${headline}`);
}

function setOutputs(core: typeof Core, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Leaves the report on disk for later steps, which may upload it. */
async function writeReports(outcomes: readonly Outcome[], env: Environment): Promise<Record<string, string>> {
  const folder = path.join(env['RUNNER_TEMP'] ?? tmpdir(), `alphagate-${process.pid}`);
  const json = path.join(folder, 'report.json');
  const markdown = path.join(folder, 'report.md');
  const reports = outcomes.flatMap((outcome) => (outcome.kind === 'report' ? [outcome.report] : []));
  await writeDocument(json, renderJson(reports));
  await writeDocument(markdown, renderMarkdown(outcomes));
  return { 'report-json': json, 'report-markdown': markdown };
}

async function publishComment(
  outcomes: readonly Outcome[],
  passed: boolean,
  settings: Settings,
  env: Environment,
): Promise<CommentResult> {
  if (settings.comment === 'never') return { status: 'skipped', reason: 'comment is never' };
  const eventName = env['GITHUB_EVENT_NAME'] ?? '';
  const pullRequest = findPullRequest(
    settings.prNumber,
    await readEvent(env['GITHUB_EVENT_PATH']),
    eventName,
  );
  if (pullRequest.number === undefined) return { status: 'skipped', reason: pullRequest.reason };
  const repository = parseRepository(env['GITHUB_REPOSITORY']);
  if (repository === undefined) return { status: 'skipped', reason: 'GITHUB_REPOSITORY names no repository' };
  if (settings.githubToken === '') return { status: 'failed', reason: 'there is no github-token' };

  // Loaded only where there is a comment to write.
  const [{ connect }, { upsertComment }, { commentMarker }] = await Promise.all([
    import('../../publish/connect.ts'),
    import('../../publish/comment.ts'),
    import('../../publish/comment-marker.ts'),
  ]);
  const marker = commentMarker(settings.reportKey || `${env['GITHUB_WORKFLOW']} / ${env['GITHUB_JOB']}`);
  return upsertComment(connect(settings.githubToken, env['GITHUB_API_URL']), {
    ...repository,
    issueNumber: pullRequest.number,
    marker,
    body: renderMarkdown(outcomes, { marker, budgetBytes: COMMENT_BUDGET_BYTES }),
    create: settings.comment === 'always' || !passed,
  });
}

async function readEvent(file: string | undefined): Promise<EventPayload> {
  if (file === undefined || file === '') return {};
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
}
