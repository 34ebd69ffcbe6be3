import {
  blockTimesVector,
  makeReflector,
  setChaseTasks,
  subtractRank2FromBlock,
  vectorTimesBlock,
} from './chase-tasks';
import { finishTasks, UPPER_CHASE } from './tasks';
import { openTasks } from './team';

/**
 * Reduces the upper triangular band matrix of `reduceToUpperBand` to an upper bidiagonal one with the same singular
 * values: `diagonal` (n values) and `superDiagonal` (n − 1). Each sweep makes one row bidiagonal and chases the bulge
 * down the band. `matrix` is scratch of n rows, each of n + width − 1 values, and `scratch` that of `setChaseTasks`.
 */
export function chaseUpperBand(
  band: usize,
  bandBytes: usize,
  n: i32,
  width: i32,
  matrix: usize,
  ldBytes: usize,
  diagonal: usize,
  superDiagonal: usize,
  scratch: usize,
): void {
  const origin = band + <usize>width * 8;
  const step = bandBytes - 8;
  openTasks(UPPER_CHASE, setChaseTasks(origin, step, n, width, matrix, ldBytes, superDiagonal, scratch, n - 1));
  finishTasks();
  for (let i = 0; i < n; i++) store<f64>(diagonal + <usize>i * 8, load<f64>(origin + <usize>i * (step + 8)));
}
