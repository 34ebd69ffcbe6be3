import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { baseName } from '../../sources/file-name.ts';
import type { FormatReader } from '../format.ts';
import { startsWith } from '../head.ts';
import type { TensorList } from '../tensor.ts';
import { NPY_MAGIC, readNpyHeader } from './npy-header.ts';
import { type NpyFile, npyTensor } from './npy-tensor.ts';

/** One array of numpy.save. It has no name of its own, and gets the file's, without the suffix. */
export const npy: FormatReader = {
  name: 'npy',
  suffixes: ['.npy'],
  recognises: (head) => startsWith(head, NPY_MAGIC),
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  const header = await readNpyHeader(source, readerFrom(source, 0, options));
  const file: NpyFile = {
    name: source.name,
    key: source.name,
    sizeBytes: source.sizeBytes,
    readElements: ({ sizeBytes }, use, readOptions) => use(readerFrom(source, sizeBytes, readOptions)),
  };
  const name = baseName(source.name).replace(/\.npy$/i, '');
  return { order: 'stored', tensors: [npyTensor(name, file, header)] };
}

function readerFrom(source: ByteSource, startByte: number, options?: ReadOptions) {
  let at = startByte;
  return async (target: Uint8Array) => {
    await source.readInto(at, target, options);
    at += target.length;
  };
}
