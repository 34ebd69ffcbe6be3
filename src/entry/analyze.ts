import { loadBaseline } from '../load-baseline.ts';
import { analyzeReference, type Outcome, type Progress } from '../pipeline.ts';
import type { Report } from '../report/report.ts';
import type { Settings } from '../settings/schema.ts';
import { availableEngine } from '../spectrum/create-engine.ts';
import { locator, memoryBytesOf, threadsOf } from './local-ports.ts';
import { WorkerPool } from './worker/worker-pool.ts';

export interface AnalyzeOptions {
  /** The commit that the models belong to. */
  readonly commit?: string | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Runs the pipeline over references, one after another, with this machine's disk, network and processors. */
export async function analyzeReferences(
  references: readonly string[],
  wanted: Settings,
  { signal, onProgress, commit }: AnalyzeOptions = {},
): Promise<Outcome[]> {
  const settings = { ...wanted, engine: availableEngine(wanted.engine) };
  const pool = new WorkerPool(settings.engine, threadsOf(settings));
  const ports = {
    locate: locator(settings, signal),
    analyzer: pool,
    memoryBytes: memoryBytesOf(settings),
    signal,
    ...(onProgress !== undefined && { onProgress }),
  };
  signal?.addEventListener('abort', () => void pool.close(), { once: true });
  try {
    const baseline =
      settings.baseline === ''
        ? undefined
        : await loadBaseline(settings.baseline, ports.locate, async (reference) =>
            (await analyzeReference(reference, settings, ports)).map(reportOf),
          );
    const outcomes: Outcome[] = [];
    for (const reference of references) {
      outcomes.push(...(await analyzeReference(reference, settings, ports, { baseline, commit })));
    }
    return outcomes;
  } finally {
    await pool.close();
  }
}

/** A baseline that cannot be read ends the run: without it the gate would be another one. */
function reportOf(outcome: Outcome): Report {
  if (outcome.kind === 'error') throw outcome.error;
  return outcome.report;
}
