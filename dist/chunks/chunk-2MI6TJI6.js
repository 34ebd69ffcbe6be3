import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  analyzeModel,
  analyzeReference,
  loadBaseline
} from "./chunk-F2HDQBH3.js";
import {
  matchBaseline
} from "./chunk-3P33FSHE.js";
import {
  locator,
  memoryBytesOf,
  threadsOf
} from "./chunk-NUHIWQ25.js";
import {
  mean
} from "./chunk-WJ3RAWXL.js";
import {
  frobeniusNorm,
  loadModel,
  multiplyAddsOf,
  onlyModel,
  readElements,
  readMatrices,
  readOptions,
  transposed
} from "./chunk-H7ORSOLD.js";
import {
  layerShape
} from "./chunk-2UK5UDTN.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  VERSION
} from "./chunk-ACWPGXX5.js";
import {
  abortTeam,
  admitHelpers,
  availableEngine,
  createTeamMemory,
  releaseHelpers
} from "./chunk-M257ZRI6.js";
import {
  isFloatDtype
} from "./chunk-NLMVWZFG.js";
import {
  fittedAlpha
} from "./chunk-QD66ABUT.js";
import {
  NumericError
} from "./chunk-LSZFXY6A.js";

// src/metrics/distance.ts
var SMALLEST_DIVISOR = 1e-6;
function distanceBetween(method, pairs) {
  if (method === "raw") return Math.hypot(...pairs.map(([a, b]) => differenceNorm(a, b)));
  const each = method === "cka" ? similarity : differenceNorm;
  return pairs.reduce((sum, [a, b]) => sum + each(a, b), 0) / pairs.length;
}
function differenceNorm(a, b) {
  return frobeniusNorm({ ...a, elements: a.elements.map((element, index) => element - b.elements[index]) });
}
function similarity(a, b) {
  const product = Math.sqrt(innerProduct(a, b));
  const divisor = Math.sqrt(Math.sqrt(innerProduct(a, a)) * Math.sqrt(innerProduct(b, b)));
  return product / (divisor < SMALLEST_DIVISOR ? divisor + SMALLEST_DIVISOR : divisor);
}
function innerProduct(a, b) {
  return a.rows < a.cols ? overRows(a, b) : overColumns(a, b);
}
function overRows({ rows, cols, elements: a }, { elements: b }) {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      let [ofA, ofB] = [0, 0];
      for (let k = 0, s = i * cols, t = j * cols; k < cols; k++, s++, t++) {
        ofA += a[s] * a[t];
        ofB += b[s] * b[t];
      }
      sum += (i === j ? 1 : 2) * ofA * ofB;
    }
  }
  return sum;
}
function overColumns({ rows, cols, elements: a }, { elements: b }) {
  let sum = 0;
  const row = new Float64Array(cols);
  for (let i = 0; i < cols; i++) {
    row.fill(0);
    for (let k = 0; k < rows; k++) {
      const factor = a[k * cols + i];
      for (let j = 0; j < cols; j++) row[j] += factor * b[k * cols + j];
    }
    for (const element of row) sum += element * element;
  }
  return sum;
}

