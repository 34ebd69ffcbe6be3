import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  s3Object
} from "./chunk-P7NXJABB.js";
import {
  connectS3
} from "./chunk-P5DTRODU.js";
import "./chunk-HWQSLUA6.js";
import "./chunk-7BKRKR5Z.js";
import "./chunk-QMMMBYL2.js";
import {
  requireHistorySize
} from "./chunk-4ITS5HHA.js";
import "./chunk-NL772UJH.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import {
  readBytes
} from "./chunk-CN75QAP5.js";
import "./chunk-QD66ABUT.js";
import "./chunk-56UKHU64.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/publish/change-object.ts
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
var ATTEMPTS = 12;
var LONGEST_PAUSE_MS = 1e3;
async function changeObject({ bucket, key }, change, { wait = sleep, ...options }) {
  const name = s3Name(bucket, key);
  const store = await connectS3(name, options);
  const address = { bucket, key, versionId: void 0 };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const found = await store.head(address, options);
    let text;
    try {
      text = found && await readObject(s3Object(store, found), name);
    } catch (error) {
      if (!(error instanceof SourceError) || error.code !== "SOURCE_CHANGED") throw error;
      continue;
    }
    const body = new TextEncoder().encode(change(text));
    if (await store.replace(address, body, found, options)) return;
    await wait(randomInt(LONGEST_PAUSE_MS));
  }
  throw new SourceError({
    code: "HISTORY_CONFLICT",
    subject: name,
    problem: `others have written it first, ${ATTEMPTS} times`,
    cure: "Give each of the jobs that run at the same time a history of its own"
  });
}
async function readObject(object, name) {
  requireHistorySize(name, object.sizeBytes);
  return new TextDecoder().decode(await readBytes(object, 0, object.sizeBytes));
}
export {
  changeObject
};
