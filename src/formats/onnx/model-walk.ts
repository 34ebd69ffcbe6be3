import { MAX_DIMENSIONS, MAX_ONNX_GRAPH_DEPTH } from '../../limits.ts';
import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import { quote } from '../refusal.ts';
import type { KeptMemory } from './kept-memory.ts';
import { refuse } from './refuse.ts';
import type { FoundTensor, Scope } from './scope.ts';
import { readSparseTensorProto, readTensorProto, type TensorProto } from './tensor-proto.ts';
import { type WireField, WireReader } from './wire-reader.ts';

/** Numbers of fields, onnx.proto3. */
const MODEL = { graph: 7, functions: 25 };
const FUNCTION = { name: 1, node: 7 };
const GRAPH = { node: 1, initializer: 5, sparseInitializer: 15 };
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 };
const ATTRIBUTE = { name: 1, tensor: 5, graph: 6, ints: 8, graphs: 11, sparseTensor: 22 };

/** Inputs of a node that may be weights: of the recurrent ones the second and third. */
const INPUTS_READ = 3;
const RECURRENT: ReadonlySet<string> = new Set(['LSTM', 'GRU', 'RNN']);
const CONVOLUTIONS: ReadonlySet<string> = new Set(['Conv', 'ConvTranspose']);

/** A node as far as it matters here. Its fields may come in any order: it is complete at its end. */
interface Node {
  name: string;
  opType: string;
  domain: string;
  readonly inputs: string[];
  readonly outputs: string[];
  /** The value of a Constant. */
  value: TensorProto | undefined;
  /** Of a Transpose. */
  permutation: readonly number[];
}

/**
 * Finds every tensor of a model: initializers, and values of Constant nodes, in its graph, in graphs inside nodes, and
 * in functions. Tensors and scopes are in the order of the file.
 */
export class ModelWalk {
  readonly tensors: FoundTensor[] = [];
  readonly scopes: Scope[] = [];
  readonly #source: ByteSource;
  readonly #reader: WireReader;
  readonly #memory: KeptMemory;

  constructor(source: ByteSource, memory: KeptMemory, options?: ReadOptions) {
    this.#source = source;
    this.#memory = memory;
    this.#reader = new WireReader(source, options);
  }

