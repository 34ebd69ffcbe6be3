/**
 * Singular values of a bidiagonal matrix by implicit QR, with a zero shift wherever a shift would cost the small values
 * their relative accuracy (Demmel & Kahan, Accurate singular values of bidiagonal matrices, 1990).
 */
import { get, set } from './vectors';

/** Relative error allowed to each singular value by a dropped off-diagonal element. */
const TOLERANCE: f64 = 8 * f64.EPSILON;

/** A block is swept with shifts if n · smallest / largest is above this; LAPACK's choice is near 1/90 as well. */
const SHIFT_WORTHY: f64 = 0.01;

/** Off-diagonal elements below this share of the largest element are dropped whatever stands beside them. */
const NEGLIGIBLE_SHARE: f64 = 1e-150;

/** LAPACK allows 6·n² rotations; a spectrum of n equal steps takes about 2·n². */
const MAX_ROTATIONS_FACTOR: i64 = 12;

// The rotation made last: [c s; −s c] [f; g] = [r; 0].
let c: f64 = 1;
let s: f64 = 0;
let r: f64 = 0;

/** Squares below this would begin to underflow. Elements are below 2, so squares do not overflow. */
const SMALL_SQUARE: f64 = 1e-260;
const RESCALE: f64 = 1e200;

// @ts-ignore: decorator
@inline
function rotate(f: f64, g: f64): void {
  let square = f * f + g * g;
  if (square < SMALL_SQUARE) {
    rotateSmall(f, g);
    return;
  }
  square = sqrt<f64>(square);
  c = f / square;
  s = g / square;
  r = square;
}

function rotateSmall(f: f64, g: f64): void {
  const ff = f * RESCALE;
  const gg = g * RESCALE;
  const length = sqrt<f64>(ff * ff + gg * gg);
  if (length == 0) {
    c = 1;
    s = 0;
    r = 0;
    return;
  }
  c = ff / length;
  s = gg / length;
  r = length / RESCALE;
}

// @ts-ignore: decorator
@inline
function swap(array: usize, i: i32, j: i32): void {
  const t = get(array, i);
  set(array, i, get(array, j));
  set(array, j, t);
}

/** Turns the block lo … hi upside down and transposes it, which keeps it upper bidiagonal with the same values. */
function reverseBlock(d: usize, e: usize, lo: i32, hi: i32): void {
  for (let i = lo, j = hi; i < j; i++, j--) swap(d, i, j);
  for (let i = lo, j = hi - 1; i < j; i++, j--) swap(e, i, j);
}

/** The smaller singular value of [[f, g], [0, h]] (Demmel & Kahan; dlas2 of LAPACK explains the cases). */
function smallerOfPair(f: f64, g: f64, h: f64): f64 {
  const fa = abs<f64>(f);
  const ga = abs<f64>(g);
  const ha = abs<f64>(h);
  const smaller = min<f64>(fa, ha);
  const larger = max<f64>(fa, ha);
  if (smaller == 0) return 0;
  const a = 1 + smaller / larger;
  const b = (larger - smaller) / larger;
  if (ga < larger) {
    const u = (ga / larger) * (ga / larger);
    return smaller * (2 / (sqrt<f64>(a * a + u) + sqrt<f64>(b * b + u)));
  }
  const u = larger / ga;
  if (u == 0) return (smaller * larger) / ga;
  const scaledA = a * u;
  const scaledB = b * u;
  return 2 * (smaller * (1 / (sqrt<f64>(1 + scaledA * scaledA) + sqrt<f64>(1 + scaledB * scaledB)))) * u;
}

/** One sweep without shift over the block lo … hi. Exported, so that it is not inlined. */
export function sweepUnshifted(d: usize, e: usize, lo: i32, hi: i32): void {
  let oldC: f64 = 1;
  let oldS: f64 = 0;
  c = 1;
  for (let i = lo; i < hi; i++) {
    rotate(get(d, i) * c, get(e, i));
    const rightC = c;
    const rightS = s;
    if (i > lo) set(e, i - 1, oldS * r);
    rotate(oldC * r, get(d, i + 1) * rightS);
    oldC = c;
    oldS = s;
    set(d, i, r);
    c = rightC;
  }
  const last = get(d, hi) * c;
  set(d, hi, last * oldC);
  set(e, hi - 1, last * oldS);
}

