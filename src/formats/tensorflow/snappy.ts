import { ByteCursor, NotAMessage } from './proto.ts';

/** A copy takes two bytes at least and stands for 64 at most. */
const MOST_EXPANSION = 64;

const LITERAL = 0;
/** Literals longer than this say their length in bytes of its own. */
const LONGEST_SHORT_LITERAL = 60;

/**
 * Expands a block of Snappy.
 *
 * Source: google/snappy, format_description.txt.
 *
 * @param mostBytes it may expand to.
 * @throws NotAMessage when the block is damaged or claims to expand to more.
 */
export function expandSnappy(block: Uint8Array, mostBytes: number): Uint8Array {
  const cursor = new ByteCursor(block);
  const length = cursor.count();
  if (length > Math.min(mostBytes, MOST_EXPANSION * block.length)) {
    throw new NotAMessage(`is said to expand from ${block.length} bytes to ${length}`);
  }
  const expanded = new Uint8Array(length);
  let filled = 0;
  const require = (bytes: number) => {
    if (filled + bytes > length)
      throw new NotAMessage(`expands to more than the ${length} bytes that it is said to`);
  };
  while (cursor.leftBytes > 0) {
    const tag = cursor.take(1)[0]!;
    const kind = tag & 3;
    if (kind === LITERAL) {
      const short = tag >> 2;
      const bytes =
        1 + (short < LONGEST_SHORT_LITERAL ? short : littleEndian(cursor, short - LONGEST_SHORT_LITERAL + 1));
      require(bytes);
      expanded.set(cursor.take(bytes), filled);
      filled += bytes;
      continue;
    }
    const bytes = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const back =
      kind === 1 ? (tag >> 5) * 256 + littleEndian(cursor, 1) : littleEndian(cursor, kind === 2 ? 2 : 4);
    require(bytes);
    if (back === 0 || back > filled) throw new NotAMessage('copies from before its beginning');
    // A copy may run into what it writes: byte by byte.
    for (let i = 0; i < bytes; i++, filled++) expanded[filled] = expanded[filled - back]!;
  }
  if (filled < length)
    throw new NotAMessage(`ends after ${filled} of the ${length} bytes that it is said to expand to`);
  return expanded;
}

function littleEndian(cursor: ByteCursor, bytes: number): number {
  return cursor.take(bytes).reduceRight((sum, byte) => 256 * sum + byte, 0);
}
