import type { Hdf5Group } from '../hdf5/hdf5-file.ts';
import type { Tensor } from '../tensor.ts';
import { layerWeights } from './layer-weights.ts';
import { listedWeights } from './listed-weights.ts';
import type { NamedArray } from './named-array.ts';

/** Groups that hold what optimizers remember, in the older and in the newer files. */
const OPTIMIZER = /^(model_weights\/)?(optimizer|optimizer_weights)\//;

/**
 * The arrays of a Keras file in the order of its layers. Weights that the file lists by name keep those names; others
 * are called by their layer and their part in it, and what belongs to no layer by its path.
 *
 * @param order the layers' places in the model, where there is a configuration.
 */
export function kerasTensors(root: Hdf5Group, order: ReadonlyMap<string, number> = new Map()): Tensor[] {
  const all = everyArray(root, '');
  const known = listedWeights(root) ?? layerWeights(root, order);
  const taken = new Set(known.map(({ path }) => path));
  const rest = all.filter(({ path }) => !taken.has(path));
  const uses = new Map<string, number>();
  for (const { name } of [...known, ...rest]) uses.set(name, (uses.get(name) ?? 0) + 1);
  return [...known, ...rest].map(({ name, path, array }) => ({
    ...array,
    // Two weights of one name are told apart by where they lie.
    name: uses.get(name) === 1 ? name : path,
    kernelLayout: 'hwio',
    ...(OPTIMIZER.test(path) && { unfit: 'the state of an optimizer is not weights' }),
  }));
}

function everyArray(group: Hdf5Group, prefix: string): NamedArray[] {
  const own = [...group.arrays].map(([name, array]) => ({ name: prefix + name, path: prefix + name, array }));
  return [...own, ...[...group.groups].flatMap(([name, inner]) => everyArray(inner, `${prefix}${name}/`))];
}
