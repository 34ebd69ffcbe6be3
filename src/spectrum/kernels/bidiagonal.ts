import { isNegligible, reflectedPivot } from './householder';
import { multiplyAdd, multiplySubtract, sumLanes } from './lanes';
import { sumOfSquares } from './vectors';

/**
 * One row of the pass below: row −= a·w (from the left), then row −= τ (row · u) u (from the right), then, if
 * `collects`, y += row[0]·row. All are `count` (a multiple of 2) long. Exported, so that it is not inlined.
 */
export function reflectRow(
  row: usize,
  a: f64,
  w: usize,
  tau: f64,
  u: usize,
  y: usize,
  collects: bool,
  count: i32,
): void {
  const bytes = <usize>count * 8;
  const aa = f64x2.splat(a);
  let sums = f64x2.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = multiplySubtract(aa, v128.load(w + i), v128.load(row + i));
    v128.store(row + i, x);
    sums = multiplyAdd(x, v128.load(u + i), sums);
  }
  const zz = f64x2.splat(tau * sumLanes(sums));
  // Computed as below, to the last bit: this is an element of the next reflector, and y has to belong to just that one.
  const head = f64x2.extract_lane(multiplySubtract(zz, v128.load(u), v128.load(row)), 0);
  const hh = f64x2.splat(collects ? head : 0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = multiplySubtract(zz, v128.load(u + i), v128.load(row + i));
    v128.store(row + i, x);
    v128.store(y + i, multiplyAdd(hh, x, v128.load(y + i)));
  }
}

/**
 * Reduces the upper triangular `matrix` (row-major, rows `ldBytes` apart, at least one element of padding, zero) to an
 * upper bidiagonal one with the same singular values: `diagonal` (n values) and `superDiagonal` (n − 1).
 * Overwrites the matrix. `w`, `u` and `y` are scratch of n + 2 values.
 *
 * Golub & Kahan's method. Both reflections of a step and the product that the next step needs, of a column with the
 * rows below it, are made in one pass over the matrix.
 */
export function bidiagonalise(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  diagonal: usize,
  superDiagonal: usize,
  w: usize,
  u: usize,
  y: usize,
): void {
  const vectorBytes = <usize>(n + 2) * 8;
  memory.fill(w, 0, vectorBytes);
  memory.fill(u, 0, vectorBytes);
  memory.fill(y, 0, vectorBytes);
  // Of column k, below the diagonal; a triangular matrix begins with nothing there.
  let rest: f64 = 0;
  for (let k = 0; k < n; k++) {
    const row = matrix + <usize>k * ldBytes;
    const at = <usize>k * 8;
    const next = at + 8;
    const right = n - 1 - k;
    const evenBytes = <usize>((right + 1) & ~1) * 8;

    let pivot = load<f64>(row + at);
    const reflectsLeft = !isNegligible(rest);
    if (reflectsLeft) {
      const beta = reflectedPivot(pivot, rest);
      const head = pivot - beta;
      const tau = f64x2.splat(2 / (rest + head * head));
      const heads = f64x2.splat(head);
      for (let i: usize = 0; i < evenBytes; i += 16) {
        const x = v128.load(row + next + i);
        const wi = f64x2.mul(tau, multiplyAdd(heads, x, v128.load(y + next + i)));
        v128.store(w + next + i, wi);
        v128.store(row + next + i, multiplySubtract(heads, wi, x));
      }
      pivot = beta;
    }
    store<f64>(diagonal + at, pivot);
    if (right == 0) break;

    pivot = load<f64>(row + next);
    rest = sumOfSquares(row + next + 8, right - 1);
    let tau: f64 = 0;
    if (!isNegligible(rest)) {
      const beta = reflectedPivot(pivot, rest);
      tau = 2 / (rest + (pivot - beta) * (pivot - beta));
      memory.copy(u + next, row + next, evenBytes);
      store<f64>(u + next, pivot - beta);
      pivot = beta;
    }
    store<f64>(superDiagonal + at, pivot);

    memory.fill(y + next, 0, evenBytes);
    rest = 0;
    for (let r = k + 1; r < n; r++) {
      const below = matrix + <usize>r * ldBytes;
      const a = reflectsLeft ? load<f64>(below + at) : 0;
      const collects = r > k + 1;
      reflectRow(below + next, a, w + next, tau, u + next, y + next, collects, right + (right & 1));
      if (collects) rest += load<f64>(below + next) * load<f64>(below + next);
    }
  }
}
