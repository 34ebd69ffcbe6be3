import { MAX_TENSOR_NAME_LENGTH } from '../../limits.ts';
import { quote } from '../refusal.ts';
import { refuse } from './refuse.ts';

/** Gives out names that no two tensors share: graphs that do not see each other may use the same ones. */
export class UniqueNames {
  readonly #fileName: string;
  /** Every name given out, with the number of the last one that was made from it. */
  readonly #taken = new Map<string, number>();

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /**
   * The name itself, or the first of `name#2`, `name#3` and so on that is free.
   *
   * @throws FormatError `BAD_TEXT` when it is too long.
   */
  take(wanted: string): string {
    if (wanted.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name ${quote(wanted)} has more than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw refuse(this.#fileName, 'BAD_TEXT', problem);
    }
    let name = wanted;
    let number = this.#taken.get(wanted) ?? 1;
    while (this.#taken.has(name)) name = `${wanted}#${++number}`;
    this.#taken.set(wanted, number);
    this.#taken.set(name, this.#taken.get(name) ?? 1);
    return name;
  }
}
