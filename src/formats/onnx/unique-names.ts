import { MAX_TENSOR_NAME_LENGTH } from '../../limits.ts';
import { quote } from '../refusal.ts';
import { refuse } from './refuse.ts';

/**
 * Gives out names that no two tensors share: graphs that do not see each other may use the same ones.
 *
 * @returns gives the wanted name itself, or the first of `name#2`, `name#3` and so on that is free; it throws
 * FormatError `BAD_TEXT` when the wanted one is too long.
 */
export function uniqueNames(fileName: string): (wanted: string) => string {
  /** Every name given out, with the number of the last one that was made from it. */
  const taken = new Map<string, number>();
  return (wanted) => {
    if (wanted.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name ${quote(wanted)} has more than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw refuse(fileName, 'BAD_TEXT', problem);
    }
    let name = wanted;
    let number = taken.get(wanted) ?? 1;
    while (taken.has(name)) name = `${wanted}#${++number}`;
    taken.set(wanted, number);
    taken.set(name, taken.get(name) ?? 1);
    return name;
  };
}
