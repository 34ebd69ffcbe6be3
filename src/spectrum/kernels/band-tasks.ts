/** The parts of `reduceToBand` that threads share: products over rows of panels, in blocks of rows. */
import { addProduct, transposeStrips } from './panel';
import { parameter, setParameter, taskCount } from './team';
import { addRowTile, addTile, addTiles } from './tiles';

/** Rows of the product that a task makes, and for which it multiplies V and Y. */
const TASK_ROWS: i32 = 32;

/** Columns of the blocks in which the symmetric matrix is multiplied: 16 KiB of it at a time. */
const BLOCK: i32 = 64;

/** Groups of four rows that a task updates. */
const UPDATE_STRIPS: i32 = 12;

/** How many tasks of rows a panel of `rows` makes; each leaves a partial product. */
export function rowTaskCount(rows: i32): i32 {
  return (rows + TASK_ROWS - 1) / TASK_ROWS;
}

/** Copies the lower triangle of a square block to its upper one. */
function mirror(block: usize, ldBytes: usize, n: i32): void {
  for (let i = 1; i < n; i++) {
    let p = block + <usize>i * ldBytes;
    let q = block + <usize>i * 8;
    for (const end = p + <usize>i * 8; p < end; p += 8) {
      store<f64>(q, load<f64>(p));
      q += ldBytes;
    }
  }
}

/** How many tasks there are of `symmetricTask`. `products` has room for as many squares of `cols`. */
export function setSymmetricTasks(
  a: usize,
  ldBytes: usize,
  rows: i32,
  cols: i32,
  v: usize,
  y: usize,
  products: usize,
): i32 {
  setParameter(0, a);
  setParameter(1, ldBytes);
  setParameter(2, rows);
  setParameter(3, cols);
  setParameter(4, v);
  setParameter(5, y);
  setParameter(6, products);
  return rowTaskCount(rows);
}

/**
 * A block of rows of Y = AV, where A is symmetric, given by its lower triangle, of order `rows`, and V and Y are panels;
 * and the block's part of VᵀY. Reads what is left of the block's diagonal in its rows, and what is below in its columns.
 */
export function symmetricTask(index: i32): void {
  const ldBytes = parameter(1);
  const rows = <i32>parameter(2);
  const cols = <i32>parameter(3);
  const v = parameter(4);
  const y = parameter(5);
  const stripBytes = <usize>rows * 32;
  const panelBytes = <usize>(cols >> 2) * stripBytes;
  const i0 = index * TASK_ROWS;
  const height = min<i32>(TASK_ROWS, rows - i0);
  const top = <usize>i0 * 32;
  const row = parameter(0) + <usize>i0 * ldBytes;
  for (let s: usize = 0; s < panelBytes; s += stripBytes) memory.fill(y + s + top, 0, <usize>height * 32);

  for (let j0 = 0; j0 < i0; j0 += BLOCK) {
    const width = min<i32>(BLOCK, i0 - j0);
    const left = <usize>j0 * 32;
    for (let i = 0; i < height; i += 4) {
      const tile = row + <usize>i * ldBytes + <usize>j0 * 8;
      for (let s: usize = 0; s < panelBytes; s += stripBytes) {
        addRowTile(tile, ldBytes, v + s + left, 32, width, y + s + top + <usize>i * 32, 32);
      }
    }
  }
  const corner = row + <usize>i0 * 8;
  mirror(corner, ldBytes, height);
  for (let k0 = i0; k0 < rows; k0 += BLOCK) {
    const depth = min<i32>(BLOCK, rows - k0);
    const block = corner + <usize>(k0 - i0) * ldBytes;
    // From the rows of its diagonal block on, the task has all rows of its columns.
    for (let j = 0; j < height; j += 4) {
      for (let s: usize = 0; s < panelBytes; s += stripBytes) {
        addTile(block + <usize>j * 8, ldBytes, v + s + <usize>k0 * 32, 32, depth, y + s + top + <usize>j * 32, 32);
      }
    }
  }

  const rowBytes = <usize>cols * 8;
  const product = parameter(6) + <usize>index * <usize>cols * rowBytes;
  memory.fill(product, 0, <usize>cols * rowBytes);
  for (let i = 0; i < cols >> 2; i++) {
    const left = v + <usize>i * stripBytes + top;
    for (let j = 0; j < cols >> 2; j++) {
      const target = product + <usize>(i * 4) * rowBytes + <usize>j * 32;
      addTile(left, 32, y + <usize>j * stripBytes + top, 32, height, target, rowBytes);
    }
  }
}

