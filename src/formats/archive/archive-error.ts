import { FormatError } from '../../errors.ts';

/** What is wrong with an archive of files. */
export function archiveError(
  archiveName: string,
  code: string,
  problem: string,
  { cure = CURE, offsetBytes }: { readonly cure?: string; readonly offsetBytes?: number } = {},
): FormatError {
  return new FormatError({
    code,
    subject: archiveName,
    problem: `as an archive, ${problem}`,
    cure,
    details: offsetBytes === undefined ? {} : { offsetBytes },
  });
}

const CURE = 'The file is damaged, was cut short, or was made to mislead: write or copy it again';
