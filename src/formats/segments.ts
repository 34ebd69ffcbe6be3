import type { ByteSource, ReadOptions } from '../sources/byte-source.ts';

/** Bytes that lie together somewhere. */
export interface Segment {
  readonly source: ByteSource;
  readonly startByte: number;
  /** Exclusive. */
  readonly endByte: number;
}

/** Fills `target` with what lies in the segments, one after another; together they are as long as it is. */
export async function readSegments(
  segments: readonly Segment[],
  target: Uint8Array,
  options?: ReadOptions,
): Promise<void> {
  let filled = 0;
  for (const { source, startByte, endByte } of segments) {
    const part = target.subarray(filled, filled + endByte - startByte);
    if (part.length > 0) await source.readInto(startByte, part, options);
    filled += part.length;
  }
}

/** Equal for the same bytes of the same files, and for no others. */
export function segmentsKey(segments: readonly Segment[]): string {
  return segments.map(({ source, startByte, endByte }) => `${source.name}:${startByte}:${endByte}`).join('|');
}

export function segmentsBytes(segments: readonly Segment[]): number {
  return segments.reduce((sum, { startByte, endByte }) => sum + endByte - startByte, 0);
}
