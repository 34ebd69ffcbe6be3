import type { Hdf5Group } from '../hdf5/hdf5-file.ts';
import type { NamedArray } from './named-array.ts';
import { compareVariables, variableNames } from './variables.ts';

/** Groups whose members are layers (Keras 3, and Keras 2.12 to 2.15). */
const LAYERS = ['layers', '_layer_checkpoint_dependencies'];

/** The group of an object's own variables, numbered; its attribute says what the user called the object. */
const VARIABLES = 'vars';
const NAME = 'name';

/**
 * The weights of a file of Keras 3: groups that are named by the classes of their objects, each with numbered
 * variables. `layers/conv2d_1/vars/0` of the layer `head` becomes `head/kernel`.
 *
 * Source: keras/src/saving/saving_lib.py, `_save_state` and `_save_container_state`.
 */
export function layerWeights(root: Hdf5Group, order: ReadonlyMap<string, number>): NamedArray[] {
  return LAYERS.flatMap((container) => {
    const layers = root.groups.get(container);
    return layers === undefined ? [] : membersOf(layers, `${container}/`, '', order);
  });
}

/** What lies in a group of layers, in the model's order. */
function membersOf(
  layers: Hdf5Group,
  path: string,
  prefix: string,
  order: ReadonlyMap<string, number>,
): NamedArray[] {
  const members = [...layers.groups].map(([key, group]) => ({ key, group, name: nameOf(group) ?? key }));
  const placeOf = ({ name }: { readonly name: string }) => order.get(name) ?? order.size;
  return members
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .flatMap(({ key, group, name }) => objectOf(group, `${path}${key}/`, `${prefix}${name}/`, key, order));
}

/** An object's own variables, then those of the objects that it has. */
function objectOf(
  group: Hdf5Group,
  path: string,
  prefix: string,
  key: string,
  order: ReadonlyMap<string, number>,
): NamedArray[] {
  const variables = group.groups.get(VARIABLES);
  const names = variableNames(key, variables?.arrays.size ?? 0);
  const own = [...(variables?.arrays ?? [])]
    .toSorted(([a], [b]) => compareVariables(a, b))
    .map(([number, array]) => ({
      name: prefix + (names[Number(number)] ?? number),
      path: `${path}${VARIABLES}/${number}`,
      array,
    }));
  const inner = [...group.groups].flatMap(([name, member]) => {
    if (name === VARIABLES) return [];
    const memberPath = `${path}${name}/`;
    return LAYERS.includes(name)
      ? membersOf(member, memberPath, prefix, order)
      : objectOf(member, memberPath, `${prefix}${name}/`, name, order);
  });
  return [...own, ...inner];
}

function nameOf(group: Hdf5Group): string | undefined {
  return group.groups.get(VARIABLES)?.attributes.get(NAME)?.[0];
}
