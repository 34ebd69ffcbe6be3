import { appendFile } from 'node:fs/promises';

/**
 * Appends to the job summary.
 *
 * @param file GITHUB_STEP_SUMMARY; undefined where the runner has none.
 * @returns why it could not be written, or undefined.
 */
export async function writeStepSummary(
  file: string | undefined,
  markdown: string,
): Promise<string | undefined> {
  if (file === undefined || file === '') return 'This runner has no job summary';
  try {
    await appendFile(file, `${markdown}\n`);
    return undefined;
  } catch (error) {
    return `The job summary cannot be written: ${(error as Error).message}`;
  }
}
