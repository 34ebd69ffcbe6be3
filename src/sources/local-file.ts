import { createHash } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { SourceError } from '../errors.ts';
import { MAX_HASHED_BYTES } from '../limits.ts';
import { type ByteSource, requireWithin } from './byte-source.ts';
import { toSourceError } from './local-errors.ts';

/** One call to the system reads at most this much, so that an abort is noticed within a fraction of a second. */
const READ_BYTES = 64 * 1024 * 1024;

const HASH_BUFFER_BYTES = 4 * 1024 * 1024;

/**
 * Opens a file of this machine.
 *
 * @param name how a person would name it.
 * @throws SourceError `NOT_A_FILE` for a pipe or a device, and whatever keeps the file from being opened.
 */
export async function openLocalFile(absolutePath: string, name: string): Promise<ByteSource> {
  // Without O_NONBLOCK the opening of a pipe that nobody writes to never returns.
  const handle = await open(absolutePath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw notAFile(name);
    return localFile(handle, stats, absolutePath, name);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export function notAFile(name: string): SourceError {
  const problem = 'is neither a file nor a directory';
  return new SourceError({ code: 'NOT_A_FILE', subject: name, problem, cure: 'Name a file or a directory' });
}

function localFile(handle: FileHandle, opened: BigIntStats, absolutePath: string, name: string): ByteSource {
  const sizeBytes = Number(opened.size);
  let identity: string | undefined;
  const file: ByteSource = {
    name,
    sizeBytes,
    async identity() {
      identity ??= await identify();
      return identity;
    },
    async readInto(startByte, target, options) {
      requireWithin(file, startByte, startByte + target.length);
      try {
        await fill(startByte, target, options?.signal);
        await requireUnchanged();
      } catch (error) {
        options?.signal?.throwIfAborted();
        throw toSourceError(error, name);
      }
    },
    close: () => handle.close(),
  };
  return file;

  async function fill(startByte: number, target: Uint8Array, signal?: AbortSignal): Promise<void> {
    let filled = 0;
    while (filled < target.length) {
      signal?.throwIfAborted();
      const wanted = Math.min(READ_BYTES, target.length - filled);
      const { bytesRead } = await handle.read(target, filled, wanted, startByte + filled);
      if (bytesRead === 0) throw changed(name);
      filled += bytesRead;
    }
  }

  async function identify(): Promise<string> {
    if (sizeBytes > MAX_HASHED_BYTES) return `size:${sizeBytes},mtime:${opened.mtime.toISOString()}`;
    try {
      const hash = createHash('sha256');
      const buffer = new Uint8Array(Math.min(HASH_BUFFER_BYTES, sizeBytes));
      for (let startByte = 0; startByte < sizeBytes; startByte += buffer.length) {
        const bytes = buffer.subarray(0, sizeBytes - startByte);
        await fill(startByte, bytes);
        hash.update(bytes);
      }
      await requireUnchanged();
      return `sha256:${hash.digest('hex')}`;
    } catch (error) {
      throw toSourceError(error, name);
    }
  }

  /** Asks for what the path names now: an open handle would not notice that another file has taken its place. */
  async function requireUnchanged(): Promise<void> {
    const now = await stat(absolutePath, { bigint: true }).catch(() => undefined);
    const same = now?.ino === opened.ino && now.size === opened.size && now.mtimeNs === opened.mtimeNs;
    if (!same) throw changed(name);
  }
}

function changed(subject: string): SourceError {
  return new SourceError({
    code: 'SOURCE_CHANGED',
    subject,
    problem: 'was changed, replaced or removed while it was being read',
    cure: 'Let the step that writes it end first, then run this again',
  });
}
