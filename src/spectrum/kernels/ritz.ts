/**
 * What takes eigenvectors of the tridiagonal matrix back to the matrix they belong to. Vectors lie in strips of four, as
 * columns: element i of vector j is at ((j >> 2) · rows + i) · 32 + (j & 3) · 8.
 */
import { fromLane, multiplyAdd, subtractFromStrip } from './lanes';
import { parameter, setParameter } from './team';

/** Puts `count` vectors of n values, one after the other, into strips of `rows` rows; what is left over becomes zero. */
export function toStrips(vectors: usize, count: i32, n: i32, strips: usize, rows: i32): void {
  const stripBytes = <usize>rows * 32;
  memory.fill(strips, 0, <usize>((count + 3) >> 2) * stripBytes);
  for (let j = 0; j < count; j++) {
    let p = vectors + <usize>j * <usize>n * 8;
    let q = strips + <usize>(j >> 2) * stripBytes + (<usize>j & 3) * 8;
    for (let i = 0; i < n; i++) {
      store<f64>(q, load<f64>(p));
      p += 8;
      q += 32;
    }
  }
}

/**
 * Applies I − τ u uᵀ to the first `count` rows of a strip, but not to the columns before `firstLane`. Exported, so that
 * it is not inlined.
 */
export function reflectStrip(strip: usize, u: usize, tau: f64, count: i32, firstLane: i32): void {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let t0 = s0;
  let t1 = s0;
  const end = u + <usize>count * 8;
  const pairsEnd = u + <usize>(count & ~1) * 8;
  let p = strip;
  let q = u;
  for (; q < pairsEnd; q += 16) {
    const x = v128.load64_splat(q);
    s0 = multiplyAdd(x, v128.load(p), s0);
    s1 = multiplyAdd(x, v128.load(p, 16), s1);
    const y = v128.load64_splat(q, 8);
    t0 = multiplyAdd(y, v128.load(p, 32), t0);
    t1 = multiplyAdd(y, v128.load(p, 48), t1);
    p += 64;
  }
  if (q < end) {
    const x = v128.load64_splat(q);
    s0 = multiplyAdd(x, v128.load(p), s0);
    s1 = multiplyAdd(x, v128.load(p, 16), s1);
  }
  const taus = f64x2.splat(tau);
  s0 = fromLane(f64x2.mul(taus, f64x2.add(s0, t0)), firstLane);
  s1 = fromLane(f64x2.mul(taus, f64x2.add(s1, t1)), firstLane - 2);
  subtractFromStrip(strip, u, end, s0, s1);
}

/**
 * Turns a strip of vectors of the tridiagonal matrix into those of the symmetric matrix from which `tridiagonalise` made
 * it: applies the reflectors that it left in the rows of `matrix`, with their factors `taus`.
 */
export function applyReflectors(matrix: usize, ldBytes: usize, n: i32, taus: usize, strip: usize): void {
  for (let i = 1; i < n; i++) {
    const tau = load<f64>(taus + <usize>i * 8);
    if (tau != 0) reflectStrip(strip, matrix + <usize>i * ldBytes, tau, i, 0);
  }
}

/**
 * Adds X·V to Y, with X and Y strips of `depth` rows and V of 4 × 4 numbers, whose rows are `vStep` apart. Exported, so
 * that it is not inlined.
 */
export function addStripProduct(x: usize, depth: i32, v: usize, vStep: usize, y: usize): void {
  const v00 = v128.load(v);
  const v01 = v128.load(v, 16);
  const v10 = v128.load(v + vStep);
  const v11 = v128.load(v + vStep, 16);
  const v20 = v128.load(v + 2 * vStep);
  const v21 = v128.load(v + 2 * vStep, 16);
  const v30 = v128.load(v + 3 * vStep);
  const v31 = v128.load(v + 3 * vStep, 16);
  for (const end = x + <usize>depth * 32; x < end; x += 32) {
    const x0 = v128.load64_splat(x);
    let y0 = multiplyAdd(x0, v00, v128.load(y));
    let y1 = multiplyAdd(x0, v01, v128.load(y, 16));
    const x1 = v128.load64_splat(x, 8);
    y0 = multiplyAdd(x1, v10, y0);
    y1 = multiplyAdd(x1, v11, y1);
    const x2 = v128.load64_splat(x, 16);
    y0 = multiplyAdd(x2, v20, y0);
    y1 = multiplyAdd(x2, v21, y1);
    const x3 = v128.load64_splat(x, 24);
    v128.store(y, multiplyAdd(x3, v30, y0));
    v128.store(y, multiplyAdd(x3, v31, y1), 16);
    y += 32;
  }
}

/** Each task of `productTask` takes one of the strips at `vectors`, which have `rows` rows. */
export function setProductTasks(
  packed: usize,
  depth: i32,
  strips: i32,
  vectors: usize,
  rows: i32,
  product: usize,
): void {
  setParameter(0, packed);
  setParameter(1, depth);
  setParameter(2, strips);
  setParameter(3, vectors);
  setParameter(4, rows);
  setParameter(5, product);
}

/** The product of a packed chunk of `depth` rows and `strips` strips with a strip of vectors, as a strip of `depth` rows. */
export function productTask(index: i32): void {
  const depth = <i32>parameter(1);
  const stripBytes = <usize>depth * 32;
  const target = parameter(5) + <usize>index * stripBytes;
  let packed = parameter(0);
  let v = parameter(3) + <usize>index * parameter(4) * 32;
  memory.fill(target, 0, stripBytes);
  for (let s = <i32>parameter(2); s > 0; s--) {
    addStripProduct(packed, depth, v, 32, target);
    packed += stripBytes;
    v += 128;
  }
}
