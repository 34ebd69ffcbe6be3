import { FormatError } from '../../errors.ts';
import type { ByteSource } from '../../sources/byte-source.ts';

/** What is wrong with the bytes of a zip archive. */
export function zipError(
  source: ByteSource,
  code: string,
  problem: string,
  offsetBytes?: number,
): FormatError {
  return new FormatError({
    code,
    subject: source.name,
    problem: `as a zip archive, ${problem}`,
    cure: 'The file is damaged, was cut short, or was made to mislead: write or copy it again',
    details: offsetBytes === undefined ? {} : { offsetBytes },
  });
}