  /**
   * Walks the whole file, a ModelProto.
   *
   * @throws FormatError when it is no sound model, with the offset of what is wrong in `details.offsetBytes`.
   */
  async model(): Promise<void> {
    let hasGraph = false;
    for await (const field of this.#reader.fields(0, this.#source.sizeBytes)) {
      if (field.number === MODEL.graph) {
        if (hasGraph) throw this.#refuse('TWO_GRAPHS', 'it has two graphs', field.tagByte);
        hasGraph = true;
        await this.#graph(
          field,
          this.#scope(undefined, () => '', field),
        );
      } else if (field.number === MODEL.functions) {
        await this.#function(field);
      }
    }
    if (!hasGraph) throw this.#refuse('NO_GRAPH', 'it has no graph', 0);
  }

  async #function(message: WireField): Promise<void> {
    let name = '';
    const scope = this.#scope(undefined, () => `${name}/`, message);
    for await (const field of this.#reader.message(message)) {
      if (field.number === FUNCTION.name) name = await this.#reader.text(field);
      if (field.number === FUNCTION.node) await this.#node(field, scope);
    }
  }

  async #graph(message: WireField, scope: Scope): Promise<void> {
    for await (const field of this.#reader.message(message)) {
      if (field.number === GRAPH.node) {
        await this.#node(field, scope);
      } else if (field.number === GRAPH.initializer) {
        const tensor = await readTensorProto(this.#reader, field);
        this.#add(scope, tensor.name, tensor);
      } else if (field.number === GRAPH.sparseInitializer) {
        const tensor = await readSparseTensorProto(this.#reader, field);
        this.#add(scope, tensor.name, tensor);
      }
    }
  }

  async #node(message: WireField, scope: Scope): Promise<void> {
    const node: Node = {
      name: '',
      opType: '',
      domain: '',
      inputs: [],
      outputs: [],
      value: undefined,
      permutation: [],
    };
    for await (const field of this.#reader.message(message)) {
      switch (field.number) {
        case NODE.input:
          if (node.inputs.length < INPUTS_READ) node.inputs.push(await this.#reader.text(field));
          break;
        case NODE.output:
          if (node.outputs.length === 0) node.outputs.push(await this.#reader.text(field));
          break;
        case NODE.name:
          node.name = await this.#reader.text(field);
          break;
        case NODE.opType:
          node.opType = await this.#reader.text(field);
          break;
        case NODE.domain:
          node.domain = await this.#reader.text(field);
          break;
        case NODE.attribute:
          await this.#attribute(field, scope, node);
      }
    }
    if (node.domain === '' || node.domain === 'ai.onnx') this.#finish(node, scope);
  }

  /** Fills in what an attribute says of its node; graphs in it are walked at once. */
  async #attribute(message: WireField, scope: Scope, node: Node): Promise<void> {
    let name = '';
    let graphs = 0;
    let value: TensorProto | undefined;
    const ints: number[] = [];
    const walkInside = async (graph: WireField, suffix = '') => {
      const prefix = () => `${scope.prefix()}${node.name || node.opType}/${name}${suffix}/`;
      await this.#graph(graph, this.#scope(scope, prefix, graph));
    };
    for await (const field of this.#reader.message(message)) {
      switch (field.number) {
        case ATTRIBUTE.name:
          name = await this.#reader.text(field);
          break;
        case ATTRIBUTE.tensor:
          value = await readTensorProto(this.#reader, field);
          break;
        case ATTRIBUTE.sparseTensor:
          value = await readSparseTensorProto(this.#reader, field);
          break;
        case ATTRIBUTE.graph:
          await walkInside(field);
          break;
        case ATTRIBUTE.graphs:
          await walkInside(field, `.${graphs++}`);
          break;
        case ATTRIBUTE.ints:
          // Attributes may be lists of any length; what is longer than this is no permutation.
          if (ints.length > MAX_DIMENSIONS || field.endByte - field.startByte > MAX_DIMENSIONS) break;
          await this.#reader.numbers(field, (item) => ints.push(Number(item)));
      }
    }
    if (name === 'value' || name === 'sparse_value') node.value = value;
    if (name === 'perm') node.permutation = ints;
  }

  /** Keeps what a node of ONNX's own operators says of tensors; the tensors may come later in the file. */
  #finish({ opType, inputs, outputs, value, permutation }: Node, scope: Scope): void {
    const [first, second, third] = inputs;
    const [output] = outputs;
    if (opType === 'Constant') {
      if (value !== undefined && output !== undefined) this.#add(scope, output, value);
    } else if (opType === 'MatMul') {
      this.#use(scope, first, 'factor');
      this.#use(scope, second, 'factor');
    } else if (RECURRENT.has(opType)) {
      this.#use(scope, second, 'factor');
      this.#use(scope, third, 'factor');
    } else if (CONVOLUTIONS.has(opType)) {
      this.#use(scope, second, 'kernel');
    } else if (opType === 'Transpose' && putsLastAxesFirst(permutation)) {
      if (first === undefined || output === undefined) return;
      this.#memory.keep('use', output.length + first.length);
      scope.channelsFirst.set(output, first);
    }
  }

  #use(scope: Scope, input: string | undefined, as: 'factor' | 'kernel'): void {
    if (input === undefined) return;
    this.#memory.keep('use', input.length);
    scope.uses.push({ input, as });
  }

  #add(scope: Scope, name: string, proto: TensorProto): void {
    const { startByte } = proto;
    if (name === '')
      throw this.#refuse('BAD_TENSOR', `the tensor at byte ${startByte} has no name`, startByte);
    if (scope.tensors.has(name)) {
      throw this.#refuse('DUPLICATE_NAME', `one graph has two tensors named ${quote(name)}`, startByte);
    }
    this.#memory.keep('tensor', name.length);
    const tensor: FoundTensor = { name, scope, proto, role: undefined };
    scope.tensors.set(name, tensor);
    this.tensors.push(tensor);
  }

  #scope(parent: Scope | undefined, prefix: () => string, { tagByte }: WireField): Scope {
    const depth = parent === undefined ? 0 : parent.depth + 1;
    if (depth > MAX_ONNX_GRAPH_DEPTH) {
      throw this.#refuse('TOO_DEEP', `it nests graphs deeper than ${MAX_ONNX_GRAPH_DEPTH} levels`, tagByte);
    }
    this.#memory.keep('graph', 0);
    const scope = { parent, depth, prefix, tensors: new Map(), channelsFirst: new Map(), uses: [] };
    this.scopes.push(scope);
    return scope;
  }

  #refuse(code: string, problem: string, offsetBytes: number): Error {
    return refuse(this.#source.name, code, problem, { offsetBytes });
  }
}

/** Whether a permutation brings the channels of a kernel from the last two axes, in either order, to the first two. */
function putsLastAxesFirst(permutation: readonly number[]): boolean {
  const [first = 0, second = 0, ...rest] = permutation;
  const last = permutation.length - 1;
  return (
    rest.length > 0 &&
    rest.every((axis, i) => axis === i) &&
    ((first === last && second === last - 1) || (first === last - 1 && second === last))
  );
}
