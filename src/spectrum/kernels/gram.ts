import { multiplyAdd } from './lanes';

/** Strips that stay in the second-level cache while all others pass by: 12 × 4 columns × 256 rows × 8 bytes = 96 KiB. */
const BLOCK_STRIPS: i32 = 12;

/** Adds AᵀB of two strips to the 4 × 4 tile at `c`, whose rows are `ldBytes` apart. Exported, so that it is not inlined. */
export function addTile(a: usize, b: usize, depth: i32, c: usize, ldBytes: usize): void {
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (const end = a + <usize>depth * 32; a < end; a += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    b += 32;
    const a0 = v128.load64_splat(a);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load64_splat(a, 8);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load64_splat(a, 16);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load64_splat(a, 24);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
  }
  addTo(c, c00, c01);
  addTo(c + ldBytes, c10, c11);
  addTo(c + 2 * ldBytes, c20, c21);
  addTo(c + 3 * ldBytes, c30, c31);
}

// @ts-ignore: decorator
@inline
function addTo(p: usize, x0: v128, x1: v128): void {
  v128.store(p, f64x2.add(v128.load(p), x0));
  v128.store(p, f64x2.add(v128.load(p, 16), x1), 16);
}

/**
 * Adds XᵀX to the lower triangle of `gram` (row-major, rows `ldBytes` apart), where X is a packed chunk of `depth` rows
 * and `strips` strips. Tiles on the diagonal are written whole, so a few elements above it change too.
 */
export function addGram(packed: usize, depth: i32, strips: i32, gram: usize, ldBytes: usize): void {
  const stripBytes = <usize>depth * 32;
  for (let block = 0; block < strips; block += BLOCK_STRIPS) {
    const blockEnd = min<i32>(block + BLOCK_STRIPS, strips);
    for (let j = 0; j < blockEnd; j++) {
      const b = packed + <usize>j * stripBytes;
      for (let i = max<i32>(block, j); i < blockEnd; i++) {
        const c = gram + <usize>(i * 4) * ldBytes + <usize>j * 32;
        addTile(packed + <usize>i * stripBytes, b, depth, c, ldBytes);
      }
    }
  }
}
