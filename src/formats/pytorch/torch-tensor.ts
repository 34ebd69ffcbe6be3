import { MAX_DIMENSIONS } from '../../limits.ts';
import { callableName, type PickleObject, type PickleValue, sequenceItems } from './pickle-value.ts';
import type { StridedView } from './strided-view.ts';
import type { TorchDtype } from './torch-dtype.ts';

/** A storage as a pickle refers to it. Nothing has been checked against the file. */
export interface StorageReference {
  readonly key: string;
  /** Of the whole storage. */
  readonly sizeBytes: number;
  /** The part of it that the tensor is a view of; whole except in legacy files. */
  readonly partStartByte: number;
  readonly partBytes: number;
}

/** A tensor as a pickle describes it. */
export interface TorchTensor extends StridedView {
  readonly dtype: TorchDtype;
  /** In another record, or in the pickle itself; undefined where torch stored no dense elements. */
  readonly storage:
    | StorageReference
    | { readonly inline: Uint8Array; readonly bigEndian: boolean }
    | undefined;
}

/** Makes the error for a tensor that cannot be read. */
export type RefuseTensor = (problem: string) => Error;

/** At most `MAX_DIMENSIONS` whole numbers from 0 on, in a tuple, list or torch.Size. */
export function readCounts(value: PickleValue | undefined): readonly number[] | undefined {
  const items = sequenceItems(callableName(value) === 'torch.Size' ? (value as PickleObject).args[0] : value);
  if (items === undefined || items.length > MAX_DIMENSIONS || !items.every(isCount)) return undefined;
  return items as readonly number[];
}

export function isCount(value: PickleValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