// src/report/comparison.ts
var COMPARED_COLUMNS = [
  "alpha",
  "alpha_weighted",
  "log_norm",
  "log_spectral_norm",
  "stable_rank",
  "num_pl_spikes"
];
var UNKNOWN = { delta_W: null, delta_b: null, b_shape: null };
function buildComparison({ base, model, pairs, distances, method }) {
  const before = new Map(base.layers.map((layer) => [rowName(layer), layer]));
  const layers = model.layers.flatMap((layer) => {
    const counterpart = before.get(pairs.get(rowName(layer)) ?? "");
    if (counterpart === void 0) return [];
    const { layer_id, slice_id, longname, N, M, rf, verdict } = layer;
    const columns = Object.fromEntries(
      COMPARED_COLUMNS.map((column) => [
        column,
        column === "alpha" ? changeOf(fittedAlpha(counterpart), fittedAlpha(layer)) : changeOf(counterpart[column], layer[column])
      ])
    );
    return [
      {
        layer_id,
        ...slice_id !== void 0 && { slice_id },
        longname,
        base_longname: counterpart.longname,
        N,
        M,
        rf,
        verdict,
        ...columns,
        ...distances.get(rowName(layer)) ?? UNKNOWN
      }
    ];
  });
  return {
    schemaVersion: 1,
    tool: { ...model.tool, version: VERSION },
    base: base.model,
    model: model.model,
    method,
    summary: {
      verdict: model.summary.verdict,
      passed: model.summary.passed,
      reason: model.summary.reason,
      layers: layers.length,
      alpha: changeOf(base.summary.alpha, model.summary.alpha),
      mean_delta_W: mean(layers.map(({ delta_W }) => delta_W)),
      mean_delta_b: mean(layers.map(({ delta_b }) => delta_b))
    },
    layers,
    unmatched: unmatched(base, model, pairs)
  };
}
function changeOf(base, model) {
  return { base, model, delta: base === null || model === null ? null : model - base };
}
function unmatched(base, model, pairs) {
  const baseShapes = new Map(base.layers.map((layer) => [rowName(layer), layerShape(layer)]));
  const modelNames = new Set(model.layers.map(rowName));
  const taken = new Set(pairs.values());
  const added = model.layers.filter((layer) => !pairs.has(rowName(layer))).map((layer) => {
    const name = rowName(layer);
    const shape = taken.has(name) ? void 0 : baseShapes.get(name);
    const reason = shape === void 0 ? "not in the base" : `${layerShape(layer)}, in the base ${shape}`;
    return { name, reason };
  });
  const removed = base.layers.map(rowName).filter((name) => !taken.has(name) && !(modelNames.has(name) && !pairs.has(name))).map((name) => ({ name, reason: "only in the base" }));
  return [...added, ...removed];
}

// src/pipeline/compare-models.ts
async function compareModels(baseReference, reference, settings, ports) {
  const options = readOptions(settings, ports);
  const locate = async (name) => onlyModel(await ports.locate(name), "a comparison is of one with one", options);
  const [baseFiles, files] = [await locate(baseReference), await locate(reference)];
  const { report: base } = await analyzeModel(baseFiles, settings, ports);
  const { report: model } = await analyzeModel(files, settings, ports, { baseline: { reports: [base] } });
  const matches = matchBaseline(model.layers, base.layers);
  const pairs = new Map([...matches].map(([name, layer]) => [name, rowName(layer)]));
  const distances = await measure(baseFiles, files, pairs, settings, ports);
  return buildComparison({ base, model, pairs, distances, method: settings.distances });
}
async function measure(baseFiles, files, pairs, settings, ports) {
  const base = await loadModel(baseFiles, settings, ports);
  try {
    const model = await loadModel(files, settings, ports);
    try {
      return await measureLayers(base, model, pairs, settings, ports);
    } finally {
      await model.close();
    }
  } finally {
    await base.close();
  }
}
async function measureLayers(base, model, pairs, settings, ports) {
  const options = readOptions(settings, ports);
  const baseLayers = new Map(base.layers.map((layer) => [nameOf(layer), layer]));
  const distances = /* @__PURE__ */ new Map();
  for (const layer of model.layers) {
    ports.signal?.throwIfAborted();
    const before = baseLayers.get(pairs.get(nameOf(layer)) ?? "");
    if (before === void 0) continue;
    const bias = await biasDistance(base.model, before, model.model, layer, options);
    if (layer.tensor.product !== void 0 || before.tensor.product !== void 0) {
      distances.set(nameOf(layer), { delta_W: null, ...bias });
      continue;
    }
    const [a, b] = [await matricesOf(before, options), await matricesOf(layer, options)];
    const matrices = b.map((matrix, index) => [turnedLike(matrix, a[index]), matrix]);
    distances.set(nameOf(layer), { delta_W: distanceBetween(settings.distances, matrices), ...bias });
  }
  return distances;
}
function nameOf({ longname, sliceId }) {
  return rowName({ longname, slice_id: sliceId });
}
async function matricesOf(layer, options) {
  const matrices = await readMatrices(layer.tensor, layer.matrices, options);
  return layer.layerType === "dense" ? matrices : matrices.map((matrix) => matrix.rows < matrix.cols ? transposed(matrix) : matrix);
}
function turnedLike({ rows, cols }, matrix) {
  return matrix.rows === rows && matrix.cols === cols ? matrix : transposed(matrix);
}
async function biasDistance(baseModel, before, model, layer, options) {
  const [a, b] = [biasOf(baseModel, before), biasOf(model, layer)];
  if (a === void 0 || b === void 0 || a.shape[0] !== b.shape[0])
    return { delta_b: null, b_shape: null };
  const [left, right] = [await readElements(a, options), await readElements(b, options)];
  const differences = Array.from({ length: b.shape[0] }, (_, index) => right(index) - left(index));
  return { delta_b: Math.hypot(...differences), b_shape: [...b.shape] };
}
function biasOf({ tensors }, { tensor }) {
  const name = tensor.name.replace(/(?<=^|[./])(?:weight|kernel)(?=(?::0)?$)/, "bias");
  if (name === tensor.name) return void 0;
  return tensors.find((one) => one.name === name && one.shape.length === 1 && isFloatDtype(one.dtype));
}

