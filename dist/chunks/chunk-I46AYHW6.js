import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  selectWithin
} from "./chunk-OWMJVC3D.js";
import {
  baseName,
  isPlainFileName,
  siblingIn
} from "./chunk-UEJXIGCQ.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import {
  memoryFile
} from "./chunk-TUQPTYWI.js";
import {
  readBytes,
  requireWithin
} from "./chunk-CN75QAP5.js";
import {
  bytesPerElement,
  halfToNumber,
  isDtype
} from "./chunk-NLMVWZFG.js";
import {
  EXPANSION_LIMITS,
  MAX_DIMENSIONS,
  MAX_EXPANDED_VIEW_BYTES,
  MAX_FILES,
  MAX_GGUF_ARRAY_DEPTH,
  MAX_GGUF_DIMENSIONS,
  MAX_GGUF_HEADER_BYTES,
  MAX_GGUF_TENSORS,
  MAX_HDF5_BLOCK_BYTES,
  MAX_HDF5_CHUNKS,
  MAX_HDF5_CHUNK_BYTES,
  MAX_HDF5_DEPTH,
  MAX_HDF5_FILTERS,
  MAX_HDF5_MESSAGES,
  MAX_HDF5_OBJECTS,
  MAX_HDF5_TREE_DEPTH,
  MAX_JSON_DEPTH,
  MAX_KERAS_CONFIG_BYTES,
  MAX_LFS_POINTER_BYTES,
  MAX_MSGPACK_DEPTH,
  MAX_MSGPACK_VALUES,
  MAX_NPY_HEADER_BYTES,
  MAX_NPY_HEADER_DEPTH,
  MAX_ONNX_DECODED_BYTES,
  MAX_ONNX_EXTERNAL_ENTRIES,
  MAX_ONNX_EXTERNAL_FILES,
  MAX_ONNX_FIELDS,
  MAX_ONNX_GRAPH_DEPTH,
  MAX_ONNX_KEPT_BYTES,
  MAX_PICKLE_BYTES,
  MAX_PICKLE_DEPTH,
  MAX_PICKLE_HEAP_BYTES,
  MAX_PICKLE_INTEGER_BYTES,
  MAX_PICKLE_STEPS,
  MAX_SAFETENSORS_HEADER_BYTES,
  MAX_STRUCTURE_RATIO,
  MAX_TAR_EXTENSION_BYTES,
  MAX_TENSORS,
  MAX_TENSOR_NAME_LENGTH,
  MAX_TFJS_MODEL_BYTES,
  MAX_TFJS_SHARDS,
  MAX_TFLITE_ITEMS,
  MAX_TF_BLOCK_BYTES,
  MAX_TF_INDEX_BYTES,
  MAX_TF_OBJECT_GRAPH_BYTES,
  MAX_TF_SHARDS,
  MAX_UNCHECKED_INFLATION_BYTES,
  MAX_UNCHECKED_STRUCTURE_BYTES,
  MAX_ZARR_CHUNKS,
  MAX_ZARR_CHUNK_BYTES,
  MAX_ZARR_METADATA_BYTES,
  MAX_ZIP_DIRECTORY_BYTES,
  MAX_ZIP_ENTRIES
} from "./chunk-JXTWGQ7Y.js";
import {
  FormatError,
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/formats/refusal.ts
var CURE = "The file is damaged, was cut short, or was made to mislead: write or copy it again";
function refusalOf(claim, usualCure = CURE) {
  return (fileName, code, problem, { cure = usualCure, ...details } = {}) => new FormatError({ code, subject: fileName, problem: `${claim}, ${problem}`, cure, details });
}
function quote(text) {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}\u2026` : text);
}

// src/formats/shape.ts
function elementCount(shape) {
  return shape.reduce((product, dimension) => product * dimension, 1);
}
function exactBytes(shape, elementBytes) {
  return shape.reduce((product, dimension) => product * BigInt(dimension), BigInt(elementBytes));
}
function showShape(shape) {
  return `[${shape.slice(0, 8).join(", ")}]`;
}
function sameShape(a, b) {
  return a.length === b.length && a.every((dimension, axis) => dimension === b[axis]);
}

// src/sources/lfs-pointer.ts
var VERSION_LINE = "version https://git-lfs.github.com/spec/v1\n";
var POINTER = /^(?:ext-[^\n]*\n)*oid sha256:[0-9a-f]{64}\nsize (?<sizeBytes>\d{1,15})\n?$/;
function refuseLfsPointer(name, head) {
  if (head.length > MAX_LFS_POINTER_BYTES) return;
  const text = new TextDecoder("latin1").decode(head);
  if (!text.startsWith(VERSION_LINE)) return;
  const sizeBytes = POINTER.exec(text.slice(VERSION_LINE.length))?.groups?.["sizeBytes"];
  if (sizeBytes === void 0) return;
  throw new SourceError({
    code: "GIT_LFS_POINTER",
    subject: name,
    problem: `is a git-LFS pointer to a file of ${sizeBytes} bytes, not the file itself`,
    cure: "Fetch it: set `lfs: true` on actions/checkout, or run `git lfs pull`",
    details: { sizeBytes: Number(sizeBytes) }
  });
}

// src/formats/numpy/dtype-names.ts
var NUMPY_DTYPE_NAMES = /* @__PURE__ */ new Map([
  ["float16", "F16"],
  ["float32", "F32"],
  ["float64", "F64"],
  ["bfloat16", "BF16"],
  ["float8_e4m3fn", "F8_E4M3"],
  ["float8_e5m2", "F8_E5M2"],
  ["int8", "I8"],
  ["int16", "I16"],
  ["int32", "I32"],
  ["int64", "I64"],
  ["uint8", "U8"],
  ["uint16", "U16"],
  ["uint32", "U32"],
  ["uint64", "U64"],
  ["bool", "BOOL"]
]);
var NUMPY_DTYPE_CODES = /* @__PURE__ */ new Map([
  ["f2", "F16"],
  ["f4", "F32"],
  ["f8", "F64"],
  ["i1", "I8"],
  ["i2", "I16"],
  ["i4", "I32"],
  ["i8", "I64"],
  ["u1", "U8"],
  ["u2", "U16"],
  ["u4", "U32"],
  ["u8", "U64"],
  ["b1", "BOOL"]
]);

// src/formats/segments.ts
function findOverlap(spans) {
  const ordered = spans.toSorted((a, b) => a.startByte - b.startByte || a.endByte - b.endByte);
  for (const [i, span] of ordered.entries()) {
    const before = ordered[i - 1];
    if (before === void 0 || before.endByte <= span.startByte) continue;
    if (before.startByte !== span.startByte || before.endByte !== span.endByte) return { before, span };
  }
  return void 0;
}
async function readSegments(segments, target, options) {
  let filled = 0;
  for (const { source, startByte, endByte } of segments) {
    const part = target.subarray(filled, filled + endByte - startByte);
    if (part.length > 0) await source.readInto(startByte, part, options);
    filled += part.length;
  }
}
function segmentsKey(segments) {
  return segments.map(({ source, startByte, endByte }) => `${source.name}:${startByte}:${endByte}`).join("|");
}
function segmentsBytes(segments) {
  return segments.reduce((sum, { startByte, endByte }) => sum + endByte - startByte, 0);
}

// src/formats/flax/refuse.ts
var refuse = refusalOf("as Flax msgpack");

// src/formats/flax/array-value.ts
var NDARRAY = 1;
var NUMPY_SCALAR = 3;
var CHUNKED_KEY = "__msgpack_chunked_array__";
function isArrayHead(head) {
  return head.kind === "extension" && (head.type === NDARRAY || head.type === NUMPY_SCALAR);
}
var ArrayValueReader = class {
  #source;
  #cursor;
  #startByte = 0;
  constructor(source, cursor) {
    this.#source = source;
    this.#cursor = cursor;
  }
  /**
   * The array in an extension of that many bytes.
   *
   * @throws FormatError `BAD_TENSOR`
   */
  async array(bytes) {
    this.#startByte = this.#cursor.atByte;
    return this.#checked(await this.#content(bytes));
  }
  /**
   * The array in a map of `count` members, the first of which has announced it: true, then the shape and the chunks,
   * both as maps from 0, 1, ….
   *
   * @throws FormatError `BAD_TENSOR`
   */
  async chunkedArray(count) {
    this.#startByte = this.#cursor.atByte;
    const mark = await this.#cursor.head();
    if (count !== 3 || mark.kind !== "boolean" || !mark.value) throw this.#bad("is no shape and chunks");
    const shape = await this.#list("shape", MAX_DIMENSIONS, () => this.#dimension());
    const chunks = await this.#list("chunks", MAX_TENSORS, async () => {
      const head = await this.#cursor.head();
      if (!isArrayHead(head)) throw this.#bad("has a chunk that is no array");
      return this.#checked(await this.#content(head.bytes));
    });
    const dtype = chunks[0]?.dtype;
    if (dtype === void 0 || chunks.some((chunk) => chunk.dtype !== dtype)) {
      throw this.#bad("has no chunks, or chunks of different dtypes");
    }
    return this.#checked({ shape, dtype, segments: chunks.flatMap(({ segments }) => segments) });
  }
  /** A shape, the name of a dtype, and the elements. */
  async #content(bytes) {
    const endByte = this.#cursor.atByte + bytes;
    const tuple = await this.#cursor.head();
    if (tuple.kind !== "array" || tuple.count !== 3) throw this.#bad("is no shape, dtype and elements");
    const dimensions = await this.#cursor.head();
    if (dimensions.kind !== "array" || dimensions.count > MAX_DIMENSIONS) throw this.#bad("has no shape");
    const shape = [];
    while (shape.length < dimensions.count) shape.push(await this.#dimension());
    const name = await this.#cursor.head();
    if (name.kind !== "text") throw this.#bad("has no dtype");
    const dtype = await this.#cursor.text(name.bytes);
    const elements = await this.#cursor.head();
    if (elements.kind !== "binary") throw this.#bad("has no elements");
    const startByte = this.#cursor.atByte;
    this.#cursor.skip(elements.bytes);
    if (this.#cursor.atByte !== endByte)
      throw this.#bad(`does not fill the ${bytes} bytes that it is said to`);
    return { shape, dtype, segments: [{ source: this.#source, startByte, endByte }] };
  }
  async #dimension() {
    const head = await this.#cursor.head();
    if (head.kind !== "integer" || head.value < 0n || head.value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw this.#bad("has a dimension that is none");
    }
    return Number(head.value);
  }
  /** A member that is a map and stands for a list: its keys are 0, 1, … in order. */
  async #list(name, mostItems, readItem) {
    if (await this.#key() !== name) throw this.#bad(`has no ${name} where it belongs`);
    const head = await this.#cursor.head();
    if (head.kind !== "map" || head.count > mostItems) throw this.#bad(`has a ${name} that is no list`);
    const items = [];
    while (items.length < head.count) {
      if (await this.#key() !== `${items.length}`) throw this.#bad(`has a ${name} that is out of order`);
      items.push(await readItem());
    }
    return items;
  }
  async #key() {
    const head = await this.#cursor.head();
    return head.kind === "text" ? await this.#cursor.text(head.bytes) : void 0;
  }
  /** An array whose dtype is known fills its bytes exactly. */
  #checked(array) {
    const dtype = NUMPY_DTYPE_NAMES.get(array.dtype);
    const bytes = segmentsBytes(array.segments);
    if (dtype !== void 0 && exactBytes(array.shape, bytesPerElement(dtype)) !== BigInt(bytes)) {
      const shape = showShape(array.shape);
      throw this.#bad(`of shape ${shape} and dtype ${array.dtype} cannot lie in ${bytes} bytes`);
    }
    return array;
  }
  #bad(problem) {
    return refuse(this.#source.name, "BAD_TENSOR", `the array at byte ${this.#startByte} ${problem}`, {
      offsetBytes: this.#startByte
    });
  }
};

