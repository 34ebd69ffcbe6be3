/**
 * Reduction of a symmetric matrix to a band, by blocks (Bischof, Lang & Sun, A framework for symmetric band reduction,
 * 2000): nearly all its work is products of matrices, where a reduction straight to tridiagonal form must read the whole
 * matrix for each of its columns. `chase.ts` does the rest.
 *
 * Strips are four columns wide, as in `pack.ts`: element (i, j) is at ((j >> 2) · rows + i) · 32 + (j & 3) · 8.
 */
import { isNegligible, reflectedPivot } from './householder';
import { gatherColumn } from './qr';
import { addStripProduct, reflectStrip } from './ritz';
import { addLowerTiles, addRowTile, addTile } from './tiles';

/** Rows and columns of the blocks in which the symmetric matrix is multiplied: 32 KiB of it at a time. */
const BLOCK: i32 = 64;

/** Groups of four rows that are updated together. */
const UPDATE_STRIPS: i32 = 12;

/** Copies `cols` columns of `rows` rows into strips. */
function toPanel(matrix: usize, ldBytes: usize, rows: i32, cols: i32, panel: usize): void {
  for (let s = 0; s < cols >> 2; s++) {
    let p = matrix + <usize>s * 32;
    let q = panel + <usize>s * <usize>rows * 32;
    for (let i = 0; i < rows; i++) {
      v128.store(q, v128.load(p));
      v128.store(q, v128.load(p, 16), 16);
      p += ldBytes;
      q += 32;
    }
  }
}

/** The reverse of `toPanel`. */
function fromPanel(panel: usize, rows: i32, cols: i32, matrix: usize, ldBytes: usize): void {
  for (let s = 0; s < cols >> 2; s++) {
    let p = panel + <usize>s * <usize>rows * 32;
    let q = matrix + <usize>s * 32;
    for (let i = 0; i < rows; i++) {
      v128.store(q, v128.load(p));
      v128.store(q, v128.load(p, 16), 16);
      p += 32;
      q += ldBytes;
    }
  }
}

/**
 * QR decomposition of a panel of `rows` ≥ `cols`: leaves the vectors u of its reflectors in the panel, zeros above
 * them, R (row after row, zeros below its diagonal) in `r`, and the factors τ on the diagonal of `t`. `u` is scratch.
 */
export function factorPanel(panel: usize, rows: i32, cols: i32, r: usize, t: usize, u: usize): void {
  const stripBytes = <usize>rows * 32;
  for (let j = 0; j < cols; j++) {
    const below = panel + <usize>(j >> 2) * stripBytes + <usize>(j + 1) * 32;
    const rest = gatherColumn(below, j & 3, rows - 1 - j, u + 8);
    const pivotAt = below - 32 + (<usize>j & 3) * 8;
    const pivot = load<f64>(pivotAt);
    let beta = pivot;
    let head: f64 = 0;
    let tau: f64 = 0;
    if (!isNegligible(rest)) {
      beta = reflectedPivot(pivot, rest);
      head = pivot - beta;
      tau = 2 / (rest + head * head);
      store<f64>(u, head);
      for (let s = j >> 2; s < cols >> 2; s++) {
        reflectStrip(panel + <usize>s * stripBytes + <usize>j * 32, u, tau, rows - j, j + 1 - s * 4);
      }
    }
    const rowBytes = <usize>cols * 8;
    for (let i = 0; i < cols; i++) {
      const at = panel + <usize>(j >> 2) * stripBytes + <usize>i * 32 + (<usize>j & 3) * 8;
      const value = i < j ? load<f64>(at) : i == j ? beta : 0;
      store<f64>(r + <usize>i * rowBytes + <usize>j * 8, value);
      if (i < j) store<f64>(at, 0);
    }
    store<f64>(pivotAt, head);
    store<f64>(t + <usize>j * (rowBytes + 8), tau);
    // Nothing to reflect: then the vector is zero, and not what little stands below.
    if (tau == 0) for (let i = 0; i < rows - 1 - j; i++) store<f64>(below + <usize>i * 32 + (<usize>j & 3) * 8, 0);
  }
}

