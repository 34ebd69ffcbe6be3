import { MAX_PICKLE_DEPTH, MAX_TENSORS } from '../../limits.ts';
import { type MappingEntry, mappingEntries, mappingGet } from './mapping.ts';
import { callableName, isNode, type PickleNode, type PickleValue, sequenceItems } from './pickle-value.ts';
import { readTorchTensor } from './read-tensor.ts';
import { quote, refuse } from './refuse.ts';
import type { TorchTensor } from './torch-tensor.ts';

/** A tensor under the name that it has in the model. */
export interface NamedTensor {
  /** Hostile text. */
  readonly name: string;
  readonly tensor: TorchTensor;
}

/** What a checkpoint that is nothing but one tensor calls it. */
const LONE_TENSOR_NAME = 'tensor';

/** Classes of TorchScript, whose instances are modules with their tensors as attributes. */
const SCRIPT_PREFIX = '__torch__.';

/**
 * Lists the tensors of a value and of the containers in it, in the order of the pickle, with the names that
 * `state_dict()` gives them: keys joined by dots, a module's parameters before its buffers and its children. Of
 * optimizers' states nothing is listed, and of objects that are neither containers nor modules neither. Every
 * container is entered once, so that one which contains itself, or a million references to one, ends.
 *
 * @throws FormatError `BAD_TENSOR`, `DUPLICATE_NAME`, `TOO_MANY_TENSORS` or `PICKLE_TOO_DEEP`.
 */
export function collectTensors(
  root: PickleValue,
  fileName: string,
  options: CollectOptions = {},
): NamedTensor[] {
  const walk = new Walk(fileName, options);
  walk.visit(root, '', 0);
  return walk.found;
}

export interface CollectOptions {
  /** A container that is not to be entered. */
  readonly except?: PickleValue;
  /** Which entries to take of a mapping that is the root. [all] */
  readonly isWanted?: (entry: MappingEntry) => boolean;
}

/** An optimizer's `state_dict()`, by its two keys. */
export function isOptimizerState(entries: readonly MappingEntry[]): boolean {
  return mappingGet(entries, 'state') !== undefined && mappingGet(entries, 'param_groups') !== undefined;
}

class Walk {
  readonly found: NamedTensor[] = [];
  readonly #fileName: string;
  readonly #isWanted: (entry: MappingEntry) => boolean;
  readonly #names = new Set<string>();
  readonly #entered = new Set<PickleNode>();
  readonly #tensors = new Map<PickleNode, TorchTensor>();

  constructor(fileName: string, options: CollectOptions) {
    this.#fileName = fileName;
    this.#isWanted = options.isWanted ?? (() => true);
    if (isNode(options.except)) this.#entered.add(options.except);
  }

  visit(value: PickleValue | undefined, path: string, depth: number): void {
    if (!isNode(value) || value.kind === 'global' || value.kind === 'persistent') return;
    if (this.#addTensor(value, path) || this.#entered.has(value)) return;
    if (depth > MAX_PICKLE_DEPTH) {
      const problem = `its containers nest deeper than ${MAX_PICKLE_DEPTH} levels`;
      throw refuse(this.#fileName, 'PICKLE_TOO_DEEP', problem);
    }
    this.#entered.add(value);

    const module = moduleState(value);
    const entries = mappingEntries(value);
    if (module !== undefined) this.#visitModule(module, path, depth);
    else if (callableName(value)?.startsWith(SCRIPT_PREFIX)) this.#visitScriptModule(value, path, depth);
    else if (entries !== undefined)
      this.#visitMapping(depth === 0 ? entries.filter(this.#isWanted) : entries, path, depth);
    else if (value.kind === 'list' || value.kind === 'tuple') {
      for (const [i, item] of value.items.entries()) this.visit(item, join(path, String(i)), depth + 1);
    }
  }

  #visitMapping(entries: readonly MappingEntry[], path: string, depth: number): void {
    if (isOptimizerState(entries)) return;
    for (const [key, item] of entries) {
      const name = keyText(key);
      if (name !== undefined) this.visit(item, join(path, name), depth + 1);
    }
  }

  #visitModule(state: readonly MappingEntry[], path: string, depth: number): void {
    const transient = sequenceItems(setOf(mappingGet(state, '_non_persistent_buffers_set'))) ?? [];
    for (const part of ['_parameters', '_buffers', '_modules']) {
      for (const [key, item] of mappingEntries(mappingGet(state, part)) ?? []) {
        const name = keyText(key);
        if (name === undefined || (part === '_buffers' && transient.includes(key))) continue;
        if (part === '_modules') this.visit(item, join(path, name), depth + 1);
        else if (isNode(item)) this.#addTensor(item, join(path, name));
      }
    }
  }

