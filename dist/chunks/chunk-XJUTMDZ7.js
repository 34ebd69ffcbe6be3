import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  QUERY,
  parseArtifact
} from "./chunk-CG7EU4JQ.js";
import {
  parseHub
} from "./chunk-MW4IX57J.js";
import {
  isGlob
} from "./chunk-ET7JD5AR.js";
import {
  MAX_REFERENCE_LENGTH,
  MAX_S3_KEY_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/sources/web/web-reference.ts
function parseWeb(reference, name) {
  const url = URL.canParse(reference) ? new URL(reference) : void 0;
  if (url === void 0) throw badWeb(name, "is no valid address");
  if (url.username !== "" || url.password !== "") throw badWeb(name, "holds a login");
  url.hash = "";
  return { kind: "web", url: url.href, name: `${url.protocol}//${url.host}${url.pathname}` };
}
function badWeb(subject, problem) {
  return new ConfigError({
    code: "BAD_WEB_REFERENCE",
    subject,
    problem,
    cure: "Write https://host/path/to/model.safetensors, presigned where it needs to be"
  });
}

// src/sources/reference.ts
var SCHEME = /^(?<scheme>[a-z][a-z0-9+.-]+):\/\/(?<authority>[^/?#]*)(?<path>[^?#]*)/i;
var ALMOST_S3 = /^s3:/i;
var S3_ARN = /^arn:aws[a-z-]*:s3/i;
var S3_FORM = "Write s3://bucket/key, s3://bucket/prefix/ or s3://bucket/key?versionId=ID";
var READABLE = "What can be read is a file, a directory or a glob on this machine, s3://bucket/key-or-prefix, https://host/path, artifact://NAME, or hf://organisation/name";
function parseReference(reference) {
  if (reference.trim() === "") throw badReference("an empty reference", "names no model");
  if (reference.length > MAX_REFERENCE_LENGTH) {
    throw badReference(`${reference.slice(0, 40)}\u2026`, `has more than ${MAX_REFERENCE_LENGTH} characters`);
  }
  if (reference.includes("\0"))
    throw badReference("a reference", "contains a NUL character, which no name can");
  if (reference === "-") throw notSupported("-", "a model cannot be read from standard input");
  if (ALMOST_S3.test(reference)) return parseS3(reference);
  if (S3_ARN.test(reference)) throw notSupported("an ARN", "an object of S3 is not named by its ARN");
  const scheme = SCHEME.exec(reference)?.groups?.["scheme"]?.toLowerCase();
  const printable = printableReference(reference);
  switch (scheme) {
    case void 0:
      return { kind: "path", path: reference };
    case "https":
    case "http":
      return parseWeb(reference, printable);
    case "artifact":
      return parseArtifact(reference, printable);
    case "hf":
      return parseHub(reference, printable);
    default:
      throw notSupported(printable, `references of the kind ${scheme}:// cannot be read`);
  }
}
function printableReference(reference) {
  const parts = SCHEME.exec(reference)?.groups;
  if (parts === void 0) return reference;
  const { scheme, authority, path } = parts;
  const isPort = /^[^:@]+:\d{1,5}$/.test(authority) && !path.includes("@");
  if (/[:@]/.test(authority) && !isPort) return `${scheme}://\u2026`;
  return `${scheme}://${authority}${path}`;
}
function s3Name(bucket, key) {
  return `s3://${bucket}/${key}`;
}
var BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;
var VERSION = /\?versionId=(?<versionId>[^?&]*)$/i;
function parseS3(reference) {
  const match = /^s3:\/\/(?<bucket>[^/?]*)\/?(?<rest>.*)$/is.exec(reference)?.groups;
  if (match === void 0) throw badS3("an S3 reference", "does not begin with s3://");
  const bucket = match["bucket"];
  const rest = bucket === "" ? "" : reference.slice("s3://".length + bucket.length).replace(/^\//, "");
  if (bucket === "") throw badS3("s3://", "names no bucket");
  if (!BUCKET.test(bucket))
    throw badS3(printableReference(reference), "does not begin with the valid name of a bucket");
  const version = VERSION.exec(rest);
  const key = version === null ? rest : rest.slice(0, version.index);
  const subject = s3Name(bucket, key.split(QUERY)[0]);
  if (QUERY.test(key)) throw badS3(subject, "has a query other than ?versionId=");
  if (!key.isWellFormed()) throw badS3(subject, "has a key that is not valid Unicode");
  if (new TextEncoder().encode(key).length > MAX_S3_KEY_BYTES) {
    throw badS3(`s3://${bucket}`, `has a key of more than ${MAX_S3_KEY_BYTES} bytes, and S3 has none`);
  }
  const versionId = version?.groups?.["versionId"];
  if (versionId === "") throw badS3(subject, "has an empty versionId");
  if (versionId !== void 0 && (key === "" || key.endsWith("/") || isGlob(key))) {
    throw badS3(subject, "has a versionId, which belongs to one object, and names several");
  }
  return { kind: "s3", bucket, key, versionId };
}
function badReference(subject, problem) {
  return new ConfigError({ code: "BAD_REFERENCE", subject, problem, cure: READABLE });
}
function badS3(subject, problem) {
  return new ConfigError({ code: "BAD_S3_REFERENCE", subject, problem, cure: S3_FORM });
}
function notSupported(subject, problem) {
  const cure = `${READABLE}; download the model in a step before and name the file`;
  return new ConfigError({ code: "REFERENCE_NOT_SUPPORTED", subject, problem, cure });
}

export {
  parseReference,
  printableReference,
  s3Name
};
