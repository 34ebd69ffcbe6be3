/** Reproducible numbers for tests: mulberry32, uniform on [0, 1). */
export function seededUniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reproducible standard normal numbers, by Box and Muller. */
export function seededNormals(seed: number): () => number {
  const uniforms = seededUniforms(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniforms())) * Math.cos(2 * Math.PI * uniforms());
}
