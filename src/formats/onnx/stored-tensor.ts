import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import { elementCount, exactBytes } from '../shape.ts';
import type { KernelLayout, Tensor } from '../tensor.ts';
import { DATA_FIELDS, type ElementType, elementType, opaqueTypeName } from './element-type.ts';
import type { ExternalFiles } from './external-data.ts';
import { refuse } from './refuse.ts';
import type { TensorProto } from './tensor-proto.ts';
import { readTypedData } from './typed-data.ts';

/** The elements of a tensor, wherever they are. */
interface Elements {
  /** Tells them from any others of the model. */
  readonly key: string;
  /** Bytes that are decoded for every read of any of them; 0 where they lie as they are. */
  readonly decodedBytes: number;
  /** Fills `target` with elements in C order, little-endian, from that byte of them on. */
  readInto(firstByte: number, target: Uint8Array, options?: ReadOptions): Promise<void>;
}

/**
 * Turns what a model says of a tensor into one that can be read, after checking it against the bytes that exist.
 *
 * @throws FormatError `BAD_TENSOR` or `TENSOR_OUT_OF_BOUNDS`, or what finding its external data throws.
 */
export async function storedTensor(
  name: string,
  proto: TensorProto,
  kernelLayout: KernelLayout,
  source: ByteSource,
  externalFiles: ExternalFiles,
): Promise<StoredTensor> {
  const { shape } = proto;
  const bad = (problem: string) =>
    refuse(source.name, 'BAD_TENSOR', `tensor ${quote(name)} ${problem}`, {
      tensor: name,
      offsetBytes: proto.startByte,
    });
  const type = elementType(proto.dataType);
  if (type === undefined) {
    const dtype = opaqueTypeName(proto.dataType);
    const readInto = () => Promise.reject(bad(`has values that are not read, ${dtype}`));
    const elements = { key: `${source.name}:${proto.startByte}`, decodedBytes: 0, readInto };
    return new StoredTensor({ name, dtype, shape, kernelLayout, elements, firstByte: 0, sizeBytes: 0 });
  }
  const sizeBytes = Number(exactBytes(shape, type.elementBytes));
  const elements = await findElements(name, proto, type, sizeBytes, bad, source, externalFiles);
  return new StoredTensor({ name, dtype: type.name, shape, kernelLayout, elements, firstByte: 0, sizeBytes });
}

async function findElements(
  name: string,
  { raw, typed, external }: TensorProto,
  type: ElementType,
  sizeBytes: number,
  bad: (problem: string) => Error,
  source: ByteSource,
  externalFiles: ExternalFiles,
): Promise<Elements> {
  if (external !== undefined) {
    const place = await externalFiles.find(name, external, sizeBytes);
    return new ElementRange(place.source, place.startByte);
  }
  if (typed !== undefined && typed.field !== type.dataField) {
    throw bad(`of type ${type.name} has its elements in field ${typed.field}, not ${type.dataField}`);
  }
  if (typed !== undefined && DATA_FIELDS.get(typed.field) === 'varint') {
    // Numbers of one to ten bytes: how many there are is known when they are read.
    const count = sizeBytes / type.elementBytes;
    if (!(count <= typed.dataBytes && typed.dataBytes <= 10 * count)) {
      throw bad(`cannot have its ${count} elements in ${typed.dataBytes} bytes`);
    }
  } else {
    const storedBytes = typed?.dataBytes ?? (raw === undefined ? 0 : raw.endByte - raw.startByte);
    if (storedBytes !== sizeBytes) throw bad(`has ${storedBytes} bytes, and its shape needs ${sizeBytes}`);
    const range = raw ?? typed?.run;
    if (range !== undefined || typed === undefined) return new ElementRange(source, range?.startByte ?? 0);
  }
  return {
    key: `${source.name}:${typed.startByte}`,
    decodedBytes: typed.endByte - typed.startByte,
    readInto: (firstByte, target, options) =>
      readTypedData(source, typed, type, sizeBytes, firstByte, target, options),
  };
}

/** Elements that lie one after another as they are. */
class ElementRange implements Elements {
  readonly #source: ByteSource;
  readonly #startByte: number;

  constructor(source: ByteSource, startByte: number) {
    this.#source = source;
    this.#startByte = startByte;
  }

  get decodedBytes(): number {
    return 0;
  }

  get key(): string {
    return `${this.#source.name}:${this.#startByte}`;
  }

  async readInto(firstByte: number, target: Uint8Array, options?: ReadOptions): Promise<void> {
    if (target.length === 0) return;
    await this.#source.readInto(this.#startByte + firstByte, target, options);
  }
}

interface StoredTensorParts {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly kernelLayout: KernelLayout;
  readonly elements: Elements;
  /** Where in `elements` its own begin. */
  readonly firstByte: number;
  readonly sizeBytes: number;
}

/** A class, because a model may have a hundred thousand of them: what can be computed is not kept. */
export class StoredTensor implements Tensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly kernelLayout: KernelLayout;
  readonly sizeBytes: number;
  readonly #elements: Elements;
  readonly #firstByte: number;

  constructor(parts: StoredTensorParts) {
    this.name = parts.name;
    this.dtype = parts.dtype;
    this.shape = parts.shape;
    this.kernelLayout = parts.kernelLayout;
    this.sizeBytes = parts.sizeBytes;
    this.#elements = parts.elements;
    this.#firstByte = parts.firstByte;
  }

  get decodedBytes(): number {
    return this.#elements.decodedBytes;
  }

  get storageKey(): string {
    return `${this.#elements.key}:${this.#firstByte}:${this.dtype}:${this.kernelLayout}:${this.shape}`;
  }

  async readInto(target: Uint8Array, options?: ReadOptions): Promise<void> {
    await this.#elements.readInto(this.#firstByte, target, options);
  }

  /** Of a stack of matrices that number: all axes but the last two count them. */
  matrix(index: number, name: string): StoredTensor {
    const { dtype, kernelLayout } = this;
    const shape = this.shape.slice(-2);
    const sizeBytes = this.sizeBytes / matrixCount(this.shape);
    const firstByte = this.#firstByte + index * sizeBytes;
    return new StoredTensor({
      name,
      dtype,
      shape,
      kernelLayout,
      elements: this.#elements,
      firstByte,
      sizeBytes,
    });
  }
}

/** How many matrices a tensor of more than two dimensions stacks. */
export function matrixCount(shape: readonly number[]): number {
  return elementCount(shape.slice(0, -2));
}
