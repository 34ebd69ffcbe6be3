import { MAX_HDF5_DEPTH, MAX_HDF5_OBJECTS, MAX_TENSOR_NAME_LENGTH } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { type Hdf5Array, readArray } from './array.ts';
import { readTextAttributes, type TextAttributes } from './attributes.ts';
import { GlobalHeap } from './global-heap.ts';
import { readLinks } from './links.ts';
import { readObjectHeader } from './object-header.ts';
import { readSuperblock } from './superblock.ts';

export type { Hdf5Array };

/** A group: its attributes that are text, and what it holds, by name and in the file's order. */
export interface Hdf5Group {
  readonly attributes: TextAttributes;
  readonly groups: ReadonlyMap<string, Hdf5Group>;
  readonly arrays: ReadonlyMap<string, Hdf5Array>;
}

/**
 * Reads the structure of an HDF5 file, none of the elements of its arrays. An object that several names lead to is
 * listed under the first of them.
 *
 * The reader is its own because weights are to be read by ranges, and hostile files to be refused with the place of
 * what is wrong; HDF5's own library compiled to WebAssembly needs the whole file at hand and is left unusable by some
 * damaged ones.
 *
 * @throws FormatError `NOT_HDF5`, `BAD_HDF5`, `UNSUPPORTED_HDF5`, `TRUNCATED`, `TOO_DEEP` or `TOO_MANY_OBJECTS`.
 */
export async function readHdf5(source: ByteSource, options?: ReadOptions): Promise<Hdf5Group> {
  const { file, rootByte } = await readSuperblock(source, options);
  const heap = new GlobalHeap(file);
  const seen = new Set<number>();
  const root = await readObject(rootByte, 0);
  if (root === undefined || !('groups' in root)) throw file.bad('its root is no group', rootByte);
  return root;

  async function readObject(objectByte: number, depth: number): Promise<Hdf5Group | Hdf5Array | undefined> {
    if (depth > MAX_HDF5_DEPTH) {
      throw file.refuse('TOO_DEEP', `its groups nest deeper than ${MAX_HDF5_DEPTH} levels`, objectByte);
    }
    if (seen.size === MAX_HDF5_OBJECTS) {
      throw file.refuse('TOO_MANY_OBJECTS', `it has more than ${MAX_HDF5_OBJECTS} objects`, objectByte);
    }
    seen.add(objectByte);
    const header = await readObjectHeader(file, objectByte);
    const links = await readLinks(file, header);
    if (links === undefined) return await readArray(file, header);

    const groups = new Map<string, Hdf5Group>();
    const arrays = new Map<string, Hdf5Array>();
    for (const { name, objectByte: memberByte } of links) {
      if (name.length > MAX_TENSOR_NAME_LENGTH) {
        const problem = `a name in the group at byte ${objectByte} has ${name.length} characters`;
        throw file.bad(problem, objectByte);
      }
      if (seen.has(memberByte)) continue;
      const member = await readObject(memberByte, depth + 1);
      if (member === undefined) continue;
      if ('groups' in member) groups.set(name, member);
      else arrays.set(name, member);
    }
    return { attributes: await readTextAttributes(file, header, heap), groups, arrays };
  }
}
