import { MAX_PICKLE_BYTES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import type { Tensor } from '../tensor.ts';
import { modelTensors } from './model-tensors.ts';
import { MoreBytesNeeded } from './pickle-cursor.ts';
import { type PicklePersistent, type PickleValue, sequenceItems } from './pickle-value.ts';
import { refuse } from './refuse.ts';
import { readStorageReference } from './storage-reference.ts';
import { type FindStorage, type StoredBytes, storedTensor } from './stored-tensor.ts';
import { type Unpickled, unpickle } from './unpickle.ts';

/** What the first pickle of the file holds. Source: torch/serialization.py. */
const MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn;
const PROTOCOL_VERSION = 1001;

const FIRST_READ_BYTES = 16 * 1024;
const GROWTH = 4;

/** Each storage begins with its number of elements as a 64-bit integer. */
const COUNT_BYTES = 8;

/**
 * Reads a checkpoint from before torch 1.6, or written with `_use_new_zipfile_serialization=False`: five pickles
 * (magic number, version, system, the object, the keys of the storages), then the storages one after another, in
 * little-endian whatever the machine. Also reads a plain pickle, if its tensors are NumPy arrays.
 *
 * Source: `_legacy_save` and `_legacy_load` in torch/serialization.py.
 */
export async function readLegacyCheckpoint(source: ByteSource, options?: ReadOptions): Promise<Tensor[]> {
  const stream = new PickleStream(source);
  const first = await stream.next('the first pickle', options);
  if (first.value !== MAGIC_NUMBER) {
    return modelTensors(first.value, source.name).map((tensor) =>
      storedTensor(tensor, source.name, noStorage(source)),
    );
  }
  const version = await stream.next('the version', options);
  if (version.value !== PROTOCOL_VERSION) {
    throw refuse(
      source.name,
      'BAD_VERSION',
      `it is of another version than ${PROTOCOL_VERSION}, the only one there was`,
    );
  }
  await stream.next('the system information', options);
  const object = await stream.next('the pickle', options);
  const tensors = modelTensors(object.value, source.name);
  const keys = await stream.next('the list of storages', options);
  const findStorage = placeStorages(source, keys, storageSizes(source, object.persistent));
  return tensors.map((tensor) => storedTensor(tensor, source.name, findStorage));
}

/** The pickles at the beginning of a file, whose lengths are known only once they have been parsed. */
class PickleStream {
  readonly #source: ByteSource;
  #bytes: Uint8Array = new Uint8Array();
  #atByte = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Parses the next pickle; when it goes on beyond what has been read, reads more and parses it again. */
  async next(what: string, options?: ReadOptions): Promise<Unpickled> {
    const lastByte = this.#source.sizeBytes;
    const subject = `${what} in ${this.#source.name}`;
    for (;;) {
      try {
        const pickle = unpickle({ bytes: this.#bytes, startByte: this.#atByte, lastByte, subject });
        this.#atByte = pickle.endByte;
        return pickle;
      } catch (error) {
        if (!(error instanceof MoreBytesNeeded)) throw error;
        if (error.endByte > MAX_PICKLE_BYTES) {
          const problem = `its pickles take more than ${MAX_PICKLE_BYTES} bytes`;
          throw refuse(this.#source.name, 'PICKLE_TOO_LARGE', problem);
        }
        const wanted = Math.max(FIRST_READ_BYTES, GROWTH * this.#bytes.length, error.endByte);
        await this.#growTo(Math.min(lastByte, MAX_PICKLE_BYTES, wanted), options);
      }
    }
  }

  async #growTo(endByte: number, options?: ReadOptions): Promise<void> {
    const grown = new Uint8Array(endByte);
    grown.set(this.#bytes);
    await this.#source.readInto(this.#bytes.length, grown.subarray(this.#bytes.length), options);
    this.#bytes = grown;
  }
}

interface StorageSize {
  readonly sizeBytes: number;
  readonly elements: number;
}

/** Sizes of all storages, those of the optimizer too: where one begins depends on all before it. */
function storageSizes(source: ByteSource, references: readonly PicklePersistent[]): Map<string, StorageSize> {
  const sizes = new Map<string, StorageSize>();
  for (const value of references) {
    if (sequenceItems(value.id)?.[0] !== 'storage') continue;
    const bad = (problem: string) => refuse(source.name, 'BAD_TENSOR', `a tensor ${problem}`);
    const { reference, elements } = readStorageReference(value, bad);
    const { key, sizeBytes } = reference;
    const known = sizes.get(key);
    if (known !== undefined && known.sizeBytes !== sizeBytes) {
      const problem = `it gives storage ${quote(key)} two sizes, ${known.sizeBytes} and ${sizeBytes} bytes`;
      throw refuse(source.name, 'BAD_STORAGES', problem);
    }
    sizes.set(key, { sizeBytes, elements });
  }
  return sizes;
}

interface PlacedStorage extends StorageSize {
  readonly startByte: number;
}

function placeStorages(
  source: ByteSource,
  keys: Unpickled,
  sizes: ReadonlyMap<string, StorageSize>,
): FindStorage {
  const placed = new Map<string, PlacedStorage>();
  let atByte = keys.endByte;
  for (const key of sequenceItems(keys.value) ?? []) {
    const size = typeof key === 'string' ? sizes.get(key) : undefined;
    if (size === undefined || placed.has(key as string)) {
      const problem = `it lists ${describeKey(key)} among its storages, which no tensor uses or which it listed before`;
      throw refuse(source.name, 'BAD_STORAGES', problem, { offsetBytes: keys.endByte });
    }
    const startByte = atByte + COUNT_BYTES;
    placed.set(key as string, { ...size, startByte });
    atByte = startByte + size.sizeBytes;
    if (!(atByte <= source.sizeBytes)) {
      const problem = `storage ${describeKey(key)} reaches to byte ${atByte} of ${source.sizeBytes}`;
      throw refuse(source.name, 'TRUNCATED', problem, { offsetBytes: startByte });
    }
  }
  const checkCount = countChecker(source);

  return ({ key }, what): StoredBytes => {
    const storage = placed.get(key);
    const place = `storage ${quote(key)}`;
    if (storage === undefined)
      throw refuse(source.name, 'STORAGE_MISSING', `${what} lies in ${place}, which is not there`);
    return {
      key: `${source.name}:${key}`,
      place,
      bigEndian: false,
      async readInto(startByte, target, options) {
        await checkCount(storage, place, options);
        await source.readInto(storage.startByte + startByte, target, options);
      },
    };
  };
}

/**
 * Compares the number of elements that precedes each storage with the pickle's, when the storage is first read:
 * doing so while opening would take one read for each storage.
 */
function countChecker(source: ByteSource) {
  const checked = new Set<PlacedStorage>();
  return async (storage: PlacedStorage, place: string, options?: ReadOptions): Promise<void> => {
    if (checked.has(storage)) return;
    const bytes = await readBytes(source, storage.startByte - COUNT_BYTES, storage.startByte, options);
    const count = new DataView(bytes.buffer).getBigInt64(0, true);
    if (count !== BigInt(storage.elements)) {
      const problem = `${place} says that it has ${count} elements, and the pickle that it has ${storage.elements}`;
      throw refuse(source.name, 'BAD_STORAGES', problem, { offsetBytes: storage.startByte - COUNT_BYTES });
    }
    checked.add(storage);
  };
}

function noStorage(source: ByteSource): FindStorage {
  return (_, what) => {
    throw refuse(source.name, 'STORAGE_MISSING', `${what} refers to a storage, and a plain pickle has none`, {
      cure: 'Save the weights with torch.save(model.state_dict(), path)',
    });
  };
}

function describeKey(key: PickleValue): string {
  return typeof key === 'string' ? quote(key) : 'something that is not text';
}
