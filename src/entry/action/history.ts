import type { EventPayload } from '../../publish/event.ts';
import type { Explanation } from '../../publish/request-failure.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Delivery } from '../github/delivery.ts';
import type { Environment } from '../github/environment.ts';
import type { Subject } from '../github/subject.ts';
import { record, remembered } from '../history.ts';

/** Events that run on a branch for its own sake. */
const EVENTS_OF_BRANCHES: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
]);

const ARTIFACT = /^artifact:\/\//i;

/**
 * Whether a run adds to the history: only one of the default branch's own commits, whose numbers it has computed or
 * joined itself. What a pull request, a merge queue or the run of a fork brings is not yet the model's history.
 */
export function mayWriteHistory(
  { history, historyWrite, mode }: Pick<Settings, 'history' | 'historyWrite' | 'mode'>,
  { pull, source, gateSha }: Pick<Subject, 'pull' | 'source' | 'gateSha'>,
  event: EventPayload,
  env: Environment,
): boolean {
  const branch = event.repository?.default_branch;
  return (
    history !== '' &&
    historyWrite !== 'never' &&
    (mode === 'check' || mode === 'merge') &&
    pull.pull === undefined &&
    source === undefined &&
    gateSha === undefined &&
    EVENTS_OF_BRANCHES.has(env['GITHUB_EVENT_NAME'] ?? '') &&
    branch !== undefined &&
    env['GITHUB_REF'] === `refs/heads/${branch}`
  );
}

/** The history to leave beside the reports, where it is a chain of artifacts; undefined elsewhere. */
export function historyForArtifact(
  { outcomes, history: { past, mayWrite, facts } }: Pick<Delivery, 'outcomes' | 'history'>,
  settings: Settings,
): string | undefined {
  if (!mayWrite || past === undefined || !ARTIFACT.test(settings.history)) return undefined;
  return remembered(past, outcomes, facts, settings);
}

/**
 * Adds the run to the history where it lies, if it may.
 *
 * @returns why the history is not kept, or undefined.
 */
export async function keepHistory(
  { outcomes, history: { past, failure, mayWrite, facts } }: Delivery,
  settings: Settings,
): Promise<Explanation | undefined> {
  if (failure !== undefined || past === undefined || !mayWrite) return failure;
  return ARTIFACT.test(settings.history) ? undefined : record(outcomes, facts, settings, undefined);
}
