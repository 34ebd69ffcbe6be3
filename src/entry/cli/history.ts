import type { Outcome } from '../../pipeline.ts';
import { plainText } from '../../report/escape.ts';
import type { Settings } from '../../settings/schema.ts';
import { helpFor } from '../help-link.ts';
import { record, remember } from '../history.ts';

/**
 * Shows outcomes beside those of earlier runs, and adds this run to the history. What goes wrong with either is told,
 * and changes nothing else.
 *
 * @param show prints the outcomes.
 */
export async function showWithHistory<Result>(
  outcomes: readonly Outcome[],
  settings: Settings,
  signal: AbortSignal,
  show: (outcomes: readonly Outcome[]) => Promise<Result>,
): Promise<Result> {
  const { outcomes: known, history, failure } = await remember(outcomes, settings, signal);
  const result = await show(known);
  const mayWrite = history !== undefined && settings.historyWrite !== 'never';
  const facts = { time: new Date(), commit: commitOf(process.env) };
  const problem = failure ?? (mayWrite ? await record(known, facts, settings, signal) : undefined);
  if (problem !== undefined) {
    const text = `the history is not kept: ${problem.reason} (${helpFor(problem.code)})`;
    process.stderr.write(`alphagate: ${plainText(text)}\n`);
  }
  return result;
}

/** The commit that is checked out, where GitHub or GitLab says so. */
function commitOf(env: NodeJS.ProcessEnv): string | undefined {
  const commit = env['GITHUB_SHA'] || env['CI_COMMIT_SHA'];
  return commit !== undefined && /^[0-9a-f]{7,64}$/i.test(commit) ? commit : undefined;
}
