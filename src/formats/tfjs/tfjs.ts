import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import type { Tensor, TensorList } from '../tensor.ts';
import { looksLikeTfjs } from './head.ts';
import { readManifest } from './manifest.ts';
import { openShardGroup } from './shard-group.ts';
import { listWeights } from './weights.ts';

/**
 * Models of TensorFlow.js, layers and graph models alike: a JSON file whose manifest lists the weights, and files of
 * bytes beside it.
 */
export const tfjs: FormatReader = {
  name: 'tfjs',
  suffixes: ['model.json', 'weights_manifest.json'],
  recognises: looksLikeTfjs,
  readTensors,
  async filesBeside(source: ByteSource, options?: ReadOptions) {
    return (await readManifest(source, options)).flatMap(({ paths }) => paths);
  },
};

async function readTensors(source: ByteSource, options?: FormatOptions): Promise<TensorList> {
  const tensors: Tensor[] = [];
  for (const { paths, weights } of await readManifest(source, options)) {
    const group = await openShardGroup(source, paths, options?.openSibling);
    tensors.push(...(await listWeights(source, weights, group, options)));
  }
  return { order: 'stored', tensors };
}
