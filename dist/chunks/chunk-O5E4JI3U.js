import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  DIAGNOSIS_NAMES
} from "./chunk-3HI3BN2H.js";
import {
  VERDICTS
} from "./chunk-F6C45J7V.js";
import {
  folderOf,
  isPlainFileName
} from "./chunk-UEJXIGCQ.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import {
  requireWithin
} from "./chunk-CN75QAP5.js";
import {
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _enum,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  array,
  boolean,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-56UKHU64.js";
import {
  parseReference
} from "./chunk-MWOAU7J3.js";
import {
  compileGlob,
  isGlob,
  toGlobPattern
} from "./chunk-ET7JD5AR.js";
import {
  MAX_CURVE_POINTS,
  MAX_FILES,
  MAX_HASHED_BYTES
} from "./chunk-2RHTLJYZ.js";
import {
  AlphagateError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import {
  __export
} from "./chunk-4MUT4G64.js";

// src/entry/local-ports.ts
import { availableParallelism } from "node:os";

// src/sources/local.ts
import { lstat, readdir, stat as stat2 } from "node:fs/promises";
import { basename, dirname, join as join2, resolve, sep } from "node:path";

// src/sources/local-errors.ts
var FAILURES = {
  EACCES: {
    code: "PERMISSION_DENIED",
    problem: "may not be read by this user",
    cure: "Give the user who runs this read access to the file, and access to the directories above it"
  },
  EISDIR: { code: "NOT_A_FILE", problem: "is a directory", cure: "Name a file" },
  ELOOP: {
    code: "NOT_FOUND",
    problem: "is a link that leads back to itself",
    cure: "Point the link to a file, or name the file itself"
  },
  EMFILE: {
    code: "TOO_MANY_OPEN_FILES",
    problem: "cannot be opened, because this process has too many files open",
    cure: "Raise the limit with `ulimit -n`"
  },
  EIO: {
    code: "DISK_ERROR",
    problem: "cannot be read, because the disk or the network drive failed",
    cure: "Try again, and check the disk if it happens again"
  }
};
var SAME_FAILURE = { EPERM: "EACCES", ENFILE: "EMFILE" };
function toSourceError(error, name) {
  if (error instanceof SourceError) return error;
  const systemCode = systemCodeOf(error) ?? "unknown error";
  const failure = FAILURES[SAME_FAILURE[systemCode] ?? systemCode];
  return new SourceError({
    code: failure?.code ?? "READ_FAILED",
    subject: name,
    problem: failure?.problem ?? `cannot be read (${systemCode})`,
    cure: failure?.cure ?? "Check the path and the disk",
    details: { systemCode },
    cause: error
  });
}
function systemCodeOf(error) {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
  return typeof code === "string" ? code : void 0;
}
function saysMissing(error) {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(systemCodeOf(error) ?? "");
}

// src/sources/local-file.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
var READ_BYTES = 64 * 1024 * 1024;
var HASH_BUFFER_BYTES = 4 * 1024 * 1024;
async function openLocalFile(absolutePath, name) {
  const handle = await open(absolutePath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw notAFile(name);
    return new LocalFile(handle, stats, absolutePath, name);
  } catch (error) {
    await handle.close();
    throw error;
  }
}
function notAFile(name) {
  const problem = "is neither a file nor a directory";
  return new SourceError({ code: "NOT_A_FILE", subject: name, problem, cure: "Name a file or a directory" });
}
var LocalFile = class {
  name;
  sizeBytes;
  #handle;
  #opened;
  #absolutePath;
  #identity;
  constructor(handle, opened, absolutePath, name) {
    this.name = name;
    this.sizeBytes = Number(opened.size);
    this.#handle = handle;
    this.#opened = opened;
    this.#absolutePath = absolutePath;
  }
  async identity() {
    this.#identity ??= await this.#identify();
    return this.#identity;
  }
  async readInto(startByte, target, options) {
    requireWithin(this, startByte, startByte + target.length);
    try {
      await this.#fill(startByte, target, options?.signal);
      await this.#requireUnchanged();
    } catch (error) {
      options?.signal?.throwIfAborted();
      throw toSourceError(error, this.name);
    }
  }
  async close() {
    await this.#handle.close();
  }
  async #fill(startByte, target, signal) {
    let filled = 0;
    while (filled < target.length) {
      signal?.throwIfAborted();
      const wanted = Math.min(READ_BYTES, target.length - filled);
      const { bytesRead } = await this.#handle.read(target, filled, wanted, startByte + filled);
      if (bytesRead === 0) throw this.#changed();
      filled += bytesRead;
    }
  }
  async #identify() {
    if (this.sizeBytes > MAX_HASHED_BYTES) {
      return `size:${this.sizeBytes},mtime:${this.#opened.mtime.toISOString()}`;
    }
    try {
      const hash = createHash("sha256");
      const buffer = new Uint8Array(Math.min(HASH_BUFFER_BYTES, this.sizeBytes));
      for (let startByte = 0; startByte < this.sizeBytes; startByte += buffer.length) {
        const bytes = buffer.subarray(0, this.sizeBytes - startByte);
        await this.#fill(startByte, bytes, void 0);
        hash.update(bytes);
      }
      await this.#requireUnchanged();
      return `sha256:${hash.digest("hex")}`;
    } catch (error) {
      throw toSourceError(error, this.name);
    }
  }
  /** Asks for what the path names now: an open handle would not notice that another file has taken its place. */
  async #requireUnchanged() {
    const now = await stat(this.#absolutePath, { bigint: true }).catch(() => void 0);
    const same = now?.ino === this.#opened.ino && now.size === this.#opened.size && now.mtimeNs === this.#opened.mtimeNs;
    if (!same) throw this.#changed();
  }
  #changed() {
    return new SourceError({
      code: "SOURCE_CHANGED",
      subject: this.name,
      problem: "was changed, replaced or removed while it was being read",
      cure: "Let the step that writes it end first, then run this again"
    });
  }
};

