/**
 * What a pickle says, as plain data. Nothing in it is ever called: a class or function is its name, a call is an
 * object that remembers what was to be called with which arguments.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PickleSequence
  | PickleDict
  | PickleGlobal
  | PickleObject
  | PicklePersistent;

/** A list, tuple or set. Lists and sets may contain themselves. */
export interface PickleSequence {
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: PickleValue[];
}

/** May contain itself. */
export interface PickleDict {
  readonly kind: 'dict';
  /** Key, value, key, value, as written: a key may occur twice. */
  readonly entries: PickleValue[];
}

/** A class or function by name. */
export interface PickleGlobal {
  readonly kind: 'global';
  /** Module and name, joined by a dot. Hostile text. */
  readonly name: string;
}

/** What calling `callable` with `args` would have made. May contain itself. */
export interface PickleObject {
  readonly kind: 'object';
  readonly callable: PickleValue;
  readonly args: readonly PickleValue[];
  /** What would have been handed to `__setstate__`, or become the object's attributes. */
  state: PickleValue | undefined;
  /** Key, value, key, value: what would have been set by `object[key] = value`. */
  entries: PickleValue[] | undefined;
  /** What would have been appended. */
  items: PickleValue[] | undefined;
}

/** A reference to something outside the pickle; torch refers to storages so. */
export interface PicklePersistent {
  readonly kind: 'persistent';
  readonly id: PickleValue;
}

export type PickleNode = Exclude<PickleValue, null | boolean | number | bigint | string | Uint8Array>;

export function isNode(value: PickleValue | undefined): value is PickleNode {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

/** The items of a list, tuple or set, or undefined. */
export function sequenceItems(value: PickleValue | undefined): readonly PickleValue[] | undefined {
  return isNode(value) && (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set')
    ? value.items
    : undefined;
}

/**
 * The name of a class or function, or undefined. torch refers to a class whose source it saved by a persistent
 * id `('module', class, file, source)`.
 */
export function globalName(value: PickleValue | undefined): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.kind === 'global') return value.name;
  if (value.kind !== 'persistent') return undefined;
  const [type, target] = sequenceItems(value.id) ?? [];
  return type === 'module' && isNode(target) && target.kind === 'global' ? target.name : undefined;
}

/** The name of what was to be called to make an object, or undefined. */
export function callableName(value: PickleValue | undefined): string | undefined {
  return isNode(value) && value.kind === 'object' ? globalName(value.callable) : undefined;
}
