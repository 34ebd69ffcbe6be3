import type { ByteSource } from '../../sources/byte-source.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { readHead } from '../head.ts';
import type { TensorList } from '../tensor.ts';
import { readBundle } from './bundle.ts';
import { looksLikeIndex, looksLikeSavedModel } from './head.ts';
import { refuse } from './refuse.ts';

/**
 * Checkpoints of TensorFlow 1 and 2, and the variables of a SavedModel: an index of tensors (`NAME.index`) and beside
 * it the files of their bytes (`NAME.data-00000-of-00001`). Variables get the names that the program gave them, where
 * the checkpoint tells, otherwise their keys.
 */
export const tensorflow: FormatReader = {
  name: 'tensorflow',
  suffixes: ['.index'],
  recognises: (head) => looksLikeIndex(head) || looksLikeSavedModel(head),
  readTensors,
};

async function readTensors(source: ByteSource, options?: FormatOptions): Promise<TensorList> {
  const head = await readHead(source, options);
  if (looksLikeSavedModel(head)) {
    throw refuse(
      source.name,
      'GRAPH_WITHOUT_WEIGHTS',
      'it is the graph of a SavedModel, whose weights lie in variables/',
      {
        cure: 'Name the directory of the SavedModel, or its variables/variables.index',
      },
    );
  }
  return { order: 'none', tensors: await readBundle(source, options) };
}