// src/formats/file-window.ts
var FileWindow = class {
  #source;
  #bounds;
  #options;
  bytes = new Uint8Array();
  /** Where in the file `bytes` begin. */
  startByte = 0;
  constructor(source, bounds, options) {
    this.#source = source;
    this.#bounds = bounds;
    this.#options = options;
  }
  holds(startByte, endByte) {
    return startByte >= this.startByte && endByte <= this.startByte + this.bytes.length;
  }
  /** Those bytes, or as many of them as there are; valid until more is read. */
  async take(startByte, endByte) {
    if (!this.holds(startByte, endByte)) await this.fill(startByte, endByte);
    return this.bytes.subarray(startByte - this.startByte, endByte - this.startByte);
  }
  /** Holds those bytes, or as many of them as there are. */
  async fill(startByte, endByte) {
    const { firstBytes, mostBytes, nearBytes = 0, lastByte = this.#source.sizeBytes } = this.#bounds;
    const distance = startByte - this.startByte - this.bytes.length;
    const isNear = startByte >= this.startByte && distance <= nearBytes;
    const grown = isNear ? Math.min(2 * this.bytes.length, mostBytes) : 0;
    const wanted = Math.max(grown, firstBytes, endByte - startByte);
    const bytes = new Uint8Array(Math.min(wanted, lastByte - startByte));
    await this.#source.readInto(startByte, bytes, this.#options);
    this.bytes = bytes;
    this.startByte = startByte;
  }
};

// src/formats/flax/msgpack-cursor.ts
var WINDOW = { firstBytes: 4 * 1024, mostBytes: 256 * 1024 };
var MOST_HEAD_BYTES = 9;
var UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var MsgpackCursor = class {
  #source;
  #window;
  #atByte = 0;
  #valueCount = 0;
  constructor(source, options) {
    this.#source = source;
    this.#window = new FileWindow(source, WINDOW, options);
  }
  /** The byte of the file that comes next. */
  get atByte() {
    return this.#atByte;
  }
  /**
   * Reads what the next value is and moves to its content.
   *
   * @throws FormatError `TRUNCATED` when its content or as many members as it claims cannot follow, `BAD_MSGPACK` for
   * the one byte that begins no value, `TOO_MANY_VALUES`.
   */
  async head() {
    const startByte = this.#atByte;
    if (++this.#valueCount > MAX_MSGPACK_VALUES) {
      throw this.#refuse("TOO_MANY_VALUES", `it holds more than ${MAX_MSGPACK_VALUES} values`, startByte);
    }
    await this.#window.take(startByte, startByte + MOST_HEAD_BYTES);
    const head = this.#readHead(this.#uint(1));
    if (head === void 0) {
      throw this.#refuse("BAD_MSGPACK", `the value at byte ${startByte} is of no type`, startByte);
    }
    const leastBytes = "bytes" in head ? head.bytes : "count" in head ? head.count * (head.kind === "map" ? 2 : 1) : 0;
    if (leastBytes > this.#source.sizeBytes - this.#atByte) {
      const problem = `the ${head.kind} at byte ${startByte} needs ${leastBytes} bytes or more, and ${this.#source.sizeBytes - this.#atByte} follow`;
      throw this.#refuse("TRUNCATED", problem, startByte);
    }
    return head;
  }
  /**
   * Reads the text whose head came last.
   *
   * @throws FormatError `BAD_TEXT` when it is not UTF-8 or longer than any name.
   */
  async text(bytes) {
    const startByte = this.#atByte;
    if (bytes > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the text at byte ${startByte} has ${bytes} bytes, and names have at most ${MAX_TENSOR_NAME_LENGTH}`;
      throw this.#refuse("BAD_TEXT", problem, startByte);
    }
    const text = await this.#window.take(startByte, startByte + bytes);
    this.#atByte += bytes;
    try {
      return UTF8.decode(text);
    } catch {
      throw this.#refuse("BAD_TEXT", `the text at byte ${startByte} is not UTF-8`, startByte);
    }
  }
  /** Moves on without reading; the head said that as many bytes follow. */
  skip(bytes) {
    this.#atByte += bytes;
  }
  #readHead(type) {
    if (type < 128) return { kind: "integer", value: BigInt(type) };
    if (type < 144) return { kind: "map", count: type & 15 };
    if (type < 160) return { kind: "array", count: type & 15 };
    if (type < 192) return { kind: "text", bytes: type & 31 };
    if (type >= 224) return { kind: "integer", value: BigInt(type - 256) };
    switch (type) {
      case 192:
        return { kind: "nil" };
      case 194:
      case 195:
        return { kind: "boolean", value: type === 195 };
      case 196:
      case 197:
      case 198:
        return { kind: "binary", bytes: this.#uint(2 ** (type - 196)) };
      case 199:
      case 200:
      case 201: {
        const bytes = this.#uint(2 ** (type - 199));
        return { kind: "extension", bytes, type: this.#uint(1) };
      }
      case 202:
      case 203:
        this.#uint(type === 202 ? 4 : 8);
        return { kind: "float" };
      case 204:
      case 205:
      case 206:
      case 207:
        return { kind: "integer", value: this.#bigUint(2 ** (type - 204)) };
      case 208:
      case 209:
      case 210:
      case 211: {
        const bytes = 2 ** (type - 208);
        return { kind: "integer", value: BigInt.asIntN(8 * bytes, this.#bigUint(bytes)) };
      }
      case 212:
      case 213:
      case 214:
      case 215:
      case 216:
        return { kind: "extension", bytes: 2 ** (type - 212), type: this.#uint(1) };
      case 217:
      case 218:
      case 219:
        return { kind: "text", bytes: this.#uint(2 ** (type - 217)) };
      case 220:
      case 221:
        return { kind: "array", count: this.#uint(2 ** (type - 219)) };
      case 222:
      case 223:
        return { kind: "map", count: this.#uint(2 ** (type - 221)) };
      default:
        return void 0;
    }
  }
  #uint(bytes) {
    return Number(this.#bigUint(bytes));
  }
  /** The big-endian number that comes next, in the stretch that is held. */
  #bigUint(bytes) {
    const startByte = this.#atByte;
    if (!this.#window.holds(startByte, startByte + bytes)) {
      throw this.#refuse("TRUNCATED", `it ends inside the value at byte ${startByte}`, startByte);
    }
    let value = 0n;
    const from = startByte - this.#window.startByte;
    for (const byte of this.#window.bytes.subarray(from, from + bytes)) value = value << 8n | BigInt(byte);
    this.#atByte += bytes;
    return value;
  }
  #refuse(code, problem, offsetBytes) {
    return refuse(this.#source.name, code, problem, { offsetBytes });
  }
};

// src/formats/flax/collect-arrays.ts
var OPTIMIZER_KEY = "opt_state";
async function collectArrays(source, options) {
  const tensors = [];
  const cursor = new MsgpackCursor(source, options);
  const arrays = new ArrayValueReader(source, cursor);
  const bad3 = (code, problem, offsetBytes) => refuse(source.name, code, problem, { offsetBytes });
  await walk([]);
  const left = source.sizeBytes - cursor.atByte;
  if (left > 0) throw bad3("BAD_LAYOUT", `${left} bytes follow its only value`, cursor.atByte);
  return tensors;
  async function walk(path) {
    const startByte = cursor.atByte;
    if (path.length > MAX_MSGPACK_DEPTH) {
      throw bad3("TOO_DEEP", `it nests deeper than ${MAX_MSGPACK_DEPTH} levels`, startByte);
    }
    const head = await cursor.head();
    if (head.kind === "map") {
      await walkMap(head.count, path);
    } else if (head.kind === "array") {
      for (let i = 0; i < head.count; i++) await walk([...path, `${i}`]);
    } else if (isArrayHead(head)) {
      add(path, await arrays.array(head.bytes), startByte);
    } else if ("bytes" in head) {
      cursor.skip(head.bytes);
    }
  }
  async function walkMap(count, path) {
    const keys = /* @__PURE__ */ new Set();
    for (let i = 0; i < count; i++) {
      const startByte = cursor.atByte;
      const key = await readKey();
      if (key === CHUNKED_KEY && i === 0) {
        add(path, await arrays.chunkedArray(count), startByte);
        return;
      }
      if (keys.has(key)) throw bad3("DUPLICATE_NAME", `it holds the name ${quote(key)} twice`, startByte);
      keys.add(key);
      await walk([...path, key]);
    }
  }
  async function readKey() {
    const startByte = cursor.atByte;
    const head = await cursor.head();
    if (head.kind === "text") return await cursor.text(head.bytes);
    if (head.kind === "integer") return `${head.value}`;
    throw bad3("BAD_MSGPACK", `the ${head.kind} at byte ${startByte} is no key`, startByte);
  }
  function add(path, { shape, dtype, segments }, startByte) {
    const name = path.join(".");
    if (name.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name of the array at byte ${startByte} is longer than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw bad3("BAD_TEXT", problem, startByte);
    }
    if (tensors.length === MAX_TENSORS) {
      throw bad3("TOO_MANY_TENSORS", `it holds more than ${MAX_TENSORS} arrays`, startByte);
    }
    const known = NUMPY_DTYPE_NAMES.get(dtype);
    tensors.push({
      name,
      dtype: known ?? dtype,
      shape,
      kernelLayout: "hwio",
      storageKey: segmentsKey(segments),
      sizeBytes: known === void 0 ? 0 : segmentsBytes(segments),
      ...path[0] === OPTIMIZER_KEY && { unfit: "the state of an optimizer is not weights" },
      readInto: async (target, readOptions) => {
        if (known === void 0)
          throw bad3("BAD_TENSOR", `${quote(name)} is of ${dtype}, not numbers`, startByte);
        await readSegments(segments, target, readOptions);
      }
    });
  }
}

// src/formats/flax/head.ts
var NAME = /^[\p{L}\p{N}_$][\p{L}\p{N}\p{P}\p{S} ]*$/u;
function mapHeadBytes(type) {
  if (type > 128 && type < 144) return 1;
  if (type === 222) return 3;
  return type === 223 ? 5 : void 0;
}
function looksLikeFlax(head) {
  const keyAt = mapHeadBytes(head[0] ?? 0);
  if (keyAt === void 0) return false;
  const type = head[keyAt] ?? 0;
  const isShort = type > 160 && type < 192;
  if (!isShort && type !== 217) return false;
  const length = isShort ? type & 31 : head[keyAt + 1] ?? 0;
  const startByte = keyAt + (isShort ? 1 : 2);
  const key = head.subarray(startByte, startByte + length);
  return key.length === length && NAME.test(new TextDecoder().decode(key));
}

// src/formats/flax/flax.ts
var flax = {
  name: "flax",
  suffixes: [".msgpack"],
  recognises: looksLikeFlax,
  readTensors: async (source, options) => ({
    order: "stored",
    tensors: await collectArrays(source, options)
  })
};

// src/formats/head.ts
var HEAD_BYTES = 1024;
function readHead(source, options, mostBytes = HEAD_BYTES) {
  return readBytes(source, 0, Math.min(mostBytes, source.sizeBytes), options);
}
function startsWith(bytes, signature, at = 0) {
  return signature.every((byte, i) => bytes[at + i] === byte);
}

// src/formats/gguf/blocks.ts
var BLOCK = 32;
var PAIRS = BLOCK / 2;
var NOTHING = -0;
var NONLINEAR_LEVELS = [
  -127,
  -104,
  -83,
  -65,
  -49,
  -35,
  -22,
  -10,
  1,
  13,
  25,
  38,
  53,
  69,
  89,
  113
];
var TWICE_E2M1 = [0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12];
function half(bytes, at) {
  return halfToNumber(bytes.getUint16(at, true));
}
function decodeQ4(variant) {
  const nibblesAt = variant === 0 ? 2 : 4;
  return (bytes, at, values, valuesAt) => {
    const scale = half(bytes, at);
    const middle = variant === 0 ? 8 : 0;
    const least = variant === 0 ? NOTHING : half(bytes, at + 2);
    for (let i = 0; i < PAIRS; i++) {
      const pair = bytes.getUint8(at + nibblesAt + i);
      values[valuesAt + i] = scale * ((pair & 15) - middle) + least;
      values[valuesAt + PAIRS + i] = scale * ((pair >> 4) - middle) + least;
    }
  };
}
function decodeQ5(variant) {
  const highBitsAt = variant === 0 ? 2 : 4;
  const nibblesAt = highBitsAt + 4;
  return (bytes, at, values, valuesAt) => {
    const scale = half(bytes, at);
    const middle = variant === 0 ? 16 : 0;
    const least = variant === 0 ? NOTHING : half(bytes, at + 2);
    const highBits = bytes.getUint32(at + highBitsAt, true);
    for (let i = 0; i < PAIRS; i++) {
      const pair = bytes.getUint8(at + nibblesAt + i);
      const low = pair & 15 | (highBits >>> i & 1) << 4;
      const high = pair >> 4 | (highBits >>> PAIRS + i & 1) << 4;
      values[valuesAt + i] = scale * (low - middle) + least;
      values[valuesAt + PAIRS + i] = scale * (high - middle) + least;
    }
  };
}
var decodeQ8 = (bytes, at, values, valuesAt) => {
  const scale = half(bytes, at);
  for (let i = 0; i < BLOCK; i++) values[valuesAt + i] = scale * bytes.getInt8(at + 2 + i);
};
var decodeIq4Nl = (bytes, at, values, valuesAt) => {
  decodeLevels(half(bytes, at), NONLINEAR_LEVELS, bytes, at + 2, values, valuesAt);
};
var decodeMxfp4 = (bytes, at, values, valuesAt) => {
  const twiceScale = 2 ** (bytes.getUint8(at) - 127);
  decodeLevels(twiceScale / 2, TWICE_E2M1, bytes, at + 1, values, valuesAt);
};
function decodeLevels(scale, levels, bytes, at, values, valuesAt) {
  for (let i = 0; i < PAIRS; i++) {
    const pair = bytes.getUint8(at + i);
    values[valuesAt + i] = scale * levels[pair & 15];
    values[valuesAt + PAIRS + i] = scale * levels[pair >> 4];
  }
}

// src/formats/gguf/super-blocks.ts
var SUPER_BLOCK = 256;
var decodeQ2K = (bytes, at, values, valuesAt) => {
  const weightsAt = at + 16;
  const scale = half(bytes, at + 80);
  const minimum = half(bytes, at + 82);
  for (let group = 0; group < 16; group++) {
    const packed = bytes.getUint8(at + group);
    const groupScale = scale * (packed & 15);
    const groupMinimum = minimum * (packed >> 4);
    const { byte, shift } = twoBitGroup(group);
    for (let i = 0; i < 16; i++) {
      const q = bytes.getUint8(weightsAt + byte + i) >> shift & 3;
      values[valuesAt + 16 * group + i] = groupScale * q - groupMinimum;
    }
  }
};
var decodeQ3K = (bytes, at, values, valuesAt) => {
  const weightsAt = at + 32;
  const scalesAt = at + 96;
  const scale = half(bytes, at + 108);
  for (let group = 0; group < 16; group++) {
    const low = bytes.getUint8(scalesAt + group % 8) >> (group < 8 ? 0 : 4) & 15;
    const high = bytes.getUint8(scalesAt + 8 + group % 4) >> 2 * (group >> 2) & 3;
    const groupScale = scale * ((low | high << 4) - 32);
    const { byte, shift } = twoBitGroup(group);
    const thirdBit = group >> 1;
    for (let i = 0; i < 16; i++) {
      const q = bytes.getUint8(weightsAt + byte + i) >> shift & 3;
      const hasThird = bytes.getUint8(at + 16 * (group % 2) + i) >> thirdBit & 1;
      values[valuesAt + 16 * group + i] = groupScale * (q - (hasThird === 1 ? 0 : 4));
    }
  }
};
function twoBitGroup(group) {
  return { byte: 32 * (group >> 3) + 16 * (group % 2), shift: 2 * (group % 8 >> 1) };
}
var decodeQ4K = (bytes, at, values, valuesAt) => {
  decodeFourBits(bytes, at, at + 16, void 0, values, valuesAt);
};
var decodeQ5K = (bytes, at, values, valuesAt) => {
  decodeFourBits(bytes, at, at + 48, at + 16, values, valuesAt);
};
function decodeFourBits(bytes, at, nibblesAt, fifthBitsAt, values, valuesAt) {
  const scale = half(bytes, at);
  const minimum = half(bytes, at + 2);
  for (let group = 0; group < 8; group++) {
    const sixBits = scaleAndMinimum(bytes, at + 4, group);
    const groupScale = scale * sixBits.scale;
    const groupMinimum = minimum * sixBits.minimum;
    const nibbles = nibblesAt + 32 * (group >> 1);
    const shift = group % 2 === 0 ? 0 : 4;
    for (let i = 0; i < 32; i++) {
      const low = bytes.getUint8(nibbles + i) >> shift & 15;
      const fifth = fifthBitsAt === void 0 ? 0 : bytes.getUint8(fifthBitsAt + i) >> group & 1;
      values[valuesAt + 32 * group + i] = groupScale * (low | fifth << 4) - groupMinimum;
    }
  }
}
function scaleAndMinimum(bytes, at, group) {
  const first = bytes.getUint8(at + group % 4);
  const second = bytes.getUint8(at + 4 + group % 4);
  if (group < 4) return { scale: first & 63, minimum: second & 63 };
  const lowBits = bytes.getUint8(at + 4 + group);
  return {
    scale: lowBits & 15 | first >> 6 << 4,
    minimum: lowBits >> 4 | second >> 6 << 4
  };
}
var decodeQ6K = (bytes, at, values, valuesAt) => {
  const scalesAt = at + 192;
  const scale = half(bytes, at + 208);
  for (let group = 0; group < 16; group++) {
    const part = group >> 3;
    const row = group % 8 >> 1;
    const column = 16 * (group % 2);
    const lowAt = at + 64 * part + 32 * (row % 2) + column;
    const highAt = at + 128 + 32 * part + column;
    const lowShift = row < 2 ? 0 : 4;
    const groupScale = scale * bytes.getInt8(scalesAt + group);
    for (let i = 0; i < 16; i++) {
      const low = bytes.getUint8(lowAt + i) >> lowShift & 15;
      const high = bytes.getUint8(highAt + i) >> 2 * row & 3;
      values[valuesAt + 16 * group + i] = groupScale * ((low | high << 4) - 32);
    }
  }
};
var decodeIq4Xs = (bytes, at, values, valuesAt) => {
  const scale = half(bytes, at);
  const highBits = bytes.getUint16(at + 2, true);
  for (let group = 0; group < SUPER_BLOCK / 32; group++) {
    const low = bytes.getUint8(at + 4 + (group >> 1)) >> 4 * (group % 2) & 15;
    const high = highBits >> 2 * group & 3;
    const groupScale = scale * ((low | high << 4) - 32);
    decodeLevels(groupScale, NONLINEAR_LEVELS, bytes, at + 8 + 16 * group, values, valuesAt + 32 * group);
  }
};

// src/formats/gguf/gguf-types.ts
var plain = (name, blockBytes) => ({
  kind: "plain",
  name,
  blockElements: 1,
  blockBytes
});
var blocks = (name, blockElements, blockBytes, decode4) => ({
  kind: "blocks",
  name,
  blockElements,
  blockBytes,
  decode: decode4
});
var opaque = (name, blockElements, blockBytes) => ({
  kind: "opaque",
  name,
  blockElements,
  blockBytes
});
var TYPES = /* @__PURE__ */ new Map([
  [0, plain("F32", 4)],
  [1, plain("F16", 2)],
  [2, blocks("Q4_0", 32, 18, decodeQ4(0))],
  [3, blocks("Q4_1", 32, 20, decodeQ4(1))],
  [6, blocks("Q5_0", 32, 22, decodeQ5(0))],
  [7, blocks("Q5_1", 32, 24, decodeQ5(1))],
  [8, blocks("Q8_0", 32, 34, decodeQ8)],
  // What ggml makes of activations while it computes; no file should hold it.
  [9, opaque("Q8_1", 32, 36)],
  [10, blocks("Q2_K", 256, 84, decodeQ2K)],
  [11, blocks("Q3_K", 256, 110, decodeQ3K)],
  [12, blocks("Q4_K", 256, 144, decodeQ4K)],
  [13, blocks("Q5_K", 256, 176, decodeQ5K)],
  [14, blocks("Q6_K", 256, 210, decodeQ6K)],
  // As Q8_1.
  [15, opaque("Q8_K", 256, 292)],
  [16, opaque("IQ2_XXS", 256, 66)],
  [17, opaque("IQ2_XS", 256, 74)],
  [18, opaque("IQ3_XXS", 256, 98)],
  [19, opaque("IQ1_S", 256, 50)],
  [20, blocks("IQ4_NL", 32, 18, decodeIq4Nl)],
  [21, opaque("IQ3_S", 256, 110)],
  [22, opaque("IQ2_S", 256, 82)],
  [23, blocks("IQ4_XS", 256, 136, decodeIq4Xs)],
  [24, plain("I8", 1)],
  [25, plain("I16", 2)],
  [26, plain("I32", 4)],
  [27, plain("I64", 8)],
  [28, plain("F64", 8)],
  [29, opaque("IQ1_M", 256, 56)],
  [30, plain("BF16", 2)],
  [34, opaque("TQ1_0", 256, 54)],
  [35, opaque("TQ2_0", 256, 66)],
  [39, blocks("MXFP4", 32, 17, decodeMxfp4)],
  [40, opaque("NVFP4", 64, 36)]
]);
function ggmlType(number) {
  return TYPES.get(number);
}

// src/formats/gguf/refuse.ts
var refuse2 = refusalOf("as GGUF");

// src/formats/gguf/header-cursor.ts
var WINDOW2 = { firstBytes: 64 * 1024, mostBytes: 4 * 1024 * 1024, nearBytes: Number.POSITIVE_INFINITY };
var HeaderCursor = class {
  #source;
  #window;
  #atByte = 0;
  constructor(source, options) {
    this.#source = source;
    this.#window = new FileWindow(source, WINDOW2, options);
  }
  /** The byte of the file that comes next. */
  get atByte() {
    return this.#atByte;
  }
  /** Bytes of the file from here on. */
  get remainingBytes() {
    return this.#source.sizeBytes - this.#atByte;
  }
  async uint32(what) {
    return (await this.#take(4, what)).getUint32(0, true);
  }
  async uint64(what) {
    return (await this.#take(8, what)).getBigUint64(0, true);
  }
  /** @param bytes at most `MAX_TENSOR_NAME_LENGTH`, which the caller has made sure of. */
  async text(bytes, what) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await this.#take(bytes, what));
  }
  /**
   * A number of things that follow.
   *
   * @param leastBytes that each of them takes: a count for which the file is too short is refused before any loop.
   */
  async count(leastBytes, what) {
    const startByte = this.#atByte;
    const count = await this.uint64(what);
    if (count * BigInt(leastBytes) > BigInt(this.remainingBytes)) {
      const problem = `${what} is said to be ${count}, and only ${this.remainingBytes} bytes follow`;
      throw refuse2(this.#source.name, "TRUNCATED", problem, { offsetBytes: startByte });
    }
    return Number(count);
  }
  skip(bytes, what) {
    this.#require(bytes, what);
    this.#atByte += bytes;
  }
  /** The next bytes; moves past them. */
  async #take(bytes, what) {
    this.#require(bytes, what);
    const endByte = this.#atByte + bytes;
    const { buffer, byteOffset } = await this.#window.take(this.#atByte, endByte);
    this.#atByte = endByte;
    return new DataView(buffer, byteOffset, bytes);
  }
  #require(bytes, what) {
    if (bytes > this.remainingBytes) {
      throw refuse2(this.#source.name, "TRUNCATED", `it ends inside ${what}`, { offsetBytes: this.#atByte });
    }
    if (this.#atByte + bytes > MAX_GGUF_HEADER_BYTES) {
      const problem = `its header is longer than ${MAX_GGUF_HEADER_BYTES} bytes`;
      throw refuse2(this.#source.name, "HEADER_TOO_LARGE", problem, { offsetBytes: this.#atByte });
    }
  }
};

// src/formats/gguf/header.ts
var MAGIC = 1179993927;
var VERSIONS = [2, 3];
var ALIGNMENT_KEY = "general.alignment";
var DEFAULT_ALIGNMENT = 32;
var UINT32 = 4;
var STRING = 8;
var ARRAY = 9;
var VALUE_BYTES = /* @__PURE__ */ new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [UINT32, 4],
  [5, 4],
  [6, 4],
  [7, 1],
  [10, 8],
  [11, 8],
  [12, 8]
]);
var LEAST_METADATA_BYTES = 8 + 4 + 1;
var LEAST_TENSOR_BYTES = 8 + 4 + 4 + 8;
var LENGTH_BYTES = 8;
var ARRAY_HEAD_BYTES = 4 + 8;
async function readHeader(source, options) {
  const cursor = new HeaderCursor(source, options);
  await readVersion(source, cursor);
  const tensorsAtByte = cursor.atByte;
  const tensorCount = await cursor.count(LEAST_TENSOR_BYTES, "the number of tensors");
  if (tensorCount > MAX_GGUF_TENSORS) {
    const problem = `it lists ${tensorCount} tensors, more than ${MAX_GGUF_TENSORS}`;
    throw refuse2(source.name, "TOO_MANY_TENSORS", problem, { offsetBytes: tensorsAtByte });
  }
  const metadataCount = await cursor.count(LEAST_METADATA_BYTES, "the number of metadata");
  const alignment = await readAlignment(source, cursor, metadataCount);
  const tensors = [];
  for (let i = 0; i < tensorCount; i++) tensors.push(await readTensorInfo(source, cursor));
  return { tensors, alignment, dataStartByte: Math.ceil(cursor.atByte / alignment) * alignment };
}
async function readVersion(source, cursor) {
  if (await cursor.uint32("its first word") !== MAGIC) {
    throw refuse2(source.name, "NOT_GGUF", "it does not begin with GGUF", { offsetBytes: 0 });
  }
  const version = await cursor.uint32("its version");
  if (VERSIONS.includes(version)) return;
  const converted = "Convert the model again with a current llama.cpp";
  if (version !== 0 && (version & 65535) === 0) {
    const problem2 = "it is big-endian, and only little-endian files can be read";
    throw refuse2(source.name, "BIG_ENDIAN", problem2, { cure: converted, offsetBytes: 4 });
  }
  const problem = `it has version ${version}, and only ${VERSIONS.join(" and ")} can be read`;
  throw refuse2(source.name, "UNSUPPORTED_VERSION", problem, { cure: converted, offsetBytes: 4 });
}
async function readAlignment(source, cursor, count) {
  let alignment;
  for (let i = 0; i < count; i++) {
    const startByte = cursor.atByte;
    const keyBytes = await cursor.count(1, "the length of a metadata's key");
    const key = keyBytes === ALIGNMENT_KEY.length ? await cursor.text(keyBytes, "a key") : void 0;
    if (key === void 0) cursor.skip(keyBytes, "a metadata's key");
    const type = await cursor.uint32("a metadata's type");
    if (key !== ALIGNMENT_KEY) {
      await skipValue(source, cursor, type, 0);
      continue;
    }
    if (type !== UINT32 || alignment !== void 0) {
      const problem = alignment === void 0 ? "is not a uint32" : "is there twice";
      throw refuse2(source.name, "BAD_METADATA", `${ALIGNMENT_KEY} ${problem}`, { offsetBytes: startByte });
    }
    alignment = await cursor.uint32(ALIGNMENT_KEY);
    if (alignment === 0 || (alignment & alignment - 1) !== 0) {
      const problem = `${ALIGNMENT_KEY} is ${alignment}, not a power of two`;
      throw refuse2(source.name, "BAD_METADATA", problem, { offsetBytes: startByte });
    }
  }
  return alignment ?? DEFAULT_ALIGNMENT;
}
async function skipValue(source, cursor, type, depth) {
  const what = "a metadata's value";
  const valueBytes = VALUE_BYTES.get(type);
  if (valueBytes !== void 0) {
    cursor.skip(valueBytes, what);
  } else if (type === STRING) {
    cursor.skip(await cursor.count(1, "the length of a text"), what);
  } else if (type === ARRAY) {
    await skipArray(source, cursor, depth);
  } else {
    const problem = `metadata of type ${type} is unknown`;
    throw refuse2(source.name, "BAD_METADATA", problem, { offsetBytes: cursor.atByte });
  }
}
async function skipArray(source, cursor, depth) {
  if (depth === MAX_GGUF_ARRAY_DEPTH) {
    const problem = `its metadata has arrays more than ${MAX_GGUF_ARRAY_DEPTH} deep`;
    throw refuse2(source.name, "BAD_METADATA", problem, { offsetBytes: cursor.atByte });
  }
  const type = await cursor.uint32("the type of an array's elements");
  const elementBytes = VALUE_BYTES.get(type);
  const leastBytes = elementBytes ?? (type === ARRAY ? ARRAY_HEAD_BYTES : LENGTH_BYTES);
  const count = await cursor.count(leastBytes, "the number of elements of an array");
  if (elementBytes !== void 0) {
    cursor.skip(count * elementBytes, "an array");
  } else {
    for (let i = 0; i < count; i++) await skipValue(source, cursor, type, depth + 1);
  }
}
async function readTensorInfo(source, cursor) {
  const atByte = cursor.atByte;
  const nameBytes = await cursor.count(1, "the length of a tensor's name");
  if (nameBytes > MAX_TENSOR_NAME_LENGTH) {
    const problem = `a tensor's name has ${nameBytes} bytes, more than ${MAX_TENSOR_NAME_LENGTH}`;
    throw refuse2(source.name, "BAD_TENSOR", problem, { offsetBytes: atByte });
  }
  const name = await cursor.text(nameBytes, "a tensor's name");
  const what = `the description of tensor ${quote(name)}`;
  const dimensions = await cursor.uint32(what);
  if (dimensions > MAX_GGUF_DIMENSIONS) {
    const problem = `tensor ${quote(name)} has ${dimensions} dimensions, more than ${MAX_GGUF_DIMENSIONS}`;
    throw refuse2(source.name, "BAD_TENSOR", problem, { offsetBytes: atByte });
  }
  const fastestFirst = [];
  for (let i = 0; i < dimensions; i++) fastestFirst.push(await cursor.uint64(what));
  const type = await cursor.uint32(what);
  const offset = await cursor.uint64(what);
  return { name, type, shape: fastestFirst.reverse(), offset, atByte };
}

// src/formats/gguf/read-blocks.ts
var CHUNK_BYTES = 32 * 1024 * 1024;
async function readBlocks(source, { blockElements, blockBytes, decode: decode4 }, startByte, target, options) {
  const elements = target.length / Float32Array.BYTES_PER_ELEMENT;
  const isAligned = target.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0;
  const values = isAligned ? new Float32Array(target.buffer, target.byteOffset, elements) : new Float32Array(elements);
  const blocks2 = elements / blockElements;
  const chunkBlocks = Math.min(blocks2, Math.floor(CHUNK_BYTES / blockBytes));
  const chunk = new Uint8Array(chunkBlocks * blockBytes);
  const view = new DataView(chunk.buffer);
  for (let first = 0; first < blocks2; first += chunkBlocks) {
    const count = Math.min(chunkBlocks, blocks2 - first);
    await source.readInto(startByte + first * blockBytes, chunk.subarray(0, count * blockBytes), options);
    for (let i = 0; i < count; i++) decode4(view, i * blockBytes, values, (first + i) * blockElements);
  }
  if (!isAligned) target.set(new Uint8Array(values.buffer));
}

// src/formats/gguf/gguf.ts
var MAGIC2 = [71, 71, 85, 70];
var gguf = {
  name: "gguf",
  suffixes: [".gguf"],
  recognises: (head) => startsWith(head, MAGIC2),
  readTensors
};
async function readTensors(source, options) {
  const header = await readHeader(source, options);
  const names = /* @__PURE__ */ new Set();
  for (const { name, atByte } of header.tensors) {
    if (names.has(name)) {
      throw refuse2(source.name, "DUPLICATE_TENSOR", `it holds two tensors named ${quote(name)}`, {
        offsetBytes: atByte
      });
    }
    names.add(name);
  }
  const tensors = header.tensors.map((info) => place(source, header, info));
  refuseOverlaps(source, tensors);
  return { order: "stored", tensors };
}
function place(source, header, info) {
  const type = ggmlType(info.type);
  const what = `tensor ${quote(info.name)}`;
  if (info.offset % BigInt(header.alignment) !== 0n) {
    const problem = `${what} begins at ${info.offset}, which is no multiple of ${header.alignment}`;
    throw refuse2(source.name, "BAD_TENSOR", problem, { offsetBytes: info.atByte });
  }
  const elements = info.shape.reduce((product, dimension) => product * dimension, 1n);
  const rowElements = info.shape.at(-1) ?? 1n;
  if (type !== void 0 && rowElements % BigInt(type.blockElements) !== 0n) {
    const problem = `${what} has rows of ${rowElements} elements, and ${type.name} needs multiples of ${type.blockElements}`;
    throw refuse2(source.name, "BAD_TENSOR", problem, { offsetBytes: info.atByte });
  }
  const storedBytes = type === void 0 ? 0n : elements / BigInt(type.blockElements) * BigInt(type.blockBytes);
  const startByte = BigInt(header.dataStartByte) + info.offset;
  if (info.shape.some((dimension) => dimension > BigInt(Number.MAX_SAFE_INTEGER))) {
    throw refuse2(source.name, "BAD_TENSOR", `${what} has a dimension of ${info.shape.join(" \xD7 ")}`, {
      offsetBytes: info.atByte
    });
  }
  if (startByte + storedBytes > BigInt(source.sizeBytes)) {
    const problem = `${what} ends at byte ${startByte + storedBytes}, and the file after ${source.sizeBytes}`;
    throw refuse2(source.name, "TRUNCATED", problem, { offsetBytes: info.atByte });
  }
  const span = { startByte: Number(startByte), endByte: Number(startByte + storedBytes) };
  return {
    name: info.name,
    shape: info.shape.map(Number),
    kernelLayout: "oihw",
    storageKey: `${source.name}:${span.startByte}:${span.endByte}`,
    ...span,
    ...content(source, info, type, span, Number(elements))
  };
}
function content(source, info, type, { startByte, endByte }, elements) {
  if (type === void 0) {
    const dtype = `ggml type ${info.type}`;
    const problem = `tensor ${quote(info.name)} is of ${dtype}, which is unknown`;
    return {
      dtype,
      sizeBytes: 0,
      readInto: () => Promise.reject(refuse2(source.name, "BAD_TENSOR", problem, { offsetBytes: info.atByte }))
    };
  }
  if (type.kind === "blocks") {
    return {
      dtype: "F32",
      sizeBytes: elements * Float32Array.BYTES_PER_ELEMENT,
      readInto: (target, options) => readBlocks(source, type, startByte, target, options)
    };
  }
  return {
    dtype: type.name,
    sizeBytes: endByte - startByte,
    readInto: (target, options) => source.readInto(startByte, target, options)
  };
}
function refuseOverlaps(source, tensors) {
  let coveredByte = 0;
  for (const tensor of tensors.toSorted((a, b) => a.startByte - b.startByte)) {
    if (tensor.startByte === tensor.endByte) continue;
    if (tensor.startByte < coveredByte) {
      const problem = `tensor ${quote(tensor.name)} overlaps the tensor before it`;
      throw refuse2(source.name, "BAD_LAYOUT", problem, { offsetBytes: tensor.startByte });
    }
    coveredByte = tensor.endByte;
  }
}

// src/formats/byte-order.ts
function swapBytes(bytes, partBytes) {
  if (partBytes === 1) return;
  for (let start = 0; start + partBytes <= bytes.length; start += partBytes) {
    for (let low = start, high = start + partBytes - 1; low < high; low++, high--) {
      const byte = bytes[low];
      bytes[low] = bytes[high];
      bytes[high] = byte;
    }
  }
}

// src/formats/chunk-grid.ts
function chunkCounts({ shape, chunkShape }) {
  return shape.map((dimension, axis) => Math.ceil(dimension / chunkShape[axis]));
}
function chunkPlace(counts, index) {
  const place2 = counts.map(() => 0);
  let left = index;
  for (let axis = counts.length - 1; axis >= 0; axis--) {
    place2[axis] = left % counts[axis];
    left = Math.floor(left / counts[axis]);
  }
  return place2;
}
function placeChunk(elements, origin, { shape, chunkShape }, elementBytes, target) {
  const extent = shape.map((dimension, axis) => Math.min(chunkShape[axis], dimension - origin[axis]));
  const rowBytes = (extent.at(-1) ?? 1) * elementBytes;
  const rows = elementCount(extent.slice(0, -1));
  const position = extent.map(() => 0);
  for (let row = 0; row < rows; row++) {
    let from = 0;
    let to = 0;
    shape.forEach((dimension, axis) => {
      from = from * chunkShape[axis] + position[axis];
      to = to * dimension + origin[axis] + position[axis];
    });
    target.set(elements.subarray(from * elementBytes, from * elementBytes + rowBytes), to * elementBytes);
    for (let axis = extent.length - 2; axis >= 0 && ++position[axis] === extent[axis]; axis--)
      position[axis] = 0;
  }
}

// src/formats/zip/inflate.ts
var FIRST_PIECE_BYTES = 16 * 1024;
var MOST_PIECE_BYTES = 4 * 1024 * 1024;
var PIECE_GROWTH = 8;
var INFLATION_CURE = "It was made to mislead; if you made it yourself, write it without compression, or raise limits.inflation";
function mostInflatedBytes(storedBytes, options) {
  const { inflation } = options?.limits ?? EXPANSION_LIMITS;
  return Math.max(MAX_UNCHECKED_INFLATION_BYTES, inflation * storedBytes);
}
async function* inflate(pieces, format, refuse16) {
  let failure;
  async function* watched() {
    try {
      yield* pieces;
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    yield* ReadableStream.from(watched()).pipeThrough(new DecompressionStream(format));
  } catch (error) {
    throw failure === void 0 ? refuse16(error) : failure.error;
  }
}
async function inflateWhole(stored, format, bytes, bad3, spareBytes = 0) {
  async function* whole2() {
    yield stored;
  }
  const expanded = new Uint8Array(bytes + spareBytes);
  let filled = 0;
  for await (const piece of inflate(whole2(), format, (cause) => bad3(`is damaged: ${String(cause)}`))) {
    if (filled + piece.length > expanded.length) throw bad3(`expands to more than ${bytes} bytes`);
    expanded.set(piece, filled);
    filled += piece.length;
  }
  return expanded.subarray(0, filled);
}
async function* readPieces(source, startByte, endByte, options) {
  let pieceBytes = FIRST_PIECE_BYTES;
  for (let at = startByte; at < endByte; ) {
    const pieceEndByte = Math.min(endByte, at + pieceBytes);
    yield await readBytes(source, at, pieceEndByte, options);
    at = pieceEndByte;
    pieceBytes = Math.min(PIECE_GROWTH * pieceBytes, MOST_PIECE_BYTES);
  }
}

// src/formats/hdf5/dataspace.ts
var NULL_SPACE = 2;
function readDataspace(cursor) {
  const version = cursor.uint(1);
  const rank = cursor.uint(1);
  cursor.skip(1);
  const type = cursor.uint(1);
  if (version !== 1 && version !== 2) throw cursor.bad(`a shape has the version ${version}`);
  if (rank > MAX_DIMENSIONS) throw cursor.bad(`a shape has ${rank} dimensions`);
  if (version === 1) cursor.skip(4);
  else if (type === NULL_SPACE) return [0];
  return Array.from({ length: rank }, () => cursor.length());
}

// src/formats/hdf5/datatype.ts
var INTEGER = 0;
var FLOAT = 1;
var STRING2 = 3;
var VARIABLE_LENGTH = 9;
var WORDS = [
  "integer",
  "float",
  "time",
  "text",
  "bits",
  "opaque",
  "compound",
  "reference",
  "enumeration",
  "list",
  "array"
];
var FLOATS = /* @__PURE__ */ new Map([
  ["8:11:52", "F64"],
  ["4:8:23", "F32"],
  ["2:5:10", "F16"],
  ["2:8:7", "BF16"]
]);
function readDatatype(cursor) {
  const type = cursor.uint(1) & 15;
  const bits = cursor.uint(3);
  const bytes = cursor.uint(4);
  const opaque2 = { kind: "opaque", bytes, word: WORDS[type] ?? `class ${type}` };
  if (type === STRING2) return { kind: "text", bytes };
  if (type === VARIABLE_LENGTH) return (bits & 15) === 1 ? { kind: "long text", bytes } : opaque2;
  if (type === INTEGER) {
    const dtype2 = integerDtype(bytes, (bits & 8) !== 0);
    return dtype2 === void 0 ? opaque2 : { kind: "number", dtype: dtype2, bytes, isBigEndian: (bits & 1) !== 0 };
  }
  if (type !== FLOAT) return opaque2;
  cursor.skip(2);
  const precision = cursor.uint(2);
  cursor.skip(1);
  const exponentBits = cursor.uint(1);
  cursor.skip(1);
  const fractionBits = cursor.uint(1);
  const dtype = FLOATS.get(`${bytes}:${exponentBits}:${fractionBits}`);
  const isVax = (bits & 64) !== 0;
  if (dtype === void 0 || isVax || precision !== 8 * bytes)
    return { ...opaque2, word: `float${8 * bytes}` };
  return { kind: "number", dtype, bytes, isBigEndian: (bits & 1) !== 0 };
}
function integerDtype(bytes, isSigned) {
  switch (bytes) {
    case 1:
      return isSigned ? "I8" : "U8";
    case 2:
      return isSigned ? "I16" : "U16";
    case 4:
      return isSigned ? "I32" : "U32";
    case 8:
      return isSigned ? "I64" : "U64";
    default:
      return void 0;
  }
}

// src/formats/hdf5/filters.ts
var DEFLATE = 1;
var SHUFFLE = 2;
var FLETCHER32 = 3;
var CHECKSUM_BYTES = 4;
var FIRST_NAMED = 256;
function readFilters(cursor) {
  const version = cursor.uint(1);
  const count = cursor.uint(1);
  if (version !== 1 && version !== 2 || count > MAX_HDF5_FILTERS) {
    throw cursor.bad(`an array has ${count} filters, listed in version ${version}`);
  }
  if (version === 1) cursor.skip(6);
  return Array.from({ length: count }, () => {
    const id = cursor.uint(2);
    const nameBytes = version === 1 || id >= FIRST_NAMED ? cursor.uint(2) : 0;
    cursor.skip(2);
    const valueCount = cursor.uint(2);
    cursor.skip(version === 1 ? 8 * Math.ceil(nameBytes / 8) : nameBytes);
    const values = Array.from({ length: valueCount }, () => cursor.uint(4));
    if (version === 1 && valueCount % 2 === 1) cursor.skip(4);
    return { id, values };
  });
}
function unknownFilter(filters) {
  return filters.find(({ id }) => id !== DEFLATE && id !== SHUFFLE && id !== FLETCHER32)?.id;
}
async function undoFilters(file, filters, skipped, stored, bytes, startByte) {
  const bad3 = (problem) => file.bad(`the chunk at byte ${startByte} ${problem}`, startByte);
  let chunk = stored;
  for (const [i, { id, values }] of [...filters.entries()].reverse()) {
    if ((skipped & 1 << i) !== 0) continue;
    if (id === DEFLATE) chunk = await inflateWhole(chunk, "deflate", bytes, bad3, CHECKSUM_BYTES);
    else if (id === SHUFFLE) chunk = unshuffle(chunk, values[0] ?? 1, bad3);
    else chunk = checkedFletcher32(chunk, bad3);
  }
  if (chunk.length !== bytes) throw bad3(`has ${chunk.length} bytes, and should have ${bytes}`);
  return chunk;
}
function unshuffle(chunk, elementBytes, bad3) {
  if (elementBytes < 1 || elementBytes > chunk.length)
    throw bad3(`was shuffled as elements of ${elementBytes} bytes`);
  const count = Math.floor(chunk.length / elementBytes);
  const elements = new Uint8Array(chunk.length);
  elements.set(chunk.subarray(count * elementBytes), count * elementBytes);
  for (let byte = 0; byte < elementBytes; byte++) {
    for (let i = 0; i < count; i++) elements[i * elementBytes + byte] = chunk[byte * count + i];
  }
  return elements;
}
function checkedFletcher32(chunk, bad3) {
  if (chunk.length < CHECKSUM_BYTES) throw bad3("is shorter than its checksum");
  const data = chunk.subarray(0, -CHECKSUM_BYTES);
  const stored = new DataView(chunk.buffer, chunk.byteOffset + data.length, CHECKSUM_BYTES).getUint32(
    0,
    true
  );
  if (fletcher32(data) !== stored) throw bad3("does not have the checksum that it was written with");
  return data;
}
function fletcher32(data) {
  let low = 0;
  let high = 0;
  for (let at = 0; at < data.length; at += 2) {
    low = (low + (data[at] << 8 | (data[at + 1] ?? 0))) % 65535;
    high = (high + low) % 65535;
  }
  const none = data.every((byte) => byte === 0) ? 0 : 65535;
  return (high === 0 ? none : high) * 65536 + (low === 0 ? none : low);
}

// src/formats/paged-reader.ts
var PAGE_BYTES = 32 * 1024;
var MOST_PAGES = 128;
var PagedReader = class {
  source;
  #options;
  #refuse;
  #mostBytes;
  #takenBytes = 0;
  #pages = /* @__PURE__ */ new Map();
  /** @param refuse makes the error for a piece that ends after the file, and for pieces that never end. */
  constructor(source, refuse16, options) {
    this.source = source;
    this.#refuse = refuse16;
    this.#options = options;
    this.#mostBytes = MAX_STRUCTURE_RATIO * source.sizeBytes + MAX_UNCHECKED_STRUCTURE_BYTES;
  }
  /**
   * The bytes from `startByte` on, as a view of their own.
   *
   * @param what they are, for messages.
   * @throws what `refuse` makes, before memory is allocated, when the file ends earlier.
   */
  async read(startByte, bytes, what) {
    const endByte = startByte + bytes;
    if (!Number.isSafeInteger(startByte) || startByte < 0 || bytes < 0 || endByte > this.source.sizeBytes) {
      const problem = `${what} is said to lie at the bytes ${startByte} to ${endByte} of ${this.source.sizeBytes}`;
      throw this.#refuse(this.source.name, "TRUNCATED", problem, { offsetBytes: startByte });
    }
    this.#take(bytes, startByte);
    if (bytes > PAGE_BYTES) {
      return new DataView((await readBytes(this.source, startByte, endByte, this.#options)).buffer);
    }
    const piece = new Uint8Array(bytes);
    for (let at = startByte; at < endByte; ) {
      const page = Math.floor(at / PAGE_BYTES);
      const part = (await this.#page(page)).subarray(at - page * PAGE_BYTES, endByte - page * PAGE_BYTES);
      piece.set(part, at - startByte);
      at += part.length;
    }
    return new DataView(piece.buffer);
  }
  async #page(page) {
    let bytes = this.#pages.get(page);
    if (bytes === void 0) {
      const startByte = page * PAGE_BYTES;
      const endByte = Math.min(startByte + PAGE_BYTES, this.source.sizeBytes);
      this.#take(endByte - startByte, startByte);
      bytes = await readBytes(this.source, startByte, endByte, this.#options);
    } else {
      this.#pages.delete(page);
    }
    this.#pages.set(page, bytes);
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value);
    return bytes;
  }
  /** Counts what is read and what is given out: a file may say that everything lies in one place, a million times. */
  #take(bytes, startByte) {
    this.#takenBytes += bytes;
    if (this.#takenBytes <= this.#mostBytes) return;
    const problem = `its structure takes more than ${this.#mostBytes} bytes to read`;
    throw this.#refuse(this.source.name, "TOO_MUCH_STRUCTURE", problem, { offsetBytes: startByte });
  }
};

// src/formats/hdf5/refuse.ts
var refuse3 = refusalOf("as HDF5");

// src/formats/hdf5/hdf5-bytes.ts
var UNDEFINED_ADDRESS = Number.POSITIVE_INFINITY;
var Hdf5Cursor = class {
  #view;
  #file;
  /** Where the piece lies in the file. */
  startByte;
  #what;
  #at = 0;
  constructor(file, view, startByte, what) {
    this.#file = file;
    this.#view = view;
    this.startByte = startByte;
    this.#what = what;
  }
  /** The byte of the file that comes next. */
  get atByte() {
    return this.startByte + this.#at;
  }
  get leftBytes() {
    return this.#view.byteLength - this.#at;
  }
  /** A little-endian number of 1 to 8 bytes; one beyond what can be counted exactly is refused. */
  uint(bytes) {
    let value = 0n;
    for (const [i, byte] of this.bytes(bytes).entries()) value |= BigInt(byte) << BigInt(8 * i);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.bad(`a number in ${this.#what} is ${value}`);
    return Number(value);
  }
  /** An address as the byte of the file; `UNDEFINED_ADDRESS` where there is none. */
  address() {
    const { offsetBytes, baseByte } = this.#file.widths;
    const bytes = this.bytes(offsetBytes);
    if (bytes.every((byte) => byte === 255)) return UNDEFINED_ADDRESS;
    this.#at -= offsetBytes;
    return baseByte + this.uint(offsetBytes);
  }
  length() {
    return this.uint(this.#file.widths.lengthBytes);
  }
  bytes(count) {
    if (count > this.leftBytes) throw this.bad(`${this.#what} ends before what it holds`);
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at, count);
    this.#at += count;
    return bytes;
  }
  skip(count) {
    this.bytes(count);
  }
  /** Text up to the first NUL, or all of it. */
  text(bytes) {
    const taken = this.bytes(bytes);
    const end = taken.indexOf(0);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(end === -1 ? taken : taken.subarray(0, end));
  }
  /** The next bytes as a piece of their own. */
  piece(bytes, what) {
    const startByte = this.atByte;
    return this.#file.piece(this.bytes(bytes), startByte, what);
  }
  bad(problem) {
    return this.#file.bad(problem, this.atByte);
  }
};
var Hdf5Bytes = class {
  source;
  widths;
  options;
  #pages;
  constructor(source, widths, options) {
    this.source = source;
    this.widths = widths;
    this.options = options;
    this.#pages = new PagedReader(source, refuse3, options);
  }
  async read(startByte, bytes, what) {
    return new Hdf5Cursor(this, await this.#pages.read(startByte, bytes, what), startByte, what);
  }
  /** Bytes that have been read already, as a piece. */
  piece(bytes, startByte, what) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return new Hdf5Cursor(this, view, startByte, what);
  }
  /** @throws FormatError `BAD_HDF5` unless the piece begins with these four letters. */
  async readSigned(signature, startByte, bytes, what) {
    const cursor = await this.read(startByte, bytes, what);
    if (cursor.text(signature.length) !== signature) {
      throw this.bad(`${what} at byte ${startByte} does not begin with ${signature}`, startByte);
    }
    return cursor;
  }
  refuse(code, problem, offsetBytes) {
    return refuse3(this.source.name, code, problem, { offsetBytes });
  }
  bad(problem, offsetBytes) {
    return this.refuse("BAD_HDF5", problem, offsetBytes);
  }
  truncated(problem, offsetBytes) {
    return this.refuse("TRUNCATED", problem, offsetBytes);
  }
  unsupported(problem, offsetBytes) {
    return refuse3(this.source.name, "UNSUPPORTED_HDF5", problem, {
      cure: "Save the model again with a current Keras or h5py and its default settings",
      offsetBytes
    });
  }
};

// src/formats/hdf5/tree.ts
async function* treeEntries(file, rootByte, kind) {
  const { what, contents, type, keyBytes } = kind;
  const { offsetBytes } = file.widths;
  const seen = /* @__PURE__ */ new Set();
  async function* node(nodeByte, depth) {
    const bad3 = (problem) => file.bad(`the ${what} at byte ${nodeByte} ${problem}`, nodeByte);
    if (seen.has(nodeByte) || depth > MAX_HDF5_TREE_DEPTH) throw bad3("leads back into itself");
    seen.add(nodeByte);
    const head = await file.readSigned("TREE", nodeByte, 8, `a ${what}`);
    if (head.uint(1) !== type) throw bad3(`is no tree of ${contents}`);
    const level = head.uint(1);
    const count = head.uint(2);
    const startByte = nodeByte + 8 + 2 * offsetBytes;
    const entries = await file.read(startByte, count * (keyBytes + offsetBytes), `a ${what}`);
    for (let i = 0; i < count; i++) {
      const key = entries.piece(keyBytes, `a ${what}`);
      const childByte = entries.address();
      if (level > 0) yield* node(childByte, depth + 1);
      else yield { key, childByte, nodeByte };
    }
  }
  yield* node(rootByte, 0);
}

// src/formats/hdf5/chunk-index.ts
async function readChunkTree(file, rootByte, layout) {
  const chunks = [];
  if (rootByte === UNDEFINED_ADDRESS) return chunks;
  const rank = layout.shape.length;
  const kind = { what: "chunk tree", contents: "chunks", type: 1, keyBytes: 8 + 8 * (rank + 1) };
  for await (const { key, childByte, nodeByte } of treeEntries(file, rootByte, kind)) {
    const bytes = key.uint(4);
    const skippedFilters = key.uint(4);
    const origin = Array.from({ length: rank }, () => key.uint(8));
    chunks.push({ startByte: childByte, bytes, skippedFilters, origin });
    if (chunks.length > MAX_HDF5_CHUNKS) {
      const problem = `the chunk tree at byte ${nodeByte} lists more than ${MAX_HDF5_CHUNKS} chunks`;
      throw file.bad(problem, nodeByte);
    }
  }
  return chunks;
}
function chunksInOrder(layout, chunkAt) {
  const counts = chunkCounts(layout);
  const chunks = [];
  const total = elementCount(counts);
  for (let index = 0; index < total; index++) {
    const chunk = chunkAt(index);
    if (chunk === void 0) continue;
    const origin = chunkPlace(counts, index).map((place2, axis) => place2 * layout.chunkShape[axis]);
    chunks.push({ ...chunk, origin });
  }
  return chunks;
}
async function readFixedArray(file, headerByte, layout) {
  const { offsetBytes, lengthBytes } = file.widths;
  const head = await file.readSigned("FAHD", headerByte, 8 + lengthBytes + offsetBytes, "a table of chunks");
  head.skip(1);
  const isFiltered = head.uint(1) === 1;
  const entryBytes = head.uint(1);
  const pageBits = head.uint(1);
  const count = head.length();
  if (count > MAX_HDF5_CHUNKS) throw head.bad(`a table lists ${count} chunks, more than ${MAX_HDF5_CHUNKS}`);
  if (count > 2 ** pageBits) {
    throw file.unsupported(
      `the table of ${count} chunks at byte ${headerByte} is in pages, which are not read here`,
      headerByte
    );
  }
  const sizeBytes = entryBytes - offsetBytes - 4;
  if (isFiltered ? sizeBytes < 1 || sizeBytes > 8 : entryBytes !== offsetBytes) {
    throw head.bad(`a table of chunks has entries of ${entryBytes} bytes`);
  }
  const tableByte = head.address();
  const prefixBytes = 6 + offsetBytes;
  await file.readSigned("FADB", tableByte, prefixBytes, "a table of chunks");
  const table = await file.read(tableByte + prefixBytes, count * entryBytes, "a table of chunks");
  const entries = Array.from({ length: count }, () => readEntry(table, isFiltered ? sizeBytes : 0, layout));
  return chunksInOrder(layout, (index) => {
    const entry = entries[index];
    return entry === void 0 || entry.startByte === UNDEFINED_ADDRESS ? void 0 : entry;
  });
}
function readEntry(table, sizeBytes, { chunkBytes }) {
  const startByte = table.address();
  if (sizeBytes === 0) return { startByte, bytes: chunkBytes, skippedFilters: 0 };
  return { startByte, bytes: table.uint(sizeBytes), skippedFilters: table.uint(4) };
}

// src/formats/hdf5/layout.ts
var COMPACT = 0;
var CONTIGUOUS = 1;
var CHUNKED = 2;
var SINGLE = 1;
var IMPLICIT = 2;
var FIXED_ARRAY = 3;
var INDEX_WORDS = ["", "single", "implicit", "fixed array", "extensible array", "version 2 tree"];
var SINGLE_IS_FILTERED = 2;
async function readLayout(file, cursor, shape, elementBytes) {
  const messageByte = cursor.atByte;
  const version = cursor.uint(1);
  if (version < 3 || version > 5) {
    throw file.unsupported(`an array has a layout of version ${version}`, messageByte);
  }
  const kind = cursor.uint(1);
  if (kind === COMPACT) {
    const bytes = cursor.uint(2);
    const startByte = cursor.atByte;
    cursor.skip(bytes);
    return { kind: "contiguous", startByte, bytes };
  }
  if (kind === CONTIGUOUS) {
    const startByte = cursor.address();
    return startByte === UNDEFINED_ADDRESS ? { kind: "missing" } : { kind: "contiguous", startByte, bytes: cursor.length() };
  }
  if (kind !== CHUNKED)
    throw file.unsupported("an array is put together from those of other files", messageByte);
  return version === 3 ? await readChunked3(file, cursor, shape, elementBytes) : await readChunked4(file, cursor, shape, elementBytes);
}
async function readChunked3(file, cursor, shape, elementBytes) {
  const rank = cursor.uint(1);
  const treeByte = cursor.address();
  const layout = chunkedLayout(cursor, shape, elementBytes, rank, 4);
  return { kind: "chunked", layout, chunks: await readChunkTree(file, treeByte, layout) };
}
async function readChunked4(file, cursor, shape, elementBytes) {
  const flags = cursor.uint(1);
  const rank = cursor.uint(1);
  const layout = chunkedLayout(cursor, shape, elementBytes, rank, cursor.uint(1));
  const index = cursor.uint(1);
  const count = elementCount(chunkCounts(layout));
  if (count > MAX_HDF5_CHUNKS) throw cursor.bad(`an array has ${count} chunks, more than ${MAX_HDF5_CHUNKS}`);
  const chunked = (chunks) => ({ kind: "chunked", layout, chunks });
  if (index === SINGLE) {
    const isFiltered = (flags & SINGLE_IS_FILTERED) !== 0;
    const bytes = isFiltered ? cursor.length() : layout.chunkBytes;
    const skippedFilters = isFiltered ? cursor.uint(4) : 0;
    const startByte = cursor.address();
    if (count !== 1) throw cursor.bad("an array of one chunk needs several");
    return chunked(
      startByte === UNDEFINED_ADDRESS ? [] : chunksInOrder(layout, () => ({ startByte, bytes, skippedFilters }))
    );
  }
  if (index === IMPLICIT) {
    const startByte = cursor.address();
    if (startByte === UNDEFINED_ADDRESS) return chunked([]);
    const bytes = layout.chunkBytes;
    return chunked(
      chunksInOrder(layout, (i) => ({ startByte: startByte + i * bytes, bytes, skippedFilters: 0 }))
    );
  }
  if (index === FIXED_ARRAY) {
    cursor.skip(1);
    const headerByte = cursor.address();
    return chunked(headerByte === UNDEFINED_ADDRESS ? [] : await readFixedArray(file, headerByte, layout));
  }
  throw file.unsupported(
    `an array's chunks are found by ${INDEX_WORDS[index] ?? `index ${index}`}`,
    cursor.atByte
  );
}
function chunkedLayout(cursor, shape, elementBytes, rank, dimensionBytes) {
  if (rank !== shape.length + 1 || rank > MAX_DIMENSIONS + 1 || dimensionBytes < 1 || dimensionBytes > 8) {
    throw cursor.bad(`an array of ${shape.length} dimensions has chunks of ${rank - 1}`);
  }
  const chunkShape = shape.map(() => cursor.uint(dimensionBytes));
  const chunkElementBytes = cursor.uint(dimensionBytes);
  const chunkBytes = elementCount(chunkShape) * elementBytes;
  if (chunkElementBytes !== elementBytes || chunkShape.includes(0) || !Number.isSafeInteger(chunkBytes)) {
    throw cursor.bad(`an array has chunks of the shape ${showShape(chunkShape)}`);
  }
  return { shape, chunkShape, chunkBytes };
}

// src/formats/hdf5/object-header.ts
var MESSAGE = {
  dataspace: 1,
  linkInfo: 2,
  datatype: 3,
  link: 6,
  externalFiles: 7,
  layout: 8,
  filters: 11,
  attribute: 12,
  attributeInfo: 21,
  symbolTable: 17
};
var CONTINUATION = 16;
var SHARED = 2;
var LENGTH_SIZE = 3;
var HAS_CREATION_ORDER = 4;
var HAS_PHASE_CHANGE = 16;
var HAS_TIMES = 32;
var CHECKSUM_BYTES2 = 4;
async function readObjectHeader(file, startByte) {
  const reader = new HeaderReader(file);
  const first = await file.read(startByte, 4, "the header of an object");
  if (first.text(4) === "OHDR") await reader.readVersion2(startByte);
  else await reader.readVersion1(startByte);
  return { startByte, messages: reader.messages };
}
function messageOf(header, type) {
  return header.messages.find((message) => message.type === type);
}
var HeaderReader = class {
  messages = [];
  #file;
  #continuations = [];
  constructor(file) {
    this.#file = file;
  }
  async readVersion1(startByte) {
    const prefix = await this.#file.read(startByte, 16, "the header of an object");
    const version = prefix.uint(1);
    if (version !== 1)
      throw this.#file.bad(`the object at byte ${startByte} has a header of no version`, startByte);
    prefix.skip(1);
    const count = prefix.uint(2);
    prefix.skip(4);
    const bytes = prefix.uint(4);
    await this.#readBlocks(startByte + 16, bytes, (block) => this.#readMessages1(block, count));
  }
  async readVersion2(startByte) {
    const prefix = await this.#file.read(startByte, 6, "the header of an object");
    prefix.skip(5);
    const flags = prefix.uint(1);
    const before = ((flags & HAS_TIMES) !== 0 ? 16 : 0) + ((flags & HAS_PHASE_CHANGE) !== 0 ? 4 : 0);
    const lengthBytes = 1 << (flags & LENGTH_SIZE);
    const rest = await this.#file.read(startByte + 6, before + lengthBytes, "the header of an object");
    rest.skip(before);
    const bytes = rest.uint(lengthBytes);
    let isFirst = true;
    await this.#readBlocks(rest.atByte, bytes, (block) => {
      if (!isFirst && block.text(4) !== "OCHK") throw block.bad("a header goes on where no header does");
      this.#readMessages2(block, flags, isFirst ? 0 : CHECKSUM_BYTES2);
      isFirst = false;
    });
  }
  /** Reads a block of messages and those that continue it; each of them once. */
  async #readBlocks(startByte, bytes, read) {
    const seen = /* @__PURE__ */ new Set();
    this.#continuations.push({ startByte, bytes });
    for (let next = this.#continuations.shift(); next !== void 0; next = this.#continuations.shift()) {
      if (seen.has(next.startByte)) throw this.#file.bad("a header continues in itself", next.startByte);
      seen.add(next.startByte);
      if (next.bytes > MAX_HDF5_BLOCK_BYTES) {
        throw this.#file.bad(
          `a header of ${next.bytes} bytes is longer than ${MAX_HDF5_BLOCK_BYTES}`,
          next.startByte
        );
      }
      read(await this.#file.read(next.startByte, next.bytes, "the header of an object"));
    }
  }
  /** Of version 1 a header says how many messages it has. */
  #readMessages1(block, count) {
    while (block.leftBytes >= 8 && this.messages.length < count) {
      const type = block.uint(2);
      const bytes = block.uint(2);
      const flags = block.uint(1);
      block.skip(3);
      this.#add(block, type, flags, bytes);
    }
  }
  /** Of version 2 they fill the block, up to a gap that is too short for one. */
  #readMessages2(block, headerFlags, tailBytes) {
    const headBytes = (headerFlags & HAS_CREATION_ORDER) !== 0 ? 6 : 4;
    while (block.leftBytes - tailBytes >= headBytes) {
      const type = block.uint(1);
      const bytes = block.uint(2);
      const flags = block.uint(1);
      block.skip(headBytes - 4);
      this.#add(block, type, flags, bytes);
    }
  }
  #add(block, type, flags, bytes) {
    if (this.messages.length === MAX_HDF5_MESSAGES) {
      throw block.bad(`an object has more than ${MAX_HDF5_MESSAGES} messages in its header`);
    }
    const startByte = block.atByte;
    const taken = block.bytes(bytes);
    const content2 = () => this.#file.piece(taken, startByte, "a message of a header");
    this.messages.push({ type, isShared: (flags & SHARED) !== 0, content: content2 });
    if (type !== CONTINUATION) return;
    const message = content2();
    this.#continuations.push({ startByte: message.address(), bytes: message.length() });
  }
};

