import { bytesPerElement } from '../dtype.ts';
import { NUMPY_DTYPE_CODES } from '../numpy/dtype-names.ts';
import { exactBytes } from '../shape.ts';
import { encodeLatin1 } from './pickle-text.ts';
import { callableName, isNode, type PickleObject, type PickleValue, sequenceItems } from './pickle-value.ts';
import { dtypeByTorchName, type TorchDtype } from './torch-dtype.ts';
import { type RefuseTensor, readCounts, type TorchTensor } from './torch-tensor.ts';

const RECONSTRUCT = /^numpy\.(core|_core)\.multiarray\._reconstruct$/;
const FROM_BUFFER = /^numpy\.(core|_core)\.numeric\._frombuffer$/;

/** Whether calling a function by this name makes an array. */
export function isNumpyCall(name: string): boolean {
  return RECONSTRUCT.test(name) || FROM_BUFFER.test(name);
}

/** NumPy's codes of what torch has no plain numbers for. */
const COMPLEX: ReadonlyMap<string, string> = new Map([
  ['c8', 'torch.complex64'],
  ['c16', 'torch.complex128'],
]);

/**
 * A NumPy array whose elements lie in the pickle itself, as some checkpoints hold them beside or instead of
 * tensors. Arrays of Python objects, text and records are not numbers: undefined.
 *
 * Source: `ndarray.__reduce__` and `__reduce_ex__`, numpy/_core/src/multiarray/methods.c.
 *
 * @throws what `refuse` makes when it is an array and its bytes do not fit its shape.
 */
export function readNumpyArray(object: PickleObject, refuse: RefuseTensor): TorchTensor | undefined {
  const name = callableName(object);
  if (name === undefined) return undefined;
  // With protocol 5 `_frombuffer(bytes, dtype, shape, order)`, before it a state `(version, shape, dtype, fortran, bytes)`.
  const [shapeValue, dtypeValue, fortran, data] = FROM_BUFFER.test(name)
    ? [object.args[2], object.args[1], object.args[3] === 'F', object.args[0]]
    : RECONSTRUCT.test(name)
      ? (sequenceItems(object.state)?.slice(1) ?? [])
      : [];
  const element = readDtype(dtypeValue);
  if (element === undefined) return undefined;

  const shape = readCounts(shapeValue);
  const inline = readBytes(data);
  const { dtype, bigEndian } = element;
  if (shape === undefined || inline === undefined) {
    throw refuse('is a NumPy array without a sound shape or without bytes');
  }
  const elements = exactBytes(shape, 1);
  if (elements * BigInt(dtype.elementBytes) !== BigInt(inline.length)) {
    throw refuse(`is a NumPy array of ${elements} elements in ${inline.length} bytes`);
  }
  const strides: number[] = new Array(shape.length).fill(0);
  let step = 1;
  for (let i = 0; i < shape.length; i++) {
    const axis = fortran === true ? i : shape.length - 1 - i;
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return { dtype, storage: { inline, bigEndian }, offset: 0, shape, strides };
}

/** `dtype(code, ...)` with the state `(version, byte order, ...)`; native orders are those of little-endian machines. */
function readDtype(value: PickleValue | undefined): { dtype: TorchDtype; bigEndian: boolean } | undefined {
  if (callableName(value) !== 'numpy.dtype') return undefined;
  const { args, state } = value as PickleObject;
  const [code] = args;
  const dtype = typeof code === 'string' ? dtypeByCode(code) : undefined;
  return dtype === undefined ? undefined : { dtype, bigEndian: sequenceItems(state)?.[1] === '>' };
}

function dtypeByCode(code: string): TorchDtype | undefined {
  const name = NUMPY_DTYPE_CODES.get(code);
  if (name === undefined) return dtypeByTorchName(COMPLEX.get(code) ?? '');
  return { name, elementBytes: bytesPerElement(name), partBytes: bytesPerElement(name) };
}

/** Bytes as Python 3 writes them, or Python 2's, or through `_codecs.encode(text, 'latin1')` as protocol 2 must. */
function readBytes(value: PickleValue | undefined): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return new TextEncoder().encode(value);
  if (!isNode(value) || value.kind !== 'object') return undefined;
  const name = callableName(value);
  const [content, encoding] = value.args;
  if (name === '_codecs.encode' && typeof content === 'string' && encoding === 'latin1')
    return encodeLatin1(content);
  if (name === '__builtin__.bytes' && content === undefined) return new Uint8Array();
  if (name === 'builtins.bytearray' || name === '__builtin__.bytearray') return readBytes(content);
  return undefined;
}
