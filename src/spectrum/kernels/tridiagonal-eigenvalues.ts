import { get, set } from './vectors';

/** 2⁻¹⁰⁴ = (2⁻⁵²)²: what is negligible among squares. */
const EPSILON_SQUARED: f64 = f64.EPSILON * f64.EPSILON;

/** An off-diagonal element below 2⁻⁶⁰ of the largest element is dropped whatever stands beside it. */
const NEGLIGIBLE_SHARE_SQUARED: f64 = 7.52316384526264e-37;

/** Pairs of sweeps: QL needs about one an eigenvalue; LAPACK allows 30 sweeps. */
const MAX_PAIRS_PER_EIGENVALUE: i32 = 30;

/** With two shifts at a time some matrices come back to where they were. Wilkinson's shift alone always converges. */
const MOST_PAIRS_WITH_TWO_SHIFTS: i32 = 3;

/** A squared cosine below this comes of a p that is zero, but for SMALLEST_P. */
const SMALLEST_COSINE: f64 = 1e-200;

/** In place of zero, so that p / (p + b²) is defined where b is zero as well, as it is behind what has just converged. */
const SMALLEST_P: f64 = 1e-300;

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
 * Two root-free QL sweeps over the unreduced block lo … m, m ≥ lo + 2, working on squared off-diagonals (Pal, Walker &
 * Kahan; Parlett, The Symmetric Eigenvalue Problem, section 8.15). A sweep is one chain of divisions, each waiting for the
 * one before: so the second sweep follows the first two places behind, in the other lane. Their shifts are the
 * eigenvalues of the leading 2 × 2 block, or, if `sameShift`, Wilkinson's for both. Exported, so that it is not inlined.
 */
export function sweepTwice(d: usize, e2: usize, lo: i32, m: i32, sameShift: bool): void {
  const first = get(d, lo);
  const second = get(d, lo + 1);
  const root = sqrt<f64>(get(e2, lo));
  const slope = (second - first) / (2 * root);
  const length = sqrt<f64>(slope * slope + 1);
  const wilkinson = first - root / (slope + copysign<f64>(length, slope));
  const other = sameShift ? wilkinson : first + second - wilkinson;
  const shift = f64x2.replace_lane(f64x2.splat(wilkinson), 1, other);

  const one = f64x2.splat(1);
  const smallestP = f64x2.splat(SMALLEST_P);
  const smallestCosine = f64x2.splat(SMALLEST_COSINE);
  let c = one;
  let s = f64x2.splat(0);
  let gamma = f64x2.sub(f64x2.splat(get(d, m)), shift);
  let p = f64x2.mul(gamma, gamma);
  // A lane before its beginning and after its end computes what nobody stores, from what lies beside the block.
  for (let i = m - 1; i >= lo - 2; i--) {
    if (i == m - 3) {
      const start = get(d, m) - other;
      c = f64x2.replace_lane(c, 1, 1);
      s = f64x2.replace_lane(s, 1, 0);
      gamma = f64x2.replace_lane(gamma, 1, start);
      p = f64x2.replace_lane(p, 1, start * start);
    }
    const b2 = f64x2.replace_lane(v128.load64_splat(e2 + <usize>(i + 2) * 8), 0, get(e2, i));
    const alpha = f64x2.replace_lane(v128.load64_splat(d + <usize>(i + 2) * 8), 0, get(d, i));
    p = f64x2.pmax(p, smallestP);
    const r = f64x2.add(p, b2);
    const square = f64x2.mul(s, r);
    const oldC = c;
    c = f64x2.div(p, r);
    s = f64x2.div(b2, r);
    // Not needed before γ is known, so that its division does not lengthen the chain from one p to the next.
    const inverse = f64x2.div(r, p);
    const oldGamma = gamma;
    gamma = f64x2.sub(f64x2.mul(c, f64x2.sub(alpha, shift)), f64x2.mul(s, oldGamma));
    const value = f64x2.add(oldGamma, f64x2.sub(alpha, gamma));
    const quotient = f64x2.mul(f64x2.mul(gamma, gamma), inverse);
    p = v128.bitselect(quotient, f64x2.mul(oldC, b2), f64x2.gt(c, smallestCosine));

    if (i >= lo) {
      if (i < m - 1) set(e2, i + 1, f64x2.extract_lane(square, 0));
      set(d, i + 1, f64x2.extract_lane(value, 0));
    }
    if (i < m - 2) {
      if (i < m - 3) set(e2, i + 3, f64x2.extract_lane(square, 1));
      set(d, i + 3, f64x2.extract_lane(value, 1));
    }
    if (i == lo) {
      set(e2, lo, f64x2.extract_lane(s, 0) * f64x2.extract_lane(p, 0));
      set(d, lo, wilkinson + f64x2.extract_lane(gamma, 0));
    }
  }
  set(e2, lo, f64x2.extract_lane(s, 1) * f64x2.extract_lane(p, 1));
  set(d, lo, other + f64x2.extract_lane(gamma, 1));
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
 * Returns 0, or 1 when the sweeps allowed did not suffice. Both arrays have two numbers more before and behind, of any value.
 */
export function tridiagonalEigenvalues(d: usize, e: usize, n: i32): i32 {
  let largest: f64 = 0;
  for (let i = 0; i < n; i++) largest = max<f64>(largest, abs<f64>(get(d, i)));
  for (let i = 0; i < n - 1; i++) largest = max<f64>(largest, abs<f64>(get(e, i)));
  const floor = NEGLIGIBLE_SHARE_SQUARED * largest * largest;
  for (let i = 0; i < n - 1; i++) set(e, i, get(e, i) * get(e, i));

  // 64-bit, so that the budget of a large matrix does not wrap.
  let pairsLeft: i64 = <i64>MAX_PAIRS_PER_EIGENVALUE * n;
  let pairs = 0;
  let lastLo = -1;
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
      if (pairsLeft-- == 0) return 1;
      pairs = lo == lastLo ? pairs + 1 : 0;
      lastLo = lo;
      sweepTwice(d, e, lo, m, pairs >= MOST_PAIRS_WITH_TWO_SHIFTS);
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
