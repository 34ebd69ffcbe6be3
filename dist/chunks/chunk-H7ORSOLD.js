import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  FORMATS,
  asObject,
  elementCount,
  openArchives,
  quote,
  readHead,
  readJsonFile,
  refuseLfsPointer,
  sameShape
} from "./chunk-I46AYHW6.js";
import {
  mostSpectrumBytes,
  spectrumBytes
} from "./chunk-G4E7BUYX.js";
import {
  baseName,
  folderOf
} from "./chunk-UEJXIGCQ.js";
import {
  sha256Of
} from "./chunk-TUQPTYWI.js";
import {
  DEFAULT_MODES,
  randomStream
} from "./chunk-M257ZRI6.js";
import {
  decoderOf
} from "./chunk-TCZKHMDB.js";
import {
  bytesPerElement,
  isFloatDtype
} from "./chunk-NLMVWZFG.js";
import {
  require_picomatch
} from "./chunk-ET7JD5AR.js";
import {
  MAX_ADAPTER_CONFIG_BYTES,
  MAX_FORMED_BYTES,
  MAX_INDEX_BYTES,
  MAX_MODULE_DEPTH,
  MAX_VECTOR_ORDER
} from "./chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  ConfigError,
  FormatError,
  NumericError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/layers/read-elements.ts
async function readElements(tensor, options) {
  const dtype = tensor.dtype;
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes, options);
  const decode = decoderOf(dtype, new DataView(bytes.buffer));
  const size = bytesPerElement(dtype);
  return (index) => decode(index * size);
}
function computedTensor(parts, compute) {
  const count = elementCount(parts.shape);
  return {
    ...parts,
    dtype: "F64",
    sizeBytes: count * 8,
    readInto: async (target, options) => {
      const elementAt = await compute(options);
      const data = new DataView(target.buffer, target.byteOffset, target.byteLength);
      for (let i = 0; i < count; i++) data.setFloat64(i * 8, elementAt(i), true);
    }
  };
}

// src/layers/formed/dense-matrix.ts
async function readMatrices(tensor, places, options) {
  const elementAt = await readElements(tensor, options);
  return places.map(({ rows, cols, offset, rowStride, colStride }) => {
    const elements = new Float64Array(rows * cols);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) elements[at] = elementAt(offset + i * rowStride + j * colStride);
    }
    return { rows, cols, elements };
  });
}
function formedTensor(name, rows, cols, storageKey, form) {
  const sizeBytes = rows * cols * 8;
  if (sizeBytes > MAX_FORMED_BYTES) {
    throw new NumericError({
      code: "TOO_LARGE",
      subject: name,
      problem: `a matrix of ${rows}\xD7${cols} takes ${sizeBytes} bytes, more than the ${MAX_FORMED_BYTES} allowed`,
      cure: "Choose fewer layers with layers, include or exclude"
    });
  }
  return computedTensor({ name, shape: [rows, cols], kernelLayout: "oihw", storageKey }, async (options) => {
    const { elements } = await form(options);
    return (index) => elements[index];
  });
}
function transposed({ rows, cols, elements }) {
  const result = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) result[j * rows + i] = elements[i * cols + j];
  }
  return { rows: cols, cols: rows, elements: result };
}
function multiply(a, b) {
  if (a.cols !== b.rows) throw new RangeError(`${a.rows}\xD7${a.cols} and ${b.rows}\xD7${b.cols} do not multiply`);
  const elements = new Float64Array(a.rows * b.cols);
  for (let i = 0; i < a.rows; i++) {
    const row = elements.subarray(i * b.cols, (i + 1) * b.cols);
    for (let k = 0; k < a.cols; k++) {
      const factor = a.elements[i * a.cols + k];
      if (factor === 0) continue;
      const from = k * b.cols;
      for (let j = 0; j < b.cols; j++) row[j] += factor * b.elements[from + j];
    }
  }
  return { rows: a.rows, cols: b.cols, elements };
}
function frobeniusNorm({ elements }) {
  let squares = 0;
  for (const element of elements) squares += element * element;
  return Math.sqrt(squares);
}

// src/metrics/layer-task.ts
function toTask(layer, { assess, modes = DEFAULT_MODES, curvePoints } = {}) {
  const { layerId, sliceId, name, longname, layerType, tensor } = layer;
  const { dtype, matrices, N, M, receptiveField, rule } = layer;
  const { product } = tensor;
  const where = { layerId, sliceId, name, longname, layerType };
  return { ...where, dtype, matrices, N, M, receptiveField, rule, product, modes, assess, curvePoints };
}

// src/layers/cost.ts
function multiplyAddsOf({ matrices }) {
  const { rows, cols } = matrices[0];
  const M = Math.min(rows, cols);
  return matrices.length * M * M * (Math.max(rows, cols) / 2 + 2 / 3 * M);
}
var ASSUMED_MULTIPLY_ADDS_PER_SECOND = 5e9;
function estimatedSecondsOf(layer) {
  return multiplyAddsOf(layer) / ASSUMED_MULTIPLY_ADDS_PER_SECOND;
}

