import { AlphagateError, FormatError, NumericError } from './errors.ts';
import { groupModels, type ModelFiles } from './formats/models.ts';
import type { OpenModel, Tensor } from './formats/tensor.ts';
import { multiplyAddsOf } from './layers/cost.ts';
import type { Layer, SkippedTensor } from './layers/layer.ts';
import { layersOfPart } from './layers/shard.ts';
import { type BaselineReports, reportFor } from './load-baseline.ts';
import { loadModel, readOptions } from './load-layers.ts';
import { type AssessmentTask, type LayerTask, toTask } from './metrics/analyze-layer.ts';
import type { LayerDetails } from './metrics/details.ts';
import { buildReport } from './report/build-report.ts';
import { type Description, describeModel } from './report/description.ts';
import type { Report } from './report/report.ts';
import type { Settings } from './settings/schema.ts';
import type { Located } from './sources/byte-source.ts';
import { printableReference } from './sources/reference.ts';
import { boundsByName, judge } from './verdict/judge.ts';

/** Where the pipeline meets its surroundings. */
export interface Ports {
  locate(reference: string): Promise<Located>;
  /** Analyses layers, several at a time; the same numbers in any order. */
  readonly analyzer: LayerAnalyzer;
  readonly signal?: AbortSignal | undefined;
  onProgress?(progress: Progress): void;
}

export interface LayerAnalyzer {
  /** How many layers it works on at once. */
  readonly concurrency: number;
  /** @param bytes lies in shared memory, so that no thread needs a copy. */
  analyze(task: LayerTask, bytes: Uint8Array<SharedArrayBuffer>): Promise<LayerDetails>;
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
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report; readonly before?: Report | undefined }
  | { readonly kind: 'error'; readonly reference: string; readonly error: AlphagateError };

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
  for (const files of await groupModels(await ports.locate(reference), options)) {
    const loaded = await loadModel(files, settings, ports);
    try {
      const layers = layersOfPart(loaded.layers, settings.shard);
      descriptions.push(describeModel(loaded.model, { layers, skipped: loaded.skipped }));
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

async function analyzeModel(
  files: ModelFiles,
  settings: Settings,
  ports: Ports,
  { baseline, commit, curves }: RunContext,
): Promise<{ report: Report; before: Report | undefined }> {
  const startMs = performance.now();
  const loaded = await loadModel(files, settings, ports);
  try {
    const { model, base, skipped } = loaded;
    if (loaded.layers.length === 0) throw noLayers(model, skipped);
    const layers = layersOfPart(loaded.layers, settings.shard);
    const identities = Promise.all([model.identity(), base?.identity()]);
    // Awaited after the layers; until then a failure there must not count as unhandled.
    identities.catch(() => {});
    const curvePoints = curves
      ? CURVE_POINTS.find(({ mostLayers }) => layers.length <= mostLayers)?.points
      : undefined;
    const assessment = assessmentOf(settings);
    const details = await analyzeLayers(model.name, layers, ports, (layer) =>
      toTask(layer, assessment(layer.name), curvePoints),
    );
    const before = baseline && 'reports' in baseline ? reportFor(model.name, baseline.reports) : undefined;
    const [identity, baseIdentity] = await identities;
    const report = buildReport({
      model: { source: model.name, identity, format: model.format, bytes: model.sizeBytes },
      settings,
      verdict: judge(details, settings, before?.layers),
      skipped,
      ...(base !== undefined && { baseModel: { source: base.name, identity: baseIdentity! } }),
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

/**
 * Reads and analyses the layers, the costliest first, so that no long one is left for the end. One layer more than
 * can be analysed at once is held in memory: it is read while the others are computed.
 */
async function analyzeLayers(
  model: string,
  layers: readonly Layer[],
  ports: Ports,
  taskOf: (layer: Layer) => LayerTask,
): Promise<LayerDetails[]> {
  const { analyzer, signal, onProgress } = ports;
  const details = new Array<LayerDetails>(layers.length);
  const queue = readings(layers).sort((a, b) => b.cost - a.cost);
  const totalCost = queue.reduce((sum, { cost }) => sum + cost, 0);
  let doneCost = 0;
  let layersDone = 0;
  let failed = false;

  const work = async () => {
    for (let next = queue.shift(); next !== undefined && !failed; next = queue.shift()) {
      signal?.throwIfAborted();
      const { tensor, rows, cost } = next;
      const bytes = allocateShared(tensor);
      await tensor.readInto(bytes, { signal });
      for (const { layer, index } of rows) {
        details[index] = await analyzer.analyze(taskOf(layer), bytes);
        layersDone++;
      }
      doneCost += cost;
      onProgress?.({ model, layersDone, layers: layers.length, share: doneCost / totalCost });
    }
  };
  const workers = Array.from({ length: Math.min(analyzer.concurrency + 1, layers.length) }, () =>
    work().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  return details;
}

/** A tensor to read, and the rows that are made of it. */
interface Reading {
  readonly tensor: Tensor;
  readonly rows: readonly { readonly layer: Layer; readonly index: number }[];
  readonly cost: number;
}

/** One reading for each tensor, so that none is read again for each of its matrices. */
function readings(layers: readonly Layer[]): Reading[] {
  const rowsOf = new Map<Tensor, { layer: Layer; index: number }[]>();
  for (const [index, layer] of layers.entries()) {
    const rows = rowsOf.get(layer.tensor);
    if (rows === undefined) rowsOf.set(layer.tensor, [{ layer, index }]);
    else rows.push({ layer, index });
  }
  return [...rowsOf].map(([tensor, rows]) => ({
    tensor,
    rows,
    cost: rows.reduce((sum, { layer }) => sum + multiplyAddsOf(layer), 0),
  }));
}

/** Which layers are asked how far their alpha can be relied on, by name. */
function assessmentOf(settings: Settings): (name: string) => AssessmentTask | undefined {
  const { trust, seed } = settings;
  if (trust === 'off') return () => undefined;
  if (trust === 'all') return () => ({ minAlpha: Infinity, maxAlpha: Infinity, seed });
  const boundsOf = boundsByName(settings);
  return (name) => ({ ...boundsOf(name), seed });
}

/** Memory that worker threads read without a copy. */
function allocateShared({ name, sizeBytes }: Tensor): Uint8Array<SharedArrayBuffer> {
  try {
    return new Uint8Array(new SharedArrayBuffer(sizeBytes));
  } catch (cause) {
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: `layer ${JSON.stringify(name)}`,
      problem: `its ${sizeBytes} bytes do not fit into memory`,
      cure: 'Exclude the layer, lower max_N, or use a larger machine',
      cause,
    });
  }
}

function noLayers(model: OpenModel, skipped: readonly SkippedTensor[]): FormatError {
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
