import type { ByteSource } from '../../sources/byte-source.ts';
import type { FormatOptions } from '../format.ts';
import { quote } from '../refusal.ts';
import type { Segment } from '../segments.ts';
import { refuse } from './refuse.ts';

/** Files whose bytes count as those of one. */
export interface ShardGroup {
  readonly sizeBytes: number;
  /** Where bytes of the group lie in its files. */
  segments(startByte: number, endByte: number): Segment[];
}

/**
 * Opens the files that hold a group's weights; they must lie beside the model.
 *
 * @param model the file that names them.
 * @throws FormatError `SHARD_MISSING` for what is no file there: neither URLs nor paths that lead away are followed.
 */
export async function openShardGroup(
  model: ByteSource,
  paths: readonly string[],
  openSibling: FormatOptions['openSibling'],
): Promise<ShardGroup> {
  const shards: Segment[] = [];
  let sizeBytes = 0;
  for (const path of paths) {
    const source = await openSibling?.(path);
    if (source === undefined) {
      const problem = `it keeps weights in ${quote(path)}, which is no file beside it`;
      throw refuse(model.name, 'SHARD_MISSING', problem, {
        cure: 'Put every shard into the same directory as the model; nothing is fetched from elsewhere',
        shard: path,
      });
    }
    shards.push({ source, startByte: sizeBytes, endByte: sizeBytes + source.sizeBytes });
    sizeBytes += source.sizeBytes;
  }
  return {
    sizeBytes,
    segments: (startByte, endByte) =>
      shards
        .map((shard) => ({
          source: shard.source,
          startByte: Math.max(startByte, shard.startByte) - shard.startByte,
          endByte: Math.min(endByte, shard.endByte) - shard.startByte,
        }))
        .filter((segment) => segment.startByte < segment.endByte),
  };
}
