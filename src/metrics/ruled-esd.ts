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
  if (rule.inverse === 'none' && !rule.literal) return restrict(compute(matrices), rule, N);
  const parts = matrices.map((place, index) => {
    const esd = restrict(compute([place]), rule, N);
    const isInverted =
      rule.inverse === 'all' || (rule.inverse === 'alternating' && (matrices.length - 1 - index) % 2 === 0);
    return isInverted ? inverted(esd) : esd;
  });
  const minima = parts.map(({ svMin }) => svMin);
  return {
    eigenvalues: Float64Array.from(parts.flatMap(({ eigenvalues }) => [...eigenvalues])).sort(),
    svMax: Math.max(...parts.map(({ svMax }) => svMax)),
    svMin: rule.literal ? Math.max(...minima) : Math.min(...minima),
    rankLoss: parts.reduce((sum, { rankLoss }) => sum + rankLoss, 0),
  };
}

/** Zeros alone stay zeros: of their inverses nothing would be left. */
function inverted(esd: Esd): Esd {
  if (esd.svMax === 0) return esd;
  return { ...esd, eigenvalues: esd.eigenvalues.slice(esd.rankLoss).map((eigenvalue) => 1 / eigenvalue) };
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
