import { AlphagateError } from '../errors.ts';
import { type FileEntry, type ReadOptions, readBytes } from '../sources/byte-source.ts';
import { HEAD_BYTES } from './format.ts';
import { FORMATS } from './formats.ts';

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
      const head = await readBytes(source, 0, Math.min(HEAD_BYTES, source.sizeBytes), options);
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
