/**
 * Reduction of a square matrix to an upper triangular band by reflections from both sides, by blocks (Grosser & Lang,
 * Efficient parallel reduction to bidiagonal form, 1999). Singular values of the band are those of the matrix, to within
 * n · ε · σ_max. `upper-chase.ts` does the rest.
 */
import { factorPanel, formFactor, fromPanel, multiplyPanels, toPanel } from './panel';
import { COLUMNS, finishTasks, RECTANGLE, ROWS } from './tasks';
import { openTasks } from './team';
import { setColumnsTasks, setRectangleTasks, setRowsTasks } from './upper-band-tasks';

/** Writes the rows of a packed chunk of `depth` rows and `strips` strips as rows of a matrix. */
export function unpack(packed: usize, depth: i32, strips: i32, matrix: usize, ldBytes: usize): void {
  fromPanel(packed, depth, strips * 4, matrix, ldBytes);
}

/**
 * QR decomposition of the panel of `rows` × `width` at `corner`: leaves V in `v`, T in `t`, and R in the band's rows
 * from `bandRow` on, whose first element is on the diagonal. `small` and `u` are scratch.
 */
export function startUpperPanel(
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
  toPanel(corner, ldBytes, rows, width, v);
  factorPanel(v, rows, width, small, t, u);
  for (let i = 0; i < width; i++) {
    const source = small + <usize>i * <usize>(width + 1) * 8;
    memory.copy(bandRow + <usize>i * bandBytes, source, <usize>(width - i) * 8);
  }
  multiplyPanels(v, v, rows, width, small);
  formFactor(t, small, width);
}

/**
 * Reduces the matrix of order `n`, a multiple of `width` (a multiple of 16), to one with the same singular values that is
 * zero below the diagonal and more than `width` places above it, at `band`: row i begins at i · bandBytes, and element
 * (i, j) is at (j − i + width) · 8 in it. There are 2 · width more rows, of zeros. Overwrites the matrix. `scratch` holds
 * (11 · n + 4 · width) · width + n values.
 */
export function reduceToUpperBand(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  width: i32,
  band: usize,
  bandBytes: usize,
  scratch: usize,
): void {
  const panelBytes = <usize>n * <usize>width * 8;
  const squareBytes = <usize>width * <usize>width * 8;
  const v = scratch;
  const v2 = v + panelBytes;
  const x = v2 + panelBytes;
  const z = x + panelBytes;
  const w = z + panelBytes;
  const left = w + 2 * panelBytes;
  const right = left + 2 * panelBytes;
  const t = right + 2 * panelBytes;
  const t2 = t + squareBytes;
  const small = t2 + squareBytes;
  const middle = small + squareBytes;
  const u = middle + squareBytes;
  const diagonal = band + <usize>width * 8;
  memory.fill(band, 0, <usize>(n + 2 * width) * bandBytes);
  startUpperPanel(matrix, ldBytes, n, width, diagonal, bandBytes, v, t, small, u);
  for (let k = 0; k < n - width; k += width) {
    const rows = n - k;
    const cols = rows - width;
    const a = matrix + <usize>k * ldBytes + <usize>(k + width) * 8;
    openTasks(COLUMNS, setColumnsTasks(a, ldBytes, rows, cols, width, v, t, x, z, v2));
    finishTasks();

    // The first rows, transposed, become lower triangular.
    factorPanel(v2, cols, width, small, t2, u);
    for (let i = 0; i < width; i++) {
      const target = diagonal + <usize>(k + i) * bandBytes + <usize>(width - i) * 8;
      for (let j = 0; j <= i; j++) {
        store<f64>(target + <usize>j * 8, load<f64>(small + (<usize>j * <usize>width + <usize>i) * 8));
      }
    }
    multiplyPanels(v2, v2, cols, width, small);
    formFactor(t2, small, width);
    multiplyPanels(z, v2, cols, width, middle);
    for (let p: usize = 0; p < squareBytes; p += 8) store<f64>(middle + p, -load<f64>(middle + p));

    const rest = a + <usize>width * ldBytes;
    openTasks(ROWS, setRowsTasks(rest, ldBytes, cols, cols, width, v, z, v2, middle, t2, w, left, right));
    finishTasks();
    // First the columns that the next panel is made of, and that while the others are updated.
    const next = width >> 2;
    openTasks(RECTANGLE, setRectangleTasks(rest, ldBytes, cols, width, left, right, 0, next));
    finishTasks();
    if (cols > width) {
      openTasks(RECTANGLE, setRectangleTasks(rest, ldBytes, cols, width, left, right, next, cols >> 2));
    }
    const bandRow = diagonal + <usize>(k + width) * bandBytes;
    startUpperPanel(rest, ldBytes, cols, width, bandRow, bandBytes, v, t, small, u);
    if (cols > width) finishTasks();
  }
}
