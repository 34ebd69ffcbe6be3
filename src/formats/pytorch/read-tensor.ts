import { MAX_DIMENSIONS } from '../../limits.ts';
import { quote } from '../refusal.ts';
import { mappingEntries, mappingGet } from './mapping.ts';
import { isNumpyCall, readNumpyArray } from './numpy-array.ts';
import {
  callableName,
  globalName,
  type PickleObject,
  type PickleValue,
  sequenceItems,
} from './pickle-value.ts';
import { readStorageReference } from './storage-reference.ts';
import { dtypeByTorchName } from './torch-dtype.ts';
import { isCount, type RefuseTensor, readCounts, type TorchTensor } from './torch-tensor.ts';

type Rebuild = (args: readonly PickleValue[], refuse: RefuseTensor) => TorchTensor;

/** The functions by which torch rebuilds tensors, `torch/_utils.py`. */
const REBUILD: ReadonlyMap<string, Rebuild> = new Map<string, Rebuild>([
  ['torch._utils._rebuild_tensor', rebuildView],
  ['torch._utils._rebuild_tensor_v2', (args, refuse) => rebuildView(args, refuse, args[6])],
  ['torch._utils._rebuild_tensor_v3', rebuildTyped],
  ['torch._utils._rebuild_qtensor', (args, refuse) => rebuildView(args, refuse)],
  ['torch._utils._rebuild_sparse_tensor', (args, refuse) => notDense('sparse', sparseShape(args), refuse)],
  ['torch._utils._rebuild_meta_tensor_no_storage', (args, refuse) => notDense('meta', args[1], refuse)],
  ['torch._utils._rebuild_wrapper_subclass', (args, refuse) => notDense('tensor subclass', args[2], refuse)],
]);

/** What wraps the tensor that is its first argument. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'torch._utils._rebuild_parameter',
  'torch._utils._rebuild_parameter_with_state',
  'torch._utils._rebuild_device_tensor_from_cpu_tensor',
  'torch._utils._rebuild_device_tensor_from_numpy',
  'torch._utils._rebuild_xla_tensor',
  'torch.nn.parameter.Parameter',
  'torch.nn.parameter.Buffer',
  'torch.autograd.variable.Variable',
]);

/** What calls its first argument with its third ones, and then adds attributes: `(function, type, args, state)`. */
const TYPED: ReadonlySet<string> = new Set([
  'torch._tensor._rebuild_from_type',
  'torch._tensor._rebuild_from_type_v2',
  'torch.tensor._rebuild_from_type',
]);

/** A parameter of a subclass on another device is wrapped three times. */
const MAX_WRAPPERS = 16;

/** What `pickle.dump`, rather than `torch.save`, makes of a storage. */
const PLAIN_PICKLE_STORAGE = 'torch.storage._load_from_bytes';

/**
 * The tensor that an object stands for, or undefined when it is no tensor.
 *
 * @throws what `refuse` makes when it is one and its description is not sound.
 */
export function readTorchTensor(value: PickleValue, refuse: RefuseTensor): TorchTensor | undefined {
  let current: PickleValue | undefined = value;
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const name = callableName(current);
    if (name === undefined) return undefined;
    const { args } = current as PickleObject;
    if (TYPED.has(name)) {
      const [callable = null, , inner] = args;
      current = { ...(current as PickleObject), callable, args: sequenceItems(inner) ?? [] };
    } else if (WRAPPERS.has(name)) {
      current = args[0];
    } else {
      return REBUILD.get(name)?.(args, refuse) ?? readNumpyArray(current as PickleObject, refuse);
    }
  }
  throw refuse(`is wrapped more than ${MAX_WRAPPERS} times`);
}

/** Whether an object is a call by which torch makes a tensor, sound or not. */
export function isTensorCall(value: PickleValue): boolean {
  const name = callableName(value);
  if (name === undefined) return false;
  return REBUILD.has(name) || WRAPPERS.has(name) || TYPED.has(name) || isNumpyCall(name);
}

/** `(storage, offset, size, stride, requires_grad, hooks, dtype, metadata)`: an untyped storage and its dtype. */
function rebuildTyped(args: readonly PickleValue[], refuse: RefuseTensor): TorchTensor {
  const name = globalName(args[6]) ?? '';
  const dtype = dtypeByTorchName(name);
  if (dtype !== undefined) return { ...rebuildView(args, refuse, args[7]), dtype };
  const [, torchName] = /^torch\.(\w{1,40})$/.exec(name) ?? [];
  if (torchName === undefined) throw refuse(`has the dtype ${quote(name)}, which torch does not have`);
  // A dtype of a later torch: the tensor is listed, its bytes mean nothing here.
  return notDense(torchName, args[2], refuse);
}

function rebuildView(
  args: readonly PickleValue[],
  refuse: RefuseTensor,
  metadata?: PickleValue,
): TorchTensor {
  const [reference, offset, size, stride] = args;
  if (callableName(reference) === PLAIN_PICKLE_STORAGE)
    throw refuse('was written by pickle.dump instead of torch.save');
  const storage = readStorageReference(reference, refuse);
  const shape = readCounts(size);
  const strides = readCounts(stride);
  if (!isCount(offset) || shape === undefined || strides === undefined) {
    throw refuse(
      `does not have an offset and at most ${MAX_DIMENSIONS} sizes and strides of whole numbers from 0 on`,
    );
  }
  if (shape.length !== strides.length) {
    throw refuse(`has ${shape.length} sizes and ${strides.length} strides`);
  }
  if (mappingGet(mappingEntries(metadata), 'neg') === true) throw refuse('is stored with its sign reversed');
  return { dtype: storage.dtype, storage: storage.reference, offset, shape, strides };
}

function notDense(name: string, size: PickleValue | undefined, refuse: RefuseTensor): TorchTensor {
  const shape = readCounts(size);
  if (shape === undefined)
    throw refuse(`does not have at most ${MAX_DIMENSIONS} sizes of whole numbers from 0 on`);
  const dtype = { name, elementBytes: 0, partBytes: 1 };
  return { dtype, storage: undefined, offset: 0, shape, strides: shape.map(() => 0) };
}

/** `(layout, (indices, values, size, ...))`, or with two lists of indices for compressed layouts. */
function sparseShape(args: readonly PickleValue[]): PickleValue | undefined {
  const data = sequenceItems(args[1])?.slice(0, 4) ?? [];
  return data.find((item) => readCounts(item) !== undefined);
}