// src/formats/hdf5/array.ts
async function readArray(file, header) {
  const [space, type, place2] = [MESSAGE.dataspace, MESSAGE.datatype, MESSAGE.layout].map(
    (message) => messageOf(header, message)
  );
  if (space === void 0 || type === void 0 || place2 === void 0) return void 0;
  const shape = readDataspace(space.content());
  const storageKey = `${file.source.name}:object ${header.startByte}`;
  if (type.isShared || space.isShared) return listed(file, header, shape, storageKey, "shared type");
  const datatype = readDatatype(type.content());
  if (datatype.kind !== "number") {
    return listed(file, header, shape, storageKey, datatype.kind === "opaque" ? datatype.word : "text");
  }
  const sizeBytes = exactBytes(shape, datatype.bytes);
  if (sizeBytes > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw file.bad(
      `the array at byte ${header.startByte} has the shape [${shape.join(", ")}]`,
      header.startByte
    );
  }
  const filters = messageOf(header, MESSAGE.filters);
  const array = {
    file,
    header,
    shape,
    datatype,
    sizeBytes: Number(sizeBytes),
    filters: filters === void 0 ? [] : readFilters(filters.content()),
    layout: await readLayout(file, place2.content(), shape, datatype.bytes)
  };
  checkPlace(array);
  const unfit = whyUnfit(array, messageOf(header, MESSAGE.externalFiles) !== void 0);
  return {
    dtype: datatype.dtype,
    shape,
    storageKey,
    sizeBytes: array.sizeBytes,
    ...unfit !== void 0 && { unfit },
    async readInto(target, options) {
      if (unfit !== void 0)
        throw file.unsupported(`the array at byte ${header.startByte}: ${unfit}`, header.startByte);
      await readElements(array, target, options);
      if (datatype.isBigEndian) swapBytes(target, datatype.bytes);
    }
  };
}
function listed(file, { startByte }, shape, storageKey, dtype) {
  const problem = `the elements of the array at byte ${startByte} are ${dtype}, not numbers`;
  return {
    dtype,
    shape,
    storageKey,
    sizeBytes: 0,
    readInto: () => Promise.reject(file.unsupported(problem, startByte))
  };
}
function checkPlace({ file, header, shape, datatype, sizeBytes, filters, layout }) {
  const what = `the array at byte ${header.startByte}`;
  const fileBytes = file.source.sizeBytes;
  const requireInFile = (startByte, bytes) => {
    if (startByte + bytes <= fileBytes) return;
    throw file.truncated(
      `${what} has elements up to byte ${startByte + bytes}, and the file ends after ${fileBytes}`,
      header.startByte
    );
  };
  if (layout.kind === "missing") return;
  if (layout.kind === "contiguous") {
    if (layout.bytes !== sizeBytes) {
      const problem = `${what} of shape ${showShape(shape)} and ${datatype.dtype} cannot lie in ${layout.bytes} bytes`;
      throw file.bad(problem, header.startByte);
    }
    requireInFile(layout.startByte, layout.bytes);
    return;
  }
  let storedBytes = 0;
  const origins = /* @__PURE__ */ new Set();
  for (const { startByte, bytes, origin } of layout.chunks) {
    requireInFile(startByte, bytes);
    storedBytes += bytes;
    if (filters.length === 0 && bytes !== layout.layout.chunkBytes) {
      throw file.bad(
        `${what} has a chunk of ${bytes} bytes instead of ${layout.layout.chunkBytes}`,
        startByte
      );
    }
    if (origin.some((at, axis) => at % layout.layout.chunkShape[axis] !== 0 || at >= shape[axis])) {
      throw file.bad(`${what} has a chunk that lies outside`, startByte);
    }
    origins.add(origin.join());
  }
  if (origins.size < layout.chunks.length)
    throw file.bad(`${what} has two chunks in one place`, header.startByte);
  if (Math.max(sizeBytes, layout.layout.chunkBytes) > mostInflatedBytes(storedBytes, file.options)) {
    throw file.bad(`${what} is said to expand from ${storedBytes} bytes to ${sizeBytes}`, header.startByte);
  }
}
function whyUnfit({ sizeBytes, filters, layout }, isElsewhere) {
  if (isElsewhere) return "its elements lie in another file, which is never followed";
  const filter = unknownFilter(filters);
  if (filter !== void 0) return `it is compressed by filter ${filter}, which is not read`;
  if (layout.kind === "missing") return sizeBytes === 0 ? void 0 : "it was never written";
  if (layout.kind === "contiguous") return void 0;
  const count = elementCount(chunkCounts(layout.layout));
  if (layout.chunks.length < count)
    return `only ${layout.chunks.length} of its ${count} chunks were ever written`;
  if (layout.layout.chunkBytes > MAX_HDF5_CHUNK_BYTES || count > MAX_HDF5_CHUNKS) {
    return `it has ${count} chunks of ${layout.layout.chunkBytes} bytes`;
  }
  return void 0;
}
async function readElements({ file, datatype, sizeBytes, filters, layout }, target, options) {
  if (layout.kind === "missing" || sizeBytes === 0) return;
  if (layout.kind === "contiguous") {
    await file.source.readInto(layout.startByte, target, options);
    return;
  }
  for (const chunk of layout.chunks) {
    const { startByte, bytes, skippedFilters } = chunk;
    const stored = await readBytes(file.source, startByte, startByte + bytes, options);
    const { chunkBytes } = layout.layout;
    const elements = await undoFilters(file, filters, skippedFilters, stored, chunkBytes, startByte);
    placeChunk(elements, chunk.origin, layout.layout, datatype.bytes, target);
  }
}

// src/formats/hdf5/attributes.ts
var SHARED_DATATYPE = 1;
var SHARED_DATASPACE = 2;
async function readTextAttributes(file, header, heap) {
  const attributes = /* @__PURE__ */ new Map();
  for (const { type, isShared, content: content2 } of header.messages) {
    if (type === MESSAGE.attributeInfo) refuseDense(file, header, content2());
    if (type !== MESSAGE.attribute || isShared) continue;
    const attribute = await readAttribute(content2(), heap);
    if (attribute !== void 0) attributes.set(attribute.name, attribute.texts);
  }
  return attributes;
}
function refuseDense(file, header, cursor) {
  cursor.skip(1);
  if ((cursor.uint(1) & 1) !== 0) cursor.skip(2);
  if (cursor.address() === UNDEFINED_ADDRESS) return;
  const problem = `the object at byte ${header.startByte} keeps its attributes in a heap of their own, which is not read here`;
  throw file.unsupported(problem, header.startByte);
}
async function readAttribute(cursor, heap) {
  const version = cursor.uint(1);
  if (version < 1 || version > 3) throw cursor.bad(`an attribute has the version ${version}`);
  const flags = cursor.uint(1);
  const [nameBytes, typeBytes, spaceBytes] = [cursor.uint(2), cursor.uint(2), cursor.uint(2)];
  if (version === 3) cursor.skip(1);
  const take = (bytes) => cursor.piece(version === 1 ? 8 * Math.ceil(bytes / 8) : bytes, "an attribute");
  const name = take(nameBytes).text(nameBytes);
  const type = take(typeBytes);
  const space = take(spaceBytes);
  if (version > 1 && (flags & (SHARED_DATATYPE | SHARED_DATASPACE)) !== 0) return void 0;
  const datatype = readDatatype(type);
  if (datatype.kind !== "text" && datatype.kind !== "long text") return void 0;
  const count = elementCount(readDataspace(space));
  if (datatype.bytes === 0 || count * datatype.bytes > cursor.leftBytes) {
    throw cursor.bad(`the attribute ${JSON.stringify(name)} ends before its ${count} texts`);
  }
  const texts = [];
  while (texts.length < count) texts.push(await readText(cursor, datatype, heap));
  return { name, texts };
}
async function readText(cursor, datatype, heap) {
  if (datatype.kind === "text") return cursor.text(datatype.bytes);
  const bytes = cursor.uint(4);
  const heapByte = cursor.address();
  const index = cursor.uint(4);
  return bytes === 0 ? "" : await heap.text(heapByte, index, bytes);
}

// src/formats/hdf5/global-heap.ts
var GlobalHeap = class {
  #file;
  #collectionByte = -1;
  #objects = /* @__PURE__ */ new Map();
  constructor(file) {
    this.#file = file;
  }
  /**
   * @param collectionByte where the collection lies.
   * @param index of the text in it.
   * @throws FormatError `BAD_HDF5` or `TRUNCATED`.
   */
  async text(collectionByte, index, bytes) {
    if (collectionByte !== this.#collectionByte) {
      this.#objects = await this.#read(collectionByte);
      this.#collectionByte = collectionByte;
    }
    const object = this.#objects.get(index);
    if (object === void 0 || object.length < bytes) {
      const problem = `the heap of texts at byte ${collectionByte} has no text ${index} of ${bytes} bytes`;
      throw this.#file.bad(problem, collectionByte);
    }
    return this.#file.piece(object, collectionByte, "a text").text(bytes);
  }
  async #read(collectionByte) {
    const headBytes = 8 + this.#file.widths.lengthBytes;
    const head = await this.#file.readSigned("GCOL", collectionByte, headBytes, "a heap of texts");
    head.skip(4);
    const bytes = head.length();
    if (bytes > MAX_HDF5_BLOCK_BYTES || bytes < headBytes) {
      throw head.bad(`a heap of texts has ${bytes} bytes, and at most ${MAX_HDF5_BLOCK_BYTES} are read`);
    }
    return this.#objectsOf(await this.#file.read(head.atByte, bytes - headBytes, "a heap of texts"));
  }
  #objectsOf(heap) {
    const objects = /* @__PURE__ */ new Map();
    while (heap.leftBytes >= 8 + this.#file.widths.lengthBytes) {
      const index = heap.uint(2);
      heap.skip(6);
      const bytes = heap.length();
      if (index === 0) break;
      objects.set(index, heap.bytes(bytes));
      heap.skip(Math.min(heap.leftBytes, 8 * Math.ceil(bytes / 8) - bytes));
    }
    return objects;
  }
};

// src/formats/hdf5/links.ts
var SOFT_LINK_ENTRY = 2;
var NAME_LENGTH_SIZE = 3;
var HAS_CREATION_ORDER2 = 4;
var HAS_LINK_TYPE = 8;
var HAS_CHARACTER_SET = 16;
var HARD_LINK = 0;
async function readLinks(file, header) {
  const table = messageOf(header, MESSAGE.symbolTable);
  if (table !== void 0) return await readSymbolTable(file, table.content());
  const info = messageOf(header, MESSAGE.linkInfo);
  if (info === void 0) return void 0;
  const cursor = info.content();
  cursor.skip(1);
  if ((cursor.uint(1) & 1) !== 0) cursor.skip(8);
  if (cursor.address() !== UNDEFINED_ADDRESS) {
    const problem = `the group at byte ${header.startByte} keeps its links in a heap of its own, which is not read here`;
    throw file.unsupported(problem, header.startByte);
  }
  return header.messages.filter(({ type }) => type === MESSAGE.link).map((message) => readLink(message.content())).filter((link) => link !== void 0);
}
function readLink(cursor) {
  cursor.skip(1);
  const flags = cursor.uint(1);
  const type = (flags & HAS_LINK_TYPE) !== 0 ? cursor.uint(1) : HARD_LINK;
  if ((flags & HAS_CREATION_ORDER2) !== 0) cursor.skip(8);
  if ((flags & HAS_CHARACTER_SET) !== 0) cursor.skip(1);
  const name = cursor.text(cursor.uint(1 << (flags & NAME_LENGTH_SIZE)));
  return type === HARD_LINK ? { name, objectByte: cursor.address() } : void 0;
}
async function readSymbolTable(file, message) {
  const treeByte = message.address();
  const names = await readNames(file, message.address());
  const links = [];
  const seen = /* @__PURE__ */ new Set();
  const kind = { what: "group tree", contents: "names", type: 0, keyBytes: file.widths.lengthBytes };
  for await (const { childByte } of treeEntries(file, treeByte, kind)) {
    const head = await file.readSigned("SNOD", childByte, 8, "a table of names");
    if (seen.has(childByte)) throw head.bad("a table of names is listed twice");
    seen.add(childByte);
    head.skip(2);
    const count = head.uint(2);
    const entryBytes = 2 * file.widths.offsetBytes + 24;
    const table = await file.read(childByte + 8, count * entryBytes, "a table of names");
    for (let i = 0; i < count; i++) {
      const nameAt = table.uint(file.widths.offsetBytes);
      const objectByte = table.address();
      const cacheType = table.uint(4);
      table.skip(20);
      if (nameAt >= names.length) throw table.bad("a name lies behind its heap");
      const end = names.indexOf(0, nameAt);
      const name = new TextDecoder().decode(names.subarray(nameAt, end === -1 ? void 0 : end));
      if (cacheType !== SOFT_LINK_ENTRY) links.push({ name, objectByte });
      if (links.length > MAX_HDF5_OBJECTS)
        throw table.bad(`a group has more than ${MAX_HDF5_OBJECTS} objects`);
    }
  }
  return links;
}
async function readNames(file, heapByte) {
  const { lengthBytes, offsetBytes } = file.widths;
  const headBytes = 8 + 2 * lengthBytes + offsetBytes;
  const heap = await file.readSigned("HEAP", heapByte, headBytes, "a heap of names");
  heap.skip(4);
  const bytes = heap.length();
  heap.length();
  if (bytes > MAX_HDF5_BLOCK_BYTES) {
    throw heap.bad(`a heap of names of ${bytes} bytes is larger than ${MAX_HDF5_BLOCK_BYTES}`);
  }
  return (await file.read(heap.address(), bytes, "a heap of names")).bytes(bytes);
}

// src/formats/hdf5/superblock.ts
var HDF5_SIGNATURE = [137, 72, 68, 70, 13, 10, 26, 10];
var FIRST_USER_BLOCK_BYTES = 512;
var MOST_USER_BLOCK_BYTES = 1024 * 1024;
var SUPERBLOCK_BYTES = 128;
var WIDTHS = [2, 4, 8];
function startsHdf5(bytes, at) {
  return startsWith(bytes, HDF5_SIGNATURE, at);
}
async function readSuperblock(source, options) {
  const startByte = await findSignature(source, options);
  const endByte = Math.min(source.sizeBytes, startByte + SUPERBLOCK_BYTES);
  const bytes = await readBytes(source, startByte, endByte, options);
  const version = bytes[HDF5_SIGNATURE.length] ?? 0;
  const isOld = version <= 1;
  const widthsAt = isOld ? 13 : 9;
  const [offsetBytes = 0, lengthBytes = 0] = bytes.subarray(widthsAt, widthsAt + 2);
  if (version > 3 || !WIDTHS.includes(offsetBytes) || !WIDTHS.includes(lengthBytes)) {
    const problem = `it has a superblock of version ${version} with addresses of ${offsetBytes} and lengths of ${lengthBytes} bytes`;
    throw refuse3(source.name, "UNSUPPORTED_HDF5", problem, { offsetBytes: startByte });
  }
  const file = new Hdf5Bytes(source, { offsetBytes, lengthBytes, baseByte: startByte }, options);
  const addressesAt = isOld ? version === 0 ? 24 : 28 : 12;
  const addresses = isOld ? 6 : 4;
  const cursor = await file.read(startByte + addressesAt, addresses * offsetBytes, "the superblock");
  const baseByte = cursor.address();
  cursor.address();
  const fileEndByte = cursor.address() - startByte;
  if (isOld) {
    cursor.address();
    cursor.address();
  }
  const rootByte = cursor.address();
  if (baseByte !== startByte && baseByte !== 2 * startByte) {
    throw file.bad(
      `it begins at byte ${startByte}, and its addresses count from ${baseByte - startByte}`,
      startByte
    );
  }
  if (fileEndByte > source.sizeBytes) {
    const problem = `it is said to end at byte ${fileEndByte}, and ends after ${source.sizeBytes}`;
    throw refuse3(source.name, "TRUNCATED", problem, { offsetBytes: startByte + addressesAt });
  }
  return { file, rootByte };
}
async function findSignature(source, options) {
  for (let at = 0; at <= MOST_USER_BLOCK_BYTES; at = at === 0 ? FIRST_USER_BLOCK_BYTES : 2 * at) {
    if (at + HDF5_SIGNATURE.length > source.sizeBytes) break;
    if (startsHdf5(await readBytes(source, at, at + HDF5_SIGNATURE.length, options), 0)) return at;
  }
  throw refuse3(source.name, "NOT_HDF5", source.sizeBytes === 0 ? "it is empty" : "it has no signature");
}

// src/formats/hdf5/hdf5-file.ts
async function readHdf5(source, options) {
  const { file, rootByte } = await readSuperblock(source, options);
  const heap = new GlobalHeap(file);
  const seen = /* @__PURE__ */ new Set();
  const root = await readObject(rootByte, 0);
  if (root === void 0 || !("groups" in root)) throw file.bad("its root is no group", rootByte);
  return root;
  async function readObject(objectByte, depth) {
    if (depth > MAX_HDF5_DEPTH) {
      throw file.refuse("TOO_DEEP", `its groups nest deeper than ${MAX_HDF5_DEPTH} levels`, objectByte);
    }
    if (seen.size === MAX_HDF5_OBJECTS) {
      throw file.refuse("TOO_MANY_OBJECTS", `it has more than ${MAX_HDF5_OBJECTS} objects`, objectByte);
    }
    seen.add(objectByte);
    const header = await readObjectHeader(file, objectByte);
    const links = await readLinks(file, header);
    if (links === void 0) return await readArray(file, header);
    const groups = /* @__PURE__ */ new Map();
    const arrays = /* @__PURE__ */ new Map();
    for (const { name, objectByte: memberByte } of links) {
      if (name.length > MAX_TENSOR_NAME_LENGTH) {
        const problem = `a name in the group at byte ${objectByte} has ${name.length} characters`;
        throw file.bad(problem, objectByte);
      }
      if (seen.has(memberByte)) continue;
      const member = await readObject(memberByte, depth + 1);
      if (member === void 0) continue;
      if ("groups" in member) groups.set(name, member);
      else arrays.set(name, member);
    }
    return { attributes: await readTextAttributes(file, header, heap), groups, arrays };
  }
}

// src/formats/archive/member-source.ts
function rangeSource(source, startByte, { name, sizeBytes, path }) {
  const member = {
    name,
    sizeBytes,
    identity: async () => `${await source.identity()}:${path}`,
    async readInto(memberStartByte, target, options) {
      requireWithin(member, memberStartByte, memberStartByte + target.length);
      await source.readInto(startByte + memberStartByte, target, options);
    },
    close: () => source.close()
  };
  return member;
}

// src/formats/json.ts
function parseJson(bytes, subject) {
  const text = decodeUtf8(bytes, subject);
  checkStructure(text, subject);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FormatError({
      code: "NOT_JSON",
      subject,
      problem: `is not JSON: ${cause.message}`,
      cure: "Write the file again",
      cause
    });
  }
}
async function readJsonFile(file, mostBytes, refuse16, options) {
  const source = await file.open(options);
  try {
    if (source.sizeBytes > mostBytes) throw refuse16(`has ${source.sizeBytes} bytes, more than ${mostBytes}`);
    const bytes = await readBytes(source, 0, source.sizeBytes, options);
    refuseLfsPointer(source.name, bytes);
    return parseJson(bytes, source.name);
  } finally {
    await source.close();
  }
}
function asObject(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
  return new Map(Object.entries(value));
}
function decodeUtf8(bytes, subject) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FormatError({
      code: "NOT_UTF8",
      subject,
      problem: "is not valid UTF-8",
      cure: "Write the file again",
      cause
    });
  }
}
function checkStructure(text, subject) {
  const names = [];
  const string = /"(?:[^"\\]|\\.)*"/y;
  const colon = /\s*:/y;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === "{" || character === "[") {
      names.push(character === "{" ? /* @__PURE__ */ new Set() : void 0);
      if (names.length > MAX_JSON_DEPTH) {
        throw new FormatError({
          code: "JSON_TOO_DEEP",
          subject,
          problem: `nests deeper than ${MAX_JSON_DEPTH} levels`,
          cure: "No tool writes such a file: find out where it comes from"
        });
      }
    } else if (character === "}" || character === "]") {
      names.pop();
    } else if (character === '"') {
      string.lastIndex = i;
      const match = string.exec(text);
      if (match === null) return;
      i = string.lastIndex - 1;
      const members = names.at(-1);
      colon.lastIndex = string.lastIndex;
      if (members === void 0 || !colon.test(text)) continue;
      const name = match[0].includes("\\") ? canonical(match[0]) : match[0];
      if (members.has(name)) {
        throw new FormatError({
          code: "DUPLICATE_NAME",
          subject,
          problem: `holds the name ${match[0].slice(0, 200)} twice`,
          cure: "Names must be unique; write the file again"
        });
      }
      members.add(name);
    }
  }
}
function canonical(literal) {
  try {
    return JSON.stringify(JSON.parse(literal));
  } catch {
    return literal;
  }
}

// src/formats/zip/refuse.ts
var refuse4 = refusalOf("as a zip archive");

// src/formats/zip/zip-end.ts
var END_SIGNATURE = 101010256;
var END_BYTES = 22;
var MAX_COMMENT_BYTES = 65535;
var ZIP64_LOCATOR_SIGNATURE = 117853008;
var ZIP64_LOCATOR_BYTES = 20;
var ZIP64_END_SIGNATURE = 101075792;
var ZIP64_END_BYTES = 56;
var SEE_ZIP64_16 = 65535;
var SEE_ZIP64_32 = 4294967295;
async function findDirectory(source, options) {
  const { end, tail } = await readEndRecord(source, options);
  const zip64 = await readZip64End(source, end, tail, options);
  const place2 = zip64 ?? end;
  const agree = zip64 === void 0 || agrees(end.entryCount, zip64.entryCount, SEE_ZIP64_16) && agrees(end.sizeBytes, zip64.sizeBytes, SEE_ZIP64_32) && agrees(end.startByte, zip64.startByte, SEE_ZIP64_32);
  if (!agree)
    throw refuse4(source.name, "BAD_ZIP", "its two end records describe two directories", {
      offsetBytes: end.atByte
    });
  if (place2.startByte + place2.sizeBytes !== place2.atByte) {
    const problem = `its directory is said to end at byte ${place2.startByte + place2.sizeBytes}, and it ends at ${place2.atByte}`;
    throw refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: place2.atByte });
  }
  return { entryCount: place2.entryCount, startByte: place2.startByte, endByte: place2.atByte };
}
async function readEndRecord(source, options) {
  const withoutComment = ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES + END_BYTES;
  for (const tailBytes of [withoutComment, END_BYTES + MAX_COMMENT_BYTES]) {
    const startByte = Math.max(0, source.sizeBytes - tailBytes);
    const view = await readView(source, startByte, source.sizeBytes, options);
    for (let at = view.byteLength - END_BYTES; at >= 0; at--) {
      if (view.getUint32(at, true) !== END_SIGNATURE) continue;
      if (view.getUint16(at + 20, true) !== view.byteLength - at - END_BYTES) continue;
      return { end: parseEndRecord(source, view, at, startByte + at), tail: { startByte, view } };
    }
    if (startByte === 0) break;
  }
  throw refuse4(source.name, "TRUNCATED", "it has no end record", { offsetBytes: source.sizeBytes });
}
function parseEndRecord(source, view, at, atByte) {
  const entryCount = view.getUint16(at + 10, true);
  const onOtherDisks = view.getUint16(at + 4, true) !== view.getUint16(at + 6, true);
  if (onOtherDisks || view.getUint16(at + 8, true) !== entryCount) {
    throw refuse4(source.name, "BAD_ZIP", "it is one part of an archive split over several files", {
      offsetBytes: atByte
    });
  }
  return {
    atByte,
    entryCount,
    sizeBytes: view.getUint32(at + 12, true),
    startByte: view.getUint32(at + 16, true)
  };
}
async function readZip64End(source, end, tail, options) {
  const viewOf = async (startByte2, sizeBytes2) => startByte2 >= tail.startByte ? new DataView(tail.view.buffer, startByte2 - tail.startByte, sizeBytes2) : await readView(source, startByte2, startByte2 + sizeBytes2, options);
  const locatorAtByte = end.atByte - ZIP64_LOCATOR_BYTES;
  if (locatorAtByte < ZIP64_END_BYTES) return void 0;
  const locator = await viewOf(locatorAtByte, ZIP64_LOCATOR_BYTES);
  if (locator.getUint32(0, true) !== ZIP64_LOCATOR_SIGNATURE) return void 0;
  const claimedByte = locator.getBigUint64(8, true);
  const bad3 = () => {
    const problem = `its zip64 end record is said to be at byte ${claimedByte}, and is not there`;
    return refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: locatorAtByte });
  };
  if (claimedByte > BigInt(locatorAtByte - ZIP64_END_BYTES)) throw bad3();
  const atByte = Number(claimedByte);
  const record = await viewOf(atByte, ZIP64_END_BYTES);
  const recordEndByte = BigInt(atByte) + 12n + record.getBigUint64(4, true);
  if (record.getUint32(0, true) !== ZIP64_END_SIGNATURE || recordEndByte !== BigInt(locatorAtByte))
    throw bad3();
  const [entryCount, sizeBytes, startByte] = [32, 40, 48].map(
    (field) => Number(record.getBigUint64(field, true))
  );
  return { atByte, entryCount, sizeBytes, startByte };
}
function agrees(short, long, seeZip64) {
  return short === seeZip64 || short === long;
}
async function readView(source, startByte, endByte, options) {
  return new DataView((await readBytes(source, startByte, endByte, options)).buffer);
}

// src/formats/zip/zip-directory.ts
var ENTRY_SIGNATURE = 33639248;
var ENTRY_BYTES = 46;
var LOCAL_HEADER_BYTES = 30;
var ZIP64_EXTRA = 1;
var SEE_ZIP64 = 4294967295;
var STORED = 0;
async function readZipDirectory(source, options) {
  const place2 = await findDirectory(source, options);
  const directoryBytes = place2.endByte - place2.startByte;
  if (place2.entryCount > MAX_ZIP_ENTRIES || directoryBytes > MAX_ZIP_DIRECTORY_BYTES) {
    const problem = `its directory lists ${place2.entryCount} records in ${directoryBytes} bytes, more than ${MAX_ZIP_ENTRIES} in ${MAX_ZIP_DIRECTORY_BYTES}`;
    throw refuse4(source.name, "TOO_MANY_RECORDS", problem, { offsetBytes: place2.startByte });
  }
  const directory = await readBytes(source, place2.startByte, place2.endByte, options);
  const entries = [];
  let at = 0;
  while (at < directory.length) {
    const entry = parseEntry(source, directory, at, place2.startByte);
    entries.push(entry);
    at = entry.nextAt;
  }
  if (entries.length !== place2.entryCount) {
    const problem = `its directory holds ${entries.length} records and is said to hold ${place2.entryCount}`;
    throw refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: place2.startByte });
  }
  return byName(source, entries, place2.startByte);
}
function parseEntry(source, directory, at, startByte) {
  const bad3 = (problem) => refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: startByte + at });
  const view = new DataView(directory.buffer, directory.byteOffset + at, directory.length - at);
  if (view.byteLength < ENTRY_BYTES || view.getUint32(0, true) !== ENTRY_SIGNATURE) {
    throw bad3("its directory holds something that is not a record");
  }
  const nameEnd = ENTRY_BYTES + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const entryEnd = extraEnd + view.getUint16(32, true);
  if (entryEnd > view.byteLength) throw bad3("its directory ends inside a record");
  if (view.getUint16(34, true) !== 0) throw bad3("it is one part of an archive split over several files");
  const nameBytes = directory.subarray(at + ENTRY_BYTES, at + nameEnd);
  const extra = new DataView(directory.buffer, directory.byteOffset + at + nameEnd, extraEnd - nameEnd);
  const [sizeBytes, storedBytes, headerStartByte] = widen(
    [24, 20, 42].map((field) => view.getUint32(field, true)),
    extra,
    bad3
  );
  return {
    name: new TextDecoder("utf-8", { ignoreBOM: true }).decode(nameBytes),
    nameBytes,
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
    storedBytes,
    sizeBytes,
    headerStartByte,
    nextAt: at + entryEnd
  };
}
function widen(fields, extra, bad3) {
  if (!fields.includes(SEE_ZIP64)) return [...fields];
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const id = extra.getUint16(at, true);
    const dataAt = at + 4;
    const dataEnd = dataAt + extra.getUint16(at + 2, true);
    at = dataEnd;
    if (id !== ZIP64_EXTRA || dataEnd > extra.byteLength) continue;
    let next = dataAt;
    return fields.map((field) => {
      if (field !== SEE_ZIP64) return field;
      if (next + 8 > dataEnd) throw bad3("a record points to a zip64 size that is not there");
      const wide = Number(extra.getBigUint64(next, true));
      next += 8;
      return wide;
    });
  }
  throw bad3("a record points to a zip64 size that is not there");
}
function byName(source, entries, directoryStartByte) {
  const limits = /* @__PURE__ */ new Map();
  let limitByte = directoryStartByte;
  for (const entry of entries.toSorted((a, b) => b.headerStartByte - a.headerStartByte)) {
    const leastEndByte = entry.headerStartByte + LOCAL_HEADER_BYTES + entry.nameBytes.length + entry.storedBytes;
    if (!(leastEndByte <= limitByte)) {
      const problem = `record ${quote(entry.name)} of ${entry.storedBytes} bytes at byte ${entry.headerStartByte} reaches into what begins at byte ${limitByte}`;
      throw refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: entry.headerStartByte });
    }
    limits.set(entry, limitByte);
    limitByte = entry.headerStartByte;
  }
  const records = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (records.has(entry.name)) {
      const problem = `it holds two records named ${quote(entry.name)}`;
      throw refuse4(source.name, "DUPLICATE_RECORD", problem, { offsetBytes: entry.headerStartByte });
    }
    const { nextAt: _, ...rest } = entry;
    records.set(entry.name, { ...rest, limitByte: limits.get(entry) });
  }
  return records;
}

// src/formats/zip/zip-head.ts
var SIGNATURE = [80, 75, 3, 4];
var ZIP_SIGNATURE_BYTES = SIGNATURE.length;
var NAME_LENGTH_AT = 26;
var NAME_AT = 30;
function looksLikeZip(head) {
  return startsWith(head, SIGNATURE);
}
function firstRecordName(head) {
  if (!looksLikeZip(head)) return void 0;
  const length = (head[NAME_LENGTH_AT] ?? 0) | (head[NAME_LENGTH_AT + 1] ?? 0) << 8;
  return new TextDecoder().decode(head.subarray(NAME_AT, NAME_AT + length));
}

// src/formats/crc32.ts
var LANES = 8;
var crc32 = crcOf(3988292384);
var crc32c = crcOf(2197175160);
function crcOf(reflectedPolynomial) {
  const tables = makeTables(reflectedPolynomial);
  return (bytes, before = 0) => {
    let crc = ~before;
    let at = 0;
    for (const end = bytes.length - LANES; at <= end; at += LANES) {
      const low = crc ^ (bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24);
      crc = tables[7 * 256 + (low & 255)] ^ tables[6 * 256 + (low >>> 8 & 255)] ^ tables[5 * 256 + (low >>> 16 & 255)] ^ tables[4 * 256 + (low >>> 24)] ^ tables[3 * 256 + bytes[at + 4]] ^ tables[2 * 256 + bytes[at + 5]] ^ tables[256 + bytes[at + 6]] ^ tables[bytes[at + 7]];
    }
    for (; at < bytes.length; at++) crc = crc >>> 8 ^ tables[(crc ^ bytes[at]) & 255];
    return ~crc >>> 0;
  };
}
function makeTables(reflectedPolynomial) {
  const tables = new Int32Array(LANES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? crc >>> 1 ^ reflectedPolynomial : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const shorter = tables[i - 256];
    tables[i] = shorter >>> 8 ^ tables[shorter & 255];
  }
  return tables;
}

// src/formats/zip/zip-record.ts
var LOCAL_SIGNATURE = 67324752;
var MAX_EXTRA_BYTES = 65535;
var MAX_DESCRIPTOR_BYTES = 24;
var ENCRYPTED = 1;
var SIZES_FOLLOW_DATA = 8;
var NAME_IS_UTF8 = 2048;
var COMPARED_FLAGS = ENCRYPTED | SIZES_FOLLOW_DATA | NAME_IS_UTF8;
async function locateRecord(source, entry, options) {
  const headerEndByte = entry.headerStartByte + LOCAL_HEADER_BYTES + entry.nameBytes.length;
  return checkHeader(source, entry, await readBytes(source, entry.headerStartByte, headerEndByte, options));
}
async function readRecord(source, entry, { what, maxBytes }, options) {
  if (entry.sizeBytes > maxBytes) {
    const problem = `${inRecord(entry, what)} of ${entry.sizeBytes} bytes, more than ${maxBytes}`;
    throw refuse4(source.name, "RECORD_TOO_LARGE", problem, { offsetBytes: entry.headerStartByte });
  }
  checkStored(source, entry, what);
  const mostBytes = LOCAL_HEADER_BYTES + entry.nameBytes.length + MAX_EXTRA_BYTES + entry.storedBytes + MAX_DESCRIPTOR_BYTES;
  const endByte = Math.min(entry.limitByte, entry.headerStartByte + mostBytes);
  const slot = await readBytes(source, entry.headerStartByte, endByte, options);
  const range = checkHeader(source, entry, slot);
  const bytes = slot.subarray(range.startByte - entry.headerStartByte, range.endByte - entry.headerStartByte);
  checkCrc(source, entry, crc32(bytes), what);
  return bytes;
}
function checkStored(source, entry, what) {
  const record = inRecord(entry, what);
  if ((entry.flags & ENCRYPTED) !== 0) {
    throw refuse4(source.name, "RECORD_ENCRYPTED", `${record}, which is encrypted`, {
      offsetBytes: entry.headerStartByte
    });
  }
  if (entry.method !== STORED) {
    const problem = `${record}, which is compressed with method ${entry.method}: only uncompressed ones can be read in part`;
    throw refuse4(source.name, "RECORD_COMPRESSED", problem, { offsetBytes: entry.headerStartByte });
  }
  if (entry.storedBytes !== entry.sizeBytes) {
    const problem = `${record}, which is not compressed and has two sizes, ${entry.storedBytes} and ${entry.sizeBytes}`;
    throw refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: entry.headerStartByte });
  }
}
function checkCrc(source, entry, checksum, what) {
  if (entry.crc32 === 0 || checksum === entry.crc32) return;
  const problem = `${inRecord(entry, what)}, whose bytes do not have the checksum they were written with`;
  throw refuse4(source.name, "CRC_MISMATCH", problem, { offsetBytes: entry.headerStartByte });
}
function inRecord({ name }, what) {
  return `${what} lies in record ${quote(name)}`;
}
function checkHeader(source, entry, header) {
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const flags = view.getUint16(6, true);
  const nameLength = view.getUint16(26, true);
  const name = header.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + nameLength);
  const startByte = entry.headerStartByte + LOCAL_HEADER_BYTES + nameLength + view.getUint16(28, true);
  const endByte = startByte + entry.storedBytes;
  const described = [entry.crc32, entry.storedBytes, entry.sizeBytes];
  const own = [14, 18, 22].map((field) => view.getUint32(field, true));
  const agrees2 = view.getUint32(0, true) === LOCAL_SIGNATURE && ((flags ^ entry.flags) & COMPARED_FLAGS) === 0 && view.getUint16(8, true) === entry.method && nameLength === entry.nameBytes.length && name.every((byte, i) => byte === entry.nameBytes[i]) && own.every(
    (value, i) => value === described[i] || i > 0 && value === SEE_ZIP64 || value === 0 && (flags & SIZES_FOLLOW_DATA) !== 0
  );
  if (!agrees2 || endByte > entry.limitByte) {
    const problem = `the header of record ${quote(entry.name)} does not agree with the directory`;
    throw refuse4(source.name, "BAD_ZIP", problem, { offsetBytes: entry.headerStartByte });
  }
  return { startByte, endByte };
}

// src/formats/zip/zip-member.ts
var DEFLATED = 8;
var NOTHING_BEFORE = { sizeBytes: 0, crc32: 0 };
function zipMember(source, entry, what, options) {
  const isStored = entry.method !== DEFLATED;
  if (isStored || (entry.flags & ENCRYPTED) !== 0) {
    checkStored(source, { ...entry, method: isStored ? entry.method : STORED }, what);
  } else if (entry.sizeBytes > mostInflatedBytes(entry.storedBytes, options)) {
    const problem = `${inRecord(entry, what)} of ${entry.storedBytes} bytes, which is said to expand to ${entry.sizeBytes}`;
    throw refuse4(source.name, "ARCHIVE_BOMB", problem, {
      cure: INFLATION_CURE,
      offsetBytes: entry.headerStartByte
    });
  }
  let known;
  const locate = (options2) => {
    known ??= locateRecord(source, entry, options2).catch((error) => {
      known = void 0;
      throw error;
    });
    return known;
  };
  const context = { source, entry, what, locate };
  return {
    entry,
    sizeBytes: entry.sizeBytes,
    isStored,
    locate,
    read: (before, use, options2) => isStored ? readStored(context, before, use, options2) : readDeflated(context, before, use, options2)
  };
}
async function readStored(context, before, use, options) {
  const range = await context.locate(options);
  let { sizeBytes: at, crc32: checksum } = before;
  await use(async (target) => {
    if (at + target.length > context.entry.sizeBytes) throw endsBefore(context);
    await context.source.readInto(range.startByte + at, target, options);
    at += target.length;
    checksum = crc32(target, checksum);
  });
  if (at === context.entry.sizeBytes) checkCrc(context.source, context.entry, checksum, context.what);
}
async function readDeflated(context, before, use, options) {
  const { source, entry } = context;
  const damaged = (cause) => refuse4(
    source.name,
    "BAD_ZIP",
    `${inRecord(context.entry, context.what)}, which is damaged: ${String(cause)}`,
    {
      offsetBytes: entry.headerStartByte
    }
  );
  const pieces = inflate(storedPieces(context, options), "deflate-raw", damaged);
  let piece = new Uint8Array();
  let at = 0;
  let checksum = 0;
  const next = async (target) => {
    for (let filled = 0; filled < target.length; ) {
      while (piece.length === 0) {
        const { value, done } = await pieces.next();
        if (done === true) throw endsBefore(context);
        piece = value;
      }
      const part = piece.subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      piece = piece.subarray(part.length);
    }
    at += target.length;
    checksum = crc32(target, checksum);
  };
  try {
    await next(new Uint8Array(before.sizeBytes));
    await use(next);
    if (at < entry.sizeBytes) return;
    if (at > entry.sizeBytes || piece.length > 0 || (await pieces.next()).done !== true) {
      const problem = `${inRecord(context.entry, context.what)}, which expands to more than the ${entry.sizeBytes} bytes that it is said to`;
      throw refuse4(source.name, "ARCHIVE_BOMB", problem, { offsetBytes: entry.headerStartByte });
    }
    checkCrc(context.source, context.entry, checksum, context.what);
  } finally {
    await pieces.return(void 0);
  }
}
async function* storedPieces({ source, locate }, options) {
  const { startByte, endByte } = await locate(options);
  yield* readPieces(source, startByte, endByte, options);
}
function endsBefore(context) {
  const { source, entry } = context;
  const problem = `${inRecord(context.entry, context.what)}, which ends before the ${entry.sizeBytes} bytes that it is said to have`;
  return refuse4(source.name, "TRUNCATED", problem, { offsetBytes: entry.headerStartByte });
}

// src/formats/keras/layer-order.ts
function layerOrder(config) {
  const order = /* @__PURE__ */ new Map();
  const visit = (layer) => {
    const settings = asObject(asObject(layer)?.get("config"));
    const name = settings?.get("name");
    if (typeof name === "string" && !order.has(name)) order.set(name, order.size);
    const layers = settings?.get("layers");
    if (Array.isArray(layers)) for (const inner of layers) visit(inner);
  };
  visit(config);
  return order;
}

// src/formats/keras/refuse.ts
var refuse5 = refusalOf("as a Keras model");