/** AᵀB for two panels, into `c`, row after row. */
function multiplyPanels(a: usize, b: usize, rows: i32, cols: i32, c: usize): void {
  const stripBytes = <usize>rows * 32;
  const rowBytes = <usize>cols * 8;
  memory.fill(c, 0, <usize>cols * rowBytes);
  for (let i = 0; i < cols >> 2; i++) {
    for (let j = 0; j < cols >> 2; j++) {
      const target = c + <usize>(i * 4) * rowBytes + <usize>j * 32;
      addTile(a + <usize>i * stripBytes, 32, b + <usize>j * stripBytes, 32, rows, target, rowBytes);
    }
  }
}

/**
 * Completes `t`, of which the diagonal is given, so that the product of the reflectors is I − V T Vᵀ (Schreiber & Van
 * Loan, 1989). `products` is VᵀV.
 */
function formFactor(t: usize, products: usize, cols: i32): void {
  const rowBytes = <usize>cols * 8;
  for (let j = 0; j < cols; j++) {
    const tau = load<f64>(t + <usize>j * (rowBytes + 8));
    for (let i = 0; i < j; i++) {
      let sum: f64 = 0;
      for (let k = i; k < j; k++) {
        sum += load<f64>(t + <usize>i * rowBytes + <usize>k * 8) * load<f64>(products + <usize>k * rowBytes + <usize>j * 8);
      }
      store<f64>(t + <usize>i * rowBytes + <usize>j * 8, -tau * sum);
    }
    for (let i = j + 1; i < cols; i++) store<f64>(t + <usize>i * rowBytes + <usize>j * 8, 0);
  }
}

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

/** Y = AV, where A is symmetric, given by its lower triangle, of order `rows`, and V and Y are panels. */
export function multiplySymmetric(a: usize, ldBytes: usize, rows: i32, cols: i32, v: usize, y: usize): void {
  const stripBytes = <usize>rows * 32;
  memory.fill(y, 0, <usize>(cols >> 2) * stripBytes);
  for (let i0 = 0; i0 < rows; i0 += BLOCK) {
    const height = min<i32>(BLOCK, rows - i0);
    const top = <usize>i0 * 32;
    for (let j0 = 0; j0 < i0; j0 += BLOCK) {
      const left = <usize>j0 * 32;
      const block = a + <usize>i0 * ldBytes + <usize>j0 * 8;
      for (let i = 0; i < height; i += 4) {
        for (let s: usize = 0; s < <usize>(cols >> 2) * stripBytes; s += stripBytes) {
          addRowTile(block + <usize>i * ldBytes, ldBytes, v + s + left, 32, BLOCK, y + s + top + <usize>i * 32, 32);
        }
      }
      for (let j = 0; j < BLOCK; j += 4) {
        for (let s: usize = 0; s < <usize>(cols >> 2) * stripBytes; s += stripBytes) {
          addTile(block + <usize>j * 8, ldBytes, v + s + top, 32, height, y + s + left + <usize>j * 32, 32);
        }
      }
    }
    const corner = a + <usize>i0 * (ldBytes + 8);
    mirror(corner, ldBytes, height);
    for (let j = 0; j < height; j += 4) {
      for (let s: usize = 0; s < <usize>(cols >> 2) * stripBytes; s += stripBytes) {
        addTile(corner + <usize>j * 8, ldBytes, v + s + top, 32, height, y + s + top + <usize>j * 32, 32);
      }
    }
  }
}

/** Writes strips transposed, times `sign`: four rows of the panel become `cols` rows of four, `groupBytes` from the next. */
function transposeStrips(panel: usize, rows: i32, cols: i32, sign: f64, target: usize, groupBytes: usize): void {
  const signs = f64x2.splat(sign);
  for (let s = 0; s < cols >> 2; s++) {
    let p = panel + <usize>s * <usize>rows * 32;
    let q = target + <usize>s * 128;
    for (let g = 0; g < rows >> 2; g++) {
      for (let half: usize = 0; half < 32; half += 16) {
        const x0 = f64x2.mul(signs, v128.load(p + half));
        const x1 = f64x2.mul(signs, v128.load(p + half, 32));
        const x2 = f64x2.mul(signs, v128.load(p + half, 64));
        const x3 = f64x2.mul(signs, v128.load(p + half, 96));
        const r = q + half * 4;
        v128.store(r, v128.shuffle<f64>(x0, x1, 0, 2));
        v128.store(r, v128.shuffle<f64>(x2, x3, 0, 2), 16);
        v128.store(r, v128.shuffle<f64>(x0, x1, 1, 3), 32);
        v128.store(r, v128.shuffle<f64>(x2, x3, 1, 3), 48);
      }
      p += 128;
      q += groupBytes;
    }
  }
}

