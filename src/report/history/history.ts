import * as z from 'zod';
import { FormatError } from '../../errors.ts';
import { MAX_HISTORY_BYTES, MAX_HISTORY_RUNS, MAX_REPORTED_LAYERS } from '../../limits.ts';
import { fittedAlpha } from '../../metrics/fitted-alpha.ts';
import { rowName } from '../../metrics/row-name.ts';
import { VERDICTS } from '../../verdict/verdict.ts';
import type { Report } from '../report.ts';

/** What earlier runs have found: of each run and model the alpha of each layer. */

const HISTORY_VERSION = 1;

const text = z.string().max(5000);

const run = z.strictObject({
  /** When it ran, by its own clock: ISO 8601, in UTC. */
  time: z.iso.datetime(),
  commit: z.string().max(100).nullable(),
  /** The model's reference, and its content. */
  model: text,
  identity: text,
  verdict: z.enum(VERDICTS),
  /** Alpha of each layer, by name, in the model's order; null where there is none. */
  layers: z.array(z.tuple([text, z.number().nullable()])).max(MAX_REPORTED_LAYERS),
});

const historySchema = z.strictObject({
  historyVersion: z.literal(HISTORY_VERSION),
  /** Of all models, the oldest first. */
  runs: z.array(run).max(MAX_HISTORY_RUNS),
});

export type HistoryRun = z.infer<typeof run>;
export type History = readonly HistoryRun[];

/** Digits of a recorded alpha: more cannot be seen. */
const DIGITS = 6;

/** @throws FormatError `NOT_A_HISTORY` unless it fits the schema. */
export function parseHistory(document: string, subject: string): History {
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch (cause) {
    throw notAHistory(subject, 'it is not JSON', cause);
  }
  const parsed = historySchema.safeParse(value);
  if (parsed.success) return parsed.data.runs;
  throw notAHistory(subject, z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' '), parsed.error);
}

function notAHistory(subject: string, problem: string, cause: unknown): FormatError {
  return new FormatError({
    code: 'NOT_A_HISTORY',
    subject,
    problem: `is not a history of this version of alphagate: ${problem.replace(/\.$/, '')}`,
    cure: 'Name another file, or move this one away so that a new history begins',
    cause,
  });
}

/** As JSON, one run a line; without the oldest ones, where it would become too large to be read again. */
export function renderHistory(history: History): string {
  const lines: string[] = [];
  let left = MAX_HISTORY_BYTES - 1000;
  for (const entry of history.toReversed()) {
    const line = JSON.stringify(entry);
    left -= new TextEncoder().encode(line).length + 2;
    if (left < 0) break;
    lines.unshift(line);
  }
  return `{"historyVersion":${HISTORY_VERSION},"runs":[\n${lines.join(',\n')}\n]}\n`;
}

/** What is recorded of a model in a run. */
export function runOf(
  { model, summary, layers }: Report,
  { time, commit }: { readonly time: Date; readonly commit: string | undefined },
): HistoryRun {
  return {
    time: time.toISOString(),
    commit: commit ?? null,
    model: model.source,
    identity: model.identity,
    verdict: summary.verdict,
    layers: layers.map((layer) => {
      const alpha = fittedAlpha(layer);
      return [rowName(layer), alpha === null ? null : Number(alpha.toPrecision(DIGITS))];
    }),
  };
}

/**
 * Adds runs, and leaves out the oldest of a model that has more than so many. A run that is repeated, the same content
 * at the same commit, takes the place of the one before.
 */
export function withRuns(history: History, added: History, mostRuns: number): History {
  const kept = history.filter((old) => !added.some((now) => isSameRun(old, now)));
  const all = [...kept, ...added];
  const left = new Map<string, number>();
  const bounded = all.toReversed().filter(({ model }) => {
    const count = (left.get(model) ?? 0) + 1;
    left.set(model, count);
    return count <= mostRuns;
  });
  return bounded.slice(0, MAX_HISTORY_RUNS).reverse();
}

function isSameRun(a: HistoryRun, b: HistoryRun): boolean {
  return a.commit !== null && a.commit === b.commit && a.model === b.model && a.identity === b.identity;
}
