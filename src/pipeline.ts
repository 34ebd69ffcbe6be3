import { AlphagateError, FormatError } from './errors.ts';
import { groupModels, type ModelFiles } from './formats/models.ts';
import type { OpenModel } from './formats/tensor.ts';
import type { SkippedTensor } from './layers/layer.ts';
import { layersOfPart } from './layers/shard.ts';
import { modesAmong } from './metrics/analysis-modes.ts';
import type { AssessmentTask } from './metrics/layer-task.ts';
import { analyzeLayers, assertFit, type LayerAnalyzer, partOf } from './pipeline/analyze-layers.ts';
import { type BaselineReports, reportFor } from './pipeline/load-baseline.ts';
import { loadModel, readOptions } from './pipeline/load-layers.ts';
import { buildReport } from './report/build-report.ts';
import { type Description, describeModel } from './report/description.ts';
import type { AnalyzedModel, UnreadableModel } from './report/outcome.ts';
import type { Report } from './report/report.ts';
import type { Settings } from './settings/schema.ts';
import type { Located } from './sources/byte-source.ts';
import { printableReference } from './sources/reference.ts';
import { availableEngine } from './spectrum/create-engine.ts';
import { boundsByName, judge } from './verdict/judge.ts';

/** Where the pipeline meets its surroundings. */
export interface Ports {
  locate(reference: string): Promise<Located>;
  /** Analyses layers, several at a time; the same numbers in any order. */
  readonly analyzer: LayerAnalyzer;
  /** What layers that are read or analysed may take of memory together, in bytes [no limit]. */
  readonly memoryBytes?: number;
  readonly signal?: AbortSignal | undefined;
  onProgress?(progress: Progress): void;
}

/** How far a model is: layers done, and elements as the measure of work. */
export interface Progress {
  readonly model: string;
  readonly layersDone: number;
  readonly layers: number;
  /** Share of the work that is done, 0 to 1. */
  readonly share: number;
}

/** What is known of a run besides its models and settings. */
export interface RunContext {
  readonly baseline?: BaselineReports | undefined;
  /** The commit that the models belong to. */
  readonly commit?: string | undefined;
  /** Whether reports are to carry what plots of spectra need. */
  readonly curves?: boolean | undefined;
}

/** Points of a plotted curve: with many layers fewer, and at last none, so that a report can still be opened. */
const CURVE_POINTS = [
  { mostLayers: 500, points: 100 },
  { mostLayers: 5000, points: 40 },
] as const;

/** What became of a model: its report and the one of its baseline, or an error. */
export type Outcome = AnalyzedModel | (UnreadableModel & { readonly error: AlphagateError });

/**
 * Everything Alphagate does with a reference, from bytes to verdict: one outcome for each model it stands for. A
 * model that cannot be read does not keep the others from being analysed.
 */
export async function analyzeReference(
  reference: string,
  settings: Settings,
  ports: Ports,
  context: RunContext = {},
): Promise<Outcome[]> {
  let models: ModelFiles[];
  try {
    models = await groupModels(await ports.locate(reference), readOptions(settings, ports));
  } catch (error) {
    return [failure(printableReference(reference), error, ports.signal)];
  }
  const outcomes: Outcome[] = [];
  for (const model of models) {
    try {
      outcomes.push({ kind: 'report', ...(await analyzeModel(model, settings, ports, context)) });
    } catch (error) {
      outcomes.push(failure(model.name, error, ports.signal));
    }
  }
  return outcomes;
}

/**
 * What analysing a reference would mean: its models' layers, their cost and the memory they take. Reads structure
 * only.
 */
export async function describeReference(
  reference: string,
  settings: Settings,
  ports: Pick<Ports, 'locate' | 'signal'>,
): Promise<Description[]> {
  const descriptions: Description[] = [];
  const options = readOptions(settings, ports);
  const engine = availableEngine(settings.engine);
  const part = partOf(modesAmong(settings));
  for (const files of await groupModels(await ports.locate(reference), options)) {
    const loaded = await loadModel(files, settings, ports);
    try {
      const layers = layersOfPart(loaded.layers, settings.shard);
      const { model, skipped } = loaded;
      descriptions.push(describeModel(model, { layers, skipped }, { engine, part }));
    } finally {
      await loaded.close();
    }
  }
  return descriptions;
}

