import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/sources/hub/hub-reference.ts
var REFERENCE = /^hf:\/\/(?<repository>[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95})(?:@(?<revision>refs\/(?:pr|convert)\/[^/@?#]+|[^/@?#]+))?(?:\/(?<path>[^#]*))?$/i;
var DEFAULT_REVISION = "main";
function parseHub(reference, subject) {
  const parts = REFERENCE.exec(reference)?.groups;
  if (parts !== void 0) {
    const { repository, revision = DEFAULT_REVISION, path = "" } = parts;
    return { kind: "hub", repository, revision: revision.replaceAll("%2F", "/"), path };
  }
  throw new ConfigError({
    code: "BAD_HUB_REFERENCE",
    subject,
    problem: "names no repository of a hub",
    cure: "Write hf://organisation/name, hf://organisation/name@revision or hf://organisation/name@revision/path"
  });
}
function hubName({ repository, revision }, path = "") {
  return `hf://${repository}@${revision}${path === "" ? "" : `/${path}`}`;
}

export {
  parseHub,
  hubName
};
