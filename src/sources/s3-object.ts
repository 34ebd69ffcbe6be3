import type { ByteSource } from './byte-source.ts';
import { rangedSource } from './read-parts.ts';
import { s3Name } from './reference.ts';
import type { PinnedObject, S3Store } from './s3-store.ts';

/** One content of an object in S3. */
export function s3Object(store: S3Store, object: PinnedObject): ByteSource {
  return rangedSource(
    {
      name: s3Name(object.bucket, object.key),
      sizeBytes: object.sizeBytes,
      codes: { interrupted: 'S3_INTERRUPTED', badReply: 'S3_BAD_REPLY' },
      getRange: (startByte, endByte, signal) => store.getRange(object, startByte, endByte, signal),
    },
    identityOf(object),
  );
}

/** Objects from before versioning was switched on have the version "null", which tells nothing apart. */
function identityOf({ foundVersionId, etag }: PinnedObject): string {
  const isVersioned = foundVersionId !== undefined && foundVersionId !== 'null';
  return isVersioned ? `version:${foundVersionId}` : `etag:${etag.replace(/^"|"$/g, '')}`;
}
