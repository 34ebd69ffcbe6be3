import { SourceError } from '../errors.ts';

/** The file system's own words for what the user can do something about. */
const FAILURES: Readonly<Record<string, { code: string; problem: string; cure: string }>> = {
  EACCES: {
    code: 'PERMISSION_DENIED',
    problem: 'may not be read by this user',
    cure: 'Give the user who runs this read access to the file, and access to the directories above it',
  },
  EISDIR: { code: 'NOT_A_FILE', problem: 'is a directory', cure: 'Name a file' },
  ELOOP: {
    code: 'NOT_FOUND',
    problem: 'is a link that leads back to itself',
    cure: 'Point the link to a file, or name the file itself',
  },
  EMFILE: {
    code: 'TOO_MANY_OPEN_FILES',
    problem: 'cannot be opened, because this process has too many files open',
    cure: 'Raise the limit with `ulimit -n`',
  },
  EIO: {
    code: 'DISK_ERROR',
    problem: 'cannot be read, because the disk or the network drive failed',
    cure: 'Try again, and check the disk if it happens again',
  },
};

const SAME_FAILURE: Readonly<Record<string, string>> = { EPERM: 'EACCES', ENFILE: 'EMFILE' };

/** The file system's error as one that says what to do. */
export function toSourceError(error: unknown, name: string): SourceError {
  if (error instanceof SourceError) return error;
  const systemCode = systemCodeOf(error) ?? 'unknown error';
  const failure = FAILURES[SAME_FAILURE[systemCode] ?? systemCode];
  return new SourceError({
    code: failure?.code ?? 'READ_FAILED',
    subject: name,
    problem: failure?.problem ?? `cannot be read (${systemCode})`,
    cure: failure?.cure ?? 'Check the path and the disk',
    details: { systemCode },
    cause: error,
  });
}

/** Such as `ENOENT`. */
export function systemCodeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** True when the error says that nothing has that name: not there, below a file, or longer than names can be. */
export function saysMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCodeOf(error) ?? '');
}
