/**
 * Products of small blocks, with the 4 × 4 numbers of the result in registers. `…Step` is the distance in bytes between
 * what is four numbers wide and follows one another along the sum. Exported, so that they are not inlined.
 */
import { multiplyAdd } from './lanes';

/** Adds AᵀB to the tile at `c`, whose rows are `cStep` apart, for A and B of `depth` rows of four. */
export function addTile(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize): void {
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (let k = depth; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    b += bStep;
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
    a += aStep;
  }
  addTo(c, c00, c01);
  addTo(c + cStep, c10, c11);
  addTo(c + 2 * cStep, c20, c21);
  addTo(c + 3 * cStep, c30, c31);
}

/**
 * Adds AᵀB to the 6 × 4 tile at `c`, whose rows are `cStep` apart, where A is given by three strips' lanes of two: its rows
 * of two begin at `a0`, `a1` and `a2`, and like those of B, of four, are 32 bytes apart. Larger tiles do more arithmetic
 * for each load; larger than this, they do not fit the registers.
 */
export function addTallTile(a0: usize, a1: usize, a2: usize, b: usize, depth: i32, c: usize, cStep: usize): void {
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let c40 = c00;
  let c41 = c00;
  let c50 = c00;
  let c51 = c00;
  for (const end = b + <usize>depth * 32; b < end; b += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a0);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load64_splat(a0, 8);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load64_splat(a1);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load64_splat(a1, 8);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    x = v128.load64_splat(a2);
    c40 = multiplyAdd(x, b0, c40);
    c41 = multiplyAdd(x, b1, c41);
    x = v128.load64_splat(a2, 8);
    c50 = multiplyAdd(x, b0, c50);
    c51 = multiplyAdd(x, b1, c51);
    a0 += 32;
    a1 += 32;
    a2 += 32;
  }
  addTo(c, c00, c01);
  addTo(c + cStep, c10, c11);
  addTo(c + 2 * cStep, c20, c21);
  addTo(c + 3 * cStep, c30, c31);
  addTo(c + 4 * cStep, c40, c41);
  addTo(c + 5 * cStep, c50, c51);
}

/**
 * Adds AᵀB to rows 4·`from` … 4·`to` of C, in its columns 4·`first` … 4·`last`, where strip i of A, at a + i · `aBytes`,
 * belongs to rows 4i … and strip j of B, at b + j · `bBytes`, to columns 4j … . If `isLower`, only to the lower triangle,
 * and some elements above the diagonal.
 */
export function addTiles(
  a: usize,
  aBytes: usize,
  b: usize,
  bBytes: usize,
  depth: i32,
  from: i32,
  to: i32,
  first: i32,
  last: i32,
  c: usize,
  cStep: usize,
  isLower: bool,
): void {
  // Three strips, of twelve columns, make two tall tiles.
  const tallEnd = from + ((to - from) / 3) * 3;
  const tallLast = isLower ? min(tallEnd, last) : last;
  for (let j = first; j < tallLast; j++) {
    const right = b + <usize>j * bBytes;
    const top = isLower ? from + max<i32>((j - from) / 3, 0) * 3 : from;
    for (let i = top; i < tallEnd; i += 3) {
      const a0 = a + <usize>i * aBytes;
      const a1 = a0 + aBytes;
      const a2 = a1 + aBytes;
      const tile = c + <usize>(i * 4) * cStep + <usize>j * 32;
      addTallTile(a0, a0 + 16, a1, right, depth, tile, cStep);
      addTallTile(a1 + 16, a2, a2 + 16, right, depth, tile + 6 * cStep, cStep);
    }
  }
  for (let i = tallEnd; i < to; i++) {
    const left = a + <usize>i * aBytes;
    const end = isLower ? min(i + 1, last) : last;
    for (let j = first; j < end; j++) {
      addTile(left, 32, b + <usize>j * bBytes, 32, depth, c + <usize>(i * 4) * cStep + <usize>j * 32, cStep);
    }
  }
}

/** Adds AB to the tile at `c`, for A of four rows, `aStep` apart and `depth` (even) long, and B of `depth` rows of four. */
export function addRowTile(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize): void {
  let a1 = a + aStep;
  let a2 = a1 + aStep;
  let a3 = a2 + aStep;
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (const end = a + <usize>depth * 8; a < end; a += 16) {
    let b0 = v128.load(b);
    let b1 = v128.load(b, 16);
    b += bStep;
    let x = v128.load64_splat(a);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load64_splat(a1);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load64_splat(a2);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load64_splat(a3);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    b0 = v128.load(b);
    b1 = v128.load(b, 16);
    b += bStep;
    x = v128.load64_splat(a, 8);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load64_splat(a1, 8);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load64_splat(a2, 8);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load64_splat(a3, 8);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    a1 += 16;
    a2 += 16;
    a3 += 16;
  }
  addTo(c, c00, c01);
  addTo(c + cStep, c10, c11);
  addTo(c + 2 * cStep, c20, c21);
  addTo(c + 3 * cStep, c30, c31);
}

// @ts-ignore: decorator
@inline
function addTo(p: usize, x0: v128, x1: v128): void {
  v128.store(p, f64x2.add(v128.load(p), x0));
  v128.store(p, f64x2.add(v128.load(p, 16), x1), 16);
}
