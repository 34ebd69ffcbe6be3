/**
 * When singular values from WᵀW are accurate enough, and when those that are not can be had from W times their vectors.
 *
 * The computed eigenvalues λ belong to a matrix that is not WᵀW but within δ of it in norm, δ = (4√n + 64)·2⁻⁵²·λ_max. In
 * matrices without structure the error grows with √n (measured: 1.6√n at most, from n = 64 to 4096); the rest is for sums
 * of equal terms, which all round the same way, 256 terms at a time. So
 * - λ_k is off by δ at most (Weyl), and σ_k = √λ_k by a share of δ / 2λ_k;
 * - the vectors V of the k smallest span a space that is turned out of the true one by at most δ / gap, gap being the
 *   distance to the next eigenvalue above (Davis & Kahan), and the squares of the singular values of WV, which nothing
 *   has squared before, are off by its square: δ² / gap.
 */

/** Relative error allowed to a singular value. */
const TOLERANCE = 4e-10;

/** δ in units of 2⁻⁵²·λ_max: what grows with √n, and what does not. */
const GROWING_ERROR = 4;
const CONSTANT_ERROR = 64;

/** The vectors are those of a matrix δ away, and have residuals themselves, of at most this share of δ. */
const RESIDUAL_SHARE = 0.5;

/** Eigenvalues nearer to each other than this many δ are refined together, as their vectors are hard to tell apart. */
const SMALLEST_GAP = 8;

/** Eigenvalues below this many δ could be zero. */
const SMALLEST_EIGENVALUE = 3;

/** δ, for eigenvalues of WᵀW in ascending order. */
export function gramErrorBound(eigenvalues: Float64Array): number {
  const units = GROWING_ERROR * Math.sqrt(eigenvalues.length) + CONSTANT_ERROR;
  return units * Number.EPSILON * eigenvalues.at(-1)!;
}

/** The largest residual that the vectors of the smallest eigenvalues may have. */
export function residualBound(eigenvalues: Float64Array): number {
  return RESIDUAL_SHARE * gramErrorBound(eigenvalues);
}

function isAccurate(eigenvalue: number, bound: number): boolean {
  return bound <= 2 * TOLERANCE * eigenvalue;
}

/**
 * How many of the smallest eigenvalues have to be refined, of all in ascending order: none where all are accurate, and
 * all where refining will not do.
 */
export function countToRefine(eigenvalues: Float64Array): number {
  const bound = gramErrorBound(eigenvalues);
  const total = eigenvalues.length;
  let count = 0;
  while (count < total && !isAccurate(eigenvalues[count]!, bound)) count++;
  if (count === 0) return 0;
  if (!(eigenvalues[0]! >= SMALLEST_EIGENVALUE * bound)) return total;
  while (count < total && eigenvalues[count]! - eigenvalues[count - 1]! < SMALLEST_GAP * bound) count++;
  return count;
}

/**
 * The eigenvalues with the smallest replaced by `refined` ones, each where it is the more accurate; undefined when one
 * of them is not accurate enough. All ascending, and in the same unit.
 */
export function withRefined(eigenvalues: Float64Array, refined: Float64Array): Float64Array | undefined {
  const bound = gramErrorBound(eigenvalues);
  const next = eigenvalues[refined.length]! - bound;
  const result = eigenvalues.slice();
  for (const [k, value] of refined.entries()) {
    const rough = eigenvalues[k]!;
    // Also when it is NaN.
    if (!(Math.abs(value - rough) <= 2 * bound)) return undefined;
    const error = ((1 + RESIDUAL_SHARE) * bound) ** 2 / (next - value);
    if (error >= 0 && error <= 2 * TOLERANCE * value) result[k] = value;
    else if (!isAccurate(rough, bound)) return undefined;
  }
  return result.sort();
}
