import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader, TensorList } from '../format.ts';
import { quote } from '../refusal.ts';
import type { Tensor } from '../tensor.ts';
import { refuse } from '../zip/refuse.ts';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { NOTHING_BEFORE, zipMember } from '../zip/zip-member.ts';
import { type NpyHeader, readNpyHeader } from './npy-header.ts';
import { npyTensor } from './npy-tensor.ts';

const SUFFIX = '.npy';

/** `PK\x03\x04`, which begins the first record of a zip. */
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const NAME_LENGTH_AT = 26;
const NAME_AT = 30;

/** The arrays of numpy.savez and numpy.savez_compressed: a zip with a .npy file for each. */
export const npz: FormatReader = {
  name: 'npz',
  suffixes: ['.npz'],
  recognises(head) {
    const nameLength = (head[NAME_LENGTH_AT] ?? 0) | ((head[NAME_LENGTH_AT + 1] ?? 0) << 8);
    const name = head.subarray(NAME_AT, NAME_AT + nameLength);
    const isZip = ZIP_SIGNATURE.every((byte, i) => head[i] === byte);
    return isZip && new TextDecoder().decode(name).endsWith(SUFFIX);
  },
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  const tensors: Tensor[] = [];
  for (const entry of (await readZipDirectory(source, options)).values()) {
    if (!entry.name.endsWith(SUFFIX)) {
      const problem = `it holds ${quote(entry.name)} among its arrays`;
      throw refuse(source.name, 'NOT_NPZ', problem, { offsetBytes: entry.headerStartByte });
    }
    tensors.push(await readMember(source, entry, options));
  }
  return { order: 'stored', tensors };
}

async function readMember(source: ByteSource, entry: ZipEntry, options?: ReadOptions): Promise<Tensor> {
  const name = entry.name.slice(0, -SUFFIX.length);
  const member = zipMember(source, entry, 'an array', options);
  const file = {
    name: `${quote(entry.name)} in ${source.name}`,
    key: `${source.name}:${entry.headerStartByte}`,
    sizeBytes: member.sizeBytes,
    readElements: (before: NpyHeader, ...rest: [Parameters<typeof member.read>[1], ReadOptions?]) =>
      member.read(before, ...rest),
  };
  let header: NpyHeader | undefined;
  const readHeader = async (next: (target: Uint8Array) => Promise<void>) => {
    header = await readNpyHeader(file, next);
  };
  await member.read(NOTHING_BEFORE, readHeader, options);
  return npyTensor(name, file, header!);
}
