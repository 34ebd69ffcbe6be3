/**
 * Sweeps of plane rotations, and what they are applied to: the rows of a matrix Z of order n, in strips of eight. Element
 * (i, j) is at ((i >> 3) · n + j) · 64 + (i & 7) · 8, so that a rotation of two columns takes eight rows at a time, and
 * strips do not depend on each other.
 */
import { multiplyAdd, multiplySubtract } from './lanes';
import { parameter, setParameter } from './team';

/** Each task applies `sweeps` sweeps to one strip of `rows`. Sweeps are described by `heads`, their rotations by `pairs`. */
export function setRotationTasks(rows: usize, n: i32, heads: usize, pairs: usize, sweeps: i32): void {
  setParameter(0, rows);
  setParameter(1, n);
  setParameter(2, heads);
  setParameter(3, pairs);
  setParameter(4, sweeps);
}

export function rotationTask(index: i32): void {
  const n = parameter(1);
  const strip = parameter(0) + <usize>index * n * 64;
  let head = parameter(2);
  let pairs = parameter(3);
  for (let k = <i32>parameter(4); k > 0; k--) {
    const count = load<i32>(head, 4);
    rotateStrip(strip + (<usize>load<i32>(head) << 6), pairs, count);
    pairs += <usize>count * 16;
    head += 8;
  }
}

/**
 * Applies `count` rotations, a cosine and a sine each, to the columns of a strip, from that at `column` to the left: each
 * takes a column and the one before it. Exported, so that it is not inlined.
 */
export function rotateStrip(column: usize, pairs: usize, count: i32): void {
  let x0 = v128.load(column);
  let x1 = v128.load(column, 16);
  let x2 = v128.load(column, 32);
  let x3 = v128.load(column, 48);
  for (const end = pairs + <usize>count * 16; pairs < end; pairs += 16) {
    const c = v128.load64_splat(pairs);
    const s = v128.load64_splat(pairs, 8);
    const left = column - 64;
    const y0 = v128.load(left);
    const y1 = v128.load(left, 16);
    const y2 = v128.load(left, 32);
    const y3 = v128.load(left, 48);
    v128.store(column, multiplyAdd(s, y0, f64x2.mul(c, x0)));
    v128.store(column, multiplyAdd(s, y1, f64x2.mul(c, x1)), 16);
    v128.store(column, multiplyAdd(s, y2, f64x2.mul(c, x2)), 32);
    v128.store(column, multiplyAdd(s, y3, f64x2.mul(c, x3)), 48);
    x0 = multiplySubtract(s, x0, f64x2.mul(c, y0));
    x1 = multiplySubtract(s, x1, f64x2.mul(c, y1));
    x2 = multiplySubtract(s, x2, f64x2.mul(c, y2));
    x3 = multiplySubtract(s, x3, f64x2.mul(c, y3));
    column = left;
  }
  v128.store(column, x0);
  v128.store(column, x1, 16);
  v128.store(column, x2, 32);
  v128.store(column, x3, 48);
}

/** Makes Z the identity. */
export function setIdentity(rows: usize, n: i32): void {
  memory.fill(rows, 0, <usize>((n + 7) >> 3) * <usize>n * 64);
  for (let i = 0; i < n; i++) store<f64>(elementAt(rows, n, i, i), 1);
}

/**
 * Puts the columns of Z into strips of four (ritz.ts), of `stripRows` rows each; what is left over becomes zero. Exported,
 * so that it is not inlined.
 */
export function columnsToStrips(rows: usize, n: i32, strips: usize, stripRows: i32): void {
  for (let j = 0; j < n; j += 4) {
    const strip = strips + <usize>(j >> 2) * <usize>stripRows * 32;
    memory.fill(strip, 0, <usize>stripRows * 32);
    const width = min<i32>(4, n - j);
    for (let k = 0; k < width; k++) {
      for (let i = 0; i < n; i++) {
        store<f64>(strip + <usize>i * 32 + <usize>k * 8, load<f64>(elementAt(rows, n, i, j + k)));
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function elementAt(rows: usize, n: i32, i: i32, j: i32): usize {
  return rows + (((<usize>(i >> 3) * <usize>n + <usize>j) << 6) | (<usize>(i & 7) << 3));
}
