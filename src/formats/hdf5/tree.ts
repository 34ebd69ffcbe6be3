import { MAX_HDF5_TREE_DEPTH } from '../../limits.ts';
import type { Hdf5Bytes, Hdf5Cursor } from './hdf5-bytes.ts';

export interface TreeKind {
  /** For messages, such as `group tree`. */
  readonly what: string;
  /** For messages: what its leaves hold. */
  readonly contents: string;
  readonly type: 0 | 1;
  readonly keyBytes: number;
}

/**
 * The entries of all leaves of a tree, in order: a key, and where what it stands for lies.
 *
 * Source: HDF5 File Format Specification 3.0, III.A.1, "Version 1 B-trees".
 *
 * @throws FormatError `BAD_HDF5` or `TRUNCATED`.
 */
export async function* treeEntries(
  file: Hdf5Bytes,
  rootByte: number,
  kind: TreeKind,
): AsyncGenerator<{ readonly key: Hdf5Cursor; readonly childByte: number; readonly nodeByte: number }> {
  const { what, contents, type, keyBytes } = kind;
  const { offsetBytes } = file.widths;
  const seen = new Set<number>();
  async function* node(nodeByte: number, depth: number): ReturnType<typeof treeEntries> {
    const bad = (problem: string) => file.bad(`the ${what} at byte ${nodeByte} ${problem}`, nodeByte);
    if (seen.has(nodeByte) || depth > MAX_HDF5_TREE_DEPTH) throw bad('leads back into itself');
    seen.add(nodeByte);
    const head = await file.readSigned('TREE', nodeByte, 8, `a ${what}`);
    if (head.uint(1) !== type) throw bad(`is no tree of ${contents}`);
    const level = head.uint(1);
    const count = head.uint(2);
    const startByte = nodeByte + 8 + 2 * offsetBytes;
    const entries = await file.read(startByte, count * (keyBytes + offsetBytes), `a ${what}`);
    for (let i = 0; i < count; i++) {
      const key = entries.piece(keyBytes, `a ${what}`);
      const childByte = entries.address();
      if (level > 0) yield* node(childByte, depth + 1);
      else yield { key, childByte, nodeByte };
    }
  }
  yield* node(rootByte, 0);
}
