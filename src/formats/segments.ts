import type { ByteSource, ReadOptions } from '../sources/byte-source.ts';

/** Bytes that lie together. */
export interface Span {
  readonly startByte: number;
  /** Exclusive. */
  readonly endByte: number;
}

export interface Segment extends Span {
  readonly source: ByteSource;
}

/** A span that shares bytes with another one before it, and not all of them as tied weights do. */
export function findOverlap<S extends Span>(
  spans: readonly S[],
): { readonly before: S; readonly span: S } | undefined {
  const ordered = spans.toSorted((a, b) => a.startByte - b.startByte || a.endByte - b.endByte);
  for (const [i, span] of ordered.entries()) {
    const before = ordered[i - 1];
    if (before === undefined || before.endByte <= span.startByte) continue;
    if (before.startByte !== span.startByte || before.endByte !== span.endByte) return { before, span };
  }
  return undefined;
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
