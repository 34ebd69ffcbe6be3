const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['\\', 0x5c],
  ["'", 0x27],
  ['"', 0x22],
  ['a', 0x07],
  ['b', 0x08],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);

/** Text; bytes that are not UTF-8 become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

/** Python 2 wrote text and bytes alike: what is UTF-8 is taken for text. */
export function decodePython2(bytes: Uint8Array): string | Uint8Array {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return bytes;
  }
}

/** One character for each byte. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** The inverse of `decodeLatin1`, or undefined where a character has no byte. */
export function encodeLatin1(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return undefined;
    bytes[i] = code;
  }
  return bytes;
}

/**
 * A Python 2 string literal as protocol 0 writes it, with its quotes.
 *
 * @returns undefined when it is not one.
 */
export function parsePython2Literal(line: Uint8Array): string | Uint8Array | undefined {
  const text = decodeLatin1(line).trim();
  const quote = text[0];
  if (text.length < 2 || (quote !== "'" && quote !== '"') || text.at(-1) !== quote) return undefined;
  const bytes: number[] = [];
  const body = text.slice(1, -1);
  const piece = /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))|([^\\])/y;
  while (piece.lastIndex < body.length) {
    const match = piece.exec(body);
    if (match === null) return undefined;
    const [, hex, octal, escaped, plain] = match;
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else if (plain !== undefined) bytes.push(plain.charCodeAt(0));
    else bytes.push(...escapedBytes(escaped!));
  }
  return decodePython2(Uint8Array.from(bytes));
}

/** Python keeps the backslash of an escape that it does not know. */
function escapedBytes(character: string): number[] {
  const known = ESCAPES.get(character);
  return known === undefined ? [0x5c, character.charCodeAt(0)] : [known];
}

/** Text in Python's raw-unicode-escape: Latin-1 with `\uXXXX` and `\UXXXXXXXX` for the rest. */
export function parseRawUnicodeEscape(line: Uint8Array): string {
  return decodeLatin1(line).replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (sequence, short, long) => {
    const code = Number.parseInt(short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
  });
}
