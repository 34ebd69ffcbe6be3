import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  isPlainFileName
} from "./chunk-UUWMMJVQ.js";
import {
  requireWithin
} from "./chunk-CN75QAP5.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import {
  parseReference
} from "./chunk-L2EWEM4G.js";
import {
  compileGlob,
  isGlob,
  toGlobPattern
} from "./chunk-ET7JD5AR.js";
import {
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime
} from "./chunk-56UKHU64.js";
import {
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
      const entry = new LocalEntry({
        absolutePath,
        name: path,
        path: basename(absolutePath),
        sizeBytes: stats.size
      });
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
  return new LocalEntry({ absolutePath, name: join2(rootName, path), path, sizeBytes: stats?.size ?? 0 });
}
var LocalEntry = class _LocalEntry {
  name;
  path;
  sizeBytes;
  #absolutePath;
  constructor({ absolutePath, name, path, sizeBytes }) {
    this.name = name;
    this.path = path;
    this.sizeBytes = sizeBytes;
    this.#absolutePath = absolutePath;
  }
  async open() {
    try {
      return await openLocalFile(this.#absolutePath, this.name);
    } catch (error) {
      throw saysMissing(error) ? await missing(this.name, this.#absolutePath) : toSourceError(error, this.name);
    }
  }
  async sibling(fileName) {
    if (!isPlainFileName(fileName)) return void 0;
    const absolutePath = join2(dirname(this.#absolutePath), fileName);
    const name = join2(dirname(this.name), fileName);
    try {
      const stats = await statOrUndefined(absolutePath);
      if (!stats?.isFile()) return void 0;
      const path = this.path.slice(0, this.path.lastIndexOf("/") + 1) + fileName;
      return new _LocalEntry({ absolutePath, name, path, sizeBytes: stats.size });
    } catch (error) {
      throw toSourceError(error, name);
    }
  }
};
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
    return new SourceError({
      code: "NOT_FOUND",
      subject: name,
      problem,
      cure: "Fetch what the link leads to"
    });
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
      return (await import("./s3-YQW7UEKF.js")).locateS3(parsed, options);
    case "web":
      return (await import("./locate-web-QL2MDZT5.js")).locateWeb(parsed, options);
    case "artifact":
      return (await import("./locate-artifact-6GS2KJC2.js")).locateArtifact(parsed, options);
    case "hub":
      return (await import("./locate-hub-CRYXI2U7.js")).locateHub(parsed, options);
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

// node_modules/string-width/node_modules/ansi-regex/index.js
var ST = String.raw`(?:\u001B\u005C|\u009C)`;
var stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
var osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
var controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
var linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;
var csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;
var escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;
var pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;
function ansiRegex({ onlyFirst = false } = {}) {
  return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

// node_modules/string-width/node_modules/strip-ansi/index.js
var regex = ansiRegex();
function stripAnsi(string) {
  if (typeof string !== "string") {
    throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
  }
  if (!string.includes("\x1B") && !string.includes("\x9B")) {
    return string;
  }
  return string.replace(regex, "");
}

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// node_modules/string-width/index.js
var segmenter = new Intl.Segmenter();
var visibleCharacterRegex = new RegExp("[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_Mark}\\p{Enclosing_Mark}\\p{Surrogate}]", "v");
var spacingMarkRegex = new RegExp("\\p{Spacing_Mark}", "v");
var rgiEmojiRegex = new RegExp("^\\p{RGI_Emoji}$", "v");
var unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
var extendedPictographicRegex = new RegExp("\\p{Extended_Pictographic}", "gu");
function isDoubleWidthNonRgiEmojiSequence(segment) {
  if (segment.length > 50) {
    return false;
  }
  if (unqualifiedKeycapRegex.test(segment)) {
    return true;
  }
  if (segment.includes("\u200D")) {
    const pictographics = segment.match(extendedPictographicRegex);
    return pictographics !== null && pictographics.length >= 2;
  }
  return false;
}
function baseVisible(segment) {
  const index = segment.search(visibleCharacterRegex);
  return index === -1 ? void 0 : segment.slice(index);
}
function isHangulLeadingJamo(codePoint) {
  return codePoint >= 4352 && codePoint <= 4447 || codePoint >= 43360 && codePoint <= 43388;
}
function isHangulVowelJamo(codePoint) {
  return codePoint >= 4448 && codePoint <= 4519 || codePoint >= 55216 && codePoint <= 55238;
}
function isHangulTrailingJamo(codePoint) {
  return codePoint >= 4520 && codePoint <= 4607 || codePoint >= 55243 && codePoint <= 55291;
}
function isHangulJamo(codePoint) {
  return isHangulLeadingJamo(codePoint) || isHangulVowelJamo(codePoint) || isHangulTrailingJamo(codePoint);
}
function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
  const codePoints = [];
  for (const character of visibleSegment) {
    if (!visibleCharacterRegex.test(character)) {
      continue;
    }
    codePoints.push(character.codePointAt(0));
  }
  if (codePoints.length === 0) {
    return void 0;
  }
  let width = 0;
  for (let index = 0; index < codePoints.length; index++) {
    const codePoint = codePoints[index];
    if (!isHangulJamo(codePoint)) {
      if (width === 0) {
        return void 0;
      }
      for (let remaining = index; remaining < codePoints.length; remaining++) {
        width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
      }
      return width;
    }
    if (isHangulLeadingJamo(codePoint) && isHangulVowelJamo(codePoints[index + 1])) {
      width += 2;
      index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
      continue;
    }
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
  }
  return width;
}
function trailingWidth(visibleSegment, eastAsianWidthOptions) {
  let extra = 0;
  let first = true;
  for (const character of visibleSegment) {
    if (first) {
      first = false;
      continue;
    }
    if (spacingMarkRegex.test(character) || character >= "\uFF00" && character <= "\uFFEF") {
      extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
    }
  }
  return extra;
}
function stringWidth(input, options = {}) {
  if (typeof input !== "string" || input.length === 0) {
    return 0;
  }
  const {
    ambiguousIsNarrow = true,
    countAnsiEscapeCodes = false
  } = options;
  let string = input;
  if (!countAnsiEscapeCodes && (string.includes("\x1B") || string.includes("\x9B"))) {
    string = stripAnsi(string);
  }
  if (string.length === 0) {
    return 0;
  }
  if (/^[\u0020-\u007E]*$/.test(string)) {
    return string.length;
  }
  let width = 0;
  const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
  for (const { segment } of segmenter.segment(string)) {
    const visibleSegment = baseVisible(segment);
    if (visibleSegment === void 0) {
      continue;
    }
    if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
      width += 2;
      continue;
    }
    const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
    if (hangulWidth !== void 0) {
      width += hangulWidth;
      continue;
    }
    const codePoint = visibleSegment.codePointAt(0);
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
    width += trailingWidth(visibleSegment, eastAsianWidthOptions);
  }
  return width;
}

// src/report/columns.ts
function alignColumns(rows, words) {
  const widths = rows[0].map(
    (_, column) => rows.reduce((most, row) => Math.max(most, stringWidth(row[column])), 0)
  );
  return rows.map(
    (row) => row.map((cell, column) => {
      const space = " ".repeat(widths[column] - stringWidth(cell));
      return column < words ? cell + space : space + cell;
    }).join("  ").trimEnd()
  );
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

export {
  iso_exports,
  isNothingThere,
  locate,
  locator,
  locateOptions,
  threadsOf,
  memoryBytesOf,
  MODE_COLUMNS,
  stringWidth,
  alignColumns
};
