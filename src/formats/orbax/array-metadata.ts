import {
  MAX_DIMENSIONS,
  MAX_ZARR_CHUNK_BYTES,
  MAX_ZARR_CHUNKS,
  MAX_ZARR_METADATA_BYTES,
} from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { type ChunkGrid, chunkCounts } from '../chunk-grid.ts';
import { bytesPerElement, type Dtype } from '../dtype.ts';
import { asObject, parseJson } from '../json.ts';
import { NUMPY_DTYPE_CODES, NUMPY_DTYPE_NAMES } from '../numpy/dtype-names.ts';
import { elementCount } from '../shape.ts';
import { refuse } from './refuse.ts';

/** How chunks are compressed, by the names of the platform's decompressor. */
export type Compression = 'none' | 'deflate' | 'gzip';

/** An array of version 2 of Zarr. */
export interface ArrayMetadata extends ChunkGrid {
  /** Undefined for elements that are no plain numbers. */
  readonly dtype: Dtype | undefined;
  /** Zarr's own word for the type. */
  readonly dtypeName: string;
  readonly isBigEndian: boolean;
  readonly compression: Compression;
  /** Of one chunk before it was compressed. */
  readonly chunkBytes: number;
  /** Why its elements cannot be read; undefined where they can. */
  readonly unfit: string | undefined;
}

const COMPRESSIONS: ReadonlyMap<unknown, Compression> = new Map([
  ['zlib', 'deflate'],
  ['gzip', 'gzip'],
]);

/**
 * Reads what a `.zarray` file says of the array in its directory.
 *
 * Source: Zarr storage specification version 2, "Metadata"; bfloat16 and float8 are TensorStore's additions to it.
 *
 * @throws FormatError `BAD_ZARR`, `UNSUPPORTED_ZARR`, `NOT_JSON` and others.
 */
export async function readArrayMetadata(source: ByteSource, options?: ReadOptions): Promise<ArrayMetadata> {
  const bad = (problem: string) => refuse(source.name, 'BAD_ZARR', problem);
  if (source.sizeBytes > MAX_ZARR_METADATA_BYTES) {
    throw bad(`what it says of an array has ${source.sizeBytes} bytes, more than ${MAX_ZARR_METADATA_BYTES}`);
  }
  const json = asObject(parseJson(await readBytes(source, 0, source.sizeBytes, options), source.name));
  if (json?.get('zarr_format') !== 2) {
    throw refuse(source.name, 'UNSUPPORTED_ZARR', 'its array is not of version 2 of Zarr', { cure: PLAIN });
  }
  const shape: unknown = json.get('shape');
  const chunkShape: unknown = json.get('chunks');
  const dtypeName = json.get('dtype');
  if (!isShape(shape, 0) || !isShape(chunkShape, 1) || shape.length !== chunkShape.length) {
    throw bad('its array has no shape and chunks');
  }
  const { dtype, isBigEndian } = readDtype(dtypeName);
  const compressor: unknown = json.get('compressor');
  const metadata = {
    shape,
    chunkShape,
    dtype,
    dtypeName: typeof dtypeName === 'string' ? dtypeName.slice(0, 50) : 'record',
    isBigEndian,
    compression: compressor === null ? 'none' : COMPRESSIONS.get(asObject(compressor)?.get('id')),
    chunkBytes: elementCount(chunkShape) * bytesPerElement(dtype ?? 'U8'),
  };
  const unfit = whyUnfit(metadata, json);
  return { ...metadata, compression: metadata.compression ?? 'none', unfit };
}

const PLAIN = 'Save the parameters with flax.serialization or as safetensors, or as plain Zarr version 2';

function whyUnfit(
  { shape, chunkShape, chunkBytes, compression }: ChunkGrid & { chunkBytes: number; compression: unknown },
  json: ReadonlyMap<string, unknown>,
): string | undefined {
  if (compression === undefined) {
    const id = asObject(json.get('compressor'))?.get('id');
    return `it is compressed with ${JSON.stringify(id ?? null).slice(0, 50)}, which is not read`;
  }
  if ((json.get('filters') ?? null) !== null) return 'its chunks went through filters, which are not read';
  if (json.get('order') !== 'C') return 'its chunks are not in C order';
  if ((json.get('dimension_separator') ?? '.') !== '.') return 'its chunks lie in directories of their own';
  const count = elementCount(chunkCounts({ shape, chunkShape }));
  if (count > MAX_ZARR_CHUNKS) return `it lies in ${count} files, more than ${MAX_ZARR_CHUNKS}`;
  if (chunkBytes > MAX_ZARR_CHUNK_BYTES)
    return `its chunks have ${chunkBytes} bytes, more than ${MAX_ZARR_CHUNK_BYTES}`;
  return undefined;
}

function readDtype(name: unknown): { readonly dtype: Dtype | undefined; readonly isBigEndian: boolean } {
  if (typeof name !== 'string') return { dtype: undefined, isBigEndian: false };
  const dtype = NUMPY_DTYPE_CODES.get(name.slice(1));
  return {
    dtype: dtype ?? NUMPY_DTYPE_NAMES.get(name),
    isBigEndian: dtype !== undefined && name.startsWith('>'),
  };
}

function isShape(value: unknown, least: number): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX_DIMENSIONS &&
    value.every((item) => Number.isSafeInteger(item) && item >= least)
  );
}
