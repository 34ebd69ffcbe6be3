import { FormatError } from '../../errors.ts';
import type { ByteSource } from '../../sources/byte-source.ts';

/** What is wrong with the bytes of a zip archive. */
export function zipError(
  source: ByteSource,
  code: string,
  problem: string,
  offsetBytes?: number,
  cure = 'The file is damaged, was cut short, or was made to mislead: write or copy it again',
): FormatError {
  return new FormatError({
    code,
    subject: source.name,
    problem: `as a zip archive, ${problem}`,
    cure,
    details: offsetBytes === undefined ? {} : { offsetBytes },
  });
}
