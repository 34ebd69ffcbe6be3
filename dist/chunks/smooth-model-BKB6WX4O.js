import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  unwritable
} from "./chunk-U4NYYKY2.js";
import {
  assertVectorOrder,
  frobeniusNorm,
  loadModel,
  multiply,
  onlyModel,
  readElements,
  readMatrices,
  readOptions,
  toTask
} from "./chunk-H7ORSOLD.js";
import {
  elementCount,
  quote
} from "./chunk-I46AYHW6.js";
import "./chunk-G4E7BUYX.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import {
  availableEngine,
  createEngine,
  randomStream
} from "./chunk-M257ZRI6.js";
import "./chunk-TCZKHMDB.js";
import {
  bytesPerElement,
  isDtype
} from "./chunk-NLMVWZFG.js";
import "./chunk-4MIY2QKT.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import {
  ConfigError,
  FormatError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/formats/encode-elements.ts
function isWritableDtype(dtype) {
  return dtype === "F64" || dtype === "F32" || dtype === "F16" || dtype === "BF16";
}
function encoderOf(dtype, data) {
  switch (dtype) {
    case "F64":
      return (at, value) => data.setFloat64(at, value, true);
    case "F32":
      return (at, value) => data.setFloat32(at, value, true);
    case "F16":
      return (at, value) => data.setUint16(at, halfOf(value), true);
    case "BF16":
      return (at, value) => data.setUint16(at, brainFloatOf(value), true);
  }
}
function halfOf(value) {
  const sign = value < 0 || Object.is(value, -0) ? 32768 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 32256;
  if (magnitude >= 65520) return sign | 31744;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.max(magnitude, 2 ** -24))));
  const steps = roundToEven(magnitude / 2 ** (exponent - 10));
  return sign | (exponent === -14 ? steps : steps + (exponent + 14) * 1024);
}
function brainFloatOf(value) {
  const word = new DataView(new ArrayBuffer(4));
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  if (Number.isNaN(value)) return 32704;
  return bits + 32767 + (bits >>> 16 & 1) >>> 16 & 65535;
}
function roundToEven(value) {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

// src/metrics/smoothing/decompose.ts
function decompose(W, engine) {
  const { rows, cols, elements } = W;
  const order = Math.min(rows, cols);
  const { eigenvalues, vector: eigenvector } = engine.eigenvectors({
    ...{ rows, cols, offset: 0, rowStride: cols, colStride: 1, dtype: "F64" },
    bytes: new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength)
  });
  return {
    eigenvalues,
    scaled: (factors) => {
      const projector = new Float64Array(order * order);
      for (const [rank, factor] of factors.entries()) {
        if (factor === 0) continue;
        const vector = eigenvector(rank);
        for (let i = 0; i < order; i++) {
          const weight = factor * vector[i];
          for (let j = 0; j < order; j++) projector[i * order + j] += weight * vector[j];
        }
      }
      const P = { rows: order, cols: order, elements: projector };
      return cols < rows ? multiply(W, P) : multiply(P, W);
    }
  };
}

// src/metrics/smoothing/sharpen-matrix.ts
var TRACY_WIDOM_999 = 3.2724;
function sharpenMatrix(W, integer, engine) {
  const { elements } = W;
  const mean = elements.reduce((sum, element) => sum + element, 0) / elements.length;
  const places = shuffledPlaces(elements.length, integer);
  const shuffled = { ...W, elements: Float64Array.from(places, (place) => elements[place] - mean) };
  const { eigenvalues, scaled } = decompose(shuffled, engine);
  const edge = bulkEdge(eigenvalues, W.rows, W.cols);
  const clipped = eigenvalues.filter((eigenvalue) => eigenvalue > edge).length;
  if (clipped === 0) return { matrix: W, clipped };
  const flat = scaled([...eigenvalues].map((eigenvalue) => Math.min(1, Math.sqrt(edge / eigenvalue)) || 1));
  const restored = new Float64Array(elements.length);
  for (const [index, place] of places.entries()) restored[place] = flat.elements[index] + mean;
  return { matrix: { ...W, elements: restored }, clipped };
}
function shuffledPlaces(count, integer) {
  const places = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = integer(last + 1);
    [places[last], places[other]] = [places[other], places[last]];
  }
  return places;
}
function bulkEdge(eigenvalues, rows, cols) {
  const [n, p] = [Math.max(rows, cols), Math.min(rows, cols)];
  const root = Math.sqrt(n - 1) + Math.sqrt(p);
  const width = root * (1 / Math.sqrt(n - 1) + 1 / Math.sqrt(p)) ** (1 / 3);
  const edgeOfUnitVariance = root * root + TRACY_WIDOM_999 * width;
  let edge = Infinity;
  for (let standing = -1; ; ) {
    const bulk = eigenvalues.filter((eigenvalue) => eigenvalue <= edge);
    if (bulk.length === standing) return edge;
    standing = bulk.length;
    const energy = bulk.reduce((sum, eigenvalue) => sum + eigenvalue, 0);
    edge = energy / (n * Math.max(1, standing)) * edgeOfUnitVariance;
  }
}

