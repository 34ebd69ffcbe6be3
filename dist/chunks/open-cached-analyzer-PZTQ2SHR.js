import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  layerDetailsSchema,
  saysMissing
} from "./chunk-RQ5MN7VV.js";
import "./chunk-JUDLKW4K.js";
import "./chunk-F6C45J7V.js";
import {
  VERSION
} from "./chunk-ACWPGXX5.js";
import "./chunk-MU35MNOC.js";
import {
  chooseBuild
} from "./chunk-4MIY2QKT.js";
import "./chunk-56UKHU64.js";
import {
  MAX_CACHED_LAYERS,
  MAX_CACHED_LAYER_BYTES,
  MAX_CACHE_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/entry/cache/layer-key.ts
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

// src/spectrum/arithmetic.ts
var RELAXED_MULTIPLY_ADD = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 8, 1, 96, 3, 124, 124, 124, 1, 124],
  ...[3, 2, 1, 0],
  ...[7, 5, 1, 1, 102, 0, 0],
  ...[10, 22, 1, 20, 0, 32, 0, 253, 20, 32, 1, 253, 20, 32, 2, 253, 20],
  ...[253, 135, 2, 253, 33, 0, 11]
);
function arithmeticOf(engine) {
  if (engine === "reference") return "float64";
  const build = chooseBuild();
  return build === "relaxed-simd" ? `${build}, ${isFused() ? "fused" : "not fused"}` : String(build);
}
function isFused() {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(RELAXED_MULTIPLY_ADD), {});
  const { f: multiplyAdd } = exports;
  const epsilon = 2 ** -30;
  return multiplyAdd(1 + epsilon, 1 - epsilon, -1) !== 0;
}

// src/entry/cache/canonical-json.ts
function canonicalJson(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && isPlain(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`${typeof value} is no plain data`);
}
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// src/entry/cache/layer-key.ts
function numbersOrigin(engine, code) {
  const { arch: processor, versions } = process;
  return { version: VERSION, code, engine, arithmetic: arithmeticOf(engine), v8: versions.v8, processor };
}
function layerKey({ layerId: _, ...task }, tensor, origin) {
  return createHash("sha256").update(canonicalJson({ task, tensor, origin })).digest("hex");
}
var CHUNK_BYTES = 2 ** 26;
async function tensorHash(bytes) {
  const hash = createHash("sha256");
  for (let startByte = 0; startByte < bytes.length; startByte += CHUNK_BYTES) {
    if (startByte > 0) await setImmediate();
    hash.update(bytes.subarray(startByte, startByte + CHUNK_BYTES));
  }
  return hash.digest("hex");
}

// src/entry/cache/cached-analyzer.ts
var CachedAnalyzer = class {
  concurrency;
  #analyzer;
  #cache;
  #origin;
  /** A tensor may be the matrices of many layers, and its bytes are not changed. */
  #hashes = /* @__PURE__ */ new WeakMap();
  #layers = 0;
  #known = 0;
  constructor(analyzer, cache, origin) {
    this.concurrency = analyzer.concurrency;
    this.#analyzer = analyzer;
    this.#cache = cache;
    this.#origin = origin;
  }
  /** Brings the cache within its limits, and says what it was good for. */
  async finish() {
    await this.#cache.prune();
    return { layers: this.#layers, known: this.#known, failure: this.#cache.failure };
  }
  async analyze(task, bytes) {
    this.#layers++;
    const key = layerKey(task, await this.#hashOf(bytes), this.#origin);
    const known = await this.#cache.get(key);
    if (known !== void 0) {
      this.#known++;
      return { ...known, layer_id: task.layerId };
    }
    const details = await this.#analyzer.analyze(task, bytes);
    await this.#cache.put(key, details);
    return details;
  }
  #hashOf(bytes) {
    const hash = this.#hashes.get(bytes) ?? tensorHash(bytes);
    this.#hashes.set(bytes, hash);
    return hash;
  }
};

// src/entry/cache/code-hash.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile } from "node:fs/promises";
var RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;
async function codeHash(entry) {
  const texts = /* @__PURE__ */ new Map();
  const queue = [entry.href];
  for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
    if (texts.has(next)) continue;
    const text = await readFile(new URL(next), "utf8");
    texts.set(next, text);
    for (const [, path2] of text.matchAll(RELATIVE_IMPORT)) queue.push(new URL(path2, next).href);
  }
  const hash = createHash2("sha256");
  for (const text of texts.values()) hash.update(`${text.length}
`).update(text);
  return hash.digest("hex");
}

// src/entry/cache/layer-cache.ts
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

// src/entry/cache/cache-entry.ts
import { createHash as createHash3 } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
function writeEntry(key, details) {
  const json = JSON.stringify(details);
  const text = `${checksum(key, json)}
${json}
`;
  const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== void 0));
  return isDeepStrictEqual(readEntry(key, text), known) ? text : void 0;
}
function readEntry(key, text) {
  const [sum, json, end, ...rest] = text.split("\n");
  if (json === void 0 || end !== "" || rest.length > 0 || sum !== checksum(key, json)) return void 0;
  try {
    const details = JSON.parse(json);
    return layerDetailsSchema.safeParse(details).success ? details : void 0;
  } catch {
    return void 0;
  }
}
function checksum(key, json) {
  return createHash3("sha256").update(`${key}
${json}`).digest("hex");
}

