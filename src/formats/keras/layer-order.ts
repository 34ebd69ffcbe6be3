import { asObject } from '../json.ts';

/**
 * The place of each layer in a model, by its name, as the model's configuration lists them; layers of models inside
 * the model come where that model does.
 *
 * @param config the parsed `config.json`. Hostile: whatever is not as Keras writes it is passed over.
 */
export function layerOrder(config: unknown): Map<string, number> {
  const order = new Map<string, number>();
  const visit = (layer: unknown) => {
    const settings = asObject(asObject(layer)?.get('config'));
    const name = settings?.get('name');
    if (typeof name === 'string' && !order.has(name)) order.set(name, order.size);
    const layers: unknown = settings?.get('layers');
    // The parser has bounded the depth.
    if (Array.isArray(layers)) for (const inner of layers) visit(inner);
  };
  visit(config);
  return order;
}
