import { MAX_DIMENSIONS, MAX_PICKLE_DEPTH } from '../../limits.ts';
import { readNumpyArray } from './numpy-array.ts';
import {
  callableName,
  globalName,
  isNode,
  type PickleObject,
  type PickleValue,
  sequenceItems,
} from './pickle-value.ts';
import { readStorageReference } from './storage-reference.ts';
import { dtypeByTorchName, type TorchDtype } from './torch-dtype.ts';
import { isCount, type RefuseTensor, readCounts, type TorchTensor } from './torch-tensor.ts';

type Rebuild = (args: readonly PickleValue[], refuse: RefuseTensor) => TorchTensor;

/** The functions by which torch rebuilds tensors, `torch/_utils.py`. */
const REBUILD: ReadonlyMap<string, Rebuild> = new Map<string, Rebuild>([
  ['torch._utils._rebuild_tensor', rebuildView],
  ['torch._utils._rebuild_tensor_v2', (args, refuse) => rebuildView(args, refuse, args[6])],
  [
    'torch._utils._rebuild_tensor_v3',
    (args, refuse) => rebuildView(args, refuse, args[7], dtypeByTorchName(globalName(args[6]) ?? '')),
  ],
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

/** What `pickle.dump`, rather than `torch.save`, makes of a storage. */
const PLAIN_PICKLE_STORAGE = 'torch.storage._load_from_bytes';

/**
 * The tensor that an object stands for, or undefined when it is no tensor.
 *
 * @throws what `refuse` makes when it is one and its description is not sound.
 */
export function readTorchTensor(value: PickleValue, refuse: RefuseTensor): TorchTensor | undefined {
  let current: PickleValue | undefined = value;
  for (let depth = 0; depth < MAX_PICKLE_DEPTH; depth++) {
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
  throw refuse(`is wrapped more than ${MAX_PICKLE_DEPTH} times`);
}

/** Whether an object is a call by which torch makes a tensor, sound or not. */
export function isTensorCall(value: PickleValue): boolean {
  const name = callableName(value);
  return name !== undefined && (REBUILD.has(name) || WRAPPERS.has(name) || TYPED.has(name));
}

/** @param dtype where the storage does not tell it. */
function rebuildView(
  args: readonly PickleValue[],
  refuse: RefuseTensor,
  metadata?: PickleValue,
  dtype?: TorchDtype,
): TorchTensor {
  const [reference, offset, size, stride] = args;
  if (callableName(reference) === PLAIN_PICKLE_STORAGE)
    throw refuse('was written by pickle.dump instead of torch.save');
  const storage = readStorageReference(reference, refuse);
  const shape = readCounts(size);
  const strides = readCounts(stride);
  if (!isCount(offset) || shape === undefined || strides === undefined) {
    throw refuse('does not have an offset, sizes and strides of whole numbers from 0 on');
  }
  if (shape.length > MAX_DIMENSIONS || shape.length !== strides.length) {
    throw refuse(`has ${shape.length} sizes and ${strides.length} strides`);
  }
  if (
    isNode(metadata) &&
    metadata.kind === 'dict' &&
    metadata.entries.some((key, i) => key === 'neg' && metadata.entries[i + 1] === true)
  ) {
    throw refuse('is stored with its sign reversed');
  }
  return { dtype: dtype ?? storage.dtype, storage: storage.reference, offset, shape, strides };
}

function notDense(name: string, size: PickleValue | undefined, refuse: RefuseTensor): TorchTensor {
  const shape = readCounts(size);
  if (shape === undefined || shape.length > MAX_DIMENSIONS)
    throw refuse('does not have sizes of whole numbers from 0 on');
  const dtype = { name, elementBytes: 0, partBytes: 1 };
  return { dtype, storage: undefined, offset: 0, shape, strides: shape.map(() => 0) };
}

/** `(layout, (indices, values, size, ...))`, or with two lists of indices for compressed layouts. */
function sparseShape(args: readonly PickleValue[]): PickleValue | undefined {
  const data = sequenceItems(args[1]) ?? [];
  return data.find((item) => readCounts(item) !== undefined);
}
