import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceError } from '../errors.ts';
import { MAX_HISTORY_BYTES } from '../limits.ts';
import { type ByteSource, readBytes } from '../sources/byte-source.ts';
import { type S3Reference, s3Name } from '../sources/reference.ts';
import { connectS3, type S3Options } from '../sources/s3-connect.ts';
import { s3Object } from '../sources/s3-object.ts';

/** What a document becomes; undefined where there is none yet. May be asked again, about what others have written. */
export type Change = (text: string | undefined) => string;

export interface ChangeOptions extends S3Options {
  /** The directory that relative paths begin in. */
  readonly cwd: string;
  /** Waits before another attempt, in milliseconds. */
  readonly wait?: (pauseMs: number) => Promise<unknown>;
}

/** Each loser of a race tries again; of ten writers at once the last one has lost nine times. */
const ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 1000;

/**
 * Changes an object in S3 on condition that nobody else has changed it since it was read; else reads it again.
 *
 * @throws SourceError `HISTORY_CONFLICT`, `S3_…`; whatever `change` throws.
 */
export async function changeObject(
  { bucket, key }: S3Reference,
  change: Change,
  { wait = sleep, ...options }: ChangeOptions,
): Promise<void> {
  const name = s3Name(bucket, key);
  const store = await connectS3(name, options);
  const address = { bucket, key, versionId: undefined };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const found = await store.head(address, options);
    let text: string | undefined;
    try {
      text = found && (await readObject(s3Object(store, found), name));
    } catch (error) {
      if (!(error instanceof SourceError) || error.code !== 'SOURCE_CHANGED') throw error;
      continue;
    }
    const body = new TextEncoder().encode(change(text));
    if (await store.replace(address, body, found, options)) return;
    await wait(randomInt(LONGEST_PAUSE_MS));
  }
  throw new SourceError({
    code: 'HISTORY_CONFLICT',
    subject: name,
    problem: `others have written it first, ${ATTEMPTS} times`,
    cure: 'Give each of the jobs that run at the same time a history of its own',
  });
}

async function readObject(object: ByteSource, name: string): Promise<string> {
  if (object.sizeBytes > MAX_HISTORY_BYTES) {
    throw new SourceError({
      code: 'NOT_A_HISTORY',
      subject: name,
      problem: `has ${object.sizeBytes} bytes, more than the ${MAX_HISTORY_BYTES} of any history`,
      cure: 'Name another object',
    });
  }
  return new TextDecoder().decode(await readBytes(object, 0, object.sizeBytes));
}
