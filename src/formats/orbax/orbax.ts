import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { swapBytes } from '../byte-order.ts';
import { chunkCounts, chunkPlace, placeChunk } from '../chunk-grid.ts';
import { bytesPerElement } from '../dtype.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { readHead, startsWith } from '../head.ts';
import { quote } from '../refusal.ts';
import { elementCount } from '../shape.ts';
import type { Tensor, TensorList } from '../tensor.ts';
import { inflateWhole, mostInflatedBytes } from '../zip/inflate.ts';
import { type ArrayMetadata, readArrayMetadata } from './array-metadata.ts';
import { refuse } from './refuse.ts';

/** The file that describes an array, in the directory that is named after it. */
const METADATA = '.zarray';
/** What newer Orbax writes unless told otherwise: one database for all arrays. */
const DATABASE = 'manifest.ocdbt';

/** `"zarr_format"` stands among the first members of either version. */
const ZARR = /^\s*\{.*"zarr_format"\s*:/s;
/** The magic number of an OCDBT manifest (TensorStore, kvstore/ocdbt). */
const OCDBT = [0x0c, 0xdb, 0x3a, 0x2a];

/** What trainers keep beside the parameters. */
const OPTIMIZER = /^opt_state\b/;

/**
 * An array of an Orbax checkpoint that is plain Zarr: a directory for each array, which holds its chunks. All arrays
 * beside each other are one model. Checkpoints in one database (OCDBT) are refused with advice.
 */
export const orbax: FormatReader = {
  name: 'orbax',
  suffixes: [METADATA, DATABASE],
  recognises: (head) => startsWith(head, OCDBT) || ZARR.test(new TextDecoder().decode(head)),
  readTensors,
};

async function readTensors(source: ByteSource, options?: FormatOptions): Promise<TensorList> {
  if (startsWith(await readHead(source, options, OCDBT.length), OCDBT)) {
    throw refuse(
      source.name,
      'UNSUPPORTED_OCDBT',
      'its arrays lie in one database (OCDBT), which is not read',
      {
        cure: 'Save it with use_ocdbt=False and without compression, or the parameters with flax.serialization or as safetensors',
      },
    );
  }
  const metadata = await readArrayMetadata(source, options);
  const name = source.name.split(/[/\\]/).at(-2) ?? 'array';
  const isReadable = metadata.dtype !== undefined && metadata.unfit === undefined;
  const chunks = isReadable ? await openChunks(source, metadata, options) : [];
  return { order: 'none', tensors: [toTensor(source, name, metadata, chunks)] };
}

interface Chunk {
  readonly source: ByteSource;
  readonly origin: readonly number[];
}

/** @throws FormatError `CHUNK_MISSING`, `TRUNCATED` or `BAD_ZARR`. */
async function openChunks(
  source: ByteSource,
  metadata: ArrayMetadata,
  options?: FormatOptions,
): Promise<Chunk[]> {
  const { chunkShape, chunkBytes, compression } = metadata;
  const counts = chunkCounts(metadata);
  const total = elementCount(counts);
  const chunks: Chunk[] = [];
  for (let index = 0; index < total; index++) {
    const place = chunkPlace(counts, index);
    const fileName = place.length === 0 ? '0' : place.join('.');
    const chunk = await options?.openSibling?.(fileName);
    if (chunk === undefined) {
      throw refuse(source.name, 'CHUNK_MISSING', `the chunk ${quote(fileName)} is not beside it`, {
        cure: 'Copy the whole checkpoint',
        chunk: fileName,
      });
    }
    if (
      compression === 'none'
        ? chunk.sizeBytes !== chunkBytes
        : chunkBytes > mostInflatedBytes(chunk.sizeBytes, options)
    ) {
      const code = chunk.sizeBytes < chunkBytes ? 'TRUNCATED' : 'BAD_ZARR';
      const problem = `it has ${chunk.sizeBytes} bytes, and stands for ${chunkBytes}`;
      throw refuse(chunk.name, code, problem, { offsetBytes: chunk.sizeBytes });
    }
    chunks.push({ source: chunk, origin: place.map((at, axis) => at * chunkShape[axis]!) });
  }
  return chunks;
}

function toTensor(
  source: ByteSource,
  name: string,
  metadata: ArrayMetadata,
  chunks: readonly Chunk[],
): Tensor {
  const { shape, dtype, dtypeName } = metadata;
  const unfit = OPTIMIZER.test(name) ? 'the state of an optimizer is not weights' : metadata.unfit;
  const isReadable = dtype !== undefined && metadata.unfit === undefined;
  return {
    name,
    dtype: dtype ?? dtypeName,
    shape,
    kernelLayout: 'hwio',
    storageKey: source.name,
    sizeBytes: isReadable ? elementCount(shape) * bytesPerElement(dtype) : 0,
    ...(unfit !== undefined && { unfit }),
    async readInto(target, options) {
      if (!isReadable) {
        throw refuse(
          source.name,
          'BAD_TENSOR',
          metadata.unfit ?? `its elements are ${quote(dtypeName)}, not numbers`,
        );
      }
      const elementBytes = bytesPerElement(dtype);
      for (const { source: chunk, origin } of chunks) {
        placeChunk(await readChunk(chunk, metadata, options), origin, metadata, elementBytes, target);
      }
      if (metadata.isBigEndian) swapBytes(target, elementBytes);
    },
  };
}

async function readChunk(
  source: ByteSource,
  { compression, chunkBytes }: ArrayMetadata,
  options?: ReadOptions,
): Promise<Uint8Array> {
  const stored = await readBytes(source, 0, source.sizeBytes, options);
  if (compression === 'none') return stored;
  const bad = (problem: string) =>
    refuse(source.name, 'BAD_ZARR', `its chunk ${problem}`, { offsetBytes: 0 });
  const chunk = await inflateWhole(stored, compression, chunkBytes, bad);
  if (chunk.length < chunkBytes) throw bad(`expands to ${chunk.length} bytes instead of ${chunkBytes}`);
  return chunk;
}
