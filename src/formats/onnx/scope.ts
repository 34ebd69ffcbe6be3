import type { TensorProto } from './tensor-proto.ts';

/**
 * What a node makes of a tensor, where its shape alone would mislead: a `stack` of matrices (directions of a recurrent
 * layer, batches of a product), or a kernel stored with its `channels-last`.
 */
export type TensorRole = 'stack' | 'channels-last';

/** A tensor that a model holds. */
export interface FoundTensor {
  /** Its name in its graph. */
  readonly name: string;
  readonly scope: Scope;
  readonly proto: TensorProto;
  role: TensorRole | undefined;
}

/** Where names are valid: a graph, one inside a node of another, or the body of a function. */
export interface Scope {
  /** The graph around this one, whose names are valid too. */
  readonly parent: Scope | undefined;
  /** How many graphs are around it. */
  readonly depth: number;
  /** What precedes the names of its tensors; complete only when the whole model has been read. */
  prefix(): string;
  readonly tensors: Map<string, FoundTensor>;
  /** Outputs of Transpose nodes that put the last two axes first, each with its input. */
  readonly channelsFirst: Map<string, string>;
  /** Names that nodes take as factors of matrix products or as kernels. */
  readonly uses: { readonly input: string; readonly as: 'factor' | 'kernel' }[];
}

/** Gives every tensor the role that the nodes which use it say it has. */
export function assignRoles(scopes: readonly Scope[]): void {
  for (const scope of scopes) {
    for (const { input, as } of scope.uses) {
      const stored = as === 'factor' ? input : lookUp(scope, input, ({ channelsFirst }) => channelsFirst);
      const tensor = stored === undefined ? undefined : lookUp(scope, stored, ({ tensors }) => tensors);
      if (tensor !== undefined) tensor.role ??= as === 'factor' ? 'stack' : 'channels-last';
    }
  }
}

function lookUp<Value>(
  scope: Scope,
  name: string,
  tableOf: (scope: Scope) => ReadonlyMap<string, Value>,
): Value | undefined {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    const value = tableOf(current).get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
