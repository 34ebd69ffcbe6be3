import { bytesPerElement, type Dtype } from '../dtype.ts';

/** The fields of a TensorProto that hold elements as numbers, instead of as `raw_data`. */
const FLOAT_DATA = 4;
const INT32_DATA = 5;
const INT64_DATA = 7;
const DOUBLE_DATA = 10;
const UINT64_DATA = 11;

/** How a field of numbers stores each of them; packed, they lie one after another in `bytes`. */
export const DATA_FIELDS: ReadonlyMap<number, 'fixed32' | 'fixed64' | 'varint'> = new Map([
  [FLOAT_DATA, 'fixed32'],
  [INT32_DATA, 'varint'],
  [INT64_DATA, 'varint'],
  [DOUBLE_DATA, 'fixed64'],
  [UINT64_DATA, 'varint'],
]);

/** How ONNX stores the elements of one of its types. */
export interface ElementType {
  /** Alphagate's name where there is one, or ONNX's own. */
  readonly name: string;
  readonly elementBytes: number;
  /** The field that holds them where `raw_data` does not. */
  readonly dataField: number;
}

/** TensorProto.DataType, onnx.proto3. Those of 8 and 16 bits lie in int32_data, floating-point ones as bit patterns. */
const NUMBERS: readonly [dataType: number, dtype: Dtype, dataField: number][] = [
  [1, 'F32', FLOAT_DATA],
  [2, 'U8', INT32_DATA],
  [3, 'I8', INT32_DATA],
  [4, 'U16', INT32_DATA],
  [5, 'I16', INT32_DATA],
  [6, 'I32', INT32_DATA],
  [7, 'I64', INT64_DATA],
  [9, 'BOOL', INT32_DATA],
  [10, 'F16', INT32_DATA],
  [11, 'F64', DOUBLE_DATA],
  [12, 'U32', UINT64_DATA],
  [13, 'U64', UINT64_DATA],
  [16, 'BF16', INT32_DATA],
  [17, 'F8_E4M3', INT32_DATA],
  [19, 'F8_E5M2', INT32_DATA],
];

const ELEMENT_TYPES: ReadonlyMap<number, ElementType> = new Map(
  NUMBERS.map(([dataType, dtype, dataField]) => [
    dataType,
    { name: dtype, elementBytes: bytesPerElement(dtype), dataField },
  ]),
);

/** Types that are listed and never analysed: text, complex, packed, scales. */
const OTHERS: ReadonlyMap<number, string> = new Map([
  [8, 'string'],
  [14, 'complex64'],
  [15, 'complex128'],
  [18, 'float8e4m3fnuz'],
  [20, 'float8e5m2fnuz'],
  [21, 'uint4'],
  [22, 'int4'],
  [23, 'float4e2m1'],
  [24, 'float8e8m0'],
  [25, 'uint2'],
  [26, 'int2'],
]);

/** The type of elements that can be read, or undefined. */
export function elementType(dataType: number | 'sparse'): ElementType | undefined {
  return dataType === 'sparse' ? undefined : ELEMENT_TYPES.get(dataType);
}

/** What to call a type whose elements cannot be read; a later ONNX may have more of them. */
export function opaqueTypeName(dataType: number | 'sparse'): string {
  if (dataType === 'sparse') return dataType;
  return OTHERS.get(dataType) ?? `ONNX type ${dataType}`;
}
