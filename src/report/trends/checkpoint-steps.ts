/** Words before the number that trainers mean, the ones that say most about progress first. */
const WORDS: readonly RegExp[] = [
  /step(s)?[^a-z0-9]?$/i,
  /iter(s|ations?)?[^a-z0-9]?$/i,
  /epochs?[^a-z0-9]?$/i,
];

interface NumberedName {
  /** What stands between the numbers: one part more than there are numbers. */
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/**
 * The step of training that each checkpoint's name tells, by the first of these rules that gives every name a number
 * of its own:
 *
 * 1. the last number after the word `step`; else after `iter`; else after `epoch`;
 * 2. where all names are the same but for their numbers, the first number in which they differ;
 * 3. the last number in the name.
 *
 * @returns undefined where no rule does.
 * @example checkpointSteps(['ckpt-2.pt', 'ckpt-10.pt']) // [2, 10]
 */
export function checkpointSteps(names: readonly string[]): number[] | undefined {
  const numbered = names.map(numbersIn);
  const rules: readonly (() => readonly (number | undefined)[])[] = [
    ...WORDS.map((word) => () => numbered.map((name) => lastAfter(word, name))),
    () => firstThatDiffers(numbered),
    () => numbered.map(({ numbers }) => numbers.at(-1)),
  ];
  for (const rule of rules) {
    const steps = rule().filter((step) => step !== undefined && Number.isSafeInteger(step));
    if (steps.length === names.length && new Set(steps).size === steps.length) return steps as number[];
  }
  return undefined;
}

/** A suffix such as `.h5` or `.npy2` has no step in it. */
const SUFFIX = /\.[a-z][a-z0-9]*$/i;

function numbersIn(name: string): NumberedName {
  const parts = name.replace(SUFFIX, '').split(/(\d+)/);
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    numbers: parts.filter((_, index) => index % 2 === 1).map(Number),
  };
}

function lastAfter(word: RegExp, { texts, numbers }: NumberedName): number | undefined {
  return numbers.findLast((_, index) => word.test(texts[index]!));
}

function firstThatDiffers(names: readonly NumberedName[]): (number | undefined)[] {
  const [first, ...others] = names;
  const shape = (name: NumberedName) => JSON.stringify(name.texts);
  if (first === undefined || others.some((other) => shape(other) !== shape(first))) return [];
  const differing = first.numbers.findIndex((number, index) =>
    others.some(({ numbers }) => numbers[index] !== number),
  );
  return names.map(({ numbers }) => numbers[differing]);
}
