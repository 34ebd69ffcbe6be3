import type { DenseMatrix } from '../../layers/formed/dense-matrix.ts';
import type { SpectrumEngine } from '../../spectrum/engine.ts';
import { decompose } from './decompose.ts';

/** 0.999 quantile of the Tracy-Widom distribution of real matrices (order 1). */
const TRACY_WIDOM_999 = 3.2724;

export interface Sharpened {
  readonly matrix: DenseMatrix;
  /** Singular values that were clipped. */
  readonly clipped: number;
}

/**
 * Removes correlation traps, as WeightWatcher's SVDSharpness is meant to: elements so large that even when all elements
 * are shuffled, singular values stand out of the random bulk. Those of the shuffled matrix are clipped to the bulk's edge,
 * and the elements go back to their places. The mean of the elements, a direction of its own, is left alone.
 *
 * The edge is where the largest eigenvalue of a random matrix of this size and variance lies with probability 0.999:
 * Johnstone, On the distribution of the largest eigenvalue in principal components analysis, 2001, theorem 1.1. The
 * variance is that of the elements without what stands out.
 *
 * @param integer draws a whole number from 0 to below its argument.
 */
export function sharpenMatrix(
  W: DenseMatrix,
  integer: (count: number) => number,
  engine: SpectrumEngine,
): Sharpened {
  const { elements } = W;
  const mean = elements.reduce((sum, element) => sum + element, 0) / elements.length;
  const places = shuffledPlaces(elements.length, integer);
  const shuffled = { ...W, elements: Float64Array.from(places, (place) => elements[place]! - mean) };
  const { eigenvalues, scaled } = decompose(shuffled, engine);
  const edge = bulkEdge(eigenvalues, W.rows, W.cols);
  const clipped = eigenvalues.filter((eigenvalue) => eigenvalue > edge).length;
  if (clipped === 0) return { matrix: W, clipped };
  const flat = scaled([...eigenvalues].map((eigenvalue) => Math.min(1, Math.sqrt(edge / eigenvalue)) || 1));
  const restored = new Float64Array(elements.length);
  for (const [index, place] of places.entries()) restored[place] = flat.elements[index]! + mean;
  return { matrix: { ...W, elements: restored }, clipped };
}

/** Fisher and Yates: every order of the elements with the same probability. */
function shuffledPlaces(count: number, integer: (count: number) => number): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = integer(last + 1);
    [places[last], places[other]] = [places[other]!, places[last]!];
  }
  return places;
}

/** Where the eigenvalues of random elements end, the variance being that of those below the edge. */
function bulkEdge(eigenvalues: Float64Array, rows: number, cols: number): number {
  const [n, p] = [Math.max(rows, cols), Math.min(rows, cols)];
  const root = Math.sqrt(n - 1) + Math.sqrt(p);
  const width = root * (1 / Math.sqrt(n - 1) + 1 / Math.sqrt(p)) ** (1 / 3);
  const edgeOfUnitVariance = root * root + TRACY_WIDOM_999 * width;
  let edge = Infinity;
  // Each round takes eigenvalues out and none in, so that it ends.
  for (let standing = -1; ; ) {
    const bulk = eigenvalues.filter((eigenvalue) => eigenvalue <= edge);
    if (bulk.length === standing) return edge;
    standing = bulk.length;
    const energy = bulk.reduce((sum, eigenvalue) => sum + eigenvalue, 0);
    // What was taken out leaves fewer degrees of freedom: n for each of the eigenvalues.
    edge = (energy / (n * Math.max(1, standing))) * edgeOfUnitVariance;
  }
}
