import { isFloatDtype } from '../../formats/dtype.ts';
import type { OpenModel, Tensor, TensorList } from '../../formats/tensor.ts';
import { formLayers } from '../form-layers.ts';
import type { Layer, SkippedTensor } from '../layer.ts';
import { layerChoice } from '../layer-choice.ts';
import { withoutWeight } from '../name-pattern.ts';
import { computedTensor, readElements } from '../read-elements.ts';
import { type LayerFilter, nameFilter, outOfBounds, type SelectedLayers } from '../select-layers.ts';

/** How WeightWatcher 0.7.7 reads a model of some format. */
interface Reading {
  /** Whether only tensors are enumerated whose name ends in `.weight`, which it then leaves out. */
  readonly onlyWeights: boolean;
  /** Whether tensors of other shapes and types take up ids. */
  readonly countsAll: boolean;
  /** Whether float64 is rounded to float32. */
  readonly isSingle: boolean;
  readonly firstId: number;
}

/** The tensors in WeightWatcher's order: as stored or, where the format has no order, by the characters of their names. */
export function inLiteralOrder({ order, tensors }: TensorList): TensorList {
  if (order === 'stored') return { order, tensors };
  return { order: 'stored', tensors: tensors.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

/**
 * The layers of a model as WeightWatcher 0.7.7 has them: of a state dict those named `.weight`, in order and with its
 * ids; of 2 dimensions or 4, the first longer than one; the same weights under two names twice; vectors included. Formats
 * that it does not read are taken as if their matrices had been given to it by name.
 *
 * Not followed are its errors that end a run, its ids for three shards and more without an index, tensors of integers,
 * and its blindness to weights in ONNX Constant nodes.
 */
export function selectLiterally(
  model: Pick<OpenModel, 'name' | 'format' | 'tensors'>,
  filter: LayerFilter,
): SelectedLayers {
  const reading = readingOf(model);
  const refuseByName = nameFilter(filter);
  const refuseByChoice = layerChoice(
    filter.layers,
    new Set(model.tensors.map(({ name }) => withoutWeight(name))),
  );
  const layers: Layer[] = [];
  const skipped: SkippedTensor[] = [];
  let layerId = filter.startIds === 0 ? reading.firstId : filter.startIds;

  for (const tensor of model.tensors) {
    if (reading.onlyWeights && !tensor.name.endsWith('.weight')) {
      skipped.push({ name: tensor.name, reason: 'WeightWatcher does not look at names without .weight' });
      continue;
    }
    const unfit = notALayer(tensor);
    if (unfit === undefined || reading.countsAll) layerId++;
    if (unfit !== undefined) {
      skipped.push({ name: tensor.name, reason: unfit });
      continue;
    }
    const formed = formLayers(reading.isSingle ? asSingle(tensor) : tensor, layerId - 1, filter).map(
      (layer) => literalShape(layer, reading),
    );
    const layer = formed[0]!;
    const reason =
      refuseByName(layer.name) ?? refuseByChoice(layer) ?? outOfBounds(literalCount(layer), filter);
    if (reason === undefined) layers.push(...formed);
    else skipped.push({ name: tensor.name, reason });
  }
  return { layers, skipped };
}

function readingOf({ name, format }: Pick<OpenModel, 'name' | 'format'>): Reading {
  switch (format) {
    case 'safetensors':
      return { onlyWeights: true, countsAll: true, isSingle: true, firstId: 0 };
    case 'pytorch':
      // A folder of .bin files is read one way, a state dict that somebody has loaded another.
      return { onlyWeights: true, countsAll: true, isSingle: true, firstId: name.endsWith('.bin') ? 0 : 1 };
    case 'onnx':
      return { onlyWeights: false, countsAll: true, isSingle: false, firstId: 0 };
    default:
      return { onlyWeights: false, countsAll: false, isSingle: false, firstId: 1 };
  }
}

function notALayer({ unfit, dtype, shape }: Tensor): string | undefined {
  if (unfit !== undefined) return unfit;
  if (!isFloatDtype(dtype)) return `${dtype} values are not weights`;
  if (shape.length !== 2 && shape.length !== 4)
    return `${shape.length}-d: WeightWatcher knows 2 and 4 dimensions`;
  if (shape.includes(0)) return `it is empty, its shape is [${shape.join(', ')}]`;
  if (shape[0]! < 2) return 'WeightWatcher leaves out what has a first dimension of 1';
  return undefined;
}

/** float64 elements rounded to float32, as a state dict's are. */
function asSingle(tensor: Tensor): Tensor {
  if (tensor.dtype !== 'F64' || tensor.product !== undefined) return tensor;
  return computedTensor(tensor, async (options) => {
    const elementAt = await readElements(tensor, options);
    return (index) => Math.fround(elementAt(index));
  });
}

/**
 * N and M as WeightWatcher has them for kernels. Where there are more channels than positions, it exchanges the two once
 * for each matrix that is wider than tall, so that after an even number N is the smaller side; elsewhere never.
 */
function literalShape(layer: Layer, { onlyWeights }: Reading): Layer {
  const { tensor, receptiveField, sliceId } = layer;
  const literal = {
    ...layer,
    ...(onlyWeights ? {} : { name: tensor.name, longname: tensor.name }),
    rule: { ...layer.rule, literal: true, inverse: layer.rule.inverse === 'none' ? 'none' : 'alternating' },
  } as const;
  if (tensor.shape.length !== 4 || tensor.product !== undefined) return literal;
  const [outputs, inputs, height, width] =
    tensor.kernelLayout === 'oihw'
      ? (tensor.shape as [number, number, number, number])
      : ([3, 2, 0, 1].map((axis) => tensor.shape[axis]!) as [number, number, number, number]);
  const exchanges = outputs + inputs >= height + width && outputs < inputs && receptiveField % 2 === 1;
  const [N, M] = exchanges ? [inputs, outputs] : [outputs, inputs];
  return { ...literal, N, M, sliceId };
}

/** Its limits are held against M · rf, even where M is wrong. */
function literalCount(layer: Layer): Layer {
  if (layer.tensor.product !== undefined) return layer;
  const matrices = layer.sliceId === undefined ? layer.receptiveField : 1;
  return { ...layer, eigenvalueCount: layer.M * matrices };
}
