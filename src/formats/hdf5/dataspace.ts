import { MAX_DIMENSIONS } from '../../limits.ts';
import type { Hdf5Cursor } from './hdf5-bytes.ts';

/** Of version 2: there are no elements, not even one. */
const NULL_SPACE = 2;

/**
 * The shape of an array or an attribute; a single element has none.
 *
 * Source: HDF5 File Format Specification 3.0, IV.A.2.b, "Dataspace Message".
 */
export function readDataspace(cursor: Hdf5Cursor): number[] {
  const version = cursor.uint(1);
  const rank = cursor.uint(1);
  cursor.skip(1);
  const type = cursor.uint(1);
  if (version !== 1 && version !== 2) throw cursor.bad(`a shape has the version ${version}`);
  if (rank > MAX_DIMENSIONS) throw cursor.bad(`a shape has ${rank} dimensions`);
  if (version === 1) cursor.skip(4);
  else if (type === NULL_SPACE) return [0];
  return Array.from({ length: rank }, () => cursor.length());
}
