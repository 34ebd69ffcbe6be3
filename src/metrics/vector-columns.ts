import type { FloatDtype } from '../formats/dtype.ts';
import type { MatrixPlace } from '../layers/layer.ts';
import type { SpectrumEngine } from '../spectrum/engine.ts';
import type { ModeColumn, ModeColumns } from './mode-columns.ts';

/** Bins of the density of a vector's elements. */
const BINS = 100;
/** Keeps the logarithm of an empty bin finite; WeightWatcher's own constant. */
const EMPTY_BIN = 1e-10;

interface VectorMeasures {
  readonly eigenvalue: number;
  readonly vec_entropy: number;
  readonly loc_ratio: number;
  readonly part_ratio: number;
}

/** A layer's matrices, of which the vectors are measured. */
export interface VectorSource {
  readonly bytes: Uint8Array;
  readonly dtype: FloatDtype;
  readonly matrices: readonly MatrixPlace[];
}

/**
 * How localised the eigenvectors are that belong to the tail, and those of the bulk: mean and variance, over the vectors,
 * of the entropy of their elements' sizes, of ‖v‖₁/‖v‖∞ and of ‖v‖₂/‖v‖₄. A vector with one nonzero element has ratios of
 * 1; one whose elements are all alike, of the order of its length n: n and n^¼.
 *
 * Source: Martin and Mahoney, "Implicit self-regularization in deep neural networks", Journal of Machine Learning Research
 * 22 (2021), section 2.5, in WeightWatcher 0.7.7's `vectors`.
 *
 * @param tail how many of the largest eigenvalues are the tail.
 */
export function vectorColumns(engine: SpectrumEngine, source: VectorSource, tail: number): ModeColumns {
  const measures = source.matrices.flatMap((place) => measuresOf(engine, source, place));
  measures.sort((a, b) => a.eigenvalue - b.eigenvalue);
  const bulk = measures.length - tail;
  return { ...columnsOf('bulk', measures.slice(0, bulk)), ...columnsOf('tail', measures.slice(bulk)) };
}

function measuresOf(
  engine: SpectrumEngine,
  { bytes, dtype }: VectorSource,
  place: MatrixPlace,
): VectorMeasures[] {
  const { eigenvalues, vector } = engine.eigenvectors({ bytes, dtype, ...place });
  return [...eigenvalues].map((eigenvalue, rank) => {
    const magnitudes = vector(rank).map(Math.abs);
    return { eigenvalue, ...localisationOf(magnitudes) };
  });
}

/** @param magnitudes of the elements of a vector, not all zero. */
function localisationOf(magnitudes: Float64Array): Omit<VectorMeasures, 'eigenvalue'> {
  let [sum, squares, fourth, most, least] = [0, 0, 0, 0, Infinity];
  for (const magnitude of magnitudes) {
    sum += magnitude;
    squares += magnitude ** 2;
    fourth += magnitude ** 4;
    most = Math.max(most, magnitude);
    least = Math.min(least, magnitude);
  }
  return {
    vec_entropy: entropyOf(magnitudes, least, most),
    loc_ratio: sum / most,
    part_ratio: Math.sqrt(squares) / fourth ** 0.25,
  };
}

/** Entropy, in nats, of a density with equal bins from the least to the most. */
function entropyOf(values: Float64Array, least: number, most: number): number {
  const range = most > least ? most - least : 1;
  const counts = new Uint32Array(BINS);
  for (const value of values) counts[Math.min(Math.floor(((value - least) / range) * BINS), BINS - 1)]!++;
  const densities = Array.from(counts, (count) => (count * BINS) / (values.length * range) + EMPTY_BIN);
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.reduce((entropy, density) => entropy - (density / total) * Math.log(density / total), 0);
}

function columnsOf(part: 'bulk' | 'tail', measures: readonly VectorMeasures[]): ModeColumns {
  const columns: Partial<Record<ModeColumn, number | null>> = {};
  for (const name of ['vec_entropy', 'loc_ratio', 'part_ratio'] as const) {
    const count = measures.length;
    const mean = measures.reduce((sum, one) => sum + one[name], 0) / count;
    const variance = measures.reduce((sum, one) => sum + (one[name] - mean) ** 2, 0) / count;
    columns[`${part}_mean_${name}`] = count === 0 ? null : mean;
    columns[`${part}_var_${name}`] = count === 0 ? null : variance;
  }
  return columns;
}
