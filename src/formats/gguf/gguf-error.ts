import { FormatError } from '../../errors.ts';
import type { ByteSource } from '../../sources/byte-source.ts';

const CURE = 'The file is damaged, was cut short, or was made to mislead: write or copy it again';

/** What is wrong with the bytes of a GGUF file. */
export function ggufError(
  source: ByteSource,
  code: string,
  problem: string,
  offsetBytes: number,
  cure: string = CURE,
): FormatError {
  return new FormatError({
    code,
    subject: source.name,
    problem: `as GGUF, ${problem}`,
    cure,
    details: { offsetBytes },
  });
}
