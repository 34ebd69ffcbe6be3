import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import { MAX_CACHE_BYTES, MAX_CACHED_LAYER_BYTES, MAX_CACHED_LAYERS } from '../../limits.ts';
import type { LayerDetails } from '../../metrics/details.ts';
import { saysMissing } from '../../sources/local-errors.ts';
import { readEntry, writeEntry } from './cache-entry.ts';

/** Only these files are ours to throw away. */
const ENTRY = /^[0-9a-f]{64}\.json$/;
const UNFINISHED = /^[0-9a-f]{64}\.json\.[0-9a-f-]{36}\.part$/;

/** Nobody writes an entry for so long. */
const ABANDONED_AFTER_MS = 3_600_000;

export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
}

const LIMITS: CacheLimits = { entries: MAX_CACHED_LAYERS, bytes: MAX_CACHE_BYTES };

/**
 * Numbers of layers in a folder, one file each, written whole or not at all, so that several processes may share it. What
 * was used longest ago goes when there are too many. A cache that fails costs time and nothing else: what cannot be
 * read is not there, and `failure` says why nothing was kept.
 */
export class LayerCache {
  readonly #folder: string;
  readonly #limits: CacheLimits;
  #failure: string | undefined;
  #hasNew = false;

  private constructor(folder: string, limits: CacheLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /**
   * Makes the folder if there is none; nobody else may then write to it.
   *
   * @throws ConfigError `CACHE_NOT_A_FOLDER`.
   */
  static async open(folder: string, limits: CacheLimits = LIMITS): Promise<LayerCache> {
    const cache = new LayerCache(path.resolve(folder), limits);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EEXIST' || code === 'ENOTDIR') throw notAFolder(folder, cause);
      cache.#fail(cause);
    }
    return cache;
  }

  /** Why numbers were not kept; undefined where all were. */
  get failure(): string | undefined {
    return this.#failure;
  }

  async get(key: string): Promise<LayerDetails | undefined> {
    try {
      // Without waiting: somebody may have put a pipe there.
      const file = await open(this.#pathOf(key), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const stats = await file.stat();
        if (!stats.isFile() || stats.size > MAX_CACHED_LAYER_BYTES) return undefined;
        const details = readEntry(key, await file.readFile('utf8'));
        const now = new Date();
        // The time of the last use. A folder that may only be read serves as well.
        if (details !== undefined) await file.utimes(now, now).catch(() => {});
        return details;
      } finally {
        await file.close();
      }
    } catch {
      return undefined;
    }
  }

  async put(key: string, details: LayerDetails): Promise<void> {
    if (this.#failure !== undefined) return;
    const text = writeEntry(key, details);
    if (text === undefined || Buffer.byteLength(text) > MAX_CACHED_LAYER_BYTES) return;
    const file = this.#pathOf(key);
    const unfinished = `${file}.${randomUUID()}.part`;
    try {
      await writeFile(unfinished, text, { flag: 'wx' });
      await rename(unfinished, file);
      this.#hasNew = true;
    } catch (cause) {
      this.#fail(cause);
      await rm(unfinished, { force: true }).catch(() => {});
    }
  }

  /** Throws away what was used longest ago until the rest is within the limits, and what was never finished. */
  async prune(): Promise<void> {
    if (!this.#hasNew) return;
    try {
      const names = await readdir(this.#folder);
      for (const name of names.filter((one) => UNFINISHED.test(one))) {
        const stats = await this.#statsOf(name);
        if (stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS) await this.#remove(name);
      }
      await this.#pruneEntries(names.filter((one) => ENTRY.test(one)));
    } catch (cause) {
      this.#fail(cause);
    }
  }

  async #pruneEntries(names: readonly string[]): Promise<void> {
    const { entries: mostEntries, bytes: mostBytes } = this.#limits;
    if (names.length <= mostEntries && names.length * MAX_CACHED_LAYER_BYTES <= mostBytes) return;
    const entries = [];
    for (const name of names) {
      const stats = await this.#statsOf(name);
      if (stats !== undefined) entries.push({ name, mtimeMs: stats.mtimeMs, size: stats.size });
    }
    entries.sort((a, b) => b.mtimeMs - a.mtimeMs);
    let bytes = 0;
    for (const [index, { name, size }] of entries.entries()) {
      bytes += size;
      if (index >= mostEntries || bytes > mostBytes) await this.#remove(name);
    }
  }

  /** Undefined where another process has finished the file, or thrown it away. */
  async #statsOf(name: string): Promise<Stats | undefined> {
    try {
      return await lstat(path.join(this.#folder, name));
    } catch (error) {
      if (saysMissing(error)) return undefined;
      throw error;
    }
  }

  #remove(name: string): Promise<void> {
    return rm(path.join(this.#folder, name), { force: true });
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, `${key}.json`);
  }

  #fail(cause: unknown): void {
    this.#failure ??= (cause as Error).message;
  }
}

function notAFolder(folder: string, cause: unknown): ConfigError {
  return new ConfigError({
    code: 'CACHE_NOT_A_FOLDER',
    subject: folder,
    problem: 'a cache is a folder, and there is a file in its place or above it',
    cure: 'Name a folder, or a path at which one can be made',
    cause,
  });
}
