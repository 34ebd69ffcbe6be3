import { setTimeout as pause } from 'node:timers/promises';
import { SourceError } from '../errors.ts';
import { type ByteSource, requireWithin } from './byte-source.ts';

/**
 * One request brings 85 to 90 MB/s, and ranges of 8 or 16 MB suit S3 best (Amazon S3 user guide, "Performance
 * design patterns"). The smaller ones cost less when a connection breaks.
 */
const PART_BYTES = 8 * 1024 * 1024;

const PARTS_AT_ONCE = 4;

/** A part whose connection breaks is asked for from where it broke, this often in all. */
const PART_ATTEMPTS = 5;

const FIRST_PAUSE_MS = 100;

/** A file that is read by requests for ranges of it. */
export interface RemoteRanges {
  /** How a person would name it. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Codes of its errors: a connection that breaks again and again, and an answer longer than asked for. */
  readonly codes: { readonly interrupted: string; readonly badReply: string };
  /**
   * The bytes from `startByte` up to, not including, `endByte`, as they arrive; the stream may break before the last.
   *
   * @throws SourceError for what another attempt would not mend.
   */
  getRange(startByte: number, endByte: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

/**
 * One content of a remote file: a read fails rather than mixing it with another. Nothing is held open between reads.
 *
 * @throws SourceError when it is read, with one of the file's `codes`, or what `getRange` throws.
 */
export function rangedSource(file: RemoteRanges, identity: string): ByteSource {
  const source: ByteSource = {
    name: file.name,
    sizeBytes: file.sizeBytes,
    identity: async () => identity,
    async readInto(startByte, target, options) {
      requireWithin(source, startByte, startByte + target.length);
      await readParts(file, startByte, target, options?.signal);
    },
    async close() {},
  };
  return source;
}

/** In parts, several at once, each taken up again from where its connection broke. */
async function readParts(
  file: RemoteRanges,
  startByte: number,
  target: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<void> {
  const parts: Part[] = [];
  for (let offset = 0; offset < target.length; offset += PART_BYTES) {
    parts.push({ startByte: startByte + offset, target: target.subarray(offset, offset + PART_BYTES) });
  }
  await inParallel(parts, (part, stop) => readPart(file, part, stop), signal);
}

interface Part {
  readonly startByte: number;
  readonly target: Uint8Array;
}

async function readPart(file: RemoteRanges, part: Part, signal: AbortSignal): Promise<void> {
  const progress = { filled: 0 };
  let cause: unknown;
  for (let attempt = 1; attempt <= PART_ATTEMPTS; attempt++) {
    if (attempt > 1) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 2), undefined, { signal });
    try {
      await resume(file, part, progress, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceError) throw error;
      cause = error;
    }
    if (progress.filled === part.target.length) return;
  }
  throw interrupted(file, part.startByte + progress.filled, cause);
}

/** Fills a part from where it was left. Returns early where the stream ends early. */
async function resume(
  file: RemoteRanges,
  { startByte, target }: Part,
  progress: { filled: number },
  signal: AbortSignal,
): Promise<void> {
  const endByte = startByte + target.length;
  for await (const chunk of await file.getRange(startByte + progress.filled, endByte, signal)) {
    if (chunk.length > target.length - progress.filled) throw tooLong(file, endByte);
    target.set(chunk, progress.filled);
    progress.filled += chunk.length;
  }
}

function tooLong({ name, codes }: RemoteRanges, endByte: number): SourceError {
  return new SourceError({
    code: codes.badReply,
    subject: name,
    problem: `the server sends more than it was asked for, beyond byte ${endByte}`,
    cure: 'Look for a proxy between this machine and the server, or download the model in a step before',
  });
}

function interrupted(
  { name, sizeBytes, codes }: RemoteRanges,
  offsetBytes: number,
  cause: unknown,
): SourceError {
  return new SourceError({
    code: codes.interrupted,
    subject: name,
    problem: `the connection broke ${PART_ATTEMPTS} times, the last time at byte ${offsetBytes} of ${sizeBytes}`,
    cure: 'Check the network between this machine and the server, and run this again',
    details: { offsetBytes },
    cause,
  });
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
