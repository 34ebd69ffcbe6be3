/**
 * Panels: blocks of columns in strips of four, as in `pack.ts`, element (i, j) at ((j >> 2) · rows + i) · 32 + (j & 3) · 8,
 * and their QR decomposition in the form I − V T Vᵀ.
 */
import { isNegligible, reflectedPivot } from './householder';
import { gatherColumn } from './qr';
import { addStripProduct, reflectStrip } from './ritz';
import { addTile } from './tiles';

/** Copies `cols` columns of `rows` rows into strips. */
export function toPanel(matrix: usize, ldBytes: usize, rows: i32, cols: i32, panel: usize): void {
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
export function fromPanel(panel: usize, rows: i32, cols: i32, matrix: usize, ldBytes: usize): void {
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
export function multiplyPanels(a: usize, b: usize, rows: i32, cols: i32, c: usize): void {
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
export function formFactor(t: usize, products: usize, cols: i32): void {
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

/**
 * Writes `rows` rows of strips transposed, times `sign`: four of them become `cols` rows of four, `groupBytes` from the
 * next.
 */
export function transposeStrips(panel: usize, stripBytes: usize, rows: i32, cols: i32, sign: f64, target: usize, groupBytes: usize): void {
  const signs = f64x2.splat(sign);
  for (let s = 0; s < cols >> 2; s++) {
    let p = panel + <usize>s * stripBytes;
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

/** Adds `rows` rows of a panel times a square to those of another; their strips are `…Bytes` long. */
export function addProduct(
  panel: usize,
  panelBytes: usize,
  square: usize,
  rows: i32,
  cols: i32,
  target: usize,
  targetBytes: usize,
): void {
  const rowBytes = <usize>cols * 8;
  for (let j = 0; j < cols >> 2; j++) {
    for (let s = 0; s < cols >> 2; s++) {
      const block = square + <usize>(s * 4) * rowBytes + <usize>j * 32;
      addStripProduct(panel + <usize>s * panelBytes, rows, block, rowBytes, target + <usize>j * targetBytes);
    }
  }
}
