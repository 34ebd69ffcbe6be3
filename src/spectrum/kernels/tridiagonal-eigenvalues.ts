/** 2⁻¹⁰⁴ = (2⁻⁵²)²: what is negligible among squares. */
const EPSILON_SQUARED: f64 = f64.EPSILON * f64.EPSILON;

/** An off-diagonal element below 2⁻⁶⁰ of the largest element is dropped whatever stands beside it. */
const NEGLIGIBLE_SHARE_SQUARED: f64 = 7.52316384526264e-37;

/** QL needs about 1.7 sweeps an eigenvalue; LAPACK stops at 30, and so do we. */
const MAX_SWEEPS_PER_EIGENVALUE: i32 = 30;

/** A squared cosine below this is zero: its inverse could overflow. */
const SMALLEST_COSINE: f64 = 1e-290;

// @ts-ignore: decorator
@inline
function get(array: usize, i: i32): f64 {
  return load<f64>(array + <usize>i * 8);
}

// @ts-ignore: decorator
@inline
function set(array: usize, i: i32, value: f64): void {
  store<f64>(array + <usize>i * 8, value);
}

/** Turns the block lo … hi upside down; the eigenvalues stay. */
function reverseBlock(d: usize, e2: usize, lo: i32, hi: i32): void {
  for (let i = lo, j = hi; i < j; i++, j--) {
    const t = get(d, i);
    set(d, i, get(d, j));
    set(d, j, t);
  }
  for (let i = lo, j = hi - 1; i < j; i++, j--) {
    const t = get(e2, i);
    set(e2, i, get(e2, j));
    set(e2, j, t);
  }
}

/**
 * One root-free QL sweep with Wilkinson's shift over the unreduced block lo … m, working on squared off-diagonals
 * (Pal, Walker & Kahan; Parlett, The Symmetric Eigenvalue Problem, section 8.15). Exported, so that it is not inlined.
 */
export function sweepQl(d: usize, e2: usize, lo: i32, m: i32): void {
  const first = get(d, lo);
  const root = sqrt<f64>(get(e2, lo));
  const slope = (get(d, lo + 1) - first) / (2 * root);
  const length = sqrt<f64>(slope * slope + 1);
  const shift = first - root / (slope + copysign<f64>(length, slope));

  let c: f64 = 1;
  let s: f64 = 0;
  let gamma = get(d, m) - shift;
  let p = gamma * gamma;
  for (let i = m - 1; i >= lo; i--) {
    const b2 = get(e2, i);
    const r = p + b2;
    if (i != m - 1) set(e2, i + 1, s * r);
    const oldC = c;
    c = p / r;
    s = b2 / r;
    // Not needed before γ is known, so that its division does not lengthen the chain from one p to the next.
    const inverse = r / p;
    const oldGamma = gamma;
    const alpha = get(d, i);
    gamma = c * (alpha - shift) - s * oldGamma;
    set(d, i + 1, oldGamma + (alpha - gamma));
    p = c > SMALLEST_COSINE ? gamma * gamma * inverse : oldC * b2;
  }
  set(e2, lo, s * p);
  set(d, lo, shift + gamma);
}

/** The eigenvalues of [[a, b], [b, c]] with b² given replace a and c. */
function solvePair(d: usize, lo: i32, b2: f64): void {
  const a = get(d, lo);
  const c = get(d, lo + 1);
  const mean = 0.5 * (a + c);
  const half = 0.5 * (a - c);
  const radius = sqrt<f64>(half * half + b2);
  set(d, lo, mean - radius);
  set(d, lo + 1, mean + radius);
}

/**
 * Replaces `d` by the eigenvalues, in no order, of the symmetric tridiagonal matrix with diagonal `d` (n values) and
 * off-diagonal `e` (n − 1 values), which is overwritten. The largest element should be near one.
 * Returns 0, or 1 when the sweeps allowed did not suffice.
 */
export function tridiagonalEigenvalues(d: usize, e: usize, n: i32): i32 {
  let largest: f64 = 0;
  for (let i = 0; i < n; i++) largest = max<f64>(largest, abs<f64>(get(d, i)));
  for (let i = 0; i < n - 1; i++) largest = max<f64>(largest, abs<f64>(get(e, i)));
  const floor = NEGLIGIBLE_SHARE_SQUARED * largest * largest;
  for (let i = 0; i < n - 1; i++) set(e, i, get(e, i) * get(e, i));

  // 64-bit, so that the budget of a large matrix does not wrap.
  let sweepsLeft: i64 = <i64>MAX_SWEEPS_PER_EIGENVALUE * n;
  let lo = 0;
  let blockEnd = -1;
  while (lo < n) {
    if (lo > blockEnd) {
      blockEnd = lo;
      while (blockEnd < n - 1 && !isNegligiblePair(d, e, blockEnd, floor)) blockEnd++;
      // QL finds eigenvalues from the top, and converges fast if the small ones are there.
      if (abs<f64>(get(d, lo)) > abs<f64>(get(d, blockEnd))) reverseBlock(d, e, lo, blockEnd);
    }
    let m = lo;
    while (m < blockEnd && !isNegligiblePair(d, e, m, floor)) m++;
    if (m == lo) {
      lo++;
    } else if (m == lo + 1) {
      solvePair(d, lo, get(e, lo));
      lo += 2;
    } else {
      if (sweepsLeft-- == 0) return 1;
      sweepQl(d, e, lo, m);
    }
  }
  return 0;
}

/** True if the squared off-diagonal between i and i + 1 can be taken as zero. */
// @ts-ignore: decorator
@inline
function isNegligiblePair(d: usize, e2: usize, i: i32, floor: f64): bool {
  const square = get(e2, i);
  return square <= floor || square <= EPSILON_SQUARED * abs<f64>(get(d, i) * get(d, i + 1));
}
