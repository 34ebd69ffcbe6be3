import type { ModeColumns } from './mode-columns.ts';

/**
 * The largest eigenvalues that preserve volume: with all of them divided by their mean, as many of the largest as it
 * takes for their product to fall below 1, the one included that it falls with (WeightWatcher's `detX`, in its theory the
 * part of the spectrum that an exact renormalisation group step keeps). By sums of logarithms, which cannot overflow.
 *
 * Source: Martin and Hinrichs, "SETOL: a semi-empirical theory of (deep) learning", 2025.
 *
 * @param eigenvalues ascending, none negative.
 * @param powerLawSpikes `num_pl_spikes`, if there was a fit.
 * @param literal name the two values as WeightWatcher does, which swaps them and has none of zeros.
 */
export function ergColumns(
  eigenvalues: Float64Array,
  powerLawSpikes: number | null,
  literal: boolean,
): ModeColumns {
  const count = volumePreserving(eigenvalues);
  const n = eigenvalues.length;
  const mean = eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0) / n;
  // Where the product never falls below 1, the value it ends with is the second smallest, as WeightWatcher has it.
  const index = count === 0 ? 0 : Math.max(n - count, 1);
  const own = literal && mean === 0 ? null : (eigenvalues[index] ?? null);
  const rescaled = own === null || mean === 0 ? null : own / mean;
  return {
    detX_num: count,
    num_ERG_spikes: count,
    ERG_gap: powerLawSpikes === null ? null : count - powerLawSpikes,
    detX_val: literal ? own : rescaled,
    detX_val_unrescaled: literal ? rescaled : own,
  };
}

function volumePreserving(eigenvalues: Float64Array): number {
  const n = eigenvalues.length;
  if (n < 2 || !(eigenvalues[0]! < eigenvalues[n - 1]!)) return 0;
  const logMean = Math.log(eigenvalues.reduce((sum, eigenvalue) => sum + eigenvalue, 0) / n);
  let logProduct = 0;
  for (let index = n - 1; index > 0; index--) {
    logProduct += Math.log(eigenvalues[index]!) - logMean;
    if (logProduct < 0) return n - index;
  }
  return n;
}
