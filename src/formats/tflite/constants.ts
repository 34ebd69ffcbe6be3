import { MAX_DIMENSIONS, MAX_TENSORS } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import { findOverlap } from '../segments.ts';
import { showShape } from '../shape.ts';
import { FlatBuffer, type FlatTable } from './flatbuffer.ts';
import { isDequantize, type WeightOperator, weightOperator } from './operators.ts';
import { refuse } from './refuse.ts';

/** `real = scale · (stored − zeroPoint)`, of a whole tensor or of each slice along one axis. */
export interface Quantization {
  readonly scales: readonly number[];
  /** As many as scales. */
  readonly zeroPoints: readonly number[];
  /** The axis along which they change; 0 where there is one scale. */
  readonly axis: number;
}

/** A tensor of a graph whose elements are in the file. */
export interface Constant {
  /** Place in the list of its graph. */
  readonly index: number;
  readonly storedName: string;
  /** Number of the element type (schema.fbs, `TensorType`). */
  readonly type: number;
  readonly shape: readonly number[];
  readonly startByte: number;
  readonly sizeBytes: number;
  readonly quantization: Quantization | undefined;
  readonly isSparse: boolean;
  /** The first operator that takes it as weights, and the name of what that computes. */
  readonly usedBy: { readonly operator: WeightOperator; readonly outputName: string } | undefined;
  /** Where its description lies, for messages. */
  readonly tableByte: number;
}

/** Fields of the tables in schema.fbs, by their place. */
const MODEL = { operatorCodes: 1, subgraphs: 2, buffers: 4 } as const;
const SUBGRAPH = { tensors: 0, operators: 3 } as const;
const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3, quantization: 4, sparsity: 6 } as const;
const QUANTIZATION = { scale: 2, zeroPoint: 3, details: 5, axis: 6 } as const;
const BUFFER = { data: 0, offset: 1, size: 2 } as const;
const OPERATOR_CODE = { deprecated: 0, builtin: 3 } as const;
const OPERATOR = { code: 0, inputs: 1, outputs: 2 } as const;

/** Where the bytes of a buffer lie. */
interface Span {
  readonly startByte: number;
  readonly sizeBytes: number;
}

/** A tensor before it is known whether and by whom it is used. */
interface Described extends Omit<Constant, 'usedBy' | 'startByte' | 'sizeBytes'> {
  readonly buffer: number;
}

/**
 * Reads the constants of every graph of a model; their elements stay where they are.
 *
 * @throws FormatError `BAD_FLATBUFFER`, `TRUNCATED`, `BAD_TENSOR`, `BAD_LAYOUT`, `TOO_MANY_TENSORS` or
 * `TOO_MANY_ITEMS`.
 */
export async function readConstants(source: ByteSource, options?: ReadOptions): Promise<Constant[]> {
  const file = new FlatBuffer(source, options);
  const model = await file.root();
  const buffers: Span[] = [];
  for await (const buffer of file.tables(model, MODEL.buffers)) buffers.push(await readBuffer(file, buffer));
  checkOverlaps(file, buffers);
  const codes: number[] = [];
  for await (const code of file.tables(model, MODEL.operatorCodes))
    codes.push(await readOperatorCode(file, code));

  const constants: Constant[] = [];
  for await (const graph of file.tables(model, MODEL.subgraphs)) {
    const tensors: Described[] = [];
    for await (const table of file.tables(graph, SUBGRAPH.tensors)) {
      tensors.push(await readTensor(file, table, tensors.length));
      if (constants.length + tensors.length > MAX_TENSORS) {
        throw refuse(source.name, 'TOO_MANY_TENSORS', `it holds more than ${MAX_TENSORS} tensors`);
      }
    }
    const uses = await readUses(file, graph, codes, tensors);
    for (const { buffer, ...tensor } of tensors) {
      const span = buffers[buffer];
      if (span === undefined)
        throw file.bad(`tensor ${quote(tensor.storedName)} has no buffer`, tensor.tableByte);
      // What a graph computes has an empty buffer.
      if (span.sizeBytes > 0) constants.push({ ...tensor, ...span, usedBy: uses.get(tensor.index) });
    }
  }
  return constants;
}

/** Models beyond 2 GB keep the bytes behind the FlatBuffer, at an offset from the beginning of the file. */
async function readBuffer(file: FlatBuffer, table: FlatTable): Promise<Span> {
  const data = await file.vector(table, BUFFER.data, 1);
  if (data !== undefined && data.count > 0) return { startByte: data.startByte, sizeBytes: data.count };
  const startByte = await file.number(table, BUFFER.offset, 8);
  const sizeBytes = await file.number(table, BUFFER.size, 8);
  if (startByte <= 1 || sizeBytes === 0) return { startByte: 0, sizeBytes: 0 };
  if (startByte + sizeBytes > file.source.sizeBytes) {
    const problem = `a buffer lies at the bytes ${startByte} to ${startByte + sizeBytes} of ${file.source.sizeBytes}`;
    throw refuse(file.source.name, 'TRUNCATED', problem, { offsetBytes: table.startByte });
  }
  return { startByte, sizeBytes };
}