// src/pipeline/memory-budget.ts
var MemoryBudget = class {
  totalBytes;
  #freeBytes;
  #waiting = [];
  constructor(totalBytes) {
    this.totalBytes = totalBytes;
    this.#freeBytes = totalBytes;
  }
  /** Resolves when the bytes, at most `totalBytes`, are the caller's; in the order of the calls. */
  async take(bytes) {
    if (this.#waiting.length === 0 && bytes <= this.#freeBytes) {
      this.#freeBytes -= bytes;
      return;
    }
    await new Promise((admit) => this.#waiting.push({ bytes, admit }));
  }
  giveBack(bytes) {
    this.#freeBytes += bytes;
    for (let next = this.#waiting[0]; next && next.bytes <= this.#freeBytes; next = this.#waiting[0]) {
      this.#freeBytes -= next.bytes;
      this.#waiting.shift();
      next.admit();
    }
  }
};

// src/pipeline/analyze-layers.ts
function partOf(modes) {
  return modes?.vectors ? "vectors" : "values";
}
function layerBytes({ tensor, matrices, dtype }, engine, part) {
  const { rows, cols } = matrices[0];
  return tensor.sizeBytes + spectrumBytes(engine, rows, cols, dtype, part);
}
function assertFit(layers, engine, memoryBytes, modes) {
  assertVectorsFit(layers, modes);
  const part = partOf(modes);
  const most = mostSpectrumBytes(engine);
  for (const layer of layers) {
    const { rows, cols } = layer.matrices[0];
    const spectrum = spectrumBytes(engine, rows, cols, layer.dtype, part);
    if (spectrum > most) {
      throw tooLarge(layer, spectrum, most, {
        problem: `the spectrum of its ${rows} \xD7 ${cols} elements takes ${spectrum} bytes of memory, and the engine has ${most}`,
        cure: "Leave the layer out with exclude or max_N"
      });
    }
    const needed = layerBytes(layer, engine, part);
    if (needed > memoryBytes) {
      throw tooLarge(layer, needed, memoryBytes, {
        problem: `its analysis takes ${needed} bytes of memory, and ${memoryBytes} are allowed`,
        cure: "Allow more with memory-bytes if the machine has more, or leave the layer out with exclude"
      });
    }
  }
}
function assertVectorsFit(layers, modes) {
  if (partOf(modes) === "vectors")
    assertVectorOrder(layers, "Leave vectors off, leave the layer out with exclude, or lower max_evals");
}
function assertVectorOrder(layers, cure) {
  for (const layer of layers) {
    const { rows, cols } = layer.matrices[0];
    if (Math.min(rows, cols) <= MAX_VECTOR_ORDER || layer.tensor.product !== void 0) continue;
    throw new NumericError({
      code: "TOO_LARGE",
      subject: subjectOf(layer),
      problem: `eigenvectors are computed up to an order of ${MAX_VECTOR_ORDER}, and it has ${rows} \xD7 ${cols} elements`,
      cure,
      details: { rows, cols }
    });
  }
}
async function analyzeLayers(layers, { analyzer, engine, memoryBytes, signal, assessmentOf, modes, curvePoints, onLayer }) {
  const budget = new MemoryBudget(memoryBytes);
  const details = new Array(layers.length);
  const queue = readings(layers, engine, partOf(modes)).sort((a, b) => b.cost - a.cost);
  const totalCost = queue.reduce((sum, { cost }) => sum + cost, 0);
  let doneCost = 0;
  let layersDone = 0;
  let failed = false;
  const analyze = async ({ tensor, rows, cost, neededBytes }) => {
    await budget.take(neededBytes);
    try {
      signal?.throwIfAborted();
      if (failed) return;
      const bytes = allocateShared(tensor);
      await tensor.readInto(bytes, { signal });
      for (const { layer, index } of rows) {
        const task = toTask(layer, { assess: assessmentOf(layer.name), modes, curvePoints });
        details[index] = await analyzer.analyze(task, bytes);
        layersDone++;
      }
    } finally {
      budget.giveBack(neededBytes);
    }
    doneCost += cost;
    onLayer?.({ layersDone, share: doneCost / totalCost });
  };
  const work = async () => {
    for (let next = queue.shift(); next !== void 0 && !failed; next = queue.shift()) await analyze(next);
  };
  const workers = Array.from(
    { length: Math.min(analyzer.concurrency + 1, layers.length) },
    () => work().catch((error) => {
      failed = true;
      throw error;
    })
  );
  await Promise.all(workers);
  return details;
}
function readings(layers, engine, part) {
  const rowsOf = /* @__PURE__ */ new Map();
  for (const [index, layer] of layers.entries()) {
    const rows = rowsOf.get(layer.tensor);
    if (rows === void 0) rowsOf.set(layer.tensor, [{ layer, index }]);
    else rows.push({ layer, index });
  }
  return [...rowsOf].map(([tensor, rows]) => ({
    tensor,
    rows,
    cost: rows.reduce((sum, { layer }) => sum + multiplyAddsOf(layer), 0),
    neededBytes: rows.reduce((most, { layer }) => Math.max(most, layerBytes(layer, engine, part)), 0)
  }));
}
function allocateShared(tensor) {
  const { sizeBytes } = tensor;
  try {
    return new Uint8Array(new SharedArrayBuffer(sizeBytes));
  } catch (cause) {
    throw tooLarge(tensor, sizeBytes, void 0, {
      problem: `its ${sizeBytes} bytes do not fit into memory`,
      cure: "Exclude the layer, lower max_N, or use a larger machine",
      cause
    });
  }
}
var subjectOf = ({ name }) => `layer ${JSON.stringify(name)}`;
function tooLarge(of, neededBytes, maxBytes, parts) {
  return new NumericError({
    code: "TOO_LARGE",
    subject: subjectOf(of),
    details: { neededBytes, ...maxBytes !== void 0 && { maxBytes } },
    ...parts
  });
}

// src/formats/files-beside.ts
async function filesBeside(file, options) {
  const lowerPath = file.path.toLowerCase();
  const format = FORMATS.find(({ suffixes }) => suffixes.some((suffix) => lowerPath.endsWith(suffix)));
  if (format?.filesBeside === void 0) return [];
  try {
    const source = await file.open(options);
    try {
      const head = await readHead(source, options);
      if (!format.recognises(head, source.sizeBytes)) return void 0;
      return await format.filesBeside(source, options);
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof AlphagateError)) throw error;
    return [];
  }
}

// src/formats/shard-index.ts
var INDEX_SUFFIX = ".index.json";
async function readShardIndex(file, options) {
  const bad = (problem) => badIndex(file, problem);
  const index = asObject(await readJsonFile(file, MAX_INDEX_BYTES, bad, options));
  const weightMap = asObject(index?.get("weight_map"));
  if (weightMap === void 0 || weightMap.size === 0) throw bad("it has no weight_map");
  const shardOf = /* @__PURE__ */ new Map();
  for (const [name, shard] of weightMap) {
    if (typeof shard !== "string") throw bad(`it names no file for tensor ${JSON.stringify(name)}`);
    shardOf.set(name, shard);
  }
  return { file, shardOf };
}
function badIndex(file, problem) {
  return new FormatError({
    code: "BAD_INDEX",
    subject: file.name,
    problem: `as an index of shards, ${problem}`,
    cure: "Save the model again, or name one of its shards"
  });
}

// src/formats/models.ts
var SHARD = /^(?<stem>.*)-(?<number>\d{5})-of-(?<count>\d{5})(?<suffix>\.[^.]+)$/;
var ARRAY = /^(?<model>.+)[/\\][^/\\]+[/\\]\.zarray$/;
var PARTIAL_DATABASE = /(^|\/)ocdbt\.process_[^/]*\//;
var TRAINER_FILE = /(^|\/)(optimizer|scheduler|scaler|training_args|rng_state)[^/]*$/;
async function groupModels(located, options) {
  if (located.kind === "folder") return groupFiles(located, options);
  const models = [];
  for (const part of await openArchives(located, options)) models.push(...await groupFiles(part, options));
  return models.toSorted(byName);
}
async function groupFiles(located, options) {
  const candidates = isOneFile(located) ? located.files : located.files.filter((file) => isCandidate(file, located.kind));
  const models = [];
  const owned = /* @__PURE__ */ new Set();
  for (const file of candidates) {
    if (!file.path.endsWith(INDEX_SUFFIX)) continue;
    const index = await readShardIndex(file, options);
    for (const shard of index.shardOf.values()) owned.add(folderOf(file.path) + shard);
    models.push({ name: file.name, files: [], index });
  }
  const others = /* @__PURE__ */ new Set();
  for (const file of isOneFile(located) ? [] : candidates) {
    const names = await filesBeside(file, options);
    if (names === void 0 && located.kind === "folder") others.add(file);
    for (const name of names ?? []) owned.add(folderOf(file.path) + name);
  }
  const shardSets = /* @__PURE__ */ new Map();
  const arraySets = /* @__PURE__ */ new Map();
  for (const file of candidates) {
    if (file.path.endsWith(INDEX_SUFFIX) || owned.has(file.path) || others.has(file)) continue;
    const shard = SHARD.exec(file.path)?.groups;
    const set = isOneFile(located) ? void 0 : ARRAY.exec(file.name)?.groups?.["model"];
    if (set !== void 0) {
      arraySets.set(set, [...arraySets.get(set) ?? [], file]);
    } else if (shard === void 0 || isOneFile(located)) {
      models.push({ name: file.name, files: [file], index: void 0 });
    } else {
      const set2 = `${shard["stem"]}-of-${shard["count"]}${shard["suffix"]}`;
      shardSets.set(set2, [...shardSets.get(set2) ?? [], file]);
    }
  }
  for (const files of shardSets.values()) models.push(completeSet(files));
  for (const [name, files] of arraySets) models.push({ name, files, index: void 0 });
  const unique = models.filter((model) => !isSecondCopy(model, candidates));
  if (unique.length === 0) throw noModel(located);
  return unique.toSorted(byName);
}
function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
function isOneFile({ kind, files }) {
  return kind === "file" && files.length === 1;
}
function isCandidate(file, kind) {
  return kind === "file" || isWeightFile(file.path);
}
function isWeightFile(path) {
  const lower = path.toLowerCase();
  const base = lower.endsWith(INDEX_SUFFIX) ? lower.slice(0, -INDEX_SUFFIX.length) : lower;
  if (TRAINER_FILE.test(lower) || PARTIAL_DATABASE.test(lower)) return false;
  return FORMATS.some((format) => format.suffixes.some((suffix) => base.endsWith(suffix)));
}
function completeSet(files) {
  const ordered = files.toSorted((a, b) => a.path < b.path ? -1 : 1);
  const first = ordered[0];
  const { stem, count, suffix } = SHARD.exec(first.path).groups;
  for (let number = 1; number <= Number(count); number++) {
    const path = `${stem}-${String(number).padStart(5, "0")}-of-${count}${suffix}`;
    if (ordered[number - 1]?.path !== path) {
      throw new SourceError({
        code: "SHARD_MISSING",
        subject: first.name,
        problem: `is one of ${Number(count)} shards, and ${path} is not among the files read`,
        cure: "Upload every shard, or name the directory that holds them all"
      });
    }
  }
  return { name: first.name, files: ordered, index: void 0 };
}
function isSecondCopy(model, candidates) {
  const path = (model.index?.file ?? model.files[0]).path;
  const folder = folderOf(path);
  if (!path.slice(folder.length).startsWith("pytorch_model")) return false;
  const copies = [`${folder}model.safetensors`, `${folder}model.safetensors${INDEX_SUFFIX}`];
  return candidates.some((file) => copies.includes(file.path));
}
function noModel(located) {
  const seen = located.files.slice(0, 5).map((file) => file.path);
  const more = located.files.length > seen.length ? ` and ${located.files.length - seen.length} more` : "";
  const suffixes = FORMATS.flatMap((format) => format.suffixes).join(" ");
  return new SourceError({
    code: "NO_MODEL_FOUND",
    subject: located.reference,
    problem: `holds no model file, only ${seen.join(", ")}${more}`,
    cure: `Models are recognised there by ${suffixes}; a file with another name can be named by itself`
  });
}

