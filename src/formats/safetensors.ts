import { FormatError } from '../errors.ts';
import { MAX_DIMENSIONS, MAX_SAFETENSORS_HEADER_BYTES, MAX_TENSORS } from '../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../sources/byte-source.ts';
import { bytesPerElement, isDtype } from './dtype.ts';
import type { FormatReader } from './format.ts';
import { asObject, parseJson } from './json.ts';
import { quote, refusalOf } from './refusal.ts';
import type { Span } from './segments.ts';
import { exactBytes, showShape } from './shape.ts';
import type { Tensor, TensorList } from './tensor.ts';

/** Bytes of the length that precedes the header. */
const LENGTH_BYTES = 8;

const OPENING_BRACE = 0x7b;

const CURE = 'The file is damaged or was cut short: write or copy it again';

const refuse = refusalOf('as safetensors', CURE);

/** Bits per element of dtypes that the format has and nobody can analyse as weights. */
const OPAQUE_DTYPE_BITS = new Map([
  ['C64', 64],
  ['F8_E8M0', 8],
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
  ['F4', 4],
]);

/**
 * safetensors: a length, a JSON header that says where each tensor's bytes are, then the bytes. The header is
 * believed only where it agrees with the file: the tensors must cover the data section exactly, one after
 * another, as the format demands.
 *
 * Source: the safetensors format description, github.com/huggingface/safetensors, README, "Format".
 */
export const safetensors: FormatReader = {
  name: 'safetensors',
  suffixes: ['.safetensors'],
  recognises: (head) => head.length > LENGTH_BYTES && head[LENGTH_BYTES] === OPENING_BRACE,
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  const dataStartByte = await readHeaderEnd(source, options);
  const header = await readBytes(source, LENGTH_BYTES, dataStartByte, options);
  const members = asObject(parseJson(header, `the header of ${source.name}`));
  if (members === undefined)
    throw refuse(source.name, 'NOT_JSON', 'its header is not a JSON object', { offsetBytes: LENGTH_BYTES });

  const tensors: (Tensor & Span)[] = [];
  for (const [name, entry] of members) {
    if (name === '__metadata__') checkMetadata(source, entry);
    else tensors.push(readEntry(source, name, entry, dataStartByte));
  }
  if (tensors.length > MAX_TENSORS) {
    throw refuse(
      source.name,
      'TOO_MANY_TENSORS',
      `it lists ${tensors.length} tensors, more than ${MAX_TENSORS}`,
    );
  }
  checkCover(source, tensors, dataStartByte);
  return { order: 'none', tensors };
}

async function readHeaderEnd(source: ByteSource, options?: ReadOptions): Promise<number> {
  if (source.sizeBytes < LENGTH_BYTES) {
    const problem = `it has ${source.sizeBytes} bytes, fewer than the ${LENGTH_BYTES} of a header's length`;
    throw refuse(source.name, 'TRUNCATED', problem);
  }
  const length = new DataView((await readBytes(source, 0, LENGTH_BYTES, options)).buffer).getBigUint64(
    0,
    true,
  );
  if (length > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
    const problem = `it claims a header of ${length} bytes, and the format allows ${MAX_SAFETENSORS_HEADER_BYTES}`;
    throw refuse(source.name, 'HEADER_TOO_LARGE', problem, { offsetBytes: 0 });
  }
  const endByte = LENGTH_BYTES + Number(length);
  if (endByte > source.sizeBytes) {
    const problem = `it claims a header of ${length} bytes, and the file ends after ${source.sizeBytes}`;
    throw refuse(source.name, 'TRUNCATED', problem, { offsetBytes: 0 });
  }
  return endByte;
}

function readEntry(source: ByteSource, name: string, entry: unknown, dataStartByte: number): Tensor & Span {
  const fields = asObject(entry);
  const dtype = fields?.get('dtype');
  const shape = fields?.get('shape');
  const offsets = fields?.get('data_offsets');
  const bad = (problem: string) => refuse(source.name, 'BAD_TENSOR', `tensor ${quote(name)} ${problem}`);

  if (typeof dtype !== 'string' || !isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) {
    throw bad('does not have a dtype, a shape and two data_offsets');
  }
  if (shape.length > MAX_DIMENSIONS) throw bad(`has ${shape.length} dimensions`);
  const bits = isDtype(dtype) ? 8 * bytesPerElement(dtype) : OPAQUE_DTYPE_BITS.get(dtype);
  if (bits === undefined) throw bad(`has the dtype ${quote(dtype)}, which the format does not know`);

  const [begin, end] = offsets as [number, number];
  const startByte = dataStartByte + begin;
  const endByte = dataStartByte + end;
  if (begin > end || endByte > source.sizeBytes) {
    const problem = `claims the bytes ${begin} to ${end} of ${source.sizeBytes - dataStartByte} that there are`;
    throw new FormatError({
      code: begin > end ? 'BAD_TENSOR' : 'TRUNCATED',
      subject: source.name,
      problem: `tensor ${quote(name)} ${problem}`,
      cure: CURE,
      details: { tensor: name, offsetBytes: startByte },
    });
  }
  if (exactBytes(shape, bits) !== 8n * BigInt(end - begin)) {
    throw bad(`of shape ${showShape(shape)} and dtype ${dtype} cannot lie in ${end - begin} bytes`);
  }
  return {
    name,
    dtype,
    shape,
    kernelLayout: 'oihw',
    storageKey: `${source.name}:${startByte}:${endByte}`,
    sizeBytes: end - begin,
    startByte,
    endByte,
    readInto: (target, options) => source.readInto(startByte, target, options),
  };
}

/** The format allows neither overlaps nor holes: bytes that no tensor owns could be anything. */
function checkCover(source: ByteSource, tensors: readonly (Tensor & Span)[], dataStartByte: number): void {
  let coveredByte = dataStartByte;
  for (const tensor of tensors.toSorted((a, b) => a.startByte - b.startByte || a.endByte - b.endByte)) {
    if (tensor.startByte !== coveredByte) {
      const what =
        tensor.startByte < coveredByte ? 'overlaps the tensor before it' : 'leaves a hole before it';
      throw refuse(source.name, 'BAD_LAYOUT', `tensor ${quote(tensor.name)} ${what}`, {
        offsetBytes: tensor.startByte,
      });
    }
    coveredByte = tensor.endByte;
  }
  if (coveredByte !== source.sizeBytes) {
    const problem = `${source.sizeBytes - coveredByte} bytes after the last tensor belong to none`;
    throw refuse(source.name, 'BAD_LAYOUT', problem, { offsetBytes: coveredByte });
  }
}

function checkMetadata(source: ByteSource, metadata: unknown): void {
  const members = asObject(metadata);
  if (members === undefined || [...members.values()].some((value) => typeof value !== 'string')) {
    throw refuse(source.name, 'BAD_METADATA', 'its __metadata__ is not a map from text to text', {
      offsetBytes: LENGTH_BYTES,
    });
  }
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}
