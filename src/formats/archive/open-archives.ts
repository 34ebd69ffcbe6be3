import { SourceError } from '../../errors.ts';
import type { FileEntry, Located, ReadOptions } from '../../sources/byte-source.ts';
import { describeNames } from '../../sources/similar-names.ts';
import { selectWithin } from '../../sources/within.ts';
import { expandArchive } from './expand-archive.ts';

/**
 * Opens the archives among files that are named one by one: each becomes a folder, or those of its files that are
 * meant. What is no archive stays together as it is.
 *
 * @throws FormatError when an archive is not sound; SourceError `NOTHING_FOUND` when it does not hold what is meant.
 */
export async function openArchives(located: Located, options?: ReadOptions): Promise<Located[]> {
  const parts: Located[] = [];
  const files: FileEntry[] = [];
  for (const file of located.files) {
    const folder = await expandArchive(file, options);
    if (folder === undefined) files.push(file);
    else parts.push(located.within === undefined ? folder : within(folder, located.within));
  }
  if (files.length > 0) {
    if (located.within !== undefined) throw noArchive(files[0]!);
    parts.push({ ...located, files });
  }
  return parts;
}

function within(folder: Located, wanted: string): Located {
  const reference = `${folder.reference}/${wanted}`;
  const found = selectWithin(folder.files, wanted);
  if (found !== undefined) return { reference, ...found };
  const names = folder.files.map((file) => file.path);
  throw new SourceError({
    code: 'NOTHING_FOUND',
    subject: reference,
    problem: 'the archive holds no such file',
    cure: `Check the path: it holds ${describeNames(wanted, names)}`,
  });
}

function noArchive({ name, path }: FileEntry): SourceError {
  return new SourceError({
    code: 'NOTHING_FOUND',
    subject: name,
    problem: `is one file, ${JSON.stringify(path)}, and no archive of several`,
    cure: 'Leave out the path behind its name',
  });
}
