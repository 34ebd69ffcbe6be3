import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  rangedSource
} from "./chunk-QMMMBYL2.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";

// src/sources/s3-object.ts
function s3Object(store, object) {
  return rangedSource(
    {
      name: s3Name(object.bucket, object.key),
      sizeBytes: object.sizeBytes,
      codes: { interrupted: "S3_INTERRUPTED", badReply: "S3_BAD_REPLY" },
      getRange: (startByte, endByte, signal) => store.getRange(object, startByte, endByte, signal)
    },
    identityOf(object)
  );
}
function identityOf({ foundVersionId, etag }) {
  const isVersioned = foundVersionId !== void 0 && foundVersionId !== "null";
  return isVersioned ? `version:${foundVersionId}` : `etag:${etag.replace(/^"|"$/g, "")}`;
}

export {
  s3Object
};
