/**
 * Conversion of stored elements to float64 "strips", the layout that the matrix kernels read: strip s holds columns
 * 4s … 4s + 3 of a chunk of `depth` rows, row after row, so element (k, j) is at ((j >> 2) · depth + k) · 32 + (j & 3) · 8.
 */

// The numbers under which TypeScript names element types; DTYPE_CODES of wasm-module.ts has the same.
const F64: i32 = 0;
const F32: i32 = 1;
const F16: i32 = 2;
const BF16: i32 = 3;
const F8_E4M3: i32 = 4;
const F8_E5M2: i32 = 5;

/** 2^1008 and 2^1016: what is left of the exponent bias when 5 or 4 exponent bits are put at the top of a float64. */
const REBIAS_5: f64 = reinterpret<f64>(<u64>(1023 + 1008) << 52);
const REBIAS_4: f64 = reinterpret<f64>(<u64>(1023 + 1016) << 52);

/** A float16 given by its bits. Subnormals come out right, because the scaling makes them normal. */
// @ts-ignore: decorator
@inline
function halfToDouble(bits: u64): f64 {
  const magnitude = reinterpret<f64>((bits & 0x7fff) << 42) * REBIAS_5;
  const value = select<f64>(f64.NaN, magnitude, (bits & 0x7c00) == 0x7c00);
  return copysign<f64>(value, reinterpret<f64>((bits & 0x8000) << 48));
}

/** An 8-bit float with 4 exponent bits, as OCP defines it: no infinities, one NaN. */
// @ts-ignore: decorator
@inline
function e4m3ToDouble(bits: u64): f64 {
  const magnitude = reinterpret<f64>((bits & 0x7f) << 49) * REBIAS_4;
  const value = select<f64>(f64.NaN, magnitude, (bits & 0x7f) == 0x7f);
  return copysign<f64>(value, reinterpret<f64>((bits & 0x80) << 56));
}

/** The element at `p` as float64; infinities of the 16- and 8-bit types come as NaN, which is refused as well. */
// @ts-ignore: decorator
@inline
function element(p: usize, dtype: i32): f64 {
  if (dtype == F64) return load<f64>(p);
  if (dtype == F32) return <f64>load<f32>(p);
  if (dtype == F16) return halfToDouble(load<u16>(p));
  if (dtype == BF16) return <f64>reinterpret<f32>(<u32>load<u16>(p) << 16);
  if (dtype == F8_E4M3) return e4m3ToDouble(load<u8>(p));
  return halfToDouble(<u64>load<u8>(p) << 8);
}

// @ts-ignore: decorator
@inline
function packAs(
  dtype: i32,
  source: usize,
  rowStrideBytes: usize,
  colStrideBytes: usize,
  rows: i32,
  cols: i32,
  target: usize,
  depth: i32,
  scale: f64,
): void {
  const fullStrips = cols >> 2;
  for (let s = 0; s < fullStrips; s++) {
    let p = source + <usize>(s * 4) * colStrideBytes;
    let q = target + <usize>s * <usize>depth * 32;
    for (let k = 0; k < rows; k++) {
      store<f64>(q, element(p, dtype) * scale);
      store<f64>(q, element(p + colStrideBytes, dtype) * scale, 8);
      store<f64>(q, element(p + 2 * colStrideBytes, dtype) * scale, 16);
      store<f64>(q, element(p + 3 * colStrideBytes, dtype) * scale, 24);
      p += rowStrideBytes;
      q += 32;
    }
  }
  for (let j = fullStrips * 4; j < cols; j++) {
    let p = source + <usize>j * colStrideBytes;
    let q = target + <usize>fullStrips * <usize>depth * 32 + (<usize>j & 3) * 8;
    for (let k = 0; k < rows; k++) {
      store<f64>(q, element(p, dtype) * scale);
      p += rowStrideBytes;
      q += 32;
    }
  }
}

/**
 * Writes a `rows` × `cols` piece, times `scale`, into strips of `depth` rows, of which `target` is the place of the
 * piece's first element (in lane 0). What the piece does not cover is left as it was.
 */
export function pack(
  dtype: i32,
  source: usize,
  rowStrideBytes: usize,
  colStrideBytes: usize,
  rows: i32,
  cols: i32,
  target: usize,
  depth: i32,
  scale: f64,
): void {
  // One loop for each type, so that the choice is not made for each element.
  if (dtype == F64) packAs(F64, source, rowStrideBytes, colStrideBytes, rows, cols, target, depth, scale);
  else if (dtype == F32) packAs(F32, source, rowStrideBytes, colStrideBytes, rows, cols, target, depth, scale);
  else if (dtype == F16) packAs(F16, source, rowStrideBytes, colStrideBytes, rows, cols, target, depth, scale);
  else if (dtype == BF16) packAs(BF16, source, rowStrideBytes, colStrideBytes, rows, cols, target, depth, scale);
  else if (dtype == F8_E4M3) packAs(F8_E4M3, source, rowStrideBytes, colStrideBytes, rows, cols, target, depth, scale);
  else packAs(F8_E5M2, source, rowStrideBytes, colStrideBytes, rows, cols, target, depth, scale);
}

/** The largest magnitude of `count` (even) float64 values; NaN if one of them is. */
export function maxMagnitude(values: usize, count: i32): f64 {
  let largest = f64x2.splat(0);
  for (let i = 0; i < count; i += 2) {
    largest = f64x2.max(largest, f64x2.abs(v128.load(values)));
    values += 16;
  }
  return max<f64>(f64x2.extract_lane(largest, 0), f64x2.extract_lane(largest, 1));
}

/** Multiplies `count` (even) float64 values by `factor`. */
export function scaleValues(values: usize, count: i32, factor: f64): void {
  const factors = f64x2.splat(factor);
  for (let i = 0; i < count; i += 2) {
    v128.store(values, f64x2.mul(v128.load(values), factors));
    values += 16;
  }
}
