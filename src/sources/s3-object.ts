import { setTimeout as pause } from 'node:timers/promises';
import { SourceError } from '../errors.ts';
import { type ByteSource, type ReadOptions, requireWithin } from './byte-source.ts';
import { s3Name } from './reference.ts';
import type { PinnedObject, S3Store } from './s3-store.ts';

/**
 * One request brings 85 to 90 MB/s, and ranges of 8 or 16 MB suit S3 best (Amazon S3 user guide, "Performance
 * design patterns"). The smaller ones cost less when a connection breaks.
 */
const PART_BYTES = 8 * 1024 * 1024;

const PARTS_AT_ONCE = 4;

/** A part whose connection breaks is asked for from where it broke, this often in all. */
const PART_ATTEMPTS = 5;

const FIRST_PAUSE_MS = 100;

/** One content of an object in S3, read by ranges: a read fails rather than mixing it with another. */
export class S3Object implements ByteSource {
  readonly name: string;
  readonly sizeBytes: number;
  readonly #store: S3Store;
  readonly #object: PinnedObject;

  constructor(store: S3Store, object: PinnedObject) {
    this.name = s3Name(object.bucket, object.key);
    this.sizeBytes = object.sizeBytes;
    this.#store = store;
    this.#object = object;
  }

  async identity(): Promise<string> {
    const { foundVersionId, etag } = this.#object;
    // Objects from before versioning was switched on have the version "null", which tells nothing apart.
    const versioned = foundVersionId !== undefined && foundVersionId !== 'null';
    return versioned ? `version:${foundVersionId}` : `etag:${etag.replace(/^"|"$/g, '')}`;
  }

  async readInto(startByte: number, target: Uint8Array, options?: ReadOptions): Promise<void> {
    requireWithin(this, startByte, startByte + target.length);
    const parts: Part[] = [];
    for (let offset = 0; offset < target.length; offset += PART_BYTES) {
      parts.push({ startByte: startByte + offset, target: target.subarray(offset, offset + PART_BYTES) });
    }
    await inParallel(parts, (part, signal) => this.#readPart(part, signal), options?.signal);
  }

  /** Nothing is held open between reads. */
  async close(): Promise<void> {}

  async #readPart(part: Part, signal: AbortSignal): Promise<void> {
    const progress = { filled: 0 };
    let cause: unknown;
    for (let attempt = 1; attempt <= PART_ATTEMPTS; attempt++) {
      if (attempt > 1) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 2), undefined, { signal });
      try {
        await this.#resume(part, progress, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof SourceError) throw error;
        cause = error;
      }
      if (progress.filled === part.target.length) return;
    }
    throw this.#interrupted(part.startByte + progress.filled, cause);
  }

  /** Fills a part from where it was left. Returns early where the stream ends early. */
  async #resume(
    { startByte, target }: Part,
    progress: { filled: number },
    signal: AbortSignal,
  ): Promise<void> {
    const endByte = startByte + target.length;
    const body = await this.#store.getRange(this.#object, startByte + progress.filled, endByte, signal);
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      const wanted = target.length - progress.filled;
      if (chunk.length > wanted) throw this.#tooLong(endByte);
      target.set(chunk, progress.filled);
      progress.filled += chunk.length;
    }
  }

  #tooLong(endByte: number): SourceError {
    return new SourceError({
      code: 'S3_BAD_REPLY',
      subject: this.name,
      problem: `the server sends more than it was asked for, beyond byte ${endByte}`,
      cure: 'Look for a proxy between this machine and the server, or download the model in a step before',
    });
  }

  #interrupted(offsetBytes: number, cause: unknown): SourceError {
    return new SourceError({
      code: 'S3_INTERRUPTED',
      subject: this.name,
      problem: `the connection broke ${PART_ATTEMPTS} times, the last time at byte ${offsetBytes} of ${this.sizeBytes}`,
      cure: 'Check the network between this machine and the server, and run this again',
      details: { offsetBytes },
      cause,
    });
  }
}

interface Part {
  readonly startByte: number;
  readonly target: Uint8Array;
}

/**
 * Works on several parts at once. The first failure stops all of them; when this settles, none is writing to its
 * target any more.
 */
async function inParallel(
  parts: readonly Part[],
  work: (part: Part, signal: AbortSignal) => Promise<void>,
  outerSignal: AbortSignal | undefined,
): Promise<void> {
  outerSignal?.throwIfAborted();
  const stop = new AbortController();
  const signal = outerSignal === undefined ? stop.signal : AbortSignal.any([outerSignal, stop.signal]);
  const queue = parts.values();
  const lanes = Array.from({ length: Math.min(PARTS_AT_ONCE, parts.length) }, async () => {
    try {
      for (const part of queue) await work(part, signal);
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  });
  const results = await Promise.allSettled(lanes);
  outerSignal?.throwIfAborted();
  if (results.some((result) => result.status === 'rejected')) throw stop.signal.reason;
}
