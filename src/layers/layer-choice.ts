import { ConfigError } from '../errors.ts';
import type { Layer } from './layer.ts';
import { withoutWeight } from './name-pattern.ts';

/** One word of the setting `layers`: an id, a name or a type of layer; with a minus before it, one to leave out. */
export type LayerWord = string | number;

const TYPES: ReadonlySet<string> = new Set(['dense', 'conv1d', 'conv2d', 'conv3d']);

/**
 * WeightWatcher's `layers`: keeps the layers that an id, a name or a type stands for, or, of ids and names with a minus,
 * all but those. A name that begins with a minus itself is meant where a layer has it.
 *
 * @returns a function that tells why a layer is left out, undefined where it is not.
 * @throws ConfigError `BAD_SETTING` when some words keep and others leave out, because it cannot be both.
 */
export function layerChoice(
  words: readonly LayerWord[],
  names: ReadonlySet<string>,
): (layer: Pick<Layer, 'layerId' | 'name' | 'layerType'>) => string | undefined {
  if (words.length === 0) return () => undefined;
  const isDrop = (word: LayerWord) =>
    typeof word === 'number'
      ? word < 0 || Object.is(word, -0)
      : word.startsWith('-') && !names.has(withoutWeight(word));
  const drops = words.filter(isDrop);
  if (drops.length !== 0 && drops.length !== words.length) {
    const keep = words.find((word) => !isDrop(word));
    throw new ConfigError({
      code: 'BAD_SETTING',
      subject: 'layers',
      problem: `${JSON.stringify(keep)} keeps a layer and ${JSON.stringify(drops[0])} leaves one out`,
      cure: 'It must be either layers to keep or, each with a minus, layers to leave out',
    });
  }
  const named = words.map((word) => {
    if (typeof word === 'number') return Math.abs(word);
    return withoutWeight(drops.length === 0 ? word : word.slice(1));
  });
  const stands = (layer: Pick<Layer, 'layerId' | 'name' | 'layerType'>) =>
    named.some((word) =>
      typeof word === 'number'
        ? word === layer.layerId
        : word === layer.name || (TYPES.has(word) && word === layer.layerType),
    );
  return drops.length === 0
    ? (layer) => (stands(layer) ? undefined : 'not among the layers asked for')
    : (layer) => (stands(layer) ? 'left out by layers' : undefined);
}
