import type { TextAttributes } from '../hdf5/attributes.ts';
import type { Hdf5Array, Hdf5Group } from '../hdf5/hdf5-file.ts';
import type { NamedArray } from './named-array.ts';

/** Where a whole model keeps what a file of weights has at its root. */
const MODEL_WEIGHTS = 'model_weights';

/**
 * The weights of a file of Keras 1 or 2 (and of Keras 3 where it was asked for `.h5`): the group lists its layers and
 * each layer its weights, in order and by name.
 *
 * Source: keras/src/legacy/saving/legacy_h5_format.py, `save_weights_to_hdf5_group`.
 *
 * @returns undefined for a file that lists no layers.
 */
export function listedWeights(root: Hdf5Group): NamedArray[] | undefined {
  const inModel = root.groups.get(MODEL_WEIGHTS);
  const [group, prefix] = inModel === undefined ? [root, ''] : [inModel, `${MODEL_WEIGHTS}/`];
  const layers = listOf(group.attributes, 'layer_names');
  return layers?.flatMap((layer) => {
    const inner = group.groups.get(layer);
    return (listOf(inner?.attributes, 'weight_names') ?? []).flatMap((name) => {
      const array = arrayAt(inner, name);
      return array === undefined ? [] : [{ name, path: `${prefix}${layer}/${name}`, array }];
    });
  });
}

/** A list that is too long for one attribute goes on in others with a number behind the name. */
function listOf(attributes: TextAttributes | undefined, name: string): readonly string[] | undefined {
  const whole = attributes?.get(name);
  if (whole !== undefined) return whole;
  const parts: string[] = [];
  for (let i = 0; ; i++) {
    const part = attributes?.get(`${name}${i}`);
    if (part === undefined) return i === 0 ? undefined : parts;
    parts.push(...part);
  }
}

/** Names of weights are paths below their layer. */
function arrayAt(group: Hdf5Group | undefined, name: string): Hdf5Array | undefined {
  const parts = name.split('/');
  const last = parts.pop()!;
  let inner = group;
  for (const part of parts) inner = inner?.groups.get(part);
  return inner?.arrays.get(last);
}
