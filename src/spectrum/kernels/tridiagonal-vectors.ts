import { dot, get, set, subtractMultiple, sumOfSquares } from './vectors';

/** Pivots below this, beside elements near one, are raised to it: inverse iteration wants a singular matrix, nearly. */
const SMALLEST_PIVOT: f64 = f64.EPSILON;

/** The first amplifies an eigenvector by 1/ε over its neighbours'; the others clean up after close eigenvalues. */
const ITERATIONS: i32 = 3;

// @ts-ignore: decorator
@inline
function raised(pivot: f64): f64 {
  return abs<f64>(pivot) < SMALLEST_PIVOT ? copysign<f64>(SMALLEST_PIVOT, pivot) : pivot;
}

/**
 * Factors T − λI = PLU with row exchanges, for the symmetric tridiagonal T given by `d` and `e`: U has the diagonal `u0`
 * and above it `u1` and `u2`; `l` has the multipliers, and where rows were exchanged `swaps` is 1.
 */
export function factorShifted(
  d: usize,
  e: usize,
  n: i32,
  lambda: f64,
  u0: usize,
  u1: usize,
  u2: usize,
  l: usize,
  swaps: usize,
): void {
  let pivot = get(d, 0) - lambda;
  let above = n > 1 ? get(e, 0) : 0;
  for (let i = 0; i < n - 1; i++) {
    const below = get(e, i);
    const next = get(d, i + 1) - lambda;
    const nextAbove = i < n - 2 ? get(e, i + 1) : 0;
    if (abs<f64>(pivot) >= abs<f64>(below)) {
      pivot = raised(pivot);
      const factor = below / pivot;
      set(u0, i, pivot);
      set(u1, i, above);
      set(u2, i, 0);
      set(l, i, factor);
      set(swaps, i, 0);
      pivot = next - factor * above;
      above = nextAbove;
    } else {
      const factor = pivot / below;
      set(u0, i, below);
      set(u1, i, next);
      set(u2, i, nextAbove);
      set(l, i, factor);
      set(swaps, i, 1);
      pivot = above - factor * next;
      above = -factor * nextAbove;
    }
  }
  set(u0, n - 1, raised(pivot));
}

/** Replaces `x` by the solution of PLU y = x. */
export function solveFactored(
  n: i32,
  u0: usize,
  u1: usize,
  u2: usize,
  l: usize,
  swaps: usize,
  x: usize,
): void {
  let carried = get(x, 0);
  for (let i = 0; i < n - 1; i++) {
    const next = get(x, i + 1);
    if (get(swaps, i) == 0) {
      set(x, i, carried);
      carried = next - get(l, i) * carried;
    } else {
      set(x, i, next);
      carried = carried - get(l, i) * next;
    }
  }
  let x1 = carried / get(u0, n - 1);
  let x2: f64 = 0;
  set(x, n - 1, x1);
  for (let i = n - 2; i >= 0; i--) {
    const value = (get(x, i) - get(u1, i) * x1 - get(u2, i) * x2) / get(u0, i);
    set(x, i, value);
    x2 = x1;
    x1 = value;
  }
}

/** Makes `x` orthogonal to the vectors before it and of length one. Exported, so that it is not inlined. */
export function orthonormalise(vectors: usize, vectorBytes: usize, x: usize, n: i32): void {
  // Twice is enough, whatever cancelled the first time.
  for (let pass = 0; pass < 2; pass++) {
    for (let v = vectors; v < x; v += vectorBytes) subtractMultiple(x, dot(x, v, n), v, n);
    const scale = 1 / sqrt<f64>(sumOfSquares(x, n));
    for (let i = 0; i < n; i++) set(x, i, get(x, i) * scale);
  }
}

/** ‖(T − λI) x‖². */
export function residualSquare(d: usize, e: usize, n: i32, lambda: f64, x: usize): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) {
    let r = (get(d, i) - lambda) * get(x, i);
    if (i > 0) r += get(e, i - 1) * get(x, i - 1);
    if (i < n - 1) r += get(e, i) * get(x, i + 1);
    sum += r * r;
  }
  return sum;
}

/**
 * Eigenvectors of the symmetric tridiagonal matrix with diagonal `d` and off-diagonal `e`, largest element near one, for
 * the `count` given `eigenvalues`, each with its multiplicity: orthonormal, n values each, one after the other at
 * `vectors`, by inverse iteration. `scratch` holds 5·n values. Returns the largest ‖(T − λI) x‖, NaN if all has failed.
 */
export function tridiagonalVectors(
  d: usize,
  e: usize,
  n: i32,
  eigenvalues: usize,
  count: i32,
  vectors: usize,
  scratch: usize,
): f64 {
  const vectorBytes = <usize>n * 8;
  const u0 = scratch;
  const u1 = u0 + vectorBytes;
  const u2 = u1 + vectorBytes;
  const l = u2 + vectorBytes;
  const swaps = l + vectorBytes;
  let state: u32 = 1;
  let worst: f64 = 0;
  for (let k = 0; k < count; k++) {
    const lambda = get(eigenvalues, k);
    const x = vectors + <usize>k * vectorBytes;
    // Any start will do that is not orthogonal to the eigenvector: Numerical Recipes' quick generator.
    for (let i = 0; i < n; i++) {
      state = state * 1664525 + 1013904223;
      set(x, i, <f64>state * (1.0 / 4294967296.0) - 0.5);
    }
    factorShifted(d, e, n, lambda, u0, u1, u2, l, swaps);
    for (let pass = 0; pass < ITERATIONS; pass++) {
      solveFactored(n, u0, u1, u2, l, swaps, x);
      // Entries may have grown to 1/ε² times those of before: near one again, before they are squared.
      orthonormalise(vectors, vectorBytes, x, n);
    }
    // Not max(), written so that NaN stays.
    const residual = residualSquare(d, e, n, lambda, x);
    if (!(residual <= worst)) worst = residual;
    if (worst != worst) return worst;
  }
  return sqrt<f64>(worst);
}
