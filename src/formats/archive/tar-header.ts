/** Fields of a header block of 512 bytes (POSIX.1-1988 "ustar", and GNU tar's ways around its limits). */

export const BLOCK_BYTES = 512;

const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;
const CHECKSUM = [148, 156] as const;
const TYPE_AT = 156;
const MAGIC = [257, 263] as const;
const PREFIX = [345, 500] as const;

const SPACE = 0x20;

export interface TarHeader {
  /** Hostile text: never a path. */
  readonly name: string;
  /** Bytes of the content that follows. */
  readonly sizeBytes: number;
  /** One character; `0` for a regular file, however it is written. */
  readonly type: string;
}

export function isZeroBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** @returns undefined for a block that is no header: its checksum or its size is not sound. */
export function parseTarHeader(block: Uint8Array): TarHeader | undefined {
  const checksum = parseNumber(block.subarray(...CHECKSUM));
  if (checksum === undefined || !sums(block).includes(checksum)) return undefined;
  const sizeBytes = parseNumber(block.subarray(...SIZE));
  if (sizeBytes === undefined) return undefined;

  const baseName = parseText(block.subarray(...NAME));
  // Old GNU tar ends its magic with a space, and has other things where POSIX has the prefix.
  const isPosix = parseText(block.subarray(...MAGIC)) === 'ustar';
  const prefix = isPosix ? parseText(block.subarray(...PREFIX)) : '';
  const type = String.fromCharCode(block[TYPE_AT]!);
  return {
    name: prefix === '' ? baseName : `${prefix}/${baseName}`,
    sizeBytes,
    type: type === '\0' || type === '7' ? '0' : type,
  };
}

/** Up to the first zero byte. */
export function parseText(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(end === -1 ? field : field.subarray(0, end));
}

/** Octal digits, or, with the upper bit set, a big-endian number. */
function parseNumber(field: Uint8Array): number | undefined {
  if (field[0] === 0x80) {
    const value = field.subarray(1).reduce((number, byte) => 256 * number + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = /^ *([0-7]*) *$/.exec(parseText(field))?.[1];
  return digits === undefined ? undefined : Number.parseInt(`0${digits}`, 8);
}

/** The sum of all bytes, those of the checksum as spaces: unsigned, and signed as some old tools did it. */
function sums(block: Uint8Array): readonly number[] {
  let unsigned = 0;
  let negatives = 0;
  for (let i = 0; i < BLOCK_BYTES; i++) {
    const byte = i >= CHECKSUM[0] && i < CHECKSUM[1] ? SPACE : block[i]!;
    unsigned += byte;
    if (byte >= 0x80) negatives++;
  }
  return [unsigned, unsigned - 256 * negatives];
}
