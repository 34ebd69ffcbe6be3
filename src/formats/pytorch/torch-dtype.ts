import type { Dtype } from '../dtype.ts';

/** How torch stores the elements of one of its dtypes. */
export interface TorchDtype {
  /** Alphagate's name where there is one, or torch's own. */
  readonly name: string;
  /** A fraction where several elements share a byte. */
  readonly elementBytes: number;
  /** Bytes of the parts that a machine of the other byte order stores the other way round. */
  readonly partBytes: number;
}

const NUMBERS: readonly [torchName: string, name: Dtype, bytes: number, storageClass?: string][] = [
  ['float64', 'F64', 8, 'DoubleStorage'],
  ['float32', 'F32', 4, 'FloatStorage'],
  ['float16', 'F16', 2, 'HalfStorage'],
  ['bfloat16', 'BF16', 2, 'BFloat16Storage'],
  ['float8_e4m3fn', 'F8_E4M3', 1],
  ['float8_e5m2', 'F8_E5M2', 1],
  ['int64', 'I64', 8, 'LongStorage'],
  ['int32', 'I32', 4, 'IntStorage'],
  ['int16', 'I16', 2, 'ShortStorage'],
  ['int8', 'I8', 1, 'CharStorage'],
  ['uint64', 'U64', 8],
  ['uint32', 'U32', 4],
  ['uint16', 'U16', 2],
  ['uint8', 'U8', 1, 'ByteStorage'],
  ['bool', 'BOOL', 1, 'BoolStorage'],
];

/** Dtypes that are listed and never analysed: complex, quantised, packed, scales. */
const OTHERS: readonly [torchName: string, bytes: number, partBytes: number, storageClass?: string][] = [
  ['complex32', 4, 2],
  ['complex64', 8, 4, 'ComplexFloatStorage'],
  ['complex128', 16, 8, 'ComplexDoubleStorage'],
  ['qint8', 1, 1, 'QInt8Storage'],
  ['quint8', 1, 1, 'QUInt8Storage'],
  ['qint32', 4, 4, 'QInt32Storage'],
  ['quint4x2', 0.5, 1, 'QUInt4x2Storage'],
  ['quint2x4', 0.25, 1, 'QUInt2x4Storage'],
  ['float8_e4m3fnuz', 1, 1],
  ['float8_e5m2fnuz', 1, 1],
  ['float8_e8m0fnu', 1, 1],
  ['float4_e2m1fn_x2', 1, 1],
  ['bits8', 1, 1],
  ['bits16', 2, 2],
  ['bits1x8', 1, 1],
  ['bits2x4', 1, 1],
  ['bits4x2', 1, 1],
];

const BY_TORCH_NAME = new Map<string, TorchDtype>();
const BY_STORAGE_CLASS = new Map<string, TorchDtype>();

for (const [torchName, name, bytes, storageClass] of NUMBERS) {
  register(torchName, storageClass, { name, elementBytes: bytes, partBytes: bytes });
}
for (const [torchName, bytes, partBytes, storageClass] of OTHERS) {
  register(torchName, storageClass, { name: torchName, elementBytes: bytes, partBytes });
}

function register(torchName: string, storageClass: string | undefined, dtype: TorchDtype): void {
  BY_TORCH_NAME.set(`torch.${torchName}`, dtype);
  if (storageClass !== undefined) BY_STORAGE_CLASS.set(storageClass, dtype);
}

const BYTE: TorchDtype = BY_TORCH_NAME.get('torch.uint8')!;

/** @param globalName such as `torch.float8_e4m3fn`. */
export function dtypeByTorchName(globalName: string): TorchDtype | undefined {
  return BY_TORCH_NAME.get(globalName);
}

/** @param globalName a storage class such as `torch.FloatStorage` or `torch.cuda.HalfStorage`; untyped ones hold bytes. */
export function dtypeByStorageClass(globalName: string): TorchDtype | undefined {
  const [, storageClass] = /^torch\.(?:\w+\.)*(\w+)$/.exec(globalName) ?? [];
  if (storageClass === undefined) return undefined;
  return storageClass === 'UntypedStorage' ? BYTE : BY_STORAGE_CLASS.get(storageClass);
}
