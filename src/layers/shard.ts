import { multiplyAddsOf } from './cost.ts';
import type { Layer } from './layer.ts';

/** Number `index`, counted from 1, of `count` parts of a model. */
export interface Part {
  readonly index: number;
  readonly count: number;
}

/**
 * The layers of one part, in the model's order. Parts cost about the same: the costliest layer that is left always
 * goes to the part that has least to do. Every layer is in exactly one part, whoever divides; a part may be empty.
 *
 * @param part the whole, where it is null.
 */
export function layersOfPart<L extends Pick<Layer, 'matrices'>>(
  layers: readonly L[],
  part: Part | null,
): readonly L[] {
  if (part === null) return layers;
  const costs = new Array<number>(part.count).fill(0);
  const taken = new Set<L>();
  const byCost = layers
    .map((layer) => ({ layer, cost: multiplyAddsOf(layer) }))
    // The sort is stable: layers of the same cost keep the model's order.
    .sort((a, b) => b.cost - a.cost);
  for (const { layer, cost } of byCost) {
    const least = costs.indexOf(Math.min(...costs));
    costs[least]! += cost;
    if (least === part.index - 1) taken.add(layer);
  }
  return layers.filter((layer) => taken.has(layer));
}
