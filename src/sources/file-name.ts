/** File systems allow 255 bytes or characters for one name, and so do the writers of models. */
const MAX_FILE_NAME_LENGTH = 255;

/** Separators of any system, NUL, and the drive that makes `C:x` leave the directory on Windows. */
const LEAVES_DIRECTORY = /[/\\\0]|^[a-z]:/i;

/**
 * True for a name that stays in its directory on every system. Names of siblings come out of model files, which
 * are not trusted.
 */
export function isPlainFileName(fileName: string): boolean {
  return (
    fileName !== '' &&
    fileName !== '.' &&
    fileName !== '..' &&
    fileName.length <= MAX_FILE_NAME_LENGTH &&
    fileName.isWellFormed() &&
    !LEAVES_DIRECTORY.test(fileName)
  );
}

/** The last part of a path or a reference, whichever separators it has. */
export function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

/** All up to the last `/` of a path or a key, with it. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What lies in the same folder under a plain name; undefined where there is none. */
export function siblingIn<Entry>(
  entries: ReadonlyMap<string, Entry>,
  path: string,
  fileName: string,
): Entry | undefined {
  return isPlainFileName(fileName) ? entries.get(folderOf(path) + fileName) : undefined;
}
