import type { Hdf5Array } from '../hdf5/hdf5-file.ts';

/** An array with the name that people know it by, and the path at which it lies. */
export interface NamedArray {
  readonly name: string;
  readonly path: string;
  readonly array: Hdf5Array;
}
