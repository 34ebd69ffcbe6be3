/** Processor time of one layer, extrapolated from matrices that were timed. */

/** A matrix on one thread, as the benchmarks have it. */
export interface TimedMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly seconds: number;
}

/** Multiply-adds a second in the two parts of a spectrum. */
export interface Rates {
  /** The Gram matrix, M²·N/2 of them for M = min(rows, cols), N = max(rows, cols). */
  readonly gram: number;
  /** Its reduction to eigenvalues, 2M³/3. */
  readonly reduction: number;
}

/** The times on one thread in the table "One matrix" of `docs/benchmarks.md`. */
export function timedMatrices(benchmarks: string): TimedMatrix[] {
  const table = benchmarks.split('## One matrix\n')[1]?.split('\n## ')[0] ?? '';
  const square = [...table.matchAll(/^\| (\d+)² \| ([\d.]+) \|.*\|.*\|.*\|.*\|.*\|.*\|/gm)];
  const tall = [...table.matchAll(/^\| (\d+) × (\d+) \| ([\d.]+) \|/gm)];
  return [
    ...square.map(([, order, ms]) => ({
      rows: Number(order),
      cols: Number(order),
      seconds: Number(ms) / 1000,
    })),
    ...tall.map(([, rows, cols, ms]) => ({
      rows: Number(rows),
      cols: Number(cols),
      seconds: Number(ms) / 1000,
    })),
  ];
}

/**
 * Solves for the two rates from the largest square matrix and the tall one of the same order.
 *
 * @throws Error when the two were not timed.
 */
export function ratesOf(timed: readonly TimedMatrix[]): Rates {
  const square = timed.filter(({ rows, cols }) => rows === cols).sort((a, b) => b.rows - a.rows)[0];
  const tall = timed.find(({ rows, cols }) => cols === square?.cols && rows > cols);
  if (!square || !tall) throw new Error('docs/benchmarks.md has no square and tall matrix of one order');
  const order = square.cols;
  const gram = (order ** 2 * (tall.rows - order)) / 2 / (tall.seconds - square.seconds);
  return { gram, reduction: ((2 / 3) * order ** 3) / (square.seconds - order ** 3 / 2 / gram) };
}

/** Seconds on one thread of the machine that the rates are of. */
export function secondsOf({ rows, cols }: { rows: number; cols: number }, rates: Rates): number {
  const M = Math.min(rows, cols);
  return (M ** 2 * Math.max(rows, cols)) / 2 / rates.gram + ((2 / 3) * M ** 3) / rates.reduction;
}
