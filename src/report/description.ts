import type { OpenModel } from '../formats/tensor.ts';
import { estimatedSecondsOf } from '../layers/cost.ts';
import type { Layer, SkippedTensor } from '../layers/layer.ts';
import type { SelectedLayers } from '../layers/select-layers.ts';
import type { LayerDetails } from '../metrics/details.ts';
import { rowName } from '../metrics/row-name.ts';
import type { EngineName } from '../spectrum/engine.ts';
import { spectrumBytes } from '../spectrum/memory-use.ts';
import type { SpectrumPart } from '../spectrum/workspace.ts';
import { count } from '../verdict/format.ts';
import { alignColumns, nameCell } from './columns.ts';
import { plainText } from './escape.ts';
import { layerShape } from './layer-shape.ts';

/** A model before it is analysed. Columns are WeightWatcher's, then Alphagate's estimates. */
export interface Description {
  readonly model: { readonly source: string; readonly format: string; readonly bytes: number };
  readonly layers: readonly DescribedLayer[];
  readonly skipped: readonly SkippedTensor[];
}

type SharedColumns = Pick<
  LayerDetails,
  'layer_id' | 'name' | 'slice_id' | 'longname' | 'layer_type' | 'N' | 'M' | 'Q' | 'rf' | 'num_evals'
>;

export interface DescribedLayer extends SharedColumns {
  readonly dtype: string;
  /** The tensor's bytes and what the engine takes beside them. */
  readonly memory_bytes: number;
  /** At the speed that is assumed of one thread. */
  readonly estimated_seconds: number;
}

/** By what and for what a model would be analysed. */
export interface Computation {
  readonly engine: EngineName;
  readonly part: SpectrumPart;
}

export function describeModel(
  { name, format, sizeBytes }: OpenModel,
  { layers, skipped }: SelectedLayers,
  computation: Computation,
): Description {
  const described = layers.map((layer) => describeLayer(layer, computation));
  return { model: { source: name, format, bytes: sizeBytes }, layers: described, skipped };
}

function describeLayer(layer: Layer, { engine, part }: Computation): DescribedLayer {
  const { rows, cols } = layer.matrices[0]!;
  return {
    layer_id: layer.layerId,
    name: layer.name,
    ...(layer.sliceId !== undefined && { slice_id: layer.sliceId }),
    longname: layer.name,
    layer_type: layer.layerType,
    N: layer.N,
    M: layer.M,
    Q: layer.N / layer.M,
    rf: layer.receptiveField,
    num_evals: layer.eigenvalueCount,
    dtype: layer.dtype,
    memory_bytes: layer.tensor.sizeBytes + spectrumBytes(engine, rows, cols, layer.dtype, part),
    estimated_seconds: Number(estimatedSecondsOf(layer).toPrecision(2)),
  };
}

/**
 * Descriptions for a terminal.
 *
 * @param threads how many layers are in work at once; one more is being read.
 */
export function renderDescriptions(descriptions: readonly Description[], threads: number): string {
  return `${descriptions.map((description) => renderDescription(description, threads)).join('\n\n')}\n`;
}

function renderDescription({ model, layers, skipped }: Description, threads: number): string {
  const rows = layers.map((layer) => [
    nameCell(rowName(layer), 60),
    layer.layer_type,
    layer.dtype,
    layerShape(layer),
    String(layer.num_evals),
    megabytes(layer.memory_bytes),
    layer.estimated_seconds < 0.1 ? '<0.1' : layer.estimated_seconds.toFixed(1),
  ]);
  const table = [['layer', 'type', 'dtype', 'N×M', 'evals', 'memory', 'seconds'], ...rows];
  const lines = alignColumns(table, 4);
  const seconds = layers.reduce((sum, layer) => sum + layer.estimated_seconds, 0) / threads;
  const largest = layers
    .map(({ memory_bytes }) => memory_bytes)
    .sort((a, b) => b - a)
    .slice(0, threads + 1)
    .reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${plainText(model.source)} (${model.format}, ${megabytes(model.bytes)})`,
    '',
    ...(layers.length === 0 ? ['no layer to analyse'] : lines),
    '',
    `${layers.length} layers, ${skipped.length} tensors skipped; about ${(seconds / 60).toFixed(1)} minutes and ${megabytes(largest)} of memory with ${count(threads, 'thread')}`,
  ].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
