/**
 * Reduction of a symmetric band matrix to a tridiagonal one: each sweep makes one column tridiagonal and chases the
 * bulge that this makes down the band, by reflectors (Bischof, Lang & Sun, 2000; after Murata & Horikoshi, 1975).
 * Vectors of reflectors are scaled so that H = I − uuᵀ.
 */
import { setChaseTasks } from './chase-tasks';
import { CHASE, finishTasks } from './tasks';
import { openTasks } from './team';

/**
 * Reduces the band matrix of `reduceToBand` to `diagonal` (n values) and `offDiagonal` (n − 1). The band must have
 * 2 · width rows of zeros below row n − 1. Sweep s leaves its vectors in row s of `matrix`, above the diagonal: the one
 * for the rows from r on begins in column r. Rows have room for width − 1 more numbers than n. `scratch` is that of
 * `setChaseTasks`.
 */
export function chaseBand(
  band: usize,
  bandBytes: usize,
  n: i32,
  width: i32,
  matrix: usize,
  ldBytes: usize,
  diagonal: usize,
  offDiagonal: usize,
  scratch: usize,
): void {
  const origin = band + <usize>(2 * width) * 8;
  const step = bandBytes - 8;
  openTasks(CHASE, setChaseTasks(origin, step, n, width, matrix, ldBytes, offDiagonal, scratch, n - 2));
  finishTasks();
  for (let i = 0; i < n; i++) store<f64>(diagonal + <usize>i * 8, load<f64>(origin + <usize>i * (step + 8)));
  if (n > 1) store<f64>(offDiagonal + <usize>(n - 2) * 8, load<f64>(origin + <usize>(n - 1) * step + <usize>(n - 2) * 8));
}
