import { describe, expect, test } from '@jest/globals';
import { FormatError } from '../../../../src/errors.ts';
import { MoreBytesNeeded } from '../../../../src/formats/pytorch/pickle-cursor.ts';
import { isNode, type PickleValue } from '../../../../src/formats/pytorch/pickle-value.ts';
import { type Unpickled, unpickle } from '../../../../src/formats/pytorch/unpickle.ts';
import { latin1 } from '../../../support/pickle-writer.ts';

/** Each character is one byte of the pickle. */
function parse(characters: string): Unpickled {
  const bytes = latin1(characters);
  return unpickle({ bytes, startByte: 0, lastByte: bytes.length, subject: 'the pickle' });
}

/** The value in a form that compares easily. */
function plain(value: PickleValue | undefined): unknown {
  if (value instanceof Uint8Array) return { bytes: [...value] };
  if (value === undefined || !isNode(value)) return value;
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return { [value.kind]: value.items.map(plain) };
    case 'dict':
      return { dict: value.entries.map(plain) };
    case 'global':
      return { global: value.name };
    case 'persistent':
      return { persistent: plain(value.id) };
    case 'object': {
      const { callable, args, state, entries, items } = value;
      const then = { state: plain(state), entries: entries?.map(plain), items: items?.map(plain) };
      return { call: plain(callable), args: args.map(plain), ...JSON.parse(JSON.stringify(then)) };
    }
  }
}

const plainValue = (characters: string) => plain(parse(characters).value);

function codeOf(characters: string): string {
  try {
    parse(characters);
    return 'read';
  } catch (error) {
    if (error instanceof FormatError) return error.code;
    throw error;
  }
}

