import { isNegligible, reflectedPivot } from './householder';
import { fromLane, multiplyAdd, multiplySubtract, subtractFromStrip } from './lanes';

/** Reflectors applied to a strip while it is in the first-level cache. */
const PANEL: i32 = 32;

/**
 * Applies I − τ [pivot; v] [pivot; v]ᵀ to four columns: their elements in R (at `row`) and in a strip of `depth` (a
 * multiple of 2) rows. Columns before `firstLane` are left as they are. Exported, so that it is not inlined.
 */
export function applyReflector(
  strip: usize,
  v: usize,
  depth: i32,
  row: usize,
  pivot: f64,
  tau: f64,
  firstLane: i32,
): void {
  const pivots = f64x2.splat(pivot);
  const r0 = v128.load(row);
  const r1 = v128.load(row, 16);
  let s0 = f64x2.mul(pivots, r0);
  let s1 = f64x2.mul(pivots, r1);
  let t0 = f64x2.splat(0);
  let t1 = t0;
  let p = strip;
  let q = v;
  const end = v + <usize>depth * 8;
  for (; q < end; q += 16) {
    const x0 = v128.load64_splat(q);
    s0 = multiplyAdd(x0, v128.load(p), s0);
    s1 = multiplyAdd(x0, v128.load(p, 16), s1);
    const x1 = v128.load64_splat(q, 8);
    t0 = multiplyAdd(x1, v128.load(p, 32), t0);
    t1 = multiplyAdd(x1, v128.load(p, 48), t1);
    p += 64;
  }
  const taus = f64x2.splat(tau);
  s0 = fromLane(f64x2.mul(taus, f64x2.add(s0, t0)), firstLane);
  s1 = fromLane(f64x2.mul(taus, f64x2.add(s1, t1)), firstLane - 2);
  v128.store(row, multiplySubtract(pivots, s0, r0));
  v128.store(row, multiplySubtract(pivots, s1, r1), 16);
  subtractFromStrip(strip, v, end, s0, s1);
}

/** Copies one column out of its strip and returns its sum of squares. Exported, so that it is not inlined. */
export function gatherColumn(strip: usize, lane: i32, depth: i32, target: usize): f64 {
  let sum: f64 = 0;
  let p = strip + <usize>lane * 8;
  for (let k = 0; k < depth; k++) {
    const x = load<f64>(p);
    store<f64>(target, x);
    sum += x * x;
    p += 32;
    target += 8;
  }
  return sum;
}

/**
 * Replaces the upper triangular R (row-major, rows `ldBytes` apart) by the R of the QR decomposition of R with a packed
 * chunk of `depth` (even) rows below it; the chunk is used up. All `columns` reflectors are formed, even if there were not
 * as many rows so far: where columns depend on each other, reflectors before the last may have met rounding errors only.
 * `panel` holds PANEL × depth values and `factors` 2 · PANEL.
 */
export function absorbRows(
  packed: usize,
  depth: i32,
  strips: i32,
  columns: i32,
  matrix: usize,
  ldBytes: usize,
  panel: usize,
  factors: usize,
): void {
  const stripBytes = <usize>depth * 32;
  const columnBytes = <usize>depth * 8;
  for (let start = 0; start < columns; start += PANEL) {
    const end = min<i32>(start + PANEL, columns);
    const endStrip = (end + 3) >> 2;
    for (let j = start; j < end; j++) {
      const row = matrix + <usize>j * ldBytes;
      const v = panel + <usize>(j - start) * columnBytes;
      const rest = gatherColumn(packed + <usize>(j >> 2) * stripBytes, j & 3, depth, v);
      const corner = row + <usize>j * 8;
      const pivot = load<f64>(corner);
      let head: f64 = 0;
      let tau: f64 = 0;
      if (!isNegligible(rest)) {
        const beta = reflectedPivot(pivot, rest);
        head = pivot - beta;
        tau = 2 / (rest + head * head);
        store<f64>(corner, beta);
      }
      store<f64>(factors + <usize>(j - start) * 16, head);
      store<f64>(factors + <usize>(j - start) * 16, tau, 8);
      if (tau == 0) continue;
      for (let s = j >> 2; s < endStrip; s++) {
        const firstLane = max<i32>(j + 1 - s * 4, 0);
        applyReflector(packed + <usize>s * stripBytes, v, depth, row + <usize>s * 32, head, tau, firstLane);
      }
    }
    for (let s = endStrip; s < strips; s++) {
      for (let j = start; j < end; j++) {
        const factor = factors + <usize>(j - start) * 16;
        const tau = load<f64>(factor, 8);
        if (tau == 0) continue;
        const row = matrix + <usize>j * ldBytes + <usize>s * 32;
        const v = panel + <usize>(j - start) * columnBytes;
        applyReflector(packed + <usize>s * stripBytes, v, depth, row, load<f64>(factor), tau, 0);
      }
    }
  }
}
