import type { Dtype } from '../dtype.ts';
import type { Hdf5Cursor } from './hdf5-bytes.ts';

/** What the elements of an array or an attribute are. */
export type Datatype =
  | { readonly kind: 'number'; readonly dtype: Dtype; readonly bytes: number; readonly isBigEndian: boolean }
  | { readonly kind: 'text'; readonly bytes: number }
  | { readonly kind: 'long text'; readonly bytes: number }
  | { readonly kind: 'opaque'; readonly bytes: number; readonly word: string };

const INTEGER = 0;
const FLOAT = 1;
const STRING = 3;
const VARIABLE_LENGTH = 9;

/** By class, for lists of what was skipped. */
const WORDS = [
  'integer',
  'float',
  'time',
  'text',
  'bits',
  'opaque',
  'compound',
  'reference',
  'enumeration',
  'list',
  'array',
];

/** Floating-point numbers by their bytes, the bits of their exponent and those of their fraction. */
const FLOATS: ReadonlyMap<string, Dtype> = new Map([
  ['8:11:52', 'F64'],
  ['4:8:23', 'F32'],
  ['2:5:10', 'F16'],
  ['2:8:7', 'BF16'],
]);

/**
 * Source: HDF5 File Format Specification 3.0, IV.A.2.d, "Datatype Message".
 *
 * @throws FormatError `BAD_HDF5` when the message ends early.
 */
export function readDatatype(cursor: Hdf5Cursor): Datatype {
  const type = cursor.uint(1) & 0x0f;
  const bits = cursor.uint(3);
  const bytes = cursor.uint(4);
  const opaque: Datatype = { kind: 'opaque', bytes, word: WORDS[type] ?? `class ${type}` };
  if (type === STRING) return { kind: 'text', bytes };
  if (type === VARIABLE_LENGTH) return (bits & 0x0f) === 1 ? { kind: 'long text', bytes } : opaque;
  if (type === INTEGER) {
    const dtype = integerDtype(bytes, (bits & 0x08) !== 0);
    return dtype === undefined ? opaque : { kind: 'number', dtype, bytes, isBigEndian: (bits & 0x01) !== 0 };
  }
  if (type !== FLOAT) return opaque;
  cursor.skip(2);
  const precision = cursor.uint(2);
  cursor.skip(1);
  const exponentBits = cursor.uint(1);
  cursor.skip(1);
  const fractionBits = cursor.uint(1);
  const dtype = FLOATS.get(`${bytes}:${exponentBits}:${fractionBits}`);
  const isVax = (bits & 0x40) !== 0;
  if (dtype === undefined || isVax || precision !== 8 * bytes)
    return { ...opaque, word: `float${8 * bytes}` };
  return { kind: 'number', dtype, bytes, isBigEndian: (bits & 0x01) !== 0 };
}

function integerDtype(bytes: number, isSigned: boolean): Dtype | undefined {
  switch (bytes) {
    case 1:
      return isSigned ? 'I8' : 'U8';
    case 2:
      return isSigned ? 'I16' : 'U16';
    case 4:
      return isSigned ? 'I32' : 'U32';
    case 8:
      return isSigned ? 'I64' : 'U64';
    default:
      return undefined;
  }
}
