import { EXPANSION_LIMITS, MAX_UNCHECKED_INFLATION_BYTES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';

/** Compressed bytes are read in pieces that grow: little for who wants the beginning, few reads for who wants all. */
const FIRST_PIECE_BYTES = 16 * 1024;
const MOST_PIECE_BYTES = 4 * 1024 * 1024;
const PIECE_GROWTH = 8;

/** What to do about weights that really are so sparse. */
export const INFLATION_CURE =
  'It was made to mislead; if you made it yourself, write it without compression, or raise limits.inflation';

/** Bytes that `storedBytes` of compressed ones may stand for; whatever claims or gives more is a bomb. */
export function mostInflatedBytes(storedBytes: number, options?: ReadOptions): number {
  const { inflation } = options?.limits ?? EXPANSION_LIMITS;
  return Math.max(MAX_UNCHECKED_INFLATION_BYTES, inflation * storedBytes);
}

/**
 * Decompresses piece by piece with what the platform has, reading ahead some hundred kilobytes. The caller counts what
 * comes out.
 *
 * @param format `deflate-raw` is what zip archives hold, `deflate` what zlib wraps in a checksum.
 * @param refuse makes the error for compressed bytes that are damaged or cut short.
 * @throws what `refuse` makes, or what `pieces` throws.
 */
export async function* inflate(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  format: 'deflate-raw' | 'deflate' | 'gzip',
  refuse: (cause: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  let failure: { readonly error: unknown } | undefined;
  async function* watched() {
    try {
      yield* pieces;
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    yield* ReadableStream.from(watched()).pipeThrough(new DecompressionStream(format));
  } catch (error) {
    throw failure === undefined ? refuse(error) : failure.error;
  }
}

/**
 * Decompresses what is in memory.
 *
 * @param bytes it may expand to, and `spareBytes` more.
 */
export async function inflateWhole(
  stored: Uint8Array<ArrayBuffer>,
  format: 'deflate' | 'gzip',
  bytes: number,
  bad: (problem: string) => Error,
  spareBytes = 0,
): Promise<Uint8Array<ArrayBuffer>> {
  async function* whole() {
    yield stored;
  }
  const expanded = new Uint8Array(bytes + spareBytes);
  let filled = 0;
  for await (const piece of inflate(whole(), format, (cause) => bad(`is damaged: ${String(cause)}`))) {
    if (filled + piece.length > expanded.length) throw bad(`expands to more than ${bytes} bytes`);
    expanded.set(piece, filled);
    filled += piece.length;
  }
  return expanded.subarray(0, filled);
}

/** The bytes from `startByte` up to, not including, `endByte`, one piece after another. */
export async function* readPieces(
  source: ByteSource,
  startByte: number,
  endByte: number,
  options?: ReadOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let pieceBytes = FIRST_PIECE_BYTES;
  for (let at = startByte; at < endByte; ) {
    const pieceEndByte = Math.min(endByte, at + pieceBytes);
    yield await readBytes(source, at, pieceEndByte, options);
    at = pieceEndByte;
    pieceBytes = Math.min(PIECE_GROWTH * pieceBytes, MOST_PIECE_BYTES);
  }
}
