import type { Dtype } from '../dtype.ts';

/** Names that NumPy, and ml_dtypes beside it, give to the types of elements that have a dtype here. */
export const NUMPY_DTYPE_NAMES: ReadonlyMap<string, Dtype> = new Map([
  ['float16', 'F16'],
  ['float32', 'F32'],
  ['float64', 'F64'],
  ['bfloat16', 'BF16'],
  ['float8_e4m3fn', 'F8_E4M3'],
  ['float8_e5m2', 'F8_E5M2'],
  ['int8', 'I8'],
  ['int16', 'I16'],
  ['int32', 'I32'],
  ['int64', 'I64'],
  ['uint8', 'U8'],
  ['uint16', 'U16'],
  ['uint32', 'U32'],
  ['uint64', 'U64'],
  ['bool', 'BOOL'],
]);

/** NumPy's codes of the same types, behind the byte order: the kind and the bytes of an element. */
export const NUMPY_DTYPE_CODES: ReadonlyMap<string, Dtype> = new Map([
  ['f2', 'F16'],
  ['f4', 'F32'],
  ['f8', 'F64'],
  ['i1', 'I8'],
  ['i2', 'I16'],
  ['i4', 'I32'],
  ['i8', 'I64'],
  ['u1', 'U8'],
  ['u2', 'U16'],
  ['u4', 'U32'],
  ['u8', 'U64'],
  ['b1', 'BOOL'],
]);
