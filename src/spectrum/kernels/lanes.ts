/** Two float64 lanes at a time: the arithmetic all kernels are written in. */

/** a·b + c; fused, with one rounding, where the build has relaxed SIMD and the processor the instruction. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c);
  return f64x2.add(f64x2.mul(a, b), c);
}

/** c − a·b, fused as `multiplyAdd` is. */
// @ts-ignore: decorator
@inline
export function multiplySubtract(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_nmadd(a, b, c);
  return f64x2.sub(c, f64x2.mul(a, b));
}

/** The sum of both lanes. */
// @ts-ignore: decorator
@inline
export function sumLanes(a: v128): f64 {
  return f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
}

/** Both lanes, but zero in those before `first`. */
// @ts-ignore: decorator
@inline
export function fromLane(a: v128, first: i32): v128 {
  if (first > 0) a = f64x2.replace_lane(a, 0, 0);
  if (first > 1) a = f64x2.replace_lane(a, 1, 0);
  return a;
}

/** Subtracts the numbers from `v` to `end`, each times the four of `s0` and `s1`, from the rows of a strip. */
// @ts-ignore: decorator
@inline
export function subtractFromStrip(strip: usize, v: usize, end: usize, s0: v128, s1: v128): void {
  for (; v < end; v += 8) {
    const x = v128.load64_splat(v);
    v128.store(strip, multiplySubtract(x, s0, v128.load(strip)));
    v128.store(strip, multiplySubtract(x, s1, v128.load(strip, 16)), 16);
    strip += 32;
  }
}
