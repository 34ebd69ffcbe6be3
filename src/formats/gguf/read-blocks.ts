import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { DecodeBlock } from './blocks.ts';

/** Bytes read at once; bounds the memory that decoding takes beside its target. */
const CHUNK_BYTES = 32 * 1024 * 1024;

export interface BlockType {
  readonly blockElements: number;
  readonly blockBytes: number;
  readonly decode: DecodeBlock;
}

/**
 * Reads a tensor of blocks and decodes it to little-endian float32, 32 MiB at a time.
 *
 * @param target number of elements × 4 bytes long, a whole number of blocks.
 */
export async function readBlocks(
  source: ByteSource,
  { blockElements, blockBytes, decode }: BlockType,
  startByte: number,
  target: Uint8Array,
  options?: ReadOptions,
): Promise<void> {
  const elements = target.length / Float32Array.BYTES_PER_ELEMENT;
  const isAligned = target.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0;
  const values = isAligned
    ? new Float32Array(target.buffer, target.byteOffset, elements)
    : new Float32Array(elements);

  const blocks = elements / blockElements;
  const chunkBlocks = Math.min(blocks, Math.floor(CHUNK_BYTES / blockBytes));
  const chunk = new Uint8Array(chunkBlocks * blockBytes);
  const view = new DataView(chunk.buffer);
  for (let first = 0; first < blocks; first += chunkBlocks) {
    const count = Math.min(chunkBlocks, blocks - first);
    await source.readInto(startByte + first * blockBytes, chunk.subarray(0, count * blockBytes), options);
    for (let i = 0; i < count; i++) decode(view, i * blockBytes, values, (first + i) * blockElements);
  }
  if (!isAligned) target.set(new Uint8Array(values.buffer));
}