/** One sweep over the block lo … hi with `shift`. Exported, so that it is not inlined. */
export function sweepShifted(d: usize, e: usize, lo: i32, hi: i32, shift: f64): void {
  const first = get(d, lo);
  let f = (abs<f64>(first) - shift) * (copysign<f64>(1, first) + shift / first);
  let g = get(e, lo);
  for (let i = lo; i < hi; i++) {
    rotate(f, g);
    if (i > lo) set(e, i - 1, r);
    const di = get(d, i);
    let ei = get(e, i);
    f = c * di + s * ei;
    ei = c * ei - s * di;
    let below = get(d, i + 1);
    g = s * below;
    below = c * below;
    rotate(f, g);
    set(d, i, r);
    f = c * ei + s * below;
    set(d, i + 1, c * below - s * ei);
    if (i < hi - 1) {
      const right = get(e, i + 1);
      g = s * right;
      set(e, i + 1, c * right);
    }
  }
  set(e, hi - 1, f);
}

/**
 * Drops what is negligible in the block lo … hi, going down. Returns the place of an element that was dropped, or −1,
 * and leaves in `smallest` a lower bound for the smallest singular value (within a factor √n).
 */
let smallest: f64 = 0;
function dropNegligible(d: usize, e: usize, lo: i32, hi: i32): i32 {
  if (abs<f64>(get(e, hi - 1)) <= TOLERANCE * abs<f64>(get(d, hi))) {
    set(e, hi - 1, 0);
    return hi - 1;
  }
  let mu = abs<f64>(get(d, lo));
  smallest = mu;
  for (let i = lo; i < hi; i++) {
    const ei = abs<f64>(get(e, i));
    if (ei <= TOLERANCE * mu) {
      set(e, i, 0);
      return i;
    }
    mu = abs<f64>(get(d, i + 1)) * (mu / (mu + ei));
    smallest = min<f64>(smallest, mu);
  }
  return -1;
}

/**
 * Replaces `d` by the singular values, in no order and without sign changes undone, of the upper bidiagonal matrix with
 * diagonal `d` (n values) and superdiagonal `e` (n − 1), which is overwritten. The largest element should be near one.
 * Returns 0, or 1 when the rotations allowed did not suffice.
 */
export function bidiagonalValues(d: usize, e: usize, n: i32): i32 {
  let largest: f64 = 0;
  for (let i = 0; i < n; i++) largest = max<f64>(largest, abs<f64>(get(d, i)));
  for (let i = 0; i < n - 1; i++) largest = max<f64>(largest, abs<f64>(get(e, i)));
  const floor = largest * NEGLIGIBLE_SHARE;

  let budget = MAX_ROTATIONS_FACTOR * <i64>n * <i64>n + 100;
  let hi = n - 1;
  // The block that was turned, if need be, so that its larger end is on top; sweeps then go down.
  let orientedLo = -1;
  let orientedHi = -1;
  while (hi > 0) {
    if (abs<f64>(get(e, hi - 1)) <= floor) {
      set(e, hi - 1, 0);
      hi--;
      continue;
    }
    let lo = hi - 1;
    let blockLargest = max<f64>(abs<f64>(get(d, hi)), abs<f64>(get(d, lo)));
    while (lo > 0) {
      const above = abs<f64>(get(e, lo - 1));
      if (above <= floor) {
        set(e, lo - 1, 0);
        break;
      }
      lo--;
      blockLargest = max<f64>(blockLargest, max<f64>(abs<f64>(get(d, lo)), above));
    }
    if (lo > orientedHi || hi < orientedLo) {
      if (abs<f64>(get(d, lo)) < abs<f64>(get(d, hi))) reverseBlock(d, e, lo, hi);
      orientedLo = lo;
      orientedHi = hi;
    }
    if (dropNegligible(d, e, lo, hi) >= 0) continue;

    budget -= <i64>(hi - lo);
    if (budget < 0) return 1;
    let shift: f64 = 0;
    if (smallest * <f64>n > SHIFT_WORTHY * blockLargest) {
      shift = smallerOfPair(get(d, hi - 1), get(e, hi - 1), get(d, hi));
      const share = shift / abs<f64>(get(d, lo));
      if (share * share < f64.EPSILON) shift = 0;
    }
    if (shift == 0) sweepUnshifted(d, e, lo, hi);
    else sweepShifted(d, e, lo, hi, shift);
  }
  return 0;
}
