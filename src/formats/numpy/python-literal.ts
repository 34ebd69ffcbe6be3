import { MAX_NPY_HEADER_DEPTH } from '../../limits.ts';

/** What a literal of Python stands for: a tuple and a list are both arrays, a dict is a map. */
export type PythonLiteral =
  | string
  | boolean
  | bigint
  | undefined
  | readonly PythonLiteral[]
  | ReadonlyMap<string, PythonLiteral>;

/** Text that is none of the literals that a .npy header may hold. */
export class NotALiteral extends Error {
  /** Where it stops being one, in characters. */
  readonly at: number;

  constructor(what: string, at: number) {
    super(what);
    this.at = at;
  }
}

/** Integers of 64 bits have at most 20 digits; Python 2 wrote an L after long ones. */
const INTEGER = /-?\d{1,20}(?!\d)L?/y;
const WORD = /True|False|None/y;
const SPACE = /[ \t\n]*/y;
/** Texts in headers are names and codes of types; NumPy escapes what is not printable. */
const TEXT = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y;
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Parses text that is one literal of Python: texts, whole numbers, True, False, None, tuples, lists, and dicts with
 * texts as keys. Nothing is ever evaluated.
 *
 * @throws NotALiteral
 * @example parsePythonLiteral("{'shape': (2, 3)}") // Map { 'shape' → [2n, 3n] }
 */
export function parsePythonLiteral(text: string): PythonLiteral {
  let at = 0;
  const value = parseValue(0);
  if (at !== text.length) throw new NotALiteral('something follows the literal', at);
  return value;

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text) ?? undefined;
    if (match !== undefined) at = pattern.lastIndex;
    return match;
  }

  /** Takes the character, with the space around it, if it comes next. */
  function takeMark(mark: string): boolean {
    if (text[at] !== mark) return false;
    at++;
    take(SPACE);
    return true;
  }

  function parseValue(depth: number): PythonLiteral {
    if (depth > MAX_NPY_HEADER_DEPTH) {
      throw new NotALiteral(`literals lie more than ${MAX_NPY_HEADER_DEPTH} deep in each other`, at);
    }
    take(SPACE);
    const value = parseBare(depth);
    take(SPACE);
    return value;
  }

  function parseBare(depth: number): PythonLiteral {
    if (takeMark('{')) return parseDict(depth);
    if (takeMark('(')) return parseItems(')', depth);
    if (takeMark('[')) return parseItems(']', depth);
    const quoted = take(TEXT);
    if (quoted !== undefined) return unescapeText(quoted[1] ?? quoted[2]!);
    const integer = take(INTEGER);
    if (integer !== undefined) return BigInt(integer[0].replace('L', ''));
    const word = take(WORD)?.[0];
    if (word === undefined) throw new NotALiteral('no literal begins', at);
    return word === 'None' ? undefined : word === 'True';
  }

  function parseItems(end: string, depth: number): PythonLiteral[] {
    const items: PythonLiteral[] = [];
    while (!takeMark(end)) {
      items.push(parseValue(depth + 1));
      if (takeMark(',')) continue;
      // (2) is a number in brackets and no tuple.
      if (!takeMark(end) || (end === ')' && items.length === 1))
        throw new NotALiteral('a comma is missing', at);
      break;
    }
    return items;
  }

  function parseDict(depth: number): Map<string, PythonLiteral> {
    const members = new Map<string, PythonLiteral>();
    while (!takeMark('}')) {
      const key = parseValue(depth + 1);
      if (typeof key !== 'string' || members.has(key))
        throw new NotALiteral('a key is no text, or is there twice', at);
      if (!takeMark(':')) throw new NotALiteral('a colon is missing', at);
      members.set(key, parseValue(depth + 1));
      if (takeMark(',')) continue;
      if (!takeMark('}')) throw new NotALiteral('a comma is missing', at);
      break;
    }
    return members;
  }
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/gs, (written, letter: string) => ESCAPED.get(letter) ?? written);
}
