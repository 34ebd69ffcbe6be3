import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  objectFacts
} from "./chunk-KYAPFQ2X.js";
import {
  locateObjects
} from "./chunk-4NKKKYHG.js";
import {
  INDEX_SUFFIX,
  SHARD,
  readShardIndex
} from "./chunk-H7ORSOLD.js";
import {
  isPlainFileName
} from "./chunk-UEJXIGCQ.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";
import {
  FormatError,
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/entry/lambda/model-files.ts
var SETS_WITHOUT_INDEX = [".gguf"];
var MOST_SHARDS = 1e4;
async function membersOf(upload) {
  const { bucket, key } = upload;
  if (key.endsWith(INDEX_SUFFIX)) return indexed(upload);
  const shard = SHARD.exec(key)?.groups;
  if (shard === void 0) return { main: upload, all: [upload] };
  const { stem, count, suffix } = shard;
  if (!SETS_WITHOUT_INDEX.includes(suffix)) {
    const index = { bucket, key: `${stem}${suffix}${INDEX_SUFFIX}` };
    return await objectFacts(index) === void 0 ? { main: index, all: void 0 } : indexed(index);
  }
  const total = Number(count);
  if (total > MOST_SHARDS) throw tooManyShards(upload, total);
  const all = Array.from({ length: total }, (_, number) => {
    const other = `${stem}-${String(number + 1).padStart(5, "0")}-of-${count}${suffix}`;
    return other === key ? upload : { bucket, key: other };
  });
  return { main: all[0], all };
}
async function indexed(index) {
  const { shardOf } = await readShardIndex((await locate(index)).files[0]);
  const names = new Set(shardOf.values());
  if (names.size > MOST_SHARDS) throw tooManyShards(index, names.size);
  const folder = index.key.slice(0, index.key.lastIndexOf("/") + 1);
  const shards = [...names].filter(isPlainFileName).map((name) => ({ bucket: index.bucket, key: folder + name }));
  return { main: index, all: [index, ...shards] };
}
async function locateModel(model, signal) {
  const suffix = SHARD.exec(model.key)?.groups?.["suffix"] ?? "";
  if (!SETS_WITHOUT_INDEX.includes(suffix)) return locate(model, signal);
  const { all } = await membersOf(model);
  return locateObjects(exact(all ?? [model]), { signal });
}
function modelReference(model, elsewhere, signal) {
  const name = s3Name(model.bucket, model.key);
  return {
    name,
    locate: (reference) => reference === name ? locateModel(model, signal) : elsewhere(reference)
  };
}
async function requireUnchanged(model) {
  const facts = await objectFacts(model);
  if (facts?.etag === model.etag) return;
  throw new SourceError({
    code: "SOURCE_CHANGED",
    subject: s3Name(model.bucket, model.key),
    problem: "the object was replaced or removed after this run had begun",
    cure: "Nothing needs to be done after a newer upload: it has a run of its own"
  });
}
function locate(address, signal) {
  return locateObjects(exact([address]), { signal });
}
function exact(addresses) {
  const [first, ...others] = addresses.map(({ bucket, key, versionId }) => ({ bucket, key, versionId }));
  return [first, ...others];
}
function tooManyShards({ bucket, key }, count) {
  return new FormatError({
    code: "TOO_MANY_FILES",
    subject: s3Name(bucket, key),
    problem: `speaks of ${count} shards, more than ${MOST_SHARDS}`,
    cure: "Save the model with larger shards"
  });
}

export {
  membersOf,
  modelReference,
  requireUnchanged
};
