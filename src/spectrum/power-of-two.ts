const HIGHEST = 1000;

/**
 * The power of two that brings a magnitude into [0.5, 1), as nearly as 2^±1000 allows, so that both it and its inverse
 * are finite numbers. Multiplying by a power of two is exact. For zero it is 1.
 */
export function scaleToUnit(magnitude: number): number {
  if (magnitude === 0) return 1;
  const exponent = Math.floor(Math.log2(magnitude)) + 1;
  return 2 ** -Math.max(-HIGHEST, Math.min(HIGHEST, exponent));
}
