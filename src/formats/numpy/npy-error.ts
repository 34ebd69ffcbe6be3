import { FormatError } from '../../errors.ts';

/** @param fileName what was read: a file, or a record of an archive. */
export function npyError(fileName: string, code: string, problem: string, offsetBytes: number): FormatError {
  return new FormatError({
    code,
    subject: fileName,
    problem: `as a NumPy array, ${problem}`,
    cure: 'The file is damaged, was cut short, or was made to mislead: write it again with numpy.save or numpy.savez',
    details: { offsetBytes },
  });
}