// src/sources/walk.ts
import { opendir } from "node:fs/promises";
import { join } from "node:path";
var GIT_DIRECTORY = ".git";
async function* walk(root, { signal, enters } = {}) {
  const pending = [""];
  for (let directory = pending.pop(); directory !== void 0; directory = pending.pop()) {
    for await (const entry of await open2(join(root, directory))) {
      signal?.throwIfAborted();
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (entry.isFile() || entry.isSymbolicLink()) yield path;
      else if (entry.isDirectory() && entry.name !== GIT_DIRECTORY && enters?.(path) !== false)
        pending.push(path);
    }
  }
}
async function open2(directory) {
  try {
    return await opendir(directory, { bufferSize: 256 });
  } catch (error) {
    throw toSourceError(error, directory);
  }
}

// src/sources/local.ts
var STATS_AT_ONCE = 256;
async function locateLocal({ path }, options) {
  try {
    const absolutePath = resolve(options.cwd, path);
    const stats = await statOrUndefined(absolutePath);
    if (stats?.isDirectory()) return await locateDirectory(path, absolutePath, options);
    if (stats?.isFile()) {
      const entry = localEntry(absolutePath, path, basename(absolutePath), stats.size);
      return { reference: path, kind: "file", files: [entry] };
    }
    if (stats !== void 0) throw notAFile(path);
    if (isGlob(path)) return await locateGlob(path, options);
    throw await missing(path, absolutePath);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toSourceError(error, path);
  }
}
async function locateDirectory(reference, directory, { signal }) {
  const files = await collect(reference, { root: directory, rootName: reference, signal });
  if (files.length === 0) {
    throw new SourceError({
      code: "NOTHING_FOUND",
      subject: reference,
      problem: "is a directory that holds no files; links to directories in it are not followed",
      cure: "Name the directory that holds the model, and let the step that writes it run first"
    });
  }
  return { reference, kind: "folder", files };
}
async function locateGlob(reference, { cwd, signal }) {
  const glob = compileGlob(toGlobPattern(reference, sep));
  const root = resolve(cwd, glob.base);
  const exists = (await statOrUndefined(root))?.isDirectory() === true;
  const search = { root, rootName: glob.base, signal, enters: glob.mayHoldMatches, accepts: glob.matches };
  const files = exists ? await collect(reference, search) : [];
  if (files.length === 0) {
    throw new SourceError({
      code: "NOTHING_FOUND",
      subject: reference,
      problem: exists ? "matches no file" : `matches no file, because there is no directory ${glob.base}`,
      cure: "Check the pattern: * stays within one directory, ** goes through all, and neither matches hidden names"
    });
  }
  return { reference, kind: "file", files };
}
async function collect(reference, { root, rootName, accepts, ...walking }) {
  const paths = [];
  for await (const path of walk(root, walking)) {
    if (accepts?.(path) === false) continue;
    if (paths.length === MAX_FILES) throw tooManyFiles(reference);
    paths.push(path);
  }
  paths.sort();
  const files = [];
  for (let start = 0; start < paths.length; start += STATS_AT_ONCE) {
    walking.signal?.throwIfAborted();
    const some = paths.slice(start, start + STATS_AT_ONCE);
    const found = await Promise.all(some.map((path) => entryBelow(root, rootName, path)));
    files.push(...found.filter((file) => file !== void 0));
  }
  return files;
}
async function entryBelow(root, rootName, path) {
  const absolutePath = join2(root, path);
  const stats = await statOrUndefined(absolutePath);
  if (stats !== void 0 && !stats.isFile()) return void 0;
  return localEntry(absolutePath, join2(rootName, path), path, stats?.size ?? 0);
}
function localEntry(absolutePath, name, path, sizeBytes) {
  return {
    name,
    path,
    sizeBytes,
    async open() {
      try {
        return await openLocalFile(absolutePath, name);
      } catch (error) {
        throw saysMissing(error) ? await missing(name, absolutePath) : toSourceError(error, name);
      }
    },
    async sibling(fileName) {
      if (!isPlainFileName(fileName)) return void 0;
      const siblingPath = join2(dirname(absolutePath), fileName);
      const siblingName = join2(dirname(name), fileName);
      try {
        const stats = await statOrUndefined(siblingPath);
        if (!stats?.isFile()) return void 0;
        return localEntry(siblingPath, siblingName, folderOf(path) + fileName, stats.size);
      } catch (error) {
        throw toSourceError(error, siblingName);
      }
    }
  };
}
function tooManyFiles(reference) {
  return new SourceError({
    code: "TOO_MANY_FILES",
    subject: reference,
    problem: `stands for more than ${MAX_FILES} files`,
    cure: "Name the directory of the model, or a glob such as models/**/*.safetensors"
  });
}
async function statOrUndefined(absolutePath) {
  try {
    return await stat2(absolutePath);
  } catch (error) {
    if (saysMissing(error) || systemCodeOf(error) === "ELOOP") return void 0;
    throw error;
  }
}
async function missing(name, absolutePath) {
  if (await isLink(absolutePath)) {
    const problem = "is a link to something that does not exist";
    const cure = "Fetch what the link leads to";
    return new SourceError({ code: "NOT_FOUND", subject: name, problem, cure });
  }
  let wanted = basename(absolutePath);
  let directory = dirname(absolutePath);
  let names = await namesIn(directory);
  while (names === void 0 && directory !== dirname(directory)) {
    wanted = basename(directory);
    directory = dirname(directory);
    names = await namesIn(directory);
  }
  const held = names === void 0 || names.length === 0 ? "is empty" : `holds ${describeNames(wanted, names)}`;
  return new SourceError({
    code: "NOT_FOUND",
    subject: name,
    problem: "does not exist",
    cure: `Check the path: the directory ${directory} ${held}`
  });
}
async function isLink(absolutePath) {
  const stats = await lstat(absolutePath).catch(() => void 0);
  return stats?.isSymbolicLink() === true;
}
async function namesIn(directory) {
  const names = await readdir(directory).catch(() => void 0);
  return names?.sort();
}

