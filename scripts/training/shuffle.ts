/** Uniform random numbers on [0, 1). */
export type Uniforms = () => number;

/** Brings an array into random order (Fisher, Yates). */
export function shuffle(order: Uint32Array, uniforms: Uniforms): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(uniforms() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}
