import { NumericError, SourceError } from '../errors.ts';
import { groupModels } from '../formats/models.ts';
import { estimatedSecondsOf } from '../layers/cost.ts';
import type { Layer } from '../layers/layer.ts';
import { layersOfPart } from '../layers/shard.ts';
import { MAX_PLAN_ITEM_BYTES, MAX_PLAN_ITEMS } from '../limits.ts';
import { modesAmong } from '../metrics/analysis-modes.ts';
import { rowName } from '../metrics/row-name.ts';
import { noLayers, type Ports } from '../pipeline.ts';
import type { Settings } from '../settings/schema.ts';
import { mostSpectrumBytes, spectrumBytes } from '../spectrum/memory-use.ts';
import { assertVectorsFit, layerBytes, partOf } from './analyze-layers.ts';
import { loadModel, readOptions } from './load-layers.ts';

export interface PlanLimits {
  /** What the layers of one item may take of memory together. */
  readonly itemMemoryBytes: number;
  /** How long an item is meant to take one thread. */
  readonly itemSeconds: number;
}

/** One of the parts that a model is divided into. */
export interface PlannedItem {
  /** Names of its rows, in the model's order. */
  readonly layers: readonly string[];
  /** Memory that its largest layer takes. */
  readonly estimatedBytes: number;
  /** At a speed that is assumed of one thread. */
  readonly estimatedSeconds: number;
}

/**
 * Divides a model into items of about the same cost, the parts of `Settings.shard`. Reads structure only.
 *
 * @throws NumericError `TOO_LARGE` naming every layer that does not fit into an item's memory, with what it needs;
 * AlphagateError when the model cannot be read.
 */
export async function planItems(
  reference: string,
  settings: Settings,
  ports: Pick<Ports, 'locate' | 'signal'>,
  { itemMemoryBytes, itemSeconds }: PlanLimits,
): Promise<PlannedItem[]> {
  const models = await groupModels(await ports.locate(reference), readOptions(settings, ports));
  const [files] = models;
  if (files === undefined || models.length > 1) throw severalModels(reference, models.length);
  const { model, layers, skipped, close } = await loadModel(files, settings, ports);
  try {
    if (layers.length === 0) throw noLayers(model, skipped);
    requireFit(model.name, layers, settings, itemMemoryBytes);
    const seconds = layers.reduce((sum, layer) => sum + estimatedSecondsOf(layer), 0);
    const most = Math.min(layers.length, MAX_PLAN_ITEMS);
    let count = Math.min(Math.max(1, Math.ceil(seconds / itemSeconds)), most);
    for (;;) {
      const items = divide(layers, settings, count);
      // What travels through the state machine has a limit; tens of thousands of tiny layers reach it.
      const fits = items.every((item) => JSON.stringify(item).length <= MAX_PLAN_ITEM_BYTES);
      if (fits || count === most) return items;
      count = Math.min(2 * count, most);
    }
  } finally {
    await close();
  }
}

function divide(layers: readonly Layer[], settings: Settings, count: number): PlannedItem[] {
  const spectrumPart = partOf(modesAmong(settings));
  return Array.from({ length: count }, (_, index) => {
    const part = layersOfPart(layers, { index: index + 1, count });
    return {
      layers: part.map(({ longname, sliceId }) => rowName({ longname, slice_id: sliceId })),
      estimatedBytes: Math.max(0, ...part.map((layer) => layerBytes(layer, settings.engine, spectrumPart))),
      estimatedSeconds: Number(
        part.reduce((sum, layer) => sum + estimatedSecondsOf(layer), 0).toPrecision(3),
      ),
    };
  });
}

function requireFit(
  subject: string,
  layers: readonly Layer[],
  settings: Settings,
  itemMemoryBytes: number,
): void {
  const { engine } = settings;
  const modes = modesAmong(settings);
  assertVectorsFit(layers, modes);
  const part = partOf(modes);
  const tooLarge = layers.flatMap((layer) => {
    const { rows, cols } = layer.matrices[0]!;
    const neededBytes = layerBytes(layer, engine, part);
    const inEngine = spectrumBytes(engine, rows, cols, layer.dtype, part) <= mostSpectrumBytes(engine);
    return inEngine && neededBytes <= itemMemoryBytes
      ? []
      : [{ name: layer.longname, neededBytes, inEngine }];
  });
  if (tooLarge.length === 0) return;
  const shown = tooLarge
    .slice(0, MOST_NAMED)
    .map(({ name, neededBytes }) => `${name} (${mebibytes(neededBytes)})`);
  const more = tooLarge.length > shown.length ? ` and ${tooLarge.length - shown.length} more` : '';
  const largest = Math.max(...tooLarge.map(({ neededBytes }) => neededBytes));
  throw new NumericError({
    code: 'TOO_LARGE',
    subject,
    problem: `too large for one function, which has ${mebibytes(itemMemoryBytes)} for layers: ${shown.join(', ')}${more}`,
    cure: tooLarge.every(({ inEngine }) => inEngine)
      ? `Give the function that analyses items ${mebibytes(largest)} for layers, or leave them out with exclude`
      : 'Leave those layers out with exclude or max_N: they are more than the engine can hold',
    details: { layers: tooLarge.map(({ name, neededBytes }) => ({ name, neededBytes })) },
  });
}

/** Names of layers in one message. */
const MOST_NAMED = 10;

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2)} MB`;
}

function severalModels(reference: string, count: number): SourceError {
  return new SourceError({
    code: 'SEVERAL_MODELS',
    subject: reference,
    problem: `holds ${count} models, and a plan is of one`,
    cure: 'Store them as objects of their own',
  });
}
