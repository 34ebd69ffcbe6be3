import { quote } from '../refusal.ts';
import { mappingEntries } from './mapping.ts';
import { globalName, isNode, type PickleValue } from './pickle-value.ts';

const ENTRIES_SHOWN = 3;

/** What a value from a pickle is, in words for a message. Classes are named, contents are not. */
export function describeValue(value: PickleValue): string {
  const entries = mappingEntries(value);
  if (entries !== undefined) {
    const shown = entries
      .slice(0, ENTRIES_SHOWN)
      .map(([key, item]) => `${describeKey(key)}: ${describeKind(item)}`);
    const more =
      entries.length > shown.length
        ? `${shown.length > 0 ? ', ' : ''}and ${entries.length - shown.length} more`
        : '';
    return entries.length === 0 ? 'an empty dict' : `a dict with ${shown.join(', ')}${more}`;
  }
  return describeKind(value);
}

function describeKey(key: PickleValue): string {
  return typeof key === 'string' ? quote(key) : describeKind(key);
}

function describeKind(value: PickleValue): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'a truth value';
  if (value instanceof Uint8Array) return 'bytes';
  if (!isNode(value)) return 'a number';
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return `a ${value.kind} of ${value.items.length}`;
    case 'dict':
      return 'a dict';
    case 'global':
      return `the class or function ${quote(value.name)}`;
    case 'object':
      return `an object of ${quote(globalName(value.callable) ?? 'something computed')}`;
    case 'persistent':
      return 'a reference to a storage';
  }
}
