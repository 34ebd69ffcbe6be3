import { FormatError } from '../errors.ts';

/** What else is to be said: a cure in the place of the usual one, and facts for machines. */
export interface RefusalFacts {
  readonly cure?: string | undefined;
  readonly offsetBytes?: number;
  readonly [fact: string]: unknown;
}

/** Makes the error for a file that is not what it claims to be. */
export type Refuse = (fileName: string, code: string, problem: string, facts?: RefusalFacts) => FormatError;

const CURE = 'The file is damaged, was cut short, or was made to mislead: write or copy it again';

/** @param claim what files of a format are read as, such as "as ONNX". */
export function refusalOf(claim: string, usualCure: string = CURE): Refuse {
  return (fileName, code, problem, { cure = usualCure, ...details } = {}) =>
    new FormatError({ code, subject: fileName, problem: `${claim}, ${problem}`, cure, details });
}

/** Hostile text, fit for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