// src/entry/worker/worker-pool.ts
import { Worker } from "node:worker_threads";
var RETRIES = 1;
var MOST_PREPARED = 4;
var LEAST_SHARED_COST = 3e7;
function workerUrl() {
  return new URL(import.meta.url.endsWith(".ts") ? "./index.ts" : "../worker/index.js", import.meta.url);
}
var WorkerPool = class {
  concurrency;
  #engine;
  #url;
  #idle = [];
  #all = /* @__PURE__ */ new Set();
  #waiting = [];
  #closed = false;
  constructor(engine, concurrency, url = workerUrl()) {
    this.#engine = engine;
    this.concurrency = concurrency;
    this.#url = url;
  }
  /** Starts the first threads, for them to be ready when a model has been opened. */
  prepare() {
    while (this.#all.size < Math.min(this.concurrency, MOST_PREPARED)) this.#idle.push(this.#start());
  }
  async analyze(task, bytes) {
    for (let attempt = 0; ; attempt++) {
      if (this.#closed) throw new Error("the worker threads have been ended");
      const member = await this.#take();
      try {
        member.cost = multiplyAddsOf(task);
        const reply = this.#ask(member, { kind: "analyze", task, bytes });
        this.#shareWork();
        return detailsOf(await reply, task);
      } catch (cause) {
        if (this.#closed || this.#all.has(member)) throw cause;
        if (attempt >= RETRIES) throw workerDied(task, cause);
      } finally {
        member.cost = 0;
        this.#release(member);
        if (this.#all.has(member)) this.#give(member);
      }
    }
  }
  /** Ends all threads, whatever they are doing. */
  async close() {
    this.#closed = true;
    await Promise.all([...this.#all].map(({ worker }) => worker.terminate()));
  }
  async #take() {
    const idle = this.#idle.pop();
    if (idle !== void 0) return idle;
    if (this.#all.size < this.concurrency) return this.#start();
    const free = new Promise((resolve) => this.#waiting.push(resolve));
    for (const { leader } of this.#all) if (leader !== void 0) this.#release(leader);
    return free;
  }
  #give(member) {
    const next = this.#waiting.shift();
    if (next !== void 0) {
      next(member);
      return;
    }
    this.#idle.push(member);
    this.#shareWork();
  }
  #release({ memory }) {
    if (memory !== void 0) releaseHelpers(memory);
  }
  /** Has threads without a layer help those that have the most left to do for each of those that are at it. */
  #shareWork() {
    while (this.#waiting.length === 0 && !this.#closed) {
      const leader = this.#mostBurdened();
      if (leader?.memory === void 0) return;
      const helper = this.#idle.pop() ?? (this.#all.size < this.concurrency ? this.#start() : void 0);
      if (helper === void 0) return;
      helper.leader = leader;
      admitHelpers(leader.memory);
      void this.#assist(helper, leader.memory);
    }
  }
  #mostBurdened() {
    const burdenOf = (member) => member.cost / (1 + [...this.#all].filter(({ leader }) => leader === member).length);
    return [...this.#all].filter(({ cost }) => cost >= LEAST_SHARED_COST).sort((a, b) => burdenOf(b) - burdenOf(a))[0];
  }
  async #assist(helper, memory) {
    try {
      await this.#ask(helper, { kind: "assist", memory });
      helper.leader = void 0;
      this.#give(helper);
    } catch {
    }
  }
  #ask(member, request) {
    return new Promise((resolve, reject) => {
      member.settle = { resolve, reject };
      member.worker.postMessage(request);
    });
  }
  #start() {
    const memory = this.#engine === "wasm" ? createTeamMemory() : void 0;
    const data = { engine: this.#engine, memory };
    const worker = new Worker(this.#url, { workerData: data });
    const member = {
      ...{ worker, memory, cost: 0, leader: void 0, crash: void 0, settle: void 0 }
    };
    this.#all.add(member);
    worker.on("message", (reply) => member.settle?.resolve(reply));
    worker.once("error", (error) => {
      member.crash = error;
    });
    worker.once("exit", (exitCode) => this.#bury(member, exitCode));
    return member;
  }
  #remove(member) {
    this.#all.delete(member);
    const at = this.#idle.indexOf(member);
    if (at >= 0) this.#idle.splice(at, 1);
    if (member.memory !== void 0) abortTeam(member.memory);
  }
  /** A leader that has lost a helper may wait for it in vain, and is replaced as well. */
  #bury(member, exitCode) {
    this.#remove(member);
    const cause = member.crash ?? new Error(`the worker thread ended with code ${exitCode}`);
    const { leader } = member;
    if (leader !== void 0 && this.#all.has(leader)) {
      this.#remove(leader);
      leader.crash ??= cause;
      void leader.worker.terminate();
    }
    member.settle?.reject(cause);
    const next = this.#closed ? void 0 : this.#waiting.shift();
    if (next !== void 0) next(this.#start());
  }
};
function detailsOf(reply, task) {
  if (reply.kind === "details") return reply.details;
  if (reply.kind === "assisted") throw new Error("a layer was answered as if it had been help");
  throw new NumericError({
    code: reply.code,
    subject: `layer ${JSON.stringify(task.longname)}`,
    problem: reply.problem,
    ...reply.cure !== void 0 && { cure: reply.cure }
  });
}
function workerDied(task, cause) {
  return new NumericError({
    code: "WORKER_DIED",
    subject: `layer ${JSON.stringify(task.longname)}`,
    problem: `the thread that analysed it died ${RETRIES + 1} times: ${cause instanceof Error ? cause.message : String(cause)}`,
    cure: "It may need more memory than there is: exclude the layer, or use a larger machine",
    cause
  });
}

// src/entry/analyze.ts
async function analyzeReferences(references, wanted, options = {}) {
  const { curves } = options;
  return withPorts(wanted, options, async (ports, settings) => {
    const baseline = settings.baseline === "" || settings.shard !== null ? void 0 : await loadBaseline(
      settings.baseline,
      ports.locate,
      async (reference) => (await analyzeReference(reference, settings, ports, { curves })).map(reportOf)
    );
    const outcomes = [];
    for (const reference of references) {
      const context = { baseline, commit: options.commit, curves };
      outcomes.push(...await analyzeReference(reference, settings, ports, context));
    }
    return outcomes;
  });
}
function compareReferences(base, model, wanted, options = {}) {
  return withPorts(wanted, options, (ports, settings) => compareModels(base, model, settings, ports));
}
async function smoothReference(model, output, wanted, options = {}) {
  const { smoothModel } = await import("./smooth-model-BKB6WX4O.js");
  return withPorts(wanted, options, (ports, settings) => smoothModel(model, output, settings, ports));
}
async function withPorts(wanted, { signal, onProgress, onCacheUse, locate }, use) {
  signal?.throwIfAborted();
  const settings = { ...wanted, engine: availableEngine(wanted.engine) };
  const pool = new WorkerPool(settings.engine, threadsOf(settings));
  const end = () => void pool.close();
  signal?.addEventListener("abort", end, { once: true });
  try {
    const cached = settings.cache === "" ? void 0 : await openCache(pool, settings);
    const ports = {
      locate: locate ?? locator(settings, signal),
      analyzer: cached ?? pool,
      memoryBytes: memoryBytesOf(settings),
      signal,
      ...onProgress !== void 0 && { onProgress }
    };
    const result = await use(ports, settings);
    const cacheUse = await cached?.finish();
    if (cacheUse !== void 0) onCacheUse?.(cacheUse);
    return result;
  } finally {
    signal?.removeEventListener("abort", end);
    await pool.close();
  }
}
async function openCache(pool, { cache, engine }) {
  const { openCachedAnalyzer } = await import("./open-cached-analyzer-PZTQ2SHR.js");
  return openCachedAnalyzer(pool, cache, engine, workerUrl());
}
async function analyzeBaseline(reference, settings, signal) {
  const alone = { ...settings, baseline: "" };
  return (await analyzeReferences([reference], alone, signal === void 0 ? {} : { signal })).map(reportOf);
}
function reportOf(outcome) {
  if (outcome.kind === "error") throw outcome.error;
  return outcome.report;
}

export {
  analyzeReferences,
  compareReferences,
  smoothReference,
  analyzeBaseline
};
