/** What the leader calls from JavaScript to share work; between opening tasks and finishing them it may do other things. */
import { setGramTasks } from './gram';
import { setRestoreTasks } from './restore';
import { setProductTasks } from './ritz';
import { finishTasks, GRAM, PRODUCT, RESTORE } from './tasks';
import { openTasks } from './team';

/** Opens the tasks of adding XᵀX to the lower triangle of `gram` (gram.ts). */
export function openGram(
  packed: usize,
  depth: i32,
  strips: i32,
  gram: usize,
  ldBytes: usize,
  clearedRows: i32,
): void {
  openTasks(GRAM, setGramTasks(packed, depth, strips, gram, ldBytes, clearedRows));
}

/** Opens the tasks of multiplying a packed chunk with `vectorStrips` strips of vectors (ritz.ts). */
export function openProduct(
  packed: usize,
  depth: i32,
  strips: i32,
  vectors: usize,
  vectorStrips: i32,
  rows: i32,
  product: usize,
): void {
  setProductTasks(packed, depth, strips, vectors, rows, product);
  openTasks(PRODUCT, vectorStrips);
}

/** Takes `strips` strips of vectors of the tridiagonal matrix back to the matrix that was reduced (restore.ts). */
export function restoreVectors(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  paddedN: i32,
  width: i32,
  factors: usize,
  vectors: usize,
  stripRows: i32,
  strips: i32,
  scratch: usize,
): void {
  setRestoreTasks(matrix, ldBytes, n, paddedN, width, factors, vectors, stripRows, scratch);
  openTasks(RESTORE, strips);
  finishTasks();
}