// src/formats/keras/archive.ts
var CONFIG = "config.json";
var WEIGHTS = "model.weights.h5";
var MEMBERS = ["metadata.json", CONFIG, WEIGHTS];
function looksLikeKerasArchive(head) {
  return MEMBERS.includes(firstRecordName(head) ?? "");
}
async function readKerasArchive(source, options) {
  if (!looksLikeZip(await readHead(source, options, ZIP_SIGNATURE_BYTES))) return void 0;
  const entries = await readZipDirectory(source, options);
  const weights = entries.get(WEIGHTS);
  if (weights === void 0) {
    throw refuse5(source.name, "NO_WEIGHTS", `it holds no ${WEIGHTS}`, {
      cure: "Save the whole model with model.save(path)"
    });
  }
  const { expandedBytes } = options?.limits ?? EXPANSION_LIMITS;
  const config = entries.get(CONFIG);
  let order = /* @__PURE__ */ new Map();
  if (config !== void 0) {
    const member = await openMember(source, config, MAX_KERAS_CONFIG_BYTES, options);
    const text = await readBytes(member, 0, member.sizeBytes, options);
    order = layerOrder(parseJson(text, `${CONFIG} in ${source.name}`));
  }
  return {
    weights: await openMember(source, weights, expandedBytes, options),
    layerOrder: order
  };
}
async function openMember(source, entry, mostExpandedBytes, options) {
  const name = `${entry.name} in ${source.name}`;
  const member = zipMember(source, entry, "a part of the model", options);
  if (member.isStored) {
    const { startByte } = await member.locate(options);
    return rangeSource(source, startByte, { name, path: entry.name, sizeBytes: member.sizeBytes });
  }
  if (member.sizeBytes > mostExpandedBytes) {
    const problem = `${entry.name} expands to ${member.sizeBytes} bytes, more than ${mostExpandedBytes}`;
    throw refuse5(source.name, "MEMBER_TOO_LARGE", problem, { offsetBytes: entry.headerStartByte });
  }
  const bytes = new Uint8Array(member.sizeBytes);
  await member.read(NOTHING_BEFORE, (next) => next(bytes), options);
  return memoryFile(bytes, name);
}

// src/formats/keras/variables.ts
var KERNEL = ["kernel", "bias"];
var RECURRENT = ["kernel", "recurrent_kernel", "bias"];
var NORMALIZATION = ["gamma", "beta"];
var VARIABLES = /* @__PURE__ */ new Map([
  ["dense", KERNEL],
  ["einsum_dense", KERNEL],
  ["query_dense", KERNEL],
  ["key_dense", KERNEL],
  ["value_dense", KERNEL],
  ["output_dense", KERNEL],
  ["conv1d", KERNEL],
  ["conv2d", KERNEL],
  ["conv3d", KERNEL],
  ["conv1d_transpose", KERNEL],
  ["conv2d_transpose", KERNEL],
  ["conv3d_transpose", KERNEL],
  ["depthwise_conv1d", KERNEL],
  ["depthwise_conv2d", KERNEL],
  ["separable_conv1d", ["depthwise_kernel", "pointwise_kernel", "bias"]],
  ["separable_conv2d", ["depthwise_kernel", "pointwise_kernel", "bias"]],
  ["embedding", ["embeddings"]],
  ["p_re_lu", ["alpha"]],
  ["cell", RECURRENT],
  ["lstm_cell", RECURRENT],
  ["gru_cell", RECURRENT],
  ["simple_rnn_cell", RECURRENT],
  ["layer_normalization", NORMALIZATION],
  ["group_normalization", NORMALIZATION],
  ["batch_normalization", [...NORMALIZATION, "moving_mean", "moving_variance"]]
]);
var ALL_OR_NONE = /* @__PURE__ */ new Set([
  "batch_normalization",
  "layer_normalization",
  "group_normalization"
]);
var NUMBER = /_\d+$/;
function variableNames(key, count) {
  const kind = key.replace(NUMBER, "");
  const names = VARIABLES.get(kind) ?? [];
  return ALL_OR_NONE.has(kind) && count !== names.length ? [] : names;
}
function compareVariables(a, b) {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

// src/formats/keras/layer-weights.ts
var LAYERS = ["layers", "_layer_checkpoint_dependencies"];
var VARIABLES2 = "vars";
var NAME2 = "name";
function layerWeights(root, order) {
  return LAYERS.flatMap((container) => {
    const layers = root.groups.get(container);
    return layers === void 0 ? [] : membersOf(layers, `${container}/`, "", order);
  });
}
function membersOf(layers, path, prefix, order) {
  const members = [...layers.groups].map(([key, group]) => ({ key, group, name: nameOf(group) ?? key }));
  const placeOf = ({ name }) => order.get(name) ?? order.size;
  return members.toSorted((a, b) => placeOf(a) - placeOf(b)).flatMap(({ key, group, name }) => objectOf(group, `${path}${key}/`, `${prefix}${name}/`, key, order));
}
function objectOf(group, path, prefix, key, order) {
  const variables = group.groups.get(VARIABLES2);
  const names = variableNames(key, variables?.arrays.size ?? 0);
  const own = [...variables?.arrays ?? []].toSorted(([a], [b]) => compareVariables(a, b)).map(([number, array]) => ({
    name: prefix + (names[Number(number)] ?? number),
    path: `${path}${VARIABLES2}/${number}`,
    array
  }));
  const inner = [...group.groups].flatMap(([name, member]) => {
    if (name === VARIABLES2) return [];
    const memberPath2 = `${path}${name}/`;
    return LAYERS.includes(name) ? membersOf(member, memberPath2, prefix, order) : objectOf(member, memberPath2, `${prefix}${name}/`, name, order);
  });
  return [...own, ...inner];
}
function nameOf(group) {
  return group.groups.get(VARIABLES2)?.attributes.get(NAME2)?.[0];
}

// src/formats/keras/listed-weights.ts
var MODEL_WEIGHTS = "model_weights";
function listedWeights(root) {
  const inModel = root.groups.get(MODEL_WEIGHTS);
  const [group, prefix] = inModel === void 0 ? [root, ""] : [inModel, `${MODEL_WEIGHTS}/`];
  const layers = listOf(group.attributes, "layer_names");
  return layers?.flatMap((layer) => {
    const inner = group.groups.get(layer);
    return (listOf(inner?.attributes, "weight_names") ?? []).flatMap((name) => {
      const array = arrayAt(inner, name);
      return array === void 0 ? [] : [{ name, path: `${prefix}${layer}/${name}`, array }];
    });
  });
}
function listOf(attributes, name) {
  const whole2 = attributes?.get(name);
  if (whole2 !== void 0) return whole2;
  const parts = [];
  for (let i = 0; ; i++) {
    const part = attributes?.get(`${name}${i}`);
    if (part === void 0) return i === 0 ? void 0 : parts;
    parts.push(...part);
  }
}
function arrayAt(group, name) {
  const parts = name.split("/");
  const last = parts.pop();
  let inner = group;
  for (const part of parts) inner = inner?.groups.get(part);
  return inner?.arrays.get(last);
}

// src/formats/keras/keras-tensors.ts
var OPTIMIZER = /^(model_weights\/)?(optimizer|optimizer_weights)\//;
function kerasTensors(root, order = /* @__PURE__ */ new Map()) {
  const all = everyArray(root, "");
  const known = listedWeights(root) ?? layerWeights(root, order);
  const taken = new Set(known.map(({ path }) => path));
  const rest = all.filter(({ path }) => !taken.has(path));
  const uses = /* @__PURE__ */ new Map();
  for (const { name } of [...known, ...rest]) uses.set(name, (uses.get(name) ?? 0) + 1);
  return [...known, ...rest].map(({ name, path, array }) => ({
    ...array,
    // Two weights of one name are told apart by where they lie.
    name: uses.get(name) === 1 ? name : path,
    kernelLayout: "hwio",
    ...OPTIMIZER.test(path) && { unfit: "the state of an optimizer is not weights" }
  }));
}
function everyArray(group, prefix) {
  const own = [...group.arrays].map(([name, array]) => ({ name: prefix + name, path: prefix + name, array }));
  return [...own, ...[...group.groups].flatMap(([name, inner]) => everyArray(inner, `${prefix}${name}/`))];
}

// src/formats/keras/keras.ts
var HDF5_BEGINNINGS = [0, 512];
var keras = {
  name: "keras",
  suffixes: [".keras", ".h5", ".hdf5"],
  recognises: (head) => HDF5_BEGINNINGS.some((at) => startsHdf5(head, at)) || looksLikeKerasArchive(head),
  readTensors: readTensors2
};
async function readTensors2(source, options) {
  const archive = await readKerasArchive(source, options);
  const root = await readHdf5(archive?.weights ?? source, options);
  return { order: "stored", tensors: kerasTensors(root, archive?.layerOrder) };
}

// src/formats/numpy/python-literal.ts
var NotALiteral = class extends Error {
  /** Where it stops being one, in characters. */
  at;
  constructor(what, at) {
    super(what);
    this.at = at;
  }
};
var INTEGER2 = /-?\d{1,20}(?!\d)L?/y;
var WORD = /True|False|None/y;
var SPACE = /[ \t\n]*/y;
var TEXT = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y;
var ESCAPED = /* @__PURE__ */ new Map([
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function parsePythonLiteral(text) {
  let at = 0;
  const value = parseValue(0);
  if (at !== text.length) throw new NotALiteral("something follows the literal", at);
  return value;
  function take(pattern) {
    pattern.lastIndex = at;
    const match = pattern.exec(text) ?? void 0;
    if (match !== void 0) at = pattern.lastIndex;
    return match;
  }
  function takeMark(mark) {
    if (text[at] !== mark) return false;
    at++;
    take(SPACE);
    return true;
  }
  function parseValue(depth) {
    if (depth > MAX_NPY_HEADER_DEPTH) {
      throw new NotALiteral(`literals lie more than ${MAX_NPY_HEADER_DEPTH} deep in each other`, at);
    }
    take(SPACE);
    const value2 = parseBare(depth);
    take(SPACE);
    return value2;
  }
  function parseBare(depth) {
    if (takeMark("{")) return parseDict(depth);
    if (takeMark("(")) return parseItems(")", depth);
    if (takeMark("[")) return parseItems("]", depth);
    const quoted = take(TEXT);
    if (quoted !== void 0) return unescapeText(quoted[1] ?? quoted[2]);
    const integer2 = take(INTEGER2);
    if (integer2 !== void 0) return BigInt(integer2[0].replace("L", ""));
    const word = take(WORD)?.[0];
    if (word === void 0) throw new NotALiteral("no literal begins", at);
    return word === "None" ? void 0 : word === "True";
  }
  function parseItems(end, depth) {
    const items = [];
    while (!takeMark(end)) {
      items.push(parseValue(depth + 1));
      if (takeMark(",")) continue;
      if (!takeMark(end) || end === ")" && items.length === 1)
        throw new NotALiteral("a comma is missing", at);
      break;
    }
    return items;
  }
  function parseDict(depth) {
    const members = /* @__PURE__ */ new Map();
    while (!takeMark("}")) {
      const key = parseValue(depth + 1);
      if (typeof key !== "string" || members.has(key))
        throw new NotALiteral("a key is no text, or is there twice", at);
      if (!takeMark(":")) throw new NotALiteral("a colon is missing", at);
      members.set(key, parseValue(depth + 1));
      if (takeMark(",")) continue;
      if (!takeMark("}")) throw new NotALiteral("a comma is missing", at);
      break;
    }
    return members;
  }
}
function unescapeText(text) {
  return text.replace(/\\(.)/gs, (written, letter) => ESCAPED.get(letter) ?? written);
}

// src/formats/numpy/refuse.ts
var CURE2 = "The file is damaged, was cut short, or was made to mislead: write it again with numpy.save or numpy.savez";
var refuse6 = refusalOf("as a NumPy array", CURE2);

// src/formats/numpy/npy-header.ts
var NPY_MAGIC = [147, 78, 85, 77, 80, 89];
var FIRST_READ_BYTES = 256;
var SHORT_HEAD_BYTES = 10;
var LONG_HEAD_BYTES = 12;
async function readNpyHeader(file, next) {
  const first = new Uint8Array(Math.min(FIRST_READ_BYTES, file.sizeBytes));
  await next(first);
  const take = async (bytes, atByte) => {
    if (atByte + bytes > file.sizeBytes) {
      const problem = `it ends after ${file.sizeBytes} bytes, inside its header`;
      throw refuse6(file.name, "TRUNCATED", problem, { offsetBytes: file.sizeBytes });
    }
    const taken = new Uint8Array(bytes);
    const known = first.subarray(atByte, atByte + bytes);
    taken.set(known);
    if (known.length < bytes) await next(taken.subarray(known.length));
    return taken;
  };
  const head = await take(SHORT_HEAD_BYTES, 0);
  if (!startsWith(head, NPY_MAGIC)) {
    throw refuse6(file.name, "NOT_NPY", "it does not begin with \\x93NUMPY", { offsetBytes: 0 });
  }
  const [major, minor] = head.subarray(NPY_MAGIC.length);
  if (major < 1 || major > 3 || minor !== 0) {
    const problem = `it has version ${major}.${minor}, and only 1.0, 2.0 and 3.0 can be read`;
    throw refuse6(file.name, "UNSUPPORTED_VERSION", problem, { offsetBytes: NPY_MAGIC.length });
  }
  const rest = major === 1 ? new Uint8Array() : await take(LONG_HEAD_BYTES - SHORT_HEAD_BYTES, SHORT_HEAD_BYTES);
  const lengthBytes = [head[8], head[9], ...rest];
  const textBytes = lengthBytes.reduce((length, byte, i) => length + byte * 2 ** (8 * i), 0);
  const textAtByte = SHORT_HEAD_BYTES + rest.length;
  if (textBytes > MAX_NPY_HEADER_BYTES) {
    const problem = `it claims a header of ${textBytes} bytes, more than ${MAX_NPY_HEADER_BYTES}`;
    throw refuse6(file.name, "HEADER_TOO_LARGE", problem, { offsetBytes: NPY_MAGIC.length + 2 });
  }
  const text = await take(textBytes, textAtByte);
  return {
    ...readDescription(file.name, decode(text, major === 3), textAtByte),
    sizeBytes: textAtByte + textBytes,
    crc32: crc32(text, crc32(rest, crc32(head)))
  };
}
function decode(text, isUtf8) {
  if (isUtf8) return new TextDecoder().decode(text);
  let decoded = "";
  for (const byte of text) decoded += String.fromCharCode(byte);
  return decoded;
}
function readDescription(fileName, text, textAtByte) {
  const bad3 = (problem, offsetBytes = textAtByte) => refuse6(fileName, "BAD_HEADER", problem, { offsetBytes });
  let header;
  try {
    header = parsePythonLiteral(text);
  } catch (error) {
    if (!(error instanceof NotALiteral)) throw error;
    throw bad3(`its header is no literal of Python: ${error.message}`, textAtByte + error.at);
  }
  if (!(header instanceof Map) || [...header.keys()].sort().join() !== "descr,fortran_order,shape") {
    throw bad3("its header is no dict of descr, fortran_order and shape");
  }
  const descr = header.get("descr");
  const fortranOrder = header.get("fortran_order");
  const shape = header.get("shape");
  if (typeof descr !== "string" && !Array.isArray(descr)) throw bad3("its descr is neither a text nor a list");
  if (typeof fortranOrder !== "boolean") throw bad3("its fortran_order is neither True nor False");
  if (!Array.isArray(shape) || shape.length > MAX_DIMENSIONS || !shape.every(isDimension)) {
    throw bad3(`its shape is no tuple of at most ${MAX_DIMENSIONS} whole numbers from 0 on`);
  }
  return { descr: typeof descr === "string" ? descr : void 0, fortranOrder, shape: shape.map(Number) };
}
function isDimension(value) {
  return typeof value === "bigint" && value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER);
}

// src/formats/pytorch/strided-view.ts
var CHUNK_BYTES2 = 32 * 1024 * 1024;
function spannedElements(view) {
  return view.shape.reduce((span, dimension, axis) => span + (dimension - 1) * view.strides[axis], 1);
}
function isContiguous(view) {
  let expected = 1;
  for (let axis = view.shape.length - 1; axis >= 0; axis--) {
    const dimension = view.shape[axis];
    if (dimension !== 1 && view.strides[axis] !== expected) return false;
    expected *= dimension;
  }
  return true;
}
async function gather(view, elementBytes, read, target) {
  const axes = [];
  let targetStep = 1;
  for (let axis = view.shape.length - 1; axis >= 0; axis--) {
    const size = view.shape[axis];
    if (size !== 1) axes.push({ size, sourceStep: view.strides[axis], targetStep });
    targetStep *= size;
  }
  axes.sort((a, b) => b.sourceStep - a.sourceStep);
  await gatherBlock(axes, view.offset, 0);
  async function gatherBlock(block, sourceAt, targetAt) {
    const span = spanOf(block);
    if (span * elementBytes <= CHUNK_BYTES2 || block.length === 0) {
      const chunk = new Uint8Array(span * elementBytes);
      await read(sourceAt * elementBytes, chunk);
      scatter(chunk, target, targetAt, block, elementBytes);
      return;
    }
    const [outer, ...inner] = block;
    const fitting = Math.floor((CHUNK_BYTES2 / elementBytes - spanOf(inner)) / outer.sourceStep) + 1;
    const steps = Math.max(1, fitting);
    for (let step = 0; step < outer.size; step += steps) {
      const size = Math.min(steps, outer.size - step);
      const part = size === 1 ? inner : [{ ...outer, size }, ...inner];
      await gatherBlock(part, sourceAt + step * outer.sourceStep, targetAt + step * outer.targetStep);
    }
  }
}
function spanOf(axes) {
  return axes.reduce((span, axis) => span + (axis.size - 1) * axis.sourceStep, 1);
}
function scatter(chunk, target, targetAt, axes, elementBytes) {
  const wordBytes = [4, 2].find((size) => elementBytes % size === 0 && target.byteOffset % size === 0) ?? 1;
  const words = elementBytes / wordBytes;
  const from = wordsOf(chunk, wordBytes);
  const to = wordsOf(target, wordBytes);
  const scaled = axes.map(({ size, sourceStep, targetStep }) => ({
    size,
    sourceStep: sourceStep * words,
    targetStep: targetStep * words
  }));
  if (words > 1 || scaled.length === 0) scaled.push({ size: words, sourceStep: 1, targetStep: 1 });
  copy(0, 0, targetAt * words);
  function copy(level, sourceAt, at) {
    const { size, sourceStep, targetStep } = scaled[level];
    if (level === scaled.length - 1) {
      for (let step = 0; step < size; step++)
        to[at + step * targetStep] = from[sourceAt + step * sourceStep];
    } else {
      for (let step = 0; step < size; step++)
        copy(level + 1, sourceAt + step * sourceStep, at + step * targetStep);
    }
  }
}
function wordsOf(bytes, wordBytes) {
  const words = Math.floor(bytes.byteLength / wordBytes);
  if (wordBytes === 4) return new Uint32Array(bytes.buffer, bytes.byteOffset, words);
  if (wordBytes === 2) return new Uint16Array(bytes.buffer, bytes.byteOffset, words);
  return bytes;
}

// src/formats/numpy/npy-tensor.ts
var OPAQUE_KINDS = /* @__PURE__ */ new Map([
  ["c", "complex"],
  ["f", "float"],
  ["O", "object"],
  ["S", "text"],
  ["U", "text"],
  ["V", "void"],
  ["M", "time"],
  ["m", "timedelta"]
]);
var DESCR = /^([<>|=]?)([a-zA-Z])(\d{0,6})(\[[^\]]{1,20}\])?$/;
function npyTensor(name, file, header) {
  const { descr, shape } = header;
  const common = { name, shape, kernelLayout: "oihw", storageKey: file.key };
  const [, byteOrder, kind, size] = DESCR.exec(descr ?? "|V") ?? [];
  if (kind === void 0) {
    const problem = `its type is ${JSON.stringify(descr?.slice(0, 50))}, which NumPy does not have`;
    throw refuse6(file.name, "BAD_HEADER", problem, { offsetBytes: 0 });
  }
  const dtype = NUMPY_DTYPE_CODES.get(`${kind}${size}`);
  if (dtype === void 0) return opaqueTensor(common, file, kind, size ?? "", descr === void 0);
  const elementBytes = bytesPerElement(dtype);
  const sizeBytes = exactBytes(shape, elementBytes);
  const storedBytes = file.sizeBytes - header.sizeBytes;
  if (sizeBytes !== BigInt(storedBytes)) {
    const code = sizeBytes > storedBytes ? "TRUNCATED" : "BAD_LAYOUT";
    const problem = `its shape ${showShape(shape)} needs ${sizeBytes} bytes of ${dtype}, and ${storedBytes} follow its header`;
    throw refuse6(file.name, code, problem, { offsetBytes: header.sizeBytes });
  }
  return {
    ...common,
    dtype,
    sizeBytes: storedBytes,
    async readInto(target, options) {
      const read = (use) => file.readElements(header, use, options);
      if (header.fortranOrder && storedBytes > 0) {
        const view = { offset: 0, shape, strides: fortranStrides(shape) };
        await read((next) => gather(view, elementBytes, (_, chunk) => next(chunk), target));
      } else {
        await read((next) => next(target));
      }
      if (byteOrder === ">") swapBytes(target, elementBytes);
    }
  };
}
function opaqueTensor(common, file, kind, size, isRecord) {
  const word = isRecord ? "record" : OPAQUE_KINDS.get(kind);
  if (word === void 0) {
    throw refuse6(file.name, "BAD_HEADER", `its type ${kind}${size} is none that NumPy has`, {
      offsetBytes: 0
    });
  }
  const isCounted = kind === "c" || kind === "f" || kind === "V";
  const dtype = isCounted && size !== "" ? `${word}${8 * Number(size)}` : word;
  return {
    ...common,
    dtype,
    sizeBytes: 0,
    readInto: () => Promise.reject(
      refuse6(file.name, "BAD_TENSOR", `its elements are ${dtype}, not numbers`, { offsetBytes: 0 })
    )
  };
}
function fortranStrides(shape) {
  return shape.map((_, axis) => elementCount(shape.slice(0, axis)));
}

// src/formats/numpy/npy.ts
var npy = {
  name: "npy",
  suffixes: [".npy"],
  recognises: (head) => startsWith(head, NPY_MAGIC),
  readTensors: readTensors3
};
async function readTensors3(source, options) {
  const header = await readNpyHeader(source, readerFrom(source, 0, options));
  const file = {
    name: source.name,
    key: source.name,
    sizeBytes: source.sizeBytes,
    readElements: ({ sizeBytes }, use, readOptions) => use(readerFrom(source, sizeBytes, readOptions))
  };
  const name = baseName(source.name).replace(/\.npy$/i, "");
  return { order: "stored", tensors: [npyTensor(name, file, header)] };
}
function readerFrom(source, startByte, options) {
  let at = startByte;
  return async (target) => {
    await source.readInto(at, target, options);
    at += target.length;
  };
}

// src/formats/numpy/npz.ts
var SUFFIX = ".npy";
var npz = {
  name: "npz",
  suffixes: [".npz"],
  recognises: (head) => firstRecordName(head)?.endsWith(SUFFIX) === true,
  readTensors: readTensors4
};
async function readTensors4(source, options) {
  const tensors = [];
  for (const entry of (await readZipDirectory(source, options)).values()) {
    if (!entry.name.endsWith(SUFFIX)) {
      const problem = `it holds ${quote(entry.name)} among its arrays`;
      throw refuse4(source.name, "NOT_NPZ", problem, { offsetBytes: entry.headerStartByte });
    }
    tensors.push(await readMember(source, entry, options));
  }
  return { order: "stored", tensors };
}
async function readMember(source, entry, options) {
  const name = entry.name.slice(0, -SUFFIX.length);
  const member = zipMember(source, entry, "an array", options);
  const file = {
    name: `${quote(entry.name)} in ${source.name}`,
    key: `${source.name}:${entry.headerStartByte}`,
    sizeBytes: member.sizeBytes,
    readElements: member.read
  };
  let header;
  const readHeader2 = async (next) => {
    header = await readNpyHeader(file, next);
  };
  await member.read(NOTHING_BEFORE, readHeader2, options);
  return npyTensor(name, file, header);
}

// src/formats/onnx/refuse.ts
var refuse7 = refusalOf("as ONNX");

// src/formats/onnx/external-data.ts
var CURE3 = "Keep the data in one file beside the model's, as onnx.save_model(..., location=...) writes it";
var ExternalFiles = class {
  #model;
  #openSibling;
  #opened = /* @__PURE__ */ new Map();
  constructor(model, openSibling) {
    this.#model = model;
    this.#openSibling = openSibling;
  }
  /**
   * Checks that the bytes of a tensor exist, without reading them.
   *
   * @param entries `location`, and optionally `offset` and `length` in bytes, as stored.
   * @throws FormatError `EXTERNAL_DATA_OUTSIDE` for a location outside the model's folder, `EXTERNAL_DATA_MISSING`
   * when there is no such file, `TENSOR_OUT_OF_BOUNDS` when it is too short, `BAD_TENSOR` when the lengths disagree.
   */
  async find(tensorName, entries, sizeBytes) {
    const location = entries.get("location") ?? "";
    const startByte = this.#count(tensorName, "offset", entries.get("offset") ?? "0");
    const length = entries.get("length");
    if (length !== void 0 && this.#count(tensorName, "length", length) !== sizeBytes) {
      const problem = `has ${length} bytes of external data, and its shape and type need ${sizeBytes}`;
      throw this.#refuse("BAD_TENSOR", tensorName, problem);
    }
    const { source, claims } = await this.#open(tensorName, location);
    const endByte = startByte + sizeBytes;
    if (endByte > source.sizeBytes) {
      const problem = `has its bytes from ${startByte} to ${endByte} of ${quote(location)}, which has ${source.sizeBytes}`;
      throw this.#refuse("TENSOR_OUT_OF_BOUNDS", tensorName, problem);
    }
    if (sizeBytes > 0) claims.push({ startByte, endByte, tensorName });
    return { source, startByte };
  }
  /**
   * Checks that tensors share bytes only where they share all of them, as tied weights do: a small file must not stand
   * for more work than its data.
   *
   * @throws FormatError `BAD_LAYOUT`
   */
  checkOverlaps() {
    for (const { claims } of this.#opened.values()) {
      const overlap = findOverlap(claims);
      if (overlap === void 0) continue;
      const problem = `has bytes of its external data in common with ${quote(overlap.before.tensorName)}`;
      throw this.#refuse("BAD_LAYOUT", overlap.span.tensorName, problem);
    }
  }
  async #open(tensorName, location) {
    const opened = this.#opened.get(location);
    if (opened !== void 0) return opened;
    if (!isPlainFileName(location)) {
      const problem = `keeps its data in ${quote(location)}, which is no file in the model's folder`;
      throw this.#refuse("EXTERNAL_DATA_OUTSIDE", tensorName, problem, CURE3);
    }
    if (this.#opened.size >= MAX_ONNX_EXTERNAL_FILES) {
      const problem = `is in one of more than ${MAX_ONNX_EXTERNAL_FILES} files of external data`;
      throw this.#refuse("TOO_MANY_FILES", tensorName, problem, CURE3);
    }
    const source = await this.#openSibling?.(location);
    if (source === void 0) {
      const problem = `keeps its data in ${quote(location)}, which is not beside the model`;
      throw this.#refuse("EXTERNAL_DATA_MISSING", tensorName, problem, "Put that file beside the model");
    }
    const file = { source, claims: [] };
    this.#opened.set(location, file);
    return file;
  }
  #count(tensorName, key, text) {
    const count = /^\d{1,20}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(count)) return count;
    throw this.#refuse("BAD_TENSOR", tensorName, `has external data with the ${key} ${quote(text)}`);
  }
  #refuse(code, tensorName, problem, cure) {
    return refuse7(this.#model.name, code, `tensor ${quote(tensorName)} ${problem}`, {
      ...cure !== void 0 && { cure },
      tensor: tensorName
    });
  }
};

