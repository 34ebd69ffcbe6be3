import { isFloatDtype } from '../formats/dtype.ts';
import type { ModelFiles } from '../formats/models.ts';
import type { OpenModel, Tensor } from '../formats/tensor.ts';
import { type DenseMatrix, readMatrices, transposed } from '../layers/formed/dense-matrix.ts';
import type { Layer } from '../layers/layer.ts';
import { readElements } from '../layers/read-elements.ts';
import { distanceBetween } from '../metrics/distance.ts';
import { rowName } from '../metrics/row-name.ts';
import { analyzeModel, type Ports } from '../pipeline.ts';
import { buildComparison, type Comparison, type LayerDistance } from '../report/comparison.ts';
import type { Settings } from '../settings/schema.ts';
import type { ReadOptions } from '../sources/byte-source.ts';
import { matchBaseline } from '../verdict/baseline.ts';
import { type LoadedModel, loadModel, onlyModel, readOptions } from './load-layers.ts';

/**
 * Analyses two models, the second with the first as its baseline, and says of each layer that both have how far it has
 * moved.
 *
 * @throws AlphagateError when a reference does not stand for one model, or a model cannot be analysed.
 */
export async function compareModels(
  baseReference: string,
  reference: string,
  settings: Settings,
  ports: Ports,
): Promise<Comparison> {
  const options = readOptions(settings, ports);
  const locate = async (name: string) =>
    onlyModel(await ports.locate(name), 'a comparison is of one with one', options);
  const [baseFiles, files] = [await locate(baseReference), await locate(reference)];
  const { report: base } = await analyzeModel(baseFiles, settings, ports);
  const { report: model } = await analyzeModel(files, settings, ports, { baseline: { reports: [base] } });
  const matches = matchBaseline(model.layers, base.layers);
  const pairs = new Map([...matches].map(([name, layer]) => [name, rowName(layer)]));
  const distances = await measure(baseFiles, files, pairs, settings, ports);
  return buildComparison({ base, model, pairs, distances, method: settings.distances });
}

/** The distances of layers, by the row name of the second model's. */
async function measure(
  baseFiles: ModelFiles,
  files: ModelFiles,
  pairs: ReadonlyMap<string, string>,
  settings: Settings,
  ports: Ports,
): Promise<ReadonlyMap<string, LayerDistance>> {
  const base = await loadModel(baseFiles, settings, ports);
  try {
    const model = await loadModel(files, settings, ports);
    try {
      return await measureLayers(base, model, pairs, settings, ports);
    } finally {
      await model.close();
    }
  } finally {
    await base.close();
  }
}

async function measureLayers(
  base: LoadedModel,
  model: LoadedModel,
  pairs: ReadonlyMap<string, string>,
  settings: Settings,
  ports: Ports,
): Promise<ReadonlyMap<string, LayerDistance>> {
  const options = readOptions(settings, ports);
  const baseLayers = new Map(base.layers.map((layer) => [nameOf(layer), layer]));
  const distances = new Map<string, LayerDistance>();
  for (const layer of model.layers) {
    ports.signal?.throwIfAborted();
    const before = baseLayers.get(pairs.get(nameOf(layer)) ?? '');
    if (before === undefined) continue;
    const bias = await biasDistance(base.model, before, model.model, layer, options);
    if (layer.tensor.product !== undefined || before.tensor.product !== undefined) {
      distances.set(nameOf(layer), { delta_W: null, ...bias });
      continue;
    }
    const [a, b] = [await matricesOf(before, options), await matricesOf(layer, options)];
    const matrices = b.map((matrix, index) => [turnedLike(matrix, a[index]!), matrix] as const);
    distances.set(nameOf(layer), { delta_W: distanceBetween(settings.distances, matrices), ...bias });
  }
  return distances;
}

function nameOf({ longname, sliceId }: Layer): string {
  return rowName({ longname, slice_id: sliceId });
}

/** Kernels' matrices stand taller than wide, as they are compared. */
async function matricesOf(layer: Layer, options: ReadOptions): Promise<DenseMatrix[]> {
  const matrices = await readMatrices(layer.tensor, layer.matrices, options);
  return layer.layerType === 'dense'
    ? matrices
    : matrices.map((matrix) => (matrix.rows < matrix.cols ? transposed(matrix) : matrix));
}

/** Two frameworks may store the same layer one way and the other. */
function turnedLike({ rows, cols }: DenseMatrix, matrix: DenseMatrix): DenseMatrix {
  return matrix.rows === rows && matrix.cols === cols ? matrix : transposed(matrix);
}

/** ‖b₁ − b₂‖ of the biases beside two layers; null where there are none of the same shape. */
async function biasDistance(
  baseModel: OpenModel,
  before: Layer,
  model: OpenModel,
  layer: Layer,
  options: ReadOptions,
): Promise<Pick<LayerDistance, 'delta_b' | 'b_shape'>> {
  const [a, b] = [biasOf(baseModel, before), biasOf(model, layer)];
  if (a === undefined || b === undefined || a.shape[0] !== b.shape[0])
    return { delta_b: null, b_shape: null };
  const [left, right] = [await readElements(a, options), await readElements(b, options)];
  const differences = Array.from({ length: b.shape[0]! }, (_, index) => right(index) - left(index));
  return { delta_b: Math.hypot(...differences), b_shape: [...b.shape] };
}

function biasOf({ tensors }: OpenModel, { tensor }: Layer): Tensor | undefined {
  const name = tensor.name.replace(/(?<=^|[./])(?:weight|kernel)(?=(?::0)?$)/, 'bias');
  if (name === tensor.name) return undefined;
  return tensors.find((one) => one.name === name && one.shape.length === 1 && isFloatDtype(one.dtype));
}
