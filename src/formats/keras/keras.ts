import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader } from '../format.ts';
import { readHdf5 } from '../hdf5/hdf5-file.ts';
import { startsHdf5 } from '../hdf5/superblock.ts';
import type { TensorList } from '../tensor.ts';
import { looksLikeKerasArchive, readKerasArchive } from './archive.ts';
import { kerasTensors } from './keras-tensors.ts';

/** Where a file may begin behind what a program put before it, and still be within the head that is shown. */
const HDF5_BEGINNINGS = [0, 512];

/**
 * Models and weights of Keras: the `.keras` archive of version 3, and HDF5 files of any version. Any other HDF5 file is
 * read too, its arrays named by their paths.
 */
export const keras: FormatReader = {
  name: 'keras',
  suffixes: ['.keras', '.h5', '.hdf5'],
  recognises: (head) => HDF5_BEGINNINGS.some((at) => startsHdf5(head, at)) || looksLikeKerasArchive(head),
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  const archive = await readKerasArchive(source, options);
  const root = await readHdf5(archive?.weights ?? source, options);
  return { order: 'stored', tensors: kerasTensors(root, archive?.layerOrder) };
}
