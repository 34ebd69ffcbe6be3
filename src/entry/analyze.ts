import { availableParallelism } from 'node:os';
import { analyzeReference, type Outcome, type Progress } from '../pipeline.ts';
import type { Settings } from '../settings/schema.ts';
import { locate } from '../sources/locate.ts';
import { availableEngine } from '../spectrum/create-engine.ts';
import { WorkerPool } from './worker/worker-pool.ts';

export interface AnalyzeOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Runs the pipeline over references, one after another, with this machine's disk, network and processors. */
export async function analyzeReferences(
  references: readonly string[],
  wanted: Settings,
  { signal, onProgress }: AnalyzeOptions = {},
): Promise<Outcome[]> {
  const settings = { ...wanted, engine: availableEngine(wanted.engine) };
  const pool = new WorkerPool(
    settings.engine,
    settings.threads === 0 ? availableParallelism() : settings.threads,
  );
  const source = {
    cwd: process.cwd(),
    ...(settings.awsRegion !== '' && { region: settings.awsRegion }),
    ...(settings.s3Endpoint !== '' && { endpoint: settings.s3Endpoint }),
    ...(signal !== undefined && { signal }),
  };
  const ports = {
    locate: (reference: string) => locate(reference, source),
    analyzer: pool,
    signal,
    ...(onProgress !== undefined && { onProgress }),
  };
  signal?.addEventListener('abort', () => void pool.close(), { once: true });
  try {
    const outcomes: Outcome[] = [];
    for (const reference of references)
      outcomes.push(...(await analyzeReference(reference, settings, ports)));
    return outcomes;
  } finally {
    await pool.close();
  }
}