// src/formats/open-model.ts
async function openModel(model, options) {
  const sources = [];
  const close = async () => {
    await Promise.all(sources.map((source) => source.close()));
  };
  try {
    const read = (file) => openFile(file, sources, options);
    const { format, order, tensors } = model.index === void 0 ? await readFiles(model.files, read) : await readIndexed(model.index, read);
    return {
      name: model.name,
      format,
      sizeBytes: sources.reduce((sum, source) => sum + source.sizeBytes, 0),
      order,
      tensors,
      identity: () => identityOf(sources),
      close
    };
  } catch (error) {
    await close();
    throw error;
  }
}
async function openFile(file, sources, options) {
  const source = await file.open(options);
  sources.push(source);
  const head = await readHead(source, options);
  refuseLfsPointer(source.name, head);
  const reader = readerFor(source, head);
  const openSibling = async (fileName) => {
    const sibling = await (await file.sibling(fileName))?.open(options);
    if (sibling === void 0) return void 0;
    sources.push(sibling);
    refuseLfsPointer(sibling.name, await readHead(sibling, options));
    return sibling;
  };
  return { format: reader.name, ...await reader.readTensors(source, { ...options, openSibling }) };
}
function readerFor(source, head) {
  const lowerName = source.name.toLowerCase();
  const reader = FORMATS.find((format) => format.recognises(head, source.sizeBytes)) ?? FORMATS.find((format) => format.suffixes.some((suffix) => lowerName.endsWith(suffix)));
  if (reader !== void 0) return reader;
  throw new FormatError({
    code: "UNKNOWN_FORMAT",
    subject: source.name,
    problem: source.sizeBytes === 0 ? "is empty" : "is in no format that can be read",
    cure: `Formats read: ${FORMATS.map((format) => `${format.name} (${format.suffixes.join(" ")})`).join(", ")}`
  });
}
async function readFiles(files, read) {
  const parts = [];
  for (const file of files) parts.push(await read(file));
  const first = parts[0];
  return { format: first.format, order: first.order, tensors: parts.flatMap((part) => part.tensors) };
}
async function readIndexed({ file: index, shardOf }, read) {
  const byShard = /* @__PURE__ */ new Map();
  let format = "";
  for (const shardName of new Set(shardOf.values())) {
    const shard = await index.sibling(shardName);
    if (shard === void 0) {
      throw new SourceError({
        code: "SHARD_MISSING",
        subject: index.name,
        problem: `names the shard ${JSON.stringify(shardName)}, which is not beside it`,
        cure: "Upload every shard into the same directory as the index",
        details: { shard: shardName }
      });
    }
    const part = await read(shard);
    format = part.format;
    byShard.set(shardName, new Map(part.tensors.map((tensor) => [tensor.name, tensor])));
  }
  const tensors = [];
  for (const [name, shardName] of shardOf) {
    const shard = byShard.get(shardName);
    const tensor = shard?.get(name);
    if (tensor === void 0) {
      throw new FormatError({
        code: "TENSOR_NOT_IN_SHARD",
        subject: index.name,
        problem: `places tensor ${JSON.stringify(name)} in ${JSON.stringify(shardName)}, which does not hold it`,
        cure: "Index and shards are not of the same model: save them again together",
        details: { tensor: name, shard: shardName }
      });
    }
    tensors.push(tensor);
    shard.delete(name);
  }
  for (const shard of byShard.values()) tensors.push(...shard.values());
  return { format, order: "stored", tensors };
}
async function identityOf(sources) {
  const identities = await Promise.all(sources.map((source) => source.identity()));
  if (identities.length === 1) return identities[0];
  return sha256Of(new TextEncoder().encode(identities.join("\n")));
}

// src/layers/name-pattern.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function compilePatterns(patterns) {
  const matchers = patterns.map(
    (pattern) => (0, import_picomatch.default)(withoutWeight(pattern), { bash: true, dot: true, nonegate: true })
  );
  return (name) => matchers.findIndex((matches) => matches(withoutWeight(name)));
}
function literalPattern(name) {
  return withoutWeight(name).replace(/[\\*?[\]{}()!+@|^$]/g, "\\$&");
}
function withoutWeight(tensorName) {
  return tensorName.endsWith(".weight") ? tensorName.slice(0, -".weight".length) : tensorName;
}

// src/layers/base-model/counterparts.ts
function counterpartsIn(tensors) {
  const byName2 = /* @__PURE__ */ new Map();
  const byEnding = /* @__PURE__ */ new Map();
  for (const tensor of tensors) {
    const name = withoutWeight(tensor.name);
    if (!byName2.has(name)) byName2.set(name, tensor);
    for (const ending of endingsOf(name)) byEnding.set(ending, byEnding.has(ending) ? void 0 : tensor);
  }
  return (tensorName) => {
    const name = withoutWeight(tensorName);
    const same = byName2.get(name) ?? byEnding.get(name);
    if (same !== void 0) return same;
    for (const ending of endingsOf(name)) {
      const shorter = byName2.get(ending);
      if (shorter !== void 0) return shorter;
    }
    return void 0;
  };
}
var MOST_PREFIX_PARTS = 4;
function endingsOf(name) {
  const parts = name.split(".");
  const endings = [];
  for (let cut = 1; cut <= MOST_PREFIX_PARTS && parts.length - cut >= 2; cut++)
    endings.push(parts.slice(cut).join("."));
  return endings;
}

