import type { FileEntry, Located } from './byte-source.ts';
import { compileGlob } from './glob.ts';

/**
 * What a path means among the files of an archive or a repository: the file of this name, else what lies in the
 * folder of this name, else what a glob matches; undefined where it is none of them.
 */
export function selectWithin(
  files: readonly FileEntry[],
  wanted: string,
): Pick<Located, 'kind' | 'files'> | undefined {
  const path = wanted.replace(/\/+$/, '');
  const select = (kind: Located['kind'], accepts: (path: string) => boolean) => {
    const found = files.filter((file) => accepts(file.path));
    return found.length === 0 ? undefined : { kind, files: found };
  };
  const { base, matches } = compileGlob(path);
  return (
    select('file', (filePath) => filePath === path) ??
    select('folder', (filePath) => filePath.startsWith(`${path}/`)) ??
    select('file', (filePath) => filePath.startsWith(base) && matches(filePath.slice(base.length)))
  );
}