/** A −= V Wᵀ + W Vᵀ in the lower triangle of A. `packed` is scratch of 3 panels. */
export function subtractRank2(a: usize, ldBytes: usize, rows: i32, cols: i32, v: usize, w: usize, packed: usize): void {
  // Four rows of −V, W and −V again: the first two are one factor, the last two the other.
  const third = <usize>cols * 32;
  const groupBytes: usize = third * 3;
  transposeStrips(v, rows, cols, -1, packed, groupBytes);
  transposeStrips(w, rows, cols, 1, packed + third, groupBytes);
  transposeStrips(v, rows, cols, -1, packed + 2 * third, groupBytes);
  for (let i = 0; i < rows >> 2; i += UPDATE_STRIPS) {
    const end = min<i32>(i + UPDATE_STRIPS, rows >> 2);
    addLowerTiles(packed, groupBytes, packed + third, groupBytes, 2 * cols, i, end, a, ldBytes);
  }
}

/**
 * Reduces the symmetric matrix of order `n`, a multiple of `width`, given by its lower triangle, to one with the same
 * eigenvalues that is zero more than `width` (a multiple of 16) places from the diagonal, at `band`: row i begins at
 * i · bandBytes, and element (i, j), j ≤ i, is at (j − i + 2 · width) · 8 in it. There are 2 · width more rows, of zeros.
 * Below the band, the matrix keeps the vectors of the reflectors, and `factors` the matrices T that belong to them, so
 * that block k is I − V T Vᵀ. `scratch` holds 6 · n · width + 2 · width² + n values.
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
  const small = packed + 3 * panelBytes;
  const small2 = small + squareBytes;
  const u = small2 + squareBytes;
  memory.fill(band, 0, <usize>(n + 2 * width) * bandBytes);
  for (let k = 0; k < n; k += width) {
    const corner = matrix + <usize>k * (ldBytes + 8);
    for (let i = 0; i < width; i++) {
      const target = band + <usize>(k + i) * bandBytes + <usize>(2 * width - i) * 8;
      memory.copy(target, corner + <usize>i * ldBytes, <usize>(i + 1) * 8);
    }
    const rows = n - k - width;
    if (rows == 0) break;
    const below = corner + <usize>width * ldBytes;
    const t = factors + <usize>(k / width) * squareBytes;

    toPanel(below, ldBytes, rows, width, v);
    factorPanel(v, rows, width, small, t, u);
    for (let i = 0; i < width; i++) {
      const target = band + <usize>(k + width + i) * bandBytes + <usize>(width - i) * 8;
      memory.copy(target + <usize>i * 8, small + <usize>i * <usize>(width + 1) * 8, <usize>(width - i) * 8);
    }
    fromPanel(v, rows, width, below, ldBytes);
    multiplyPanels(v, v, rows, width, small);
    formFactor(t, small, width);

    // W = AVT − ½ V Tᵀ(VᵀAV)T
    const rest = below + <usize>width * 8;
    multiplySymmetric(rest, ldBytes, rows, width, v, y);
    multiplyPanels(v, y, rows, width, small);
    sandwich(small, t, width, small2);
    multiplyRight(y, t, rows, width, w, false);
    multiplyRight(v, small, rows, width, w, true);
    subtractRank2(rest, ldBytes, rows, width, v, w, packed);
  }
}

/** Panel times square, into, or added to, the panel `target`. */
function multiplyRight(panel: usize, square: usize, rows: i32, cols: i32, target: usize, adds: bool): void {
  const stripBytes = <usize>rows * 32;
  const rowBytes = <usize>cols * 8;
  if (!adds) memory.fill(target, 0, <usize>(cols >> 2) * stripBytes);
  for (let j = 0; j < cols >> 2; j++) {
    for (let s = 0; s < cols >> 2; s++) {
      const block = square + <usize>(s * 4) * rowBytes + <usize>j * 32;
      addStripProduct(panel + <usize>s * stripBytes, rows, block, rowBytes, target + <usize>j * stripBytes);
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
