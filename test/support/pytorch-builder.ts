import {
  call,
  globalOf,
  latin1,
  orderedDict,
  type Pickled,
  persistent,
  tuple,
  writePickle,
} from './pickle-writer.ts';
import { buildZip, concat, paddingExtra, text, u64, type ZipRecord } from './zip-builder.ts';

/** One tensor of a file to build: a view of a storage. */
export interface TorchTensorSpec {
  readonly shape: readonly number[];
  /** Elements of its storage as float32. [zeros, as many as the shape needs] */
  readonly values?: ArrayLike<number>;
  /** The storage's bytes, instead of `values`. */
  readonly bytes?: Uint8Array;
  /** torch's storage class, without its module. [FloatStorage] */
  readonly storageClass?: string;
  /** Key of the storage; tensors with the same one share it, and the first one's elements are stored. [its own] */
  readonly storage?: string;
  /** In elements. [0] */
  readonly offset?: number;
  /** In elements. [those of C order] */
  readonly strides?: readonly number[];
  /** Wraps it as torch.nn.Parameter. [false] */
  readonly parameter?: boolean;
  /** torch's dtype, for those that have no storage class: written as a view of an UntypedStorage. */
  readonly torchDtype?: string;
}

export interface TorchFile {
  readonly tensors: Readonly<Record<string, TorchTensorSpec>>;
  /** Makes the pickled object of the pickled tensors. [an OrderedDict of them, as `state_dict()` gives it] */
  readonly root?: (tensors: Readonly<Record<string, Pickled>>) => Pickled;
}

export interface TorchZip extends TorchFile {
  /** Name of the folder in the archive. [archive] */
  readonly folder?: string;
  /** What the record `byteorder` says; null leaves it out. [little] */
  readonly byteOrder?: string | null;
  /** Changes the records before they are written. */
  readonly edit?: (records: ZipRecord[]) => ZipRecord[];
}

/**
 * A checkpoint as torch.save writes it since torch 1.6: records aligned to 64 bytes, with a zip64 end record.
 *
 * @example buildTorchZip({ tensors: { 'layer.weight': { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] } } })
 */
export function buildTorchZip({
  folder = 'archive',
  byteOrder = 'little',
  edit,
  ...file
}: TorchZip): Uint8Array<ArrayBuffer> {
  const storages = new Map<string, Storage>();
  const pickle = writePickle(rootOf(file, storages, false));
  const records: ZipRecord[] = [
    { name: `${folder}/data.pkl`, bytes: pickle },
    { name: `${folder}/.format_version`, bytes: text('1') },
    ...(byteOrder === null ? [] : [{ name: `${folder}/byteorder`, bytes: text(byteOrder) }]),
    ...[...storages].map(([key, { bytes }]) => ({ name: `${folder}/data/${key}`, bytes })),
    { name: `${folder}/version`, bytes: text('3\n') },
    { name: `${folder}/.data/serialization_id`, bytes: text('0'.repeat(40)) },
  ];
  return buildZip(aligned(edit === undefined ? records : edit(records)), { zip64: true });
}

/**
 * A checkpoint as torch.save wrote it before torch 1.6.
 *
 * @example buildLegacyTorch({ tensors: { 'layer.weight': { shape: [2, 3] } } })
 */
export function buildLegacyTorch(file: TorchFile): Uint8Array<ArrayBuffer> {
  const storages = new Map<string, Storage>();
  const root = writePickle(rootOf(file, storages, true));
  return concat([
    LEGACY_MAGIC,
    writePickle(1001),
    writePickle(
      new Map<Pickled, Pickled>([
        ['protocol_version', 1001],
        ['little_endian', true],
      ]),
    ),
    root,
    writePickle([...storages.keys()]),
    ...[...storages.values()].flatMap(({ elements, bytes }) => [u64(elements), bytes]),
  ]);
}

/** The pickle of the magic number that begins a legacy file. */
export const LEGACY_MAGIC: Uint8Array = latin1('\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.');

interface Storage {
  readonly elements: number;
  readonly bytes: Uint8Array;
}

function rootOf(file: TorchFile, storages: Map<string, Storage>, legacy: boolean): Pickled {
  const entries = Object.entries(file.tensors).map(([name, spec]): [string, Pickled] => [
    name,
    pickledTensor(spec, storages, legacy),
  ]);
  return (file.root ?? orderedDict)(Object.fromEntries(entries));
}

function pickledTensor(spec: TorchTensorSpec, storages: Map<string, Storage>, legacy: boolean): Pickled {
  const { shape, storageClass = 'FloatStorage', offset = 0, parameter = false } = spec;
  const key = spec.storage ?? String(storages.size);
  const storageName =
    spec.torchDtype === undefined ? `torch.${storageClass}` : 'torch.storage.UntypedStorage';
  const bytes =
    spec.bytes ?? new Uint8Array(Float32Array.from(spec.values ?? new Float32Array(product(shape))).buffer);
  const elements = bytes.length / itemBytes(spec);
  const storage = storages.get(key) ?? { elements, bytes };
  storages.set(key, storage);

  const id = tuple('storage', globalOf(storageName), key, 'cpu', storage.elements, ...(legacy ? [null] : []));
  const view = [
    persistent(id),
    offset,
    tuple(...shape),
    tuple(...(spec.strides ?? stridesOf(shape))),
    false,
    orderedDict({}),
  ];
  const tensor =
    spec.torchDtype === undefined
      ? call('torch._utils._rebuild_tensor_v2', view)
      : call('torch._utils._rebuild_tensor_v3', [...view, globalOf(`torch.${spec.torchDtype}`)]);
  return parameter ? call('torch._utils._rebuild_parameter', [tensor, true, orderedDict({})]) : tensor;
}

const ITEM_BYTES: Readonly<Record<string, number>> = {
  DoubleStorage: 8,
  LongStorage: 8,
  ComplexFloatStorage: 8,
  ComplexDoubleStorage: 16,
  HalfStorage: 2,
  BFloat16Storage: 2,
  ShortStorage: 2,
  CharStorage: 1,
  ByteStorage: 1,
  BoolStorage: 1,
  QInt8Storage: 1,
  QUInt8Storage: 1,
  QUInt4x2Storage: 1,
};

function itemBytes({ storageClass = 'FloatStorage', torchDtype }: TorchTensorSpec): number {
  return torchDtype === undefined ? (ITEM_BYTES[storageClass] ?? 4) : 1;
}

function aligned(records: readonly ZipRecord[]): ZipRecord[] {
  let atByte = 0;
  return records.map((record) => {
    const headerBytes = 30 + text(record.localName ?? record.name).length;
    const dataAtByte = Math.ceil((atByte + headerBytes + 4) / 64) * 64;
    const extra = record.extra ?? paddingExtra(dataAtByte - atByte - headerBytes);
    atByte += headerBytes + extra.length + record.bytes.length;
    return { ...record, extra };
  });
}

function stridesOf(shape: readonly number[]): number[] {
  return shape.map((_, axis) => product(shape.slice(axis + 1)));
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a * b, 1);
}

/** The call by which torch rebuilds a vector. */
export function rebuiltVector(storage: Pickled, elements = 1): Pickled {
  return call('torch._utils._rebuild_tensor_v2', [
    storage,
    0,
    tuple(elements),
    tuple(1),
    false,
    orderedDict({}),
  ]);
}
