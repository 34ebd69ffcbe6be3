import { createHash } from 'node:crypto';
import { rowName } from '../metrics/row-name.ts';
import type { ReportedOutcome } from '../report/outcome.ts';

/** A run of a workflow. Both numbers grow with time; the id is 0 outside of workflows. */
export interface RunId {
  readonly id: number;
  readonly attempt: number;
}

/** What a comment says for later runs to read. */
export interface CommentState {
  readonly run: RunId;
  /** The commit that the numbers are of; empty where it is not known. */
  readonly commit: string;
  /** The verdict of all models together. */
  readonly verdict: string;
  /** Stands for the verdicts of all models and layers. */
  readonly digest: string;
}

/** The second line of our comments. */
export function formatState({ run, commit, verdict, digest }: CommentState): string {
  return `<!-- run ${run.id}.${run.attempt} commit ${commit || 'unknown'} verdict ${verdict} ${digest} -->`;
}

const STATE =
  /^<!-- run (?<id>\d{1,15})\.(?<attempt>\d{1,9}) commit (?<commit>[0-9a-z]+) verdict (?<verdict>[a-z]+) (?<digest>[0-9a-f]+) -->$/;

/** @returns undefined for a comment that has none, as of an earlier version. */
export function parseState(body: string): CommentState | undefined {
  const { id, attempt, commit, verdict, digest } = STATE.exec(body.split(/\r?\n/, 2)[1] ?? '')?.groups ?? {};
  if (id === undefined) return undefined;
  return {
    run: { id: Number(id), attempt: Number(attempt) },
    commit: commit === 'unknown' ? '' : commit!,
    verdict: verdict!,
    digest: digest!,
  };
}

/** The text without what tells runs of the same commit apart. */
export function withoutRun(body: string): string {
  return body.replace(/^<!-- run \d+\.\d+ /m, '<!-- run ');
}

/** Less than 0 when `a` is older than `b`. */
export function compareRuns(a: RunId, b: RunId): number {
  return a.id - b.id || a.attempt - b.attempt;
}

/** Whether a run must not overwrite what the other one has said. Who publishes by hand may. */
export function isOlder(run: RunId, than: RunId): boolean {
  return run.id !== 0 && compareRuns(run, than) < 0;
}

/** The same for the same verdicts of the same models and layers, whatever their numbers. */
export function verdictDigest(outcomes: readonly ReportedOutcome[]): string {
  const verdicts = outcomes.map((outcome) =>
    outcome.kind === 'error'
      ? [outcome.reference, 'error']
      : [
          outcome.report.model.source,
          outcome.report.summary.verdict,
          ...outcome.report.layers.map((layer) => [rowName(layer), layer.verdict]),
        ],
  );
  return createHash('sha256').update(JSON.stringify(verdicts)).digest('hex').slice(0, 16);
}
