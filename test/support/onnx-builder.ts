/** Numbers of TensorProto.DataType. */
export const FLOAT = 1;
export const FLOAT16 = 10;

type Bytes = Uint8Array<ArrayBuffer>;

/** Fields of a protobuf message, one after another. */
export function message(...fields: readonly Uint8Array[]): Bytes {
  return join(fields);
}

/** Of any number of parts: calls take no more than some ten thousand arguments. */
export function join(parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

/** A varint; negative numbers as protobuf writes them, of 64 bits. */
export function varint(value: number | bigint): Bytes {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

export function numberField(number: number, value: number | bigint): Bytes {
  return message(varint(number * 8), varint(value));
}

/** Text, a message, packed numbers, raw data. */
export function bytesField(number: number, value: string | Uint8Array): Bytes {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return message(varint(number * 8 + 2), varint(bytes.length), bytes);
}

/** A number of 4 or 8 bytes that is not packed. */
export function fixedField(number: number, value: Uint8Array): Bytes {
  return message(varint(number * 8 + (value.length === 4 ? 5 : 1)), value);
}

export function float32(...values: readonly number[]): Bytes {
  return new Uint8Array(Float32Array.from(values).buffer);
}

export interface TensorParts {
  readonly name?: string;
  readonly dims?: readonly (number | bigint)[];
  /** TensorProto.DataType; FLOAT by default. */
  readonly dataType?: number;
  /** raw_data. */
  readonly raw?: Uint8Array;
  /** What external_data says. */
  readonly external?: Readonly<Record<string, string>>;
  /** Whatever else it holds. */
  readonly fields?: readonly Uint8Array[];
}

/** A TensorProto, sound or not. */
export function tensorProto({
  name,
  dims = [],
  dataType = FLOAT,
  raw,
  external,
  fields = [],
}: TensorParts): Bytes {
  return message(
    ...dims.map((dimension) => numberField(1, dimension)),
    numberField(2, dataType),
    ...fields,
    ...(name === undefined ? [] : [bytesField(8, name)]),
    ...(raw === undefined ? [] : [bytesField(9, raw)]),
    ...Object.entries(external ?? {}).map(([key, value]) =>
      bytesField(13, message(bytesField(1, key), bytesField(2, value))),
    ),
    ...(external === undefined ? [] : [numberField(14, 1)]),
  );
}

export interface NodeParts {
  readonly name?: string;
  readonly domain?: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  /** AttributeProtos by name, without the name. */
  readonly attributes?: Readonly<Record<string, Uint8Array>>;
}

/** A NodeProto. */
export function nodeProto(opType: string, parts: NodeParts = {}): Bytes {
  return message(
    ...(parts.inputs ?? []).map((input) => bytesField(1, input)),
    ...(parts.outputs ?? []).map((output) => bytesField(2, output)),
    ...(parts.name === undefined ? [] : [bytesField(3, parts.name)]),
    bytesField(4, opType),
    ...Object.entries(parts.attributes ?? {}).map(([name, attribute]) =>
      bytesField(5, message(bytesField(1, name), attribute)),
    ),
    ...(parts.domain === undefined ? [] : [bytesField(7, parts.domain)]),
  );
}

/** A Constant node with a tensor as its value. */
export function constantNode(output: string, tensor: TensorParts): Bytes {
  return nodeProto('Constant', {
    outputs: [output],
    attributes: { value: bytesField(5, tensorProto(tensor)) },
  });
}

/** The permutation of a Transpose node. */
export function permutation(...axes: readonly number[]): Bytes {
  return message(...axes.map((axis) => numberField(8, axis)));
}

export interface GraphParts {
  readonly nodes?: readonly Uint8Array[];
  readonly initializers?: readonly (TensorParts | Uint8Array)[];
  readonly fields?: readonly Uint8Array[];
}

/** A GraphProto. */
export function graphProto({ nodes = [], initializers = [], fields = [] }: GraphParts): Bytes {
  const tensors = initializers.map((tensor) =>
    bytesField(5, tensor instanceof Uint8Array ? tensor : tensorProto(tensor)),
  );
  return join([...nodes.map((node) => bytesField(1, node)), bytesField(2, 'graph'), ...tensors, ...fields]);
}

/** A model with one graph, as exporters write it. */
export function buildOnnx(graph: GraphParts, ...fields: readonly Uint8Array[]): Bytes {
  return message(
    numberField(1, 9),
    bytesField(2, 'test'),
    bytesField(7, graphProto(graph)),
    bytesField(8, message(bytesField(1, ''), numberField(2, 17))),
    ...fields,
  );
}
