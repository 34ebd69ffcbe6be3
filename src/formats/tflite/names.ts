import type { Constant } from './constants.ts';

/** What the converter calls constants that had no name: nothing about the layer. */
const MEANINGLESS = /^(tfl\.|arith\.|std\.|const|cst|unknown|\d*$)/i;

/** Of operators that were made one the names are joined. */
const JOINT = ';';

/**
 * The names of constants: their own where they have one, otherwise that of what the operator computes which takes them,
 * with the operator's; two of one name are told apart by their place in the graph.
 */
export function nameConstants(constants: readonly Constant[]): string[] {
  const names = constants.map(nameOf);
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return names.map((name, i) => (uses.get(name) === 1 ? name : `${name}#${constants[i]!.index}`));
}

function nameOf({ storedName, usedBy, index }: Constant): string {
  const own = firstOf(storedName);
  if (!MEANINGLESS.test(own)) return own;
  return usedBy === undefined ? `constant#${index}` : `${firstOf(usedBy.outputName)}/${usedBy.operator.name}`;
}

function firstOf(name: string): string {
  return name.split(JOINT, 1)[0]!;
}
