import { quote } from '../refusal.ts';
import { globalName, isNode, type PickleValue, sequenceItems } from './pickle-value.ts';
import { dtypeByStorageClass, type TorchDtype } from './torch-dtype.ts';
import { isCount, type RefuseTensor, type StorageReference } from './torch-tensor.ts';

/**
 * A storage by its persistent id: `('storage', class, key, location, elements)`, in legacy files with a sixth
 * item, None or `(key, offset, elements)` of the part that is seen.
 *
 * @throws what `refuse` makes.
 */
export function readStorageReference(
  value: PickleValue | undefined,
  refuse: RefuseTensor,
): { readonly reference: StorageReference; readonly dtype: TorchDtype; readonly elements: number } {
  const id = isNode(value) && value.kind === 'persistent' ? sequenceItems(value.id) : undefined;
  const [type, storageClass, key, , elements, part] = id ?? [];
  if (type !== 'storage' || typeof key !== 'string' || !isCount(elements))
    throw refuse('does not say where its elements are stored');
  const className = globalName(storageClass) ?? '';
  const dtype = dtypeByStorageClass(className);
  if (dtype === undefined) throw refuse(`lies in a storage of the unknown class ${quote(className)}`);

  // Elements that share a byte are counted by the byte here.
  const itemBytes = Math.max(1, dtype.elementBytes);
  const sizeBytes = elements * itemBytes;
  if (part === undefined || part === null)
    return { dtype, elements, reference: { key, sizeBytes, partStartByte: 0, partBytes: sizeBytes } };
  const [, offset, partElements] = sequenceItems(part) ?? [];
  if (!isCount(offset) || !isCount(partElements) || offset + partElements > elements) {
    throw refuse('lies in a part of a storage that the storage does not have');
  }
  return {
    dtype,
    elements,
    reference: { key, sizeBytes, partStartByte: offset * itemBytes, partBytes: partElements * itemBytes },
  };
}
