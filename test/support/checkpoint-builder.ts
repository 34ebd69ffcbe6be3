import { crc32c } from '../../src/formats/crc32.ts';
import { maskedCrc32c } from '../../src/formats/tensorflow/table.ts';
import { varint } from './onnx-builder.ts';
import { concat, text, u32 } from './zip-builder.ts';

export interface CheckpointTensor {
  readonly type?: number;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
  /** Fields of the entry besides those that follow from the others. */
  readonly extra?: Uint8Array;
}

export interface CheckpointOptions {
  /** How many entries share one block. [all] */
  readonly entriesPerBlock?: number;
  /** Makes what is stored of a block, with the number of its compression. [stored as it is] */
  readonly compress?: (block: Uint8Array) => { readonly bytes: Uint8Array; readonly method: number };
}

export interface Checkpoint {
  readonly index: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A field of a protobuf message: a number, or bytes. */
export function field(number: number, value: number | Uint8Array): Uint8Array {
  if (typeof value === 'number') return concat([varint(number * 8), varint(value)]);
  return concat([varint(number * 8 + 2), varint(value.length), value]);
}

/** A text as a checkpoint holds it: its length, the checksum of that, its bytes. */
export function textTensor(bytes: Uint8Array): CheckpointTensor {
  return { type: 7, shape: [], bytes: concat([varint(bytes.length), u32(0), bytes]) };
}

/** The graph of objects that calls the variable under each key by a name. */
export function objectGraph(names: Readonly<Record<string, string>>): CheckpointTensor {
  const nodes = Object.entries(names).map(([key, name]) =>
    field(1, field(2, concat([field(1, text('VARIABLE_VALUE')), field(2, text(name)), field(3, text(key))]))),
  );
  return textTensor(concat(nodes));
}

/** A checkpoint in one shard. */
export function buildCheckpoint(
  tensors: Readonly<Record<string, CheckpointTensor>>,
  options: CheckpointOptions = {},
): Checkpoint {
  let offset = 0;
  const entries: [string, Uint8Array][] = [['', concat([field(1, 1), field(3, field(1, 1))])]];
  const data: Uint8Array[] = [];
  for (const key of Object.keys(tensors).sort()) {
    const { type = 1, shape, bytes, extra = new Uint8Array() } = tensors[key]!;
    const dimensions = shape.map((dimension) => field(2, field(1, dimension)));
    const checksum = concat([varint(6 * 8 + 5), u32(maskedCrc32c(crc32c(bytes)))]);
    entries.push([
      key,
      concat([
        field(1, type),
        field(2, concat(dimensions)),
        field(4, offset),
        field(5, bytes.length),
        checksum,
        extra,
      ]),
    ]);
    data.push(bytes);
    offset += bytes.length;
  }
  return { index: buildTable(entries, options), data: concat(data) };
}

/** A table of strings with its checksums; entries in the order given. */
export function buildTable(
  entries: readonly (readonly [string, Uint8Array])[],
  { entriesPerBlock = Number.POSITIVE_INFINITY, compress }: CheckpointOptions = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const store = (block: Uint8Array) => {
    const { bytes, method } = compress?.(block) ?? { bytes: block, method: 0 };
    const content = concat([bytes, Uint8Array.of(method)]);
    parts.push(content, u32(maskedCrc32c(crc32c(content))));
    const handle = concat([varint(size), varint(bytes.length)]);
    size += content.length + 4;
    return handle;
  };
  const index: [string, Uint8Array][] = [];
  for (let from = 0; from < entries.length; from += Math.min(entriesPerBlock, entries.length)) {
    const group = entries.slice(from, from + entriesPerBlock);
    index.push([group.at(-1)![0], store(buildBlock(group))]);
  }
  const meta = store(buildBlock([]));
  const handles = concat([meta, store(buildBlock(index))]);
  const footer = new Uint8Array(40);
  footer.set(handles);
  return concat([...parts, footer, u32(0x8b80fb57), u32(0xdb477524)]);
}

/** Keys go on from the one before; one restart, at the beginning. */
function buildBlock(entries: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  let before = '';
  const parts = entries.map(([key, value]) => {
    let shared = 0;
    while (shared < Math.min(key.length, before.length) && key[shared] === before[shared]) shared++;
    before = key;
    const own = text(key.slice(shared));
    return concat([varint(shared), varint(own.length), varint(value.length), own, value]);
  });
  return concat([...parts, u32(0), u32(1)]);
}
