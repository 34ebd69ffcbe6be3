import { isFloatDtype } from '../formats/dtype.ts';
import type { Tensor, TensorList } from '../formats/tensor.ts';
import { formLayers, type LayerForm } from './form-layers.ts';
import type { Layer, SkippedTensor } from './layer.ts';
import { type LayerWord, layerChoice } from './layer-choice.ts';
import { FEWEST_DIMENSIONS, MOST_DIMENSIONS } from './matrices.ts';
import { compilePatterns, withoutWeight } from './name-pattern.ts';
import { compareNaturally } from './natural-order.ts';

/** Which tensors to analyse; the names and meanings are WeightWatcher's. */
export interface LayerFilter extends LayerForm {
  /** Globs of names to keep; empty keeps all. */
  readonly include: readonly string[];
  /** Globs of names to leave out, stronger than `include`. */
  readonly exclude: readonly string[];
  /** Ids, names and types of layers to keep or, with a minus, to leave out; empty keeps all. */
  readonly layers: readonly LayerWord[];
  /** The id of the first candidate. */
  readonly startIds: number;
  /** Fewest eigenvalues of a layer that is analysed; 0 for no limit. */
  readonly minEvals: number;
  /** Most eigenvalues; 0 for no limit. */
  readonly maxEvals: number;
  /** Longest side of a matrix that is analysed; 0 for no limit. */
  readonly maxN: number;
}

export interface SelectedLayers {
  /** In the model's order. */
  readonly layers: readonly Layer[];
  readonly skipped: readonly SkippedTensor[];
}

/**
 * Decides of every tensor of a model whether it is a layer: every tensor of floating-point numbers with 2 to 5
 * dimensions is, whatever its name. The others are listed with the reason; one odd tensor never ends the run.
 */
export function selectLayers(model: TensorList, filter: LayerFilter): SelectedLayers {
  const ordered =
    model.order === 'stored'
      ? model.tensors
      : model.tensors.toSorted((a, b) => compareNaturally(a.name, b.name));
  const refuseByName = nameFilter(filter);
  const refuseByChoice = layerChoice(filter.layers, new Set(ordered.map(({ name }) => withoutWeight(name))));
  const firstOwner = new Map<string, string>();
  const layers: Layer[] = [];
  const skipped: SkippedTensor[] = [];
  let layerId = filter.startIds;

  for (const tensor of ordered) {
    const unfit = notALayer(tensor);
    if (unfit !== undefined) {
      skipped.push({ name: tensor.name, reason: unfit });
      continue;
    }
    const formed = formLayers(tensor, layerId++, filter);
    const layer = formed[0]!;
    const owner = firstOwner.get(tensor.storageKey);
    const reason =
      owner === undefined
        ? (refuseByName(layer.name) ?? refuseByChoice(layer) ?? vector(layer) ?? outOfBounds(layer, filter))
        : `the same weights as ${owner}`;
    if (reason === undefined) {
      layers.push(...formed);
      firstOwner.set(tensor.storageKey, tensor.name);
    } else {
      skipped.push({ name: tensor.name, reason });
    }
  }
  return { layers, skipped };
}

function notALayer(tensor: Tensor): string | undefined {
  const dimensions = tensor.shape.length;
  if (tensor.unfit !== undefined) return tensor.unfit;
  if (!isFloatDtype(tensor.dtype)) return `${tensor.dtype} values are not weights`;
  if (dimensions < FEWEST_DIMENSIONS) return `${dimensions}-d: a bias, a norm or a scalar has no spectrum`;
  if (dimensions > MOST_DIMENSIONS)
    return `${dimensions} dimensions: only 2 to ${MOST_DIMENSIONS} are analysed`;
  if (tensor.shape.includes(0)) return `it is empty, its shape is [${tensor.shape.join(', ')}]`;
  return undefined;
}

function vector({ M }: Layer): string | undefined {
  return M === 1 ? 'M = 1: the eigenvalue of a vector is its norm' : undefined;
}

/** Tells which limit a layer breaks, undefined where it keeps all. */
export function outOfBounds(
  layer: Pick<Layer, 'eigenvalueCount' | 'N'>,
  { minEvals, maxEvals, maxN }: Pick<LayerFilter, 'minEvals' | 'maxEvals' | 'maxN'>,
): string | undefined {
  const count = layer.eigenvalueCount;
  if (minEvals > 0 && count < minEvals) return `${count} eigenvalues, fewer than min_evals = ${minEvals}`;
  if (maxEvals > 0 && count > maxEvals) return `${count} eigenvalues, more than max_evals = ${maxEvals}`;
  if (maxN > 0 && layer.N > maxN) return `N = ${layer.N} is larger than max_N = ${maxN}`;
  return undefined;
}

/** Tells why a tensor or layer of a name is left out, undefined where it is not. */
export function nameFilter({
  include,
  exclude,
}: Pick<LayerFilter, 'include' | 'exclude'>): (name: string) => string | undefined {
  const included = compilePatterns(include);
  const excluded = compilePatterns(exclude);
  return (name) => {
    const pattern = exclude[excluded(name)];
    if (pattern !== undefined) return `excluded by ${pattern}`;
    return include.length > 0 && included(name) === -1 ? 'not among the included layers' : undefined;
  };
}