// src/formats/onnx/head.ts
var VARINT = 0;
var BYTES = 2;
var IR_VERSION = 1;
var MODEL_VERSION = 5;
var GRAPH = 7;
var TEXTS = /* @__PURE__ */ new Set([2, 3, 4, 6]);
var OPSET_IMPORT = 8;
var MAX_IR_VERSION = 100;
var GRAPH_TAGS = /* @__PURE__ */ new Set([10, 18, 42, 82, 90, 98, 106]);
function looksLikeOnnx(head) {
  const cursor = { head, at: 0 };
  if (readVarint(cursor) !== (IR_VERSION << 3 | VARINT)) return false;
  const version = readVarint(cursor);
  if (version === void 0 || version < 1 || version > MAX_IR_VERSION) return false;
  for (; ; ) {
    const tag = readVarint(cursor);
    const value = readVarint(cursor);
    if (tag === void 0 || value === void 0) return false;
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (field === MODEL_VERSION && wireType === VARINT) continue;
    if (wireType !== BYTES) return false;
    if (field === GRAPH) return value === 0 || GRAPH_TAGS.has(head[cursor.at] ?? 0);
    if (!TEXTS.has(field) && field !== OPSET_IMPORT) return false;
    cursor.at += value;
  }
}
function readVarint(cursor) {
  let value = 0;
  for (let scale = 1; cursor.at < cursor.head.length; scale *= 128) {
    const byte = cursor.head[cursor.at++];
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
  return void 0;
}

// src/formats/onnx/kept-memory.ts
var KEPT_BYTES = { tensor: 640, matrix: 320, graph: 800, use: 160 };
function keptMemory(fileName, fileBytes) {
  let left = fileBytes + MAX_ONNX_KEPT_BYTES;
  return (what, characters) => {
    left -= KEPT_BYTES[what] + 2 * characters;
    if (left >= 0) return;
    throw refuse7(fileName, "TOO_MANY_TENSORS", "it lists more tensors and graphs than any real model");
  };
}

// src/formats/onnx/element-type.ts
var FLOAT_DATA = 4;
var INT32_DATA = 5;
var INT64_DATA = 7;
var DOUBLE_DATA = 10;
var UINT64_DATA = 11;
var DATA_FIELDS = /* @__PURE__ */ new Map([
  [FLOAT_DATA, "fixed32"],
  [INT32_DATA, "varint"],
  [INT64_DATA, "varint"],
  [DOUBLE_DATA, "fixed64"],
  [UINT64_DATA, "varint"]
]);
var NUMBERS = [
  [1, "F32", FLOAT_DATA],
  [2, "U8", INT32_DATA],
  [3, "I8", INT32_DATA],
  [4, "U16", INT32_DATA],
  [5, "I16", INT32_DATA],
  [6, "I32", INT32_DATA],
  [7, "I64", INT64_DATA],
  [9, "BOOL", INT32_DATA],
  [10, "F16", INT32_DATA],
  [11, "F64", DOUBLE_DATA],
  [12, "U32", UINT64_DATA],
  [13, "U64", UINT64_DATA],
  [16, "BF16", INT32_DATA],
  [17, "F8_E4M3", INT32_DATA],
  [19, "F8_E5M2", INT32_DATA]
];
var ELEMENT_TYPES = new Map(
  NUMBERS.map(([dataType, dtype, dataField]) => [
    dataType,
    { name: dtype, elementBytes: bytesPerElement(dtype), dataField }
  ])
);
var OTHERS = /* @__PURE__ */ new Map([
  [8, "string"],
  [14, "complex64"],
  [15, "complex128"],
  [18, "float8e4m3fnuz"],
  [20, "float8e5m2fnuz"],
  [21, "uint4"],
  [22, "int4"],
  [23, "float4e2m1"],
  [24, "float8e8m0"],
  [25, "uint2"],
  [26, "int2"]
]);
function elementType(dataType) {
  return dataType === "sparse" ? void 0 : ELEMENT_TYPES.get(dataType);
}
function opaqueTypeName(dataType) {
  if (dataType === "sparse") return dataType;
  return OTHERS.get(dataType) ?? `ONNX type ${dataType}`;
}

// src/formats/onnx/tensor-proto.ts
var DIMS = 1;
var DATA_TYPE = 2;
var NAME3 = 8;
var RAW_DATA = 9;
var EXTERNAL_DATA = 13;
var DATA_LOCATION = 14;
var EXTERNAL = 1n;
async function readTensorProto(reader, message) {
  let name;
  let dataType;
  let raw;
  let typed;
  let isExternal = false;
  const shape = [];
  const entries = /* @__PURE__ */ new Map();
  const bad3 = refuser(reader, message);
  for await (const field of reader.message(message)) {
    switch (field.number) {
      case DIMS:
        await readDimensions(reader, field, shape, bad3);
        break;
      case DATA_TYPE:
        reader.expect(field, "varint");
        if (dataType !== void 0) throw bad3("has two element types");
        if (field.value > 0x7fffffffn) throw bad3("has an element type that is no enumerator");
        dataType = Number(field.value);
        break;
      case NAME3:
        if (name !== void 0) throw bad3("has two names");
        name = await reader.text(field);
        break;
      case RAW_DATA:
        reader.expect(field, "bytes");
        if (raw !== void 0) throw bad3("has two raw_data");
        if (field.endByte > field.startByte) raw = { startByte: field.startByte, endByte: field.endByte };
        break;
      case EXTERNAL_DATA:
        await readEntry2(reader, field, entries);
        if (entries.size > MAX_ONNX_EXTERNAL_ENTRIES) {
          throw bad3(`says more than ${MAX_ONNX_EXTERNAL_ENTRIES} things of its external data`);
        }
        break;
      case DATA_LOCATION:
        reader.expect(field, "varint");
        isExternal = field.value === EXTERNAL;
        break;
      default: {
        const wireType = DATA_FIELDS.get(field.number);
        if (wireType === void 0) break;
        if (field.wireType !== "bytes") reader.expect(field, wireType);
        if (typed !== void 0 && typed.field !== field.number) throw bad3("has elements of two kinds");
        typed = withRun(typed, field);
      }
    }
  }
  if (typed?.dataBytes === 0) typed = void 0;
  const places = [raw, typed, isExternal || void 0].filter((place2) => place2 !== void 0);
  if (places.length > 1) throw bad3("has its elements in two places");
  if (dataType === void 0 || dataType === 0) throw bad3("has no element type");
  return {
    name: name ?? "",
    shape,
    dataType,
    raw,
    typed,
    external: isExternal ? entries : void 0,
    startByte: message.startByte
  };
}
var SPARSE_VALUES = 1;
var SPARSE_DIMS = 3;
async function readSparseTensorProto(reader, message) {
  let name = "";
  const shape = [];
  for await (const field of reader.message(message)) {
    if (field.number === SPARSE_VALUES) name = (await readTensorProto(reader, field)).name;
    if (field.number === SPARSE_DIMS) await readDimensions(reader, field, shape, refuser(reader, message));
  }
  return {
    name,
    shape,
    dataType: "sparse",
    raw: void 0,
    typed: void 0,
    external: void 0,
    startByte: message.startByte
  };
}
function refuser(reader, { startByte }) {
  return (problem) => refuse7(reader.source.name, "BAD_TENSOR", `the tensor at byte ${startByte} ${problem}`, {
    offsetBytes: startByte
  });
}
async function readDimensions(reader, field, shape, bad3) {
  await reader.numbers(field, (value) => {
    const dimension = Number(BigInt.asIntN(64, value));
    if (!Number.isSafeInteger(dimension) || dimension < 0) throw bad3(`has a dimension of ${dimension}`);
    if (shape.push(dimension) > MAX_DIMENSIONS) throw bad3(`has more than ${MAX_DIMENSIONS} dimensions`);
  });
}
function withRun(typed, field) {
  const { startByte, endByte } = field;
  return {
    field: field.number,
    startByte: typed?.startByte ?? field.tagByte,
    endByte,
    dataBytes: (typed?.dataBytes ?? 0) + endByte - startByte,
    run: typed === void 0 ? { startByte, endByte } : void 0
  };
}
var KEY = 1;
var VALUE = 2;
async function readEntry2(reader, message, entries) {
  let key = "";
  let value = "";
  for await (const field of reader.message(message)) {
    if (field.number === KEY) key = await reader.text(field);
    if (field.number === VALUE) value = await reader.text(field);
  }
  if (entries.has(key)) {
    throw refuse7(
      reader.source.name,
      "BAD_TENSOR",
      `external data has two values for ${JSON.stringify(key)}`,
      { offsetBytes: message.tagByte }
    );
  }
  entries.set(key, value);
}

// src/formats/onnx/wire-reader.ts
var WIRE_TYPES = [
  "varint",
  "fixed64",
  "bytes",
  void 0,
  void 0,
  "fixed32",
  void 0,
  void 0
];
var MAX_VARINT_BYTES = 10;
var MAX_FIELD_NUMBER = 2 ** 29 - 1;
var LOW_BYTES = 7;
var LOW_BITS = 49n;
var WINDOW3 = { firstBytes: 4 * 1024, mostBytes: 256 * 1024, nearBytes: 64 * 1024 };
var WireReader = class {
  source;
  #window;
  #fieldCount = 0;
  /** The varint read last: its lower 49 bits, those above, and where it ended. */
  #low = 0;
  #high = 0;
  #afterByte = 0;
  /** @param lastByte nothing is read from here on; by default the end of the file. */
  constructor(source, options, lastByte = source.sizeBytes) {
    this.source = source;
    this.#window = new FileWindow(source, { ...WINDOW3, lastByte }, options);
  }
  /**
   * The fields of the message that lies there, one after another.
   *
   * @throws FormatError `TRUNCATED` when a field goes on after the file's end, `BAD_WIRE` when the bytes are no
   * message, `TOO_MANY_FIELDS` when there is no end to them.
   */
  async *fields(startByte, endByte) {
    for (let tagByte = startByte; tagByte < endByte; ) {
      const headEndByte = Math.min(tagByte + 2 * MAX_VARINT_BYTES, endByte);
      if (!this.#window.holds(tagByte, headEndByte)) await this.#window.fill(tagByte, headEndByte);
      const field = this.#readField(tagByte, endByte);
      yield field;
      tagByte = field.endByte;
    }
  }
  /**
   * The fields of the message that a field holds.
   *
   * @throws FormatError `BAD_WIRE` when it holds none, or what `fields` throws.
   */
  message(field) {
    this.expect(field, "bytes");
    return this.fields(field.startByte, field.endByte);
  }
  /** Calls `take` with every varint that lies there, as its lower 49 bits and the 15 above. */
  async varints(startByte, endByte, take) {
    for (let at = startByte; at < endByte; at = this.#afterByte) {
      const mostEndByte = Math.min(at + MAX_VARINT_BYTES, endByte);
      if (!this.#window.holds(at, mostEndByte)) await this.#window.fill(at, mostEndByte);
      this.#readVarint(at, endByte);
      take(this.#low, this.#high);
    }
  }
  /**
   * Calls `take` with every number of a repeated field, which may hold one or be packed.
   *
   * @throws FormatError `BAD_WIRE` when it holds no varints.
   */
  async numbers(field, take) {
    if (field.wireType !== "bytes") this.expect(field, "varint");
    const { startByte, endByte } = field;
    await this.varints(startByte, endByte, (low, high) => take(toBigInt(low, high)));
  }
  /** Calls `take` with the bytes that lie there, a window at a time. A chunk is valid until `take` returns. */
  async bytes(startByte, endByte, take) {
    for (let at = startByte; at < endByte; ) {
      if (!this.#window.holds(at, at + 1)) await this.#window.fill(at, at + 1);
      const { bytes, startByte: windowByte } = this.#window;
      const chunk = bytes.subarray(at - windowByte, endByte - windowByte);
      take(chunk);
      at += chunk.length;
    }
  }
  /** @throws FormatError `BAD_TEXT` when it is not UTF-8 or longer than any name. */
  async text(field) {
    const { startByte, endByte } = field;
    const bad3 = (problem) => refuse7(this.source.name, "BAD_TEXT", `the text at byte ${startByte} ${problem}`, {
      offsetBytes: startByte
    });
    this.expect(field, "bytes");
    if (endByte - startByte > MAX_TENSOR_NAME_LENGTH) {
      throw bad3(`has ${endByte - startByte} bytes, and names have at most ${MAX_TENSOR_NAME_LENGTH}`);
    }
    const bytes = await this.#window.take(startByte, endByte);
    try {
      return UTF82.decode(bytes);
    } catch {
      throw bad3("is not UTF-8");
    }
  }
  /** @throws FormatError `BAD_WIRE` unless the field has a value of that kind. */
  expect(field, wireType) {
    if (field.wireType === wireType) return;
    throw this.#bad(field.tagByte, `field ${field.number} is stored as ${field.wireType}, not ${wireType}`);
  }
  #readField(tagByte, endByte) {
    if (++this.#fieldCount > MAX_ONNX_FIELDS) {
      const problem = `it has more than ${MAX_ONNX_FIELDS} fields`;
      throw refuse7(this.source.name, "TOO_MANY_FIELDS", problem, { offsetBytes: tagByte });
    }
    this.#readVarint(tagByte, endByte);
    const tag = this.#low;
    const number = Math.floor(tag / 8);
    const wireType = WIRE_TYPES[tag % 8];
    if (this.#high !== 0 || number < 1 || number > MAX_FIELD_NUMBER || wireType === void 0) {
      throw this.#bad(tagByte, "what should be a field is none");
    }
    let startByte = this.#afterByte;
    let lengthBytes = wireType === "fixed64" ? 8 : 4;
    let value = 0n;
    if (wireType === "varint" || wireType === "bytes") {
      this.#readVarint(startByte, endByte);
      lengthBytes = this.#afterByte - startByte;
      if (wireType === "varint") {
        value = toBigInt(this.#low, this.#high);
      } else {
        startByte = this.#afterByte;
        lengthBytes = this.#high === 0 ? this.#low : Number.POSITIVE_INFINITY;
      }
    }
    const fieldEndByte = startByte + lengthBytes;
    if (fieldEndByte > endByte) {
      const problem = `field ${number} has ${lengthBytes} bytes, and ${endByte - startByte} are left`;
      throw this.#ends(fieldEndByte, tagByte, problem);
    }
    return { number, wireType, tagByte, startByte, endByte: fieldEndByte, value };
  }
  #readVarint(startByte, endByte) {
    const { bytes } = this.#window;
    const from = startByte - this.#window.startByte;
    const count = Math.min(MAX_VARINT_BYTES, endByte - startByte);
    this.#low = 0;
    this.#high = 0;
    for (let i = 0; i < count; i++) {
      const byte = bytes[from + i];
      const bits = byte & 127;
      if (i < LOW_BYTES) this.#low += bits * 2 ** (7 * i);
      else this.#high += bits * 2 ** (7 * (i - LOW_BYTES));
      if (byte < 128) {
        if (this.#high >= 2 ** 15) throw this.#bad(startByte, "a number has more than 64 bits");
        this.#afterByte = startByte + i + 1;
        return;
      }
    }
    if (count === MAX_VARINT_BYTES) throw this.#bad(startByte, "a number has more than 64 bits");
    throw this.#ends(endByte + 1, startByte, "a number goes on after the last byte");
  }
  /** Something needs more bytes than its message has: either the file was cut or the message lies. */
  #ends(neededEndByte, offsetBytes, problem) {
    if (neededEndByte <= this.source.sizeBytes) return this.#bad(offsetBytes, problem);
    return refuse7(this.source.name, "TRUNCATED", `${problem}, at byte ${offsetBytes}`, { offsetBytes });
  }
  #bad(offsetBytes, problem) {
    return refuse7(this.source.name, "BAD_WIRE", `${problem}, at byte ${offsetBytes}`, { offsetBytes });
  }
};
function toBigInt(low, high) {
  return high === 0 ? BigInt(low) : BigInt(low) + (BigInt(high) << LOW_BITS);
}
var UTF82 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// src/formats/onnx/model-walk.ts
var MODEL = { graph: 7, functions: 25 };
var FUNCTION = { name: 1, node: 7 };
var GRAPH2 = { node: 1, initializer: 5, sparseInitializer: 15 };
var NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 };
var ATTRIBUTE = { name: 1, tensor: 5, graph: 6, ints: 8, graphs: 11, sparseTensor: 22 };
var INPUTS_READ = 3;
var RECURRENT2 = /* @__PURE__ */ new Set(["LSTM", "GRU", "RNN"]);
var CONVOLUTIONS = /* @__PURE__ */ new Set(["Conv", "ConvTranspose"]);
var ModelWalk = class {
  tensors = [];
  scopes = [];
  #source;
  #reader;
  #keep;
  constructor(source, keep, options) {
    this.#source = source;
    this.#keep = keep;
    this.#reader = new WireReader(source, options);
  }
  /**
   * Walks the whole file, a ModelProto.
   *
   * @throws FormatError when it is no sound model, with the offset of what is wrong in `details.offsetBytes`.
   */
  async model() {
    let hasGraph = false;
    for await (const field of this.#reader.fields(0, this.#source.sizeBytes)) {
      if (field.number === MODEL.graph) {
        if (hasGraph) throw this.#refuse("TWO_GRAPHS", "it has two graphs", field.tagByte);
        hasGraph = true;
        await this.#graph(
          field,
          this.#scope(void 0, () => "", field)
        );
      } else if (field.number === MODEL.functions) {
        await this.#function(field);
      }
    }
    if (!hasGraph) throw this.#refuse("NO_GRAPH", "it has no graph", 0);
  }
  async #function(message) {
    let name = "";
    const scope = this.#scope(void 0, () => `${name}/`, message);
    for await (const field of this.#reader.message(message)) {
      if (field.number === FUNCTION.name) name = await this.#reader.text(field);
      if (field.number === FUNCTION.node) await this.#node(field, scope);
    }
  }
  async #graph(message, scope) {
    for await (const field of this.#reader.message(message)) {
      if (field.number === GRAPH2.node) {
        await this.#node(field, scope);
      } else if (field.number === GRAPH2.initializer) {
        this.#add(scope, await readTensorProto(this.#reader, field));
      } else if (field.number === GRAPH2.sparseInitializer) {
        this.#add(scope, await readSparseTensorProto(this.#reader, field));
      }
    }
  }
  async #node(message, scope) {
    const node = {
      name: "",
      opType: "",
      domain: "",
      inputs: [],
      outputs: [],
      value: void 0,
      permutation: []
    };
    for await (const field of this.#reader.message(message)) {
      switch (field.number) {
        case NODE.input:
          if (node.inputs.length < INPUTS_READ) node.inputs.push(await this.#reader.text(field));
          break;
        case NODE.output:
          if (node.outputs.length === 0) node.outputs.push(await this.#reader.text(field));
          break;
        case NODE.name:
          node.name = await this.#reader.text(field);
          break;
        case NODE.opType:
          node.opType = await this.#reader.text(field);
          break;
        case NODE.domain:
          node.domain = await this.#reader.text(field);
          break;
        case NODE.attribute:
          await this.#attribute(field, scope, node);
      }
    }
    if (node.domain === "" || node.domain === "ai.onnx") this.#finish(node, scope);
  }
  /** Fills in what an attribute says of its node; graphs in it are walked at once. */
  async #attribute(message, scope, node) {
    let name = "";
    let graphs = 0;
    let value;
    const ints = [];
    const walkInside = async (graph, suffix = "") => {
      const prefix = () => `${scope.prefix()}${node.name || node.opType}/${name}${suffix}/`;
      await this.#graph(graph, this.#scope(scope, prefix, graph));
    };
    for await (const field of this.#reader.message(message)) {
      switch (field.number) {
        case ATTRIBUTE.name:
          name = await this.#reader.text(field);
          break;
        case ATTRIBUTE.tensor:
          value = await readTensorProto(this.#reader, field);
          break;
        case ATTRIBUTE.sparseTensor:
          value = await readSparseTensorProto(this.#reader, field);
          break;
        case ATTRIBUTE.graph:
          await walkInside(field);
          break;
        case ATTRIBUTE.graphs:
          await walkInside(field, `.${graphs++}`);
          break;
        case ATTRIBUTE.ints:
          if (ints.length > MAX_DIMENSIONS || field.endByte - field.startByte > MAX_DIMENSIONS) break;
          await this.#reader.numbers(field, (item) => ints.push(Number(item)));
      }
    }
    if (name === "value" || name === "sparse_value") node.value = value;
    if (name === "perm") node.permutation = ints;
  }
  /** Keeps what a node of ONNX's own operators says of tensors; the tensors may come later in the file. */
  #finish({ opType, inputs, outputs, value, permutation }, scope) {
    const [first, second, third] = inputs;
    const [output] = outputs;
    if (opType === "Constant") {
      if (value !== void 0 && output !== void 0) this.#add(scope, value, output);
    } else if (opType === "MatMul") {
      this.#use(scope, first, "factor");
      this.#use(scope, second, "factor");
    } else if (RECURRENT2.has(opType)) {
      this.#use(scope, second, "factor");
      this.#use(scope, third, "factor");
    } else if (CONVOLUTIONS.has(opType)) {
      this.#use(scope, second, "kernel");
    } else if (opType === "Transpose" && putsLastAxesFirst(permutation)) {
      if (first === void 0 || output === void 0) return;
      this.#keep("use", output.length + first.length);
      scope.channelsFirst.set(output, first);
    }
  }
  #use(scope, input, as) {
    if (input === void 0) return;
    this.#keep("use", input.length);
    scope.uses.push({ input, as });
  }
  #add(scope, proto, name = proto.name) {
    const { startByte } = proto;
    if (name === "")
      throw this.#refuse("BAD_TENSOR", `the tensor at byte ${startByte} has no name`, startByte);
    if (scope.tensors.has(name)) {
      throw this.#refuse("DUPLICATE_NAME", `one graph has two tensors named ${quote(name)}`, startByte);
    }
    this.#keep("tensor", name.length);
    const tensor = { name, scope, proto, role: void 0 };
    scope.tensors.set(name, tensor);
    this.tensors.push(tensor);
  }
  #scope(parent, prefix, { tagByte }) {
    const depth = parent === void 0 ? 0 : parent.depth + 1;
    if (depth > MAX_ONNX_GRAPH_DEPTH) {
      throw this.#refuse("TOO_DEEP", `it nests graphs deeper than ${MAX_ONNX_GRAPH_DEPTH} levels`, tagByte);
    }
    this.#keep("graph", 0);
    const scope = { parent, depth, prefix, tensors: /* @__PURE__ */ new Map(), channelsFirst: /* @__PURE__ */ new Map(), uses: [] };
    this.scopes.push(scope);
    return scope;
  }
  #refuse(code, problem, offsetBytes) {
    return refuse7(this.#source.name, code, problem, { offsetBytes });
  }
};
function putsLastAxesFirst(permutation) {
  const [first = 0, second = 0, ...rest] = permutation;
  const last = permutation.length - 1;
  return rest.length > 0 && rest.every((axis, i) => axis === i) && (first === last && second === last - 1 || first === last - 1 && second === last);
}

// src/formats/onnx/scope.ts
function assignRoles(scopes) {
  for (const scope of scopes) {
    for (const { input, as } of scope.uses) {
      const stored = as === "factor" ? input : lookUp(scope, input, ({ channelsFirst }) => channelsFirst);
      const tensor = stored === void 0 ? void 0 : lookUp(scope, stored, ({ tensors }) => tensors);
      if (tensor !== void 0) tensor.role ??= as === "factor" ? "stack" : "channels-last";
    }
  }
}
function lookUp(scope, name, tableOf) {
  for (let current = scope; current !== void 0; current = current.parent) {
    const value = tableOf(current).get(name);
    if (value !== void 0) return value;
  }
  return void 0;
}

// src/formats/onnx/typed-data.ts
async function readTypedData(source, typed, type, sizeBytes, firstByte, target, options) {
  const reader = new WireReader(source, options, typed.endByte);
  const bad3 = (problem) => refuse7(
    source.name,
    "BAD_TENSOR",
    `the tensor whose elements begin at byte ${typed.startByte} ${problem}`,
    { offsetBytes: typed.startByte }
  );
  const endByte = firstByte + target.length;
  let atByte = 0;
  const takeBytes = (chunk) => {
    const from = Math.max(firstByte - atByte, 0);
    const to = Math.min(endByte - atByte, chunk.length);
    if (from < to) target.set(chunk.subarray(from, to), atByte + from - firstByte);
    atByte += chunk.length;
  };
  const { elementBytes } = type;
  const takeVarint = (low, high) => {
    if (elementBytes < 8 && !fits(low, high, elementBytes))
      throw bad3(`has an element beyond its type, ${type.name}`);
    if (atByte >= firstByte && atByte < endByte) {
      const lower = low % 2 ** 32;
      const upper = Math.floor(low / 2 ** 32) + high * 2 ** 17;
      for (let i = 0; i < elementBytes; i++) {
        target[atByte - firstByte + i] = i < 4 ? lower / 2 ** (8 * i) : upper / 2 ** (8 * (i - 4));
      }
    }
    atByte += elementBytes;
  };
  const isVarint = DATA_FIELDS.get(typed.field) === "varint";
  for await (const field of reader.fields(typed.startByte, typed.endByte)) {
    if (field.number !== typed.field) continue;
    if (isVarint) await reader.varints(field.startByte, field.endByte, takeVarint);
    else await reader.bytes(field.startByte, field.endByte, takeBytes);
  }
  if (atByte !== sizeBytes) {
    throw bad3(`has ${atByte / elementBytes} elements, and its shape has ${sizeBytes / elementBytes}`);
  }
}
var LOW_ONES = 2 ** 49 - 1;
var HIGH_ONES = 2 ** 15 - 1;
function fits(low, high, elementBytes) {
  const range = 2 ** (8 * elementBytes);
  return high === 0 && low < range || high === HIGH_ONES && low > LOW_ONES - range / 2;
}

// src/formats/onnx/stored-tensor.ts
async function storedTensor(name, proto, kernelLayout, source, externalFiles) {
  const { shape } = proto;
  const bad3 = (problem) => refuse7(source.name, "BAD_TENSOR", `tensor ${quote(name)} ${problem}`, {
    tensor: name,
    offsetBytes: proto.startByte
  });
  const type = elementType(proto.dataType);
  if (type === void 0) {
    const dtype = opaqueTypeName(proto.dataType);
    const readInto = () => Promise.reject(bad3(`has values that are not read, ${dtype}`));
    const elements2 = { key: `${source.name}:${proto.startByte}`, decodedBytes: 0, readInto };
    return new StoredTensor({ name, dtype, shape, kernelLayout, elements: elements2, firstByte: 0, sizeBytes: 0 });
  }
  const sizeBytes = Number(exactBytes(shape, type.elementBytes));
  const elements = await findElements(name, proto, type, sizeBytes, bad3, source, externalFiles);
  return new StoredTensor({ name, dtype: type.name, shape, kernelLayout, elements, firstByte: 0, sizeBytes });
}
async function findElements(name, { raw, typed, external }, type, sizeBytes, bad3, source, externalFiles) {
  if (external !== void 0) {
    const place2 = await externalFiles.find(name, external, sizeBytes);
    return new ElementRange(place2.source, place2.startByte);
  }
  if (typed !== void 0 && typed.field !== type.dataField) {
    throw bad3(`of type ${type.name} has its elements in field ${typed.field}, not ${type.dataField}`);
  }
  if (typed !== void 0 && DATA_FIELDS.get(typed.field) === "varint") {
    const count = sizeBytes / type.elementBytes;
    if (!(count <= typed.dataBytes && typed.dataBytes <= 10 * count)) {
      throw bad3(`cannot have its ${count} elements in ${typed.dataBytes} bytes`);
    }
  } else {
    const storedBytes = typed?.dataBytes ?? (raw === void 0 ? 0 : raw.endByte - raw.startByte);
    if (storedBytes !== sizeBytes) throw bad3(`has ${storedBytes} bytes, and its shape needs ${sizeBytes}`);
    const range = raw ?? typed?.run;
    if (range !== void 0 || typed === void 0) return new ElementRange(source, range?.startByte ?? 0);
  }
  return {
    key: `${source.name}:${typed.startByte}`,
    decodedBytes: typed.endByte - typed.startByte,
    readInto: (firstByte, target, options) => readTypedData(source, typed, type, sizeBytes, firstByte, target, options)
  };
}
var ElementRange = class {
  #source;
  #startByte;
  constructor(source, startByte) {
    this.#source = source;
    this.#startByte = startByte;
  }
  get decodedBytes() {
    return 0;
  }
  get key() {
    return `${this.#source.name}:${this.#startByte}`;
  }
  async readInto(firstByte, target, options) {
    if (target.length === 0) return;
    await this.#source.readInto(this.#startByte + firstByte, target, options);
  }
};
var StoredTensor = class _StoredTensor {
  name;
  dtype;
  shape;
  kernelLayout;
  sizeBytes;
  #elements;
  #firstByte;
  constructor(parts) {
    this.name = parts.name;
    this.dtype = parts.dtype;
    this.shape = parts.shape;
    this.kernelLayout = parts.kernelLayout;
    this.sizeBytes = parts.sizeBytes;
    this.#elements = parts.elements;
    this.#firstByte = parts.firstByte;
  }
  get decodedBytes() {
    return this.#elements.decodedBytes;
  }
  get storageKey() {
    return `${this.#elements.key}:${this.#firstByte}:${this.dtype}:${this.kernelLayout}:${this.shape}`;
  }
  async readInto(target, options) {
    await this.#elements.readInto(this.#firstByte, target, options);
  }
  /** Of a stack of matrices that number: all axes but the last two count them. */
  matrix(index, name) {
    const { dtype, kernelLayout } = this;
    const shape = this.shape.slice(-2);
    const sizeBytes = this.sizeBytes / matrixCount(this.shape);
    const firstByte = this.#firstByte + index * sizeBytes;
    return new _StoredTensor({
      name,
      dtype,
      shape,
      kernelLayout,
      elements: this.#elements,
      firstByte,
      sizeBytes
    });
  }
};
function matrixCount(shape) {
  return elementCount(shape.slice(0, -2));
}

// src/formats/onnx/unique-names.ts
function uniqueNames(fileName) {
  const taken = /* @__PURE__ */ new Map();
  return (wanted) => {
    if (wanted.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name ${quote(wanted)} has more than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw refuse7(fileName, "BAD_TEXT", problem);
    }
    let name = wanted;
    let number = taken.get(wanted) ?? 1;
    while (taken.has(name)) name = `${wanted}#${++number}`;
    taken.set(wanted, number);
    taken.set(name, taken.get(name) ?? 1);
    return name;
  };
}

// src/formats/onnx/onnx.ts
var onnx = {
  name: "onnx",
  suffixes: [".onnx"],
  recognises: looksLikeOnnx,
  readTensors: readTensors5
};
async function readTensors5(source, options) {
  if (source.sizeBytes === 0) throw refuse7(source.name, "NO_GRAPH", "it is empty");
  const keep = keptMemory(source.name, source.sizeBytes);
  const walk = new ModelWalk(source, keep, options);
  await walk.model();
  assignRoles(walk.scopes);
  const externalFiles = new ExternalFiles(source, options?.openSibling);
  const nameFor = uniqueNames(source.name);
  const tensors = [];
  for (const found of walk.tensors) {
    const prefix = found.scope.prefix();
    keep("use", prefix.length);
    const name = nameFor(prefix + found.name);
    const layout = found.role === "channels-last" ? "hwio" : "oihw";
    const tensor = await storedTensor(name, found.proto, layout, source, externalFiles);
    if (found.role !== "stack" || tensor.shape.length <= 2 || tensor.sizeBytes === 0) {
      tensors.push(tensor);
      continue;
    }
    const count = matrixCount(tensor.shape);
    if (tensor.decodedBytes * count > MAX_ONNX_DECODED_BYTES) {
      throw refuse7(
        source.name,
        "TOO_COSTLY",
        `tensor ${quote(name)} stacks ${count} matrices as packed numbers`,
        {
          cure: "Store it as raw_data, as onnx.numpy_helper.from_array does",
          tensor: name
        }
      );
    }
    for (let index = 0; index < count; index++) {
      keep("matrix", name.length);
      tensors.push(tensor.matrix(index, count === 1 ? name : nameFor(`${name}.${index}`)));
    }
  }
  externalFiles.checkOverlaps();
  return { order: "stored", tensors };
}

// src/formats/orbax/refuse.ts
var refuse8 = refusalOf("as an Orbax checkpoint");

// src/formats/orbax/array-metadata.ts
var COMPRESSIONS = /* @__PURE__ */ new Map([
  ["zlib", "deflate"],
  ["gzip", "gzip"]
]);
async function readArrayMetadata(source, options) {
  const bad3 = (problem) => refuse8(source.name, "BAD_ZARR", problem);
  if (source.sizeBytes > MAX_ZARR_METADATA_BYTES) {
    throw bad3(`what it says of an array has ${source.sizeBytes} bytes, more than ${MAX_ZARR_METADATA_BYTES}`);
  }
  const json = asObject(parseJson(await readBytes(source, 0, source.sizeBytes, options), source.name));
  if (json?.get("zarr_format") !== 2) {
    throw refuse8(source.name, "UNSUPPORTED_ZARR", "its array is not of version 2 of Zarr", { cure: PLAIN });
  }
  const shape = json.get("shape");
  const chunkShape = json.get("chunks");
  const dtypeName = json.get("dtype");
  if (!isShape(shape, 0) || !isShape(chunkShape, 1) || shape.length !== chunkShape.length) {
    throw bad3("its array has no shape and chunks");
  }
  const { dtype, isBigEndian } = readDtype(dtypeName);
  const compressor = json.get("compressor");
  const metadata = {
    shape,
    chunkShape,
    dtype,
    dtypeName: typeof dtypeName === "string" ? dtypeName.slice(0, 50) : "record",
    isBigEndian,
    compression: compressor === null ? "none" : COMPRESSIONS.get(asObject(compressor)?.get("id")),
    chunkBytes: elementCount(chunkShape) * bytesPerElement(dtype ?? "U8")
  };
  const unfit = whyUnfit2(metadata, json);
  return { ...metadata, compression: metadata.compression ?? "none", unfit };
}
var PLAIN = "Save the parameters with flax.serialization or as safetensors, or as plain Zarr version 2";
function whyUnfit2({ shape, chunkShape, chunkBytes, compression }, json) {
  if (compression === void 0) {
    const id = asObject(json.get("compressor"))?.get("id");
    return `it is compressed with ${JSON.stringify(id ?? null).slice(0, 50)}, which is not read`;
  }
  if ((json.get("filters") ?? null) !== null) return "its chunks went through filters, which are not read";
  if (json.get("order") !== "C") return "its chunks are not in C order";
  if ((json.get("dimension_separator") ?? ".") !== ".") return "its chunks lie in directories of their own";
  const count = elementCount(chunkCounts({ shape, chunkShape }));
  if (count > MAX_ZARR_CHUNKS) return `it lies in ${count} files, more than ${MAX_ZARR_CHUNKS}`;
  if (chunkBytes > MAX_ZARR_CHUNK_BYTES)
    return `its chunks have ${chunkBytes} bytes, more than ${MAX_ZARR_CHUNK_BYTES}`;
  return void 0;
}
function readDtype(name) {
  if (typeof name !== "string") return { dtype: void 0, isBigEndian: false };
  const dtype = NUMPY_DTYPE_CODES.get(name.slice(1));
  return {
    dtype: dtype ?? NUMPY_DTYPE_NAMES.get(name),
    isBigEndian: dtype !== void 0 && name.startsWith(">")
  };
}
function isShape(value, least) {
  return Array.isArray(value) && value.length <= MAX_DIMENSIONS && value.every((item) => Number.isSafeInteger(item) && item >= least);
}

// src/formats/orbax/orbax.ts
var METADATA = ".zarray";
var DATABASE = "manifest.ocdbt";
var ZARR = /^\s*\{.*"zarr_format"\s*:/s;
var OCDBT = [12, 219, 58, 42];
var OPTIMIZER2 = /^opt_state\b/;
var orbax = {
  name: "orbax",
  suffixes: [METADATA, DATABASE],
  recognises: (head) => startsWith(head, OCDBT) || ZARR.test(new TextDecoder().decode(head)),
  readTensors: readTensors6
};
async function readTensors6(source, options) {
  if (startsWith(await readHead(source, options, OCDBT.length), OCDBT)) {
    throw refuse8(
      source.name,
      "UNSUPPORTED_OCDBT",
      "its arrays lie in one database (OCDBT), which is not read",
      {
        cure: "Save it with use_ocdbt=False and without compression, or the parameters with flax.serialization or as safetensors"
      }
    );
  }
  const metadata = await readArrayMetadata(source, options);
  const name = source.name.split(/[/\\]/).at(-2) ?? "array";
  const isReadable = metadata.dtype !== void 0 && metadata.unfit === void 0;
  const chunks = isReadable ? await openChunks(source, metadata, options) : [];
  return { order: "none", tensors: [toTensor(source, name, metadata, chunks)] };
}
async function openChunks(source, metadata, options) {
  const { chunkShape, chunkBytes, compression } = metadata;
  const counts = chunkCounts(metadata);
  const total = elementCount(counts);
  const chunks = [];
  for (let index = 0; index < total; index++) {
    const place2 = chunkPlace(counts, index);
    const fileName = place2.length === 0 ? "0" : place2.join(".");
    const chunk = await options?.openSibling?.(fileName);
    if (chunk === void 0) {
      throw refuse8(source.name, "CHUNK_MISSING", `the chunk ${quote(fileName)} is not beside it`, {
        cure: "Copy the whole checkpoint",
        chunk: fileName
      });
    }
    if (compression === "none" ? chunk.sizeBytes !== chunkBytes : chunkBytes > mostInflatedBytes(chunk.sizeBytes, options)) {
      const code = chunk.sizeBytes < chunkBytes ? "TRUNCATED" : "BAD_ZARR";
      const problem = `it has ${chunk.sizeBytes} bytes, and stands for ${chunkBytes}`;
      throw refuse8(chunk.name, code, problem, { offsetBytes: chunk.sizeBytes });
    }
    chunks.push({ source: chunk, origin: place2.map((at, axis) => at * chunkShape[axis]) });
  }
  return chunks;
}
function toTensor(source, name, metadata, chunks) {
  const { shape, dtype, dtypeName } = metadata;
  const unfit = OPTIMIZER2.test(name) ? "the state of an optimizer is not weights" : metadata.unfit;
  const isReadable = dtype !== void 0 && metadata.unfit === void 0;
  return {
    name,
    dtype: dtype ?? dtypeName,
    shape,
    kernelLayout: "hwio",
    storageKey: source.name,
    sizeBytes: isReadable ? elementCount(shape) * bytesPerElement(dtype) : 0,
    ...unfit !== void 0 && { unfit },
    async readInto(target, options) {
      if (!isReadable) {
        throw refuse8(
          source.name,
          "BAD_TENSOR",
          metadata.unfit ?? `its elements are ${quote(dtypeName)}, not numbers`
        );
      }
      const elementBytes = bytesPerElement(dtype);
      for (const { source: chunk, origin } of chunks) {
        placeChunk(await readChunk(chunk, metadata, options), origin, metadata, elementBytes, target);
      }
      if (metadata.isBigEndian) swapBytes(target, elementBytes);
    }
  };
}
async function readChunk(source, { compression, chunkBytes }, options) {
  const stored = await readBytes(source, 0, source.sizeBytes, options);
  if (compression === "none") return stored;
  const bad3 = (problem) => refuse8(source.name, "BAD_ZARR", `its chunk ${problem}`, { offsetBytes: 0 });
  const chunk = await inflateWhole(stored, compression, chunkBytes, bad3);
  if (chunk.length < chunkBytes) throw bad3(`expands to ${chunk.length} bytes instead of ${chunkBytes}`);
  return chunk;
}

// src/formats/pytorch/head.ts
var TORCH_RECORD = /^[^/]+\/($|data\.pkl$|data\/|constants\.pkl$|constants\/|version$|byteorder$|code\/|extra\/|attributes\.pkl$|model\.json$|tensors\/|\.data\/|\.format_version$|\.storage_alignment$)/;
var LEGACY_MAGIC = [138, 10, 108, 252, 156, 70, 249, 32, 106, 168, 80, 25];
var LEGACY_MAGIC_TEXT = "L119547037146038801333356L";
var LEGACY_MAGIC_AT_MOST = 11;
var PROTO = 128;
var FRAME = 149;
var OPENING_BRACE = 123;
var TAR_MAGIC_AT = 257;
var TAR_MAGIC = "ustar";
var TAR_MEMBERS = ["sys_info", "pickle", "tensors", "storages"];
function looksLikeTorchZip(head) {
  return TORCH_RECORD.test(firstRecordName(head) ?? "");
}
function looksLikePickle(head) {
  for (let at = 0; at <= LEGACY_MAGIC_AT_MOST; at++) {
    if (startsWith(head, LEGACY_MAGIC, at)) return true;
  }
  if (latin1(head.subarray(0, LEGACY_MAGIC_TEXT.length)) === LEGACY_MAGIC_TEXT) return true;
  const [proto, protocol, opcode] = head;
  if (proto !== PROTO || protocol === void 0 || protocol < 2 || protocol > 5) return false;
  if (opcode === FRAME) return startsWith(head, [0, 0, 0], 8);
  return !(startsWith(head, [0, 0, 0, 0], 4) && head[8] === OPENING_BRACE);
}
function looksLikeTorchTar(head) {
  const isTar = latin1(head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + TAR_MAGIC.length)) === TAR_MAGIC;
  const [member] = latin1(head.subarray(0, 100)).split("\0");
  return isTar && TAR_MEMBERS.includes(member.replace(/^\.\//, ""));
}
function latin1(bytes) {
  return String.fromCharCode(...bytes);
}

// src/formats/pytorch/pickle-value.ts
function isNode(value) {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array);
}
function sequenceItems(value) {
  return isNode(value) && (value.kind === "list" || value.kind === "tuple" || value.kind === "set") ? value.items : void 0;
}
function globalName(value) {
  if (!isNode(value)) return void 0;
  if (value.kind === "global") return value.name;
  if (value.kind !== "persistent") return void 0;
  const [type, target] = sequenceItems(value.id) ?? [];
  return type === "module" && isNode(target) && target.kind === "global" ? target.name : void 0;
}
function callableName(value) {
  return isNode(value) && value.kind === "object" ? globalName(value.callable) : void 0;
}

// src/formats/pytorch/mapping.ts
var MAPPING_TYPES = /* @__PURE__ */ new Set([
  "collections.OrderedDict",
  "collections.defaultdict",
  "collections.Counter",
  "builtins.dict",
  "__builtin__.dict"
]);
function mappingEntries(value) {
  if (!isNode(value)) return void 0;
  if (value.kind === "dict") return pairUp(value.entries);
  if (value.kind !== "object") return void 0;
  if (value.entries !== void 0) return pairUp(value.entries);
  return MAPPING_TYPES.has(callableName(value) ?? "") ? givenEntries(value.args.at(-1)) : void 0;
}
function mappingGet(entries, key) {
  return entries?.findLast(([candidate]) => candidate === key)?.[1];
}
function pairUp(entries) {
  const pairs = [];
  for (let i = 0; i + 1 < entries.length; i += 2) pairs.push([entries[i], entries[i + 1]]);
  return pairs;
}
function givenEntries(argument) {
  if (isNode(argument) && argument.kind === "dict") return pairUp(argument.entries);
  const pairs = [];
  for (const item of sequenceItems(argument) ?? []) {
    const [key, value] = sequenceItems(item) ?? [];
    if (key !== void 0 && value !== void 0) pairs.push([key, value]);
  }
  return pairs;
}

// src/formats/pytorch/pickle-text.ts
var UTF83 = new TextDecoder("utf-8", { ignoreBOM: true });
var STRICT_UTF8 = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
var BACKSLASH = 92;
var QUOTES = [39, 34];
var LETTER_X = 120;
var ESCAPES = new Map(
  [
    ["\\", "\\"],
    ["'", "'"],
    ['"', '"'],
    ["a", "\x07"],
    ["b", "\b"],
    ["f", "\f"],
    ["n", "\n"],
    ["r", "\r"],
    ["t", "	"],
    ["v", "\v"]
  ].map(([letter, character]) => [letter.charCodeAt(0), character.charCodeAt(0)])
);
function decodeText(bytes) {
  return UTF83.decode(bytes);
}
function decodePython2(bytes) {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return bytes;
  }
}
function decodeLatin1(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
function encodeLatin1(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 255) return void 0;
    bytes[i] = code;
  }
  return bytes;
}
function parsePython2Literal(line) {
  const quote2 = line[0];
  if (line.length < 2 || !QUOTES.includes(quote2) || line.at(-1) !== quote2) return void 0;
  const bytes = new Uint8Array(line.length);
  let length = 0;
  for (let at = 1; at < line.length - 1; at++) {
    const byte = line[at];
    const hex = byte === BACKSLASH && line[at + 1] === LETTER_X ? decodeLatin1(line.subarray(at + 2, at + 4)) : "";
    const escaped = byte === BACKSLASH ? ESCAPES.get(line[at + 1]) : void 0;
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes[length++] = Number.parseInt(hex, 16);
      at += 3;
    } else if (escaped !== void 0) {
      bytes[length++] = escaped;
      at++;
    } else {
      bytes[length++] = byte;
    }
  }
  return decodePython2(bytes.subarray(0, length));
}
function parseRawUnicodeEscape(line) {
  return decodeLatin1(line).replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (sequence, short, long) => {
    const code = Number.parseInt(short ?? long, 16);
    return code <= 1114111 ? String.fromCodePoint(code) : sequence;
  });
}

// src/formats/pytorch/torch-dtype.ts
var NUMBERS2 = [
  ["float64", "F64", 8, "DoubleStorage"],
  ["float32", "F32", 4, "FloatStorage"],
  ["float16", "F16", 2, "HalfStorage"],
  ["bfloat16", "BF16", 2, "BFloat16Storage"],
  ["float8_e4m3fn", "F8_E4M3", 1],
  ["float8_e5m2", "F8_E5M2", 1],
  ["int64", "I64", 8, "LongStorage"],
  ["int32", "I32", 4, "IntStorage"],
  ["int16", "I16", 2, "ShortStorage"],
  ["int8", "I8", 1, "CharStorage"],
  ["uint64", "U64", 8],
  ["uint32", "U32", 4],
  ["uint16", "U16", 2],
  ["uint8", "U8", 1, "ByteStorage"],
  ["bool", "BOOL", 1, "BoolStorage"]
];
var OTHERS2 = [
  ["complex32", 4, 2],
  ["complex64", 8, 4, "ComplexFloatStorage"],
  ["complex128", 16, 8, "ComplexDoubleStorage"],
  ["qint8", 1, 1, "QInt8Storage"],
  ["quint8", 1, 1, "QUInt8Storage"],
  ["qint32", 4, 4, "QInt32Storage"],
  ["quint4x2", 0.5, 1, "QUInt4x2Storage"],
  ["quint2x4", 0.25, 1, "QUInt2x4Storage"],
  ["float8_e4m3fnuz", 1, 1],
  ["float8_e5m2fnuz", 1, 1],
  ["float8_e8m0fnu", 1, 1],
  ["float4_e2m1fn_x2", 1, 1],
  ["bits8", 1, 1],
  ["bits16", 2, 2],
  ["bits1x8", 1, 1],
  ["bits2x4", 1, 1],
  ["bits4x2", 1, 1]
];
var BY_TORCH_NAME = /* @__PURE__ */ new Map();
var BY_STORAGE_CLASS = /* @__PURE__ */ new Map();
for (const [torchName, name, bytes, storageClass] of NUMBERS2) {
  register(torchName, storageClass, { name, elementBytes: bytes, partBytes: bytes });
}
for (const [torchName, bytes, partBytes, storageClass] of OTHERS2) {
  register(torchName, storageClass, { name: torchName, elementBytes: bytes, partBytes });
}
function register(torchName, storageClass, dtype) {
  BY_TORCH_NAME.set(`torch.${torchName}`, dtype);
  if (storageClass !== void 0) BY_STORAGE_CLASS.set(storageClass, dtype);
}
var BYTE = BY_TORCH_NAME.get("torch.uint8");
function dtypeByTorchName(globalName2) {
  return BY_TORCH_NAME.get(globalName2);
}
function dtypeByStorageClass(globalName2) {
  const [, storageClass] = /^torch\.(?:\w+\.)*(\w+)$/.exec(globalName2) ?? [];
  if (storageClass === void 0) return void 0;
  return storageClass === "UntypedStorage" ? BYTE : BY_STORAGE_CLASS.get(storageClass);
}