// src/entry/cache/layer-cache.ts
var ENTRY = /^[0-9a-f]{64}\.json$/;
var UNFINISHED = /^[0-9a-f]{64}\.json\.[0-9a-f-]{36}\.part$/;
var ABANDONED_AFTER_MS = 36e5;
var LIMITS = { entries: MAX_CACHED_LAYERS, bytes: MAX_CACHE_BYTES };
var LayerCache = class _LayerCache {
  #folder;
  #limits;
  #failure;
  #hasNew = false;
  constructor(folder, limits) {
    this.#folder = folder;
    this.#limits = limits;
  }
  /**
   * Makes the folder if there is none; nobody else may then write to it.
   *
   * @throws ConfigError `CACHE_NOT_A_FOLDER`.
   */
  static async open(folder, limits = LIMITS) {
    const cache = new _LayerCache(path.resolve(folder), limits);
    try {
      await mkdir(folder, { recursive: true, mode: 448 });
    } catch (cause) {
      const { code } = cause;
      if (code === "EEXIST" || code === "ENOTDIR") throw notAFolder(folder, cause);
      cache.#fail(cause);
    }
    return cache;
  }
  /** Why numbers were not kept; undefined where all were. */
  get failure() {
    return this.#failure;
  }
  async get(key) {
    try {
      const file = await open(this.#pathOf(key), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const stats = await file.stat();
        if (!stats.isFile() || stats.size > MAX_CACHED_LAYER_BYTES) return void 0;
        const details = readEntry(key, await file.readFile("utf8"));
        const now = /* @__PURE__ */ new Date();
        if (details !== void 0) await file.utimes(now, now).catch(() => {
        });
        return details;
      } finally {
        await file.close();
      }
    } catch {
      return void 0;
    }
  }
  async put(key, details) {
    if (this.#failure !== void 0) return;
    const text = writeEntry(key, details);
    if (text === void 0 || Buffer.byteLength(text) > MAX_CACHED_LAYER_BYTES) return;
    const file = this.#pathOf(key);
    const unfinished = `${file}.${randomUUID()}.part`;
    try {
      await writeFile(unfinished, text, { flag: "wx" });
      await rename(unfinished, file);
      this.#hasNew = true;
    } catch (cause) {
      this.#fail(cause);
      await rm(unfinished, { force: true }).catch(() => {
      });
    }
  }
  /** Throws away what was used longest ago until the rest is within the limits, and what was never finished. */
  async prune() {
    if (!this.#hasNew) return;
    try {
      const names = await readdir(this.#folder);
      for (const name of names.filter((one) => UNFINISHED.test(one))) {
        const stats = await this.#statsOf(name);
        if (stats !== void 0 && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS) await this.#remove(name);
      }
      await this.#pruneEntries(names.filter((one) => ENTRY.test(one)));
    } catch (cause) {
      this.#fail(cause);
    }
  }
  async #pruneEntries(names) {
    const { entries: mostEntries, bytes: mostBytes } = this.#limits;
    if (names.length <= mostEntries && names.length * MAX_CACHED_LAYER_BYTES <= mostBytes) return;
    const entries = [];
    for (const name of names) {
      const stats = await this.#statsOf(name);
      if (stats !== void 0) entries.push({ name, mtimeMs: stats.mtimeMs, size: stats.size });
    }
    entries.sort((a, b) => b.mtimeMs - a.mtimeMs);
    let bytes = 0;
    for (const [index, { name, size }] of entries.entries()) {
      bytes += size;
      if (index >= mostEntries || bytes > mostBytes) await this.#remove(name);
    }
  }
  /** Undefined where another process has finished the file, or thrown it away. */
  async #statsOf(name) {
    try {
      return await lstat(path.join(this.#folder, name));
    } catch (error) {
      if (saysMissing(error)) return void 0;
      throw error;
    }
  }
  #remove(name) {
    return rm(path.join(this.#folder, name), { force: true });
  }
  #pathOf(key) {
    return path.join(this.#folder, `${key}.json`);
  }
  #fail(cause) {
    this.#failure ??= cause.message;
  }
};
function notAFolder(folder, cause) {
  return new ConfigError({
    code: "CACHE_NOT_A_FOLDER",
    subject: folder,
    problem: "a cache is a folder, and there is a file in its place or above it",
    cure: "Name a folder, or a path at which one can be made",
    cause
  });
}

// src/entry/cache/open-cached-analyzer.ts
async function openCachedAnalyzer(analyzer, folder, engine, worker) {
  const [cache, code] = await Promise.all([LayerCache.open(folder), codeHash(worker)]);
  return new CachedAnalyzer(analyzer, cache, numbersOrigin(engine, code));
}
export {
  openCachedAnalyzer
};
