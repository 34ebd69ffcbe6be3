import { FormatError } from '../errors.ts';

export interface RefusalOptions {
  readonly cure?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Makes the error for a file that is not what it claims to be. */
export type Refuse = (
  fileName: string,
  code: string,
  problem: string,
  options?: RefusalOptions,
) => FormatError;

/** @param claim what files of a format are read as, such as "as ONNX". */
export function refusalOf(claim: string): Refuse {
  return (fileName, code, problem, { cure = CURE, details = {} } = {}) =>
    new FormatError({ code, subject: fileName, problem: `${claim}, ${problem}`, cure, details });
}

const CURE = 'The file is damaged, was cut short, or was made to mislead: write or copy it again';

/** Hostile text, fit for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
