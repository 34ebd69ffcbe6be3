import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader } from '../format.ts';
import { startsWith } from '../head.ts';
import { quote } from '../refusal.ts';
import type { Span } from '../segments.ts';
import type { Tensor, TensorList } from '../tensor.ts';
import { type GgmlType, ggmlType } from './gguf-types.ts';
import { type GgufHeader, readHeader, type TensorInfo } from './header.ts';
import { readBlocks } from './read-blocks.ts';
import { refuse } from './refuse.ts';

const MAGIC = [0x47, 0x47, 0x55, 0x46];

/**
 * GGUF, the format of llama.cpp: metadata, a list of tensors, then their data. Quantised weights are decoded while
 * they are read and appear as F32, because alpha belongs to the weights that the model computes with. Types that are
 * not decoded here are listed under their own name.
 *
 * Source: ggml's docs/gguf.md, versions 2 and 3, little-endian.
 */
export const gguf: FormatReader = {
  name: 'gguf',
  suffixes: ['.gguf'],
  recognises: (head) => startsWith(head, MAGIC),
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  const header = await readHeader(source, options);
  const names = new Set<string>();
  for (const { name, atByte } of header.tensors) {
    if (names.has(name)) {
      throw refuse(source.name, 'DUPLICATE_TENSOR', `it holds two tensors named ${quote(name)}`, {
        offsetBytes: atByte,
      });
    }
    names.add(name);
  }
  const tensors = header.tensors.map((info) => place(source, header, info));
  refuseOverlaps(source, tensors);
  return { order: 'stored', tensors };
}

function place(source: ByteSource, header: GgufHeader, info: TensorInfo): Tensor & Span {
  const type = ggmlType(info.type);
  const what = `tensor ${quote(info.name)}`;
  if (info.offset % BigInt(header.alignment) !== 0n) {
    const problem = `${what} begins at ${info.offset}, which is no multiple of ${header.alignment}`;
    throw refuse(source.name, 'BAD_TENSOR', problem, { offsetBytes: info.atByte });
  }
  // Products of 64-bit numbers are compared with the file before any of them becomes an ordinary number.
  const elements = info.shape.reduce((product, dimension) => product * dimension, 1n);
  const rowElements = info.shape.at(-1) ?? 1n;
  if (type !== undefined && rowElements % BigInt(type.blockElements) !== 0n) {
    const problem = `${what} has rows of ${rowElements} elements, and ${type.name} needs multiples of ${type.blockElements}`;
    throw refuse(source.name, 'BAD_TENSOR', problem, { offsetBytes: info.atByte });
  }
  const storedBytes =
    type === undefined ? 0n : (elements / BigInt(type.blockElements)) * BigInt(type.blockBytes);
  const startByte = BigInt(header.dataStartByte) + info.offset;
  if (info.shape.some((dimension) => dimension > BigInt(Number.MAX_SAFE_INTEGER))) {
    throw refuse(source.name, 'BAD_TENSOR', `${what} has a dimension of ${info.shape.join(' × ')}`, {
      offsetBytes: info.atByte,
    });
  }
  if (startByte + storedBytes > BigInt(source.sizeBytes)) {
    const problem = `${what} ends at byte ${startByte + storedBytes}, and the file after ${source.sizeBytes}`;
    throw refuse(source.name, 'TRUNCATED', problem, { offsetBytes: info.atByte });
  }
  const span = { startByte: Number(startByte), endByte: Number(startByte + storedBytes) };
  return {
    name: info.name,
    shape: info.shape.map(Number),
    kernelLayout: 'oihw',
    storageKey: `${source.name}:${span.startByte}:${span.endByte}`,
    ...span,
    ...content(source, info, type, span, Number(elements)),
  };
}

function content(
  source: ByteSource,
  info: TensorInfo,
  type: GgmlType | undefined,
  { startByte, endByte }: Span,
  elements: number,
): Pick<Tensor, 'dtype' | 'sizeBytes' | 'readInto'> {
  if (type === undefined) {
    const dtype = `ggml type ${info.type}`;
    const problem = `tensor ${quote(info.name)} is of ${dtype}, which is unknown`;
    return {
      dtype,
      sizeBytes: 0,
      readInto: () =>
        Promise.reject(refuse(source.name, 'BAD_TENSOR', problem, { offsetBytes: info.atByte })),
    };
  }
  if (type.kind === 'blocks') {
    return {
      dtype: 'F32',
      sizeBytes: elements * Float32Array.BYTES_PER_ELEMENT,
      readInto: (target, options) => readBlocks(source, type, startByte, target, options),
    };
  }
  return {
    dtype: type.name,
    sizeBytes: endByte - startByte,
    readInto: (target, options) => source.readInto(startByte, target, options),
  };
}

/** ggml writes one tensor after another; two that share bytes would make a small file cost like a large one. */
function refuseOverlaps(source: ByteSource, tensors: readonly (Tensor & Span)[]): void {
  let coveredByte = 0;
  for (const tensor of tensors.toSorted((a, b) => a.startByte - b.startByte)) {
    if (tensor.startByte === tensor.endByte) continue;
    if (tensor.startByte < coveredByte) {
      const problem = `tensor ${quote(tensor.name)} overlaps the tensor before it`;
      throw refuse(source.name, 'BAD_LAYOUT', problem, { offsetBytes: tensor.startByte });
    }
    coveredByte = tensor.endByte;
  }
}
