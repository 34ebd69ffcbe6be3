/** What takes strips of vectors of the tridiagonal matrix back to the matrix that was reduced to it. */
import { applyReflectors, reflectStrip } from './ritz';
import { parameter, setParameter } from './team';
import { addRowTile, addTile } from './tiles';

/**
 * Each task takes back one of the strips at `vectors`, which have `stripRows` rows. With `width` 0 the matrix has been
 * reduced by `tridiagonalise`, to which `factors` belongs, else by `reduceToBand` and `chaseBand`. `paddedN` is n rounded
 * up to `width`. `scratch` holds 8 · width values for each strip.
 */
export function setRestoreTasks(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  paddedN: i32,
  width: i32,
  factors: usize,
  vectors: usize,
  stripRows: i32,
  scratch: usize,
): void {
  setParameter(0, matrix);
  setParameter(1, ldBytes);
  setParameter(2, n);
  setParameter(3, paddedN);
  setParameter(4, width);
  setParameter(5, factors);
  setParameter(6, vectors);
  setParameter(7, stripRows);
  setParameter(8, scratch);
}

export function restoreTask(index: i32): void {
  const matrix = parameter(0);
  const ldBytes = parameter(1);
  const n = <i32>parameter(2);
  const width = <i32>parameter(4);
  const factors = parameter(5);
  const strip = parameter(6) + <usize>index * parameter(7) * 32;
  if (width == 0) return applyReflectors(matrix, ldBytes, n, factors, strip);
  applySweeps(matrix, ldBytes, n, width, strip);
  const scratch = parameter(8) + <usize>index * <usize>width * 64;
  applyPanels(matrix, ldBytes, <i32>parameter(3), width, factors, strip, scratch);
}

/**
 * Applies the reflectors of `chaseBand` to a strip of vectors of the tridiagonal matrix, which makes them vectors of the
 * band. The strip has n + width − 1 rows.
 */
export function applySweeps(matrix: usize, ldBytes: usize, n: i32, width: i32, strip: usize): void {
  for (let s = n - 3; s >= 0; s--) {
    const row = matrix + <usize>s * ldBytes;
    for (let r = s + 1; r < n; r += width) {
      const u = row + <usize>r * 8;
      if (load<f64>(u) != 0) reflectStrip(strip + <usize>r * 32, u, 1, width, 0);
    }
  }
}

/**
 * Applies the reflectors of `reduceToBand` to a strip of vectors of the band matrix, which makes them vectors of the
 * matrix. The strip has n rows. `scratch` holds 8 · width values.
 */
export function applyPanels(
  matrix: usize,
  ldBytes: usize,
  n: i32,
  width: i32,
  factors: usize,
  strip: usize,
  scratch: usize,
): void {
  const rowBytes = <usize>width * 8;
  const products = scratch;
  const weights = scratch + <usize>width * 32;
  for (let k = n - 2 * width; k >= 0; k -= width) {
    const v = matrix + <usize>(k + width) * ldBytes + <usize>k * 8;
    const x = strip + <usize>(k + width) * 32;
    const rows = n - k - width;
    const t = factors + <usize>(k / width) * <usize>width * rowBytes;
    memory.fill(products, 0, <usize>width * 64);
    for (let j = 0; j < width; j += 4) addTile(v + <usize>j * 8, ldBytes, x, 32, rows, products + <usize>j * 32, 32);
    for (let i = 0; i < width; i += 4) {
      addRowTile(t + <usize>i * rowBytes, rowBytes, products, 32, width, weights + <usize>i * 32, 32);
    }
    const minus = f64x2.splat(-1);
    for (let p: usize = 0; p < <usize>width * 32; p += 16) {
      v128.store(weights + p, f64x2.mul(minus, v128.load(weights + p)));
    }
    for (let i = 0; i < rows; i += 4) {
      addRowTile(v + <usize>i * ldBytes, ldBytes, weights, 32, width, x + <usize>i * 32, 32);
    }
  }
}
