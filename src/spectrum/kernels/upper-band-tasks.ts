/** The parts of `reduceToUpperBand` that threads share, in blocks of rows or of columns. */
import { addProduct, transposeStrips } from './panel';
import { parameter, setParameter } from './team';
import { addRowTile, addTile, addTiles } from './tiles';

/** Columns, or rows, that a task multiplies. */
const TASK_SIZE: i32 = 32;

/** The other side of the blocks in which the matrix is multiplied: 16 KiB of it at a time. */
const BLOCK: i32 = 64;

/** Groups of four rows that a task updates. */
const UPDATE_STRIPS: i32 = 12;

function blockCount(size: i32): i32 {
  return (size + TASK_SIZE - 1) / TASK_SIZE;
}

/** How many tasks there are of `columnsTask`. All panels are `width` wide; `z` and `p` have as many rows as A columns. */
export function setColumnsTasks(
  a: usize,
  ldBytes: usize,
  rows: i32,
  cols: i32,
  width: i32,
  v: usize,
  t: usize,
  x: usize,
  z: usize,
  p: usize,
): i32 {
  setParameter(0, a);
  setParameter(1, ldBytes);
  setParameter(2, rows);
  setParameter(3, cols);
  setParameter(4, width);
  setParameter(5, v);
  setParameter(6, t);
  setParameter(7, x);
  setParameter(8, z);
  setParameter(9, p);
  return blockCount(cols);
}

/**
 * For a block of columns of A, with reflections I − V T Vᵀ from the left: Z = AᵀVT, and the first `width` rows of what
 * the reflections make of A, transposed, in the panel P.
 */
export function columnsTask(index: i32): void {
  const ldBytes = parameter(1);
  const rows = <i32>parameter(2);
  const width = <i32>parameter(4);
  const v = parameter(5);
  const vBytes = <usize>rows * 32;
  const stripBytes = parameter(3) * 32;
  const j0 = index * TASK_SIZE;
  const count = min<i32>(TASK_SIZE, <i32>parameter(3) - j0);
  const top = <usize>j0 * 32;
  const column = parameter(0) + <usize>j0 * 8;
  const x = parameter(7) + top;
  const z = parameter(8) + top;
  const p = parameter(9) + top;
  for (let s = 0; s < width >> 2; s++) {
    memory.fill(x + <usize>s * stripBytes, 0, <usize>count * 32);
    memory.fill(z + <usize>s * stripBytes, 0, <usize>count * 32);
  }
  for (let k0 = 0; k0 < rows; k0 += BLOCK) {
    const depth = min<i32>(BLOCK, rows - k0);
    const block = column + <usize>k0 * ldBytes;
    for (let j = 0; j < count; j += 4) {
      for (let s = 0; s < width >> 2; s++) {
        const right = v + <usize>s * vBytes + <usize>k0 * 32;
        addTile(block + <usize>j * 8, ldBytes, right, 32, depth, x + <usize>s * stripBytes + <usize>j * 32, 32);
      }
    }
  }
  addProduct(x, stripBytes, parameter(6), count, width, z, stripBytes);
  for (let s = 0; s < width >> 2; s++) {
    for (let i = 0; i < 4; i++) {
      const row = column + <usize>(s * 4 + i) * ldBytes;
      let target = p + <usize>s * stripBytes + <usize>i * 8;
      for (let j: usize = 0; j < <usize>count * 8; j += 8) {
        store<f64>(target, load<f64>(row + j));
        target += 32;
      }
    }
  }
  // P −= Z·(first rows of V)ᵀ
  for (let j = 0; j < count; j++) {
    for (let i = 0; i < width; i++) {
      let sum: f64 = 0;
      for (let k = 0; k < width; k++) {
        const zk = load<f64>(z + <usize>(k >> 2) * stripBytes + <usize>j * 32 + (<usize>k & 3) * 8);
        sum += zk * load<f64>(v + <usize>(k >> 2) * vBytes + <usize>i * 32 + (<usize>k & 3) * 8);
      }
      const at = p + <usize>(i >> 2) * stripBytes + <usize>j * 32 + (<usize>i & 3) * 8;
      store<f64>(at, load<f64>(at) - sum);
    }
  }
}

/**
 * How many tasks there are of `rowsTask`. A is without the rows that P has; V, and W, begin with them all the same. The
 * left factor has room for 2 · width values for each row, the right one for each column.
 */
