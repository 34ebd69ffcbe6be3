/** The kinds of settings there are: how their text is read and what it may say. */

import * as z from 'zod';
import type { Definition } from './setting.ts';

/** What a setting is called and what it is for; its kind adds the rest. */
type Names = Pick<Definition, 'input' | 'option' | 'key' | 'description'>;

/** Keeps the schema's type, so that `Settings` can be made from it. */
export function setting<Value>(definition: Definition<z.ZodType<Value>>): Definition<z.ZodType<Value>> {
  return definition;
}

export function number(
  names: Names,
  fallback: number,
  schema: z.ZodNumber = z.number(),
  expects = 'a number, such as 2 or 2.5',
) {
  return setting<number>({
    ...names,
    schema,
    parse: parseNumber,
    expects,
    default: fallback,
    placeholder: 'NUMBER',
  });
}

export function count(names: Names, fallback: number, meaningOfZero: string, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? 'from 0 on' : `from 0 to ${most}`;
  return setting<number>({
    ...names,
    schema: z.int().min(0).max(most),
    parse: parseNumber,
    expects: `a whole number ${range} (0: ${meaningOfZero})`,
    default: fallback,
    placeholder: 'COUNT',
  });
}

export function choice<const Choices extends readonly [string, ...string[]]>(
  names: Names,
  choices: Choices,
  fallback: Choices[number],
) {
  return setting<Choices[number]>({
    ...names,
    schema: z.enum(choices) as z.ZodType<Choices[number]>,
    parse: (value) => value,
    expects: `one of ${choices.join(', ')}`,
    default: fallback,
    placeholder: choices.join('|'),
  });
}

export function globs(names: Names) {
  return setting<readonly string[]>({
    ...names,
    schema: z.array(z.string().min(1)),
    parse: (value) =>
      value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    expects: 'patterns of layer names, one a line',
    default: [],
    placeholder: 'GLOB',
    repeatable: true,
  });
}

export function yesOrNo(names: Names, fallback: boolean) {
  return setting<boolean>({
    ...names,
    schema: z.boolean(),
    parse: (value) => ({ true: true, false: false })[value],
    expects: 'true or false',
    default: fallback,
    placeholder: 'true|false',
  });
}

/** Longer than any token, address or key, and shorter than what would crowd out a comment. */
const LONGEST_TEXT = 2000;

export function text(names: Names, placeholder: string) {
  return setting<string>({
    ...names,
    schema: z.string().max(LONGEST_TEXT),
    parse: (value) => value,
    expects: `text of at most ${LONGEST_TEXT} characters`,
    default: '',
    placeholder,
  });
}

/** Stricter than `Number`: no empty text, no hexadecimal, no infinity. */
export function parseNumber(value: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : undefined;
}
