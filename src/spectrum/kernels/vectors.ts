import { multiplyAdd, multiplySubtract, sumLanes } from './lanes';

// @ts-ignore: decorator
@inline
export function get(array: usize, i: i32): f64 {
  return load<f64>(array + <usize>i * 8);
}

// @ts-ignore: decorator
@inline
export function set(array: usize, i: i32, value: f64): void {
  store<f64>(array + <usize>i * 8, value);
}

/** Σ xᵢ², i < count. */
export function sumOfSquares(x: usize, count: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let i = 0;
  for (; i <= count - 4; i += 4) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, 16);
    s0 = multiplyAdd(x0, x0, s0);
    s1 = multiplyAdd(x1, x1, s1);
    x += 32;
  }
  let sum = sumLanes(f64x2.add(s0, s1));
  for (; i < count; i++) {
    const value = load<f64>(x);
    sum += value * value;
    x += 8;
  }
  return sum;
}

/** Σ xᵢ yᵢ, i < count. */
export function dot(x: usize, y: usize, count: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let i = 0;
  for (; i <= count - 4; i += 4) {
    s0 = multiplyAdd(v128.load(x), v128.load(y), s0);
    s1 = multiplyAdd(v128.load(x, 16), v128.load(y, 16), s1);
    x += 32;
    y += 32;
  }
  let sum = sumLanes(f64x2.add(s0, s1));
  for (; i < count; i++) {
    sum += load<f64>(x) * load<f64>(y);
    x += 8;
    y += 8;
  }
  return sum;
}

/** xᵢ −= a·yᵢ, i < count. */
export function subtractMultiple(x: usize, a: f64, y: usize, count: i32): void {
  const aa = f64x2.splat(a);
  let i = 0;
  for (; i <= count - 2; i += 2) {
    v128.store(x, multiplySubtract(aa, v128.load(y), v128.load(x)));
    x += 16;
    y += 16;
  }
  if (i < count) store<f64>(x, load<f64>(x) - a * load<f64>(y));
}
