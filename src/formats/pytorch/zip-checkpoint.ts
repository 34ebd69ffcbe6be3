import { MAX_PICKLE_BYTES } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { crc32 } from '../crc32.ts';
import { quote } from '../refusal.ts';
import type { Span } from '../segments.ts';
import type { Tensor } from '../tensor.ts';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { checkCrc, checkStored, locateRecord, readRecord } from '../zip/zip-record.ts';
import { collectTensors, type NamedTensor } from './collect-tensors.ts';
import { modelTensors } from './model-tensors.ts';
import type { PickleValue } from './pickle-value.ts';
import { refuse } from './refuse.ts';
import { type FindStorage, type StoredBytes, storedTensor } from './stored-tensor.ts';
import { unpickle } from './unpickle.ts';

/** The record says `little` or `big`. */
const MAX_BYTEORDER_BYTES = 16;

/**
 * Reads a checkpoint of torch 1.6 and later, or a TorchScript archive: a zip with the pickle in one record and
 * each storage in another. Only the directory, the pickle and the note on byte order are read.
 *
 * Source: "Serialized file format for torch.save" in PyTorch's notes on serialization semantics.
 */
export async function readZipCheckpoint(source: ByteSource, options?: ReadOptions): Promise<Tensor[]> {
  const records = await readZipDirectory(source, options);
  // torch too takes the first record's folder for the archive's.
  const [firstName = ''] = records.keys();
  const folder = firstName.slice(0, firstName.indexOf('/') + 1);
  const pickle = records.get(`${folder}data.pkl`);
  if (pickle === undefined) throw notACheckpoint(source, records, folder);

  const root = await readPickle(source, pickle, options);
  const bigEndian = await readByteOrder(source, records.get(`${folder}byteorder`), options);
  const storagesIn = (part: string): FindStorage =>
    findRecords(source, records, `${folder}${part}/`, bigEndian);

  const constants = records.get(`${folder}constants.pkl`);
  if (constants !== undefined && collectTensors(root, source.name).length === 0) {
    const frozen = await readConstants(source, constants, options);
    if (frozen.length > 0) return toStored(frozen, source, storagesIn('constants'));
  }
  return toStored(modelTensors(root, source.name), source, storagesIn('data'));
}

function toStored(tensors: readonly NamedTensor[], source: ByteSource, findStorage: FindStorage): Tensor[] {
  return tensors.map((tensor) => storedTensor(tensor, source.name, findStorage));
}

/** A frozen TorchScript module has no parameters any more: its weights became constants, which have no names. */
async function readConstants(
  source: ByteSource,
  entry: ZipEntry,
  options?: ReadOptions,
): Promise<NamedTensor[]> {
  const constants = collectTensors(await readPickle(source, entry, options), source.name);
  return constants.map(({ name, tensor }) => ({ name: `constants.${name}`, tensor }));
}

async function readPickle(source: ByteSource, entry: ZipEntry, options?: ReadOptions): Promise<PickleValue> {
  const bytes = await readRecord(source, entry, { what: 'the pickle', maxBytes: MAX_PICKLE_BYTES }, options);
  const subject = `the pickle ${quote(entry.name)} in ${source.name}`;
  return unpickle({ bytes, startByte: 0, lastByte: bytes.length, subject }).value;
}

/** Before torch 2.1 there was no such record, and machines that mattered were little-endian. */
async function readByteOrder(
  source: ByteSource,
  entry: ZipEntry | undefined,
  options?: ReadOptions,
): Promise<boolean> {
  if (entry === undefined) return false;
  const bounds = { what: 'the byte order', maxBytes: MAX_BYTEORDER_BYTES };
  const order = new TextDecoder().decode(await readRecord(source, entry, bounds, options));
  if (order === 'little' || order === 'big') return order === 'big';
  const details = { offsetBytes: entry.headerStartByte };
  throw refuse(source.name, 'BAD_BYTE_ORDER', `its byte order is ${quote(order)}, neither little nor big`, {
    details,
  });
}

function findRecords(
  source: ByteSource,
  records: ReadonlyMap<string, ZipEntry>,
  folder: string,
  bigEndian: boolean,
): FindStorage {
  const ranges = new Map<ZipEntry, Promise<Span>>();
  const rangeOf = (entry: ZipEntry, options?: ReadOptions): Promise<Span> => {
    const known = ranges.get(entry);
    if (known !== undefined) return known;
    const range = locateRecord(source, entry, options);
    ranges.set(entry, range);
    // A failed read may succeed another time.
    range.catch(() => ranges.delete(entry));
    return range;
  };

  return ({ key, sizeBytes }, what): StoredBytes => {
    const name = `${folder}${key}`;
    const place = `record ${quote(name)}`;
    const entry = records.get(name);
    if (entry === undefined)
      throw refuse(source.name, 'STORAGE_MISSING', `${what} lies in ${place}, which is not there`);
    checkStored(source, entry, what);
    if (entry.sizeBytes < sizeBytes) {
      const problem = `${what} needs ${sizeBytes} bytes of ${place}, which has ${entry.sizeBytes}`;
      throw refuse(source.name, 'TENSOR_OUT_OF_BOUNDS', problem, { offsetBytes: entry.headerStartByte });
    }
    return {
      key: `${source.name}:${name}`,
      place,
      bigEndian,
      async readInto(startByte, target, options) {
        const range = await rangeOf(entry, options);
        await source.readInto(range.startByte + startByte, target, options);
        if (target.length === entry.sizeBytes) checkCrc(source, entry, crc32(target), what);
      },
    };
  };
}

function notACheckpoint(source: ByteSource, records: ReadonlyMap<string, ZipEntry>, folder: string): Error {
  const seen = [...records.keys()].slice(0, 3).map(quote).join(', ');
  const old = records.has(`${folder}model.json`);
  const problem = old
    ? 'it is a TorchScript archive from before torch 1.2, or an exported program, and has no data.pkl'
    : `it has no data.pkl, only ${records.size} records such as ${seen}`;
  return refuse(source.name, 'NOT_A_CHECKPOINT', problem, {
    cure: 'Save the weights with torch.save(model.state_dict(), path)',
  });
}