export function setRowsTasks(
  a: usize,
  ldBytes: usize,
  rows: i32,
  cols: i32,
  width: i32,
  v: usize,
  z: usize,
  v2: usize,
  middle: usize,
  t2: usize,
  w: usize,
  left: usize,
  right: usize,
): i32 {
  setParameter(0, a);
  setParameter(1, ldBytes);
  setParameter(2, rows);
  setParameter(3, cols);
  setParameter(4, width);
  setParameter(5, v);
  setParameter(6, z);
  setParameter(7, v2);
  setParameter(8, middle);
  setParameter(9, t2);
  setParameter(10, w);
  setParameter(11, left);
  setParameter(12, right);
  return blockCount(rows) + blockCount(cols);
}

/**
 * A block of rows of W = (AV₂ − V·M)T₂, M being `middle`, and of the factor of the update that is −[V W]; or a block of
 * columns of the other factor, [Z V₂]ᵀ.
 */
export function rowsTask(index: i32): void {
  const rows = <i32>parameter(2);
  const cols = <i32>parameter(3);
  const width = <i32>parameter(4);
  const half = <usize>width * 32;
  const columnBytes = <usize>cols * 32;
  if (index >= blockCount(rows)) {
    const j0 = (index - blockCount(rows)) * TASK_SIZE;
    const count = min<i32>(TASK_SIZE, cols - j0);
    const target = parameter(12) + <usize>(j0 >> 2) * half * 2;
    transposeStrips(parameter(6) + <usize>j0 * 32, columnBytes, count, width, 1, target, half * 2);
    transposeStrips(parameter(7) + <usize>j0 * 32, columnBytes, count, width, 1, target + half, half * 2);
    return;
  }
  const ldBytes = parameter(1);
  const stripBytes = <usize>(rows + width) * 32;
  const i0 = index * TASK_SIZE;
  const height = min<i32>(TASK_SIZE, rows - i0);
  const top = <usize>(i0 + width) * 32;
  const v = parameter(5) + top;
  // AV₂ − VM takes a second panel behind W's.
  const w = parameter(10) + top;
  const product = w + <usize>(width >> 2) * stripBytes;
  for (let s: usize = 0; s < <usize>(width >> 2) * stripBytes; s += stripBytes) {
    memory.fill(product + s, 0, <usize>height * 32);
    memory.fill(w + s, 0, <usize>height * 32);
  }
  for (let j0 = 0; j0 < cols; j0 += BLOCK) {
    const depth = min<i32>(BLOCK, cols - j0);
    for (let i = 0; i < height; i += 4) {
      const tile = parameter(0) + <usize>(i0 + i) * ldBytes + <usize>j0 * 8;
      for (let s = 0; s < width >> 2; s++) {
        const right = parameter(7) + <usize>s * columnBytes + <usize>j0 * 32;
        addRowTile(tile, ldBytes, right, 32, depth, product + <usize>s * stripBytes + <usize>i * 32, 32);
      }
    }
  }
  // `middle` is −M.
  addProduct(v, stripBytes, parameter(8), height, width, product, stripBytes);
  addProduct(product, stripBytes, parameter(9), height, width, w, stripBytes);
  const target = parameter(11) + <usize>(i0 >> 2) * half * 2;
  transposeStrips(v, stripBytes, height, width, -1, target, half * 2);
  transposeStrips(w, stripBytes, height, width, -1, target + half, half * 2);
}

/** How many tasks there are of `rectangleTask`, for the columns from 4·`first` to 4·`last`. */
export function setRectangleTasks(
  a: usize,
  ldBytes: usize,
  rows: i32,
  width: i32,
  left: usize,
  right: usize,
  first: i32,
  last: i32,
): i32 {
  setParameter(0, a);
  setParameter(1, ldBytes);
  setParameter(2, rows);
  setParameter(3, width);
  setParameter(4, left);
  setParameter(5, right);
  setParameter(6, first);
  setParameter(7, last);
  return ((rows >> 2) + UPDATE_STRIPS - 1) / UPDATE_STRIPS;
}

/** 48 rows of A −= [V W]·[Z V₂]ᵀ. */
export function rectangleTask(index: i32): void {
  const groupBytes = parameter(3) * 64;
  const from = index * UPDATE_STRIPS;
  const to = min<i32>(from + UPDATE_STRIPS, <i32>parameter(2) >> 2);
  addTiles(
    parameter(4),
    groupBytes,
    parameter(5),
    groupBytes,
    2 * <i32>parameter(3),
    from,
    to,
    <i32>parameter(6),
    <i32>parameter(7),
    parameter(0),
    parameter(1),
    false,
  );
}