// src/sources/locate.ts
async function locate(reference, options) {
  const parsed = parseReference(reference);
  switch (parsed.kind) {
    case "path":
      return locateLocal(parsed, options);
    case "s3":
      return (await import("./s3-YSTDNNTS.js")).locateS3(parsed, options);
    case "web":
      return (await import("./locate-web-6TVPY7GV.js")).locateWeb(parsed, options);
    case "artifact":
      return (await import("./locate-artifact-JXGSV6YZ.js")).locateArtifact(parsed, options);
    case "hub":
      return (await import("./locate-hub-NWJKLSSN.js")).locateHub(parsed, options);
  }
}

// src/entry/local-ports.ts
function locator(settings, signal) {
  const options = locateOptions(settings, signal);
  return (reference) => locate(reference, options);
}
function locateOptions(settings, signal) {
  const github = gitHubAccess(settings, process.env, signal);
  return {
    cwd: process.cwd(),
    ...settings.awsRegion !== "" && { region: settings.awsRegion },
    ...settings.s3Endpoint !== "" && { endpoint: settings.s3Endpoint },
    roleToAssume: settings.roleToAssume,
    isAnonymous: settings.awsCredentials === "none",
    requesterPays: settings.requesterPays,
    hubEndpoint: settings.hubEndpoint || process.env["HF_ENDPOINT"],
    hubToken: settings.hubToken || process.env["HF_TOKEN"],
    allowPrivateAddresses: settings.allowPrivateAddresses,
    ...github !== void 0 && { github },
    ...signal !== void 0 && { signal }
  };
}
function gitHubAccess(settings, env, signal) {
  const token = settings.githubToken || env["GITHUB_TOKEN"] || "";
  const [owner = "", repo = ""] = env["GITHUB_REPOSITORY"]?.split("/") ?? [];
  if (token === "" || owner === "" || repo === "") return void 0;
  const runId = settings.runId ?? Number(env["GITHUB_RUN_ID"] || Number.NaN);
  return {
    owner,
    repo,
    runId: Number.isSafeInteger(runId) ? runId : void 0,
    connect: async () => (await import("./connect-ITB5RZXN.js")).connect(token, env["GITHUB_API_URL"], { signal })
  };
}
function threadsOf({ threads }) {
  return threads === 0 ? availableParallelism() : threads;
}
var MEMORY_SHARE = 0.75;
function memoryBytesOf({ memoryBytes }) {
  return memoryBytes === 0 ? Math.floor(MEMORY_SHARE * process.availableMemory()) : memoryBytes;
}

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/metrics/mode-columns.ts
var MODE_COLUMNS = [
  "Lambda",
  "raw_alpha",
  "num_fingers",
  "num_spikes",
  "sigma_mp",
  "mp_softrank",
  "W_scale",
  "bulk_max",
  "bulk_min",
  "max_rand_eval",
  "rand_distance",
  "ww_softrank",
  "ww_maxdist",
  "num_traps",
  "rand_num_spikes",
  "rand_sigma_mp",
  "rand_mp_softrank",
  "rand_W_scale",
  "rand_bulk_max",
  "rand_bulk_min",
  "detX_num",
  "num_ERG_spikes",
  "ERG_gap",
  "detX_val",
  "detX_val_unrescaled",
  "bulk_mean_vec_entropy",
  "bulk_var_vec_entropy",
  "bulk_mean_loc_ratio",
  "bulk_var_loc_ratio",
  "bulk_mean_part_ratio",
  "bulk_var_part_ratio",
  "tail_mean_vec_entropy",
  "tail_var_vec_entropy",
  "tail_mean_loc_ratio",
  "tail_var_loc_ratio",
  "tail_mean_part_ratio",
  "tail_var_part_ratio"
];

