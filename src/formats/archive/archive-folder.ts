import { MAX_FILES } from '../../limits.ts';
import type { ByteSource, FileEntry, Located, ReadOptions } from '../../sources/byte-source.ts';
import { siblingIn } from '../../sources/file-name.ts';
import { quote } from '../refusal.ts';
import { memberPath } from './member-path.ts';
import { refuse } from './refuse.ts';

/** A regular file of an archive. */
export interface ArchiveFile {
  /** As stored. Hostile text: never a path. */
  readonly name: string;
  readonly sizeBytes: number;
  /** @param path of the file in the archive, as it is shown. */
  open(path: string, options?: ReadOptions): Promise<ByteSource>;
}

/**
 * The files of an archive as those of a folder.
 *
 * @throws FormatError `UNSAFE_NAME`, `DUPLICATE_NAME` or `TOO_MANY_FILES`.
 */
export function archiveFolder(archive: FileEntry, files: readonly ArchiveFile[]): Located {
  if (files.length > MAX_FILES) {
    const problem = `it holds ${files.length} files, more than ${MAX_FILES}`;
    throw refuse(archive.name, 'TOO_MANY_FILES', problem);
  }
  const entries = new Map<string, FileEntry>();
  for (const file of files) {
    const path = memberPath(archive.name, file.name);
    if (path === undefined) continue;
    if (entries.has(path)) {
      throw refuse(archive.name, 'DUPLICATE_NAME', `it holds two files named ${quote(path)}`);
    }
    entries.set(path, {
      name: `${archive.name}/${path}`,
      path,
      sizeBytes: file.sizeBytes,
      open: (options) => file.open(path, options),
      sibling: async (fileName) => siblingIn(entries, path, fileName),
    });
  }
  const ordered = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { reference: archive.name, kind: 'folder', files: ordered };
}
