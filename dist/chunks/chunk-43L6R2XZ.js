import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  readParts
} from "./chunk-URKPZKT4.js";
import {
  requireWithin
} from "./chunk-CN75QAP5.js";
import {
  s3Name
} from "./chunk-L2EWEM4G.js";

// src/sources/s3-object.ts
var S3Object = class {
  name;
  sizeBytes;
  #ranges;
  #object;
  constructor(store, object) {
    this.name = s3Name(object.bucket, object.key);
    this.sizeBytes = object.sizeBytes;
    this.#object = object;
    this.#ranges = {
      name: this.name,
      sizeBytes: this.sizeBytes,
      codes: { interrupted: "S3_INTERRUPTED", badReply: "S3_BAD_REPLY" },
      getRange: (startByte, endByte, signal) => store.getRange(object, startByte, endByte, signal)
    };
  }
  async identity() {
    const { foundVersionId, etag } = this.#object;
    const versioned = foundVersionId !== void 0 && foundVersionId !== "null";
    return versioned ? `version:${foundVersionId}` : `etag:${etag.replace(/^"|"$/g, "")}`;
  }
  async readInto(startByte, target, options) {
    requireWithin(this, startByte, startByte + target.length);
    await readParts(this.#ranges, startByte, target, options?.signal);
  }
  /** Nothing is held open between reads. */
  async close() {
  }
};

export {
  S3Object
};
