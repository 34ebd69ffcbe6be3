import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader } from '../format.ts';
import { quote } from '../refusal.ts';
import type { Tensor, TensorList } from '../tensor.ts';
import { refuse } from '../zip/refuse.ts';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { firstRecordName } from '../zip/zip-head.ts';
import { NOTHING_BEFORE, zipMember } from '../zip/zip-member.ts';
import { type NpyHeader, readNpyHeader } from './npy-header.ts';
import { npyTensor } from './npy-tensor.ts';

const SUFFIX = '.npy';

/** The arrays of numpy.savez and numpy.savez_compressed: a zip with a .npy file for each. */
export const npz: FormatReader = {
  name: 'npz',
  suffixes: ['.npz'],
  recognises: (head) => firstRecordName(head)?.endsWith(SUFFIX) === true,
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
    readElements: member.read,
  };
  let header: NpyHeader | undefined;
  const readHeader = async (next: (target: Uint8Array) => Promise<void>) => {
    header = await readNpyHeader(file, next);
  };
  await member.read(NOTHING_BEFORE, readHeader, options);
  return npyTensor(name, file, header!);
}