describe('every opcode', () => {
  const x = { global: 'm.f' };
  test.each<[name: string, pickle: string, value: unknown]>([
    ['NONE', 'N.', null],
    ['NEWTRUE, NEWFALSE', '\x80\x02\x88\x89\x86.', { tuple: [true, false] }],
    ['INT', 'I-12\n.', -12],
    ['INT as a truth value', 'I01\n.', true],
    ['LONG', 'L12L\n.', 12],
    ['LONG beyond exact numbers', 'L9007199254740993L\n.', 9007199254740993n],
    ['FLOAT', 'F-1.5e2\n.', -150],
    ['FLOAT infinite', 'F-inf\n.', Number.NEGATIVE_INFINITY],
    ['FLOAT not a number', 'Fnan\n.', Number.NaN],
    ['BININT', 'J\xff\xff\xff\xff.', -1],
    ['BININT1', 'K\xff.', 255],
    ['BININT2', 'M\x01\x02.', 513],
    ['LONG1', '\x8a\x02\xff\xff.', -1],
    ['LONG1 of no bytes', '\x8a\x00.', 0],
    ['LONG1 of 10 bytes', '\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.', 0x1950a86a20f9469cfc6cn],
    ['LONG4', '\x8b\x01\x00\x00\x00\x7f.', 127],
    ['BINFLOAT', 'G\x3f\xf8\x00\x00\x00\x00\x00\x00.', 1.5],
    ['STRING', "S'a\\'\\x41\\n\\q\\xg'\n.", "a'A\n\\q\\xg"],
    ['STRING that is not text', 'S"\\xff"\n.', { bytes: [255] }],
    ['BINSTRING', 'T\x02\x00\x00\x00hi.', 'hi'],
    ['SHORT_BINSTRING', 'U\x02hi.', 'hi'],
    ['SHORT_BINSTRING that is not text', 'U\x01\xff.', { bytes: [255] }],
    ['UNICODE', 'Va\\u20ac\xe9\\U0001f600\n.', 'a€é😀'],
    ['BINUNICODE', 'X\x03\x00\x00\x00\xe2\x82\xac.', '€'],
    ['SHORT_BINUNICODE', '\x8c\x02hi.', 'hi'],
    ['BINUNICODE8', '\x8d\x02\x00\x00\x00\x00\x00\x00\x00hi.', 'hi'],
    ['BINBYTES', 'B\x01\x00\x00\x00a.', { bytes: [97] }],
    ['SHORT_BINBYTES', 'C\x01a.', { bytes: [97] }],
    ['BINBYTES8', '\x8e\x01\x00\x00\x00\x00\x00\x00\x00a.', { bytes: [97] }],
    ['BYTEARRAY8, READONLY_BUFFER', '\x96\x01\x00\x00\x00\x00\x00\x00\x00a\x98.', { bytes: [97] }],
    ['EMPTY_LIST, APPEND', ']K\x01a.', { list: [1] }],
    ['APPENDS', '](K\x01K\x02e.', { list: [1, 2] }],
    ['LIST', '(K\x01K\x02l.', { list: [1, 2] }],
    ['EMPTY_TUPLE', ').', { tuple: [] }],
    ['TUPLE', '(K\x01K\x02t.', { tuple: [1, 2] }],
    ['TUPLE1', 'K\x01\x85.', { tuple: [1] }],
    ['TUPLE2', 'K\x01K\x02\x86.', { tuple: [1, 2] }],
    ['TUPLE3', 'K\x01K\x02K\x03\x87.', { tuple: [1, 2, 3] }],
    ['EMPTY_DICT, SETITEM', '}K\x01K\x02s.', { dict: [1, 2] }],
    ['SETITEMS', '}(K\x01K\x02K\x03K\x04u.', { dict: [1, 2, 3, 4] }],
    ['DICT', '(K\x01K\x02d.', { dict: [1, 2] }],
    ['EMPTY_SET, ADDITEMS', '\x8f(K\x01\x90.', { set: [1] }],
    ['FROZENSET', '(K\x01\x91.', { set: [1] }],
    ['GLOBAL', 'cm\nf\n.', x],
    ['STACK_GLOBAL', '\x8c\x01m\x8c\x01f\x93.', x],
    ['REDUCE', 'cm\nf\nK\x01\x85R.', { call: x, args: [1] }],
    ['NEWOBJ', 'cm\nf\n)\x81.', { call: x, args: [] }],
    ['NEWOBJ_EX', 'cm\nf\n)}\x92.', { call: x, args: [] }],
    ['INST', '(K\x01im\nf\n.', { call: x, args: [1] }],
    ['OBJ', '(cm\nf\nK\x01o.', { call: x, args: [1] }],
    ['BUILD', 'cm\nf\n)RK\x01b.', { call: x, args: [], state: 1 }],
    ['SETITEM on an object', 'cm\nf\n)RK\x01K\x02s.', { call: x, args: [], entries: [1, 2] }],
    ['APPEND on an object', 'cm\nf\n)RK\x01a.', { call: x, args: [], items: [1] }],
    ['PERSID', 'Pid\n.', { persistent: 'id' }],
    ['BINPERSID', 'K\x01Q.', { persistent: 1 }],
    ['POP', 'K\x01K\x020.', 1],
    ['POP of a mark', 'K\x01(0.', 1],
    ['POP_MARK', 'K\x01(K\x021.', 1],
    ['DUP', 'K\x012\x86.', { tuple: [1, 1] }],
    ['PUT, GET', 'K\x01p7\n0g7\n.', 1],
    ['BINPUT, BINGET', 'K\x01q\x07h\x07\x86.', { tuple: [1, 1] }],
    ['LONG_BINPUT, LONG_BINGET', 'K\x01r\x07\x00\x00\x00j\x07\x00\x00\x00\x86.', { tuple: [1, 1] }],
    ['MEMOIZE', '\x80\x04K\x01\x94K\x02\x94h\x00h\x01\x86.', { tuple: [1, 2] }],
    ['PROTO, FRAME', '\x80\x05\x95\x02\x00\x00\x00\x00\x00\x00\x00N.', null],
  ])('%s is read', (_, pickle, value) => {
    expect(plainValue(pickle)).toEqual(value);
    expect(parse(`${pickle}more`).endByte).toBe(pickle.length);
  });

  test('that is an extension, unknown, or needs something from outside is refused', () => {
    for (const code of ['\x82\x01', '\x83\x01\x00', '\x84\x01\x00\x00\x00', '\x97', '\xfe', '\x00']) {
      expect(codeOf(`\x80\x02${code}.`)).toBe('BAD_PICKLE');
    }
  });
});

