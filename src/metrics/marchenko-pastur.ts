import type { ModeColumns } from './mode-columns.ts';
import { minimize } from './nelder-mead.ts';

/** The part of a spectrum that looks like that of independent random weights. */
export interface MarchenkoPasturFit {
  /** Eigenvalues beyond the bulk's edge and the fluctuations that chance gives it (Tracy and Widom). */
  readonly spikes: number;
  /** Eigenvalues above this are spikes, in the units of the eigenvalues. */
  readonly spikesAbove: number;
  /** Standard deviation of the random weights, where the eigenvalues are scaled to a mean of 1. */
  readonly sigma: number;
  /** The upper edge of the bulk over the largest eigenvalue. */
  readonly softrank: number;
  /** The factor that scales the weights so. */
  readonly scale: number;
  /** The edges of the bulk, in the units of the eigenvalues. */
  readonly bulkMax: number;
  readonly bulkMin: number;
}

const GRID_POINTS = 1000;
/** How far beyond the largest value the grid reaches. */
const GRID_MARGIN = 0.5;
/** Half the width of the triangle that stands for each value in the density. */
const BANDWIDTH = 0.1;
/** Densities up to this are not compared. */
const LEAST_DENSITY = 0.01;

/** The values of sigma that are tried, relative to what the largest eigenvalue as the edge would mean. */
const FIRST_SIGMA = 0.05;
const LAST_SIGMA = 2;
const SIGMA_STEP = 0.01;

/** What each point of the grid costs where the edges contradict the density. */
const CONTRADICTION = 1e6;

/**
 * Fits the density of Marchenko and Pastur to a spectrum: the one whose squared distance to the estimated density is
 * least, over the standard deviation of the weights.
 *
 * Sources: Marchenko and Pastur, "Distribution of eigenvalues for some sets of random matrices", Mathematics of the
 * USSR-Sbornik 1 (1967); Martin and Mahoney, "Implicit self-regularization in deep neural networks", Journal of Machine
 * Learning Research 22 (2021), section 3; WeightWatcher 0.7.7's `mp_fit`, whose grid, bandwidth and steps these are.
 * For a square matrix it fits the singular values' quarter circle, with the edge at 2.
 *
 * @param eigenvalues ascending, none negative.
 * @param N the larger side of the layer's matrices, M the smaller.
 * @returns undefined where there is no density to fit: all zero, or too spread out.
 */
export function fitMarchenkoPastur(
  eigenvalues: Float64Array,
  N: number,
  M: number,
): MarchenkoPasturFit | undefined {
  const sum = eigenvalues.reduce((total, eigenvalue) => total + eigenvalue, 0);
  const scale = Math.sqrt(eigenvalues.length) / Math.sqrt(sum);
  if (!(sum > 0 && Number.isFinite(scale))) return undefined;
  const scaled = eigenvalues.map((eigenvalue) => scale * scale * eigenvalue);
  const largest = scaled.at(-1)!;
  const aspect = Math.sqrt(M / N);
  const density = estimateDensity(M === N ? scaled.map(Math.sqrt) : scaled);
  if (density.at.length === 0) return undefined;
  const cost = M === N ? quarterCircleCost(density) : marchenkoPasturCost(density, aspect);

  const outermost = Math.sqrt(largest / (1 + aspect) ** 2);
  const sigma = minimize(cost, bestOnGrid(cost, outermost));
  const bulkMax = (sigma * (1 + aspect)) ** 2;
  const bulkMin = (sigma * (1 - aspect)) ** 2;
  const fluctuation = Math.sqrt(aspect * bulkMax ** (2 / 3) * M ** (-2 / 3));
  const isSpike = (value: number) => value > bulkMax + fluctuation;
  return {
    spikes: scaled.filter(isSpike).length,
    spikesAbove: (bulkMax + fluctuation) / scale ** 2,
    sigma,
    softrank: bulkMax / largest,
    scale,
    bulkMax: bulkMax / scale ** 2,
    bulkMin: bulkMin / scale ** 2,
  };
}

/** The columns of `mp_fit`. */
export function marchenkoPasturColumns(fit: MarchenkoPasturFit | undefined): ModeColumns {
  return {
    num_spikes: fit?.spikes ?? null,
    sigma_mp: fit?.sigma ?? null,
    mp_softrank: fit?.softrank ?? null,
    W_scale: fit?.scale ?? null,
    bulk_max: fit?.bulkMax ?? null,
    bulk_min: fit?.bulkMin ?? null,
  };
}

interface Density {
  /** Where it is known, ascending. */
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** The density of the values on a grid, each value a triangle; where it is not negligible. */
function estimateDensity(values: Float64Array): Density {
  const end = values.at(-1)! + GRID_MARGIN;
  const step = end / (GRID_POINTS - 1);
  const at: number[] = [];
  const densities: number[] = [];
  let first = 0;
  for (let i = 0; i < GRID_POINTS; i++) {
    const point = i === GRID_POINTS - 1 ? end : i * step;
    while (first < values.length && values[first]! <= point - BANDWIDTH) first++;
    let sum = 0;
    for (let j = first; j < values.length; j++) {
      const distance = Math.abs(point - values[j]!);
      if (distance < BANDWIDTH) sum += 1 - distance / BANDWIDTH;
      else if (values[j]! > point) break;
    }
    const density = sum / (values.length * BANDWIDTH);
    if (density <= LEAST_DENSITY) continue;
    at.push(point);
    densities.push(density);
  }
  return { at, values: densities };
}

/** Squared distance to the density with ratio of sides 1/aspect², by its sigma. */
function marchenkoPasturCost({ at, values }: Density, aspect: number): (sigma: number) => number {
  const peak = at[values.indexOf(values.reduce((most, value) => Math.max(most, value), 0))]!;
  const last = at.at(-1)!;
  return (sigma) => {
    const upper = (sigma * (1 + aspect)) ** 2;
    const lower = (sigma * (1 - aspect)) ** 2;
    if (upper < peak || upper > last || lower > peak) return CONTRADICTION * at.length;
    return squaredDistance(values, (i) => {
      const x = at[i]!;
      const product = (upper - x) * (x - lower);
      return product > 0 ? Math.sqrt(product) / (2 * Math.PI * sigma * sigma * x * aspect * aspect) : 0;
    });
  };
}

function quarterCircleCost({ at, values }: Density): (sigma: number) => number {
  return (sigma) =>
    squaredDistance(values, (i) => Math.sqrt(Math.max(0, 4 - at[i]! ** 2)) / (Math.PI * sigma * sigma));
}

function squaredDistance(values: readonly number[], model: (index: number) => number): number {
  return values.reduce((sum, value, index) => sum + (model(index) - value) ** 2, 0);
}

function bestOnGrid(cost: (sigma: number) => number, unit: number): number {
  const first = FIRST_SIGMA * unit;
  const step = SIGMA_STEP * unit;
  const count = Math.ceil((LAST_SIGMA * unit - first) / step);
  let best = first;
  let least = Infinity;
  for (let k = 0; k < count; k++) {
    const sigma = first + step * k;
    const value = cost(sigma);
    if (value < least) {
      least = value;
      best = sigma;
    }
  }
  return best;
}
