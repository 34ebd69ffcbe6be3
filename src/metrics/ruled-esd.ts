import type { MatrixPlace, SpectrumRule } from '../layers/layer.ts';
import type { Esd } from './esd.ts';

/**
 * The spectrum of a layer as its rule asks: with 1/λ in place of λ where `inverse` says so. Singular values and their
 * columns stay those of the weights. What is zero to working precision has no inverse and is left out.
 *
 * @param compute the spectrum of some of the layer's matrices.
 */
export function computeRuledEsd(
  { inverse }: Pick<SpectrumRule, 'inverse'>,
  matrices: readonly MatrixPlace[],
  compute: (matrices: readonly MatrixPlace[]) => Esd,
): Esd {
  if (inverse === 'none') return compute(matrices);
  const isInverted = (index: number) => inverse === 'all' || (matrices.length - 1 - index) % 2 === 0;
  const inverted = compute(matrices.filter((_, index) => isInverted(index)));
  const rest = matrices.filter((_, index) => !isInverted(index));
  if (inverted.svMax === 0) return rest.length === 0 ? inverted : compute(matrices);
  const inverses = inverted.eigenvalues.slice(inverted.rankLoss).map((eigenvalue) => 1 / eigenvalue);
  const upright = rest.length === 0 ? undefined : compute(rest);
  if (upright === undefined) return { ...inverted, eigenvalues: inverses.sort() };
  return {
    eigenvalues: Float64Array.from([...inverses, ...upright.eigenvalues]).sort(),
    svMax: Math.max(inverted.svMax, upright.svMax),
    svMin: Math.min(inverted.svMin, upright.svMin),
    rankLoss: inverted.rankLoss + upright.rankLoss,
  };
}