// src/formats/pytorch/torch-tensor.ts
function readCounts(value) {
  const items = sequenceItems(callableName(value) === "torch.Size" ? value.args[0] : value);
  if (items === void 0 || items.length > MAX_DIMENSIONS || !items.every(isCount)) return void 0;
  return items;
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

// src/formats/pytorch/numpy-array.ts
var RECONSTRUCT = /^numpy\.(core|_core)\.multiarray\._reconstruct$/;
var FROM_BUFFER = /^numpy\.(core|_core)\.numeric\._frombuffer$/;
function isNumpyCall(name) {
  return RECONSTRUCT.test(name) || FROM_BUFFER.test(name);
}
var COMPLEX = /* @__PURE__ */ new Map([
  ["c8", "torch.complex64"],
  ["c16", "torch.complex128"]
]);
function readNumpyArray(object, refuse16) {
  const name = callableName(object);
  if (name === void 0) return void 0;
  const [shapeValue, dtypeValue, fortran, data] = FROM_BUFFER.test(name) ? [object.args[2], object.args[1], object.args[3] === "F", object.args[0]] : RECONSTRUCT.test(name) ? sequenceItems(object.state)?.slice(1) ?? [] : [];
  const element = readDtype2(dtypeValue);
  if (element === void 0) return void 0;
  const shape = readCounts(shapeValue);
  const inline = readBytes2(data);
  const { dtype, bigEndian } = element;
  if (shape === void 0 || inline === void 0) {
    throw refuse16("is a NumPy array without a sound shape or without bytes");
  }
  const elements = exactBytes(shape, 1);
  if (elements * BigInt(dtype.elementBytes) !== BigInt(inline.length)) {
    throw refuse16(`is a NumPy array of ${elements} elements in ${inline.length} bytes`);
  }
  const strides = new Array(shape.length).fill(0);
  let step = 1;
  for (let i = 0; i < shape.length; i++) {
    const axis = fortran === true ? i : shape.length - 1 - i;
    strides[axis] = step;
    step *= shape[axis];
  }
  return { dtype, storage: { inline, bigEndian }, offset: 0, shape, strides };
}
function readDtype2(value) {
  if (callableName(value) !== "numpy.dtype") return void 0;
  const { args, state } = value;
  const [code] = args;
  const dtype = typeof code === "string" ? dtypeByCode(code) : void 0;
  return dtype === void 0 ? void 0 : { dtype, bigEndian: sequenceItems(state)?.[1] === ">" };
}
function dtypeByCode(code) {
  const name = NUMPY_DTYPE_CODES.get(code);
  if (name === void 0) return dtypeByTorchName(COMPLEX.get(code) ?? "");
  return { name, elementBytes: bytesPerElement(name), partBytes: bytesPerElement(name) };
}
function readBytes2(value) {
  if (value instanceof Uint8Array) return value;
  if (typeof value === "string") return new TextEncoder().encode(value);
  if (!isNode(value) || value.kind !== "object") return void 0;
  const name = callableName(value);
  const [content2, encoding] = value.args;
  if (name === "_codecs.encode" && typeof content2 === "string" && encoding === "latin1")
    return encodeLatin1(content2);
  if (name === "__builtin__.bytes" && content2 === void 0) return new Uint8Array();
  if (name === "builtins.bytearray" || name === "__builtin__.bytearray") return readBytes2(content2);
  return void 0;
}

// src/formats/pytorch/storage-reference.ts
function readStorageReference(value, refuse16) {
  const id = isNode(value) && value.kind === "persistent" ? sequenceItems(value.id) : void 0;
  const [type, storageClass, key, , elements, part] = id ?? [];
  if (type !== "storage" || typeof key !== "string" || !isCount(elements))
    throw refuse16("does not say where its elements are stored");
  const className = globalName(storageClass) ?? "";
  const dtype = dtypeByStorageClass(className);
  if (dtype === void 0) throw refuse16(`lies in a storage of the unknown class ${quote(className)}`);
  const itemBytes = Math.max(1, dtype.elementBytes);
  const sizeBytes = elements * itemBytes;
  if (part === void 0 || part === null)
    return { dtype, elements, reference: { key, sizeBytes, partStartByte: 0, partBytes: sizeBytes } };
  const [, offset, partElements] = sequenceItems(part) ?? [];
  if (!isCount(offset) || !isCount(partElements) || offset + partElements > elements) {
    throw refuse16("lies in a part of a storage that the storage does not have");
  }
  return {
    dtype,
    elements,
    reference: { key, sizeBytes, partStartByte: offset * itemBytes, partBytes: partElements * itemBytes }
  };
}

// src/formats/pytorch/read-tensor.ts
var REBUILD = /* @__PURE__ */ new Map([
  ["torch._utils._rebuild_tensor", rebuildView],
  ["torch._utils._rebuild_tensor_v2", (args, refuse16) => rebuildView(args, refuse16, args[6])],
  ["torch._utils._rebuild_tensor_v3", rebuildTyped],
  ["torch._utils._rebuild_qtensor", (args, refuse16) => rebuildView(args, refuse16)],
  ["torch._utils._rebuild_sparse_tensor", (args, refuse16) => notDense("sparse", sparseShape(args), refuse16)],
  ["torch._utils._rebuild_meta_tensor_no_storage", (args, refuse16) => notDense("meta", args[1], refuse16)],
  ["torch._utils._rebuild_wrapper_subclass", (args, refuse16) => notDense("tensor subclass", args[2], refuse16)]
]);
var WRAPPERS = /* @__PURE__ */ new Set([
  "torch._utils._rebuild_parameter",
  "torch._utils._rebuild_parameter_with_state",
  "torch._utils._rebuild_device_tensor_from_cpu_tensor",
  "torch._utils._rebuild_device_tensor_from_numpy",
  "torch._utils._rebuild_xla_tensor",
  "torch.nn.parameter.Parameter",
  "torch.nn.parameter.Buffer",
  "torch.autograd.variable.Variable"
]);
var TYPED = /* @__PURE__ */ new Set([
  "torch._tensor._rebuild_from_type",
  "torch._tensor._rebuild_from_type_v2",
  "torch.tensor._rebuild_from_type"
]);
var MAX_WRAPPERS = 16;
var PLAIN_PICKLE_STORAGE = "torch.storage._load_from_bytes";
function readTorchTensor(value, refuse16) {
  let current = value;
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const name = callableName(current);
    if (name === void 0) return void 0;
    const { args } = current;
    if (TYPED.has(name)) {
      const [callable = null, , inner] = args;
      current = { ...current, callable, args: sequenceItems(inner) ?? [] };
    } else if (WRAPPERS.has(name)) {
      current = args[0];
    } else {
      return REBUILD.get(name)?.(args, refuse16) ?? readNumpyArray(current, refuse16);
    }
  }
  throw refuse16(`is wrapped more than ${MAX_WRAPPERS} times`);
}
function isTensorCall(value) {
  const name = callableName(value);
  if (name === void 0) return false;
  return REBUILD.has(name) || WRAPPERS.has(name) || TYPED.has(name) || isNumpyCall(name);
}
function rebuildTyped(args, refuse16) {
  const name = globalName(args[6]) ?? "";
  const dtype = dtypeByTorchName(name);
  if (dtype !== void 0) return { ...rebuildView(args, refuse16, args[7]), dtype };
  const [, torchName] = /^torch\.(\w{1,40})$/.exec(name) ?? [];
  if (torchName === void 0) throw refuse16(`has the dtype ${quote(name)}, which torch does not have`);
  return notDense(torchName, args[2], refuse16);
}
function rebuildView(args, refuse16, metadata) {
  const [reference, offset, size, stride] = args;
  if (callableName(reference) === PLAIN_PICKLE_STORAGE)
    throw refuse16("was written by pickle.dump instead of torch.save");
  const storage = readStorageReference(reference, refuse16);
  const shape = readCounts(size);
  const strides = readCounts(stride);
  if (!isCount(offset) || shape === void 0 || strides === void 0) {
    throw refuse16(
      `does not have an offset and at most ${MAX_DIMENSIONS} sizes and strides of whole numbers from 0 on`
    );
  }
  if (shape.length !== strides.length) {
    throw refuse16(`has ${shape.length} sizes and ${strides.length} strides`);
  }
  if (mappingGet(mappingEntries(metadata), "neg") === true) throw refuse16("is stored with its sign reversed");
  return { dtype: storage.dtype, storage: storage.reference, offset, shape, strides };
}
function notDense(name, size, refuse16) {
  const shape = readCounts(size);
  if (shape === void 0)
    throw refuse16(`does not have at most ${MAX_DIMENSIONS} sizes of whole numbers from 0 on`);
  const dtype = { name, elementBytes: 0, partBytes: 1 };
  return { dtype, storage: void 0, offset: 0, shape, strides: shape.map(() => 0) };
}
function sparseShape(args) {
  const data = sequenceItems(args[1])?.slice(0, 4) ?? [];
  return data.find((item) => readCounts(item) !== void 0);
}

// src/formats/pytorch/refuse.ts
var refuse9 = refusalOf("as a PyTorch file");

// src/formats/pytorch/collect-tensors.ts
var LONE_TENSOR_NAME = "tensor";
var SCRIPT_PREFIX = "__torch__.";
function collectTensors(root, fileName, options = {}) {
  const walk = new Walk(fileName, options);
  if (isNode(root)) walk.visit(root, void 0, 0);
  return walk.found;
}
function isOptimizerState(entries) {
  return mappingGet(entries, "state") !== void 0 && mappingGet(entries, "param_groups") !== void 0;
}
var Walk = class {
  found = [];
  #fileName;
  #isWanted;
  #names = /* @__PURE__ */ new Set();
  #entered = /* @__PURE__ */ new Set();
  #tensors = /* @__PURE__ */ new Map();
  #steps = 0;
  #nameBytes = 0;
  #inlineBytes = 0;
  constructor(fileName, options) {
    this.#fileName = fileName;
    this.#isWanted = options.isWanted ?? (() => true);
    if (isNode(options.except)) this.#entered.add(options.except);
  }
  visit(value, path, depth) {
    if (value.kind === "global" || value.kind === "persistent") return;
    if (this.#addTensor(value, path) || this.#entered.has(value)) return;
    if (depth > MAX_PICKLE_DEPTH) {
      const problem = `its containers nest deeper than ${MAX_PICKLE_DEPTH} levels`;
      throw refuse9(this.#fileName, "PICKLE_TOO_DEEP", problem);
    }
    this.#entered.add(value);
    const module = this.#moduleState(value);
    if (module !== void 0) this.#visitModule(module, path, depth);
    else if (isScriptModule(value)) this.#visitScriptModule(value, path, depth);
    else if (value.kind === "list" || value.kind === "tuple") {
      for (const [i, item] of value.items.entries()) {
        if (isNode(item)) this.visit(item, join(path, String(i)), depth + 1);
      }
    } else {
      const entries = this.#entriesOf(value);
      if (!isOptimizerState(entries)) this.#visitMapping(entries, path, depth);
    }
  }
  #visitMapping(entries, path, depth) {
    for (const entry of depth === 0 ? entries.filter(this.#isWanted) : entries) {
      const [key, item] = entry;
      const name = keyText(key);
      if (name !== void 0 && isNode(item)) this.visit(item, join(path, name), depth + 1);
    }
  }
  #visitModule(state, path, depth) {
    const transient = new Set(sequenceItems(setOf(mappingGet(state, "_non_persistent_buffers_set"))));
    this.#spend(transient.size);
    for (const part of ["_parameters", "_buffers", "_modules"]) {
      for (const [key, item] of this.#entriesOf(mappingGet(state, part))) {
        const name = keyText(key);
        if (name === void 0 || !isNode(item) || part === "_buffers" && transient.has(key)) continue;
        if (part === "_modules") this.visit(item, join(path, name), depth + 1);
        else this.#addTensor(item, join(path, name));
      }
    }
  }
  /**
   * The pickle does not say which attributes are parameters or buffers, the code beside it does. All tensors are
   * taken, but not the empty ones with which scripts initialise attributes that they fill while running.
   */
  #visitScriptModule(module, path, depth) {
    const children = [];
    for (const [key, item] of this.#entriesOf(module.state)) {
      const name = keyText(key);
      if (name === void 0 || !isNode(item)) continue;
      const itemPath = join(path, name);
      if (isScriptModule(item)) children.push([item, itemPath]);
      else if (this.#tensorOf(item, itemPath)?.shape.includes(0) === false) this.#addTensor(item, itemPath);
    }
    for (const [child, childPath] of children) this.visit(child, childPath, depth + 1);
  }
  /**
   * The attributes of a pickled torch.nn.Module, or undefined. They are the state of the object; of a
   * torch.fx.GraphModule they are the first or second argument of the function that rebuilds it.
   */
  #moduleState(value) {
    if (value.kind !== "object") return void 0;
    const [attributes = value.state] = sequenceItems(value.state) ?? [];
    return [attributes, ...value.args.slice(0, 2)].map((candidate) => this.#entriesOf(candidate)).find(
      (entries) => mappingGet(entries, "_parameters") !== void 0 && mappingGet(entries, "_modules") !== void 0
    );
  }
  /** @returns whether the value is a tensor. */
  #addTensor(value, path) {
    const name = path ?? LONE_TENSOR_NAME;
    const tensor = this.#tensorOf(value, name);
    if (tensor === void 0) return false;
    if (name.length > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the name ${quote(name)} has more than ${MAX_TENSOR_NAME_LENGTH} characters`;
      throw refuse9(this.#fileName, "NAME_TOO_LONG", problem);
    }
    if (this.#names.has(name)) {
      throw refuse9(this.#fileName, "DUPLICATE_NAME", `it holds two tensors named ${quote(name)}`);
    }
    if (this.found.length >= MAX_TENSORS) {
      throw refuse9(this.#fileName, "TOO_MANY_TENSORS", `it lists more than ${MAX_TENSORS} tensors`);
    }
    this.#nameBytes += 2 * name.length;
    if (this.#nameBytes > MAX_PICKLE_HEAP_BYTES)
      throw this.#tooLarge(`names of ${MAX_PICKLE_HEAP_BYTES} bytes`);
    this.#names.add(name);
    this.found.push({ name, tensor });
    return true;
  }
  #tensorOf(value, name) {
    if (value.kind !== "object") return void 0;
    const known = this.#tensors.get(value);
    if (known !== void 0) return known;
    const tensor = readTorchTensor(
      value,
      (problem) => refuse9(this.#fileName, "BAD_TENSOR", `tensor ${quote(name)} ${problem}`, { tensor: name })
    );
    if (tensor === void 0) return void 0;
    this.#tensors.set(value, tensor);
    if (tensor.storage !== void 0 && "inline" in tensor.storage) {
      this.#inlineBytes += tensor.storage.inline.length;
      if (this.#inlineBytes > MAX_PICKLE_BYTES) throw this.#tooLarge(`arrays of ${MAX_PICKLE_BYTES} bytes`);
    }
    return tensor;
  }
  /** The entries of a mapping, none for anything else. */
  #entriesOf(value) {
    const entries = mappingEntries(value) ?? [];
    this.#spend(entries.length);
    return entries;
  }
  #spend(steps) {
    this.#steps += steps;
    if (this.#steps > MAX_PICKLE_STEPS) throw this.#tooLarge(`containers of ${MAX_PICKLE_STEPS} entries`);
  }
  #tooLarge(what) {
    return refuse9(this.#fileName, "PICKLE_TOO_LARGE", `it would take more than ${what} to list its tensors`);
  }
};
function isScriptModule(value) {
  return callableName(value)?.startsWith(SCRIPT_PREFIX) === true;
}
function setOf(value) {
  const name = callableName(value);
  return name === "builtins.set" || name === "__builtin__.set" ? value.args[0] : value;
}
function join(path, key) {
  const joined = path === void 0 ? key : `${path}.${key}`;
  return joined.slice(0, MAX_TENSOR_NAME_LENGTH + 1);
}
function keyText(key) {
  if (typeof key === "string") return key;
  return typeof key === "number" || typeof key === "bigint" ? String(key) : void 0;
}

// src/formats/pytorch/describe-value.ts
var ENTRIES_SHOWN = 3;
function describeValue(value) {
  const entries = mappingEntries(value);
  if (entries !== void 0) {
    const shown = entries.slice(0, ENTRIES_SHOWN).map(([key, item]) => `${describeKey(key)}: ${describeKind(item)}`);
    const more = entries.length > shown.length ? `${shown.length > 0 ? ", " : ""}and ${entries.length - shown.length} more` : "";
    return entries.length === 0 ? "an empty dict" : `a dict with ${shown.join(", ")}${more}`;
  }
  return describeKind(value);
}
function describeKey(key) {
  return typeof key === "string" ? quote(key) : describeKind(key);
}
function describeKind(value) {
  if (value === null) return "None";
  if (typeof value === "string") return "a text";
  if (typeof value === "boolean") return "a truth value";
  if (value instanceof Uint8Array) return "bytes";
  if (!isNode(value)) return "a number";
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return `a ${value.kind} of ${value.items.length}`;
    case "dict":
      return "a dict";
    case "global":
      return `the class or function ${quote(value.name)}`;
    case "object":
      return `an object of ${quote(globalName(value.callable) ?? "something computed")}`;
    case "persistent":
      return "a reference to a storage";
  }
}

// src/formats/pytorch/model-tensors.ts
var MODEL_KEYS = [
  "state_dict",
  "model_state_dict",
  "model_state",
  "model",
  "module",
  "net",
  "network",
  "weights",
  "params",
  "params_ema",
  "ema"
];
var TRAINING_KEY = /optim|scheduler|scaler|rng_state|^callbacks$|^loops$/i;
function modelTensors(root, fileName) {
  const tensors = findModel(root, fileName);
  if (tensors.length > 0) return tensors;
  const entries = mappingEntries(root);
  const training = entries !== void 0 && (isOptimizerState(entries) || entries.some(([key]) => isTrainingKey(key)));
  const problem = training ? "it holds the state of a training run, such as an optimizer, and no model" : `it holds no tensors: it is ${describeValue(root)}`;
  throw refuse9(fileName, "NO_TENSORS", problem, {
    cure: "Nothing in it was executed. Save the weights with torch.save(model.state_dict(), path), or name another file"
  });
}
function findModel(root, fileName) {
  const entries = mappingEntries(root);
  if (entries === void 0) return collectTensors(root, fileName);
  for (const key of MODEL_KEYS) {
    const value = mappingGet(entries, key);
    const tensors = value === void 0 || isTensorCall(value) ? [] : collectTensors(value, fileName, { except: root });
    if (tensors.length > 0) return tensors;
  }
  if (isOptimizerState(entries)) return [];
  const isWanted = ([key, value]) => !isTrainingKey(key) || isTensorCall(value);
  return collectTensors(root, fileName, { isWanted });
}
function isTrainingKey(key) {
  return typeof key === "string" && TRAINING_KEY.test(key);
}

// src/formats/pytorch/pickle-cursor.ts
var MoreBytesNeeded = class extends Error {
  endByte;
  constructor(endByte) {
    super(`bytes up to ${endByte} are needed`);
    this.endByte = endByte;
  }
};
var NEWLINE = 10;
var PickleCursor = class {
  subject;
  /** Offset of the next byte. */
  atByte;
  #bytes;
  #view;
  #lastByte;
  /**
   * @param bytes what has been read of the file or record.
   * @param lastByte where the file or record ends, exclusive; may lie beyond `bytes`.
   * @param subject what is being read, for messages.
   */
  constructor(bytes, startByte, lastByte, subject) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#lastByte = lastByte;
    this.atByte = startByte;
    this.subject = subject;
  }
  u8() {
    return this.#view.getUint8(this.#take(1));
  }
  u16() {
    return this.#view.getUint16(this.#take(2), true);
  }
  i32() {
    return this.#view.getInt32(this.#take(4), true);
  }
  u32() {
    return this.#view.getUint32(this.#take(4), true);
  }
  u64() {
    return this.#view.getBigUint64(this.#take(8), true);
  }
  /** Big-endian, the one number in pickles that is. */
  f64() {
    return this.#view.getFloat64(this.#take(8), false);
  }
  /** The next `length` bytes, not copied. */
  bytes(length) {
    const startByte = this.#take(length);
    return this.#bytes.subarray(startByte, this.atByte);
  }
  /** The bytes up to the next newline, not copied, without it. */
  line() {
    const newlineByte = this.#bytes.indexOf(NEWLINE, this.atByte);
    if (newlineByte === -1) this.#take(this.#bytes.length - this.atByte + 1);
    const startByte = this.#take(newlineByte - this.atByte + 1);
    return this.#bytes.subarray(startByte, newlineByte);
  }
  #take(length) {
    const startByte = this.atByte;
    if (length > this.#lastByte - startByte) this.#refuse(length);
    const endByte = startByte + Number(length);
    if (endByte > this.#bytes.length) throw new MoreBytesNeeded(endByte);
    this.atByte = endByte;
    return startByte;
  }
  #refuse(length) {
    throw new FormatError({
      code: "TRUNCATED",
      subject: this.subject,
      problem: `needs ${length} bytes at byte ${this.atByte}, and ends after ${this.#lastByte}`,
      cure: "The file is damaged or was cut short: save or copy it again",
      details: { offsetBytes: this.atByte }
    });
  }
};

// src/formats/pytorch/stored-tensor.ts
function storedTensor2({ name, tensor }, fileName, findStorage) {
  const what = `tensor ${quote(name)}`;
  const { dtype, shape } = tensor;
  const common = { name, dtype: dtype.name, shape, kernelLayout: "oihw" };
  const bad3 = (code, problem) => refuse9(fileName, code, `${what} ${problem}`, { tensor: name });
  if (tensor.storage === void 0) {
    return {
      ...common,
      storageKey: `${fileName}:${name}`,
      sizeBytes: 0,
      readInto: () => Promise.reject(bad3("BAD_TENSOR", `is not dense but ${dtype.name}`))
    };
  }
  const stored = "inline" in tensor.storage ? inlineBytes(tensor.storage, fileName, name) : findStorage(tensor.storage, what);
  const storage = "inline" in tensor.storage ? whole(tensor.storage.inline.length) : tensor.storage;
  const count = elementCount(shape);
  const spanned = count === 0 ? 0 : spannedElements(tensor);
  const endBytes = Math.ceil((tensor.offset + spanned) * dtype.elementBytes);
  const sizeBytes = Math.ceil(count * dtype.elementBytes);
  if (!(endBytes <= storage.partBytes)) {
    const problem = `reaches to byte ${endBytes} of the ${storage.partBytes} that ${stored.place} gives it`;
    throw bad3("TENSOR_OUT_OF_BOUNDS", problem);
  }
  if (!(sizeBytes - spanned * dtype.elementBytes <= MAX_EXPANDED_VIEW_BYTES)) {
    const problem = `stands for ${sizeBytes} bytes, and ${Math.ceil(spanned * dtype.elementBytes)} are stored`;
    throw bad3("TENSOR_OUT_OF_BOUNDS", problem);
  }
  const startByte = storage.partStartByte + Math.floor(tensor.offset * dtype.elementBytes);
  return {
    ...common,
    storageKey: `${stored.key}:${startByte}:${dtype.name}:${shape}:${layoutKey(tensor)}`,
    sizeBytes,
    async readInto(target, options) {
      if (isContiguous(tensor) || count === 0) {
        await stored.readInto(startByte, target, options);
      } else if (dtype.elementBytes < 1) {
        throw bad3("BAD_TENSOR", `is a view whose ${dtype.name} elements do not lie one after another`);
      } else {
        const read = (fromByte, chunk) => stored.readInto(storage.partStartByte + fromByte, chunk, options);
        await gather(tensor, dtype.elementBytes, read, target);
      }
      if (stored.bigEndian) swapBytes(target, dtype.partBytes);
    }
  };
}
function whole(sizeBytes) {
  return { key: "", sizeBytes, partStartByte: 0, partBytes: sizeBytes };
}
function inlineBytes(storage, fileName, name) {
  return {
    key: `${fileName}:inline:${name}`,
    place: "the pickle",
    bigEndian: storage.bigEndian,
    readInto: async (startByte, target) => target.set(storage.inline.subarray(startByte, startByte + target.length))
  };
}
function layoutKey(tensor) {
  if (isContiguous(tensor)) return "";
  return tensor.strides.map((stride, axis) => tensor.shape[axis] === 1 ? 0 : stride).join(",");
}

