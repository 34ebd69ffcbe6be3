import { isNegligible, reflectedPivot } from './householder';
import { multiplyAdd, multiplySubtract, sumLanes } from './lanes';
import { dot, subtractMultiple, sumOfSquares } from './vectors';

/**
 * One row of the pass below: row −= a·w + b·v (the update left over from the step before), then product += c·row.
 * Returns row · u. All are `count` long.
 */
export function updateRowAndMultiply(
  row: usize,
  v: usize,
  w: usize,
  a: f64,
  b: f64,
  u: usize,
  product: usize,
  c: f64,
  count: i32,
): f64 {
  const aa = f64x2.splat(a);
  const bb = f64x2.splat(b);
  const cc = f64x2.splat(c);
  let sums = f64x2.splat(0);
  let i = 0;
  for (; i <= count - 2; i += 2) {
    let x = multiplySubtract(aa, v128.load(w), v128.load(row));
    x = multiplySubtract(bb, v128.load(v), x);
    v128.store(row, x);
    sums = multiplyAdd(x, v128.load(u), sums);
    v128.store(product, multiplyAdd(cc, x, v128.load(product)));
    row += 16;
    v += 16;
    w += 16;
    u += 16;
    product += 16;
  }
  let sum = sumLanes(sums);
  if (i < count) {
    const x = load<f64>(row) - a * load<f64>(w) - b * load<f64>(v);
    store<f64>(row, x);
    sum += x * load<f64>(u);
    store<f64>(product, load<f64>(product) + c * x);
  }
  return sum;
}

/**
 * Reduces the symmetric matrix in the lower triangle of `matrix` to a tridiagonal one with the same eigenvalues:
 * `diagonal` (n values) and `offDiagonal` (n − 1). `w0` and `w1` are scratch of n values. Overwrites the matrix: row i
 * keeps the i numbers of the vector u of step i, whose factor τ is put into `taus`, or 0 if that step did nothing.
 *
 * Householder's method from the last row up (Wilkinson & Reinsch, Handbook II/2, tred1). A step's update
 * A −= u wᵀ + w uᵀ is carried out while the next step multiplies by A, so that each step reads the matrix once.
 */
export function tridiagonalise(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  diagonal: usize,
  offDiagonal: usize,
  taus: usize,
  w0: usize,
  w1: usize,
): void {
  let w = w0;
  let product = w1;
  // Until there is an update to catch up on, v is any readable vector, and its multiples are zero.
  let v = matrix;
  let pending = false;
  memory.fill(w, 0, <usize>n * 8);
  for (let i = n - 1; i >= 0; i--) {
    const u = matrix + <usize>i * ldBytes;
    if (pending) {
      const vi = load<f64>(v + <usize>i * 8);
      const wi = load<f64>(w + <usize>i * 8);
      subtractMultiple(u, vi, w, i + 1);
      subtractMultiple(u, wi, v, i + 1);
    }
    store<f64>(diagonal + <usize>i * 8, load<f64>(u + <usize>i * 8));
    if (i == 0) break;

    const pivotAt = u + <usize>(i - 1) * 8;
    const pivot = load<f64>(pivotAt);
    const rest = sumOfSquares(u, i - 1);
    const reflects = !isNegligible(rest);
    const beta = reflects ? reflectedPivot(pivot, rest) : pivot;
    store<f64>(offDiagonal + <usize>(i - 1) * 8, beta);
    store<f64>(taus + <usize>i * 8, 0);
    if (!reflects && !pending) continue;
    store<f64>(pivotAt, pivot - beta);
    const tau = reflects ? 2 / (rest + (pivot - beta) * (pivot - beta)) : 0;
    store<f64>(taus + <usize>i * 8, tau);

    memory.fill(product, 0, <usize>i * 8);
    for (let r = 0; r < i; r++) {
      const row = matrix + <usize>r * ldBytes;
      const at = <usize>r * 8;
      const vr = pending ? load<f64>(v + at) : 0;
      const wr = pending ? load<f64>(w + at) : 0;
      const ur = load<f64>(u + at);
      const sum = updateRowAndMultiply(row, v, w, vr, wr, u, product, ur, r);
      const corner = load<f64>(row + at) - vr * load<f64>(w + at) - wr * load<f64>(v + at);
      store<f64>(row + at, corner);
      store<f64>(product + at, load<f64>(product + at) + sum + corner * ur);
    }
    // w = τ (p − (τ/2)(uᵀp) u)
    const half = 0.5 * tau * dot(u, product, i);
    for (let r = 0; r < i; r++) {
      const at = <usize>r * 8;
      store<f64>(product + at, tau * (load<f64>(product + at) - half * load<f64>(u + at)));
    }
    const spent = w;
    w = product;
    product = spent;
    v = u;
    pending = reflects;
  }
}