// src/metrics/smoothing/smooth-matrices.ts
function smoothMatrices(matrices, keep, engine) {
  const decompositions = matrices.map((matrix) => decompose(matrix, engine));
  const total = keep.by === "count" ? keep.count : detXCount(Float64Array.from(decompositions.flatMap(({ eigenvalues }) => [...eigenvalues])));
  const order = decompositions[0].eigenvalues.length;
  const kept = Math.min(order, Math.max(1, Math.ceil(total / matrices.length)));
  const factors = Array.from({ length: order }, (_, rank) => Number(rank < kept));
  if (kept === order) return { matrices, kept };
  return { matrices: decompositions.map(({ scaled }) => scaled(factors)), kept };
}
function detXCount(eigenvalues) {
  const descending = eigenvalues.toSorted().reverse();
  const mean = descending.reduce((sum, value) => sum + value, 0) / descending.length;
  let logProduct = 0;
  for (const [index, value] of descending.entries()) {
    logProduct += Math.log(value / mean);
    if (logProduct < 0) return index + 1;
  }
  return descending.length;
}

// src/publish/safetensors-file.ts
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
var METADATA = "__metadata__";
var ALIGNMENT = 8;
async function writeSafetensors(file, tensors, metadata, inputs) {
  await refuseInput(file, inputs);
  checkNames(file, tensors);
  const header = headerOf(tensors, metadata);
  const unfinished = `${file}.${process.pid}.part`;
  const refuse = (cause) => {
    throw unwritable(file, cause);
  };
  await mkdir(path.dirname(file), { recursive: true }).catch(refuse);
  const handle = await open(unfinished, "w").catch(refuse);
  try {
    await handle.writeFile(header);
    for (const tensor of tensors) {
      const bytes = await tensor.bytes();
      await handle.writeFile(bytes).catch(refuse);
    }
    await handle.close();
    await rename(unfinished, file).catch(refuse);
  } catch (error) {
    await handle.close().catch(() => {
    });
    await rm(unfinished, { force: true }).catch(() => {
    });
    throw error;
  }
}
function checkNames(file, tensors) {
  const names = /* @__PURE__ */ new Set([METADATA]);
  for (const { name } of tensors) {
    if (names.has(name)) {
      throw new FormatError({
        code: "NOT_WRITABLE",
        subject: file,
        problem: `cannot hold ${JSON.stringify(name)} ${name === METADATA ? "as a tensor" : "twice"}`,
        cure: "Save the model again with names of its own for all tensors"
      });
    }
    names.add(name);
  }
}
function headerOf(tensors, metadata) {
  const entries = [[METADATA, metadata]];
  let endByte = 0;
  for (const { name, dtype, shape, sizeBytes } of tensors) {
    entries.push([name, { dtype, shape, data_offsets: [endByte, endByte + sizeBytes] }]);
    endByte += sizeBytes;
  }
  const text = `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`).join(",")}}`;
  const json = new TextEncoder().encode(text);
  const length = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
  const header = new Uint8Array(8 + length).fill(32);
  new DataView(header.buffer).setBigUint64(0, BigInt(length), true);
  header.set(json, 8);
  return header;
}
async function refuseInput(file, inputs) {
  const target = await stat(file).catch(() => void 0);
  if (target === void 0) return;
  for (const input of inputs) {
    const source = await stat(input).catch(() => void 0);
    if (source?.dev !== target.dev || source.ino !== target.ino) continue;
    throw new ConfigError({
      code: "OUTPUT_IS_INPUT",
      subject: file,
      problem: "is the model that is read",
      cure: "Name another file to write to"
    });
  }
}

// src/pipeline/smooth-model.ts
async function smoothModel(reference, output, wanted, ports) {
  const settings = {
    ...wanted,
    peft: "off",
    baseModel: "",
    stacked: false,
    intra: false,
    pool: true
  };
  const options = readOptions(settings, ports);
  const located = await ports.locate(reference);
  const files = await onlyModel(located, "one file can hold only one", options);
  const loaded = await loadModel(files, settings, ports);
  try {
    const { model, layers } = loaded;
    assertVectorOrder(layers, "Leave the layer out with exclude, and it stays as it is");
    const layerOf = new Map(layers.map((layer) => [layer.tensor.storageKey, layer]));
    const rows = /* @__PURE__ */ new Map();
    const engine = await createEngine(availableEngine(settings.engine));
    const tensors = model.tensors.map((tensor) => {
      if (!isDtype(tensor.dtype)) throw notWritable(model.name, tensor);
      const layer = layerOf.get(tensor.storageKey);
      const dtype = layer === void 0 || isWritableDtype(tensor.dtype) ? tensor.dtype : "F32";
      const count = elementCount(tensor.shape);
      return {
        name: tensor.name,
        dtype,
        shape: tensor.shape,
        sizeBytes: count * bytesPerElement(dtype),
        bytes: async () => {
          ports.signal?.throwIfAborted();
          if (layer === void 0) return bytesOf(tensor, options);
          const { row, elementAt } = await smoothLayer(layer, settings, ports, options, engine);
          rows.set(layer, row);
          const share = rows.size / layers.length;
          ports.onProgress?.({ model: model.name, layersDone: rows.size, layers: layers.length, share });
          return elementAt === void 0 && dtype === tensor.dtype ? bytesOf(tensor, options) : encode(elementAt ?? await readElements(tensor, options), count, dtype);
        }
      };
    });
    const method = settings.smoothMethod;
    const isTorch = model.tensors.every(({ kernelLayout }) => kernelLayout === "oihw");
    const metadata = { alphagate: `smooth ${method}`, ...isTorch && { format: "pt" } };
    const inputs = [...located.files, ...await shardsOf(files)].map(({ name }) => name);
    await writeSafetensors(output, tensors, metadata, inputs);
    return { model: model.name, output, method, layers: layers.flatMap((layer) => rows.get(layer) ?? []) };
  } finally {
    await loaded.close();
  }
}
async function shardsOf({ index }) {
  if (index === void 0) return [];
  const names = [...new Set(index.shardOf.values())];
  return (await Promise.all(names.map((name) => index.file.sibling(name)))).filter(
    (file) => file !== void 0
  );
}
async function bytesOf(tensor, options) {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes, options);
  return bytes;
}
function encode(elementAt, count, dtype) {
  const size = bytesPerElement(dtype);
  const bytes = new Uint8Array(count * size);
  const write = encoderOf(dtype, new DataView(bytes.buffer));
  for (let index = 0; index < count; index++) write(index * size, elementAt(index));
  return bytes;
}
async function smoothLayer(layer, settings, ports, options, engine) {
  const before = await readMatrices(layer.tensor, layer.matrices, options);
  const { layerId: layer_id, longname, N, M, receptiveField: rf } = layer;
  const where = { layer_id, longname, N, M, rf };
  const norm = normOf(before);
  const unchanged = (remark) => ({
    row: { ...where, kept: null, clipped: null, norm, new_norm: norm, distance: 0, remark },
    elementAt: void 0
  });
  if (!Number.isFinite(norm)) return unchanged("weights that are not finite");
  if (settings.smoothMethod === "sharpness") {
    const { integer } = randomStream(settings.seed, longname, "sharpness");
    const sharpened = before.map((matrix) => sharpenMatrix(matrix, integer, engine));
    const clipped = sharpened.reduce((sum, one) => sum + one.clipped, 0);
    const after = sharpened.map(({ matrix }) => matrix);
    return {
      row: { ...where, kept: null, clipped, ...change(before, after), remark: "" },
      elementAt: gather(layer, after)
    };
  }
  const keep = await keptOf(layer, settings, ports, options);
  if (keep === void 0) return unchanged("no power law to keep the tail of");
  const { matrices, kept } = smoothMatrices(before, keep, engine);
  return {
    row: { ...where, kept, clipped: null, ...change(before, matrices), remark: "" },
    elementAt: gather(layer, matrices)
  };
}
async function keptOf(layer, { smoothMethod, smoothPercent }, ports, options) {
  if (smoothMethod === "detX") return { by: "detX" };
  if (smoothMethod === "svd")
    return { by: "count", count: Math.floor(smoothPercent * layer.eigenvalueCount) };
  const bytes = new Uint8Array(new SharedArrayBuffer(layer.tensor.sizeBytes));
  await layer.tensor.readInto(bytes, options);
  const { num_pl_spikes } = await ports.analyzer.analyze(toTask(layer), bytes);
  return num_pl_spikes === null || num_pl_spikes < 1 ? void 0 : { by: "count", count: num_pl_spikes };
}
function change(before, after) {
  const differences = before.map(({ rows, cols, elements }, index) => {
    const other = after[index].elements;
    return { rows, cols, elements: elements.map((element, at) => other[at] - element) };
  });
  return { norm: normOf(before), new_norm: normOf(after), distance: normOf(differences) };
}
function normOf(matrices) {
  return Math.hypot(...matrices.map(frobeniusNorm));
}
function gather({ matrices, tensor }, smoothed) {
  const elements = new Float64Array(elementCount(tensor.shape));
  for (const [index, { offset, rows, cols, rowStride, colStride }] of matrices.entries()) {
    const matrix = smoothed[index].elements;
    for (let i = 0, at = 0; i < rows; i++)
      for (let j = 0; j < cols; j++, at++) elements[offset + i * rowStride + j * colStride] = matrix[at];
  }
  return (index) => elements[index];
}
function notWritable(modelName, { name, dtype }) {
  return new FormatError({
    code: "NOT_WRITABLE",
    subject: modelName,
    problem: `${quote(name)} has values that safetensors files are not written with here, ${dtype}`,
    cure: "Convert the model to float32, float16 or bfloat16 before"
  });
}
export {
  smoothModel
};