/** Buffers share bytes only where they share all of them: a small file must not stand for more work than its data. */
function checkOverlaps(file: FlatBuffer, buffers: readonly Span[]): void {
  const used = buffers.filter(({ sizeBytes }) => sizeBytes > 0);
  const overlap = findOverlap(
    used.map(({ startByte, sizeBytes }) => ({ startByte, endByte: startByte + sizeBytes })),
  );
  if (overlap === undefined) return;
  const { startByte } = overlap.span;
  throw refuse(file.source.name, 'BAD_LAYOUT', `two buffers share the byte ${startByte}`, {
    offsetBytes: startByte,
  });
}

/** Numbers from 127 on did not fit into the first field; in between both are set. */
async function readOperatorCode(file: FlatBuffer, table: FlatTable): Promise<number> {
  const deprecated = await file.number(table, OPERATOR_CODE.deprecated, -1);
  return Math.max(deprecated, await file.number(table, OPERATOR_CODE.builtin, -4));
}

async function readTensor(file: FlatBuffer, table: FlatTable, index: number): Promise<Described> {
  const shape = await file.integers(table, TENSOR.shape);
  const storedName = await file.text(table, TENSOR.name);
  if (shape.length > MAX_DIMENSIONS || shape.some((dimension) => dimension < 0)) {
    const problem = `tensor ${quote(storedName)} has the shape ${showShape(shape)}`;
    throw refuse(file.source.name, 'BAD_TENSOR', problem, { offsetBytes: table.startByte });
  }
  return {
    index,
    storedName,
    shape,
    type: await file.number(table, TENSOR.type, 1),
    buffer: await file.number(table, TENSOR.buffer, 4),
    quantization: await readQuantization(file, table, storedName, shape),
    isSparse: table.fieldByte(TENSOR.sparsity) !== undefined,
    tableByte: table.startByte,
  };
}

async function readQuantization(
  file: FlatBuffer,
  tensor: FlatTable,
  name: string,
  shape: readonly number[],
): Promise<Quantization | undefined> {
  const table = await file.table(tensor, TENSOR.quantization);
  if (table === undefined) return undefined;
  const scales = await file.floats(table, QUANTIZATION.scale);
  if (scales.length === 0) return undefined;
  const zeroPoints = await file.longs(table, QUANTIZATION.zeroPoint);
  const axis = await file.number(table, QUANTIZATION.axis, -4);
  const isPerAxis = scales.length > 1;
  const fits = !isPerAxis || shape[axis] === scales.length;
  if (!fits || (zeroPoints.length > 1 && zeroPoints.length !== scales.length)) {
    const problem = `tensor ${quote(name)} of shape ${showShape(shape)} has ${scales.length} scales and ${zeroPoints.length} zero points along axis ${axis}`;
    throw refuse(file.source.name, 'BAD_TENSOR', problem, { offsetBytes: table.startByte });
  }
  return {
    scales,
    zeroPoints: scales.map((_, i) => zeroPoints[zeroPoints.length > 1 ? i : 0] ?? 0),
    axis: isPerAxis ? axis : 0,
  };
}

/** Who takes which tensor as weights: directly, or behind what turns stored numbers into others. */
async function readUses(
  file: FlatBuffer,
  graph: FlatTable,
  codes: readonly number[],
  tensors: readonly Described[],
): Promise<Map<number, Constant['usedBy']>> {
  const uses = new Map<number, Constant['usedBy']>();
  const origins = new Map<number, number>();
  for await (const table of file.tables(graph, SUBGRAPH.operators)) {
    const code = codes[await file.number(table, OPERATOR.code, 4)];
    if (code === undefined) throw file.bad('an operator is of no known kind', table.startByte);
    const operator = weightOperator(code);
    if (operator === undefined && !isDequantize(code)) continue;
    const inputs = await file.integers(table, OPERATOR.inputs);
    const [output = -1] = await file.integers(table, OPERATOR.outputs);
    if (operator === undefined) {
      origins.set(output, inputs[0] ?? -1);
      continue;
    }
    const use = { operator, outputName: tensors[output]?.storedName ?? '' };
    for (const input of inputs) {
      const tensor = origins.get(input) ?? input;
      if (!uses.has(tensor)) uses.set(tensor, use);
    }
  }
  return uses;
}
