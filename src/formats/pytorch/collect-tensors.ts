import {
  MAX_PICKLE_BYTES,
  MAX_PICKLE_DEPTH,
  MAX_PICKLE_HEAP_BYTES,
  MAX_PICKLE_STEPS,
  MAX_TENSOR_NAME_LENGTH,
  MAX_TENSORS,
} from '../../limits.ts';
import { quote } from '../refusal.ts';
import { type MappingEntry, mappingEntries, mappingGet } from './mapping.ts';
import {
  callableName,
  isNode,
  type PickleNode,
  type PickleObject,
  type PickleValue,
  sequenceItems,
} from './pickle-value.ts';
import { readTorchTensor } from './read-tensor.ts';
import { refuse } from './refuse.ts';
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
 * @throws FormatError `BAD_TENSOR`, `DUPLICATE_NAME`, `NAME_TOO_LONG`, `TOO_MANY_TENSORS`, `PICKLE_TOO_DEEP` or
 * `PICKLE_TOO_LARGE`.
 */
export function collectTensors(
  root: PickleValue,
  fileName: string,
  options: CollectOptions = {},
): NamedTensor[] {
  const walk = new Walk(fileName, options);
  if (isNode(root)) walk.visit(root, undefined, 0);
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

/** Keys from the root joined by dots, of which any may be empty text; undefined is the root. */
type Path = string | undefined;

class Walk {
  readonly found: NamedTensor[] = [];
  readonly #fileName: string;
  readonly #isWanted: (entry: MappingEntry) => boolean;
  readonly #names = new Set<string>();
  readonly #entered = new Set<PickleNode>();
  readonly #tensors = new Map<PickleNode, TorchTensor>();
  #steps = 0;
  #nameBytes = 0;
  #inlineBytes = 0;

  constructor(fileName: string, options: CollectOptions) {
    this.#fileName = fileName;
    this.#isWanted = options.isWanted ?? (() => true);
    if (isNode(options.except)) this.#entered.add(options.except);
  }

  visit(value: PickleNode, path: Path, depth: number): void {
    if (value.kind === 'global' || value.kind === 'persistent') return;
    if (this.#addTensor(value, path) || this.#entered.has(value)) return;
    if (depth > MAX_PICKLE_DEPTH) {
      const problem = `its containers nest deeper than ${MAX_PICKLE_DEPTH} levels`;
      throw refuse(this.#fileName, 'PICKLE_TOO_DEEP', problem);
    }
    this.#entered.add(value);

    const module = this.#moduleState(value);
    if (module !== undefined) this.#visitModule(module, path, depth);
    else if (isScriptModule(value)) this.#visitScriptModule(value, path, depth);
    else if (value.kind === 'list' || value.kind === 'tuple') {
      for (const [i, item] of value.items.entries()) {
        if (isNode(item)) this.visit(item, join(path, String(i)), depth + 1);
      }
    } else {
      const entries = this.#entriesOf(value);
      if (!isOptimizerState(entries)) this.#visitMapping(entries, path, depth);
    }
  }

  #visitMapping(entries: readonly MappingEntry[], path: Path, depth: number): void {
    for (const entry of depth === 0 ? entries.filter(this.#isWanted) : entries) {
      const [key, item] = entry;
      const name = keyText(key);
      if (name !== undefined && isNode(item)) this.visit(item, join(path, name), depth + 1);
    }
  }

  #visitModule(state: readonly MappingEntry[], path: Path, depth: number): void {
    const transient = new Set(sequenceItems(setOf(mappingGet(state, '_non_persistent_buffers_set'))));
    this.#spend(transient.size);
    for (const part of ['_parameters', '_buffers', '_modules']) {
      for (const [key, item] of this.#entriesOf(mappingGet(state, part))) {
        const name = keyText(key);
        if (name === undefined || !isNode(item) || (part === '_buffers' && transient.has(key))) continue;
        if (part === '_modules') this.visit(item, join(path, name), depth + 1);
        else this.#addTensor(item, join(path, name));
      }
    }
  }

  /**
   * The pickle does not say which attributes are parameters or buffers, the code beside it does. All tensors are
   * taken, but not the empty ones with which scripts initialise attributes that they fill while running.
   */
  #visitScriptModule(module: PickleObject, path: Path, depth: number): void {
    const children: [PickleNode, string][] = [];
    for (const [key, item] of this.#entriesOf(module.state)) {
      const name = keyText(key);
      if (name === undefined || !isNode(item)) continue;
      const itemPath = join(path, name);
      if (isScriptModule(item)) children.push([item, itemPath]);
      else if (this.#tensorOf(item, itemPath)?.shape.includes(0) === false) this.#addTensor(item, itemPath);
    }
    for (const [child, childPath] of children) this.visit(child, childPath, depth + 1);
  }

  /**
   * The attributes of a pickled torch.nn.Module, or undefined. They are the state of the object; of a
   * torch.fx.GraphModule they are the first or second argument of the function that rebuilds it.
   */
  #moduleState(value: PickleNode): readonly MappingEntry[] | undefined {
    if (value.kind !== 'object') return undefined;
    // A class with slots has a pair: attributes and slots.
    const [attributes = value.state] = sequenceItems(value.state) ?? [];
    return [attributes, ...value.args.slice(0, 2)]
      .map((candidate) => this.#entriesOf(candidate))
      .find(
        (entries) =>
          mappingGet(entries, '_parameters') !== undefined && mappingGet(entries, '_modules') !== undefined,
      );
  }

  /** @returns whether the value is a tensor. */
  #addTensor(value: PickleNode, path: Path): boolean {
    const name = path ?? LONE_TENSOR_NAME;
    const tensor = this.#tensorOf(value, name);
    if (tensor === undefined) return false;
    if (name.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name ${quote(name)} has more than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw refuse(this.#fileName, 'NAME_TOO_LONG', problem);
    }
    if (this.#names.has(name)) {
      throw refuse(this.#fileName, 'DUPLICATE_NAME', `it holds two tensors named ${quote(name)}`);
    }
    if (this.found.length >= MAX_TENSORS) {
      throw refuse(this.#fileName, 'TOO_MANY_TENSORS', `it lists more than ${MAX_TENSORS} tensors`);
    }
    this.#nameBytes += 2 * name.length;
    if (this.#nameBytes > MAX_PICKLE_HEAP_BYTES)
      throw this.#tooLarge(`names of ${MAX_PICKLE_HEAP_BYTES} bytes`);
    this.#names.add(name);
    this.found.push({ name, tensor });
    return true;
  }

  #tensorOf(value: PickleNode, name: string): TorchTensor | undefined {
    if (value.kind !== 'object') return undefined;
    const known = this.#tensors.get(value);
    if (known !== undefined) return known;
    const tensor = readTorchTensor(value, (problem) =>
      refuse(this.#fileName, 'BAD_TENSOR', `tensor ${quote(name)} ${problem}`, { tensor: name }),
    );
    if (tensor === undefined) return undefined;
    this.#tensors.set(value, tensor);
    if (tensor.storage !== undefined && 'inline' in tensor.storage) {
      // Arrays that share their bytes would be decoded again for each.
      this.#inlineBytes += tensor.storage.inline.length;
      if (this.#inlineBytes > MAX_PICKLE_BYTES) throw this.#tooLarge(`arrays of ${MAX_PICKLE_BYTES} bytes`);
    }
    return tensor;
  }

  /** The entries of a mapping, none for anything else. */
  #entriesOf(value: PickleValue | undefined): readonly MappingEntry[] {
    const entries = mappingEntries(value) ?? [];
    this.#spend(entries.length);
    return entries;
  }

  #spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_PICKLE_STEPS) throw this.#tooLarge(`containers of ${MAX_PICKLE_STEPS} entries`);
  }

  #tooLarge(what: string): Error {
    return refuse(this.#fileName, 'PICKLE_TOO_LARGE', `it would take more than ${what} to list its tensors`);
  }
}

function isScriptModule(value: PickleNode): value is PickleObject {
  return callableName(value)?.startsWith(SCRIPT_PREFIX) === true;
}

/** A set as protocol 4 writes it, or the list that `set` is called with before. */
function setOf(value: PickleValue | undefined): PickleValue | undefined {
  const name = callableName(value);
  return name === 'builtins.set' || name === '__builtin__.set' ? (value as PickleObject).args[0] : value;
}

/** Not longer than it takes to see that it is too long: a key of megabytes may occur at every level. */
function join(path: Path, key: string): string {
  const joined = path === undefined ? key : `${path}.${key}`;
  return joined.slice(0, MAX_TENSOR_NAME_LENGTH + 1);
}

function keyText(key: PickleValue): string | undefined {
  if (typeof key === 'string') return key;
  return typeof key === 'number' || typeof key === 'bigint' ? String(key) : undefined;
}
