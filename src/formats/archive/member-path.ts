import { isPlainFileName } from '../../sources/file-name.ts';
import { quote } from '../refusal.ts';
import { refuse } from './refuse.ts';

/** What macOS writes beside each file: `__MACOSX/._name` in zips, `._name` in tars. */
const APPLE_DOUBLE = /(^|\/)\._[^/]*$/;

/**
 * The path of a file in an archive, as below a folder: `./a//b` is `a/b`. Nothing is ever written there; a name that
 * would lead out is refused all the same, because tools disagree on what it names.
 *
 * @returns undefined for a file that holds no one's data.
 * @throws FormatError `UNSAFE_NAME`
 */
export function memberPath(archiveName: string, name: string): string | undefined {
  const parts = name.split('/');
  const path = parts.filter((part) => part !== '' && part !== '.').join('/');
  if (parts[0] === '' || !path.split('/').every(isPlainFileName)) {
    throw refuse(archiveName, 'UNSAFE_NAME', `the name ${quote(name)} leads out of it`);
  }
  return APPLE_DOUBLE.test(path) ? undefined : path;
}
