import { createHash } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { SourceError } from '../errors.ts';
import { MAX_HASHED_BYTES } from '../limits.ts';
import { type ByteSource, type ReadOptions, requireWithin } from './byte-source.ts';
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
    return new LocalFile(handle, stats, absolutePath, name);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export function notAFile(name: string): SourceError {
  const problem = 'is neither a file nor a directory';
  return new SourceError({ code: 'NOT_A_FILE', subject: name, problem, cure: 'Name a file or a directory' });
}

class LocalFile implements ByteSource {
  readonly name: string;
  readonly sizeBytes: number;
  readonly #handle: FileHandle;
  readonly #opened: BigIntStats;
  readonly #absolutePath: string;
  #identity: string | undefined;

  constructor(handle: FileHandle, opened: BigIntStats, absolutePath: string, name: string) {
    this.name = name;
    this.sizeBytes = Number(opened.size);
    this.#handle = handle;
    this.#opened = opened;
    this.#absolutePath = absolutePath;
  }

  async identity(): Promise<string> {
    this.#identity ??= await this.#identify();
    return this.#identity;
  }

  async readInto(startByte: number, target: Uint8Array, options?: ReadOptions): Promise<void> {
    requireWithin(this, startByte, startByte + target.length);
    try {
      await this.#fill(startByte, target, options?.signal);
      await this.#requireUnchanged();
    } catch (error) {
      options?.signal?.throwIfAborted();
      throw toSourceError(error, this.name);
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #fill(startByte: number, target: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
    let filled = 0;
    while (filled < target.length) {
      signal?.throwIfAborted();
      const wanted = Math.min(READ_BYTES, target.length - filled);
      const { bytesRead } = await this.#handle.read(target, filled, wanted, startByte + filled);
      if (bytesRead === 0) throw this.#changed();
      filled += bytesRead;
    }
  }

  async #identify(): Promise<string> {
    if (this.sizeBytes > MAX_HASHED_BYTES) {
      return `size:${this.sizeBytes},mtime:${this.#opened.mtime.toISOString()}`;
    }
    try {
      const hash = createHash('sha256');
      const buffer = new Uint8Array(Math.min(HASH_BUFFER_BYTES, this.sizeBytes));
      for (let startByte = 0; startByte < this.sizeBytes; startByte += buffer.length) {
        const bytes = buffer.subarray(0, this.sizeBytes - startByte);
        await this.#fill(startByte, bytes, undefined);
        hash.update(bytes);
      }
      await this.#requireUnchanged();
      return `sha256:${hash.digest('hex')}`;
    } catch (error) {
      throw toSourceError(error, this.name);
    }
  }

  /** Asks for what the path names now: an open handle would not notice that another file has taken its place. */
  async #requireUnchanged(): Promise<void> {
    const now = await stat(this.#absolutePath, { bigint: true }).catch(() => undefined);
    const same =
      now?.ino === this.#opened.ino && now.size === this.#opened.size && now.mtimeNs === this.#opened.mtimeNs;
    if (!same) throw this.#changed();
  }

  #changed(): SourceError {
    return new SourceError({
      code: 'SOURCE_CHANGED',
      subject: this.name,
      problem: 'was changed, replaced or removed while it was being read',
      cure: 'Let the step that writes it end first, then run this again',
    });
  }
}
