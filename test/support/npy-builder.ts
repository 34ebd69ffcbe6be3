import { concat, text, u16, u32 } from './zip-builder.ts';

export interface NpyFile {
  /** NumPy's code of the element type. [<f4] */
  readonly descr?: string;
  readonly fortranOrder?: boolean;
  readonly shape: readonly number[];
  /** The elements as they are to be stored. */
  readonly bytes: Uint8Array;
  /** [1] */
  readonly version?: 1 | 2 | 3;
}

/** A .npy file as numpy.save writes it. */
export function buildNpy({
  descr = '<f4',
  fortranOrder = false,
  shape,
  bytes,
  version,
}: NpyFile): Uint8Array<ArrayBuffer> {
  const tuple = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const order = fortranOrder ? 'True' : 'False';
  return assembleNpy(`{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${tuple}, }`, bytes, version);
}

/** A .npy file with any header. */
export function assembleNpy(
  header: string,
  bytes: Uint8Array = new Uint8Array(),
  version: 1 | 2 | 3 = 1,
): Uint8Array<ArrayBuffer> {
  const headBytes = version === 1 ? 10 : 12;
  const headerText = text(header);
  const padding = ' '.repeat(-(headBytes + headerText.length + 1) & 63);
  const padded = concat([headerText, text(`${padding}\n`)]);
  const length = version === 1 ? u16(padded.length) : u32(padded.length);
  return concat([Uint8Array.of(0x93), text('NUMPY'), Uint8Array.of(version, 0), length, padded, bytes]);
}
