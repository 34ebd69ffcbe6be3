import { FormatError } from '../errors.ts';
import { bytesPerElement, isDtype } from '../formats/dtype.ts';
import { encoderOf, isWritableDtype, type WritableDtype } from '../formats/encode-elements.ts';
import type { ModelFiles } from '../formats/models.ts';
import { quote } from '../formats/refusal.ts';
import { elementCount } from '../formats/shape.ts';
import type { Tensor } from '../formats/tensor.ts';
import { type DenseMatrix, frobeniusNorm, readMatrices } from '../layers/formed/dense-matrix.ts';
import type { Layer } from '../layers/layer.ts';
import { readElements } from '../layers/read-elements.ts';
import { toTask } from '../metrics/layer-task.ts';
import { sharpenMatrix } from '../metrics/smoothing/sharpen-matrix.ts';
import { type Kept, smoothMatrices } from '../metrics/smoothing/smooth-matrices.ts';
import { randomStream } from '../metrics/uncertainty/random.ts';
import type { Ports } from '../pipeline.ts';
import { writeSafetensors } from '../publish/safetensors-file.ts';
import type { SmoothedLayer, Smoothing } from '../report/smoothing.ts';
import type { Settings } from '../settings/schema.ts';
import type { FileEntry, ReadOptions } from '../sources/byte-source.ts';
import { availableEngine, createEngine } from '../spectrum/create-engine.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import { assertVectorOrder } from './analyze-layers.ts';
import { loadModel, onlyModel, readOptions } from './load-layers.ts';

/**
 * Writes a model as safetensors with its layers smoothed or sharpened; everything else stays as it is. Elements keep
 * their type where it is one that is computed in (F64, F32, F16, BF16), or become F32.
 *
 * @throws AlphagateError when the model cannot be read or the file cannot be written, which then is not there.
 */
export async function smoothModel(
  reference: string,
  output: string,
  wanted: Settings,
  ports: Ports,
): Promise<Smoothing> {
  // Layers as they are stored, each by itself.
  const settings: Settings = {
    ...wanted,
    peft: 'off',
    baseModel: '',
    stacked: false,
    intra: false,
    pool: true,
  };
  const options = readOptions(settings, ports);
  const located = await ports.locate(reference);
  const files = await onlyModel(located, 'one file can hold only one', options);
  const loaded = await loadModel(files, settings, ports);
  try {
    const { model, layers } = loaded;
    assertVectorOrder(layers, 'Leave the layer out with exclude, and it stays as it is');
    // The same weights under two names are smoothed under both.
    const layerOf = new Map(layers.map((layer) => [layer.tensor.storageKey, layer]));
    const rows = new Map<Layer, SmoothedLayer>();
    const engine = await createEngine(availableEngine(settings.engine));
    const tensors = model.tensors.map((tensor) => {
      if (!isDtype(tensor.dtype)) throw notWritable(model.name, tensor);
      const layer = layerOf.get(tensor.storageKey);
      const dtype = layer === undefined || isWritableDtype(tensor.dtype) ? tensor.dtype : 'F32';
      const count = elementCount(tensor.shape);
      return {
        name: tensor.name,
        dtype,
        shape: tensor.shape,
        sizeBytes: count * bytesPerElement(dtype),
        bytes: async () => {
          ports.signal?.throwIfAborted();
          if (layer === undefined) return bytesOf(tensor, options);
          const { row, elementAt } = await smoothLayer(layer, settings, ports, options, engine);
          rows.set(layer, row);
          const share = rows.size / layers.length;
          ports.onProgress?.({ model: model.name, layersDone: rows.size, layers: layers.length, share });
          return elementAt === undefined && dtype === tensor.dtype
            ? bytesOf(tensor, options)
            : encode(elementAt ?? (await readElements(tensor, options)), count, dtype as WritableDtype);
        },
      };
    });
    const method = settings.smoothMethod;
    const isTorch = model.tensors.every(({ kernelLayout }) => kernelLayout === 'oihw');
    // Loaders of PyTorch models look for the format.
    const metadata = { alphagate: `smooth ${method}`, ...(isTorch && { format: 'pt' }) };
    const inputs = [...located.files, ...(await shardsOf(files))].map(({ name }) => name);
    await writeSafetensors(output, tensors, metadata, inputs);
    return { model: model.name, output, method, layers: layers.flatMap((layer) => rows.get(layer) ?? []) };
  } finally {
    await loaded.close();
  }
}

/** The files that an index names. */
async function shardsOf({ index }: ModelFiles): Promise<FileEntry[]> {
  if (index === undefined) return [];
  const names = [...new Set(index.shardOf.values())];
  return (await Promise.all(names.map((name) => index.file.sibling(name)))).filter(
    (file) => file !== undefined,
  );
}

