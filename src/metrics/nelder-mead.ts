/** Both the simplex and its values have to be this close together. */
const TOLERANCE = 1e-4;
const MOST_ITERATIONS = 200;

/** The second point of the first simplex, relative to the first. */
const FIRST_STEP = 1.05;

/**
 * A minimum of `f` near `start`, by the simplex method in one dimension: reflect 1, expand 2, contract and shrink ½.
 *
 * Sources: Nelder and Mead, "A simplex method for function minimization", The Computer Journal 7 (1965); the tolerances
 * are those of SciPy's `fmin`, which WeightWatcher polishes its fit with.
 */
export function minimize(f: (x: number) => number, start: number): number {
  let best = { x: start, value: f(start) };
  let worst = { x: start * FIRST_STEP, value: f(start * FIRST_STEP) };
  let calls = 2;
  const at = (x: number) => {
    calls++;
    return { x, value: f(x) };
  };
  if (worst.value < best.value) [best, worst] = [worst, best];
  for (let iteration = 1; iteration < MOST_ITERATIONS && calls < MOST_ITERATIONS; iteration++) {
    if (Math.abs(worst.x - best.x) <= TOLERANCE && Math.abs(worst.value - best.value) <= TOLERANCE) break;
    const reflected = at(2 * best.x - worst.x);
    if (reflected.value < best.value) {
      const expanded = at(3 * best.x - 2 * worst.x);
      worst = expanded.value < reflected.value ? expanded : reflected;
    } else {
      const isOutside = reflected.value < worst.value;
      const contracted = at(isOutside ? 1.5 * best.x - 0.5 * worst.x : 0.5 * (best.x + worst.x));
      const isBetter = isOutside ? contracted.value <= reflected.value : contracted.value < worst.value;
      worst = isBetter ? contracted : at(best.x + 0.5 * (worst.x - best.x));
    }
    if (worst.value < best.value) [best, worst] = [worst, best];
  }
  return best.x;
}
