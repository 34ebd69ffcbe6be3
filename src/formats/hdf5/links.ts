import { MAX_HDF5_BLOCK_BYTES, MAX_HDF5_OBJECTS } from '../../limits.ts';
import { type Hdf5Bytes, type Hdf5Cursor, UNDEFINED_ADDRESS } from './hdf5-bytes.ts';
import { MESSAGE, messageOf, type ObjectHeader } from './object-header.ts';
import { treeEntries } from './tree.ts';

/** A name in a group and where the header of what it names lies. */
export interface Link {
  readonly name: string;
  readonly objectByte: number;
}

/** Of an entry of a symbol table: what it names is another name. */
const SOFT_LINK_ENTRY = 2;

/** Of a link message's flags. */
const NAME_LENGTH_SIZE = 0x03;
const HAS_CREATION_ORDER = 0x04;
const HAS_LINK_TYPE = 0x08;
const HAS_CHARACTER_SET = 0x10;
const HARD_LINK = 0;

/**
 * The objects of a group, in the order in which the file lists them. Links to names and to other files are left out:
 * they are never followed.
 *
 * Source: HDF5 File Format Specification 3.0, III.A to III.D and IV.A.2.g, "Link Message".
 *
 * @returns undefined when the object is no group.
 */
export async function readLinks(file: Hdf5Bytes, header: ObjectHeader): Promise<Link[] | undefined> {
  const table = messageOf(header, MESSAGE.symbolTable);
  if (table !== undefined) return await new SymbolTable(file).links(table.content());
  const info = messageOf(header, MESSAGE.linkInfo);
  if (info === undefined) return undefined;
  const cursor = info.content();
  cursor.skip(1);
  if ((cursor.uint(1) & 1) !== 0) cursor.skip(8);
  if (cursor.address() !== UNDEFINED_ADDRESS) {
    const problem = `the group at byte ${header.startByte} keeps its links in a heap of its own, which is not read here`;
    throw file.unsupported(problem, header.startByte);
  }
  return header.messages
    .filter(({ type }) => type === MESSAGE.link)
    .map((message) => readLink(message.content()))
    .filter((link) => link !== undefined);
}

function readLink(cursor: Hdf5Cursor): Link | undefined {
  cursor.skip(1);
  const flags = cursor.uint(1);
  const type = (flags & HAS_LINK_TYPE) !== 0 ? cursor.uint(1) : HARD_LINK;
  if ((flags & HAS_CREATION_ORDER) !== 0) cursor.skip(8);
  if ((flags & HAS_CHARACTER_SET) !== 0) cursor.skip(1);
  const name = cursor.text(cursor.uint(1 << (flags & NAME_LENGTH_SIZE)));
  return type === HARD_LINK ? { name, objectByte: cursor.address() } : undefined;
}

/** The older way: a tree of tables whose names lie in a heap. */
class SymbolTable {
  readonly #file: Hdf5Bytes;
  readonly #links: Link[] = [];
  readonly #seen = new Set<number>();

  constructor(file: Hdf5Bytes) {
    this.#file = file;
  }

  async links(message: Hdf5Cursor): Promise<Link[]> {
    const treeByte = message.address();
    const names = await this.#readNames(message.address());
    const keyBytes = this.#file.widths.lengthBytes;
    const kind = { what: 'group tree', contents: 'names', type: 0, keyBytes } as const;
    for await (const { childByte } of treeEntries(this.#file, treeByte, kind))
      await this.#readTable(childByte, names);
    return this.#links;
  }

  async #readNames(heapByte: number): Promise<Uint8Array> {
    const { lengthBytes, offsetBytes } = this.#file.widths;
    const headBytes = 8 + 2 * lengthBytes + offsetBytes;
    const heap = await this.#file.readSigned('HEAP', heapByte, headBytes, 'a heap of names');
    heap.skip(4);
    const bytes = heap.length();
    heap.length();
    if (bytes > MAX_HDF5_BLOCK_BYTES) {
      throw heap.bad(`a heap of names of ${bytes} bytes is larger than ${MAX_HDF5_BLOCK_BYTES}`);
    }
    return (await this.#file.read(heap.address(), bytes, 'a heap of names')).bytes(bytes);
  }

  async #readTable(tableByte: number, names: Uint8Array): Promise<void> {
    const head = await this.#file.readSigned('SNOD', tableByte, 8, 'a table of names');
    if (this.#seen.has(tableByte)) throw head.bad('a table of names is listed twice');
    this.#seen.add(tableByte);
    head.skip(2);
    const count = head.uint(2);
    const entryBytes = 2 * this.#file.widths.offsetBytes + 24;
    const table = await this.#file.read(tableByte + 8, count * entryBytes, 'a table of names');
    for (let i = 0; i < count; i++) {
      const nameAt = table.uint(this.#file.widths.offsetBytes);
      const objectByte = table.address();
      const cacheType = table.uint(4);
      table.skip(20);
      if (nameAt >= names.length) throw table.bad('a name lies behind its heap');
      const end = names.indexOf(0, nameAt);
      const name = new TextDecoder().decode(names.subarray(nameAt, end === -1 ? undefined : end));
      if (cacheType !== SOFT_LINK_ENTRY) this.#links.push({ name, objectByte });
      if (this.#links.length > MAX_HDF5_OBJECTS) {
        throw table.bad(`a group has more than ${MAX_HDF5_OBJECTS} objects`);
      }
    }
  }
}
