const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

const BACKSLASH = 0x5c;
const QUOTES = [0x27, 0x22];
const LETTER_X = 0x78;

/** What follows a backslash in a Python 2 string, and the byte that it stands for. */
const ESCAPES: ReadonlyMap<number, number> = new Map(
  [
    ['\\', '\\'],
    ["'", "'"],
    ['"', '"'],
    ['a', '\x07'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
  ].map(([letter, character]) => [letter!.charCodeAt(0), character!.charCodeAt(0)]),
);

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
 * A Python 2 string literal as protocol 0 writes it, with its quotes. It escapes what is not printable as `\n` and
 * the like or `\xhh`; a backslash before anything else is one.
 *
 * @returns undefined when it is not quoted.
 */
export function parsePython2Literal(line: Uint8Array): string | Uint8Array | undefined {
  const quote = line[0];
  if (line.length < 2 || !QUOTES.includes(quote!) || line.at(-1) !== quote) return undefined;
  const bytes = new Uint8Array(line.length);
  let length = 0;
  for (let at = 1; at < line.length - 1; at++) {
    const byte = line[at]!;
    const hex =
      byte === BACKSLASH && line[at + 1] === LETTER_X ? decodeLatin1(line.subarray(at + 2, at + 4)) : '';
    const escaped = byte === BACKSLASH ? ESCAPES.get(line[at + 1]!) : undefined;
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes[length++] = Number.parseInt(hex, 16);
      at += 3;
    } else if (escaped !== undefined) {
      bytes[length++] = escaped;
      at++;
    } else {
      bytes[length++] = byte;
    }
  }
  return decodePython2(bytes.subarray(0, length));
}

/** Text in Python's raw-unicode-escape: Latin-1 with `\uXXXX` and `\UXXXXXXXX` for the rest. */
export function parseRawUnicodeEscape(line: Uint8Array): string {
  return decodeLatin1(line).replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (sequence, short, long) => {
    const code = Number.parseInt(short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
  });
}
