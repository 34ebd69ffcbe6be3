import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { startsWith } from '../head.ts';
import { Hdf5Bytes } from './hdf5-bytes.ts';
import { refuse } from './refuse.ts';

export const HDF5_SIGNATURE: readonly number[] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** A program may put its own bytes first; the file then begins after 512, 1,024, 2,048, … of them. */
const FIRST_USER_BLOCK_BYTES = 512;
const MOST_USER_BLOCK_BYTES = 1024 * 1024;

/** Holds the superblock of any version with addresses of 8 bytes. */
const SUPERBLOCK_BYTES = 128;

const WIDTHS = [2, 4, 8];

export interface Superblock {
  readonly file: Hdf5Bytes;
  /** Where the header of the root group lies. */
  readonly rootByte: number;
}

export function startsHdf5(bytes: Uint8Array, at: number): boolean {
  return startsWith(bytes, HDF5_SIGNATURE, at);
}

/**
 * Finds where the file begins and how it counts.
 *
 * Source: HDF5 File Format Specification 3.0, II.A, "Disk Format: Level 0A".
 *
 * @throws FormatError `NOT_HDF5`, `TRUNCATED`, `UNSUPPORTED_HDF5` or `BAD_HDF5`.
 */
export async function readSuperblock(source: ByteSource, options?: ReadOptions): Promise<Superblock> {
  const startByte = await findSignature(source, options);
  const endByte = Math.min(source.sizeBytes, startByte + SUPERBLOCK_BYTES);
  const bytes = await readBytes(source, startByte, endByte, options);
  const version = bytes[HDF5_SIGNATURE.length] ?? 0;
  const isOld = version <= 1;
  const widthsAt = isOld ? 13 : 9;
  const [offsetBytes = 0, lengthBytes = 0] = bytes.subarray(widthsAt, widthsAt + 2);
  if (version > 3 || !WIDTHS.includes(offsetBytes) || !WIDTHS.includes(lengthBytes)) {
    const problem = `it has a superblock of version ${version} with addresses of ${offsetBytes} and lengths of ${lengthBytes} bytes`;
    throw refuse(source.name, 'UNSUPPORTED_HDF5', problem, { offsetBytes: startByte });
  }
  // Addresses count from where the file begins; what the superblock says of that must agree.
  const file = new Hdf5Bytes(source, { offsetBytes, lengthBytes, baseByte: startByte }, options);
  const addressesAt = isOld ? (version === 0 ? 24 : 28) : 12;
  const addresses = isOld ? 6 : 4;
  const cursor = await file.read(startByte + addressesAt, addresses * offsetBytes, 'the superblock');
  const baseByte = cursor.address();
  cursor.address();
  // Alone among addresses, this one counts from the beginning of everything.
  const fileEndByte = cursor.address() - startByte;
  if (isOld) {
    cursor.address();
    cursor.address();
  }
  const rootByte = cursor.address();
  if (baseByte !== startByte && baseByte !== 2 * startByte) {
    throw file.bad(
      `it begins at byte ${startByte}, and its addresses count from ${baseByte - startByte}`,
      startByte,
    );
  }
  if (fileEndByte > source.sizeBytes) {
    const problem = `it is said to end at byte ${fileEndByte}, and ends after ${source.sizeBytes}`;
    throw refuse(source.name, 'TRUNCATED', problem, { offsetBytes: startByte + addressesAt });
  }
  return { file, rootByte };
}

async function findSignature(source: ByteSource, options?: ReadOptions): Promise<number> {
  for (let at = 0; at <= MOST_USER_BLOCK_BYTES; at = at === 0 ? FIRST_USER_BLOCK_BYTES : 2 * at) {
    if (at + HDF5_SIGNATURE.length > source.sizeBytes) break;
    if (startsHdf5(await readBytes(source, at, at + HDF5_SIGNATURE.length, options), 0)) return at;
  }
  throw refuse(source.name, 'NOT_HDF5', source.sizeBytes === 0 ? 'it is empty' : 'it has no signature');
}
