import { callableName, isNode, type PickleValue, sequenceItems } from './pickle-value.ts';

/** Calls that make a mapping of the pairs or the mapping that they are given. */
const MAPPING_TYPES: ReadonlySet<string> = new Set([
  'collections.OrderedDict',
  'collections.defaultdict',
  'collections.Counter',
  'builtins.dict',
  '__builtin__.dict',
]);

/** A key with its value. A key may occur twice. */
export type MappingEntry = readonly [key: PickleValue, value: PickleValue];

/** The entries of a dict, of an OrderedDict, or of any object that was filled like one; undefined for anything else. */
export function mappingEntries(value: PickleValue | undefined): readonly MappingEntry[] | undefined {
  if (!isNode(value)) return undefined;
  if (value.kind === 'dict') return pairUp(value.entries);
  if (value.kind !== 'object') return undefined;
  if (value.entries !== undefined) return pairUp(value.entries);
  return MAPPING_TYPES.has(callableName(value) ?? '') ? givenEntries(value.args.at(-1)) : undefined;
}

/** The value of a key of text, the last where it occurs twice, as in Python. */
export function mappingGet(
  entries: readonly MappingEntry[] | undefined,
  key: string,
): PickleValue | undefined {
  return entries?.findLast(([candidate]) => candidate === key)?.[1];
}

function pairUp(entries: readonly PickleValue[]): MappingEntry[] {
  const pairs: MappingEntry[] = [];
  for (let i = 0; i + 1 < entries.length; i += 2) pairs.push([entries[i]!, entries[i + 1]!]);
  return pairs;
}

/** Python 2 wrote an OrderedDict as a call with a list of pairs. */
function givenEntries(argument: PickleValue | undefined): MappingEntry[] {
  if (isNode(argument) && argument.kind === 'dict') return pairUp(argument.entries);
  const pairs: MappingEntry[] = [];
  for (const item of sequenceItems(argument) ?? []) {
    const [key, value] = sequenceItems(item) ?? [];
    if (key !== undefined && value !== undefined) pairs.push([key, value]);
  }
  return pairs;
}
