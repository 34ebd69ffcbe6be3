import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  saysMissing,
  systemCodeOf,
  toSourceError
} from "./chunk-RQ5MN7VV.js";
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
  parseReference
} from "./chunk-XJUTMDZ7.js";
import {
  compileGlob,
  isGlob,
  toGlobPattern
} from "./chunk-ET7JD5AR.js";
import {
  MAX_FILES,
  MAX_HASHED_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/entry/local-ports.ts
import { availableParallelism } from "node:os";

// src/sources/local.ts
import { lstat, readdir, stat as stat2 } from "node:fs/promises";
import { basename, dirname, join as join2, resolve, sep } from "node:path";

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
    return localFile(handle, stats, absolutePath, name);
  } catch (error) {
    await handle.close();
    throw error;
  }
}
function notAFile(name) {
  const problem = "is neither a file nor a directory";
  return new SourceError({ code: "NOT_A_FILE", subject: name, problem, cure: "Name a file or a directory" });
}
function localFile(handle, opened, absolutePath, name) {
  const sizeBytes = Number(opened.size);
  let identity;
  const file = {
    name,
    sizeBytes,
    async identity() {
      identity ??= await identify();
      return identity;
    },
    async readInto(startByte, target, options) {
      requireWithin(file, startByte, startByte + target.length);
      try {
        await fill(startByte, target, options?.signal);
        await requireUnchanged();
      } catch (error) {
        options?.signal?.throwIfAborted();
        throw toSourceError(error, name);
      }
    },
    close: () => handle.close()
  };
  return file;
  async function fill(startByte, target, signal) {
    let filled = 0;
    while (filled < target.length) {
      signal?.throwIfAborted();
      const wanted = Math.min(READ_BYTES, target.length - filled);
      const { bytesRead } = await handle.read(target, filled, wanted, startByte + filled);
      if (bytesRead === 0) throw changed(name);
      filled += bytesRead;
    }
  }
  async function identify() {
    if (sizeBytes > MAX_HASHED_BYTES) return `size:${sizeBytes},mtime:${opened.mtime.toISOString()}`;
    try {
      const hash = createHash("sha256");
      const buffer = new Uint8Array(Math.min(HASH_BUFFER_BYTES, sizeBytes));
      for (let startByte = 0; startByte < sizeBytes; startByte += buffer.length) {
        const bytes = buffer.subarray(0, sizeBytes - startByte);
        await fill(startByte, bytes);
        hash.update(bytes);
      }
      await requireUnchanged();
      return `sha256:${hash.digest("hex")}`;
    } catch (error) {
      throw toSourceError(error, name);
    }
  }
  async function requireUnchanged() {
    const now = await stat(absolutePath, { bigint: true }).catch(() => void 0);
    const same = now?.ino === opened.ino && now.size === opened.size && now.mtimeNs === opened.mtimeNs;
    if (!same) throw changed(name);
  }
}
function changed(subject) {
  return new SourceError({
    code: "SOURCE_CHANGED",
    subject,
    problem: "was changed, replaced or removed while it was being read",
    cure: "Let the step that writes it end first, then run this again"
  });
}

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
      return (await import("./s3-BWFEPJG2.js")).locateS3(parsed, options);
    case "web":
      return (await import("./locate-web-5C5YAJJR.js")).locateWeb(parsed, options);
    case "artifact":
      return (await import("./locate-artifact-AV35R75F.js")).locateArtifact(parsed, options);
    case "hub":
      return (await import("./locate-hub-CMAOOLVD.js")).locateHub(parsed, options);
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
  isNothingThere,
  locate,
  locator,
  locateOptions,
  threadsOf,
  memoryBytesOf
};
