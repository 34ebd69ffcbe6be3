import { integrate } from './integrate.ts';

/**
 * The probability that a standard normal variable lies at least `z` away from 0: erfc(z/√2).
 *
 * Source: erfc(x) = 2/√π · e^(−x²) · ∫ e^(−t² − 2xt) dt over t from 0 to infinity (DLMF 7.2.2, shifted).
 *
 * @param z at least 0.
 */
export function twoSidedNormalTail(z: number): number {
  if (z === Infinity) return 0;
  // The integrand's scale is 1 up to x = 1, then 1/x.
  const x = z / Math.SQRT2;
  const scale = 1 / Math.max(x, 1);
  const integral = scale * integrate((t) => Math.exp(-((t * scale) ** 2) - 2 * x * t * scale));
  return Math.min((2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * integral, 1);
}
