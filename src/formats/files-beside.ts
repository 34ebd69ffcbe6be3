import { AlphagateError } from '../errors.ts';
import type { FileEntry, ReadOptions } from '../sources/byte-source.ts';
import { FORMATS } from './formats.ts';
import { readHead } from './head.ts';

/**
 * The names of the files that a model keeps beside itself, by the format that its name tells; none for most formats.
 * A file that cannot be read has none either: its own reader will say what is wrong with it.
 *
 * @returns undefined for a file that has the name of a model and is something else.
 */
export async function filesBeside(
  file: FileEntry,
  options?: ReadOptions,
): Promise<readonly string[] | undefined> {
  const lowerPath = file.path.toLowerCase();
  const format = FORMATS.find(({ suffixes }) => suffixes.some((suffix) => lowerPath.endsWith(suffix)));
  if (format?.filesBeside === undefined) return [];
  try {
    const source = await file.open(options);
    try {
      const head = await readHead(source, options);
      if (!format.recognises(head, source.sizeBytes)) return undefined;
      return await format.filesBeside(source, options);
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof AlphagateError)) throw error;
    return [];
  }
}