// src/layers/matrices.ts
var LAYER_TYPES = ["dense", "conv1d", "conv2d", "conv3d"];
var FEWEST_DIMENSIONS = 2;
var MOST_DIMENSIONS = FEWEST_DIMENSIONS + LAYER_TYPES.length - 1;
function layerTypeOf(dimensions) {
  return LAYER_TYPES[dimensions - FEWEST_DIMENSIONS];
}
function matricesOf(shape, layout) {
  const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  if (shape.length === 2)
    return [{ offset: 0, rows: shape[0], cols: shape[1], rowStride: strides[0], colStride: 1 }];
  const channelAxes = channelAxesOf(layout, shape.length);
  const [rowAxis, colAxis] = channelAxes;
  const positionAxes = shape.map((_, axis) => axis).filter((axis) => !channelAxes.includes(axis));
  let offsets = [0];
  for (const axis of positionAxes) {
    const steps = Array.from({ length: shape[axis] }, (_, step) => step * strides[axis]);
    offsets = offsets.flatMap((offset) => steps.map((step) => offset + step));
  }
  return offsets.map((offset) => ({
    offset,
    rows: shape[rowAxis],
    cols: shape[colAxis],
    rowStride: strides[rowAxis],
    colStride: strides[colAxis]
  }));
}
function channelAxesOf(layout, dimensions) {
  const last = dimensions - 1;
  switch (layout) {
    case "oihw":
      return [0, 1];
    case "hwio":
      return [last - 1, last];
    case "ohwi":
      return [0, last];
  }
}

// src/layers/base-model/subtract-base.ts
function subtractBase(model, base, isAsked) {
  const counterpartOf = counterpartsIn(base.tensors);
  let candidates = 0;
  let matched = 0;
  const tensors = model.tensors.map((tensor) => {
    const isCandidate2 = tensor.unfit === void 0 && tensor.product === void 0 && tensor.shape.length >= FEWEST_DIMENSIONS && isFloatDtype(tensor.dtype) && isAsked(tensor.name);
    if (!isCandidate2) return tensor;
    candidates++;
    const counterpart = counterpartOf(tensor.name);
    if (counterpart === void 0) return { ...tensor, unfit: "not in the base model" };
    matched++;
    if (!isFloatDtype(counterpart.dtype))
      return { ...tensor, unfit: `${counterpart.dtype} values in the base model are not weights` };
    checkShapes(model.name, tensor, base.name, counterpart);
    return difference(tensor, counterpart);
  });
  if (candidates > 0 && matched === 0) {
    throw new FormatError({
      code: "NO_COUNTERPART",
      subject: base.name,
      problem: `has none of the ${candidates} tensors of ${model.name}`,
      cure: "Name the model that it was trained from as the base model"
    });
  }
  return { order: model.order, tensors };
}
function checkShapes(modelName, tensor, baseName2, counterpart) {
  const sameLayout = tensor.shape.length === 2 || tensor.kernelLayout === counterpart.kernelLayout;
  if (sameShape(tensor.shape, counterpart.shape) && sameLayout) return;
  throw new FormatError({
    code: "BASE_SHAPES",
    subject: modelName,
    problem: `${quote(tensor.name)} is ${describe(tensor)}, and ${quote(counterpart.name)} in ${baseName2} is ${describe(counterpart)}`,
    cure: "Name the model that it was trained from as the base model, or exclude the layer",
    details: { model: tensor.shape, base: counterpart.shape }
  });
}
function describe({ shape, kernelLayout }) {
  return `[${shape.join(", ")}]${shape.length > 2 ? ` (${kernelLayout})` : ""}`;
}
function difference(tensor, base) {
  const { name, shape, kernelLayout } = tensor;
  const storageKey = `${tensor.storageKey} \u2212 ${base.storageKey}`;
  return computedTensor({ name, shape, kernelLayout, storageKey }, async (options) => {
    const minuend = await readElements(tensor, options);
    const subtrahend = await readElements(base, options);
    return (index) => minuend(index) - subtrahend(index);
  });
}

// src/layers/formed/pair-layers.ts
function pairLayers(layers, options) {
  const pairs = [];
  const skipped = [];
  for (const [index, second] of layers.entries()) {
    const first = layers[index - 1];
    if (first === void 0) continue;
    const alignment = align(first.matrices[0], second.matrices[0]);
    if (alignment === void 0) {
      skipped.push({
        name: `${first.name} \xD7 ${second.name}`,
        reason: `${shapeOf(first)} and ${shapeOf(second)} share no dimension`
      });
    } else {
      pairs.push(toPair(first, second, alignment, options));
    }
  }
  return { layers: pairs, skipped };
}
function shapeOf({ matrices }) {
  const { rows, cols } = matrices[0];
  return `${rows}\xD7${cols}`;
}
function align(a, b) {
  if (a.cols === b.rows) return { transpose: [false, false], shared: a.cols, rows: a.rows, cols: b.cols };
  if (a.rows === b.rows) return { transpose: [true, false], shared: a.rows, rows: a.cols, cols: b.cols };
  if (a.cols === b.cols) return { transpose: [false, true], shared: a.cols, rows: a.rows, cols: b.rows };
  if (a.rows === b.cols) return { transpose: [true, true], shared: a.rows, rows: a.cols, cols: b.rows };
  return void 0;
}
function toPair(first, second, { transpose, shared, rows, cols }, { coins, literal }) {
  const name = `${first.layerId} X ${second.layerId}${literal ? " " : ""}`;
  const key = `${first.name} \xD7 ${second.name}`;
  const storageKey = `${first.tensor.storageKey} \xD7 ${second.tensor.storageKey}`;
  const tensor = formedTensor(key, rows, cols, storageKey, async (options) => {
    const [W0, W1] = [
      await readFirst(first, transpose[0], options),
      await readFirst(second, transpose[1], options)
    ];
    const sparse = coins === void 0 ? void 0 : timesCoins(W0, shared, coins(key));
    const norm = frobeniusNorm(W0) * frobeniusNorm(W1) + (sparse === void 0 ? 0 : Math.sqrt(sparse.norm));
    const product = multiply(sparse?.product ?? W0, W1);
    if (norm !== 0)
      for (const [at, element] of product.elements.entries()) product.elements[at] = element / norm;
    return product;
  });
  const M = Math.min(rows, cols);
  const largest = Math.min(M, literal ? second.eigenvalueCount : shared);
  return {
    layerId: second.layerId,
    sliceId: void 0,
    name,
    longname: literal ? second.longname : key,
    layerType: second.layerType,
    tensor,
    dtype: "F64",
    matrices: matricesOf(tensor.shape, "oihw"),
    N: Math.max(rows, cols),
    M,
    receptiveField: second.receptiveField,
    eigenvalueCount: largest,
    rule: {
      scale: second.rule.scale,
      largest,
      eigenvalues: "singular values",
      inverse: second.rule.inverse,
      literal
    }
  };
}
async function readFirst(layer, transpose, options) {
  const [matrix] = await readMatrices(layer.tensor, layer.matrices.slice(0, 1), options);
  return transpose ? transposed(matrix) : matrix;
}
function timesCoins(W, order, coins) {
  const elements = new Float64Array(W.rows * order);
  const ones = [];
  let count = 0;
  for (let k = 0; k < order; k++) {
    ones.length = 0;
    for (let j = 0; j < order; j++) if (coins.uniform() < 0.5) ones.push(j);
    count += ones.length;
    for (let i = 0; i < W.rows; i++) {
      const factor = W.elements[i * W.cols + k];
      for (const j of ones) elements[i * order + j] += factor;
    }
  }
  return { product: { rows: W.rows, cols: order, elements }, norm: Math.sqrt(count) };
}

