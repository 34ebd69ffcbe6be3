import { parameter, setParameter, taskCount } from './team';
import { addTiles } from './tiles';

/**
 * Strips that stay in the second-level cache while all others pass by: 36 × 4 columns × 256 rows × 8 bytes = 288 KiB. The
 * fewer there are, the more tasks, of which small matrices would have too few.
 */
// @ts-ignore: decorator
@inline
function blockStrips(strips: i32): i32 {
  return strips >= 384 ? 36 : strips >= 192 ? 24 : 12;
}

/**
 * How many tasks there are of `gramTask`.
 *
 * @param clearedRows rows of `gram` that are set to zero before; 0 for the second chunk and those after it.
 */
export function setGramTasks(
  packed: usize,
  depth: i32,
  strips: i32,
  gram: usize,
  ldBytes: usize,
  clearedRows: i32,
): i32 {
  setParameter(0, packed);
  setParameter(1, depth);
  setParameter(2, strips);
  setParameter(3, gram);
  setParameter(4, ldBytes);
  setParameter(5, clearedRows);
  const block = blockStrips(strips);
  return (strips + block - 1) / block;
}

/**
 * Adds XᵀX to a block of rows of the lower triangle of `gram` (row-major, rows `ldBytes` apart), the longest first, where X is a
 * packed chunk of `depth` rows and `strips` strips. A few elements above the diagonal change too.
 */
export function gramTask(index: i32): void {
  const packed = parameter(0);
  const depth = <i32>parameter(1);
  const strips = <i32>parameter(2);
  const stripBytes = <usize>depth * 32;
  const block = blockStrips(strips);
  const from = (taskCount() - 1 - index) * block;
  const to = min<i32>(from + block, strips);
  const gram = parameter(3);
  const ldBytes = parameter(4);
  const clearedRows = <i32>parameter(5);
  if (clearedRows > 0) {
    // The last task has what lies below the strips as well.
    const end = to == strips ? clearedRows : to * 4;
    memory.fill(gram + <usize>(from * 4) * ldBytes, 0, <usize>(end - from * 4) * ldBytes);
  }
  addTiles(packed, stripBytes, packed, stripBytes, depth, from, to, 0, to, gram, ldBytes, true);
}
