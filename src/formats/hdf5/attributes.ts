import { elementCount } from '../shape.ts';
import { readDataspace } from './dataspace.ts';
import { type Datatype, readDatatype } from './datatype.ts';
import type { GlobalHeap } from './global-heap.ts';
import { type Hdf5Bytes, type Hdf5Cursor, UNDEFINED_ADDRESS } from './hdf5-bytes.ts';
import { MESSAGE, type ObjectHeader } from './object-header.ts';

/** A value that is text, or a list of texts, by the attribute's name. Attributes of other types are left out. */
export type TextAttributes = ReadonlyMap<string, readonly string[]>;

const SHARED_DATATYPE = 0x01;
const SHARED_DATASPACE = 0x02;

/**
 * The attributes of an object that are text.
 *
 * Source: HDF5 File Format Specification 3.0, IV.A.2.m, "Attribute Message".
 *
 * @throws FormatError `BAD_HDF5`, `TRUNCATED`, or `UNSUPPORTED_HDF5` where they lie in a heap of their own.
 */
export async function readTextAttributes(
  file: Hdf5Bytes,
  header: ObjectHeader,
  heap: GlobalHeap,
): Promise<TextAttributes> {
  const attributes = new Map<string, readonly string[]>();
  for (const { type, isShared, content } of header.messages) {
    if (type === MESSAGE.attributeInfo) refuseDense(file, header, content());
    if (type !== MESSAGE.attribute || isShared) continue;
    const attribute = await readAttribute(content(), heap);
    if (attribute !== undefined) attributes.set(attribute.name, attribute.texts);
  }
  return attributes;
}

function refuseDense(file: Hdf5Bytes, header: ObjectHeader, cursor: Hdf5Cursor): void {
  cursor.skip(1);
  if ((cursor.uint(1) & 1) !== 0) cursor.skip(2);
  if (cursor.address() === UNDEFINED_ADDRESS) return;
  const problem = `the object at byte ${header.startByte} keeps its attributes in a heap of their own, which is not read here`;
  throw file.unsupported(problem, header.startByte);
}

async function readAttribute(
  cursor: Hdf5Cursor,
  heap: GlobalHeap,
): Promise<{ readonly name: string; readonly texts: readonly string[] } | undefined> {
  const version = cursor.uint(1);
  if (version < 1 || version > 3) throw cursor.bad(`an attribute has the version ${version}`);
  const flags = cursor.uint(1);
  const [nameBytes, typeBytes, spaceBytes] = [cursor.uint(2), cursor.uint(2), cursor.uint(2)];
  if (version === 3) cursor.skip(1);
  // Version 1 pads each part to a multiple of eight bytes, and has no flags.
  const take = (bytes: number) =>
    cursor.piece(version === 1 ? 8 * Math.ceil(bytes / 8) : bytes, 'an attribute');
  const name = take(nameBytes).text(nameBytes);
  const type = take(typeBytes);
  const space = take(spaceBytes);
  if (version > 1 && (flags & (SHARED_DATATYPE | SHARED_DATASPACE)) !== 0) return undefined;
  const datatype = readDatatype(type);
  if (datatype.kind !== 'text' && datatype.kind !== 'long text') return undefined;
  const count = elementCount(readDataspace(space));
  if (datatype.bytes === 0 || count * datatype.bytes > cursor.leftBytes) {
    throw cursor.bad(`the attribute ${JSON.stringify(name)} ends before its ${count} texts`);
  }
  const texts: string[] = [];
  while (texts.length < count) texts.push(await readText(cursor, datatype, heap));
  return { name, texts };
}

async function readText(cursor: Hdf5Cursor, datatype: Datatype, heap: GlobalHeap): Promise<string> {
  if (datatype.kind === 'text') return cursor.text(datatype.bytes);
  const bytes = cursor.uint(4);
  const heapByte = cursor.address();
  const index = cursor.uint(4);
  return bytes === 0 ? '' : await heap.text(heapByte, index, bytes);
}