/** How many tasks there are of `weightsTask`. `packed` has room for 3 panels. */
export function setWeightsTasks(
  rows: i32,
  cols: i32,
  v: usize,
  y: usize,
  w: usize,
  t: usize,
  middle: usize,
  packed: usize,
): i32 {
  setParameter(0, rows);
  setParameter(1, cols);
  setParameter(2, v);
  setParameter(3, y);
  setParameter(4, w);
  setParameter(5, t);
  setParameter(6, middle);
  setParameter(7, packed);
  return rowTaskCount(rows);
}

/**
 * A block of rows of W = YT + VM, M being `middle`; and of what the update A −= V Wᵀ + W Vᵀ multiplies: four rows of −V,
 * of W and of −V again, of which the first two are one factor and the last two the other.
 */
export function weightsTask(index: i32): void {
  const rows = <i32>parameter(0);
  const cols = <i32>parameter(1);
  const v = parameter(2);
  const w = parameter(4);
  const stripBytes = <usize>rows * 32;
  const i0 = index * TASK_ROWS;
  const height = min<i32>(TASK_ROWS, rows - i0);
  const top = <usize>i0 * 32;
  for (let j = 0; j < cols >> 2; j++) {
    memory.fill(w + <usize>j * stripBytes + top, 0, <usize>height * 32);
  }
  addProduct(parameter(3) + top, stripBytes, parameter(5), height, cols, w + top, stripBytes);
  addProduct(v + top, stripBytes, parameter(6), height, cols, w + top, stripBytes);

  const third = <usize>cols * 32;
  const groupBytes = third * 3;
  const target = parameter(7) + <usize>(i0 >> 2) * groupBytes;
  transposeStrips(v + top, stripBytes, height, cols, -1, target, groupBytes);
  transposeStrips(w + top, stripBytes, height, cols, 1, target + third, groupBytes);
  transposeStrips(v + top, stripBytes, height, cols, -1, target + 2 * third, groupBytes);
}

/** How many tasks there are of `updateTask`, for the columns from 4·`first` to 4·`last`. */
export function setUpdateTasks(a: usize, ldBytes: usize, rows: i32, cols: i32, packed: usize, first: i32, last: i32): i32 {
  setParameter(0, a);
  setParameter(1, ldBytes);
  setParameter(2, rows);
  setParameter(3, cols);
  setParameter(4, packed);
  setParameter(5, first);
  setParameter(6, last);
  return ((rows >> 2) + UPDATE_STRIPS - 1) / UPDATE_STRIPS;
}

/** 48 rows of A −= V Wᵀ + W Vᵀ in the lower triangle of A, the longest first. */
export function updateTask(index: i32): void {
  const cols = <i32>parameter(3);
  const packed = parameter(4);
  const third = <usize>cols * 32;
  const from = (taskCount() - 1 - index) * UPDATE_STRIPS;
  const to = min<i32>(from + UPDATE_STRIPS, <i32>parameter(2) >> 2);
  const last = min<i32>(to, <i32>parameter(6));
  addTiles(
    packed,
    third * 3,
    packed + third,
    third * 3,
    2 * cols,
    from,
    to,
    <i32>parameter(5),
    last,
    parameter(0),
    parameter(1),
    true,
  );
}