// src/layers/formed/stack-layers.ts
function stackLayers(layers, literal) {
  const first = layers[0];
  const shapes = layers.map(shapeOf2);
  const rows = shapes.reduce((sum, shape) => sum + shape.rows, 0);
  const cols = shapes.reduce((widest, shape) => Math.max(widest, shape.cols), 0);
  const N = Math.max(rows, cols);
  const M = Math.min(rows, cols);
  const storageKey = `stack of ${layers.map(({ tensor: tensor2 }) => tensor2.storageKey).join(", ")}`;
  const tensor = formedTensor("Stacked Layer", rows, cols, storageKey, async (options) => {
    const elements = new Float64Array(rows * cols);
    let row = 0;
    for (const layer of layers) {
      const block = await standardised(layer, options);
      for (let i = 0; i < block.rows; i++, row++)
        elements.set(block.elements.subarray(i * block.cols, (i + 1) * block.cols), row * cols);
    }
    return { rows, cols, elements };
  });
  return {
    layerId: 0,
    sliceId: void 0,
    name: tensor.name,
    longname: literal ? first.longname : tensor.name,
    layerType: "stacked",
    tensor,
    dtype: "F64",
    matrices: matricesOf(tensor.shape, "oihw"),
    N,
    M,
    receptiveField: 1,
    eigenvalueCount: literal ? Math.min(M, first.eigenvalueCount) : M,
    rule: {
      scale: 1,
      largest: literal ? first.eigenvalueCount : void 0,
      eigenvalues: "squares",
      inverse: first.rule.inverse,
      literal
    }
  };
}
function shapeOf2({ matrices, layerType }) {
  const { rows, cols } = matrices[0];
  if (layerType === "dense") return { rows, cols };
  return { rows: Math.max(rows, cols), cols: Math.min(rows, cols) * matrices.length };
}
async function standardised(layer, options) {
  const { rows, cols } = shapeOf2(layer);
  const matrices = await readMatrices(layer.tensor, layer.matrices, options);
  const elements = new Float64Array(rows * cols);
  const width = cols / matrices.length;
  for (const [index, matrix] of matrices.entries()) {
    const tall = matrix.rows === rows ? matrix : transposed(matrix);
    for (let i = 0; i < rows; i++)
      elements.set(tall.elements.subarray(i * width, (i + 1) * width), i * cols + index * width);
  }
  const centre = median(elements.slice());
  const column = new Float64Array(rows);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) column[i] = elements[i * cols + j];
    const deviation = medianAbsoluteDeviation(column) || 1;
    for (let i = 0; i < rows; i++) elements[i * cols + j] = (elements[i * cols + j] - centre) / deviation;
  }
  return { rows, cols, elements };
}
function medianAbsoluteDeviation(values) {
  const centre = median(values);
  for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i] - centre);
  return median(values);
}
function median(values) {
  values.sort();
  const half = Math.floor(values.length / 2);
  return values.length % 2 === 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// src/layers/formed/combine-layers.ts
function combineLayers(selected, { stacked, intra, sparsify }, literal, coins) {
  const { layers, skipped } = selected;
  if (layers.length === 0) return selected;
  if (stacked) return { layers: [stackLayers(layers, literal)], skipped };
  if (!intra) return selected;
  const pairs = pairLayers(layers, { coins: sparsify ? coins : void 0, literal });
  return { layers: pairs.layers, skipped: [...pairs.skipped, ...skipped] };
}

// src/layers/lora/adapter-config.ts
var ADAPTER_CONFIG = "adapter_config.json";
var PEFT_PREFIX = /^base_model\.model\./;
var DEFAULT_LORA_ALPHA = 8;
async function readAdapterConfig(weights, options) {
  const file = await weights.sibling(ADAPTER_CONFIG);
  if (file === void 0) return void 0;
  const bad = (problem) => badConfig(file.name, problem);
  return parseAdapterConfig(await readJsonFile(file, MAX_ADAPTER_CONFIG_BYTES, bad, options), file.name);
}
function parseAdapterConfig(json, fileName) {
  const config = asObject(json);
  if (config === void 0) throw badConfig(fileName, "it is no JSON object");
  const type = config.get("peft_type") ?? "LORA";
  if (type !== "LORA") {
    throw new FormatError({
      code: "NOT_LORA",
      subject: fileName,
      problem: `its peft_type is ${show(type)}, and only the factors of LORA multiply to B\xB7A`,
      cure: "Turn peft off to analyse the stored tensors"
    });
  }
  const read = (key, isValid, expected) => {
    const value = config.get(key) ?? void 0;
    if (value === void 0 || isValid(value)) return value;
    throw badConfig(fileName, `its ${key} is ${show(value)}, not ${expected}`);
  };
  const flag = (key) => read(key, (value) => typeof value === "boolean", "true or false") ?? false;
  const pattern = (key) => asObject(read(key, isMapping, "a mapping of modules")) ?? /* @__PURE__ */ new Map();
  return {
    fileName,
    r: read("r", isRank, "a whole number from 1 on"),
    loraAlpha: read("lora_alpha", isFiniteNumber, "a number") ?? DEFAULT_LORA_ALPHA,
    useRslora: flag("use_rslora"),
    useDora: flag("use_dora"),
    fanInFanOut: flag("fan_in_fan_out"),
    hasRankPattern: pattern("rank_pattern").size > 0,
    alphaPattern: parseAlphaPattern(pattern("alpha_pattern"), fileName),
    hasTargetParameters: (read("target_parameters", Array.isArray, "a list") ?? []).length > 0
  };
}
function parseAlphaPattern(entries, fileName) {
  const alphas = /* @__PURE__ */ new Map();
  for (const [pattern, alpha] of entries) {
    const name = pattern.replaceAll("\\.", ".");
    if (!/^\^?[\w.-]+$/.test(name) || !isFiniteNumber(alpha)) {
      const entry = show({ [pattern]: alpha });
      throw badConfig(fileName, `its alpha_pattern has ${entry}, not a module's name with a number`);
    }
    if (!alphas.has(name)) alphas.set(name, { alpha, order: alphas.size });
  }
  return alphas;
}
function scaleOf(config, module, rank) {
  let own;
  for (const name of namesOf(module.replace(PEFT_PREFIX, ""))) {
    const entry = config.alphaPattern.get(name);
    if (entry !== void 0 && (own === void 0 || entry.order < own.order)) own = entry;
  }
  return (own?.alpha ?? config.loraAlpha) / (config.useRslora ? Math.sqrt(rank) : rank);
}
function namesOf(module) {
  const names = [`^${module}`];
  let dot = module.length;
  for (let depth = 0; depth < MAX_MODULE_DEPTH && dot !== -1; depth++) {
    dot = module.lastIndexOf(".", dot - 1);
    names.push(module.slice(dot + 1));
  }
  return names;
}
function show(value) {
  return JSON.stringify(value).slice(0, 200);
}
function isRank(value) {
  return Number.isSafeInteger(value) && value >= 1;
}
function isFiniteNumber(value) {
  return Number.isFinite(value);
}
function isMapping(value) {
  return asObject(value) !== void 0;
}
function badConfig(fileName, problem) {
  return new FormatError({
    code: "BAD_ADAPTER_CONFIG",
    subject: fileName,
    problem: `as the configuration of a LoRA adapter, ${problem}`,
    cure: "Save the adapter again, or turn peft off to analyse the stored tensors"
  });
}

// src/layers/lora/low-rank-core.ts
function triangularFactor(factor, vectors) {
  const columns = vectorsOf(factor, vectors);
  for (const [k, v] of columns.entries()) {
    if (k >= v.length) break;
    let squares = 0;
    for (let i = k; i < v.length; i++) squares += v[i] * v[i];
    if (squares === 0) continue;
    const diagonal = v[k] > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    v[k] -= diagonal;
    const halfSquare = -diagonal * v[k];
    for (const column of columns.slice(k + 1)) {
      let dot = 0;
      for (let i = k; i < v.length; i++) dot += v[i] * column[i];
      dot /= halfSquare;
      for (let i = k; i < v.length; i++) column[i] -= dot * v[i];
    }
    v[k] = diagonal;
  }
  return columns;
}
function coreElement(rB, rA, row, col) {
  let sum = 0;
  for (let l = Math.max(row, col); l < rB.length; l++) sum += rB[l][row] * rA[l][col];
  return sum;
}
function vectorsOf(matrix, vectors) {
  const { rows, cols, elements } = vectors === "columns" ? transposed(matrix) : matrix;
  return Array.from({ length: rows }, (_, row) => elements.slice(row * cols, (row + 1) * cols));
}

// src/layers/lora/merged-weights.ts
function weightsIn({ tensors }, outside) {
  const own = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  return (module) => {
    const stored = own.get(`${module}.base_layer.weight`) ?? own.get(`${module}.weight`);
    if (stored !== void 0) return { tensor: stored, isOwn: true };
    const tensor = outside(module.replace(PEFT_PREFIX, ""));
    return tensor && { tensor, isOwn: false };
  };
}
function noBaseWeights(modelName) {
  return new ConfigError({
    code: "NO_BASE_WEIGHTS",
    subject: "peft",
    problem: `with-base adds products to weights, and there are none of the modules of ${modelName}`,
    cure: "Name the model that the adapter was trained on as the base model"
  });
}
function addToWeights(merge, weights, isDora) {
  const without = (unfit) => [{ ...merge.A, name: merge.name, unfit }];
  if (weights === void 0) return without("the base model has no weights for it");
  const { tensor, isOwn } = weights;
  if (!isFloatDtype(tensor.dtype)) return without(`${tensor.dtype} values are not weights to add to`);
  if (isDora) return without("the magnitudes of DoRA are not applied");
  const merged = mergedWeights(merge, tensor);
  return isOwn ? [merged] : [tensor, merged];
}
function mergedWeights({ name, modelName, A, B, scale, isTransposed }, base) {
  const [outputs, inputs] = [B.shape[0], A.shape[1]];
  const kernel = A.shape.slice(2);
  const shape = isTransposed ? [inputs, outputs] : [outputs, inputs, ...kernel];
  if (!sameShape(base.shape, shape) || shape.length > 2 && base.kernelLayout !== "oihw") {
    throw new FormatError({
      code: "LORA_BASE_SHAPES",
      subject: modelName,
      problem: `${quote(A.name)} and ${quote(B.name)} add [${shape.join(", ")}] to ${quote(base.name)}, which is [${base.shape.join(", ")}]`,
      cure: "Name the model that the adapter was trained on as the base model",
      details: { product: shape, base: base.shape }
    });
  }
  const storageKey = `${base.storageKey} + ${scale} \xB7 ${B.storageKey} \xB7 ${A.storageKey}`;
  return computedTensor({ name, shape, kernelLayout: "oihw", storageKey }, async (options) => {
    const weightAt = await readElements(base, options);
    const [left] = await readMatrices(B, matricesOf(B.shape, "oihw").slice(0, 1), options);
    const positions = await readMatrices(A, matricesOf(A.shape, "oihw"), options);
    const products = positions.map((right) => {
      const product = multiply(left, right);
      return (isTransposed ? transposed(product) : product).elements;
    });
    const count = products.length;
    return (index) => weightAt(index) + scale * products[index % count][Math.floor(index / count)];
  });
}

// src/layers/lora/lora-products.ts
var FACTOR = /^(?<module>.*)\.lora_(?<kind>(?:embedding_)?)(?<factor>[AB])(?<rest>(?:\.(?!weight$)[^.]+)?(?:\.weight)?)$/s;
async function multiplyLoraPairs(model, files, options = {}) {
  const factorsOf = /* @__PURE__ */ new Map();
  const byName2 = /* @__PURE__ */ new Map();
  for (const tensor of model.tensors) {
    const parts = FACTOR.exec(tensor.name)?.groups;
    if (parts === void 0) continue;
    const { module, kind, factor, rest } = parts;
    const name = `${module}.lora_${kind}BA${rest}`;
    const mergedName = `${module}.lora_W_plus_AB${rest}`;
    const factors = byName2.get(name) ?? { name, module, mergedName, isEmbedding: kind !== "" };
    factors[factor] ??= tensor;
    byName2.set(name, factors);
    factorsOf.set(tensor, factors);
  }
  if (byName2.size === 0) return model;
  const config = await readAdapterConfig(files.index?.file ?? files.files[0], options);
  const weightsOf = options.weightsOf && weightsIn(model, options.weightsOf);
  if (weightsOf && ![...byName2.values()].some(({ module }) => weightsOf(module) !== void 0))
    throw noBaseWeights(model.name);
  const tensors = model.tensors.flatMap((tensor) => {
    const factors = factorsOf.get(tensor);
    if (factors === void 0) return [tensor];
    const { A, B } = factors;
    if (A === void 0 || B === void 0)
      return [{ ...tensor, unfit: `a LoRA factor without its lora_${A === void 0 ? "A" : "B"}` }];
    const unfit = notMultiplied(A, B, config);
    if (unfit !== void 0) return [{ ...tensor, unfit }];
    if (tensor !== A) return options.literal ? [{ ...tensor, unfit: "a factor of a LoRA product" }] : [];
    const scale = config === void 0 || options.literal ? 1 : scaleOf(config, factors.module, A.shape[0]);
    const product = toProduct(model.name, factors.name, scale, A, B, config);
    if (weightsOf === void 0) return [product];
    const { mergedName: name, module, isEmbedding } = factors;
    const isTransposed = isEmbedding || (config?.fanInFanOut ?? false);
    const merge = { name, modelName: model.name, A, B, scale, isTransposed };
    return [...addToWeights(merge, weightsOf(module), config?.useDora ?? false), product];
  });
  return { order: model.order, tensors };
}
function notMultiplied(A, B, config) {
  if (!isFloatDtype(A.dtype) || !isFloatDtype(B.dtype))
    return `A of ${A.dtype} values and B of ${B.dtype} values are not weights to multiply`;
  if (config?.hasTargetParameters && config.r !== void 0 && A.shape[0] !== config.r)
    return `LoRA factors of several experts in one tensor: ${A.shape[0]} rows of A, rank ${config.r}`;
  return void 0;
}
function toProduct(modelName, name, scale, A, B, config) {
  const [rank, inputs, ...kernel] = A.shape;
  const [outputs, rankOfB, ...ones] = B.shape;
  const fit = rank === rankOfB && ones.every((size) => size === 1) && ![...A.shape, ...B.shape].includes(0);
  if (rank === void 0 || inputs === void 0 || outputs === void 0 || !fit) {
    throw new FormatError({
      code: "LORA_SHAPES",
      subject: modelName,
      problem: `${quote(A.name)} is [${A.shape.join(", ")}] and ${quote(B.name)} is [${B.shape.join(", ")}], which do not multiply to B\xB7A`,
      cure: "Save the adapter again, or turn peft off to analyse the stored tensors",
      details: { A: A.shape, B: B.shape }
    });
  }
  if (config?.r !== void 0 && config.r !== rank && !config.hasRankPattern)
    throw badConfig(config.fileName, `its r is ${config.r}, and ${quote(A.name)} has rank ${rank}`);
  const rows = Math.min(outputs, rank);
  const cols = Math.min(inputs, rank);
  const shape = [rows, cols, ...kernel];
  const storageKey = `${scale} \xB7 ${B.storageKey} \xB7 ${A.storageKey}`;
  const core = computedTensor({ name, shape, kernelLayout: "oihw", storageKey }, async (options) => {
    const [left] = await readMatrices(B, matricesOf(B.shape, "oihw").slice(0, 1), options);
    const rB = triangularFactor(left, "columns");
    const positions = await readMatrices(A, matricesOf(A.shape, "oihw"), options);
    const cores = positions.map((right) => {
      const rA = triangularFactor(right, "rows");
      return (row, col) => scale * coreElement(rB, rA, row, col);
    });
    const count = cores.length;
    return (index) => {
      const element = Math.floor(index / count);
      return cores[index % count](Math.floor(element / cols), element % cols);
    };
  });
  return { ...core, product: { rows: outputs, cols: inputs, remark: remarkOn(config) } };
}
function remarkOn(config) {
  if (config === void 0) return `B\xB7A without its scale, because there is no ${ADAPTER_CONFIG}`;
  return config.useDora ? "B\xB7A alone, without the magnitudes of DoRA" : void 0;
}

// src/layers/form-layers.ts
function formLayers(tensor, layerId, form) {
  const { dtype, shape } = tensor;
  if (!isFloatDtype(dtype)) throw new TypeError(`${dtype} is no floating-point dtype`);
  const places = matricesOf(shape, layoutOf(tensor, form));
  const stored = places[0];
  const { rows, cols } = tensor.product ?? stored;
  const parts = {
    layerId,
    name: withoutWeight(tensor.name),
    longname: withoutWeight(tensor.name),
    layerType: layerTypeOf(shape.length),
    tensor,
    dtype,
    N: Math.max(rows, cols),
    M: Math.min(rows, cols),
    receptiveField: places.length
  };
  const rule = {
    scale: scaleOf2(parts.layerType, parts, form),
    eigenvalues: "squares",
    inverse: form.inverse ? "all" : "none"
  };
  const eigenvalueCount = Math.min(stored.rows, stored.cols);
  if (form.pool) {
    return [
      {
        ...parts,
        sliceId: void 0,
        matrices: places,
        eigenvalueCount: eigenvalueCount * places.length,
        rule
      }
    ];
  }
  return places.map((place, sliceId) => ({ ...parts, sliceId, matrices: [place], eigenvalueCount, rule }));
}
function layoutOf({ kernelLayout }, { channels }) {
  if (channels === "auto") return kernelLayout;
  return channels === "first" ? "oihw" : "hwio";
}
function scaleOf2(layerType, { N, M, receptiveField }, { pool, conv2dNorm, glorotFix, fft }) {
  let scale = 1;
  if (conv2dNorm && layerType !== "dense") scale *= Math.sqrt((pool ? 1 : receptiveField) / 2);
  if (glorotFix) scale *= Math.sqrt((N + M) * receptiveField / 2);
  if (fft) scale *= Math.sqrt(N * M);
  return scale;
}

// src/layers/layer-choice.ts
var TYPES = /* @__PURE__ */ new Set(["dense", "conv1d", "conv2d", "conv3d"]);
function layerChoice(words, names) {
  if (words.length === 0) return () => void 0;
  const isDrop = (word) => typeof word === "number" ? word < 0 || Object.is(word, -0) : word.startsWith("-") && !names.has(withoutWeight(word));
  const drops = words.filter(isDrop);
  if (drops.length !== 0 && drops.length !== words.length) {
    const keep = words.find((word) => !isDrop(word));
    throw new ConfigError({
      code: "BAD_SETTING",
      subject: "layers",
      problem: `${JSON.stringify(keep)} keeps a layer and ${JSON.stringify(drops[0])} leaves one out`,
      cure: "It must be either layers to keep or, each with a minus, layers to leave out"
    });
  }
  const named = words.map((word) => {
    if (typeof word === "number") return Math.abs(word);
    return withoutWeight(drops.length === 0 ? word : word.slice(1));
  });
  const stands = (layer) => named.some(
    (word) => typeof word === "number" ? word === layer.layerId : word === layer.name || TYPES.has(word) && word === layer.layerType
  );
  return drops.length === 0 ? (layer) => stands(layer) ? void 0 : "not among the layers asked for" : (layer) => stands(layer) ? "left out by layers" : void 0;
}

// src/layers/natural-order.ts
var CHUNKS = /\d+|\D+/g;
function compareNaturally(a, b) {
  const left = a.match(CHUNKS) ?? [];
  const right = b.match(CHUNKS) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference2 = compareChunks(left[i], right[i]);
    if (difference2 !== 0) return difference2;
  }
  return left.length - right.length || compareText(a, b);
}
function compareChunks(a, b) {
  return startsWithDigit(a) && startsWithDigit(b) ? compareDigits(a, b) : compareText(a, b);
}
function compareDigits(a, b) {
  const left = a.replace(/^0+/, "");
  const right = b.replace(/^0+/, "");
  return left.length - right.length || compareText(left, right);
}
function startsWithDigit(text) {
  return text >= "0" && text < ":";
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/layers/select-layers.ts
function selectLayers(model, filter) {
  const ordered = model.order === "stored" ? model.tensors : model.tensors.toSorted((a, b) => compareNaturally(a.name, b.name));
  const refuseByName = nameFilter(filter);
  const refuseByChoice = layerChoice(filter.layers, new Set(ordered.map(({ name }) => withoutWeight(name))));
  const firstOwner = /* @__PURE__ */ new Map();
  const layers = [];
  const skipped = [];
  let layerId = filter.startIds;
  for (const tensor of ordered) {
    const unfit = notALayer(tensor);
    if (unfit !== void 0) {
      skipped.push({ name: tensor.name, reason: unfit });
      continue;
    }
    const formed = formLayers(tensor, layerId++, filter);
    const layer = formed[0];
    const owner = firstOwner.get(tensor.storageKey);
    const reason = owner === void 0 ? refuseByName(layer.name) ?? refuseByChoice(layer) ?? vector(layer) ?? outOfBounds(layer, filter) : `the same weights as ${owner}`;
    if (reason === void 0) {
      layers.push(...formed);
      firstOwner.set(tensor.storageKey, tensor.name);
    } else {
      skipped.push({ name: tensor.name, reason });
    }
  }
  return { layers, skipped };
}
function notALayer(tensor) {
  const dimensions = tensor.shape.length;
  if (tensor.unfit !== void 0) return tensor.unfit;
  if (!isFloatDtype(tensor.dtype)) return `${tensor.dtype} values are not weights`;
  if (dimensions < FEWEST_DIMENSIONS) return `${dimensions}-d: a bias, a norm or a scalar has no spectrum`;
  if (dimensions > MOST_DIMENSIONS)
    return `${dimensions} dimensions: only 2 to ${MOST_DIMENSIONS} are analysed`;
  if (tensor.shape.includes(0)) return `it is empty, its shape is [${tensor.shape.join(", ")}]`;
  return void 0;
}
function vector({ M }) {
  return M === 1 ? "M = 1: the eigenvalue of a vector is its norm" : void 0;
}
function outOfBounds(layer, { minEvals, maxEvals, maxN }) {
  const count = layer.eigenvalueCount;
  if (minEvals > 0 && count < minEvals) return `${count} eigenvalues, fewer than min_evals = ${minEvals}`;
  if (maxEvals > 0 && count > maxEvals) return `${count} eigenvalues, more than max_evals = ${maxEvals}`;
  if (maxN > 0 && layer.N > maxN) return `N = ${layer.N} is larger than max_N = ${maxN}`;
  return void 0;
}
function nameFilter({
  include,
  exclude
}) {
  const included = compilePatterns(include);
  const excluded = compilePatterns(exclude);
  return (name) => {
    const pattern = exclude[excluded(name)];
    if (pattern !== void 0) return `excluded by ${pattern}`;
    return include.length > 0 && included(name) === -1 ? "not among the included layers" : void 0;
  };
}

// src/layers/weightwatcher/select-literally.ts
function inLiteralOrder({ order, tensors }) {
  if (order === "stored") return { order, tensors };
  return { order: "stored", tensors: tensors.toSorted((a, b) => a.name < b.name ? -1 : 1) };
}
function selectLiterally(model, filter) {
  const reading = readingOf(model);
  const refuseByName = nameFilter(filter);
  const refuseByChoice = layerChoice(
    filter.layers,
    new Set(model.tensors.map(({ name }) => withoutWeight(name)))
  );
  const layers = [];
  const skipped = [];
  let layerId = filter.startIds === 0 ? reading.firstId : filter.startIds;
  for (const tensor of model.tensors) {
    if (reading.onlyWeights && !tensor.name.endsWith(".weight")) {
      skipped.push({ name: tensor.name, reason: "WeightWatcher does not look at names without .weight" });
      continue;
    }
    const unfit = notALayer2(tensor);
    if (unfit === void 0 || reading.countsAll) layerId++;
    if (unfit !== void 0) {
      skipped.push({ name: tensor.name, reason: unfit });
      continue;
    }
    const formed = formLayers(reading.isSingle ? asSingle(tensor) : tensor, layerId - 1, filter).map(
      (layer2) => literalShape(layer2, reading)
    );
    const layer = formed[0];
    const reason = refuseByName(layer.name) ?? refuseByChoice(layer) ?? outOfBounds(literalCount(layer), filter);
    if (reason === void 0) layers.push(...formed);
    else skipped.push({ name: tensor.name, reason });
  }
  return { layers, skipped };
}
function readingOf({ name, format }) {
  switch (format) {
    case "safetensors":
      return { onlyWeights: true, countsAll: true, isSingle: true, firstId: 0 };
    case "pytorch":
      return { onlyWeights: true, countsAll: true, isSingle: true, firstId: name.endsWith(".bin") ? 0 : 1 };
    case "onnx":
      return { onlyWeights: false, countsAll: true, isSingle: false, firstId: 0 };
    default:
      return { onlyWeights: false, countsAll: false, isSingle: false, firstId: 1 };
  }
}
function notALayer2({ unfit, dtype, shape }) {
  if (unfit !== void 0) return unfit;
  if (!isFloatDtype(dtype)) return `${dtype} values are not weights`;
  if (shape.length !== 2 && shape.length !== 4)
    return `${shape.length}-d: WeightWatcher knows 2 and 4 dimensions`;
  if (shape.includes(0)) return `it is empty, its shape is [${shape.join(", ")}]`;
  if (shape[0] < 2) return "WeightWatcher leaves out what has a first dimension of 1";
  return void 0;
}
function asSingle(tensor) {
  if (tensor.dtype !== "F64" || tensor.product !== void 0) return tensor;
  return computedTensor(tensor, async (options) => {
    const elementAt = await readElements(tensor, options);
    return (index) => Math.fround(elementAt(index));
  });
}
function literalShape(layer, { onlyWeights }) {
  const { tensor, receptiveField, sliceId } = layer;
  const literal = {
    ...layer,
    ...onlyWeights ? {} : { name: tensor.name, longname: tensor.name },
    rule: { ...layer.rule, literal: true, inverse: layer.rule.inverse === "none" ? "none" : "alternating" }
  };
  if (tensor.shape.length !== 4 || tensor.product !== void 0) return literal;
  const [outputs, inputs, height, width] = tensor.kernelLayout === "oihw" ? tensor.shape : [3, 2, 0, 1].map((axis) => tensor.shape[axis]);
  const exchanges = outputs + inputs >= height + width && outputs < inputs && receptiveField % 2 === 1;
  const [N, M] = exchanges ? [inputs, outputs] : [outputs, inputs];
  return { ...literal, N, M, sliceId };
}
function literalCount(layer) {
  if (layer.tensor.product !== void 0) return layer;
  const matrices = layer.sliceId === void 0 ? layer.receptiveField : 1;
  return { ...layer, eigenvalueCount: layer.M * matrices };
}

// src/pipeline/load-layers.ts
function readOptions({ inflation, expandedBytes }, { signal }) {
  return { signal, limits: { inflation, expandedBytes } };
}
async function onlyModel(located, whyOne, options) {
  const models = await groupModels(located, options);
  const [model] = models;
  if (model !== void 0 && models.length === 1) return model;
  throw new SourceError({
    code: "SEVERAL_MODELS",
    subject: located.reference,
    problem: `stands for ${models.length} models, and ${whyOne}`,
    cure: "Name one of them"
  });
}
async function loadModel(files, settings, surroundings) {
  const options = readOptions(settings, surroundings);
  const model = await openModel(files, options);
  let base;
  const close = async () => {
    await Promise.all([model.close(), base?.close()]);
  };
  try {
    if (settings.baseModel !== "")
      base = await openBase(await surroundings.locate(settings.baseModel), model.name, options);
    const literal = settings.compat === "weightwatcher";
    const stored = literal ? { ...model, ...inLiteralOrder(model) } : model;
    const formed = await formTensors(stored, files, base, settings, options);
    const { stacked, intra, seed } = settings;
    const pool = settings.pool || stacked || intra;
    const { name, format } = model;
    const selected = literal ? selectLiterally({ name, format, ...formed }, { ...settings, pool }) : selectLayers(formed, { ...settings, pool });
    const layers = combineLayers(selected, settings, literal, (pair) => randomStream(seed, pair, "intra"));
    return { ...layers, model, base, close };
  } catch (error) {
    await close();
    throw error;
  }
}
async function formTensors(model, files, base, settings, options) {
  const weightsOf = settings.peft === "with-base" ? base ? counterpartsIn(base.tensors) : () => void 0 : void 0;
  const literal = settings.compat === "weightwatcher";
  const { order, tensors } = settings.peft === "off" ? model : await multiplyLoraPairs(model, files, { ...options, weightsOf, literal });
  if (literal && settings.peft === "on") return { order, tensors: tensors.map(onlyProducts) };
  if (base === void 0 || weightsOf !== void 0) return { order, tensors };
  const refuse = nameFilter(settings);
  return subtractBase({ name: model.name, order, tensors }, base, (name) => refuse(name) === void 0);
}
function onlyProducts(tensor) {
  return tensor.product !== void 0 || tensor.unfit !== void 0 ? tensor : { ...tensor, unfit: "not a product of LoRA factors" };
}
async function openBase(located, modelName, options) {
  const models = await groupModels(located, options);
  const files = models.length === 1 ? models[0] : models.find(({ name }) => baseName(name) === baseName(modelName));
  if (files === void 0) {
    throw new SourceError({
      code: "SEVERAL_MODELS",
      subject: located.reference,
      problem: `holds ${models.length} models, and none is called ${baseName(modelName)}`,
      cure: "Name the file of the base model"
    });
  }
  return openModel(files, options);
}

export {
  readElements,
  readMatrices,
  transposed,
  multiply,
  frobeniusNorm,
  INDEX_SUFFIX,
  readShardIndex,
  SHARD,
  groupModels,
  isWeightFile,
  multiplyAddsOf,
  estimatedSecondsOf,
  toTask,
  partOf,
  layerBytes,
  assertFit,
  assertVectorsFit,
  assertVectorOrder,
  analyzeLayers,
  compilePatterns,
  literalPattern,
  compareNaturally,
  readOptions,
  onlyModel,
  loadModel
};
