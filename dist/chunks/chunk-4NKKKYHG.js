import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  s3Object
} from "./chunk-P7NXJABB.js";
import {
  connectS3
} from "./chunk-P5DTRODU.js";
import {
  baseName,
  folderOf,
  isPlainFileName
} from "./chunk-UEJXIGCQ.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";
import {
  compileGlob,
  isGlob
} from "./chunk-ET7JD5AR.js";
import {
  MAX_FILES
} from "./chunk-JXTWGQ7Y.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/s3.ts
async function locateS3(reference, options) {
  const { bucket, key, versionId } = reference;
  const name = s3Name(bucket, key);
  options.signal?.throwIfAborted();
  const place = { store: await connectS3(name, options), bucket, signal: options.signal };
  if (isGlob(key)) return { reference: name, ...await locateGlob(place, key) };
  if (key === "" || key.endsWith("/")) {
    const files = await filesBelow(place, key);
    if (files.length === 0)
      throw nothingFound(name, key === "" ? "the bucket is empty" : "no key begins with this prefix");
    return { reference: name, kind: "folder", files };
  }
  const located = await locateKey(place, { bucket, key, versionId });
  return { reference: versionId === void 0 ? name : `${name}?versionId=${versionId}`, ...located };
}
async function locateObjects(addresses, options) {
  const name = s3Name(addresses[0].bucket, addresses[0].key);
  const store = await connectS3(name, options);
  const files = [];
  for (const address of addresses) {
    const object = await store.head(address, { signal: options.signal });
    if (object === void 0) throw missing(address, "no object has this key");
    files.push(s3Entry(store, address, baseName(address.key), object.sizeBytes));
  }
  return { reference: name, kind: "file", files };
}
async function locateKey(place, address) {
  const { key, versionId } = address;
  const object = await headOrDenial(place, address);
  if (object !== void 0 && !(object instanceof SourceError)) {
    return { kind: "file", files: [s3Entry(place.store, address, baseName(key), object.sizeBytes)] };
  }
  if (versionId === void 0) {
    const files = await filesBelow(place, `${key}/`).catch((error) => {
      throw object ?? error;
    });
    if (files.length > 0) return { kind: "folder", files };
  }
  throw object ?? await notFound(place, key);
}
async function headOrDenial({ store, signal }, address) {
  try {
    return await store.head(address, { signal });
  } catch (error) {
    if (error instanceof SourceError && error.code === "S3_ACCESS_DENIED") return error;
    throw error;
  }
}
async function filesBelow(place, prefix) {
  return collect(place, prefix, prefix, () => true);
}
async function locateGlob(place, pattern) {
  const glob = compileGlob(pattern);
  const matches = await collect(place, glob.literalPrefix, glob.base, (object, path) => {
    return object.key === pattern || glob.matches(path);
  });
  if (matches.length === 0) {
    const listed = glob.literalPrefix === "" ? "" : ` among those that begin with ${glob.literalPrefix}`;
    throw nothingFound(s3Name(place.bucket, pattern), `matches no key${listed}`);
  }
  const literal = matches.filter(({ name }) => name === s3Name(place.bucket, pattern));
  return { kind: "file", files: literal.length > 0 ? literal : matches };
}
async function collect({ store, bucket, signal }, prefix, base, accepts) {
  const entries = [];
  for await (const object of store.list(bucket, prefix, { signal })) {
    const path = object.key.slice(base.length);
    if (!accepts(object, path)) continue;
    if (entries.length === MAX_FILES) throw tooManyFiles(s3Name(bucket, prefix));
    entries.push(s3Entry(store, { bucket, key: object.key, versionId: void 0 }, path, object.sizeBytes));
  }
  return entries.sort((a, b) => a.path < b.path ? -1 : 1);
}
function s3Entry(store, address, path, sizeBytes) {
  const { bucket, key } = address;
  return {
    name: s3Name(bucket, key),
    path,
    sizeBytes,
    async open(options) {
      const object = await store.head(address, options);
      if (object === void 0) throw missing(address, "no object has this key any more");
      return s3Object(store, object);
    },
    async sibling(fileName) {
      if (!isPlainFileName(fileName)) return void 0;
      const beside = { bucket, key: folderOf(key) + fileName, versionId: void 0 };
      const object = await store.head(beside);
      return object && s3Entry(store, beside, folderOf(path) + fileName, object.sizeBytes);
    }
  };
}
function missing({ bucket, key }, problem) {
  return new SourceError({
    code: "NOT_FOUND",
    subject: s3Name(bucket, key),
    problem,
    cure: "Upload it again"
  });
}
async function notFound(place, key) {
  const hint = await describeSurroundings(place, key);
  place.signal?.throwIfAborted();
  return new SourceError({
    code: "NOT_FOUND",
    subject: s3Name(place.bucket, key),
    problem: "no object has this key, and none begins with it as a folder",
    cure: `Check bucket and key${hint}`
  });
}
async function describeSurroundings({ store, bucket, signal }, key) {
  for (const prefix of /* @__PURE__ */ new Set([folderOf(key), ""])) {
    const names = await store.namesBelow(bucket, prefix, { signal }).catch(() => []);
    if (names.length === 0) continue;
    const wanted = key.slice(prefix.length).replace(/\/.*/s, "/");
    return `: ${s3Name(bucket, prefix)} holds ${describeNames(wanted, names)}`;
  }
  return "";
}
function nothingFound(subject, problem) {
  const cure = "Check bucket and key, and let the step that uploads the model run first";
  return new SourceError({ code: "NOTHING_FOUND", subject, problem, cure });
}
function tooManyFiles(subject) {
  return new SourceError({
    code: "TOO_MANY_FILES",
    subject,
    problem: `stands for more than ${MAX_FILES} objects`,
    cure: "Name the folder of the model, or a glob such as s3://bucket/models/**/*.safetensors"
  });
}

export {
  locateS3,
  locateObjects
};
