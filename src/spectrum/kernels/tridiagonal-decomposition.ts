/** Eigenvalues and all eigenvectors of a tridiagonal matrix. */
import { columnsToStrips, setIdentity, setRotationTasks } from './rotations';
import { finishTasks, ROTATIONS } from './tasks';
import { openTasks } from './team';
import { get, set } from './vectors';

/** An off-diagonal element below this share of the largest element is zero: the vectors' residual grows by no more. */
const NEGLIGIBLE_SHARE: f64 = f64.EPSILON / 4;

/** As for eigenvalues alone (tridiagonal-eigenvalues.ts). */
const MAX_SWEEPS_PER_EIGENVALUE: i32 = 30;

/** A squared length below this, beside elements near one, is that of zero: its root may be of subnormal numbers. */
const SMALLEST_SQUARE: f64 = 1e-290;

/** Rotations that are kept before they are applied, for each column, and sweeps. workspace.ts has the same numbers. */
const KEPT_ROTATIONS: i32 = 24;
const KEPT_SWEEPS: i32 = 512;

/** Sweeps and rotations that have not been applied. */
let sweeps: i32 = 0;
let rotations: i32 = 0;

/**
 * One implicit QL sweep over the unreduced block lo … m, with Wilkinson's shift (Dubrulle, Martin & Wilkinson, Handbook
 * II/4, imtql2). Leaves its rotations at `pairs`, from that of columns m − 1 and m to the left. Returns how many.
 * Exported, so that it is not inlined.
 */
export function sweepImplicitly(d: usize, e: usize, lo: i32, m: i32, pairs: usize): i32 {
  const slope = (get(d, lo + 1) - get(d, lo)) / (2 * get(e, lo));
  const length = sqrt<f64>(slope * slope + 1);
  let g = get(d, m) - get(d, lo) + get(e, lo) / (slope + copysign<f64>(length, slope));
  let c: f64 = 1;
  let s: f64 = 1;
  let p: f64 = 0;
  for (let i = m - 1; i >= lo; i--) {
    const f = s * get(e, i);
    const b = c * get(e, i);
    const square = f * f + g * g;
    if (square < SMALLEST_SQUARE) {
      // The block has come apart here.
      set(d, i + 1, get(d, i + 1) - p);
      set(e, i + 1, 0);
      set(e, m, 0);
      return m - 1 - i;
    }
    const r = sqrt<f64>(square);
    set(e, i + 1, r);
    s = f / r;
    c = g / r;
    g = get(d, i + 1) - p;
    const t = (get(d, i) - g) * s + 2 * c * b;
    p = s * t;
    set(d, i + 1, g + p);
    g = c * t - b;
    store<f64>(pairs, c);
    store<f64>(pairs, s, 8);
    pairs += 16;
  }
  set(d, lo, get(d, lo) - p);
  set(e, lo, g);
  set(e, m, 0);
  return m - lo;
}

/**
 * Replaces `d` by the eigenvalues, in no order, of the symmetric tridiagonal matrix with diagonal `d` (n values) and
 * off-diagonal `e` (n values, the last of them scratch), which is overwritten, and puts their orthonormal vectors, in the
 * same order, into strips of four, `stripRows` long, at `strips` (ritz.ts). The largest element should be near one.
 *
 * `rows` is scratch of n rounded up to a multiple of 8, times n values; `kept` of (2 · KEPT_ROTATIONS · n +
 * KEPT_SWEEPS) values. Threads share the rotations. Returns 0, or 1 when the sweeps allowed did not suffice.
 */
export function decomposeTridiagonal(
  d: usize,
  e: usize,
  n: i32,
  rows: usize,
  kept: usize,
  strips: usize,
  stripRows: i32,
): i32 {
  let largest: f64 = 0;
  for (let i = 0; i < n; i++) largest = max<f64>(largest, abs<f64>(get(d, i)));
  for (let i = 0; i < n - 1; i++) largest = max<f64>(largest, abs<f64>(get(e, i)));
  const floor = NEGLIGIBLE_SHARE * largest;
  setIdentity(rows, n);
  const pairs = kept + <usize>KEPT_SWEEPS * 8;
  sweeps = 0;
  rotations = 0;

  // 64-bit, so that the budget of a large matrix does not wrap.
  let sweepsLeft: i64 = <i64>MAX_SWEEPS_PER_EIGENVALUE * n;
  for (let lo = 0; lo < n; ) {
    let m = lo;
    while (m < n - 1 && abs<f64>(get(e, m)) > floor) m++;
    if (m == lo) {
      lo++;
      continue;
    }
    if (sweepsLeft-- == 0) return 1;
    if (sweeps == KEPT_SWEEPS || rotations + n > KEPT_ROTATIONS * n) applySweeps(rows, n, kept, pairs);
    const count = sweepImplicitly(d, e, lo, m, pairs + <usize>rotations * 16);
    if (count == 0) continue;
    store<i32>(kept + <usize>sweeps * 8, m);
    store<i32>(kept + <usize>sweeps * 8, count, 4);
    sweeps++;
    rotations += count;
  }
  applySweeps(rows, n, kept, pairs);
  columnsToStrips(rows, n, strips, stripRows);
  return 0;
}

function applySweeps(rows: usize, n: i32, heads: usize, pairs: usize): void {
  setRotationTasks(rows, n, heads, pairs, sweeps);
  openTasks(ROTATIONS, (n + 7) >> 3);
  finishTasks();
  sweeps = 0;
  rotations = 0;
}
