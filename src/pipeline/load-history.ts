import { openArchives } from '../formats/archive/open-archives.ts';
import { type History, parseHistory, requireHistorySize } from '../report/history/history.ts';
import { type FileEntry, type Located, type ReadOptions, readDocument } from '../sources/byte-source.ts';
import { baseName } from '../sources/file-name.ts';
import { isNothingThere } from '../sources/nothing-there.ts';

/** What the history is called in an artifact, beside the reports. */
export const HISTORY_FILE = 'history.json';

/**
 * Reads the history that a reference stands for.
 *
 * @returns undefined where nothing is there yet.
 * @throws AlphagateError when there is something that cannot be read, or that is no history.
 */
export async function loadHistory(
  reference: string,
  locate: (reference: string) => Promise<Located>,
  options?: ReadOptions,
): Promise<History | undefined> {
  let file: FileEntry | undefined;
  try {
    file = await findHistory(await locate(reference), options);
  } catch (error) {
    if (!isNothingThere(error)) throw error;
  }
  return file && readHistory(file, options);
}

/** The only file; in an archive, such as an artifact is, the one with the history's name. */
async function findHistory(located: Located, options?: ReadOptions): Promise<FileEntry | undefined> {
  const [file] = located.files;
  if (located.kind === 'file' && located.files.length === 1 && !file!.path.endsWith('.zip')) return file;
  const files = (await openArchives(located, options)).flatMap((part) => part.files);
  return files.find(({ path }) => baseName(path) === HISTORY_FILE);
}

async function readHistory(file: FileEntry, options?: ReadOptions): Promise<History> {
  requireHistorySize(file.name, file.sizeBytes);
  return parseHistory(await readDocument(file, options), file.name);
}
