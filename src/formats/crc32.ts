/** Bytes taken in one step; one table for each of them. */
const LANES = 8;

/**
 * The checksum of bytes, as an unsigned 32-bit number.
 *
 * @param before the checksum of the bytes that come before these. [none]
 */
export type Crc32 = (bytes: Uint8Array, before?: number) => number;

/**
 * CRC-32 as zip and gzip use it (ISO 3309, reflected polynomial 0xEDB88320).
 *
 * @example crc32(new TextEncoder().encode('123456789')) // 0xcbf43926
 */
export const crc32: Crc32 = crcOf(0xedb88320);

/**
 * CRC-32C as LevelDB and TensorFlow use it (RFC 3720, Castagnoli's polynomial, reflected 0x82F63B78).
 *
 * @example crc32c(new TextEncoder().encode('123456789')) // 0xe3069283
 */
export const crc32c: Crc32 = crcOf(0x82f63b78);

/** A function that takes 8 bytes at a time. */
function crcOf(reflectedPolynomial: number): Crc32 {
  const tables = makeTables(reflectedPolynomial);
  return (bytes, before = 0) => {
    let crc = ~before;
    let at = 0;
    for (const end = bytes.length - LANES; at <= end; at += LANES) {
      const low =
        crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
      crc =
        tables[7 * 256 + (low & 0xff)]! ^
        tables[6 * 256 + ((low >>> 8) & 0xff)]! ^
        tables[5 * 256 + ((low >>> 16) & 0xff)]! ^
        tables[4 * 256 + (low >>> 24)]! ^
        tables[3 * 256 + bytes[at + 4]!]! ^
        tables[2 * 256 + bytes[at + 5]!]! ^
        tables[256 + bytes[at + 6]!]! ^
        tables[bytes[at + 7]!]!;
    }
    for (; at < bytes.length; at++) crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]!) & 0xff]!;
    return ~crc >>> 0;
  };
}

/** Table k holds the checksum of one byte followed by k zero bytes ("slicing by 8", Kounavis and Berry 2005). */
function makeTables(reflectedPolynomial: number): Int32Array {
  const tables = new Int32Array(LANES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ reflectedPolynomial : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const shorter = tables[i - 256]!;
    tables[i] = (shorter >>> 8) ^ tables[shorter & 0xff]!;
  }
  return tables;
}
