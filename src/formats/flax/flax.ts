import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader } from '../format.ts';
import type { TensorList } from '../tensor.ts';
import { collectArrays } from './collect-arrays.ts';
import { looksLikeFlax } from './head.ts';

/**
 * Parameters of Flax as `flax.serialization.to_bytes` writes them: MessagePack maps of maps down to arrays, the large
 * ones in chunks. Arrays are named by the keys that lead to them, joined by dots.
 *
 * The reader is its own because libraries for MessagePack build the whole value in memory, weights and all.
 *
 * Source: flax/serialization.py, `_MsgpackExtType` and `_chunk`.
 */
export const flax: FormatReader = {
  name: 'flax',
  suffixes: ['.msgpack'],
  recognises: looksLikeFlax,
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  return { order: 'stored', tensors: await collectArrays(source, options) };
}
