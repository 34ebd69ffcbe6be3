import { AlphagateError } from '../errors.ts';
import { loadHistory } from '../pipeline/load-history.ts';
import type { Outcome } from '../pipeline.ts';
import { changeDocument } from '../publish/change-document.ts';
import type { Explanation } from '../publish/request-failure.ts';
import { type History, parseHistory, renderHistory, runOf, withRuns } from '../report/history/history.ts';
import { historyOf } from '../report/history/history-of.ts';
import { reportsOf } from '../report/view-model.ts';
import type { Settings } from '../settings/schema.ts';
import { printableReference } from '../sources/reference.ts';
import { locateOptions, locator } from './local-ports.ts';

/** When a run was, and what it was of. */
export interface RunFacts {
  readonly time: Date;
  readonly commit: string | undefined;
}

/** Outcomes with the earlier runs of their models, and what the history was, where it could be read. */
export interface Remembered {
  readonly outcomes: readonly Outcome[];
  /** Empty where it begins with this run; absent where it must not be written, because it could not be read. */
  readonly history?: History;
  readonly failure?: Explanation;
}

/** Adds to outcomes what earlier runs have found. The verdict does not depend on it, and so a failure is told, not thrown. */
export async function remember(
  outcomes: readonly Outcome[],
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Remembered> {
  if (settings.history === '') return { outcomes };
  let history: History;
  try {
    history = (await loadHistory(settings.history, locator(settings, signal), { signal })) ?? [];
  } catch (error) {
    return { outcomes, failure: explained(error, signal) };
  }
  const names = reportsOf(outcomes).map(({ model }) => model.source);
  return {
    history,
    outcomes: outcomes.map((outcome) =>
      outcome.kind === 'report'
        ? {
            ...outcome,
            history: historyOf(outcome.report, history, names).slice(-settings.historyRuns),
          }
        : outcome,
    ),
  };
}

/** The history with this run in it. */
export function remembered(
  history: History,
  outcomes: readonly Outcome[],
  facts: RunFacts,
  { historyRuns }: Settings,
): string {
  const runs = reportsOf(outcomes).map((report) => runOf(report, facts));
  return renderHistory(withRuns(history, runs, historyRuns));
}

/**
 * Adds this run to the history where it lies.
 *
 * @returns why it could not be added, or undefined.
 */
export async function record(
  outcomes: readonly Outcome[],
  facts: RunFacts,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Explanation | undefined> {
  const subject = printableReference(settings.history);
  const change = (text: string | undefined) =>
    remembered(text === undefined ? [] : parseHistory(text, subject), outcomes, facts, settings);
  try {
    await changeDocument(settings.history, change, locateOptions(settings, signal));
    return undefined;
  } catch (error) {
    return explained(error, signal);
  }
}

function explained(error: unknown, signal: AbortSignal | undefined): Explanation {
  signal?.throwIfAborted();
  if (!(error instanceof AlphagateError)) throw error;
  return { reason: error.message.replace(/\.$/, ''), code: error.code };
}
