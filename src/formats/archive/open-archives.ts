import { SourceError } from '../../errors.ts';
import type { FileEntry, Located, ReadOptions } from '../../sources/byte-source.ts';
import { compileGlob } from '../../sources/glob.ts';
import { describeNames } from '../../sources/similar-names.ts';
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
  if (files.length > 0) parts.push({ ...located, files });
  return parts;
}

/** The file of this name, else what lies in the folder of this name, else what a glob matches. */
function within(folder: Located, wanted: string): Located {
  const path = wanted.replace(/\/+$/, '');
  const reference = `${folder.reference}/${wanted}`;
  const found = (kind: Located['kind'], accepts: (path: string) => boolean): Located[] => {
    const files = folder.files.filter((file) => accepts(file.path));
    return files.length === 0 ? [] : [{ reference, kind, files }];
  };
  const [part] = [
    ...found('file', (filePath) => filePath === path),
    ...found('folder', (filePath) => filePath.startsWith(`${path}/`)),
    ...found('file', inFolder(path)),
  ];
  if (part !== undefined) return part;
  const names = folder.files.map((file) => file.path);
  throw new SourceError({
    code: 'NOTHING_FOUND',
    subject: reference,
    problem: 'the archive holds no such file',
    cure: `Check the path: it holds ${describeNames(wanted, names)}`,
  });
}

function inFolder(pattern: string): (path: string) => boolean {
  const { base, matches } = compileGlob(pattern);
  return (path) => path.startsWith(base) && matches(path.slice(base.length));
}
