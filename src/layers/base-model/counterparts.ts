import type { Tensor } from '../../formats/tensor.ts';
import { withoutWeight } from '../name-pattern.ts';

/**
 * Finds the tensor of another model that a name stands for: the one of the same name or, where there is none, the only
 * one whose name ends like it after a dot or that it ends like, because wrappers put `module.` or `bert.` before names.
 */
export function counterpartsIn(tensors: readonly Tensor[]): (name: string) => Tensor | undefined {
  const byName = new Map<string, Tensor>();
  const byEnding = new Map<string, Tensor | undefined>();
  for (const tensor of tensors) {
    const name = withoutWeight(tensor.name);
    if (!byName.has(name)) byName.set(name, tensor);
    for (const ending of endingsOf(name)) byEnding.set(ending, byEnding.has(ending) ? undefined : tensor);
  }
  return (tensorName) => {
    const name = withoutWeight(tensorName);
    const same = byName.get(name) ?? byEnding.get(name);
    if (same !== undefined) return same;
    for (const ending of endingsOf(name)) {
      const shorter = byName.get(ending);
      if (shorter !== undefined) return shorter;
    }
    return undefined;
  };
}

/** How many dots from the left a prefix may reach; `base_model.model.model.` has three. */
const MOST_PREFIX_PARTS = 4;

/** A name without its first part, its first two, and so on; at least two parts are left. */
function endingsOf(name: string): string[] {
  const parts = name.split('.');
  const endings: string[] = [];
  for (let cut = 1; cut <= MOST_PREFIX_PARTS && parts.length - cut >= 2; cut++)
    endings.push(parts.slice(cut).join('.'));
  return endings;
}