// src/formats/pytorch/pickle-machine.ts
var HEAP_BYTES = {
  reference: 16,
  number: 128,
  text: 48,
  bytes: 256,
  container: 96,
  object: 160,
  firstItems: 144
};
var PickleMachine = class {
  cursor;
  /** In the order in which the pickle mentions them. */
  persistent = [];
  /** Offset of the opcode at work, for messages. */
  opcodeByte = 0;
  /** Where the frame that reaches furthest ends, exclusive. */
  frameEndByte = 0n;
  #stack = [];
  /** Stack heights; nothing below the last one can be popped. */
  #marks = [];
  /** Without holes: an index far beyond the others costs as much as all between. */
  #memo = [];
  #memoCount = 0;
  #heapBytes = 0;
  constructor(cursor) {
    this.cursor = cursor;
  }
  push(value) {
    this.#charge(HEAP_BYTES.reference);
    this.#stack.push(value);
  }
  /** A number that does not fit into a machine word, or may not. */
  pushNumber(value) {
    this.#charge(typeof value === "number" ? HEAP_BYTES.reference : HEAP_BYTES.number);
    this.push(value);
  }
  pushText(text) {
    this.#charge(HEAP_BYTES.text + 2 * text.length);
    this.push(text);
  }
  pushBytes(bytes) {
    this.#charge(HEAP_BYTES.bytes);
    this.push(bytes);
  }
  pushSequence(kind, items) {
    this.#charge(HEAP_BYTES.container);
    this.push({ kind, items });
  }
  pushDict(entries) {
    this.#charge(HEAP_BYTES.container);
    this.push({ kind: "dict", entries });
  }
  pushGlobal(module, name) {
    this.#charge(HEAP_BYTES.container + 2 * (module.length + name.length));
    this.push({ kind: "global", name: `${module}.${name}` });
  }
  pushObject(callable, args) {
    this.#charge(HEAP_BYTES.object);
    this.push({ kind: "object", callable, args, state: void 0, entries: void 0, items: void 0 });
  }
  pushPersistent(id) {
    this.#charge(HEAP_BYTES.container);
    const reference = { kind: "persistent", id };
    this.persistent.push(reference);
    this.push(reference);
  }
  pop() {
    const top = this.top();
    this.#stack.pop();
    return top;
  }
  top() {
    if (this.#stack.length <= (this.#marks.at(-1) ?? 0)) throw this.bad("takes a value from an empty stack");
    return this.#stack.at(-1);
  }
  popText() {
    const value = this.pop();
    if (typeof value !== "string") throw this.bad("takes something for text that is not");
    return value;
  }
  /** The items of a tuple of arguments. */
  popArguments() {
    const value = this.pop();
    if (!isNode(value) || value.kind !== "tuple")
      throw this.bad("calls something without a tuple of arguments");
    return value.items;
  }
  mark() {
    this.#charge(HEAP_BYTES.reference);
    this.#marks.push(this.#stack.length);
  }
  /** Removes the last mark and what was pushed since. */
  popMark() {
    const height = this.#marks.pop();
    if (height === void 0) throw this.bad("looks for a mark, and there is none");
    return this.#stack.splice(height);
  }
  /** The opcode POP takes a value, or a mark that has nothing above it. */
  discard() {
    if (this.#marks.length > 0 && this.#marks.at(-1) === this.#stack.length) this.#marks.pop();
    else this.pop();
  }
  /** What the opcodes that add to a container find below their items. */
  container() {
    const value = this.top();
    if (!isNode(value)) throw this.bad("adds to something that is not a container");
    return value;
  }
  appendTo(container, items) {
    this.#append(this.#itemsOf(container), items);
  }
  setItems(container, entries) {
    if (entries.length % 2 !== 0) throw this.bad("sets a key without a value");
    this.#append(this.#entriesOf(container), entries);
  }
  get(index) {
    const value = this.#memo[index];
    if (value === void 0) throw this.bad(`recalls value ${index}, which was not remembered`);
    this.push(value);
  }
  put(index) {
    const value = this.top();
    this.#charge(HEAP_BYTES.reference * Math.max(0, index + 1 - this.#memo.length));
    while (this.#memo.length <= index) this.#memo.push(void 0);
    if (this.#memo[index] === void 0) this.#memoCount++;
    this.#memo[index] = value;
  }
  memoize() {
    this.put(this.#memoCount);
  }
  frame(length) {
    const endByte = BigInt(this.cursor.atByte) + length;
    if (endByte > this.frameEndByte) this.frameEndByte = endByte;
  }
  bad(problem) {
    return new FormatError({
      code: "BAD_PICKLE",
      subject: this.cursor.subject,
      problem: `at byte ${this.opcodeByte} ${problem}`,
      cure: "No Python wrote it so: the file is damaged or was made to mislead; save it again",
      details: { offsetBytes: this.opcodeByte }
    });
  }
  #itemsOf(container) {
    if (container.kind === "list" || container.kind === "set") return container.items;
    if (container.kind !== "object") throw this.bad("appends to something that is not a list");
    container.items ??= [];
    return container.items;
  }
  #entriesOf(container) {
    if (container.kind === "dict") return container.entries;
    if (container.kind !== "object") throw this.bad("sets an item of something that is not a dict");
    container.entries ??= [];
    return container.entries;
  }
  /** Not by spreading: an argument list of millions overflows the call stack. */
  #append(target, items) {
    if (target.length === 0) this.#charge(HEAP_BYTES.firstItems);
    for (const item of items) target.push(item);
  }
  #charge(bytes) {
    this.#heapBytes += bytes;
    if (this.#heapBytes <= MAX_PICKLE_HEAP_BYTES) return;
    throw new FormatError({
      code: "PICKLE_TOO_LARGE",
      subject: this.cursor.subject,
      problem: `would take more than ${MAX_PICKLE_HEAP_BYTES} bytes of memory to read`,
      cure: "Save the weights by themselves: torch.save(model.state_dict(), path)",
      details: { offsetBytes: this.opcodeByte }
    });
  }
};

// src/formats/pytorch/pickle-opcodes.ts
var HIGHEST_PROTOCOL = 5;
var MAX_MEMO_INDEX = 2 ** 32 - 2;
var NUMBERS3 = {
  N: (m) => m.push(null),
  "\x88": (m) => m.push(true),
  "\x89": (m) => m.push(false),
  I: pushIntLine,
  L: (m) => m.pushNumber(integer(parseDecimal(m, numberLine(m).replace(/L$/, "")))),
  F: (m) => m.pushNumber(parseFloatLine(m)),
  J: (m) => m.push(m.cursor.i32()),
  K: (m) => m.push(m.cursor.u8()),
  M: (m) => m.push(m.cursor.u16()),
  "\x8A": (m) => m.pushNumber(parseLong(m, m.cursor.u8())),
  "\x8B": (m) => m.pushNumber(parseLong(m, m.cursor.i32())),
  G: (m) => m.pushNumber(m.cursor.f64())
};
var TEXTS2 = {
  S: (m) => pushPython2(m, parsePython2Literal(m.cursor.line()) ?? refuse10(m, "has a string that is not quoted")),
  T: (m) => pushPython2(m, decodePython2(m.cursor.bytes(m.cursor.u32()))),
  U: (m) => pushPython2(m, decodePython2(m.cursor.bytes(m.cursor.u8()))),
  V: (m) => m.pushText(parseRawUnicodeEscape(m.cursor.line())),
  X: (m) => m.pushText(decodeText(m.cursor.bytes(m.cursor.u32()))),
  "\x8C": (m) => m.pushText(decodeText(m.cursor.bytes(m.cursor.u8()))),
  "\x8D": (m) => m.pushText(decodeText(m.cursor.bytes(m.cursor.u64()))),
  B: (m) => m.pushBytes(m.cursor.bytes(m.cursor.u32())),
  C: (m) => m.pushBytes(m.cursor.bytes(m.cursor.u8())),
  "\x8E": (m) => m.pushBytes(m.cursor.bytes(m.cursor.u64())),
  "\x96": (m) => m.pushBytes(m.cursor.bytes(m.cursor.u64())),
  "\x97": (m) => refuse10(m, "needs a buffer from outside the pickle"),
  "\x98": (m) => void m.top()
};
var CONTAINERS = {
  "]": (m) => m.pushSequence("list", []),
  ")": (m) => m.pushSequence("tuple", []),
  "\x8F": (m) => m.pushSequence("set", []),
  "}": (m) => m.pushDict([]),
  l: (m) => m.pushSequence("list", m.popMark()),
  t: (m) => m.pushSequence("tuple", m.popMark()),
  "\x85": (m) => m.pushSequence("tuple", [m.pop()]),
  "\x86": (m) => m.pushSequence("tuple", [m.pop(), m.pop()].reverse()),
  "\x87": (m) => m.pushSequence("tuple", [m.pop(), m.pop(), m.pop()].reverse()),
  "\x91": (m) => m.pushSequence("set", m.popMark()),
  d: (m) => {
    const entries = m.popMark();
    m.pushDict([]);
    m.setItems(m.container(), entries);
  },
  a: (m) => {
    const item = m.pop();
    m.appendTo(m.container(), [item]);
  },
  e: appendSinceMark,
  "\x90": appendSinceMark,
  s: (m) => {
    const value = m.pop();
    const key = m.pop();
    m.setItems(m.container(), [key, value]);
  },
  u: (m) => {
    const entries = m.popMark();
    m.setItems(m.container(), entries);
  }
};
var OBJECTS = {
  c: (m) => m.pushGlobal(decodeText(m.cursor.line()), decodeText(m.cursor.line())),
  "\x93": (m) => {
    const name = m.popText();
    m.pushGlobal(m.popText(), name);
  },
  R: callWithArguments,
  "\x81": callWithArguments,
  "\x92": (m) => {
    m.pop();
    callWithArguments(m);
  },
  i: (m) => {
    const module = decodeText(m.cursor.line());
    const name = decodeText(m.cursor.line());
    const args = m.popMark();
    m.pushGlobal(module, name);
    m.pushObject(m.pop(), args);
  },
  o: (m) => {
    const [callable, ...args] = m.popMark();
    if (callable === void 0) refuse10(m, "makes an object of no class");
    else m.pushObject(callable, args);
  },
  b: (m) => {
    const state = m.pop();
    const target = m.top();
    if (!isNode(target) || target.kind !== "object") refuse10(m, "sets the state of something that has none");
    else target.state = state;
  },
  P: (m) => m.pushPersistent(decodeText(m.cursor.line())),
  Q: (m) => m.pushPersistent(m.pop())
};
var BOOKKEEPING = {
  "(": (m) => m.mark(),
  "0": (m) => m.discard(),
  "1": (m) => void m.popMark(),
  "2": (m) => m.push(m.top()),
  g: (m) => m.get(parseMemoIndex(m)),
  h: (m) => m.get(m.cursor.u8()),
  j: (m) => m.get(m.cursor.u32()),
  p: (m) => m.put(parseMemoIndex(m)),
  q: (m) => m.put(m.cursor.u8()),
  r: (m) => m.put(m.cursor.u32()),
  "\x94": (m) => m.memoize(),
  "\x80": (m) => {
    const protocol = m.cursor.u8();
    if (protocol > HIGHEST_PROTOCOL)
      refuse10(m, `claims protocol ${protocol}, and the highest is ${HIGHEST_PROTOCOL}`);
  },
  "\x95": (m) => m.frame(m.cursor.u64())
};
var OPCODES = tabulate({
  ...NUMBERS3,
  ...TEXTS2,
  ...CONTAINERS,
  ...OBJECTS,
  ...BOOKKEEPING
});
function tabulate(byCharacter) {
  const table = new Array(256).fill(void 0);
  for (const [character, opcode] of Object.entries(byCharacter)) table[character.charCodeAt(0)] = opcode;
  return table;
}
function refuse10(machine, problem) {
  throw machine.bad(problem);
}
function pushPython2(machine, value) {
  if (typeof value === "string") machine.pushText(value);
  else machine.pushBytes(value);
}
function appendSinceMark(machine) {
  const items = machine.popMark();
  machine.appendTo(machine.container(), items);
}
function callWithArguments(machine) {
  const args = machine.popArguments();
  machine.pushObject(machine.pop(), args);
}
function numberLine(machine) {
  const line = machine.cursor.line();
  if (line.length > 2 * MAX_PICKLE_INTEGER_BYTES) refuse10(machine, `has a number of ${line.length} digits`);
  return decodeText(line).trim();
}
function pushIntLine(machine) {
  const text = numberLine(machine);
  if (text === "00" || text === "01") machine.push(text === "01");
  else machine.pushNumber(integer(parseDecimal(machine, text)));
}
function parseDecimal(machine, text) {
  return /^[+-]?\d+$/.test(text) ? BigInt(text) : refuse10(machine, "has an integer that is not one");
}
function parseFloatLine(machine) {
  const text = numberLine(machine).toLowerCase();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text)) return Number(text);
  const [, sign, word] = /^([+-]?)(inf|nan)$/.exec(text) ?? refuse10(machine, "has a float that is not one");
  const magnitude = word === "inf" ? Number.POSITIVE_INFINITY : Number.NaN;
  return sign === "-" ? -magnitude : magnitude;
}
function parseLong(machine, length) {
  if (length < 0 || length > MAX_PICKLE_INTEGER_BYTES) refuse10(machine, `has an integer of ${length} bytes`);
  let hex = "0x0";
  for (const byte of machine.cursor.bytes(length).toReversed()) hex += byte.toString(16).padStart(2, "0");
  return integer(BigInt.asIntN(8 * length, BigInt(hex)));
}
function integer(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
function parseMemoIndex(machine) {
  const index = parseDecimal(machine, numberLine(machine));
  if (index < 0n || index > BigInt(MAX_MEMO_INDEX)) refuse10(machine, `remembers a value as number ${index}`);
  return Number(index);
}

// src/formats/pytorch/unpickle.ts
var STOP = 46;
function unpickle(input) {
  const cursor = new PickleCursor(input.bytes, input.startByte, input.lastByte, input.subject);
  const machine = new PickleMachine(cursor);
  for (; ; ) {
    machine.opcodeByte = cursor.atByte;
    const code = cursor.u8();
    if (code === STOP) {
      const value = machine.pop();
      checkFrames(machine, value, input.lastByte);
      return { value, endByte: cursor.atByte, persistent: machine.persistent };
    }
    const opcode = OPCODES[code];
    if (opcode === void 0) {
      throw machine.bad(`has the opcode 0x${code.toString(16)}, which no pickle from a file has`);
    }
    opcode(machine);
  }
}
function checkFrames(machine, value, lastByte) {
  if (machine.frameEndByte <= BigInt(lastByte)) return;
  const frame = `a frame up to byte ${machine.frameEndByte} of ${lastByte}`;
  throw machine.bad(`ends as ${describeValue(value)}, but has ${frame}`);
}

// src/formats/pytorch/legacy-checkpoint.ts
var MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn;
var PROTOCOL_VERSION = 1001;
var FIRST_READ_BYTES2 = 16 * 1024;
var GROWTH = 4;
var COUNT_BYTES = 8;
async function readLegacyCheckpoint(source, options) {
  const next = pickleReader(source, options);
  const first = await next("the first pickle");
  if (first.value !== MAGIC_NUMBER) {
    return modelTensors(first.value, source.name).map(
      (tensor) => storedTensor2(tensor, source.name, noStorage(source))
    );
  }
  const version = await next("the version");
  if (version.value !== PROTOCOL_VERSION) {
    throw refuse9(
      source.name,
      "BAD_VERSION",
      `it is of another version than ${PROTOCOL_VERSION}, the only one there was`
    );
  }
  await next("the system information");
  const object = await next("the pickle");
  const tensors = modelTensors(object.value, source.name);
  const keys = await next("the list of storages");
  const findStorage = placeStorages(source, keys, storageSizes(source, object.persistent));
  return tensors.map((tensor) => storedTensor2(tensor, source.name, findStorage));
}
function pickleReader(source, options) {
  const lastByte = source.sizeBytes;
  let bytes = new Uint8Array();
  let startByte = 0;
  return async (what) => {
    for (; ; ) {
      try {
        const pickle = unpickle({ bytes, startByte, lastByte, subject: `${what} in ${source.name}` });
        startByte = pickle.endByte;
        return pickle;
      } catch (error) {
        if (!(error instanceof MoreBytesNeeded)) throw error;
        if (error.endByte > MAX_PICKLE_BYTES) {
          const problem = `its pickles take more than ${MAX_PICKLE_BYTES} bytes`;
          throw refuse9(source.name, "PICKLE_TOO_LARGE", problem);
        }
        const wanted = Math.max(FIRST_READ_BYTES2, GROWTH * bytes.length, error.endByte);
        const grown = new Uint8Array(Math.min(lastByte, MAX_PICKLE_BYTES, wanted));
        grown.set(bytes);
        await source.readInto(bytes.length, grown.subarray(bytes.length), options);
        bytes = grown;
      }
    }
  };
}
function storageSizes(source, references) {
  const sizes = /* @__PURE__ */ new Map();
  for (const value of references) {
    if (sequenceItems(value.id)?.[0] !== "storage") continue;
    const bad3 = (problem) => refuse9(source.name, "BAD_TENSOR", `a tensor ${problem}`);
    const { reference, elements } = readStorageReference(value, bad3);
    const { key, sizeBytes } = reference;
    const known = sizes.get(key);
    if (known !== void 0 && known.sizeBytes !== sizeBytes) {
      const problem = `it gives storage ${quote(key)} two sizes, ${known.sizeBytes} and ${sizeBytes} bytes`;
      throw refuse9(source.name, "BAD_STORAGES", problem);
    }
    sizes.set(key, { sizeBytes, elements });
  }
  return sizes;
}
function placeStorages(source, keys, sizes) {
  const placed = /* @__PURE__ */ new Map();
  let atByte = keys.endByte;
  for (const key of sequenceItems(keys.value) ?? []) {
    const size = typeof key === "string" ? sizes.get(key) : void 0;
    if (size === void 0 || placed.has(key)) {
      const problem = `it lists ${describeKey2(key)} among its storages, which no tensor uses or which it listed before`;
      throw refuse9(source.name, "BAD_STORAGES", problem, { offsetBytes: keys.endByte });
    }
    const startByte = atByte + COUNT_BYTES;
    placed.set(key, { ...size, startByte });
    atByte = startByte + size.sizeBytes;
    if (!(atByte <= source.sizeBytes)) {
      const problem = `storage ${describeKey2(key)} reaches to byte ${atByte} of ${source.sizeBytes}`;
      throw refuse9(source.name, "TRUNCATED", problem, { offsetBytes: startByte });
    }
  }
  const checkCount = countChecker(source);
  return ({ key }, what) => {
    const storage = placed.get(key);
    const place2 = `storage ${quote(key)}`;
    if (storage === void 0)
      throw refuse9(source.name, "STORAGE_MISSING", `${what} lies in ${place2}, which is not there`);
    return {
      key: `${source.name}:${key}`,
      place: place2,
      bigEndian: false,
      async readInto(startByte, target, options) {
        await checkCount(storage, place2, options);
        await source.readInto(storage.startByte + startByte, target, options);
      }
    };
  };
}
function countChecker(source) {
  const checked = /* @__PURE__ */ new Set();
  return async (storage, place2, options) => {
    if (checked.has(storage)) return;
    const bytes = await readBytes(source, storage.startByte - COUNT_BYTES, storage.startByte, options);
    const count = new DataView(bytes.buffer).getBigInt64(0, true);
    if (count !== BigInt(storage.elements)) {
      const problem = `${place2} says that it has ${count} elements, and the pickle that it has ${storage.elements}`;
      throw refuse9(source.name, "BAD_STORAGES", problem, { offsetBytes: storage.startByte - COUNT_BYTES });
    }
    checked.add(storage);
  };
}
function noStorage(source) {
  return (_, what) => {
    throw refuse9(source.name, "STORAGE_MISSING", `${what} refers to a storage, and a plain pickle has none`, {
      cure: "Save the weights with torch.save(model.state_dict(), path)"
    });
  };
}
function describeKey2(key) {
  return typeof key === "string" ? quote(key) : "something that is not text";
}

// src/formats/pytorch/zip-checkpoint.ts
var MAX_BYTEORDER_BYTES = 16;
async function readZipCheckpoint(source, options) {
  const records = await readZipDirectory(source, options);
  const [firstName = ""] = records.keys();
  const folder = firstName.slice(0, firstName.indexOf("/") + 1);
  const pickle = records.get(`${folder}data.pkl`);
  if (pickle === void 0) throw notACheckpoint(source, records, folder);
  const root = await readPickle(source, pickle, options);
  const bigEndian = await readByteOrder(source, records.get(`${folder}byteorder`), options);
  const storagesIn = (part) => findRecords(source, records, `${folder}${part}/`, bigEndian);
  const constants = records.get(`${folder}constants.pkl`);
  if (constants !== void 0 && collectTensors(root, source.name).length === 0) {
    const frozen = await readConstants(source, constants, options);
    if (frozen.length > 0) return toStored(frozen, source, storagesIn("constants"));
  }
  return toStored(modelTensors(root, source.name), source, storagesIn("data"));
}
function toStored(tensors, source, findStorage) {
  return tensors.map((tensor) => storedTensor2(tensor, source.name, findStorage));
}
async function readConstants(source, entry, options) {
  const constants = collectTensors(await readPickle(source, entry, options), source.name);
  return constants.map(({ name, tensor }) => ({ name: `constants.${name}`, tensor }));
}
async function readPickle(source, entry, options) {
  const bytes = await readRecord(source, entry, { what: "the pickle", maxBytes: MAX_PICKLE_BYTES }, options);
  const subject = `the pickle ${quote(entry.name)} in ${source.name}`;
  return unpickle({ bytes, startByte: 0, lastByte: bytes.length, subject }).value;
}
async function readByteOrder(source, entry, options) {
  if (entry === void 0) return false;
  const bounds = { what: "the byte order", maxBytes: MAX_BYTEORDER_BYTES };
  const order = new TextDecoder().decode(await readRecord(source, entry, bounds, options));
  if (order === "little" || order === "big") return order === "big";
  const details = { offsetBytes: entry.headerStartByte };
  throw refuse9(source.name, "BAD_BYTE_ORDER", `its byte order is ${quote(order)}, neither little nor big`, {
    details
  });
}
function findRecords(source, records, folder, bigEndian) {
  const ranges = /* @__PURE__ */ new Map();
  const rangeOf = (entry, options) => {
    const known = ranges.get(entry);
    if (known !== void 0) return known;
    const range = locateRecord(source, entry, options);
    ranges.set(entry, range);
    range.catch(() => ranges.delete(entry));
    return range;
  };
  return ({ key, sizeBytes }, what) => {
    const name = `${folder}${key}`;
    const place2 = `record ${quote(name)}`;
    const entry = records.get(name);
    if (entry === void 0)
      throw refuse9(source.name, "STORAGE_MISSING", `${what} lies in ${place2}, which is not there`);
    checkStored(source, entry, what);
    if (entry.sizeBytes < sizeBytes) {
      const problem = `${what} needs ${sizeBytes} bytes of ${place2}, which has ${entry.sizeBytes}`;
      throw refuse9(source.name, "TENSOR_OUT_OF_BOUNDS", problem, { offsetBytes: entry.headerStartByte });
    }
    return {
      key: `${source.name}:${name}`,
      place: place2,
      bigEndian,
      async readInto(startByte, target, options) {
        const range = await rangeOf(entry, options);
        await source.readInto(range.startByte + startByte, target, options);
        if (target.length === entry.sizeBytes) checkCrc(source, entry, crc32(target), what);
      }
    };
  };
}
function notACheckpoint(source, records, folder) {
  const seen = [...records.keys()].slice(0, 3).map(quote).join(", ");
  const old = records.has(`${folder}model.json`);
  const problem = old ? "it is a TorchScript archive from before torch 1.2, or an exported program, and has no data.pkl" : `it has no data.pkl, only ${records.size} records such as ${seen}`;
  return refuse9(source.name, "NOT_A_CHECKPOINT", problem, {
    cure: "Save the weights with torch.save(model.state_dict(), path)"
  });
}

// src/formats/pytorch/pytorch.ts
var pytorch = {
  name: "pytorch",
  suffixes: [".pt", ".pth", ".bin", ".ckpt", ".jit"],
  recognises: (head) => looksLikeTorchZip(head) || looksLikePickle(head) || looksLikeTorchTar(head),
  readTensors: readTensors7
};
async function readTensors7(source, options) {
  if (looksLikeZip(await readHead(source, options, ZIP_SIGNATURE_BYTES))) {
    return { order: "stored", tensors: await readZipCheckpoint(source, options) };
  }
  const head = await readHead(source, options);
  if (looksLikeTorchTar(head)) {
    throw refuse9(source.name, "UNSUPPORTED_TAR", "it is a tar archive, as torch wrote them before 0.1.10", {
      cure: "Load it with an old torch and save it again with torch.save(model.state_dict(), path)"
    });
  }
  if (!looksLikePickle(head)) {
    const problem = source.sizeBytes === 0 ? "it is empty" : "it begins neither as a zip archive nor as a pickle";
    throw refuse9(source.name, "NOT_A_CHECKPOINT", problem);
  }
  return { order: "stored", tensors: await readLegacyCheckpoint(source, options) };
}

// src/formats/safetensors.ts
var LENGTH_BYTES2 = 8;
var OPENING_BRACE2 = 123;
var CURE4 = "The file is damaged or was cut short: write or copy it again";
var refuse11 = refusalOf("as safetensors", CURE4);
var OPAQUE_DTYPE_BITS = /* @__PURE__ */ new Map([
  ["C64", 64],
  ["F8_E8M0", 8],
  ["F6_E2M3", 6],
  ["F6_E3M2", 6],
  ["F4", 4]
]);
var safetensors = {
  name: "safetensors",
  suffixes: [".safetensors"],
  recognises: (head) => head.length > LENGTH_BYTES2 && head[LENGTH_BYTES2] === OPENING_BRACE2,
  readTensors: readTensors8
};
async function readTensors8(source, options) {
  const dataStartByte = await readHeaderEnd(source, options);
  const header = await readBytes(source, LENGTH_BYTES2, dataStartByte, options);
  const members = asObject(parseJson(header, `the header of ${source.name}`));
  if (members === void 0)
    throw refuse11(source.name, "NOT_JSON", "its header is not a JSON object", { offsetBytes: LENGTH_BYTES2 });
  const tensors = [];
  for (const [name, entry] of members) {
    if (name === "__metadata__") checkMetadata(source, entry);
    else tensors.push(readEntry3(source, name, entry, dataStartByte));
  }
  if (tensors.length > MAX_TENSORS) {
    throw refuse11(
      source.name,
      "TOO_MANY_TENSORS",
      `it lists ${tensors.length} tensors, more than ${MAX_TENSORS}`
    );
  }
  checkCover(source, tensors, dataStartByte);
  return { order: "none", tensors };
}
async function readHeaderEnd(source, options) {
  if (source.sizeBytes < LENGTH_BYTES2) {
    const problem = `it has ${source.sizeBytes} bytes, fewer than the ${LENGTH_BYTES2} of a header's length`;
    throw refuse11(source.name, "TRUNCATED", problem);
  }
  const length = new DataView((await readBytes(source, 0, LENGTH_BYTES2, options)).buffer).getBigUint64(
    0,
    true
  );
  if (length > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
    const problem = `it claims a header of ${length} bytes, and the format allows ${MAX_SAFETENSORS_HEADER_BYTES}`;
    throw refuse11(source.name, "HEADER_TOO_LARGE", problem, { offsetBytes: 0 });
  }
  const endByte = LENGTH_BYTES2 + Number(length);
  if (endByte > source.sizeBytes) {
    const problem = `it claims a header of ${length} bytes, and the file ends after ${source.sizeBytes}`;
    throw refuse11(source.name, "TRUNCATED", problem, { offsetBytes: 0 });
  }
  return endByte;
}
function readEntry3(source, name, entry, dataStartByte) {
  const fields = asObject(entry);
  const dtype = fields?.get("dtype");
  const shape = fields?.get("shape");
  const offsets = fields?.get("data_offsets");
  const bad3 = (problem) => refuse11(source.name, "BAD_TENSOR", `tensor ${quote(name)} ${problem}`);
  if (typeof dtype !== "string" || !isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) {
    throw bad3("does not have a dtype, a shape and two data_offsets");
  }
  if (shape.length > MAX_DIMENSIONS) throw bad3(`has ${shape.length} dimensions`);
  const bits = isDtype(dtype) ? 8 * bytesPerElement(dtype) : OPAQUE_DTYPE_BITS.get(dtype);
  if (bits === void 0) throw bad3(`has the dtype ${quote(dtype)}, which the format does not know`);
  const [begin, end] = offsets;
  const startByte = dataStartByte + begin;
  const endByte = dataStartByte + end;
  if (begin > end || endByte > source.sizeBytes) {
    const problem = `claims the bytes ${begin} to ${end} of ${source.sizeBytes - dataStartByte} that there are`;
    throw new FormatError({
      code: begin > end ? "BAD_TENSOR" : "TRUNCATED",
      subject: source.name,
      problem: `tensor ${quote(name)} ${problem}`,
      cure: CURE4,
      details: { tensor: name, offsetBytes: startByte }
    });
  }
  if (exactBytes(shape, bits) !== 8n * BigInt(end - begin)) {
    throw bad3(`of shape ${showShape(shape)} and dtype ${dtype} cannot lie in ${end - begin} bytes`);
  }
  return {
    name,
    dtype,
    shape,
    kernelLayout: "oihw",
    storageKey: `${source.name}:${startByte}:${endByte}`,
    sizeBytes: end - begin,
    startByte,
    endByte,
    readInto: (target, options) => source.readInto(startByte, target, options)
  };
}
function checkCover(source, tensors, dataStartByte) {
  let coveredByte = dataStartByte;
  for (const tensor of tensors.toSorted((a, b) => a.startByte - b.startByte || a.endByte - b.endByte)) {
    if (tensor.startByte !== coveredByte) {
      const what = tensor.startByte < coveredByte ? "overlaps the tensor before it" : "leaves a hole before it";
      throw refuse11(source.name, "BAD_LAYOUT", `tensor ${quote(tensor.name)} ${what}`, {
        offsetBytes: tensor.startByte
      });
    }
    coveredByte = tensor.endByte;
  }
  if (coveredByte !== source.sizeBytes) {
    const problem = `${source.sizeBytes - coveredByte} bytes after the last tensor belong to none`;
    throw refuse11(source.name, "BAD_LAYOUT", problem, { offsetBytes: coveredByte });
  }
}
function checkMetadata(source, metadata) {
  const members = asObject(metadata);
  if (members === void 0 || [...members.values()].some((value) => typeof value !== "string")) {
    throw refuse11(source.name, "BAD_METADATA", "its __metadata__ is not a map from text to text", {
      offsetBytes: LENGTH_BYTES2
    });
  }
}
function isCounts(value) {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

// src/formats/tensorflow/proto.ts
var NotAMessage = class extends Error {
};
var MAX_VARINT_BYTES2 = 10;
var FIXED_BYTES = /* @__PURE__ */ new Map([
  [1, 8],
  [5, 4]
]);
var VARINT2 = 0;
var LENGTH_DELIMITED = 2;
var ByteCursor = class {
  #bytes;
  #at = 0;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  get leftBytes() {
    return this.#bytes.length - this.#at;
  }
  /** @throws NotAMessage when there are too few bytes, or more than a number of 64 bits can have. */
  varint() {
    let value = 0n;
    for (let i = 0; i < MAX_VARINT_BYTES2; i++) {
      const byte = this.#bytes[this.#at++];
      if (byte === void 0) throw new NotAMessage("ends inside a number");
      value |= BigInt(byte & 127) << BigInt(7 * i);
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new NotAMessage("has a number of more than 64 bits");
  }
  /** A number that counts bytes or things. */
  count() {
    const value = this.varint();
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new NotAMessage(`has the number ${value}`);
    return Number(value);
  }
  take(bytes) {
    if (bytes > this.leftBytes)
      throw new NotAMessage(`needs ${bytes} bytes where ${this.leftBytes} are left`);
    this.#at += bytes;
    return this.#bytes.subarray(this.#at - bytes, this.#at);
  }
};
function* protoFields(message) {
  const cursor = new ByteCursor(message);
  while (cursor.leftBytes > 0) {
    const tag = cursor.count();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    const fixedBytes = FIXED_BYTES.get(wireType);
    if (wireType === VARINT2) yield { number, value: cursor.varint(), bytes: void 0 };
    else if (wireType === LENGTH_DELIMITED) {
      yield { number, value: void 0, bytes: cursor.take(cursor.count()) };
    } else if (fixedBytes !== void 0) {
      const value = cursor.take(fixedBytes).reduceRight((sum, byte) => sum << 8n | BigInt(byte), 0n);
      yield { number, value, bytes: void 0 };
    } else throw new NotAMessage("has a field of no known kind");
  }
}
var UTF84 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function protoText(bytes) {
  try {
    return UTF84.decode(bytes);
  } catch {
    throw new NotAMessage("has a text that is not UTF-8");
  }
}

// src/formats/tensorflow/bundle-entry.ts
var BIG_ENDIAN = 1n;
var DT_STRING = 7;
var DTYPES = /* @__PURE__ */ new Map([
  [1, "F32"],
  [2, "F64"],
  [3, "I32"],
  [4, "U8"],
  [5, "I16"],
  [6, "I8"],
  [9, "I64"],
  [10, "BOOL"],
  [14, "BF16"],
  [17, "U16"],
  [19, "F16"],
  [22, "U32"],
  [23, "U64"],
  [24, "F8_E5M2"],
  [25, "F8_E4M3"]
]);
function bundleDtype(type) {
  return DTYPES.get(type);
}
function opaqueWord(type) {
  return type === DT_STRING ? "string" : `TensorFlow type ${type}`;
}
function readBundleHeader(message) {
  let shards = 0;
  let isBigEndian = false;
  for (const { number, value } of protoFields(message)) {
    if (number === 1) shards = countOf(value);
    else if (number === 2) isBigEndian = value === BIG_ENDIAN;
  }
  return { shards, isBigEndian };
}
function readBundleEntry(message) {
  const entry = { type: 0, shard: 0, offsetBytes: 0, sizeBytes: 0, checksum: 0, isSliced: false };
  let shape = [];
  for (const { number, value, bytes } of protoFields(message)) {
    if (number === 1) entry.type = countOf(value);
    else if (number === 2) shape = readShape(bytes);
    else if (number === 3) entry.shard = countOf(value);
    else if (number === 4) entry.offsetBytes = countOf(value);
    else if (number === 5) entry.sizeBytes = countOf(value);
    else if (number === 6) entry.checksum = countOf(value);
    else if (number === 7) entry.isSliced = true;
  }
  return { ...entry, shape };
}
function readShape(message) {
  const shape = [];
  for (const { number, bytes } of protoFields(message ?? new Uint8Array())) {
    if (number !== 2) continue;
    let size = 0;
    for (const field of protoFields(bytes ?? new Uint8Array()))
      if (field.number === 1) size = countOf(field.value);
    shape.push(size);
  }
  if (shape.length > MAX_DIMENSIONS) throw new NotAMessage(`has a tensor of ${shape.length} dimensions`);
  return shape;
}
function countOf(value) {
  if (value === void 0 || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new NotAMessage(`has ${value ?? "bytes"} where a count belongs`);
  }
  return Number(value);
}

// src/formats/tensorflow/object-graph.ts
var OBJECT_GRAPH_KEY = "_CHECKPOINTABLE_OBJECT_GRAPH";
var CHECKSUM_BYTES3 = 4;
function variableNames2(tensor) {
  const cursor = new ByteCursor(tensor);
  const bytes = cursor.count();
  cursor.take(CHECKSUM_BYTES3);
  const names = /* @__PURE__ */ new Map();
  for (const node of protoFields(cursor.take(bytes))) {
    if (node.number !== 1 || node.bytes === void 0) continue;
    for (const attribute of protoFields(node.bytes)) {
      if (attribute.number !== 2 || attribute.bytes === void 0) continue;
      const { name, key } = readAttribute2(attribute.bytes);
      if (name !== "" && key !== "") names.set(key, name);
    }
  }
  return names;
}
function readAttribute2(message) {
  let name = "";
  let key = "";
  for (const { number, bytes } of protoFields(message)) {
    if (number === 2 && bytes !== void 0) name = protoText(bytes);
    else if (number === 3 && bytes !== void 0) key = protoText(bytes);
  }
  return { name, key };
}

// src/formats/tensorflow/refuse.ts
var refuse12 = refusalOf("as a TensorFlow checkpoint");

// src/formats/tensorflow/snappy.ts
var MOST_EXPANSION = 64;
var LITERAL = 0;
var LONGEST_SHORT_LITERAL = 60;
function expandSnappy(block, mostBytes) {
  const cursor = new ByteCursor(block);
  const length = cursor.count();
  if (length > Math.min(mostBytes, MOST_EXPANSION * block.length)) {
    throw new NotAMessage(`is said to expand from ${block.length} bytes to ${length}`);
  }
  const expanded = new Uint8Array(length);
  let filled = 0;
  const require2 = (bytes) => {
    if (filled + bytes > length)
      throw new NotAMessage(`expands to more than the ${length} bytes that it is said to`);
  };
  while (cursor.leftBytes > 0) {
    const tag = cursor.take(1)[0];
    const kind = tag & 3;
    if (kind === LITERAL) {
      const short = tag >> 2;
      const bytes2 = 1 + (short < LONGEST_SHORT_LITERAL ? short : littleEndian(cursor, short - LONGEST_SHORT_LITERAL + 1));
      require2(bytes2);
      expanded.set(cursor.take(bytes2), filled);
      filled += bytes2;
      continue;
    }
    const bytes = kind === 1 ? 4 + (tag >> 2 & 7) : 1 + (tag >> 2);
    const back = kind === 1 ? (tag >> 5) * 256 + littleEndian(cursor, 1) : littleEndian(cursor, kind === 2 ? 2 : 4);
    require2(bytes);
    if (back === 0 || back > filled) throw new NotAMessage("copies from before its beginning");
    for (let i = 0; i < bytes; i++, filled++) expanded[filled] = expanded[filled - back];
  }
  if (filled < length)
    throw new NotAMessage(`ends after ${filled} of the ${length} bytes that it is said to expand to`);
  return expanded;
}
function littleEndian(cursor, bytes) {
  return cursor.take(bytes).reduceRight((sum, byte) => 256 * sum + byte, 0);
}

// src/formats/tensorflow/table.ts
var FOOTER_BYTES = 48;
var MAGIC3 = [87, 251, 128, 139, 36, 117, 71, 219];
var TRAILER_BYTES = 5;
var UNCOMPRESSED = 0;
var SNAPPY = 1;
var RESTART_BYTES = 4;
function maskedCrc32c(checksum) {
  return (checksum >>> 15 | checksum << 17) + 2726488792 >>> 0;
}
async function readTable(source, options) {
  const footerByte = source.sizeBytes - FOOTER_BYTES;
  if (source.sizeBytes > MAX_TF_INDEX_BYTES) {
    const problem = `its index has ${source.sizeBytes} bytes, more than ${MAX_TF_INDEX_BYTES}`;
    throw refuse12(source.name, "INDEX_TOO_LARGE", problem);
  }
  const footer = footerByte < 0 ? void 0 : await readBytes(source, footerByte, source.sizeBytes, options);
  if (footer === void 0 || !startsWith(footer, MAGIC3, FOOTER_BYTES - MAGIC3.length)) {
    const problem = source.sizeBytes === 0 ? "it is empty" : "it does not end as an index of tensors does";
    throw refuse12(source.name, "NOT_A_CHECKPOINT", problem, { offsetBytes: Math.max(0, footerByte) });
  }
  const handles = parsed(source, footerByte, () => {
    const cursor = new ByteCursor(footer);
    readHandle(cursor);
    return readHandle(cursor);
  });
  const entries = [];
  let blockEndByte = 0;
  for (const { value, blockByte } of await readBlock(source, handles, options)) {
    const handle = parsed(source, blockByte, () => readHandle(new ByteCursor(value)));
    if (handle.startByte < blockEndByte) throw bad(source, blockByte, "lists blocks that overlap");
    blockEndByte = handle.startByte + handle.bytes;
    for (const entry of await readBlock(source, handle, options)) entries.push(entry);
    if (entries.length > MAX_TENSORS) {
      throw refuse12(source.name, "TOO_MANY_TENSORS", `it lists more than ${MAX_TENSORS} tensors`);
    }
  }
  return entries;
}
async function readBlock(source, { startByte, bytes }, options) {
  if (startByte + bytes + TRAILER_BYTES > source.sizeBytes) {
    const problem = `a block of its index is said to lie at the bytes ${startByte} to ${startByte + bytes} of ${source.sizeBytes}`;
    throw refuse12(source.name, "TRUNCATED", problem, { offsetBytes: startByte });
  }
  if (bytes > MAX_TF_BLOCK_BYTES)
    throw bad(source, startByte, `has ${bytes} bytes, more than ${MAX_TF_BLOCK_BYTES}`);
  const stored = await readBytes(source, startByte, startByte + bytes + TRAILER_BYTES, options);
  const checksum = new DataView(stored.buffer).getUint32(bytes + 1, true);
  if (maskedCrc32c(crc32c(stored.subarray(0, bytes + 1))) !== checksum) {
    const problem = `the block of its index at byte ${startByte} does not have the checksum that it was written with`;
    throw refuse12(source.name, "CHECKSUM_MISMATCH", problem, { offsetBytes: startByte });
  }
  const compression = stored[bytes];
  return parsed(source, startByte, () => {
    if (compression !== UNCOMPRESSED && compression !== SNAPPY) {
      throw new NotAMessage(`is compressed with method ${compression}`);
    }
    const content2 = stored.subarray(0, bytes);
    const block = compression === SNAPPY ? expandSnappy(content2, MAX_TF_BLOCK_BYTES) : content2;
    return [...readEntries(block, startByte)];
  });
}
function parsed(source, blockByte, parse) {
  try {
    return parse();
  } catch (error) {
    if (error instanceof NotAMessage) throw bad(source, blockByte, error.message);
    throw error;
  }
}
function bad(source, blockByte, problem) {
  return refuse12(source.name, "BAD_TABLE", `the block of its index at byte ${blockByte} ${problem}`, {
    offsetBytes: blockByte
  });
}
function readHandle(cursor) {
  return { startByte: cursor.count(), bytes: cursor.count() };
}
function* readEntries(block, blockByte) {
  if (block.length < RESTART_BYTES) throw new NotAMessage("is too short");
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const restarts = view.getUint32(block.length - RESTART_BYTES, true);
  const endByte = block.length - RESTART_BYTES * (restarts + 1);
  if (endByte < 0) throw new NotAMessage(`is said to have ${restarts} restarts`);
  const cursor = new ByteCursor(block.subarray(0, endByte));
  let key = new Uint8Array();
  while (cursor.leftBytes > 0) {
    const [shared, own, valueBytes] = [cursor.count(), cursor.count(), cursor.count()];
    if (shared > key.length) throw new NotAMessage("has a key that shares more than there is");
    if (shared + own > MAX_TENSOR_NAME_LENGTH) {
      throw new NotAMessage(`has a key of more than ${MAX_TENSOR_NAME_LENGTH} bytes`);
    }
    const next = new Uint8Array(shared + own);
    next.set(key.subarray(0, shared));
    next.set(cursor.take(own), shared);
    key = next;
    yield { key: new TextDecoder().decode(key), value: cursor.take(valueBytes), blockByte };
  }
}

// src/formats/tensorflow/bundle.ts
var INDEX_SUFFIX = /\.index$/i;
var VARIABLE_SUFFIX = /\/\.ATTRIBUTES\/VARIABLE_VALUE$/;
var STATE_KEY = /\.OPTIMIZER_SLOT\/|^(_?optimizer|keras_api|save_counter)(\/|$)|\/(_?optimizer|keras_api)\//;
var SLOT = /\/(Adam|Adam_1|Momentum|RMSProp|RMSProp_1|Adagrad|Adadelta|Adadelta_1|Ftrl|Ftrl_1)$/;
async function readBundle(source, options) {
  const [first, ...rest] = await readTable(source, options);
  if (first?.key !== "") {
    throw refuse12(source.name, "BAD_CHECKPOINT", "its index does not begin with a header", { offsetBytes: 0 });
  }
  const header = parsed2(source, first, () => readBundleHeader(first.value));
  if (header.shards > MAX_TF_SHARDS) {
    throw refuse12(
      source.name,
      "TOO_MANY_SHARDS",
      `it lies in ${header.shards} files, more than ${MAX_TF_SHARDS}`
    );
  }
  const entries = rest.map((item) => ({
    item,
    entry: parsed2(source, item, () => readBundleEntry(item.value))
  }));
  const shards = await openShards(
    source,
    new Set(entries.map(({ entry }) => entry.shard)),
    header.shards,
    options
  );
  const tensors = entries.map(({ item, entry }) => {
    checkPlace2(source, item, entry, shards);
    return { key: item.key, entry, shard: shards.get(entry.shard) };
  });
  const names = await namesOf(source, tensors, options);
  const keys = new Set(tensors.map(({ key }) => key));
  return tensors.filter(({ key }) => key !== OBJECT_GRAPH_KEY).map((tensor) => toTensor2(tensor, names.get(tensor.key), header.isBigEndian, isState(tensor.key, keys)));
}
function parsed2(source, { key, blockByte }, parse) {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof NotAMessage)) throw error;
    throw refuse12(source.name, "BAD_CHECKPOINT", `the entry of ${quote(key)} ${error.message}`, {
      tensor: key,
      offsetBytes: blockByte
    });
  }
}
async function openShards(source, numbers, count, options) {
  const digits = (number) => String(number).padStart(5, "0");
  const stem = baseName(source.name).replace(INDEX_SUFFIX, "");
  const shards = /* @__PURE__ */ new Map();
  for (const number of numbers) {
    const fileName = `${stem}.data-${digits(number)}-of-${digits(count)}`;
    const shard = number < count ? await options?.openSibling?.(fileName) : void 0;
    if (shard === void 0) {
      throw refuse12(
        source.name,
        "SHARD_MISSING",
        `it keeps tensors in ${quote(fileName)}, which is no file beside it`,
        {
          cure: "Put every file of the checkpoint into the same directory as its index",
          shard: fileName
        }
      );
    }
    shards.set(number, shard);
  }
  return shards;
}
function checkPlace2(source, { key, blockByte }, { type, shape, shard, offsetBytes, sizeBytes, isSliced }, shards) {
  const refuseTensor = (code, problem) => refuse12(source.name, code, `tensor ${quote(key)} ${problem}`, {
    tensor: key,
    offsetBytes: blockByte
  });
  const shardBytes = shards.get(shard).sizeBytes;
  if (offsetBytes + sizeBytes > shardBytes) {
    const problem = `ends at byte ${offsetBytes + sizeBytes} of ${shards.get(shard).name}, which has ${shardBytes}`;
    throw refuseTensor("TRUNCATED", problem);
  }
  const dtype = bundleDtype(type);
  if (dtype === void 0 || isSliced) return;
  if (exactBytes(shape, bytesPerElement(dtype)) !== BigInt(sizeBytes)) {
    const problem = `of shape ${showShape(shape)} and ${dtype} cannot lie in ${sizeBytes} bytes`;
    throw refuseTensor("BAD_CHECKPOINT", problem);
  }
}
async function namesOf(source, tensors, options) {
  const graph = tensors.find(({ key }) => key === OBJECT_GRAPH_KEY);
  const given = graph === void 0 ? /* @__PURE__ */ new Map() : await readNames2(source, graph, options);
  const uses = /* @__PURE__ */ new Map();
  for (const { key } of tensors) {
    const name = given.get(key);
    if (name !== void 0) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return new Map(
    tensors.map(({ key }) => {
      const name = given.get(key);
      const isOwn = name !== void 0 && uses.get(name) === 1;
      return [key, isOwn ? name : key.replace(VARIABLE_SUFFIX, "")];
    })
  );
}
async function readNames2(source, { key, entry, shard }, options) {
  if (entry.sizeBytes > MAX_TF_OBJECT_GRAPH_BYTES) {
    const problem = `its graph of objects has ${entry.sizeBytes} bytes, more than ${MAX_TF_OBJECT_GRAPH_BYTES}`;
    throw refuse12(source.name, "BAD_CHECKPOINT", problem, { tensor: key });
  }
  const bytes = await readBytes(shard, entry.offsetBytes, entry.offsetBytes + entry.sizeBytes, options);
  return parsed2(source, { key, value: bytes, blockByte: entry.offsetBytes }, () => variableNames2(bytes));
}
function isState(key, keys) {
  return STATE_KEY.test(key) || SLOT.test(key) && keys.has(key.replace(SLOT, ""));
}
function toTensor2({ key, entry, shard }, name, isBigEndian, isState2) {
  const { shape, offsetBytes, sizeBytes, checksum, isSliced, type } = entry;
  const dtype = bundleDtype(type);
  const unfit = isState2 ? "the state of an optimizer or a metric is not weights" : isSliced ? "it is stored in slices, which are not put together" : void 0;
  return {
    name,
    dtype: dtype ?? opaqueWord(type),
    shape,
    kernelLayout: "hwio",
    storageKey: `${shard.name}:${offsetBytes}:${sizeBytes}`,
    sizeBytes: dtype === void 0 || isSliced ? 0 : sizeBytes,
    ...unfit !== void 0 && { unfit },
    async readInto(target, options) {
      if (dtype === void 0 || isSliced) {
        throw refuse12(shard.name, "BAD_TENSOR", `tensor ${quote(key)} holds no numbers in one piece`);
      }
      await shard.readInto(offsetBytes, target, options);
      if (maskedCrc32c(crc32c(target)) !== checksum) {
        const problem = `the bytes of ${quote(key)} do not have the checksum that they were written with`;
        throw refuse12(shard.name, "CHECKSUM_MISMATCH", problem, { tensor: key, offsetBytes });
      }
      if (isBigEndian) swapBytes(target, bytesPerElement(dtype));
    }
  };
}

// src/formats/tensorflow/head.ts
var MOST_HEADER_BYTES = 64;
var SHARDS_TAG = 8;
var VERSION_TAG = 26;
var SAVED_MODEL = [8, 1, 18];
var META_INFO_TAG = 10;
function looksLikeIndex(head) {
  const [shared, own, valueBytes = 0, tag] = head;
  if (shared !== 0 || own !== 0 || valueBytes > MOST_HEADER_BYTES || tag !== SHARDS_TAG) return false;
  return head.subarray(3, 3 + valueBytes).includes(VERSION_TAG);
}
function looksLikeSavedModel(head) {
  if (!startsWith(head, SAVED_MODEL)) return false;
  const lengthBytes = head.subarray(SAVED_MODEL.length).findIndex((byte) => byte < 128) + 1;
  return lengthBytes > 0 && head[SAVED_MODEL.length + lengthBytes] === META_INFO_TAG;
}

// src/formats/tensorflow/tensorflow.ts
var tensorflow = {
  name: "tensorflow",
  suffixes: [".index"],
  recognises: (head) => looksLikeIndex(head) || looksLikeSavedModel(head),
  readTensors: readTensors9
};
async function readTensors9(source, options) {
  const head = await readHead(source, options);
  if (looksLikeSavedModel(head)) {
    throw refuse12(
      source.name,
      "GRAPH_WITHOUT_WEIGHTS",
      "it is the graph of a SavedModel, whose weights lie in variables/",
      {
        cure: "Name the directory of the SavedModel, or its variables/variables.index"
      }
    );
  }
  return { order: "none", tensors: await readBundle(source, options) };
}

// src/formats/tfjs/head.ts
var MODEL2 = /"(weightsManifest|modelTopology)"\s*:|"format"\s*:\s*"(layers|graph)-model"/;
var GROUP = /^\s*\[\s*\{\s*"(weights|paths)"\s*:/;
var OPENING = /^\s*[[{]/;
function looksLikeTfjs(head) {
  const text = new TextDecoder().decode(head);
  return OPENING.test(text) && (GROUP.test(text) || MODEL2.test(text));
}

// src/formats/tfjs/refuse.ts
var refuse13 = refusalOf("as TensorFlow.js");

// src/formats/tfjs/manifest.ts
async function readManifest(source, options) {
  if (source.sizeBytes > MAX_TFJS_MODEL_BYTES) {
    const problem = `it has ${source.sizeBytes} bytes, more than ${MAX_TFJS_MODEL_BYTES}`;
    throw refuse13(source.name, "MODEL_TOO_LARGE", problem);
  }
  const json = parseJson(await readBytes(source, 0, source.sizeBytes, options), source.name);
  const groups = Array.isArray(json) ? json : asObject(json)?.get("weightsManifest");
  if (!Array.isArray(groups)) {
    throw refuse13(source.name, "BAD_MANIFEST", "it has no weightsManifest", {
      cure: "Name the model.json of a converted model, or its weights_manifest.json"
    });
  }
  const manifest = groups.map((group) => readGroup(source, group));
  requireAtMost(source, "TOO_MANY_SHARDS", manifest, "paths", MAX_TFJS_SHARDS);
  requireAtMost(source, "TOO_MANY_TENSORS", manifest, "weights", MAX_TENSORS);
  return manifest;
}
function requireAtMost(source, code, manifest, what, most) {
  const count = manifest.reduce((sum, group) => sum + group[what].length, 0);
  if (count > most) throw refuse13(source.name, code, `it lists ${count} ${what}, more than ${most}`);
}
function readGroup(source, group) {
  const members = asObject(group);
  const paths = members?.get("paths");
  const weights = members?.get("weights");
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === "string") || !Array.isArray(weights)) {
    throw refuse13(source.name, "BAD_MANIFEST", "a group of its weightsManifest has no paths and weights");
  }
  return { paths, weights: weights.map((weight) => readWeight(source, weight)) };
}
function readWeight(source, weight) {
  const members = asObject(weight);
  const name = members?.get("name");
  const shape = members?.get("shape");
  const dtype = members?.get("dtype");
  if (typeof name !== "string" || typeof dtype !== "string") {
    throw refuse13(source.name, "BAD_MANIFEST", "a weight of its manifest has no name and dtype");
  }
  if (!Array.isArray(shape) || shape.length > MAX_DIMENSIONS || !shape.every(isCount2)) {
    throw refuse13(source.name, "BAD_TENSOR", `weight ${quote(name)} has a shape that is none`);
  }
  return { name, shape, dtype, quantization: readQuantization(source, name, members?.get("quantization")) };
}
function readQuantization(source, name, value) {
  if (value === void 0) return void 0;
  const members = asObject(value);
  const dtype = members?.get("dtype");
  if (dtype === "float16") return { dtype, scale: 1, min: 0 };
  const scale = members?.get("scale");
  const min = members?.get("min");
  if ((dtype === "uint8" || dtype === "uint16") && typeof scale === "number" && typeof min === "number") {
    return { dtype, scale, min };
  }
  throw refuse13(source.name, "BAD_TENSOR", `weight ${quote(name)} is quantised in a way that is unknown`);
}
function isCount2(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

// src/formats/tfjs/shard-group.ts
async function openShardGroup(model, paths, openSibling) {
  const shards = [];
  let sizeBytes = 0;
  for (const path of paths) {
    const source = await openSibling?.(path);
    if (source === void 0) {
      const problem = `it keeps weights in ${quote(path)}, which is no file beside it`;
      throw refuse13(model.name, "SHARD_MISSING", problem, {
        cure: "Put every shard into the same directory as the model; nothing is fetched from elsewhere",
        shard: path
      });
    }
    shards.push({ source, startByte: sizeBytes, endByte: sizeBytes + source.sizeBytes });
    sizeBytes += source.sizeBytes;
  }
  return {
    sizeBytes,
    segments: (startByte, endByte) => shards.map((shard) => ({
      source: shard.source,
      startByte: Math.max(startByte, shard.startByte) - shard.startByte,
      endByte: Math.min(endByte, shard.endByte) - shard.startByte
    })).filter((segment) => segment.startByte < segment.endByte)
  };
}

// src/formats/tfjs/weights.ts
var DTYPES2 = /* @__PURE__ */ new Map([
  ["float16", "F16"],
  ["float32", "F32"],
  ["int32", "I32"],
  ["bool", "BOOL"],
  ["uint8", "U8"],
  ["int8", "I8"]
]);
var QUANTIZED_BYTES = { uint8: 1, uint16: 2, float16: 2 };
var TEXT2 = "string";
var LENGTH_BYTES3 = 4;
async function listWeights(model, weights, group, options) {
  const tensors = [];
  let atByte = 0;
  for (const weight of weights) {
    const endByte = await endOf(model, weight, group, atByte, options);
    tensors.push(toTensor3(weight, group, atByte, endByte));
    atByte = endByte;
  }
  if (atByte < group.sizeBytes) {
    const problem = `its weights end after ${atByte} bytes, and their files hold ${group.sizeBytes}`;
    throw refuse13(model.name, "BAD_LAYOUT", problem, { offsetBytes: atByte });
  }
  return tensors;
}
async function endOf(model, { name, shape, dtype, quantization }, group, startByte, options) {
  const tooShort = () => refuse13(model.name, "TRUNCATED", `weight ${quote(name)} ends after byte ${group.sizeBytes} of its files`, {
    tensor: name,
    offsetBytes: startByte
  });
  const elements = exactBytes(shape, 1);
  const leftBytes = BigInt(group.sizeBytes - startByte);
  if (dtype === TEXT2) {
    if (elements * BigInt(LENGTH_BYTES3) > leftBytes) throw tooShort();
    return await endOfTexts(group, startByte, Number(elements), tooShort, options);
  }
  const elementBytes = quantization === void 0 ? storedElementBytes(dtype) : QUANTIZED_BYTES[quantization.dtype];
  if (elementBytes === void 0) {
    throw refuse13(
      model.name,
      "UNKNOWN_DTYPE",
      `weight ${quote(name)} is of ${quote(dtype)}, whose size is unknown`
    );
  }
  if (elements * BigInt(elementBytes) > leftBytes) throw tooShort();
  return startByte + Number(elements) * elementBytes;
}
function storedElementBytes(dtype) {
  if (dtype === "complex64") return 8;
  const known = DTYPES2.get(dtype);
  return known && bytesPerElement(known);
}
async function endOfTexts(group, startByte, count, tooShort, options) {
  const length = new DataView(new ArrayBuffer(LENGTH_BYTES3));
  let atByte = startByte;
  for (let i = 0; i < count; i++) {
    if (atByte + LENGTH_BYTES3 > group.sizeBytes) throw tooShort();
    const segments = group.segments(atByte, atByte + LENGTH_BYTES3);
    await readSegments(segments, new Uint8Array(length.buffer), options);
    atByte += LENGTH_BYTES3 + length.getUint32(0, true);
  }
  if (atByte > group.sizeBytes) throw tooShort();
  return atByte;
}
function toTensor3({ name, shape, dtype, quantization }, group, startByte, endByte) {
  const segments = group.segments(startByte, endByte);
  const common = { name, shape, kernelLayout: "hwio", storageKey: segmentsKey(segments) };
  const storedBytes = endByte - startByte;
  if (quantization === void 0 || quantization.dtype === "float16") {
    return {
      ...common,
      dtype: quantization === void 0 ? DTYPES2.get(dtype) ?? dtype : "F16",
      sizeBytes: storedBytes,
      readInto: (target, options) => readSegments(segments, target, options)
    };
  }
  const elements = storedBytes / QUANTIZED_BYTES[quantization.dtype];
  return {
    ...common,
    dtype: dtype === "float32" ? "F32" : `quantised ${dtype}`,
    sizeBytes: elements * Float32Array.BYTES_PER_ELEMENT,
    async readInto(target, options) {
      const stored = target.subarray(target.length - storedBytes);
      await readSegments(segments, stored, options);
      decode2(stored, quantization, target);
    }
  };
}
function decode2(stored, { dtype, scale, min }, target) {
  const input = new DataView(stored.buffer, stored.byteOffset, stored.length);
  const output = new DataView(target.buffer, target.byteOffset, target.length);
  const bytes = QUANTIZED_BYTES[dtype];
  for (let i = 0; i < stored.length / bytes; i++) {
    const value = dtype === "uint8" ? input.getUint8(i) : input.getUint16(bytes * i, true);
    output.setFloat32(Float32Array.BYTES_PER_ELEMENT * i, value * scale + min, true);
  }
}

// src/formats/tfjs/tfjs.ts
var tfjs = {
  name: "tfjs",
  suffixes: ["model.json", "weights_manifest.json"],
  recognises: looksLikeTfjs,
  readTensors: readTensors10,
  async filesBeside(source, options) {
    return (await readManifest(source, options)).flatMap(({ paths }) => paths);
  }
};
async function readTensors10(source, options) {
  const tensors = [];
  for (const { paths, weights } of await readManifest(source, options)) {
    const group = await openShardGroup(source, paths, options?.openSibling);
    tensors.push(...await listWeights(source, weights, group, options));
  }
  return { order: "stored", tensors };
}

// src/formats/tflite/refuse.ts
var refuse14 = refusalOf("as TensorFlow Lite");

// src/formats/tflite/constant-tensor.ts
var DTYPES3 = /* @__PURE__ */ new Map([
  [0, "F32"],
  [1, "F16"],
  [2, "I32"],
  [3, "U8"],
  [4, "I64"],
  [6, "BOOL"],
  [7, "I16"],
  [9, "I8"],
  [10, "F64"],
  [12, "U64"],
  [15, "U32"],
  [16, "U16"],
  [18, "BF16"]
]);
var INT4 = 17;
var QUANTIZED = /* @__PURE__ */ new Set(["I8", "U8", "I16"]);
function constantTensor(source, constant, name) {
  const { shape, startByte, sizeBytes, quantization, isSparse, usedBy, tableByte } = constant;
  const bad3 = (problem) => refuse14(source.name, "BAD_TENSOR", problem, { offsetBytes: tableByte });
  const dtype = DTYPES3.get(constant.type);
  const isInt4 = constant.type === INT4;
  const common = {
    name,
    shape,
    kernelLayout: usedBy?.operator.kernelLayout ?? "ohwi",
    storageKey: `${source.name}:${startByte}:${startByte + sizeBytes}`
  };
  const elements = exactBytes(shape, 1);
  if (dtype === void 0 && !isInt4 || isSparse) {
    const word = dtype ?? `TensorFlow Lite type ${constant.type}`;
    return {
      ...common,
      dtype: word,
      sizeBytes: 0,
      ...isSparse && { unfit: "it is stored as a sparse tensor, which is not expanded" },
      readInto: () => Promise.reject(bad3(`${quote(name)} holds no numbers one by one`))
    };
  }
  const neededBytes = isInt4 ? (elements + 1n) / 2n : elements * BigInt(bytesPerElement(dtype));
  if (neededBytes !== BigInt(sizeBytes)) {
    const problem = `${quote(name)} of shape ${showShape(shape)} needs ${neededBytes} bytes, and has ${sizeBytes}`;
    throw bad3(problem);
  }
  if (quantization === void 0 || !(isInt4 || QUANTIZED.has(dtype))) {
    return {
      ...common,
      dtype: dtype ?? "I4",
      sizeBytes: isInt4 ? 0 : sizeBytes,
      readInto: (target, options) => source.readInto(startByte, target, options)
    };
  }
  return {
    ...common,
    dtype: "F32",
    sizeBytes: Number(elements) * Float32Array.BYTES_PER_ELEMENT,
    async readInto(target, options) {
      const stored = target.subarray(target.length - sizeBytes);
      await source.readInto(startByte, stored, options);
      decode3(integerAt(stored, isInt4 ? "I4" : dtype), Number(elements), shape, quantization, target);
    }
  };
}
function integerAt(stored, dtype) {
  const view = new DataView(stored.buffer, stored.byteOffset, stored.length);
  switch (dtype) {
    case "I8":
      return (i) => view.getInt8(i);
    case "I16":
      return (i) => view.getInt16(2 * i, true);
    case "I4":
      return (i) => (view.getUint8(i >> 1) >> 4 * (i & 1) & 15 ^ 8) - 8;
    default:
      return (i) => view.getUint8(i);
  }
}
function decode3(integer2, count, shape, { scales, zeroPoints, axis }, target) {
  const output = new DataView(target.buffer, target.byteOffset, target.length);
  const inner = elementCount(shape.slice(axis + 1));
  for (let i = 0; i < count; i++) {
    const channel = scales.length === 1 ? 0 : Math.floor(i / inner) % scales.length;
    const value = scales[channel] * (integer2(i) - zeroPoints[channel]);
    output.setFloat32(Float32Array.BYTES_PER_ELEMENT * i, value, true);
  }
}

// src/formats/tflite/flatbuffer.ts
var OFFSET_BYTES = 4;
var FIELD_BYTES = 2;
var LAYOUT_HEAD_BYTES = 4;
var MOST_LAYOUT_BYTES = 64;
var FlatBuffer = class {
  source;
  #pages;
  #itemCount = 0;
  constructor(source, options) {
    this.source = source;
    this.#pages = new PagedReader(source, refuse14, options);
  }
  /** The table at which the file begins. */
  async root() {
    return await this.#tableAt(await this.#follow(0));
  }
  /** The table that a field leads to. */
  async table(table, field) {
    const fieldByte = table.fieldByte(field);
    return fieldByte === void 0 ? void 0 : await this.#tableAt(await this.#follow(fieldByte));
  }
  /** A number of a table, 0 by default: signed where its bytes are `-4` and so on. */
  async number(table, field, bytes) {
    const fieldByte = table.fieldByte(field);
    if (fieldByte === void 0) return 0;
    const view = await this.#read(fieldByte, Math.abs(bytes), "a number");
    switch (bytes) {
      case 1:
        return view.getUint8(0);
      case -1:
        return view.getInt8(0);
      case 4:
        return view.getUint32(0, true);
      case -4:
        return view.getInt32(0, true);
      case 8:
        return Number(view.getBigUint64(0, true));
    }
  }
  /** @throws FormatError `BAD_TEXT` when it is longer than any name. */
  async text(table, field) {
    const vector = await this.vector(table, field, 1);
    if (vector === void 0) return "";
    if (vector.count > MAX_TENSOR_NAME_LENGTH) {
      const problem = `the text at byte ${vector.startByte} has ${vector.count} bytes, and names have at most ${MAX_TENSOR_NAME_LENGTH}`;
      throw refuse14(this.source.name, "BAD_TEXT", problem, { offsetBytes: vector.startByte });
    }
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      await this.#pages.read(vector.startByte, vector.count, "a text")
    );
  }
  /** Where the elements of a vector lie; all of them do. */
  async vector(table, field, elementBytes) {
    const fieldByte = table.fieldByte(field);
    if (fieldByte === void 0) return void 0;
    const vectorByte = await this.#follow(fieldByte);
    const count = (await this.#read(vectorByte, OFFSET_BYTES, "a vector")).getUint32(0, true);
    const startByte = vectorByte + OFFSET_BYTES;
    if (startByte + count * elementBytes > this.source.sizeBytes) {
      const problem = `the vector at byte ${vectorByte} is said to have ${count} elements, and the file ends after ${this.source.sizeBytes} bytes`;
      throw refuse14(this.source.name, "TRUNCATED", problem, { offsetBytes: vectorByte });
    }
    return { startByte, count };
  }
  /** The 32-bit numbers of a vector; empty where there is none. */
  async integers(table, field) {
    return await this.#elements(table, field, 4, (view, at) => view.getInt32(at, true));
  }
  async longs(table, field) {
    return await this.#elements(table, field, 8, (view, at) => Number(view.getBigInt64(at, true)));
  }
  async floats(table, field) {
    return await this.#elements(table, field, 4, (view, at) => view.getFloat32(at, true));
  }
  /** The tables of a vector, one after another; none where there is no vector. */
  async *tables(table, field) {
    const vector = await this.vector(table, field, OFFSET_BYTES);
    for (let i = 0; i < (vector?.count ?? 0); i++) {
      yield await this.#tableAt(await this.#follow(vector.startByte + OFFSET_BYTES * i));
    }
  }
  bad(problem, offsetBytes) {
    return refuse14(this.source.name, "BAD_FLATBUFFER", `${problem}, at byte ${offsetBytes}`, { offsetBytes });
  }
  async #elements(table, field, bytes, elementAt) {
    const vector = await this.vector(table, field, bytes);
    if (vector === void 0) return [];
    this.#count(vector.count, vector.startByte);
    const view = await this.#pages.read(vector.startByte, vector.count * bytes, "a vector");
    return Array.from({ length: vector.count }, (_, i) => elementAt(view, bytes * i));
  }
  /** Where the offset that lies there leads: always forward. */
  async #follow(atByte) {
    return atByte + (await this.#read(atByte, OFFSET_BYTES, "an offset")).getUint32(0, true);
  }
  async #tableAt(startByte) {
    const layoutByte = startByte - (await this.#read(startByte, OFFSET_BYTES, "a table")).getInt32(0, true);
    const head = await this.#read(layoutByte, LAYOUT_HEAD_BYTES, "a table's layout");
    const layoutBytes = head.getUint16(0, true);
    const tableBytes = head.getUint16(2, true);
    if (layoutBytes < LAYOUT_HEAD_BYTES) throw this.bad("a table has no layout", startByte);
    const readBytes3 = Math.min(layoutBytes, MOST_LAYOUT_BYTES);
    const layout = await this.#read(layoutByte, readBytes3, "a table's layout");
    return {
      startByte,
      fieldByte: (field) => {
        const at = LAYOUT_HEAD_BYTES + FIELD_BYTES * field;
        const offset = at + FIELD_BYTES <= readBytes3 ? layout.getUint16(at, true) : 0;
        if (offset >= tableBytes && offset > 0)
          throw this.bad(`field ${field} lies behind its table`, startByte);
        return offset === 0 ? void 0 : startByte + offset;
      }
    };
  }
  async #read(startByte, bytes, what) {
    this.#count(1, startByte);
    return await this.#pages.read(startByte, bytes, what);
  }
  #count(items, offsetBytes) {
    this.#itemCount += items;
    if (this.#itemCount > MAX_TFLITE_ITEMS) {
      throw refuse14(this.source.name, "TOO_MANY_ITEMS", `it describes more than ${MAX_TFLITE_ITEMS} things`, {
        offsetBytes
      });
    }
  }
};

// src/formats/tflite/operators.ts
var DEQUANTIZE = 6;
var OPERATORS = /* @__PURE__ */ new Map([
  [3, { name: "CONV_2D", kernelLayout: "ohwi" }],
  [4, { name: "DEPTHWISE_CONV_2D", kernelLayout: "ohwi" }],
  [7, { name: "EMBEDDING_LOOKUP", kernelLayout: "ohwi" }],
  [9, { name: "FULLY_CONNECTED", kernelLayout: "ohwi" }],
  [16, { name: "LSTM", kernelLayout: "ohwi" }],
  [24, { name: "RNN", kernelLayout: "ohwi" }],
  [27, { name: "SVDF", kernelLayout: "ohwi" }],
  [35, { name: "UNIDIRECTIONAL_SEQUENCE_RNN", kernelLayout: "ohwi" }],
  [36, { name: "GATHER", kernelLayout: "ohwi" }],
  [44, { name: "UNIDIRECTIONAL_SEQUENCE_LSTM", kernelLayout: "ohwi" }],
  [67, { name: "TRANSPOSE_CONV", kernelLayout: "ohwi" }],
  [126, { name: "BATCH_MATMUL", kernelLayout: "hwio" }],
  [131, { name: "CONV_3D", kernelLayout: "hwio" }]
]);
function weightOperator(code) {
  return OPERATORS.get(code);
}
function isDequantize(code) {
  return code === DEQUANTIZE;
}

// src/formats/tflite/constants.ts
var MODEL3 = { operatorCodes: 1, subgraphs: 2, buffers: 4 };
var SUBGRAPH = { tensors: 0, operators: 3 };
var TENSOR = { shape: 0, type: 1, buffer: 2, name: 3, quantization: 4, sparsity: 6 };
var QUANTIZATION = { scale: 2, zeroPoint: 3, details: 5, axis: 6 };
var BUFFER = { data: 0, offset: 1, size: 2 };
var OPERATOR_CODE = { deprecated: 0, builtin: 3 };
var OPERATOR = { code: 0, inputs: 1, outputs: 2 };
async function readConstants2(source, options) {
  const file = new FlatBuffer(source, options);
  const model = await file.root();
  const buffers = [];
  for await (const buffer of file.tables(model, MODEL3.buffers)) buffers.push(await readBuffer(file, buffer));
  checkOverlaps(file, buffers);
  const codes = [];
  for await (const code of file.tables(model, MODEL3.operatorCodes))
    codes.push(await readOperatorCode(file, code));
  const constants = [];
  for await (const graph of file.tables(model, MODEL3.subgraphs)) {
    const tensors = [];
    for await (const table of file.tables(graph, SUBGRAPH.tensors)) {
      tensors.push(await readTensor(file, table, tensors.length));
      if (constants.length + tensors.length > MAX_TENSORS) {
        throw refuse14(source.name, "TOO_MANY_TENSORS", `it holds more than ${MAX_TENSORS} tensors`);
      }
    }
    const uses = await readUses(file, graph, codes, tensors);
    for (const { buffer, ...tensor } of tensors) {
      const span = buffers[buffer];
      if (span === void 0)
        throw file.bad(`tensor ${quote(tensor.storedName)} has no buffer`, tensor.tableByte);
      if (span.sizeBytes > 0) constants.push({ ...tensor, ...span, usedBy: uses.get(tensor.index) });
    }
  }
  return constants;
}
async function readBuffer(file, table) {
  const data = await file.vector(table, BUFFER.data, 1);
  if (data !== void 0 && data.count > 0) return { startByte: data.startByte, sizeBytes: data.count };
  const startByte = await file.number(table, BUFFER.offset, 8);
  const sizeBytes = await file.number(table, BUFFER.size, 8);
  if (startByte <= 1 || sizeBytes === 0) return { startByte: 0, sizeBytes: 0 };
  if (startByte + sizeBytes > file.source.sizeBytes) {
    const problem = `a buffer lies at the bytes ${startByte} to ${startByte + sizeBytes} of ${file.source.sizeBytes}`;
    throw refuse14(file.source.name, "TRUNCATED", problem, { offsetBytes: table.startByte });
  }
  return { startByte, sizeBytes };
}
function checkOverlaps(file, buffers) {
  const used = buffers.filter(({ sizeBytes }) => sizeBytes > 0);
  const overlap = findOverlap(
    used.map(({ startByte: startByte2, sizeBytes }) => ({ startByte: startByte2, endByte: startByte2 + sizeBytes }))
  );
  if (overlap === void 0) return;
  const { startByte } = overlap.span;
  throw refuse14(file.source.name, "BAD_LAYOUT", `two buffers share the byte ${startByte}`, {
    offsetBytes: startByte
  });
}
async function readOperatorCode(file, table) {
  const deprecated = await file.number(table, OPERATOR_CODE.deprecated, -1);
  return Math.max(deprecated, await file.number(table, OPERATOR_CODE.builtin, -4));
}
async function readTensor(file, table, index) {
  const shape = await file.integers(table, TENSOR.shape);
  const storedName = await file.text(table, TENSOR.name);
  if (shape.length > MAX_DIMENSIONS || shape.some((dimension) => dimension < 0)) {
    const problem = `tensor ${quote(storedName)} has the shape ${showShape(shape)}`;
    throw refuse14(file.source.name, "BAD_TENSOR", problem, { offsetBytes: table.startByte });
  }
  return {
    index,
    storedName,
    shape,
    type: await file.number(table, TENSOR.type, 1),
    buffer: await file.number(table, TENSOR.buffer, 4),
    quantization: await readQuantization2(file, table, storedName, shape),
    isSparse: table.fieldByte(TENSOR.sparsity) !== void 0,
    tableByte: table.startByte
  };
}
async function readQuantization2(file, tensor, name, shape) {
  const table = await file.table(tensor, TENSOR.quantization);
  if (table === void 0) return void 0;
  const scales = await file.floats(table, QUANTIZATION.scale);
  if (scales.length === 0) return void 0;
  const zeroPoints = await file.longs(table, QUANTIZATION.zeroPoint);
  const axis = await file.number(table, QUANTIZATION.axis, -4);
  const isPerAxis = scales.length > 1;
  const fits2 = !isPerAxis || shape[axis] === scales.length;
  if (!fits2 || zeroPoints.length > 1 && zeroPoints.length !== scales.length) {
    const problem = `tensor ${quote(name)} of shape ${showShape(shape)} has ${scales.length} scales and ${zeroPoints.length} zero points along axis ${axis}`;
    throw refuse14(file.source.name, "BAD_TENSOR", problem, { offsetBytes: table.startByte });
  }
  return {
    scales,
    zeroPoints: scales.map((_, i) => zeroPoints[zeroPoints.length > 1 ? i : 0] ?? 0),
    axis: isPerAxis ? axis : 0
  };
}
async function readUses(file, graph, codes, tensors) {
  const uses = /* @__PURE__ */ new Map();
  const origins = /* @__PURE__ */ new Map();
  for await (const table of file.tables(graph, SUBGRAPH.operators)) {
    const code = codes[await file.number(table, OPERATOR.code, 4)];
    if (code === void 0) throw file.bad("an operator is of no known kind", table.startByte);
    const operator = weightOperator(code);
    if (operator === void 0 && !isDequantize(code)) continue;
    const inputs = await file.integers(table, OPERATOR.inputs);
    const [output = -1] = await file.integers(table, OPERATOR.outputs);
    if (operator === void 0) {
      origins.set(output, inputs[0] ?? -1);
      continue;
    }
    const use = { operator, outputName: tensors[output]?.storedName ?? "" };
    for (const input of inputs) {
      const tensor = origins.get(input) ?? input;
      if (!uses.has(tensor)) uses.set(tensor, use);
    }
  }
  return uses;
}

// src/formats/tflite/names.ts
var MEANINGLESS = /^(tfl\.|arith\.|std\.|const|cst|unknown|\d*$)/i;
var JOINT = ";";
function nameConstants(constants) {
  const names = constants.map(nameOf2);
  const uses = /* @__PURE__ */ new Map();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return names.map((name, i) => uses.get(name) === 1 ? name : `${name}#${constants[i].index}`);
}
function nameOf2({ storedName, usedBy, index }) {
  const own = firstOf(storedName);
  if (!MEANINGLESS.test(own)) return own;
  return usedBy === void 0 ? `constant#${index}` : `${firstOf(usedBy.outputName)}/${usedBy.operator.name}`;
}
function firstOf(name) {
  return name.split(JOINT, 1)[0];
}

// src/formats/tflite/tflite.ts
var IDENTIFIER_AT = 4;
var IDENTIFIER = [..."TFL3"].map((letter) => letter.charCodeAt(0));
var tflite = {
  name: "tflite",
  suffixes: [".tflite"],
  recognises: (head) => startsWith(head, IDENTIFIER, IDENTIFIER_AT),
  readTensors: readTensors11
};
async function readTensors11(source, options) {
  const constants = await readConstants2(source, options);
  const names = nameConstants(constants);
  return {
    order: "stored",
    tensors: constants.map((constant, i) => constantTensor(source, constant, names[i]))
  };
}

// src/formats/formats.ts
var FORMATS = [
  gguf,
  npy,
  npz,
  keras,
  pytorch,
  safetensors,
  onnx,
  tensorflow,
  tfjs,
  orbax,
  tflite,
  flax
];

// src/formats/archive/refuse.ts
var refuse15 = refusalOf("as an archive");

// src/formats/archive/member-path.ts
var APPLE_DOUBLE = /(^|\/)\._[^/]*$/;
function memberPath(archiveName, name) {
  const parts = name.split("/");
  const path = parts.filter((part) => part !== "" && part !== ".").join("/");
  if (parts[0] === "" || !path.split("/").every(isPlainFileName)) {
    throw refuse15(archiveName, "UNSAFE_NAME", `the name ${quote(name)} leads out of it`);
  }
  return APPLE_DOUBLE.test(path) ? void 0 : path;
}

// src/formats/archive/archive-folder.ts
function archiveFolder(archive, files) {
  if (files.length > MAX_FILES) {
    const problem = `it holds ${files.length} files, more than ${MAX_FILES}`;
    throw refuse15(archive.name, "TOO_MANY_FILES", problem);
  }
  const entries = /* @__PURE__ */ new Map();
  for (const file of files) {
    const path = memberPath(archive.name, file.name);
    if (path === void 0) continue;
    if (entries.has(path)) {
      throw refuse15(archive.name, "DUPLICATE_NAME", `it holds two files named ${quote(path)}`);
    }
    entries.set(path, {
      name: `${archive.name}/${path}`,
      path,
      sizeBytes: file.sizeBytes,
      open: (options) => file.open(path, options),
      sibling: async (fileName) => siblingIn(entries, path, fileName)
    });
  }
  const ordered = [...entries.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  return { reference: archive.name, kind: "folder", files: ordered };
}

// src/formats/archive/gunzip.ts
var STEP_BYTES = 16 * 1024 * 1024;
async function gunzip(source, options) {
  const { expandedBytes } = options?.limits ?? EXPANSION_LIMITS;
  const mostBytes = mostInflatedBytes(source.sizeBytes, options);
  const maxByteLength = Math.min(mostBytes, expandedBytes);
  const buffer = new ArrayBuffer(0, { maxByteLength });
  const damaged = (cause) => refuse15(source.name, "BAD_GZIP", `its compressed bytes are damaged: ${String(cause)}`);
  let sizeBytes = 0;
  for await (const piece of inflate(readPieces(source, 0, source.sizeBytes, options), "gzip", damaged)) {
    const endByte = sizeBytes + piece.length;
    if (endByte > maxByteLength) throw tooLarge(source, mostBytes, expandedBytes);
    if (endByte > buffer.byteLength) {
      buffer.resize(Math.min(maxByteLength, Math.ceil(endByte / STEP_BYTES) * STEP_BYTES));
    }
    new Uint8Array(buffer, sizeBytes, piece.length).set(piece);
    sizeBytes = endByte;
  }
  const bytes = new Uint8Array(buffer, 0, sizeBytes);
  return memoryFile(bytes, source.name, { identity: await source.identity() });
}
function tooLarge(source, mostBytes, expandedBytes) {
  if (mostBytes < expandedBytes) {
    const problem2 = `its ${source.sizeBytes} bytes expand to more than ${mostBytes}`;
    return refuse15(source.name, "ARCHIVE_BOMB", problem2, { cure: INFLATION_CURE });
  }
  const problem = `it expands to more than the ${expandedBytes} bytes that may be held in memory`;
  return refuse15(source.name, "ARCHIVE_TOO_LARGE", problem, {
    cure: "Write it without compression (.tar, or .zip with level 0), so that it can be read in part, or raise limits.expanded-bytes"
  });
}

// src/formats/archive/tar-header.ts
var BLOCK_BYTES = 512;
var NAME4 = [0, 100];
var SIZE = [124, 136];
var CHECKSUM = [148, 156];
var TYPE_AT = 156;
var MAGIC4 = [257, 263];
var PREFIX = [345, 500];
var SPACE2 = 32;
function isZeroBlock(block) {
  return block.every((byte) => byte === 0);
}
function parseTarHeader(block) {
  const checksum = parseNumber(block.subarray(...CHECKSUM));
  if (checksum === void 0 || !sums(block).includes(checksum)) return void 0;
  const sizeBytes = parseNumber(block.subarray(...SIZE));
  if (sizeBytes === void 0) return void 0;
  const baseName2 = parseText(block.subarray(...NAME4));
  const isPosix = parseText(block.subarray(...MAGIC4)) === "ustar";
  const prefix = isPosix ? parseText(block.subarray(...PREFIX)) : "";
  const type = String.fromCharCode(block[TYPE_AT]);
  return {
    name: prefix === "" ? baseName2 : `${prefix}/${baseName2}`,
    sizeBytes,
    type: type === "\0" || type === "7" ? "0" : type
  };
}
function parseText(field) {
  const end = field.indexOf(0);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(end === -1 ? field : field.subarray(0, end));
}
function parseNumber(field) {
  if (field[0] === 128) {
    const value = field.subarray(1).reduce((number, byte) => 256 * number + byte, 0);
    return Number.isSafeInteger(value) ? value : void 0;
  }
  const digits = /^ *([0-7]*) *$/.exec(parseText(field))?.[1];
  return digits === void 0 ? void 0 : Number.parseInt(`0${digits}`, 8);
}
function sums(block) {
  let unsigned = 0;
  let negatives = 0;
  for (let i = 0; i < BLOCK_BYTES; i++) {
    const byte = i >= CHECKSUM[0] && i < CHECKSUM[1] ? SPACE2 : block[i];
    unsigned += byte;
    if (byte >= 128) negatives++;
  }
  return [unsigned, unsigned - 256 * negatives];
}

// src/formats/archive/tar-files.ts
var WINDOW_BYTES = 16 * 1024;
var FILE = "0";
var GNU_LONG_NAME = "L";
var GNU_SPARSE = "S";
var PAX = "x";
var EMPTY_TYPES = "123456";
async function readTarFiles(source, options) {
  const files = [];
  const blocks2 = blockReader(source, options);
  let extension = {};
  let members = 0;
  let at = 0;
  for (; ; ) {
    const block = await blocks2(at);
    if (isZeroBlock(block)) return files;
    const header = parseTarHeader(block);
    if (header === void 0)
      throw bad2(source, "BAD_TAR", "it has a header with a wrong checksum or size", at);
    const startByte = at + BLOCK_BYTES;
    const sizeBytes = EMPTY_TYPES.includes(header.type) ? 0 : extension.sizeBytes ?? header.sizeBytes;
    if (startByte + sizeBytes > source.sizeBytes) {
      const problem = `${quote(header.name)} is said to have ${sizeBytes} bytes, and ${source.sizeBytes - startByte} follow`;
      throw bad2(source, "TRUNCATED", problem, at);
    }
    if (header.type === GNU_LONG_NAME || header.type === PAX) {
      extension = { ...extension, ...await readExtension(source, header, startByte, options) };
    } else {
      if (++members > MAX_FILES)
        throw bad2(source, "TOO_MANY_FILES", `it holds more than ${MAX_FILES} files`, at);
      if (header.type === GNU_SPARSE || extension.isSparse === true) {
        const problem = `${quote(header.name)} is stored without its holes`;
        throw bad2(source, "UNSUPPORTED_SPARSE", problem, at, "Write the archive without --sparse");
      }
      const name = extension.name ?? header.name;
      if (header.type === FILE && !name.endsWith("/")) files.push({ name, startByte, sizeBytes });
      extension = {};
    }
    at = startByte + Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
}
async function readExtension(source, { type, sizeBytes }, startByte, options) {
  if (sizeBytes > MAX_TAR_EXTENSION_BYTES) {
    const problem = `it has an extended header of ${sizeBytes} bytes, more than ${MAX_TAR_EXTENSION_BYTES}`;
    throw bad2(source, "BAD_TAR", problem, startByte);
  }
  const content2 = await readBytes(source, startByte, startByte + sizeBytes, options);
  return type === GNU_LONG_NAME ? { name: parseText(content2) } : parsePax(source, content2, startByte);
}
function parsePax(source, content2, startByte) {
  let extension = {};
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (let at = 0; at < content2.length; ) {
    const [, length] = /^(\d{1,7}) /.exec(decoder.decode(content2.subarray(at, at + 8))) ?? [];
    const end = at + Number(length);
    const record = decoder.decode(content2.subarray(at, end));
    const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record) ?? [];
    if (!(end <= content2.length) || key === void 0) {
      throw bad2(source, "BAD_TAR", "its extended header has a record that is none", startByte + at);
    }
    if (key === "path") extension = { ...extension, name: value };
    if (key === "size") {
      if (!/^\d{1,15}$/.test(value)) throw bad2(source, "BAD_TAR", "a size is no number", startByte + at);
      extension = { ...extension, sizeBytes: Number(value) };
    }
    if (key.startsWith("GNU.sparse.")) extension = { ...extension, isSparse: true };
    at = end;
  }
  return extension;
}
function blockReader(source, options) {
  const bounds = { firstBytes: WINDOW_BYTES, mostBytes: WINDOW_BYTES };
  const window = new FileWindow(source, bounds, options);
  return (atByte) => {
    const endByte = atByte + BLOCK_BYTES;
    if (endByte <= source.sizeBytes) return window.take(atByte, endByte);
    throw bad2(source, "TRUNCATED", "it ends without the mark of its end", source.sizeBytes);
  };
}
function bad2(source, code, problem, offsetBytes, cure) {
  return refuse15(source.name, code, problem, { offsetBytes, ...cure !== void 0 && { cure } });
}

// src/formats/archive/zip-files.ts
function zipFiles(archive, entries) {
  const takeMemory = expandedMemory(archive.name);
  return [...entries].filter(({ name }) => !name.endsWith("/")).map((entry) => ({
    name: entry.name,
    sizeBytes: entry.sizeBytes,
    async open(path, options) {
      const source = await archive.open(options);
      let isKept = false;
      try {
        const member = zipMember(source, entry, "a file", options);
        const description = { name: `${archive.name}/${path}`, path, sizeBytes: member.sizeBytes };
        if (!member.isStored) return await expand(member, description.name, takeMemory, options);
        const { startByte } = await member.locate(options);
        isKept = true;
        return rangeSource(source, startByte, description);
      } finally {
        if (!isKept) await source.close();
      }
    }
  }));
}
async function expand(member, name, takeMemory, options) {
  const release = takeMemory(member.entry.name, member.sizeBytes, options);
  try {
    const bytes = new Uint8Array(member.sizeBytes);
    await member.read(NOTHING_BEFORE, (next) => next(bytes), options);
    return memoryFile(bytes, name, { close: release });
  } catch (error) {
    release();
    throw error;
  }
}
function expandedMemory(archiveName) {
  let takenBytes = 0;
  return (fileName, bytes, options) => {
    const { expandedBytes } = options?.limits ?? EXPANSION_LIMITS;
    if (takenBytes + bytes > expandedBytes) {
      const problem = `${quote(fileName)} expands to ${bytes} bytes, and at most ${expandedBytes} may be held in memory`;
      throw refuse15(archiveName, "ARCHIVE_TOO_LARGE", problem, {
        cure: "Write the archive without compression (level 0), so that it can be read in part, or raise limits.expanded-bytes"
      });
    }
    takenBytes += bytes;
    let held = bytes;
    return () => {
      takenBytes -= held;
      held = 0;
    };
  };
}

// src/formats/archive/expand-archive.ts
var ZIP = ".zip";
var SUFFIXES = [ZIP, ".tar", ".tar.gz", ".tgz"];
var ZIP_SIGNATURE = [80, 75];
var GZIP_SIGNATURE = [31, 139];
var TORCH_PICKLE = /^([^/]+\/)?data\.pkl$/;
var NPY = ".npy";
async function expandArchive(file, options) {
  const lowerPath = file.path.toLowerCase();
  if (!SUFFIXES.some((suffix) => lowerPath.endsWith(suffix))) return void 0;
  const source = await file.open(options);
  try {
    const head = await readHead(source, options);
    refuseLfsPointer(source.name, head);
    if (startsWith(head, ZIP_SIGNATURE) || lowerPath.endsWith(ZIP)) {
      const entries = await readZipDirectory(source, options);
      return isModel([...entries.keys()]) ? void 0 : archiveFolder(file, zipFiles(file, entries.values()));
    }
    if (startsWith(head, GZIP_SIGNATURE)) {
      const content2 = await gunzip(source, options);
      return archiveFolder(file, await tarFiles(file, content2, async () => content2, options));
    }
    if (FORMATS.some((format) => format.recognises(head, source.sizeBytes))) return void 0;
    return archiveFolder(file, await tarFiles(file, source, (opening) => file.open(opening), options));
  } finally {
    await source.close();
  }
}
function isModel(names) {
  return names.some((name) => TORCH_PICKLE.test(name)) || names.length > 0 && names.every((name) => name.endsWith(NPY));
}
async function tarFiles(archive, source, open, options) {
  const files = await readTarFiles(source, options);
  return files.map(({ name, startByte, sizeBytes }) => ({
    name,
    sizeBytes,
    open: async (path, opening) => rangeSource(await open(opening), startByte, { name: `${archive.name}/${path}`, path, sizeBytes })
  }));
}

// src/formats/archive/open-archives.ts
async function openArchives(located, options) {
  const parts = [];
  const files = [];
  for (const file of located.files) {
    const folder = await expandArchive(file, options);
    if (folder === void 0) files.push(file);
    else parts.push(located.within === void 0 ? folder : within(folder, located.within));
  }
  if (files.length > 0) {
    if (located.within !== void 0) throw noArchive(files[0]);
    parts.push({ ...located, files });
  }
  return parts;
}
function within(folder, wanted) {
  const reference = `${folder.reference}/${wanted}`;
  const found = selectWithin(folder.files, wanted);
  if (found !== void 0) return { reference, ...found };
  const names = folder.files.map((file) => file.path);
  throw new SourceError({
    code: "NOTHING_FOUND",
    subject: reference,
    problem: "the archive holds no such file",
    cure: `Check the path: it holds ${describeNames(wanted, names)}`
  });
}
function noArchive({ name, path }) {
  return new SourceError({
    code: "NOTHING_FOUND",
    subject: name,
    problem: `is one file, ${JSON.stringify(path)}, and no archive of several`,
    cure: "Leave out the path behind its name"
  });
}

export {
  refuseLfsPointer,
  quote,
  elementCount,
  sameShape,
  readHead,
  readJsonFile,
  asObject,
  FORMATS,
  openArchives
};