/** Errors of ours are outcomes; a cancelled run and a bug are not. */
function failure(reference: string, error: unknown, signal: AbortSignal | undefined): Outcome {
  signal?.throwIfAborted();
  if (!(error instanceof AlphagateError)) throw error;
  return { kind: 'error', reference, error };
}

/** Everything from a model's bytes to its verdict. */
export async function analyzeModel(
  files: ModelFiles,
  settings: Settings,
  ports: Ports,
  { baseline, commit, curves }: RunContext = {},
): Promise<{ report: Report; before: Report | undefined }> {
  const startMs = performance.now();
  ports.analyzer.prepare?.();
  const loaded = await loadModel(files, settings, ports);
  try {
    const { model, base, skipped } = loaded;
    if (loaded.layers.length === 0) throw noLayers(model, skipped);
    const layers = layersOfPart(loaded.layers, settings.shard);
    const memoryBytes = ports.memoryBytes ?? Infinity;
    assertFit(layers, settings.engine, memoryBytes, modesAmong(settings));
    const identities = Promise.all([model.identity(), base?.identity()]);
    // Awaited after the layers; until then a failure there must not count as unhandled.
    identities.catch(() => {});
    const curvePoints = curves
      ? CURVE_POINTS.find(({ mostLayers }) => loaded.layers.length <= mostLayers)?.points
      : undefined;
    const details = await analyzeLayers(layers, {
      ...{ analyzer: ports.analyzer, engine: settings.engine, memoryBytes, signal: ports.signal },
      assessmentOf: assessmentOf(settings),
      modes: modesAmong(settings),
      curvePoints,
      onLayer: (done) => ports.onProgress?.({ model: model.name, layers: layers.length, ...done }),
    });
    const before = baseline && 'reports' in baseline ? reportFor(model.name, baseline.reports) : undefined;
    const [identity, baseIdentity] = await identities;
    const report = buildReport({
      model: { source: model.name, identity, format: model.format, bytes: model.sizeBytes },
      settings,
      verdict: judge(details, settings, before?.layers),
      skipped,
      ...(base !== undefined && { base_model: { source: base.name, identity: baseIdentity! } }),
      ...(baseline !== undefined && { baseline: describeBaseline(baseline, before) }),
      commit,
      ...(settings.shard !== null && { shard: { ...settings.shard, layers: loaded.layers.length } }),
      totalMs: performance.now() - startMs,
    });
    return { report, before };
  } finally {
    await loaded.close();
  }
}

/** What a report says of the baseline that its model was compared with. */
export function describeBaseline(
  baseline: BaselineReports,
  report: Report | undefined,
): NonNullable<Report['baseline']> {
  if ('missing' in baseline) return { source: baseline.source, missing: baseline.missing };
  if (report === undefined)
    return { source: baseline.reports[0]?.model.source ?? '', missing: 'has no model of this name' };
  return { source: report.model.source, identity: report.model.identity, commit: report.commit ?? null };
}

/** Which layers are asked how far their alpha can be relied on, by name. */
function assessmentOf(settings: Settings): (name: string) => AssessmentTask | undefined {
  const { trust, seed } = settings;
  if (trust === 'off') return () => undefined;
  if (trust === 'all') return () => ({ minAlpha: Infinity, maxAlpha: Infinity, seed });
  const boundsOf = boundsByName(settings);
  return (name) => ({ ...boundsOf(name), seed });
}

/** Of a model that has nothing to analyse. */
export function noLayers(model: OpenModel, skipped: readonly SkippedTensor[]): FormatError {
  const example = skipped[0];
  return new FormatError({
    code: 'NO_LAYERS',
    subject: model.name,
    problem:
      example === undefined
        ? 'holds no tensors'
        : `has no layer to analyse among its tensors (${skipped.length}); ${JSON.stringify(example.name)}, for one, is none: ${example.reason}`,
    cure: 'Name a file with a trained model, or loosen include, exclude and the limits on layers',
  });
}
