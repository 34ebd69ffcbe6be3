import { compareModels } from '../pipeline/compare-models.ts';
import { loadBaseline } from '../pipeline/load-baseline.ts';
import { analyzeReference, type Outcome, type Ports, type Progress } from '../pipeline.ts';
import type { Comparison } from '../report/comparison.ts';
import type { Report } from '../report/report.ts';
import type { Smoothing } from '../report/smoothing.ts';
import type { Settings } from '../settings/schema.ts';
import { availableEngine } from '../spectrum/create-engine.ts';
import type { CacheUse } from './cache/cache-use.ts';
import type { CachedAnalyzer } from './cache/cached-analyzer.ts';
import { locator, memoryBytesOf, threadsOf } from './local-ports.ts';
import { WorkerPool, workerUrl } from './worker/worker-pool.ts';

export interface AnalyzeOptions {
  /** The commit that the models belong to. */
  readonly commit?: string | undefined;
  /** Whether reports are to carry what plots of spectra need. */
  readonly curves?: boolean | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told at the end what a cache was good for, where there is one. */
  readonly onCacheUse?: (use: CacheUse) => void;
  /** Where references lead [this machine's disk and network]. */
  readonly locate?: Ports['locate'];
}

/** Runs the pipeline over references, one after another, with this machine's disk, network and processors. */
export async function analyzeReferences(
  references: readonly string[],
  wanted: Settings,
  options: AnalyzeOptions = {},
): Promise<Outcome[]> {
  const { curves } = options;
  return withPorts(wanted, options, async (ports, settings) => {
    const baseline =
      settings.baseline === '' || settings.shard !== null
        ? undefined
        : await loadBaseline(settings.baseline, ports.locate, async (reference) =>
            (await analyzeReference(reference, settings, ports, { curves })).map(reportOf),
          );
    const outcomes: Outcome[] = [];
    for (const reference of references) {
      const context = { baseline, commit: options.commit, curves };
      outcomes.push(...(await analyzeReference(reference, settings, ports, context)));
    }
    return outcomes;
  });
}

/** Compares two models, with this machine's disk, network and processors. */
export function compareReferences(
  base: string,
  model: string,
  wanted: Settings,
  options: AnalyzeOptions = {},
): Promise<Comparison> {
  return withPorts(wanted, options, (ports, settings) => compareModels(base, model, settings, ports));
}

/** Writes a model with its layers smoothed, with this machine's disk, network and processors. */
export async function smoothReference(
  model: string,
  output: string,
  wanted: Settings,
  options: AnalyzeOptions = {},
): Promise<Smoothing> {
  const { smoothModel } = await import('../pipeline/smooth-model.ts');
  return withPorts(wanted, options, (ports, settings) => smoothModel(model, output, settings, ports));
}

/** Lends worker threads and all else that the pipeline needs of this machine, for as long as `use` takes. */
async function withPorts<Result>(
  wanted: Settings,
  { signal, onProgress, onCacheUse, locate }: AnalyzeOptions,
  use: (ports: Ports, settings: Settings) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const settings = { ...wanted, engine: availableEngine(wanted.engine) };
  const pool = new WorkerPool(settings.engine, threadsOf(settings));
  const end = () => void pool.close();
  signal?.addEventListener('abort', end, { once: true });
  try {
    const cached = settings.cache === '' ? undefined : await openCache(pool, settings);
    const ports = {
      locate: locate ?? locator(settings, signal),
      analyzer: cached ?? pool,
      memoryBytes: memoryBytesOf(settings),
      signal,
      ...(onProgress !== undefined && { onProgress }),
    };
    const result = await use(ports, settings);
    const cacheUse = await cached?.finish();
    if (cacheUse !== undefined) onCacheUse?.(cacheUse);
    return result;
  } finally {
    // A program's signal may outlive many runs.
    signal?.removeEventListener('abort', end);
    await pool.close();
  }
}

/** Puts the cache before the threads; its code is loaded only where there is one. */
async function openCache(pool: WorkerPool, { cache, engine }: Settings): Promise<CachedAnalyzer> {
  const { openCachedAnalyzer } = await import('./cache/open-cached-analyzer.ts');
  return openCachedAnalyzer(pool, cache, engine, workerUrl());
}

/** Analyses the models that a baseline stands for. */
export async function analyzeBaseline(
  reference: string,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Report[]> {
  const alone = { ...settings, baseline: '' };
  return (await analyzeReferences([reference], alone, signal === undefined ? {} : { signal })).map(reportOf);
}

/** A baseline that cannot be read ends the run: without it the gate would be another one. */
function reportOf(outcome: Outcome): Report {
  if (outcome.kind === 'error') throw outcome.error;
  return outcome.report;
}
