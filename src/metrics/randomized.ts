import type { FloatDtype } from '../formats/dtype.ts';
import type { MatrixPlace, SpectrumRule } from '../layers/layer.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import { computeEsd } from './esd.ts';
import { fitMarchenkoPastur } from './marchenko-pastur.ts';
import type { ModeColumns } from './mode-columns.ts';
import { computeRuledEsd } from './ruled-esd.ts';
import type { RandomStream } from './uncertainty/random.ts';
import { shuffledCopy } from './uncertainty/shuffle-elements.ts';

/** Layers with fewer eigenvalues are shuffled several times, so that there are enough of them to fit. */
const FEW_EIGENVALUES = 100;
const REPLICAS_OF_FEW = 5;

/** A layer as it is stored, and its spectrum. */
export interface RandomizedLayer {
  readonly bytes: Uint8Array;
  readonly dtype: FloatDtype;
  readonly matrices: readonly MatrixPlace[];
  readonly rule: SpectrumRule;
  readonly N: number;
  readonly M: number;
  /** M times the number of matrices, as the layer counts them. */
  readonly eigenvalueCount: number;
  /** Ascending. */
  readonly eigenvalues: Float64Array;
}

/**
 * How the spectrum compares with that of the same elements in random order: WeightWatcher's `randomize`. Eigenvalues of the
 * shuffled elements beyond the bulk of Marchenko and Pastur are correlation traps: single elements so large that they do
 * not need a neighbour to stand out.
 *
 * `num_traps` counts those of one shuffle; literally, those of all shuffles that were pooled for the fit.
 *
 * @param keep is given the eigenvalues of the shuffles together, ascending.
 */
export function randomizedColumns(
  engine: SpectrumEngine,
  layer: RandomizedLayer,
  random: RandomStream,
  keep?: (eigenvalues: Float64Array) => void,
): ModeColumns {
  const { bytes, dtype, matrices, rule, N, M, eigenvalueCount, eigenvalues } = layer;
  const copy = shuffledCopy(bytes, dtype, matrices);
  const shuffle = () => {
    copy.shuffle(random);
    const compute = (places: readonly MatrixPlace[]) =>
      computeEsd(engine, copy.bytes, dtype, places, rule.scale);
    return computeRuledEsd(rule, copy.matrices, N, compute).eigenvalues;
  };
  const replicas = Array.from({ length: eigenvalueCount < FEW_EIGENVALUES ? REPLICAS_OF_FEW : 1 }, shuffle);
  const pooled = Float64Array.from(replicas.flatMap((replica) => [...replica])).sort();
  keep?.(pooled);
  const fit = fitMarchenkoPastur(pooled, N, M);
  const single = shuffle();
  const largest = eigenvalues.at(-1)!;
  const largestRandom = single.at(-1)!;
  const traps = fit && replicas[0]!.filter((eigenvalue) => eigenvalue > fit.spikesAbove).length;
  return {
    max_rand_eval: pooled.at(-1)!,
    rand_distance: jensenShannonDistance(eigenvalues, single),
    ww_softrank: largest === 0 ? null : largestRandom / largest,
    ww_maxdist: largest - largestRandom,
    num_traps: (rule.literal ? fit?.spikes : traps) ?? null,
    rand_num_spikes: fit?.spikes ?? null,
    rand_sigma_mp: fit?.sigma ?? null,
    rand_mp_softrank: fit?.softrank ?? null,
    rand_W_scale: fit?.scale ?? null,
    rand_bulk_max: fit?.bulkMax ?? null,
    rand_bulk_min: fit?.bulkMin ?? null,
  };
}

/**
 * Jensen and Shannon's distance of two spectra, paired by rank and each taken as a distribution; in √nats.
 *
 * @returns null where the spectra have different lengths or one is zero.
 */
function jensenShannonDistance(p: Float64Array, q: Float64Array): number | null {
  const middle = p.map((value, index) => (value + (q[index] ?? 0)) / 2);
  const distance = Math.sqrt(Math.max(0, (divergence(p, middle) + divergence(q, middle)) / 2));
  return p.length === q.length && Number.isFinite(distance) ? distance : null;
}

/** Kullback and Leibler's, of p from q, each divided by its sum. */
function divergence(p: Float64Array, q: Float64Array): number {
  const pSum = p.reduce((sum, value) => sum + value, 0);
  const qSum = q.reduce((sum, value) => sum + value, 0);
  return p.reduce((sum, value, index) => {
    const share = value / pSum;
    return value === 0 ? sum : sum + share * Math.log(share / (q[index]! / qSum));
  }, 0);
}
