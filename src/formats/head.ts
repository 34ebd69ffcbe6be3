import { type ByteSource, type ReadOptions, readBytes } from '../sources/byte-source.ts';

/** How many bytes of a file's beginning `recognises` is shown; fewer where the file is shorter. */
export const HEAD_BYTES = 1024;

/** @param mostBytes [`HEAD_BYTES`] */
export function readHead(
  source: ByteSource,
  options?: ReadOptions,
  mostBytes: number = HEAD_BYTES,
): Promise<Uint8Array> {
  return readBytes(source, 0, Math.min(mostBytes, source.sizeBytes), options);
}

/** Whether a signature stands there. */
export function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte);
}
