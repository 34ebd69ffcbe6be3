import { parameter, setParameter, taskCount } from './team';
import { addLowerTiles } from './tiles';

/** Strips that stay in the second-level cache while all others pass by: 12 × 4 columns × 256 rows × 8 bytes = 96 KiB. */
const BLOCK_STRIPS: i32 = 12;

/** How many tasks there are of `gramTask`. */
export function setGramTasks(packed: usize, depth: i32, strips: i32, gram: usize, ldBytes: usize): i32 {
  setParameter(0, packed);
  setParameter(1, depth);
  setParameter(2, strips);
  setParameter(3, gram);
  setParameter(4, ldBytes);
  return (strips + BLOCK_STRIPS - 1) / BLOCK_STRIPS;
}

/**
 * Adds XᵀX to 48 rows of the lower triangle of `gram` (row-major, rows `ldBytes` apart), the longest first, where X is a
 * packed chunk of `depth` rows and `strips` strips. A few elements above the diagonal change too.
 */
export function gramTask(index: i32): void {
  const packed = parameter(0);
  const depth = <i32>parameter(1);
  const strips = <i32>parameter(2);
  const stripBytes = <usize>depth * 32;
  const from = (taskCount() - 1 - index) * BLOCK_STRIPS;
  const to = min<i32>(from + BLOCK_STRIPS, strips);
  addLowerTiles(packed, stripBytes, packed, stripBytes, depth, from, to, 0, to, parameter(3), parameter(4));
}
