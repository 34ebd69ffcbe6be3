import { addTile } from './tiles';

/** Strips that stay in the second-level cache while all others pass by: 12 × 4 columns × 256 rows × 8 bytes = 96 KiB. */
const BLOCK_STRIPS: i32 = 12;

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
        addTile(packed + <usize>i * stripBytes, 32, b, 32, depth, c, ldBytes);
      }
    }
  }
}
