/**
 * The exponent of a layer's power law; null where it has none. WeightWatcher's own tables, which `compat` asks for, say −1
 * or 0 there.
 */
export function fittedAlpha({ alpha }: { readonly alpha: number | null }): number | null {
  return alpha !== null && alpha >= 1 ? alpha : null;
}
