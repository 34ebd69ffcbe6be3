import { SourceError } from '../errors.ts';
import { MAX_LFS_POINTER_BYTES } from '../limits.ts';

const VERSION_LINE = 'version https://git-lfs.github.com/spec/v1\n';

/** The keys after the version, sorted as the specification demands; `ext-` lines may stand before `oid`. */
const POINTER = /^(?:ext-[^\n]*\n)*oid sha256:[0-9a-f]{64}\nsize (?<sizeBytes>\d{1,15})\n?$/;

/**
 * Refuses the small text that git-LFS leaves in place of a file it has not fetched.
 *
 * Source: git-lfs, docs/spec.md, "The Pointer".
 *
 * @param name how a person would name the file.
 * @param head the file's first bytes: all of it where it is no longer than a pointer can be.
 * @throws SourceError `GIT_LFS_POINTER`
 */
export function refuseLfsPointer(name: string, head: Uint8Array): void {
  if (head.length > MAX_LFS_POINTER_BYTES) return;
  const text = new TextDecoder('latin1').decode(head);
  if (!text.startsWith(VERSION_LINE)) return;
  const sizeBytes = POINTER.exec(text.slice(VERSION_LINE.length))?.groups?.['sizeBytes'];
  if (sizeBytes === undefined) return;
  throw new SourceError({
    code: 'GIT_LFS_POINTER',
    subject: name,
    problem: `is a git-LFS pointer to a file of ${sizeBytes} bytes, not the file itself`,
    cure: 'Fetch it: set `lfs: true` on actions/checkout, or run `git lfs pull`',
    details: { sizeBytes: Number(sizeBytes) },
  });
}
