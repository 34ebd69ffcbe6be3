import { MAX_PICKLE_INTEGER_BYTES } from '../../limits.ts';
import type { PickleMachine } from './pickle-machine.ts';
import { decodePython2, decodeText, parsePython2Literal, parseRawUnicodeEscape } from './pickle-text.ts';
import { isNode } from './pickle-value.ts';

type Opcode = (machine: PickleMachine) => void;

const HIGHEST_PROTOCOL = 5;

/** The largest index a JavaScript array has, and larger than any memo. */
const MAX_MEMO_INDEX = 2 ** 32 - 2;

/** Numbers and constants. */
const NUMBERS: Record<string, Opcode> = {
  N: (m) => m.push(null),
  '\x88': (m) => m.push(true),
  '\x89': (m) => m.push(false),
  I: pushIntLine,
  L: (m) => m.pushNumber(integer(parseDecimal(m, numberLine(m).replace(/L$/, '')))),
  F: (m) => m.pushNumber(parseFloatLine(m)),
  J: (m) => m.push(m.cursor.i32()),
  K: (m) => m.push(m.cursor.u8()),
  M: (m) => m.push(m.cursor.u16()),
  '\x8a': (m) => m.pushNumber(parseLong(m, m.cursor.u8())),
  '\x8b': (m) => m.pushNumber(parseLong(m, m.cursor.i32())),
  G: (m) => m.pushNumber(m.cursor.f64()),
};

/** Text and bytes. */
const TEXTS: Record<string, Opcode> = {
  S: (m) =>
    pushPython2(m, parsePython2Literal(m.cursor.line()) ?? refuse(m, 'has a string that is not quoted')),
  T: (m) => pushPython2(m, decodePython2(m.cursor.bytes(m.cursor.u32()))),
  U: (m) => pushPython2(m, decodePython2(m.cursor.bytes(m.cursor.u8()))),
  V: (m) => m.pushText(parseRawUnicodeEscape(m.cursor.line())),
  X: (m) => m.pushText(decodeText(m.cursor.bytes(m.cursor.u32()))),
  '\x8c': (m) => m.pushText(decodeText(m.cursor.bytes(m.cursor.u8()))),
  '\x8d': (m) => m.pushText(decodeText(m.cursor.bytes(m.cursor.u64()))),
  B: (m) => m.pushBytes(m.cursor.bytes(m.cursor.u32())),
  C: (m) => m.pushBytes(m.cursor.bytes(m.cursor.u8())),
  '\x8e': (m) => m.pushBytes(m.cursor.bytes(m.cursor.u64())),
  '\x96': (m) => m.pushBytes(m.cursor.bytes(m.cursor.u64())),
  '\x97': (m) => refuse(m, 'needs a buffer from outside the pickle'),
  '\x98': (m) => void m.top(),
};

/** Lists, tuples, dicts and sets. */
const CONTAINERS: Record<string, Opcode> = {
  ']': (m) => m.pushSequence('list', []),
  ')': (m) => m.pushSequence('tuple', []),
  '\x8f': (m) => m.pushSequence('set', []),
  '}': (m) => m.pushDict([]),
  l: (m) => m.pushSequence('list', m.popMark()),
  t: (m) => m.pushSequence('tuple', m.popMark()),
  '\x85': (m) => m.pushSequence('tuple', [m.pop()]),
  '\x86': (m) => m.pushSequence('tuple', [m.pop(), m.pop()].reverse()),
  '\x87': (m) => m.pushSequence('tuple', [m.pop(), m.pop(), m.pop()].reverse()),
  '\x91': (m) => m.pushSequence('set', m.popMark()),
  d: (m) => {
    const entries = m.popMark();
    m.pushDict([]);
    m.setItems(m.container(), entries);
  },
  a: (m) => {
    const item = m.pop();
    m.appendTo(m.container(), [item]);
  },
  e: appendSinceMark,
  '\x90': appendSinceMark,
  s: (m) => {
    const value = m.pop();
    const key = m.pop();
    m.setItems(m.container(), [key, value]);
  },
  u: (m) => {
    const entries = m.popMark();
    m.setItems(m.container(), entries);
  },
};

/** Classes, and calls that are remembered and never made. */
const OBJECTS: Record<string, Opcode> = {
  c: (m) => m.pushGlobal(decodeText(m.cursor.line()), decodeText(m.cursor.line())),
  '\x93': (m) => {
    const name = m.popText();
    m.pushGlobal(m.popText(), name);
  },
  R: callWithArguments,
  '\x81': callWithArguments,
  '\x92': (m) => {
    m.pop();
    callWithArguments(m);
  },
  i: (m) => {
    const module = decodeText(m.cursor.line());
    const name = decodeText(m.cursor.line());
    const args = m.popMark();
    m.pushGlobal(module, name);
    m.pushObject(m.pop(), args);
  },
  o: (m) => {
    const [callable, ...args] = m.popMark();
    if (callable === undefined) refuse(m, 'makes an object of no class');
    else m.pushObject(callable, args);
  },
  b: (m) => {
    const state = m.pop();
    const target = m.top();
    if (!isNode(target) || target.kind !== 'object') refuse(m, 'sets the state of something that has none');
    else target.state = state;
  },
  P: (m) => m.pushPersistent(decodeText(m.cursor.line())),
  Q: (m) => m.pushPersistent(m.pop()),
};

