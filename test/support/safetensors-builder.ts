import { bytesPerElement, type Dtype } from '../../src/formats/dtype.ts';

export interface SafetensorsTensor {
  readonly dtype?: Dtype;
  readonly shape: readonly number[];
  /** Little-endian elements; by default zeros. */
  readonly bytes?: Uint8Array;
}

/** A sound safetensors file, its tensors stored in the order given. */
export function buildSafetensors(
  tensors: Readonly<Record<string, SafetensorsTensor>>,
  metadata?: object,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = metadata === undefined ? {} : { __metadata__: metadata };
  const parts: Uint8Array[] = [];
  let endByte = 0;
  for (const [name, { dtype = 'F32', shape, bytes }] of Object.entries(tensors)) {
    const size = shape.reduce((product, dimension) => product * dimension, bytesPerElement(dtype));
    parts.push(bytes ?? new Uint8Array(size));
    header[name] = { dtype, shape, data_offsets: [endByte, endByte + size] };
    endByte += size;
  }
  return assembleSafetensors(JSON.stringify(header), ...parts);
}

/** A file of any header text and any data, sound or not. */
export function assembleSafetensors(
  header: string | Uint8Array,
  ...parts: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const headerBytes = typeof header === 'string' ? new TextEncoder().encode(header) : header;
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(headerBytes.length), true);
  return new Uint8Array(Buffer.concat([length, headerBytes, ...parts]));
}

/** The bytes of float32 elements. */
export function float32Bytes(values: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Float32Array.from(values).buffer);
}
