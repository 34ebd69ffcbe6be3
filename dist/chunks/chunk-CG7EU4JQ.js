import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/sources/artifact/artifact-reference.ts
var REFERENCE = /^artifact:\/\/(?<name>[^/?]*)(?:\/(?<path>.*?))?(?:\?(?<key>run-id|commit)=(?<value>[^?&]*))?$/is;
var QUERY = /\?[A-Za-z0-9_-]+=/;
function parseArtifact(reference, subject) {
  const parts = REFERENCE.exec(reference)?.groups;
  if (parts === void 0 || QUERY.test(parts["path"] ?? ""))
    throw badArtifact(subject, "has a query other than ?run-id= or ?commit=");
  const { name = "", path = "", key, value = "" } = parts;
  if (name === "") throw badArtifact(subject, "names no artifact");
  const runId = key?.toLowerCase() === "run-id" ? Number(value) : void 0;
  if (runId !== void 0 && !(Number.isSafeInteger(runId) && runId > 0))
    throw badArtifact(subject, "has a run-id that is not the number of a run");
  if (key !== void 0 && value === "") throw badArtifact(subject, `has an empty ${key}`);
  return { kind: "artifact", name, path, runId, commit: runId === void 0 ? key && value : void 0 };
}
function artifactName(name) {
  return `artifact://${name}`;
}
function badArtifact(subject, problem) {
  return new ConfigError({
    code: "BAD_ARTIFACT_REFERENCE",
    subject,
    problem,
    cure: "Write artifact://NAME, artifact://NAME/path-or-glob, artifact://NAME?run-id=ID or artifact://NAME?commit=SHA"
  });
}

export {
  QUERY,
  parseArtifact,
  artifactName
};
