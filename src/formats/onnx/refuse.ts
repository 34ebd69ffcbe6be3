import { FormatError } from '../../errors.ts';

const CURE = 'The file is damaged, was cut short, or was made to mislead: export or copy it again';

/** @param fileName the file, for the message. */
export function refuse(
  fileName: string,
  code: string,
  problem: string,
  options: { readonly cure?: string; readonly details?: Readonly<Record<string, unknown>> } = {},
): FormatError {
  return new FormatError({
    code,
    subject: fileName,
    problem: `as ONNX, ${problem}`,
    cure: options.cure ?? CURE,
    details: options.details ?? {},
  });
}

/** Hostile text, fit for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
