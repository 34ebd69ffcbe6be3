import type { MatrixPlace, SpectrumRule } from '../layers/layer.ts';
import type { Esd } from './esd.ts';

/**
 * The spectrum of a layer as its rule asks (see `SpectrumRule`).
 *
 * With `inverse`, 1/λ takes the place of λ, and what is zero to working precision has no inverse and is left out;
 * singular values and their columns stay those of the weights.
 *
 * @param N the larger side of the layer's matrices.
 * @param compute the spectrum of some of the layer's matrices.
 */
export function computeRuledEsd(
  rule: SpectrumRule,
  matrices: readonly MatrixPlace[],
  N: number,
  compute: (matrices: readonly MatrixPlace[]) => Esd,
): Esd {
  if (rule.inverse === 'none') return restrict(compute(matrices), rule, N);
  const isInverted = (index: number) => rule.inverse === 'all' || (matrices.length - 1 - index) % 2 === 0;
  const inverted = restrict(compute(matrices.filter((_, index) => isInverted(index))), rule, N);
  const rest = matrices.filter((_, index) => !isInverted(index));
  const upright = rest.length === 0 ? undefined : compute(rest);
  // Of zeros alone nothing would be left.
  const inverses =
    inverted.svMax === 0
      ? inverted.eigenvalues
      : inverted.eigenvalues.slice(inverted.rankLoss).map((eigenvalue) => 1 / eigenvalue);
  return {
    eigenvalues: Float64Array.from([...inverses, ...(upright?.eigenvalues ?? [])]).sort(),
    svMax: Math.max(inverted.svMax, upright?.svMax ?? 0),
    svMin: Math.min(inverted.svMin, upright?.svMin ?? Infinity),
    rankLoss: inverted.rankLoss + (upright?.rankLoss ?? 0),
  };
}

/** Keeps the largest values, and takes their roots where eigenvalues are singular values. */
function restrict(esd: Esd, { largest, eigenvalues: kind }: SpectrumRule, N: number): Esd {
  if (kind === 'squares' && (largest === undefined || largest >= esd.eigenvalues.length)) return esd;
  const kept = esd.eigenvalues.slice(-(largest ?? esd.eigenvalues.length));
  const eigenvalues = kind === 'squares' ? kept : kept.map(Math.sqrt);
  const svMax = Math.sqrt(eigenvalues.at(-1)!);
  const zero = svMax * N * Number.EPSILON;
  return {
    eigenvalues,
    svMax,
    svMin: Math.sqrt(eigenvalues[0]!),
    rankLoss: eigenvalues.filter((eigenvalue) => Math.sqrt(eigenvalue) <= zero).length,
  };
}
