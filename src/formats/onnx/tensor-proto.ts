import { MAX_DIMENSIONS, MAX_ONNX_EXTERNAL_ENTRIES } from '../../limits.ts';
import type { Span } from '../segments.ts';
import { DATA_FIELDS } from './element-type.ts';
import { refuse } from './refuse.ts';
import type { WireField, WireReader } from './wire-reader.ts';

/** Elements that a tensor stores as numbers of a repeated field, in one or more runs. */
export interface TypedData extends Span {
  /** The repeated field. */
  readonly field: number;
  /** Bytes of all runs, without the tags and lengths between them. */
  readonly dataBytes: number;
  /** The only run, when there is but one; what else lies between `startByte` and `endByte` are fields. */
  readonly run: Span | undefined;
}

/** What a TensorProto says, before it is checked against its shape. */
export interface TensorProto {
  /** Empty for values of attributes. */
  readonly name: string;
  readonly shape: readonly number[];
  /** TensorProto.DataType; `sparse` where only the elements that are not zero are stored, and none is described. */
  readonly dataType: number | 'sparse';
  readonly raw: Span | undefined;
  readonly typed: TypedData | undefined;
  /** Where in which other file its bytes are, as stored; undefined when they are in this one. */
  readonly external: ReadonlyMap<string, string> | undefined;
  /** Where it begins in the file. */
  readonly startByte: number;
}

const DIMS = 1;
const DATA_TYPE = 2;
const NAME = 8;
const RAW_DATA = 9;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;

const EXTERNAL = 1n;

/**
 * Reads the description of a tensor, TensorProto in onnx.proto3. Its data is skipped.
 *
 * @throws FormatError `BAD_TENSOR`, or what the wire reader throws.
 */
export async function readTensorProto(reader: WireReader, message: WireField): Promise<TensorProto> {
  let name: string | undefined;
  let dataType: number | undefined;
  let raw: Span | undefined;
  let typed: TypedData | undefined;
  let isExternal = false;
  const shape: number[] = [];
  const entries = new Map<string, string>();
  const bad = refuser(reader, message);
  for await (const field of reader.message(message)) {
    switch (field.number) {
      case DIMS:
        await readDimensions(reader, field, shape, bad);
        break;
      case DATA_TYPE:
        reader.expect(field, 'varint');
        if (dataType !== undefined) throw bad('has two element types');
        if (field.value > 0x7fff_ffffn) throw bad('has an element type that is no enumerator');
        dataType = Number(field.value);
        break;
      case NAME:
        if (name !== undefined) throw bad('has two names');
        name = await reader.text(field);
        break;
      case RAW_DATA:
        reader.expect(field, 'bytes');
        if (raw !== undefined) throw bad('has two raw_data');
        if (field.endByte > field.startByte) raw = { startByte: field.startByte, endByte: field.endByte };
        break;
      case EXTERNAL_DATA:
        await readEntry(reader, field, entries);
        if (entries.size > MAX_ONNX_EXTERNAL_ENTRIES) {
          throw bad(`says more than ${MAX_ONNX_EXTERNAL_ENTRIES} things of its external data`);
        }
        break;
      case DATA_LOCATION:
        reader.expect(field, 'varint');
        isExternal = field.value === EXTERNAL;
        break;
      default: {
        const wireType = DATA_FIELDS.get(field.number);
        if (wireType === undefined) break;
        if (field.wireType !== 'bytes') reader.expect(field, wireType);
        if (typed !== undefined && typed.field !== field.number) throw bad('has elements of two kinds');
        typed = withRun(typed, field);
      }
    }
  }
  // A field that is there and empty, as some writers leave it, holds nothing.
  if (typed?.dataBytes === 0) typed = undefined;
  const places = [raw, typed, isExternal || undefined].filter((place) => place !== undefined);
  if (places.length > 1) throw bad('has its elements in two places');
  if (dataType === undefined || dataType === 0) throw bad('has no element type');
  return {
    name: name ?? '',
    shape,
    dataType,
    raw,
    typed,
    external: isExternal ? entries : undefined,
    startByte: message.startByte,
  };
}

const SPARSE_VALUES = 1;
const SPARSE_DIMS = 3;

/** Reads the description of a sparse tensor, SparseTensorProto: its values carry the name. */
export async function readSparseTensorProto(reader: WireReader, message: WireField): Promise<TensorProto> {
  let name = '';
  const shape: number[] = [];
  for await (const field of reader.message(message)) {
    if (field.number === SPARSE_VALUES) name = (await readTensorProto(reader, field)).name;
    if (field.number === SPARSE_DIMS) await readDimensions(reader, field, shape, refuser(reader, message));
  }
  return {
    name,
    shape,
    dataType: 'sparse',
    raw: undefined,
    typed: undefined,
    external: undefined,
    startByte: message.startByte,
  };
}

type RefuseTensor = (problem: string) => Error;

function refuser(reader: WireReader, { startByte }: Span): RefuseTensor {
  return (problem) =>
    refuse(reader.source.name, 'BAD_TENSOR', `the tensor at byte ${startByte} ${problem}`, {
      offsetBytes: startByte,
    });
}

async function readDimensions(
  reader: WireReader,
  field: WireField,
  shape: number[],
  bad: RefuseTensor,
): Promise<void> {
  await reader.numbers(field, (value) => {
    const dimension = Number(BigInt.asIntN(64, value));
    if (!Number.isSafeInteger(dimension) || dimension < 0) throw bad(`has a dimension of ${dimension}`);
    if (shape.push(dimension) > MAX_DIMENSIONS) throw bad(`has more than ${MAX_DIMENSIONS} dimensions`);
  });
}

function withRun(typed: TypedData | undefined, field: WireField): TypedData {
  const { startByte, endByte } = field;
  return {
    field: field.number,
    startByte: typed?.startByte ?? field.tagByte,
    endByte,
    dataBytes: (typed?.dataBytes ?? 0) + endByte - startByte,
    run: typed === undefined ? { startByte, endByte } : undefined,
  };
}

const KEY = 1;
const VALUE = 2;

/** StringStringEntryProto. */
async function readEntry(
  reader: WireReader,
  message: WireField,
  entries: Map<string, string>,
): Promise<void> {
  let key = '';
  let value = '';
  for await (const field of reader.message(message)) {
    if (field.number === KEY) key = await reader.text(field);
    if (field.number === VALUE) value = await reader.text(field);
  }
  if (entries.has(key)) {
    throw refuse(
      reader.source.name,
      'BAD_TENSOR',
      `external data has two values for ${JSON.stringify(key)}`,
      { offsetBytes: message.tagByte },
    );
  }
  entries.set(key, value);
}
