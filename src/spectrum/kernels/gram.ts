import { addLowerTiles } from './tiles';

/** Strips that stay in the second-level cache while all others pass by: 12 × 4 columns × 256 rows × 8 bytes = 96 KiB. */
const BLOCK_STRIPS: i32 = 12;

/**
 * Adds XᵀX to the lower triangle of `gram` (row-major, rows `ldBytes` apart), where X is a packed chunk of `depth` rows
 * and `strips` strips. A few elements above the diagonal change too.
 */
export function addGram(packed: usize, depth: i32, strips: i32, gram: usize, ldBytes: usize): void {
  const stripBytes = <usize>depth * 32;
  for (let block = 0; block < strips; block += BLOCK_STRIPS) {
    const end = min<i32>(block + BLOCK_STRIPS, strips);
    addLowerTiles(packed, stripBytes, packed, stripBytes, depth, block, end, gram, ldBytes);
  }
}
