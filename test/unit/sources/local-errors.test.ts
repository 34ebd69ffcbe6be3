import { expect, test } from '@jest/globals';
import { saysMissing, toSourceError } from '../../../src/sources/local-errors.ts';

/** As Node raises them. Root may read everything, so that some cannot be provoked on every machine. */
function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: it failed, open '/home/runner/a.pt'`), { code, syscall: 'open' });
}

test.each([
  ['EACCES', 'PERMISSION_DENIED', 'access'],
  ['EPERM', 'PERMISSION_DENIED', 'access'],
  ['EISDIR', 'NOT_A_FILE', 'Name a file'],
  ['ELOOP', 'NOT_FOUND', 'link'],
  ['EMFILE', 'TOO_MANY_OPEN_FILES', 'ulimit'],
  ['ENFILE', 'TOO_MANY_OPEN_FILES', 'ulimit'],
  ['EIO', 'DISK_ERROR', 'disk'],
  ['EWHATEVER', 'READ_FAILED', 'Check'],
])('%s becomes %s with a cure', (systemCode, code, cure) => {
  const cause = systemError(systemCode);
  const error = toSourceError(cause, 'models/a.pt');
  expect(error).toMatchObject({
    name: 'SourceError',
    code,
    subject: 'models/a.pt',
    cause,
    details: { systemCode },
  });
  expect(error.cure).toContain(cure);
});

test('an error of ours stays what it is', () => {
  const error = toSourceError(systemError('EIO'), 'a.pt');
  expect(toSourceError(error, 'b.pt')).toBe(error);
});

test('what is no error of the system is reported all the same', () => {
  expect(toSourceError(new TypeError('oops'), 'a.pt').problem).toBe('cannot be read (unknown error)');
  expect(toSourceError(undefined, 'a.pt').code).toBe('READ_FAILED');
});

test('nothing is there when a name, a directory or a name of that length does not exist', () => {
  expect(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].map((code) => saysMissing(systemError(code)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['EACCES', 'EIO'].map((code) => saysMissing(systemError(code)))).toEqual([false, false]);
});