/** Stack, memo and framing. */
const BOOKKEEPING: Record<string, Opcode> = {
  '(': (m) => m.mark(),
  '0': (m) => m.discard(),
  '1': (m) => void m.popMark(),
  '2': (m) => m.push(m.top()),
  g: (m) => m.get(parseMemoIndex(m)),
  h: (m) => m.get(m.cursor.u8()),
  j: (m) => m.get(m.cursor.u32()),
  p: (m) => m.put(parseMemoIndex(m)),
  q: (m) => m.put(m.cursor.u8()),
  r: (m) => m.put(m.cursor.u32()),
  '\x94': (m) => m.memoize(),
  '\x80': (m) => {
    const protocol = m.cursor.u8();
    if (protocol > HIGHEST_PROTOCOL)
      refuse(m, `claims protocol ${protocol}, and the highest is ${HIGHEST_PROTOCOL}`);
  },
  '\x95': (m) => m.frame(m.cursor.u64()),
};

/**
 * What each opcode of protocols 0 to 5 does, by its byte. The extension registry (EXT1, EXT2, EXT4) is left out:
 * its codes mean something in one program only. STOP ends the loop that uses this table.
 *
 * Source: CPython, Lib/pickletools.py, which describes every opcode.
 */
export const OPCODES: readonly (Opcode | undefined)[] = tabulate({
  ...NUMBERS,
  ...TEXTS,
  ...CONTAINERS,
  ...OBJECTS,
  ...BOOKKEEPING,
});

function tabulate(byCharacter: Record<string, Opcode>): (Opcode | undefined)[] {
  const table = new Array<Opcode | undefined>(256).fill(undefined);
  for (const [character, opcode] of Object.entries(byCharacter)) table[character.charCodeAt(0)] = opcode;
  return table;
}

function refuse(machine: PickleMachine, problem: string): never {
  throw machine.bad(problem);
}

function pushPython2(machine: PickleMachine, value: string | Uint8Array): void {
  if (typeof value === 'string') machine.pushText(value);
  else machine.pushBytes(value);
}

function appendSinceMark(machine: PickleMachine): void {
  const items = machine.popMark();
  machine.appendTo(machine.container(), items);
}

function callWithArguments(machine: PickleMachine): void {
  const args = machine.popArguments();
  machine.pushObject(machine.pop(), args);
}

function numberLine(machine: PickleMachine): string {
  const line = machine.cursor.line();
  if (line.length > 2 * MAX_PICKLE_INTEGER_BYTES) refuse(machine, `has a number of ${line.length} digits`);
  return decodeText(line).trim();
}

/** Protocol 0 writes True as 01 and False as 00. */
function pushIntLine(machine: PickleMachine): void {
  const text = numberLine(machine);
  if (text === '00' || text === '01') machine.push(text === '01');
  else machine.pushNumber(integer(parseDecimal(machine, text)));
}

function parseDecimal(machine: PickleMachine, text: string): bigint {
  return /^[+-]?\d+$/.test(text) ? BigInt(text) : refuse(machine, 'has an integer that is not one');
}

function parseFloatLine(machine: PickleMachine): number {
  const text = numberLine(machine).toLowerCase();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text)) return Number(text);
  const [, sign, word] = /^([+-]?)(inf|nan)$/.exec(text) ?? refuse(machine, 'has a float that is not one');
  const magnitude = word === 'inf' ? Number.POSITIVE_INFINITY : Number.NaN;
  return sign === '-' ? -magnitude : magnitude;
}

/** Two's complement, little-endian. */
function parseLong(machine: PickleMachine, length: number): number | bigint {
  if (length < 0 || length > MAX_PICKLE_INTEGER_BYTES) refuse(machine, `has an integer of ${length} bytes`);
  let hex = '0x0';
  for (const byte of machine.cursor.bytes(length).toReversed()) hex += byte.toString(16).padStart(2, '0');
  return integer(BigInt.asIntN(8 * length, BigInt(hex)));
}

/** A number where it is exact. */
function integer(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function parseMemoIndex(machine: PickleMachine): number {
  const index = parseDecimal(machine, numberLine(machine));
  if (index < 0n || index > BigInt(MAX_MEMO_INDEX)) refuse(machine, `remembers a value as number ${index}`);
  return Number(index);
}
