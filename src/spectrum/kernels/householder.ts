/**
 * Householder reflectors H = I − τ u uᵀ that turn a vector x into β times the unit vector of one of its elements, the
 * pivot: u is x with the pivot replaced by pivot − β (no cancellation, as β has the other sign), τ = 2 / uᵀu.
 */

/**
 * Sums of squares below this are taken as zero: 1e-140 beside elements near one is far below rounding, and the square
 * of anything smaller would begin to underflow and spoil the orthogonality of H.
 */
const NEGLIGIBLE_SQUARE: f64 = 1e-280;

/** True if the elements beside the pivot, given by their sum of squares, are zero for all purposes. */
// @ts-ignore: decorator
@inline
export function isNegligible(sumOfSquares: f64): bool {
  return sumOfSquares < NEGLIGIBLE_SQUARE;
}

/** β, from the pivot and the sum of squares of the other elements. */
// @ts-ignore: decorator
@inline
export function reflectedPivot(pivot: f64, sumOfSquares: f64): f64 {
  return -copysign<f64>(sqrt<f64>(pivot * pivot + sumOfSquares), pivot);
}
