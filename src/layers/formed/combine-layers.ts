import type { SelectedLayers } from '../select-layers.ts';
import { type Coins, pairLayers } from './pair-layers.ts';
import { stackLayers } from './stack-layers.ts';

/** Whether layers are analysed by themselves or together; the names are WeightWatcher's. */
export interface Combination {
  /** One matrix of all layers. */
  readonly stacked: boolean;
  /** Products of consecutive layers, with random zeros and ones between them or not. */
  readonly intra: boolean;
  readonly sparsify: boolean;
}

/**
 * The layers to analyse in place of the selected ones where they are to be combined.
 *
 * @param literal as WeightWatcher has it.
 */
export function combineLayers(
  selected: SelectedLayers,
  { stacked, intra, sparsify }: Combination,
  literal: boolean,
  coins: Coins,
): SelectedLayers {
  const { layers, skipped } = selected;
  if (layers.length === 0) return selected;
  if (stacked) return { layers: [stackLayers(layers, literal)], skipped };
  if (!intra) return selected;
  const pairs = pairLayers(layers, { coins: sparsify ? coins : undefined, literal });
  return { layers: pairs.layers, skipped: [...pairs.skipped, ...skipped] };
}