  /**
   * The pickle does not say which attributes are parameters or buffers, the code beside it does. All tensors are
   * taken, but not the empty ones with which scripts initialise attributes that they fill while running.
   */
  #visitScriptModule(module: PickleNode, path: string, depth: number): void {
    const attributes = module.kind === 'object' ? (mappingEntries(module.state) ?? []) : [];
    const children: [PickleValue, string][] = [];
    for (const [key, item] of attributes) {
      const name = keyText(key);
      if (name === undefined || !isNode(item)) continue;
      if (callableName(item)?.startsWith(SCRIPT_PREFIX)) children.push([item, join(path, name)]);
      else if (this.#tensorOf(item, join(path, name))?.shape.includes(0) === false)
        this.#addTensor(item, join(path, name));
    }
    for (const [child, name] of children) this.visit(child, name, depth + 1);
  }

  /** @returns whether the value is a tensor. */
  #addTensor(value: PickleNode, path: string): boolean {
    const name = path === '' ? LONE_TENSOR_NAME : path;
    const tensor = this.#tensorOf(value, name);
    if (tensor === undefined) return false;
    if (this.#names.has(name)) {
      throw refuse(this.#fileName, 'DUPLICATE_NAME', `it holds two tensors named ${quote(name)}`);
    }
    if (this.found.length >= MAX_TENSORS) {
      throw refuse(this.#fileName, 'TOO_MANY_TENSORS', `it lists more than ${MAX_TENSORS} tensors`);
    }
    this.#names.add(name);
    this.found.push({ name, tensor });
    return true;
  }

  #tensorOf(value: PickleNode, name: string): TorchTensor | undefined {
    if (value.kind !== 'object') return undefined;
    const known = this.#tensors.get(value);
    if (known !== undefined) return known;
    const tensor = readTorchTensor(value, (problem) =>
      refuse(this.#fileName, 'BAD_TENSOR', `tensor ${quote(name)} ${problem}`, { details: { tensor: name } }),
    );
    if (tensor !== undefined) this.#tensors.set(value, tensor);
    return tensor;
  }
}

/**
 * The attributes of a pickled torch.nn.Module, or undefined. They are the state of the object; of a
 * torch.fx.GraphModule they are an argument of the function that rebuilds it.
 */
function moduleState(value: PickleNode): readonly MappingEntry[] | undefined {
  if (value.kind !== 'object') return undefined;
  // A class with slots has a pair: attributes and slots.
  const [attributes = value.state] = sequenceItems(value.state) ?? [];
  return [attributes, ...value.args]
    .map(mappingEntries)
    .find(
      (entries) =>
        mappingGet(entries, '_parameters') !== undefined && mappingGet(entries, '_modules') !== undefined,
    );
}

/** A set as protocol 4 writes it, or the list that `set` is called with before. */
function setOf(value: PickleValue | undefined): PickleValue | undefined {
  const name = callableName(value);
  return name === 'builtins.set' || name === '__builtin__.set'
    ? (value as PickleNode & { kind: 'object' }).args[0]
    : value;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function keyText(key: PickleValue): string | undefined {
  if (typeof key === 'string') return key;
  return typeof key === 'number' || typeof key === 'bigint' ? String(key) : undefined;
}