async function bytesOf(tensor: Tensor, options: ReadOptions): Promise<Uint8Array> {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes, options);
  return bytes;
}

function encode(elementAt: (index: number) => number, count: number, dtype: WritableDtype): Uint8Array {
  const size = bytesPerElement(dtype);
  const bytes = new Uint8Array(count * size);
  const write = encoderOf(dtype, new DataView(bytes.buffer));
  for (let index = 0; index < count; index++) write(index * size, elementAt(index));
  return bytes;
}

interface SmoothedElements {
  readonly row: SmoothedLayer;
  /** Elements of the layer's tensor by their index in C order; undefined where they stay as they are. */
  readonly elementAt: ((index: number) => number) | undefined;
}

async function smoothLayer(
  layer: Layer,
  settings: Settings,
  ports: Ports,
  options: ReadOptions,
  engine: SpectrumEngine,
): Promise<SmoothedElements> {
  const before = await readMatrices(layer.tensor, layer.matrices, options);
  const { layerId: layer_id, longname, N, M, receptiveField: rf } = layer;
  const where = { layer_id, longname, N, M, rf };
  const norm = normOf(before);
  const unchanged = (remark: string): SmoothedElements => ({
    row: { ...where, kept: null, clipped: null, norm, new_norm: norm, distance: 0, remark },
    elementAt: undefined,
  });
  if (!Number.isFinite(norm)) return unchanged('weights that are not finite');

  if (settings.smoothMethod === 'sharpness') {
    const { integer } = randomStream(settings.seed, longname, 'sharpness');
    const sharpened = before.map((matrix) => sharpenMatrix(matrix, integer, engine));
    const clipped = sharpened.reduce((sum, one) => sum + one.clipped, 0);
    const after = sharpened.map(({ matrix }) => matrix);
    return {
      row: { ...where, kept: null, clipped, ...change(before, after), remark: '' },
      elementAt: gather(layer, after),
    };
  }
  const keep = await keptOf(layer, settings, ports, options);
  if (keep === undefined) return unchanged('no power law to keep the tail of');
  const { matrices, kept } = smoothMatrices(before, keep, engine);
  return {
    row: { ...where, kept, clipped: null, ...change(before, matrices), remark: '' },
    elementAt: gather(layer, matrices),
  };
}

/** How many singular values the method keeps: those of detX, a share of all, or those in the power law's tail. */
async function keptOf(
  layer: Layer,
  { smoothMethod, smoothPercent }: Settings,
  ports: Ports,
  options: ReadOptions,
): Promise<Kept | undefined> {
  if (smoothMethod === 'detX') return { by: 'detX' };
  if (smoothMethod === 'svd')
    return { by: 'count', count: Math.floor(smoothPercent * layer.eigenvalueCount) };
  const bytes = new Uint8Array(new SharedArrayBuffer(layer.tensor.sizeBytes));
  await layer.tensor.readInto(bytes, options);
  const { num_pl_spikes } = await ports.analyzer.analyze(toTask(layer), bytes);
  return num_pl_spikes === null || num_pl_spikes < 1 ? undefined : { by: 'count', count: num_pl_spikes };
}

function change(before: readonly DenseMatrix[], after: readonly DenseMatrix[]) {
  const differences = before.map(({ rows, cols, elements }, index) => {
    const other = after[index]!.elements;
    return { rows, cols, elements: elements.map((element, at) => other[at]! - element) };
  });
  return { norm: normOf(before), new_norm: normOf(after), distance: normOf(differences) };
}

/** The Frobenius norm of all matrices together, which is the tensor's. */
function normOf(matrices: readonly DenseMatrix[]): number {
  return Math.hypot(...matrices.map(frobeniusNorm));
}

/** The matrices' elements where the tensor has them. */
function gather({ matrices, tensor }: Layer, smoothed: readonly DenseMatrix[]): (index: number) => number {
  const elements = new Float64Array(elementCount(tensor.shape));
  for (const [index, { offset, rows, cols, rowStride, colStride }] of matrices.entries()) {
    const matrix = smoothed[index]!.elements;
    for (let i = 0, at = 0; i < rows; i++)
      for (let j = 0; j < cols; j++, at++) elements[offset + i * rowStride + j * colStride] = matrix[at]!;
  }
  return (index) => elements[index]!;
}

function notWritable(modelName: string, { name, dtype }: Tensor): FormatError {
  return new FormatError({
    code: 'NOT_WRITABLE',
    subject: modelName,
    problem: `${quote(name)} has values that safetensors files are not written with here, ${dtype}`,
    cure: 'Convert the model to float32, float16 or bfloat16 before',
  });
}
