import { NumericError } from '../../errors.ts';

/** Bisection alone would need 60 steps for all bits of an ordinary bracket, and every third step here is at least that. */
const MOST_STEPS = 200;

/**
 * A root of `f` between `low` and `high`, where it has opposite signs: inverse quadratic interpolation where that is
 * safe, else bisection.
 *
 * Source: Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without
 * using derivatives", Advances in Engineering Software 28 (1997).
 *
 * @param tolerance how far the result may be from the root, absolutely.
 * @throws NumericError `NO_CONVERGENCE` when there is no change of sign or f is not a number.
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let a = high;
  let b = low;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) throw noRoot(low, high);

  let t = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (Number.isNaN(fx)) throw noRoot(low, high);
    let c = a;
    let fc = fa;
    if (Math.sign(fx) !== Math.sign(fa)) {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;

    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const smallest = (2 * Number.EPSILON * Math.abs(best) + tolerance / 2) / Math.abs(b - a);
    if (smallest > 0.5 || fa === 0 || fb === 0) return best;

    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    t = Math.min(Math.max(t, smallest), 1 - smallest);
  }
  throw noRoot(low, high);
}

function noRoot(low: number, high: number): NumericError {
  return new NumericError({
    code: 'NO_CONVERGENCE',
    subject: `the root between ${low} and ${high}`,
    problem: 'it was not found',
    cure: 'Please report the eigenvalues',
    details: { low, high },
  });
}