describe('a pickle', () => {
  test('may contain itself', () => {
    const { value } = parse(']q\x00h\x00a.');
    expect(isNode(value) && value.kind === 'list' && value.items[0] === value).toBe(true);
  });

  test('tells the references to things outside in their order', () => {
    expect(parse('K\x01QK\x02Q\x86.').persistent.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('calls nothing and imports nothing', () => {
    expect(plainValue("cos\nsystem\nS'exit 1'\n\x85R.")).toEqual({
      call: { global: 'os.system' },
      args: ['exit 1'],
    });
  });

  test('is refused when its stack, marks or memo do not work out', () => {
    const broken = [
      '.',
      '0.',
      't.',
      'e.',
      'R.',
      'a.',
      '(a.',
      'K\x01(a.',
      '1.',
      '2.',
      'q\x00.',
      'h\x00.',
      'g7\n.',
      's.',
      'b.',
    ];
    for (const pickle of broken) expect([pickle, codeOf(pickle)]).toEqual([pickle, 'BAD_PICKLE']);
  });

  test('is refused when an opcode finds something of another kind', () => {
    const broken = [
      'K\x01K\x02a.', // appends to a number
      '}K\x01a.', // appends to a dict
      ']K\x01K\x02s.', // sets an item of a list
      '}(K\x01u.', // a key without a value
      'cm\nf\nNR.', // calls without arguments
      'K\x01K\x02\x93.', // a name that is not text
      '(o.', // an object of nothing
      '}Nb.', // the state of a dict
      'I1x\n.',
      'L\n.',
      'F1e\n.',
      "S'a\n.",
      'Sa\n.',
      'p-1\n.',
      '\x80\x06N.',
    ];
    for (const pickle of broken) expect([pickle, codeOf(pickle)]).toEqual([pickle, 'BAD_PICKLE']);
  });

  test('is refused when a number has more digits than any real one', () => {
    expect(codeOf(`I${'1'.repeat(3000)}\n.`)).toBe('BAD_PICKLE');
    expect(codeOf(`L${'1'.repeat(3000)}L\n.`)).toBe('BAD_PICKLE');
    expect(codeOf(`F${'1'.repeat(3000)}\n.`)).toBe('BAD_PICKLE');
    expect(codeOf(`\x8b\x01\x04\x00\x00${'1'.repeat(1025)}.`)).toBe('BAD_PICKLE');
    expect(codeOf('\x8b\xff\xff\xff\xff.')).toBe('BAD_PICKLE');
  });

  test('is refused when a length passes the end, before anything is allocated for it', () => {
    const long = '\xff\xff\xff\xff\xff\xff\xff\x7f';
    for (const pickle of [
      'U\x05hi.',
      'X\xff\xff\xff\xffhi.',
      `\x8d${long}hi.`,
      `\x8e${long}hi.`,
      `\x96${long}hi.`,
      'M\x01',
      '',
      'K',
    ]) {
      expect([pickle, codeOf(pickle)]).toEqual([pickle, 'TRUNCATED']);
    }
  });

  test('is refused when a frame passes the end, with the class that it holds', () => {
    const frame = '\x80\x04\x95\x63\x00\x00\x00\x00\x00\x00\x00';
    expect(() => parse(`${frame}csklearn.tree\nTree\n)R.`)).toThrow(
      /an object of "sklearn\.tree\.Tree".*frame/,
    );
  });

  test('is refused when it would take too much memory, however small it is', () => {
    // One index far beyond the others asks for all between; a hundred million empty dicts ask for 10 GB.
    expect(codeOf('Nr\xff\xff\xff\xff.')).toBe('PICKLE_TOO_LARGE');
    expect(codeOf(`N${'}'.repeat(6_000_000)}.`)).toBe('PICKLE_TOO_LARGE');
  });

  test('asks for more bytes when it goes on beyond what was read', () => {
    const bytes = latin1('X\x0a\x00\x00\x00hello');
    expect(() => unpickle({ bytes, startByte: 0, lastByte: 1000, subject: 'x' })).toThrow(
      new MoreBytesNeeded(15),
    );
    const line = latin1('cmodule');
    expect(() => unpickle({ bytes: line, startByte: 0, lastByte: 1000, subject: 'x' })).toThrow(
      MoreBytesNeeded,
    );
  });
});
