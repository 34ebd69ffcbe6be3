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