// src/report/report.ts
var SCHEMA_VERSION = 1;
var verdict = _enum(VERDICTS);
var number2 = number().nullable();
var count = int().nonnegative();
var modeColumns = Object.fromEntries(MODE_COLUMNS.map((column) => [column, number2.optional()]));
var curve = array(number()).max(MAX_CURVE_POINTS);
var exponent = number().min(-324).max(309);
var counts = array(count).min(1).max(MAX_CURVE_POINTS);
var logBins = strictObject({ from: exponent, to: exponent, counts });
var curves = strictObject({
  log_bins: logBins,
  random_log_bins: logBins.optional(),
  bins: strictObject({ to: number(), counts }),
  scan: strictObject({ xmin: curve, D: curve, alpha: curve })
});
var layer = strictObject({
  layer_id: count,
  slice_id: count.optional(),
  name: string(),
  longname: string(),
  layer_type: _enum(["dense", "conv1d", "conv2d", "conv3d", "stacked"]),
  N: count,
  M: count,
  Q: number(),
  rf: count,
  num_evals: count,
  alpha: number2,
  D: number2,
  sigma: number2,
  xmin: number2,
  xmax: number2,
  /** −1 where WeightWatcher writes that. */
  num_pl_spikes: int().min(-1).nullable(),
  lambda_max: number2,
  sv_max: number2,
  sv_min: number2,
  rank_loss: count.nullable(),
  weak_rank_loss: count.nullable(),
  norm: number2,
  log_norm: number2,
  spectral_norm: number2,
  log_spectral_norm: number2,
  alpha_weighted: number2,
  log_alpha_norm: number2,
  stable_rank: number2,
  matrix_rank: count.nullable(),
  entropy: number2,
  ...modeColumns,
  p_value: number2,
  trust: _enum(["none", "low", "medium", "high"]).nullable(),
  trust_reasons: array(string()),
  numerical_rank: count.nullable(),
  outliers: count.nullable(),
  alpha_without_outliers: number2,
  correlation_traps: count.nullable(),
  warning: _enum(["", "over-trained", "under-trained"]),
  status: string(),
  verdict,
  reasons: array(string()).min(1),
  threshold: number(),
  delta: number2,
  diagnosis: array(_enum(DIAGNOSIS_NAMES)),
  curves: curves.optional()
});
var reportSchema = strictObject({
  schemaVersion: literal(SCHEMA_VERSION),
  tool: strictObject({ name: literal("alphagate"), version: string(), engine: string() }),
  model: strictObject({
    /** The reference it came from, without credentials. */
    source: string(),
    /** ETag, version id or sha256 of the content. */
    identity: string(),
    format: string(),
    bytes: count
  }),
  /** The model that layers are differences from, or that products were added to; absent where there is none. */
  base_model: strictObject({ source: string(), identity: string() }).optional(),
  /** As applied, in the shape of a configuration file. */
  settings: record(string(), unknown()),
  summary: strictObject({
    verdict,
    /** Whether the check is green. */
    passed: boolean(),
    /** One sentence that says why. */
    reason: string(),
    counts: strictObject({
      layers: count,
      pass: count,
      warn: count,
      fail: count,
      inconclusive: count,
      skipped: count
    }),
    min_alpha: number2,
    min_alpha_layer: string().nullable(),
    /** WeightWatcher's summary: means over the layers that have the value. */
    alpha: number2,
    alpha_weighted: number2,
    log_norm: number2,
    log_alpha_norm: number2,
    log_spectral_norm: number2,
    stable_rank: number2,
    mp_softrank: number2
  }),
  layers: array(layer),
  skipped: array(strictObject({ name: string(), reason: string() })),
  /** What `delta` compares with, or why there is nothing to compare with; absent when no baseline was asked for. */
  baseline: union([
    strictObject({
      source: string(),
      identity: string(),
      /** The commit that it was computed at, where it says so. */
      commit: string().nullable()
    }),
    strictObject({ source: string(), missing: string() })
  ]).optional(),
  /** The commit that the model was analysed at, where it is known. */
  commit: string().optional(),
  /** Of a report of one part of a model: which, of how many, and how many layers the whole model has. */
  shard: strictObject({ index: count, count, layers: count }).optional(),
  /** The run that computed the numbers, where it is one that nobody vouches for. */
  untrusted_run: string().optional(),
  timing: strictObject({
    /** Wall-clock milliseconds from opening the model to the last layer's verdict. */
    total_ms: number()
  })
});
var REPORT_KEYS = Object.keys(reportSchema.shape);
var LAYER_COLUMNS = Object.keys(layer.shape);

// src/sources/nothing-there.ts
var NOTHING_THERE = /* @__PURE__ */ new Set([
  "NOT_FOUND",
  "NOTHING_FOUND",
  "ARTIFACT_NOT_FOUND",
  "ARTIFACT_EXPIRED"
]);
function isNothingThere(error) {
  return error instanceof AlphagateError && NOTHING_THERE.has(error.code);
}

export {
  iso_exports,
  isNothingThere,
  locate,
  locator,
  locateOptions,
  threadsOf,
  memoryBytesOf,
  MODE_COLUMNS,
  SCHEMA_VERSION,
  reportSchema,
  REPORT_KEYS,
  LAYER_COLUMNS
};
