/**
 * Reduction of a symmetric matrix to a band, by blocks (Bischof, Lang & Sun, A framework for symmetric band reduction,
 * 2000): nearly all its work is products of matrices, where a reduction straight to tridiagonal form must read the whole
 * matrix for each of its columns. `chase.ts` does the rest.
 *
 * Threads share the products; one of them makes the next panel's reflectors while the others update what the panel
 * before has left to update.
 */
import { rowTaskCount, setSymmetricTasks, setUpdateTasks, setWeightsTasks } from './band-tasks';
import { factorPanel, formFactor, fromPanel, multiplyPanels, toPanel } from './panel';
import { finishTasks, SYMMETRIC, UPDATE, WEIGHTS } from './tasks';
import { openTasks } from './team';

/** Replaces `m` by −½ TᵀMT. `scratch` is as large. */
function sandwich(m: usize, t: usize, cols: i32, scratch: usize): void {
  const rowBytes = <usize>cols * 8;
  memory.fill(scratch, 0, <usize>cols * rowBytes);
  for (let k = 0; k < cols; k++) {
    for (let i = 0; i < cols; i++) {
      const a = load<f64>(m + <usize>i * rowBytes + <usize>k * 8);
      for (let j = k; j < cols; j++) {
        const at = scratch + <usize>i * rowBytes + <usize>j * 8;
        store<f64>(at, load<f64>(at) + a * load<f64>(t + <usize>k * rowBytes + <usize>j * 8));
      }
    }
  }
  memory.fill(m, 0, <usize>cols * rowBytes);
  for (let k = 0; k < cols; k++) {
    for (let i = k; i < cols; i++) {
      const a = -0.5 * load<f64>(t + <usize>k * rowBytes + <usize>i * 8);
      for (let j = 0; j < cols; j++) {
        const at = m + <usize>i * rowBytes + <usize>j * 8;
        store<f64>(at, load<f64>(at) + a * load<f64>(scratch + <usize>k * rowBytes + <usize>j * 8));
      }
    }
  }
}

/** Adds up `count` squares of `size` bytes, one after the other, in the first of them. */
function addSquares(squares: usize, size: usize, count: i32): void {
  for (let k = 1; k < count; k++) {
    const square = squares + <usize>k * size;
    for (let p: usize = 0; p < size; p += 16) {
      v128.store(squares + p, f64x2.add(v128.load(squares + p), v128.load(square + p)));
    }
  }
}

/**
 * Makes the reflectors for the panel of `rows` × `width` below the diagonal block at `corner`. Leaves the diagonal block
 * and R in the band, from row `k` on, V in the panel `v` and in the matrix, and T in `t`. `small` and `u` are scratch.
 */
export function startPanel(
  corner: usize,
  ldBytes: usize,
  rows: i32,
  width: i32,
  bandRow: usize,
  bandBytes: usize,
  v: usize,
  t: usize,
  small: usize,
  u: usize,
): void {
  for (let i = 0; i < width; i++) {
    const target = bandRow + <usize>i * bandBytes + <usize>(2 * width - i) * 8;
    memory.copy(target, corner + <usize>i * ldBytes, <usize>(i + 1) * 8);
  }
  if (rows == 0) return;
  const below = corner + <usize>width * ldBytes;
  toPanel(below, ldBytes, rows, width, v);
  factorPanel(v, rows, width, small, t, u);
  for (let i = 0; i < width; i++) {
    const target = bandRow + <usize>(width + i) * bandBytes + <usize>(width - i) * 8;
    memory.copy(target + <usize>i * 8, small + <usize>i * <usize>(width + 1) * 8, <usize>(width - i) * 8);
  }
  fromPanel(v, rows, width, below, ldBytes);
  multiplyPanels(v, v, rows, width, small);
  formFactor(t, small, width);
}

/**
 * Reduces the symmetric matrix of order `n`, a multiple of `width`, given by its lower triangle, to one with the same
 * eigenvalues that is zero more than `width` (a multiple of 16) places from the diagonal, at `band`: row i begins at
 * i · bandBytes, and element (i, j), j ≤ i, is at (j − i + 2 · width) · 8 in it. There are 2 · width more rows, of zeros.
 * Below the band, the matrix keeps the vectors of the reflectors, and `factors` the matrices T that belong to them, so
 * that block k is I − V T Vᵀ. `scratch` holds (7 · n + 3 · width) · width + n values.
 */
export function reduceToBand(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  width: i32,
  band: usize,
  bandBytes: usize,
  factors: usize,
  scratch: usize,
): void {
  const panelBytes = <usize>n * <usize>width * 8;
  const squareBytes = <usize>width * <usize>width * 8;
  const v = scratch;
  const y = v + panelBytes;
  const w = y + panelBytes;
  const packed = w + panelBytes;
  const products = packed + 3 * panelBytes;
  const small = products + panelBytes + squareBytes;
  const small2 = small + squareBytes;
  const u = small2 + squareBytes;
  memory.fill(band, 0, <usize>(n + 2 * width) * bandBytes);
  startPanel(matrix, ldBytes, n - width, width, band, bandBytes, v, factors, small, u);
  for (let k = 0; k < n - width; k += width) {
    const rows = n - k - width;
    const rest = matrix + <usize>(k + width) * (ldBytes + 8);
    const t = factors + <usize>(k / width) * squareBytes;

    // W = AVT − ½ V Tᵀ(VᵀAV)T
    openTasks(SYMMETRIC, setSymmetricTasks(rest, ldBytes, rows, width, v, y, products));
    finishTasks();
    addSquares(products, squareBytes, rowTaskCount(rows));
    sandwich(products, t, width, small2);
    openTasks(WEIGHTS, setWeightsTasks(rows, width, v, y, w, t, products, packed));
    finishTasks();

    // First the columns that the next panel is made of, and that while the others are updated.
    const next = width >> 2;
    openTasks(UPDATE, setUpdateTasks(rest, ldBytes, rows, width, packed, 0, next));
    finishTasks();
    if (rows > width) openTasks(UPDATE, setUpdateTasks(rest, ldBytes, rows, width, packed, next, rows >> 2));
    const bandRow = band + <usize>(k + width) * bandBytes;
    startPanel(rest, ldBytes, rows - width, width, bandRow, bandBytes, v, t + squareBytes, small, u);
    if (rows > width) finishTasks();
  }
}
