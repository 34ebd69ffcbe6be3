import { type ByteSource, type ReadOptions, requireWithin } from './byte-source.ts';
import { type RemoteRanges, readParts } from './read-parts.ts';
import { s3Name } from './reference.ts';
import type { PinnedObject, S3Store } from './s3-store.ts';

/** One content of an object in S3, read by ranges: a read fails rather than mixing it with another. */
export class S3Object implements ByteSource {
  readonly name: string;
  readonly sizeBytes: number;
  readonly #ranges: RemoteRanges;
  readonly #object: PinnedObject;

  constructor(store: S3Store, object: PinnedObject) {
    this.name = s3Name(object.bucket, object.key);
    this.sizeBytes = object.sizeBytes;
    this.#object = object;
    this.#ranges = {
      name: this.name,
      sizeBytes: this.sizeBytes,
      codes: { interrupted: 'S3_INTERRUPTED', badReply: 'S3_BAD_REPLY' },
      getRange: (startByte, endByte, signal) => store.getRange(object, startByte, endByte, signal),
    };
  }

  async identity(): Promise<string> {
    const { foundVersionId, etag } = this.#object;
    // Objects from before versioning was switched on have the version "null", which tells nothing apart.
    const versioned = foundVersionId !== undefined && foundVersionId !== 'null';
    return versioned ? `version:${foundVersionId}` : `etag:${etag.replace(/^"|"$/g, '')}`;
  }

  async readInto(startByte: number, target: Uint8Array, options?: ReadOptions): Promise<void> {
    requireWithin(this, startByte, startByte + target.length);
    await readParts(this.#ranges, startByte, target, options?.signal);
  }

  /** Nothing is held open between reads. */
  async close(): Promise<void> {}
}
