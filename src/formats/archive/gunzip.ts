import { EXPANSION_LIMITS } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { memoryFile } from '../../sources/memory-file.ts';
import { INFLATION_CURE, inflate, mostInflatedBytes, readPieces } from '../zip/inflate.ts';
import { refuse } from './refuse.ts';

/** Memory grows by steps of this size. */
const STEP_BYTES = 16 * 1024 * 1024;

/**
 * Expands a gzip file into memory, where it can be read in part.
 *
 * @returns the content as a file; closing it is not needed.
 * @throws FormatError `BAD_GZIP` for one that is damaged, `ARCHIVE_BOMB` or `ARCHIVE_TOO_LARGE` for one that expands to
 * more than it may.
 */
export async function gunzip(source: ByteSource, options?: ReadOptions): Promise<ByteSource> {
  const { expandedBytes } = options?.limits ?? EXPANSION_LIMITS;
  const mostBytes = mostInflatedBytes(source.sizeBytes, options);
  const maxByteLength = Math.min(mostBytes, expandedBytes);
  // Reserved, not taken: memory is used as far as the buffer grows.
  const buffer = new ArrayBuffer(0, { maxByteLength });
  const damaged = (cause: unknown) =>
    refuse(source.name, 'BAD_GZIP', `its compressed bytes are damaged: ${String(cause)}`);

  let sizeBytes = 0;
  for await (const piece of inflate(readPieces(source, 0, source.sizeBytes, options), 'gzip', damaged)) {
    const endByte = sizeBytes + piece.length;
    if (endByte > maxByteLength) throw tooLarge(source, mostBytes, expandedBytes);
    if (endByte > buffer.byteLength) {
      buffer.resize(Math.min(maxByteLength, Math.ceil(endByte / STEP_BYTES) * STEP_BYTES));
    }
    new Uint8Array(buffer, sizeBytes, piece.length).set(piece);
    sizeBytes = endByte;
  }

  const bytes = new Uint8Array(buffer, 0, sizeBytes);
  return memoryFile(bytes, source.name, { identity: await source.identity() });
}

function tooLarge(source: ByteSource, mostBytes: number, expandedBytes: number): Error {
  if (mostBytes < expandedBytes) {
    const problem = `its ${source.sizeBytes} bytes expand to more than ${mostBytes}`;
    return refuse(source.name, 'ARCHIVE_BOMB', problem, { cure: INFLATION_CURE });
  }
  const problem = `it expands to more than the ${expandedBytes} bytes that may be held in memory`;
  return refuse(source.name, 'ARCHIVE_TOO_LARGE', problem, {
    cure: 'Write it without compression (.tar, or .zip with level 0), so that it can be read in part, or raise limits.expanded-bytes',
  });
}
