import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  matchBaseline
} from "./chunk-FRDFQF3N.js";
import {
  MODE_COLUMNS,
  connectionOf,
  findSubject,
  stringWidth,
  writeDocument
} from "./chunk-IW4YMXQU.js";
import {
  compilePatterns,
  frobeniusNorm,
  groupModels,
  loadModel,
  openArchives,
  readElements,
  readMatrices,
  readOptions,
  transposed
} from "./chunk-M3B4Q7OZ.js";
import {
  DIAGNOSES,
  DIAGNOSIS_NAMES,
  formatAlpha,
  formatNumber,
  settingsDifference
} from "./chunk-6G56XBBR.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  retrying
} from "./chunk-ELEVDV2S.js";
import {
  baseName,
  isPlainFileName
} from "./chunk-UUWMMJVQ.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import {
  readBytes,
  requireWithin
} from "./chunk-R7YQPSEN.js";
import {
  CONFIG_FILE_NAME,
  noReport,
  parseConfig,
  workspacePath
} from "./chunk-KCCIN4T2.js";
import {
  plainText,
  shorten
} from "./chunk-XLCYYEDR.js";
import {
  VERSION,
  _enum,
  array,
  boolean,
  completeSettings,
  int,
  layerSettings,
  literal,
  number,
  object,
  prettifyError,
  record,
  strictObject,
  string,
  toConfig,
  union,
  unknown
} from "./chunk-KLBLCQJ6.js";
import {
  parseReference,
  printableReference
} from "./chunk-5G763DQE.js";
import {
  compileGlob,
  isGlob,
  toGlobPattern
} from "./chunk-ET7JD5AR.js";
import {
  abortTeam,
  admitHelpers,
  availableEngine,
  createTeamMemory,
  mostSpectrumBytes,
  releaseHelpers,
  spectrumBytes,
  workspaceBytes
} from "./chunk-OUIZABPZ.js";
import {
  EVERY_WEIGHT_SAME,
  EVERY_WEIGHT_ZERO,
  SUCCESS,
  failed,
  isFloatDtype,
  isNotFinite,
  modesAmong,
  notFinite,
  statusReason,
  toTask,
  warningOf
} from "./chunk-NASQQVIH.js";
import {
  MAX_CURVE_POINTS,
  MAX_FILES,
  MAX_HASHED_BYTES,
  MAX_REPORTED_LAYERS,
  MAX_REPORTED_MODELS,
  MAX_REPORT_BYTES,
  MAX_TENSOR_NAME_LENGTH,
  MAX_UNTRUSTED_REPORT_BYTES
} from "./chunk-ZG5FSNPM.js";
import {
  AlphagateError,
  ConfigError,
  FormatError,
  NumericError,
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/entry/exit-code.ts
var EXIT = {
  pass: 0,
  gateFailed: 1,
  usage: 2,
  unreadable: 3,
  interrupted: 130
};
function exitCodeOf(outcome) {
  if (outcome.kind === "report") return outcome.report.summary.passed ? EXIT.pass : EXIT.gateFailed;
  return outcome.error instanceof ConfigError ? EXIT.usage : EXIT.unreadable;
}
function worstExitCode(outcomes) {
  const codes = outcomes.map(exitCodeOf);
  const order = [EXIT.usage, EXIT.unreadable, EXIT.gateFailed];
  return order.find((code) => codes.includes(code)) ?? EXIT.pass;
}

// src/entry/action/base-gate.ts
import { tmpdir } from "node:os";
import path from "node:path";

// src/publish/repository-file.ts
async function readRepositoryFile(octokit, { owner, repo }, path2, ref, wait) {
  const refuse = (problem, cause) => new ConfigError({
    code: "BASE_UNREADABLE",
    subject: `${path2} at ${ref.slice(0, 7)}`,
    problem,
    cure: 'Give the job "permissions: { contents: read }", and keep files over 1 MB in S3',
    cause
  });
  try {
    const { data } = await retrying(() => octokit.rest.repos.getContent({ owner, repo, path: path2, ref }), wait);
    if (Array.isArray(data) || data.type !== "file" || !("content" in data)) return void 0;
    if (data.encoding !== "base64") throw refuse(`GitHub does not show a file of ${data.size} bytes`);
    return Buffer.from(data.content, "base64").toString("utf8");
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const { status, message } = cause;
    if (status === 404) return void 0;
    throw refuse(
      `GitHub does not show what this pull request is judged by (${message?.split("\n")[0]})`,
      cause
    );
  }
}

// src/entry/action/base-gate.ts
async function decideGate(inputs, subject, env, connection) {
  const own = withBaseSha(completeSettings(inputs.fromFile, inputs.overrides), subject);
  const { repository: repository2, gateSha } = subject;
  const configFile = workspacePath(inputs.configFile ?? CONFIG_FILE_NAME);
  if (own.mode === "analyze" || repository2 === void 0 || gateSha === void 0 || configFile === void 0)
    return { settings: own, proposed: [] };
  const octokit = await connection();
  if (octokit === void 0) return { settings: own, proposed: [] };
  const base = { ...repository2, sha: gateSha };
  let fromBase;
  try {
    const text = await readRepositoryFile(octokit, base, configFile, base.sha);
    fromBase = text === void 0 ? {} : parseConfig(text, `${configFile} at ${base.sha.slice(0, 7)}`);
  } catch (error) {
    const unreadable = error instanceof ConfigError && error.code === "BASE_UNREADABLE";
    if (unreadable && isCheckedOut(own, subject) && Object.keys(inputs.fromFile).length === 0)
      return { settings: own, proposed: [] };
    throw error;
  }
  const settings = withBaseSha(completeSettings(fromBase, inputs.overrides), subject);
  return {
    settings: { ...settings, baseline: await baselineOf(settings.baseline, octokit, base, env) },
    // The workspace of a run that takes over a report is not the pull request's.
    proposed: own.mode === "publish" ? [] : settingsDifference(fromBase, inputs.fromFile)
  };
}
function isCheckedOut({ mode }, { source }) {
  return mode === "check" && source === void 0;
}
function withBaseSha(settings, { baseSha }) {
  return baseSha === void 0 ? settings : { ...settings, baseline: settings.baseline.replaceAll("{base-sha}", baseSha) };
}
async function baselineOf(reference, octokit, base, env) {
  const file = reference.endsWith(".json") && !reference.includes("://") ? workspacePath(reference) : void 0;
  if (file === void 0) return reference;
  const copy = path.join(env["RUNNER_TEMP"] ?? tmpdir(), `alphagate-base-${process.pid}`, file);
  const text = await readRepositoryFile(octokit, base, file, base.sha);
  if (text !== void 0) await writeDocument(copy, text);
  return copy;
}

// src/entry/action/event.ts
import { readFile } from "node:fs/promises";

// src/publish/event.ts
var number2 = int().positive();
var sha = string().regex(/^[0-9a-f]{40,64}$/);
var repository = object({ full_name: string().max(200) });
var branch = object({ sha, repo: repository.nullable().optional().catch(void 0) });
var eventSchema = object({
  pull_request: object({ number: number2, base: branch.optional().catch(void 0), head: branch.optional().catch(void 0) }).optional().catch(void 0),
  /** Of a push, the commit that the branch was at. */
  before: sha.optional().catch(void 0),
  /** Pull requests are issues too, and say so. */
  issue: object({ number: number2, pull_request: unknown().optional() }).optional().catch(void 0),
  /** Commits of a merge queue that are tried out together. */
  merge_group: object({ head_sha: sha, base_sha: sha }).optional().catch(void 0),
  /** The run that has ended. */
  workflow_run: object({
    id: number2,
    run_attempt: number2.optional().catch(void 0),
    head_sha: sha,
    head_branch: string().max(1e3).nullable().optional().catch(void 0),
    head_repository: repository.nullable().optional().catch(void 0)
  }).optional().catch(void 0)
});
function parseEvent(text) {
  try {
    return eventSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

// src/entry/action/event.ts
async function readEvent(env) {
  try {
    return parseEvent(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    return {};
  }
}

// src/report/merge-shards.ts
function mergeShards(reports) {
  const models = /* @__PURE__ */ new Map();
  for (const named of reports) {
    const { source } = named.report.model;
    models.set(source, [...models.get(source) ?? [], named]);
  }
  return [...models.values()].map(mergeModel);
}
function mergeModel(parts) {
  const [first, ...others] = parts;
  const { shard } = first.report;
  if (shard === void 0) {
    if (others.length > 0) throw overlap(first, others[0], `both hold the whole of`);
    return first.report;
  }
  for (const other of others) requireSameRun(first, other);
  requireEveryPart(parts, shard.count);
  const owners = /* @__PURE__ */ new Map();
  for (const part of parts) {
    for (const layer2 of part.report.layers) {
      const row = `${layer2.layer_id} ${layer2.slice_id ?? ""}`;
      const owner = owners.get(row);
      if (owner !== void 0)
        throw overlap(owner, part, `both hold the layer ${JSON.stringify(rowName(layer2))} of`);
      owners.set(row, part);
    }
  }
  if (owners.size !== shard.layers) {
    throw new ConfigError({
      code: "REPORTS_MISSING",
      subject: first.report.model.source,
      problem: `its parts hold ${owners.size} layers together, and the model has ${shard.layers}`,
      cure: "Analyse all its parts again with the same version and the same settings"
    });
  }
  const { shard: _part, ...whole } = first.report;
  return {
    ...whole,
    layers: parts.flatMap(({ report }) => report.layers).sort((a, b) => a.layer_id - b.layer_id || (a.slice_id ?? 0) - (b.slice_id ?? 0)),
    // They ran side by side.
    timing: { total_ms: Math.max(...parts.map(({ report }) => report.timing.total_ms)) }
  };
}
function requireSameRun(first, other) {
  const facts = ({ report }) => ({
    "the number of parts": `${report.shard?.count}`,
    "the number of layers": `${report.shard?.layers}`,
    "the content of the model": report.model.identity,
    "the base model": report.base_model?.identity ?? "",
    "the commit": report.commit ?? "",
    "the version of alphagate": report.tool.version,
    "the engine": report.tool.engine,
    "the settings": JSON.stringify(report.settings),
    "what was skipped": JSON.stringify(report.skipped)
  });
  const [a, b] = [facts(first), facts(other)];
  const different = Object.keys(a).find((fact) => a[fact] !== b[fact]);
  if (different === void 0) return;
  throw new ConfigError({
    code: "REPORTS_DISAGREE",
    subject: first.report.model.source,
    problem: `${first.name} and ${other.name} differ in ${different}, so they are not parts of one analysis`,
    cure: "Analyse all its parts in one run of the workflow, with the same inputs, and merge only those"
  });
}
function requireEveryPart(parts, count2) {
  const byIndex = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const index = part.report.shard.index;
    const twin = byIndex.get(index);
    if (twin !== void 0) throw overlap(twin, part, `both hold part ${index} of ${count2} of`);
    byIndex.set(index, part);
  }
  const missing2 = Array.from({ length: count2 }, (_, index) => index + 1).filter(
    (index) => !byIndex.has(index)
  );
  if (missing2.length === 0) return;
  throw new ConfigError({
    code: "REPORTS_MISSING",
    subject: parts[0].report.model.source,
    problem: `of its ${count2} parts there is no report of ${missing2.slice(0, 10).join(", ")}${missing2.length > 10 ? ` and ${missing2.length - 10} more` : ""}`,
    cure: "See whether those jobs have failed, and name the reports of all of them",
    details: { missing: missing2 }
  });
}
function overlap(a, b, what) {
  return new ConfigError({
    code: "REPORTS_OVERLAP",
    subject: `${a.name} and ${b.name}`,
    problem: `${what} ${a.report.model.source}`,
    cure: "Name each report once, and give each job of the matrix a shard of its own"
  });
}

// src/report/untrusted.ts
function takeOverNumbers(report, subject, origin) {
  const { model, base_model, tool, layers, settings, skipped, timing, summary } = report;
  const refuse = (problem) => new FormatError({
    code: "NOT_CREDIBLE",
    subject,
    problem,
    cure: "Make it with alphagate, in mode analyze, and change nothing in it"
  });
  if (report.shard !== void 0) throw refuse("holds only a part of a model. Merge all parts first");
  if (layers.length === 0) throw refuse("holds no layer");
  if (layers.length > MAX_REPORTED_LAYERS) throw refuse(`holds more than ${MAX_REPORTED_LAYERS} layers`);
  if (new Set(layers.map(({ layer_id, slice_id }) => `${layer_id} ${slice_id}`)).size < layers.length)
    throw refuse("has two layers of one layer_id");
  if (new Set(layers.map(rowName)).size < layers.length) throw refuse("has two layers of one name");
  const { source = "", identity = "" } = base_model ?? {};
  const names = [
    model.source,
    model.identity,
    model.format,
    source,
    identity,
    ...skipped.map(({ name }) => name)
  ];
  if ([...names, ...layers.map(({ longname }) => longname)].some((name) => name.length > MAX_TENSOR_NAME_LENGTH))
    throw refuse(`has a name of more than ${MAX_TENSOR_NAME_LENGTH} characters`);
  for (const layer2 of layers) {
    const problem = contradictionIn(layer2, isLiteral(settings));
    if (problem !== void 0) throw refuse(`says of the layer ${JSON.stringify(layer2.longname)} ${problem}`);
  }
  return {
    schemaVersion: report.schemaVersion,
    tool,
    model,
    ...base_model !== void 0 && { base_model },
    settings,
    summary,
    layers: layers.map(withoutWords),
    skipped: skipped.map(({ name }) => ({ name, reason: "skipped by the run that computed the numbers" })),
    ...origin.commit !== void 0 && { commit: origin.commit },
    ...!origin.trusted && { untrusted_run: origin.run },
    timing
  };
}
function isLiteral(settings) {
  const analysis = settings["analysis"];
  return analysis?.compat === "weightwatcher";
}
function contradictionIn(layer2, literal2) {
  const { N, M, rf, num_evals, alpha, sigma, D, xmin, xmax, matrix_rank } = layer2;
  if (literal2 ? M < 1 || N < 1 : M < 2 || N < M) return `that its sides are ${N} and ${M}`;
  if (rf < 1 || num_evals < 1 || num_evals > M * rf)
    return `that it has ${num_evals} eigenvalues, and its matrices ${M * rf}`;
  if (alpha === null !== (sigma === null))
    return "an alpha without its standard error, or the other way round";
  if (alpha !== null && alpha <= 1) return `that alpha is ${alpha}, and no power law's is 1 or less`;
  if (sigma !== null && sigma < 0 && !literal2) return `that sigma is ${sigma}`;
  if (D !== null && (D < 0 || D > 1)) return `that the distance D is ${D}`;
  if (xmin !== null && xmax !== null && xmin > xmax) return "that xmin is above xmax";
  if (matrix_rank !== null && matrix_rank > num_evals) return `a rank of ${matrix_rank}`;
  return void 0;
}
function withoutWords(layer2) {
  const { longname, alpha, status } = layer2;
  return {
    ...layer2,
    name: longname,
    status: statusOf(status, alpha),
    warning: alpha === null ? "" : warningOf(alpha),
    trust_reasons: [],
    verdict: "inconclusive",
    reasons: ["not judged yet"],
    threshold: 0,
    delta: null
  };
}
function statusOf(status, alpha) {
  if (isNotFinite(status))
    return notFinite("weights that are not numbers, as the run that computed them says");
  return alpha === null ? failed("no alpha, as the run that computed the numbers says") : SUCCESS;
}

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

// src/layers/cost.ts
function multiplyAddsOf({ matrices }) {
  const { rows, cols } = matrices[0];
  const M = Math.min(rows, cols);
  return matrices.length * M * M * (Math.max(rows, cols) / 2 + 2 / 3 * M);
}

// src/memory-budget.ts
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

// src/analyze-layers.ts
function layerBytes({ tensor, matrices, dtype }, engine) {
  const { rows, cols } = matrices[0];
  return tensor.sizeBytes + spectrumBytes(engine, rows, cols, dtype);
}
function assertFit(layers, engine, memoryBytes) {
  const most = mostSpectrumBytes(engine);
  for (const layer2 of layers) {
    const { rows, cols } = layer2.matrices[0];
    const spectrum = spectrumBytes(engine, rows, cols, layer2.dtype);
    if (spectrum > most) {
      throw tooLarge(layer2, spectrum, most, {
        problem: `the spectrum of its ${rows} \xD7 ${cols} elements takes ${spectrum} bytes of memory, and the engine has ${most}`,
        cure: "Leave the layer out with exclude or max_N"
      });
    }
    const needed = layerBytes(layer2, engine);
    if (needed > memoryBytes) {
      throw tooLarge(layer2, needed, memoryBytes, {
        problem: `its analysis takes ${needed} bytes of memory, and ${memoryBytes} are allowed`,
        cure: "Allow more with memory-bytes if the machine has more, or leave the layer out with exclude"
      });
    }
  }
}
async function analyzeLayers(layers, { analyzer, engine, memoryBytes, signal, assessmentOf: assessmentOf2, modes, curvePoints, onLayer }) {
  const budget = new MemoryBudget(memoryBytes);
  const details = new Array(layers.length);
  const queue = readings(layers, engine).sort((a, b) => b.cost - a.cost);
  const totalCost = queue.reduce((sum, { cost }) => sum + cost, 0);
  let doneCost = 0;
  let layersDone = 0;
  let failed2 = false;
  const analyze = async ({ tensor, rows, cost, neededBytes }) => {
    await budget.take(neededBytes);
    try {
      signal?.throwIfAborted();
      if (failed2) return;
      const bytes = allocateShared(tensor);
      await tensor.readInto(bytes, { signal });
      for (const { layer: layer2, index } of rows) {
        const task = toTask(layer2, { assess: assessmentOf2(layer2.name), modes, curvePoints });
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
    for (let next = queue.shift(); next !== void 0 && !failed2; next = queue.shift()) await analyze(next);
  };
  const workers = Array.from(
    { length: Math.min(analyzer.concurrency + 1, layers.length) },
    () => work().catch((error) => {
      failed2 = true;
      throw error;
    })
  );
  await Promise.all(workers);
  return details;
}
function readings(layers, engine) {
  const rowsOf = /* @__PURE__ */ new Map();
  for (const [index, layer2] of layers.entries()) {
    const rows = rowsOf.get(layer2.tensor);
    if (rows === void 0) rowsOf.set(layer2.tensor, [{ layer: layer2, index }]);
    else rows.push({ layer: layer2, index });
  }
  return [...rowsOf].map(([tensor, rows]) => ({
    tensor,
    rows,
    cost: rows.reduce((sum, { layer: layer2 }) => sum + multiplyAddsOf(layer2), 0),
    neededBytes: rows.reduce((most, { layer: layer2 }) => Math.max(most, layerBytes(layer2, engine)), 0)
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
function tooLarge({ name }, neededBytes, maxBytes, parts) {
  return new NumericError({
    code: "TOO_LARGE",
    subject: `layer ${JSON.stringify(name)}`,
    details: { neededBytes, ...maxBytes !== void 0 && { maxBytes } },
    ...parts
  });
}

// src/layers/shard.ts
function layersOfPart(layers, part) {
  if (part === null) return layers;
  const costs = new Array(part.count).fill(0);
  const taken = /* @__PURE__ */ new Set();
  const byCost = layers.map((layer2) => ({ layer: layer2, cost: multiplyAddsOf(layer2) })).sort((a, b) => b.cost - a.cost);
  for (const { layer: layer2, cost } of byCost) {
    const least = costs.indexOf(Math.min(...costs));
    costs[least] += cost;
    if (least === part.index - 1) taken.add(layer2);
  }
  return layers.filter((layer2) => taken.has(layer2));
}

// src/report/report.ts
var SCHEMA_VERSION = 1;
var verdict = _enum(["pass", "warn", "fail", "inconclusive"]);
var number3 = number().nullable();
var count = int().nonnegative();
var modeColumns = Object.fromEntries(MODE_COLUMNS.map((column) => [column, number3.optional()]));
var curve = array(number()).max(MAX_CURVE_POINTS);
var exponent = number().min(-324).max(309);
var counts = array(count).min(1).max(MAX_CURVE_POINTS);
var curves = strictObject({
  log_bins: strictObject({ from: exponent, to: exponent, counts }),
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
  alpha: number3,
  D: number3,
  sigma: number3,
  xmin: number3,
  xmax: number3,
  num_pl_spikes: count.nullable(),
  lambda_max: number3,
  sv_max: number3,
  sv_min: number3,
  rank_loss: count.nullable(),
  weak_rank_loss: count.nullable(),
  norm: number3,
  log_norm: number3,
  spectral_norm: number3,
  log_spectral_norm: number3,
  alpha_weighted: number3,
  log_alpha_norm: number3,
  stable_rank: number3,
  matrix_rank: count.nullable(),
  entropy: number3,
  ...modeColumns,
  p_value: number3,
  trust: _enum(["none", "low", "medium", "high"]).nullable(),
  trust_reasons: array(string()),
  numerical_rank: count.nullable(),
  outliers: count.nullable(),
  alpha_without_outliers: number3,
  correlation_traps: count.nullable(),
  warning: _enum(["", "over-trained", "under-trained"]),
  status: string(),
  verdict,
  reasons: array(string()).min(1),
  threshold: number(),
  delta: number3,
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
    min_alpha: number3,
    min_alpha_layer: string().nullable(),
    /** WeightWatcher's summary: means over the layers that have the value. */
    alpha: number3,
    alpha_weighted: number3,
    log_norm: number3,
    log_alpha_norm: number3,
    log_spectral_norm: number3,
    stable_rank: number3,
    mp_softrank: number3
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

// src/report/parse-report.ts
function parseReports(text, subject) {
  const value = parse(text, subject);
  if (!Array.isArray(value)) return [check(value, subject)];
  if (value.length > MAX_REPORTED_MODELS)
    throw notAReport(subject, `it holds ${value.length} models, more than ${MAX_REPORTED_MODELS}`);
  return value.map((report) => check(report, subject));
}
function parse(text, subject) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notAReport(subject, "it is not JSON", cause);
  }
}
function check(value, subject) {
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw notAReport(subject, prettifyError(parsed.error).split("\n").slice(0, 2).join(" "), parsed.error);
}
function notAReport(subject, problem, cause) {
  return new FormatError({
    code: "NOT_A_REPORT",
    subject,
    problem: `is not a report of this version of alphagate: ${problem}`,
    cure: "Make it again with alphagate analyze --format json",
    cause
  });
}

// src/load-baseline.ts
var REPORT_FILE = "report.json";
var NOTHING_THERE = /* @__PURE__ */ new Set([
  "NOT_FOUND",
  "NOTHING_FOUND",
  "ARTIFACT_NOT_FOUND",
  "ARTIFACT_EXPIRED"
]);
async function loadBaseline(reference, locate2, analyze) {
  let report;
  try {
    report = await findReport(await locate2(reference));
  } catch (error) {
    if (!(error instanceof AlphagateError) || !NOTHING_THERE.has(error.code)) throw error;
    return { source: printableReference(reference), missing: error.problem };
  }
  if (report !== void 0) return { reports: await readReports(report) };
  return { reports: await analyze(reference) };
}
async function findReport(located) {
  const [file] = located.files;
  if (located.files.length > 1 || file === void 0) return void 0;
  if (!file.path.endsWith(".zip")) return isReport(file) ? file : void 0;
  const files = (await openArchives(located)).flatMap((part) => part.files);
  const [only] = files;
  if (files.length === 1 && only !== void 0 && isReport(only)) return only;
  return files.find(({ path: path2 }) => baseName(path2) === REPORT_FILE);
}
function reportFor(modelName, reports) {
  return reports.length === 1 ? reports[0] : reports.find(({ model }) => baseName(model.source) === baseName(modelName));
}
function isReport({ path: path2 }) {
  return path2.endsWith(".json") && !path2.endsWith(".index.json");
}
async function readReports(file, mostBytes = MAX_REPORT_BYTES) {
  if (file.sizeBytes > mostBytes) {
    throw new FormatError({
      code: "NOT_A_REPORT",
      subject: file.name,
      problem: `has ${file.sizeBytes} bytes, more than the ${mostBytes} of any report`,
      cure: "Name a report that alphagate analyze --format json wrote"
    });
  }
  const source = await file.open();
  try {
    return parseReports(new TextDecoder().decode(await readBytes(source, 0, source.sizeBytes)), file.name);
  } finally {
    await source.close();
  }
}

// src/report/build-report.ts
function buildReport(parts) {
  const { model, settings, verdict: verdict2, skipped, baseModel, baseline, commit, shard, untrustedRun, totalMs } = parts;
  const layers = verdict2.layers.map((layer2) => ({
    ...layer2,
    reasons: [...layer2.reasons],
    trust_reasons: [...layer2.trust_reasons],
    diagnosis: [...layer2.diagnosis]
  }));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "alphagate", version: VERSION, engine: settings.engine },
    model,
    ...baseModel !== void 0 && { base_model: baseModel },
    settings: toConfig(settings),
    summary: {
      verdict: verdict2.verdict,
      passed: verdict2.passed,
      reason: verdict2.reason,
      counts: {
        layers: layers.length,
        ...countVerdicts(verdict2.layers),
        skipped: skipped.length
      },
      ...smallestAlpha(verdict2.layers),
      alpha: mean(layers, "alpha"),
      alpha_weighted: mean(layers, "alpha_weighted"),
      log_norm: mean(layers, "log_norm"),
      log_alpha_norm: mean(layers, "log_alpha_norm"),
      log_spectral_norm: mean(layers, "log_spectral_norm"),
      stable_rank: mean(layers, "stable_rank"),
      mp_softrank: mean(layers, "mp_softrank")
    },
    layers,
    skipped: skipped.map((tensor) => ({ ...tensor })),
    ...baseline !== void 0 && { baseline },
    ...commit !== void 0 && { commit },
    ...shard !== void 0 && { shard },
    ...untrustedRun !== void 0 && { untrusted_run: untrustedRun },
    timing: { total_ms: Math.round(totalMs) }
  };
}
function countVerdicts(layers) {
  const counts2 = { pass: 0, warn: 0, fail: 0, inconclusive: 0 };
  for (const layer2 of layers) counts2[layer2.verdict]++;
  return counts2;
}
function smallestAlpha(layers) {
  let smallest;
  for (const layer2 of layers) {
    const { alpha } = layer2;
    if (alpha !== null && (smallest === void 0 || alpha < smallest.alpha))
      smallest = { alpha, name: rowName(layer2) };
  }
  return { min_alpha: smallest?.alpha ?? null, min_alpha_layer: smallest?.name ?? null };
}
function mean(layers, column) {
  const values = layers.map((layer2) => layer2[column] ?? null).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
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

// src/report/description.ts
var ASSUMED_MULTIPLY_ADDS_PER_SECOND = 5e9;
function describeModel(model, { layers, skipped }) {
  const { name, format, sizeBytes } = model;
  return { model: { source: name, format, bytes: sizeBytes }, layers: layers.map(describeLayer), skipped };
}
function describeLayer(layer2) {
  const { rows, cols } = layer2.matrices[0];
  return {
    layer_id: layer2.layerId,
    name: layer2.name,
    ...layer2.sliceId !== void 0 && { slice_id: layer2.sliceId },
    longname: layer2.name,
    layer_type: layer2.layerType,
    N: layer2.N,
    M: layer2.M,
    Q: layer2.N / layer2.M,
    rf: layer2.receptiveField,
    num_evals: layer2.eigenvalueCount,
    dtype: layer2.dtype,
    memory_bytes: layer2.tensor.sizeBytes + workspaceBytes(rows, cols, layer2.dtype),
    estimated_seconds: Number((multiplyAddsOf(layer2) / ASSUMED_MULTIPLY_ADDS_PER_SECOND).toPrecision(2))
  };
}
function renderDescriptions(descriptions, threads) {
  return `${descriptions.map((description) => renderDescription(description, threads)).join("\n\n")}
`;
}
function renderDescription({ model, layers, skipped }, threads) {
  const rows = layers.map((layer2) => [
    shorten(plainText(rowName(layer2)), 60),
    layer2.layer_type,
    layer2.dtype,
    `${layer2.N}\xD7${layer2.M}${layer2.rf > 1 && layer2.slice_id === void 0 ? `, ${layer2.rf} times` : ""}`,
    String(layer2.num_evals),
    megabytes(layer2.memory_bytes),
    layer2.estimated_seconds < 0.1 ? "<0.1" : layer2.estimated_seconds.toFixed(1)
  ]);
  const table = [["layer", "type", "dtype", "N\xD7M", "evals", "memory", "seconds"], ...rows];
  const lines = alignColumns(table, 4);
  const seconds = layers.reduce((sum, layer2) => sum + layer2.estimated_seconds, 0) / threads;
  const largest = layers.map(({ memory_bytes }) => memory_bytes).sort((a, b) => b - a).slice(0, threads + 1).reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${plainText(model.source)} (${model.format}, ${megabytes(model.bytes)})`,
    "",
    ...layers.length === 0 ? ["no layer to analyse"] : lines,
    "",
    `${layers.length} layers, ${skipped.length} tensors skipped; about ${(seconds / 60).toFixed(1)} minutes and ${megabytes(largest)} of memory with ${threads} thread${threads === 1 ? "" : "s"}`
  ].join("\n");
}
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

// src/verdict/diagnose.ts
var COLLAPSED_BELOW = 1 / 2;
var SAME = 1e-9;
function diagnose(layer2, circumstances) {
  if (isNotFinite(layer2.status)) return [{ name: "not-finite" }];
  if (statusReason(layer2.status) === EVERY_WEIGHT_ZERO) return [{ name: "zero" }];
  if (statusReason(layer2.status) === EVERY_WEIGHT_SAME) return [{ name: "constant" }];
  const finger = fingerOf(layer2, circumstances);
  return [
    rankCollapseOf(layer2),
    finger === void 0 ? overTraining(layer2, circumstances) : void 0,
    correlationTrapOf(layer2),
    finger,
    finger === void 0 ? underTraining(layer2, circumstances) : void 0,
    duplicateOf(circumstances)
  ].filter((diagnosis) => diagnosis !== void 0);
}
function rankCollapseOf({ numerical_rank: rank, num_evals: full }) {
  if (rank === null || rank >= full * COLLAPSED_BELOW) return void 0;
  return { name: "rank-collapse", finding: `its rank is ${rank} of ${full}` };
}
function overTraining({ alpha, sigma, warning, trust }, { verdict: verdict2, minAlpha, confidence }) {
  if (warning !== "over-trained" || alpha === null || sigma === null) return void 0;
  if (verdict2 === "inconclusive" || trust === "none") return void 0;
  return alpha + confidence * sigma < minAlpha ? { name: "over-trained" } : void 0;
}
function correlationTrapOf({ correlation_traps: traps }) {
  if (traps === null || traps === 0) return void 0;
  const what = traps === 1 ? "an eigenvalue stands" : `${traps} eigenvalues stand`;
  return { name: "correlation-trap", finding: `${what} out even with the weights in random order` };
}
function isFinger({ alpha, alpha_without_outliers: without }, { minAlpha, maxAlpha }) {
  const isWithin = (value) => value >= minAlpha && value <= maxAlpha;
  return alpha !== null && without !== null && !isWithin(alpha) && isWithin(without);
}
function fingerOf(layer2, bounds) {
  const { outliers, alpha_without_outliers: without } = layer2;
  if (without === null || !isFinger(layer2, bounds)) return void 0;
  const which = outliers === 1 ? "its largest eigenvalue" : `its ${outliers} largest eigenvalues`;
  return { name: "finger", finding: `without ${which} alpha is ${formatNumber(without)}` };
}
function underTraining({ alpha, warning, trust }, { verdict: verdict2, maxAlpha }) {
  if (verdict2 === "inconclusive") return void 0;
  const isSteep = warning === "under-trained" && alpha !== null && alpha > maxAlpha;
  return isSteep || trust === "none" ? { name: "under-trained" } : void 0;
}
function duplicateOf({ twin }) {
  return twin === void 0 ? void 0 : { name: "duplicate", finding: `it has the spectrum of ${twin}` };
}
function findTwins(layers) {
  const twins = new Array(layers.length).fill(void 0);
  const order = [...layers.keys()].filter((index) => (layers[index].norm ?? 0) > 0).sort((a, b) => compareSpectra(layers[a], layers[b]));
  for (let start = 0; start < order.length; ) {
    const original = layers[order[start]];
    let end = start + 1;
    while (end < order.length && sameSpectrum(original, layers[order[end]])) end++;
    const [first, ...copies] = order.slice(start, end).sort((a, b) => a - b);
    for (const copy of copies) twins[copy] = rowName(layers[first]);
    if (copies.length > 0) twins[first] = rowName(layers[copies[0]]);
    start = end;
  }
  return twins;
}
function compareSpectra(a, b) {
  return a.N - b.N || a.M - b.M || a.rf - b.rf || a.norm - b.norm;
}
function sameSpectrum(a, b) {
  return a.N === b.N && a.M === b.M && a.rf === b.rf && isSame(a.norm, b.norm) && isSame(a.lambda_max, b.lambda_max) && isSame(a.entropy, b.entropy);
}
function isSame(a, b) {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

// src/verdict/judge.ts
function judge(layers, settings, baseline) {
  const boundsOf = boundsByName(settings);
  const before = matchBaseline(layers, baseline ?? []);
  const twins = findTwins(layers);
  const judged = layers.map((layer2, index) => {
    const bounds = boundsOf(layer2.longname);
    const alphaBefore = before.get(rowName(layer2))?.alpha ?? null;
    const delta = layer2.alpha === null || alphaBefore === null ? null : layer2.alpha - alphaBefore;
    const { verdict: verdict2, reason } = judgeLayer(layer2, { ...bounds, alphaBefore, delta }, settings);
    const { confidence } = settings;
    const diagnoses = diagnose(layer2, { ...bounds, verdict: verdict2, confidence, twin: twins[index] });
    const findings = diagnoses.flatMap(
      ({ name, finding }) => finding === void 0 ? [] : [`${DIAGNOSES[name].title.toLowerCase()}: ${finding}`]
    );
    return {
      ...layer2,
      verdict: verdict2,
      reasons: [reason, ...findings, ...verdict2 === "pass" ? [] : wordsOfTrust(layer2)],
      threshold: bounds.minAlpha,
      delta,
      diagnosis: diagnoses.map(({ name }) => name)
    };
  });
  return { ...judgeModel(judged, settings), layers: judged };
}
function boundsByName(settings) {
  const { thresholds, accepted, minAlpha, maxAlpha } = settings;
  const firstThreshold = compilePatterns(thresholds.map((threshold) => threshold.layers));
  const firstAcceptance = compilePatterns(accepted.map((acceptance) => acceptance.layers));
  return (name) => {
    const threshold = thresholds[firstThreshold(name)];
    return {
      minAlpha: threshold?.["min-alpha"] ?? minAlpha,
      maxAlpha: threshold?.["max-alpha"] ?? maxAlpha,
      acceptedAlpha: accepted[firstAcceptance(name)]?.alpha
    };
  };
}
function judgeLayer(layer2, comparison, settings) {
  const { alpha, sigma, status } = layer2;
  if (isNotFinite(status)) return { verdict: "fail", reason: `not finite: ${statusReason(status)}` };
  if (alpha === null || sigma === null)
    return { verdict: "inconclusive", reason: statusReason(status) ?? status };
  const { minAlpha, maxAlpha } = comparison;
  const outOfBounds = alpha < minAlpha && `alpha ${formatAlpha(alpha, minAlpha)} is below ${minAlpha}` || alpha > maxAlpha && `alpha ${formatAlpha(alpha, maxAlpha)} is above ${maxAlpha}` || void 0;
  const drop = whatDropped(alpha, comparison, settings);
  const doubt = whyUnreliable(layer2, settings);
  if (doubt !== void 0 && (outOfBounds ?? drop) !== void 0) {
    return { verdict: "inconclusive", reason: `${outOfBounds ?? drop}, but ${doubt}` };
  }
  if (drop !== void 0) return { verdict: "fail", reason: drop };
  if (outOfBounds === void 0) return { verdict: "pass", reason: inBounds(alpha, comparison) };
  if (alpha > maxAlpha) return { verdict: "warn", reason: withLabel(outOfBounds, layer2, comparison) };
  return judgeBelow(
    alpha,
    sigma,
    { problem: outOfBounds, labelled: withLabel(outOfBounds, layer2, comparison) },
    comparison,
    settings
  );
}
function judgeBelow(alpha, sigma, { problem, labelled }, { minAlpha, acceptedAlpha, alphaBefore }, { confidence, epsilon, failOn }) {
  if (acceptedAlpha !== void 0) {
    return alpha >= acceptedAlpha - epsilon ? { verdict: "warn", reason: `${problem}, which is accepted down to ${acceptedAlpha}` } : { verdict: "fail", reason: `${problem} and has fallen below the ${acceptedAlpha} that is accepted` };
  }
  if (alpha + confidence * sigma >= minAlpha) {
    return {
      verdict: "warn",
      reason: `${problem}, but by less than ${confidence}\xB7sigma (sigma ${formatNumber(sigma)})`
    };
  }
  if (failOn === "none") return { verdict: "warn", reason: `${labelled}, but fail-on is none` };
  if (failOn === "new" && alphaBefore !== null && alphaBefore < minAlpha + epsilon) {
    return { verdict: "warn", reason: `${problem}, as in the baseline (${formatNumber(alphaBefore)})` };
  }
  return { verdict: "fail", reason: labelled };
}
function withLabel(problem, layer2, bounds) {
  const { warning, trust } = layer2;
  if (warning === "" || isFinger(layer2, bounds)) return problem;
  if (warning === "over-trained" && trust === "none") return problem;
  return `${problem}: ${warning === "over-trained" ? "over-trained" : "hardly trained"}`;
}
function whatDropped(alpha, { delta, alphaBefore }, settings) {
  const { maxAlphaDrop, epsilon } = settings;
  if (maxAlphaDrop === null || delta === null || -delta <= maxAlphaDrop + epsilon) return void 0;
  const by = formatNumber(-delta);
  return `alpha ${formatNumber(alpha)} is ${by} lower than the baseline's ${formatNumber(alphaBefore)}, more than ${maxAlphaDrop}`;
}
function inBounds(alpha, { minAlpha, maxAlpha, acceptedAlpha }) {
  const reason = `alpha ${formatNumber(alpha)} lies within ${minAlpha} and ${maxAlpha}`;
  return acceptedAlpha === void 0 ? reason : `${reason}: it has recovered, and its entry under accepted can go`;
}
var TRUST_ORDER = ["none", "low", "medium", "high"];
function wordsOfTrust({ trust, trust_reasons: [weightiest] }) {
  if (trust === null) return [];
  return [weightiest === void 0 ? `trust ${trust}` : `trust ${trust}: ${weightiest}`];
}
function whyUnreliable(layer2, settings) {
  const { fewestEigenvalues, maxKsDistance, minPValue, leastTrust } = settings;
  const nonzero = Math.min(layer2.num_evals, layer2.matrix_rank ?? 0);
  if (nonzero < fewestEigenvalues) {
    return `${nonzero} nonzero eigenvalues are fewer than the ${fewestEigenvalues} that a judgement needs`;
  }
  if (layer2.D !== null && layer2.D > maxKsDistance) {
    return `the fit's distance D ${formatNumber(layer2.D)} is larger than ${maxKsDistance}`;
  }
  if (layer2.p_value !== null && layer2.p_value < minPValue) {
    return `the p-value ${formatNumber(layer2.p_value)} of its fit is smaller than ${minPValue}`;
  }
  if (layer2.trust !== null && TRUST_ORDER.indexOf(layer2.trust) < TRUST_ORDER.indexOf(leastTrust)) {
    return `trust in it is ${layer2.trust}, lower than ${leastTrust}`;
  }
  return void 0;
}
function judgeModel(layers, { onInconclusive }) {
  const count2 = (verdict2) => layers.filter((layer2) => layer2.verdict === verdict2).length;
  const [failing, inconclusive, warning] = [count2("fail"), count2("inconclusive"), count2("warn")];
  const ofLayers = `of ${layers.length} layer${layers.length === 1 ? "" : "s"}`;
  if (failing > 0) {
    return {
      verdict: "fail",
      passed: false,
      reason: `${failing} ${ofLayers} ${failing === 1 ? "fails" : "fail"}`
    };
  }
  if (inconclusive === layers.length) {
    const passed = onInconclusive === "pass";
    return { verdict: "inconclusive", passed, reason: `none ${ofLayers} could be judged` };
  }
  if (warning + inconclusive > 0) {
    const parts = [
      warning > 0 && `${warning} out of bounds`,
      inconclusive > 0 && `${inconclusive} inconclusive`
    ].filter(Boolean);
    return {
      verdict: "warn",
      passed: true,
      reason: `no layer fails, but ${parts.join(" and ")} ${ofLayers}`
    };
  }
  return { verdict: "pass", passed: true, reason: `every layer's alpha lies within its bounds` };
}

// src/pipeline.ts
var CURVE_POINTS = [
  { mostLayers: 500, points: 100 },
  { mostLayers: 5e3, points: 40 }
];
async function analyzeReference(reference, settings, ports, context = {}) {
  let models;
  try {
    models = await groupModels(await ports.locate(reference), readOptions(settings, ports));
  } catch (error) {
    return [failure(printableReference(reference), error, ports.signal)];
  }
  const outcomes = [];
  for (const model of models) {
    try {
      outcomes.push({ kind: "report", ...await analyzeModel(model, settings, ports, context) });
    } catch (error) {
      outcomes.push(failure(model.name, error, ports.signal));
    }
  }
  return outcomes;
}
async function describeReference(reference, settings, ports) {
  const descriptions = [];
  const options = readOptions(settings, ports);
  for (const files of await groupModels(await ports.locate(reference), options)) {
    const loaded = await loadModel(files, settings, ports);
    try {
      const layers = layersOfPart(loaded.layers, settings.shard);
      descriptions.push(describeModel(loaded.model, { layers, skipped: loaded.skipped }));
    } finally {
      await loaded.close();
    }
  }
  return descriptions;
}
function failure(reference, error, signal) {
  signal?.throwIfAborted();
  if (!(error instanceof AlphagateError)) throw error;
  return { kind: "error", reference, error };
}
async function analyzeModel(files, settings, ports, { baseline, commit, curves: curves2 }) {
  const startMs = performance.now();
  const loaded = await loadModel(files, settings, ports);
  try {
    const { model, base, skipped } = loaded;
    if (loaded.layers.length === 0) throw noLayers(model, skipped);
    const layers = layersOfPart(loaded.layers, settings.shard);
    const memoryBytes = ports.memoryBytes ?? Infinity;
    assertFit(layers, settings.engine, memoryBytes);
    const identities = Promise.all([model.identity(), base?.identity()]);
    identities.catch(() => {
    });
    const curvePoints = curves2 ? CURVE_POINTS.find(({ mostLayers }) => layers.length <= mostLayers)?.points : void 0;
    const details = await analyzeLayers(layers, {
      ...{ analyzer: ports.analyzer, engine: settings.engine, memoryBytes, signal: ports.signal },
      assessmentOf: assessmentOf(settings),
      modes: modesAmong(settings),
      curvePoints,
      onLayer: (done) => ports.onProgress?.({ model: model.name, layers: layers.length, ...done })
    });
    const before = baseline && "reports" in baseline ? reportFor(model.name, baseline.reports) : void 0;
    const [identity, baseIdentity] = await identities;
    const report = buildReport({
      model: { source: model.name, identity, format: model.format, bytes: model.sizeBytes },
      settings,
      verdict: judge(details, settings, before?.layers),
      skipped,
      ...base !== void 0 && { baseModel: { source: base.name, identity: baseIdentity } },
      ...baseline !== void 0 && { baseline: describeBaseline(baseline, before) },
      commit,
      ...settings.shard !== null && { shard: { ...settings.shard, layers: loaded.layers.length } },
      totalMs: performance.now() - startMs
    });
    return { report, before };
  } finally {
    await loaded.close();
  }
}
function describeBaseline(baseline, report) {
  if ("missing" in baseline) return { source: baseline.source, missing: baseline.missing };
  if (report === void 0)
    return { source: baseline.reports[0]?.model.source ?? "", missing: "has no model of this name" };
  return { source: report.model.source, identity: report.model.identity, commit: report.commit ?? null };
}
function assessmentOf(settings) {
  const { trust, seed } = settings;
  if (trust === "off") return () => void 0;
  if (trust === "all") return () => ({ minAlpha: Infinity, maxAlpha: Infinity, seed });
  const boundsOf = boundsByName(settings);
  return (name) => ({ ...boundsOf(name), seed });
}
function noLayers(model, skipped) {
  const example = skipped[0];
  return new FormatError({
    code: "NO_LAYERS",
    subject: model.name,
    problem: example === void 0 ? "holds no tensors" : `has no layer to analyse among its tensors (${skipped.length}); ${JSON.stringify(example.name)}, for one, is none: ${example.reason}`,
    cure: "Name a file with a trained model, or loosen include, exclude and the limits on layers"
  });
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
  const before = new Map(base.layers.map((layer2) => [rowName(layer2), layer2]));
  const layers = model.layers.flatMap((layer2) => {
    const counterpart = before.get(pairs.get(rowName(layer2)) ?? "");
    if (counterpart === void 0) return [];
    const { layer_id, slice_id, longname, N, M, rf, verdict: verdict2 } = layer2;
    const columns = Object.fromEntries(
      COMPARED_COLUMNS.map((column) => [column, changeOf(counterpart[column], layer2[column])])
    );
    const where = { layer_id, ...slice_id !== void 0 && { slice_id }, longname };
    const { longname: base_longname } = counterpart;
    return [
      {
        ...where,
        base_longname,
        N,
        M,
        rf,
        verdict: verdict2,
        ...columns,
        ...distances.get(rowName(layer2)) ?? UNKNOWN
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
      mean_delta_W: mean2(layers.map(({ delta_W }) => delta_W)),
      mean_delta_b: mean2(layers.map(({ delta_b }) => delta_b))
    },
    layers,
    unmatched: unmatched(base, model, pairs)
  };
}
function changeOf(base, model) {
  return { base, model, delta: base === null || model === null ? null : model - base };
}
function mean2(values) {
  const existing = values.filter((value) => value !== null);
  return existing.length === 0 ? null : existing.reduce((sum, value) => sum + value, 0) / existing.length;
}
function unmatched(base, model, pairs) {
  const shapeOf = ({ N, M, rf }) => `${N}\xD7${M}${rf > 1 ? `, ${rf} times` : ""}`;
  const baseShapes = new Map(base.layers.map((layer2) => [rowName(layer2), shapeOf(layer2)]));
  const modelNames = new Set(model.layers.map(rowName));
  const taken = new Set(pairs.values());
  const added = model.layers.filter((layer2) => !pairs.has(rowName(layer2))).map((layer2) => {
    const name = rowName(layer2);
    const shape = taken.has(name) ? void 0 : baseShapes.get(name);
    const reason = shape === void 0 ? "not in the base" : `${shapeOf(layer2)}, in the base ${shape}`;
    return { name, reason };
  });
  const removed = base.layers.map(rowName).filter((name) => !taken.has(name) && !(modelNames.has(name) && !pairs.has(name))).map((name) => ({ name, reason: "only in the base" }));
  return [...added, ...removed];
}

// src/compare-models.ts
async function compareModels(baseReference, reference, settings, ports) {
  const base = await onlyReport(baseReference, settings, ports);
  const model = await onlyReport(reference, settings, ports, base);
  const matches = matchBaseline(model.layers, base.layers);
  const pairs = new Map([...matches].map(([name, layer2]) => [name, rowName(layer2)]));
  const distances = await measure(baseReference, reference, pairs, settings, ports);
  return buildComparison({ base, model, pairs, distances, method: settings.distances });
}
async function onlyReport(reference, settings, ports, baseline) {
  const context = baseline && { baseline: { reports: [baseline] } };
  const outcomes = await analyzeReference(reference, settings, ports, context);
  const [outcome] = outcomes;
  if (outcome === void 0 || outcomes.length > 1) throw severalModels(reference, outcomes.length);
  if (outcome.kind === "error") throw outcome.error;
  return outcome.report;
}
function severalModels(reference, count2) {
  return new SourceError({
    code: "SEVERAL_MODELS",
    subject: reference,
    problem: `stands for ${count2} models, and a comparison is of one with one`,
    cure: "Name one of them"
  });
}
async function measure(baseReference, reference, pairs, settings, ports) {
  const load = async (name) => {
    const [files] = await groupModels(await ports.locate(name), readOptions(settings, ports));
    return loadModel(files, settings, ports);
  };
  const base = await load(baseReference);
  try {
    const model = await load(reference);
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
  const baseLayers = new Map(base.layers.map((layer2) => [nameOf(layer2), layer2]));
  const distances = /* @__PURE__ */ new Map();
  for (const layer2 of model.layers) {
    ports.signal?.throwIfAborted();
    const before = baseLayers.get(pairs.get(nameOf(layer2)) ?? "");
    if (before === void 0) continue;
    const bias = await biasDistance(base.model, before, model.model, layer2, options);
    if (layer2.tensor.product !== void 0 || before.tensor.product !== void 0) {
      distances.set(nameOf(layer2), { delta_W: null, ...bias });
      continue;
    }
    const [a, b] = [await matricesOf(before, options), await matricesOf(layer2, options)];
    const matrices = b.map((matrix, index) => [turnedLike(matrix, a[index]), matrix]);
    distances.set(nameOf(layer2), { delta_W: distanceBetween(settings.distances, matrices), ...bias });
  }
  return distances;
}
function nameOf({ longname, sliceId }) {
  return rowName({ longname, slice_id: sliceId });
}
async function matricesOf(layer2, options) {
  const matrices = await readMatrices(layer2.tensor, layer2.matrices, options);
  return layer2.layerType === "dense" ? matrices : matrices.map((matrix) => matrix.rows < matrix.cols ? transposed(matrix) : matrix);
}
function turnedLike({ rows, cols }, matrix) {
  return matrix.rows === rows && matrix.cols === cols ? matrix : transposed(matrix);
}
async function biasDistance(baseModel, before, model, layer2, options) {
  const [a, b] = [biasOf(baseModel, before), biasOf(model, layer2)];
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
  const failure2 = FAILURES[SAME_FAILURE[systemCode] ?? systemCode];
  return new SourceError({
    code: failure2?.code ?? "READ_FAILED",
    subject: name,
    problem: failure2?.problem ?? `cannot be read (${systemCode})`,
    cure: failure2?.cure ?? "Check the path and the disk",
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
      const path2 = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (entry.isFile() || entry.isSymbolicLink()) yield path2;
      else if (entry.isDirectory() && entry.name !== GIT_DIRECTORY && enters?.(path2) !== false)
        pending.push(path2);
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
async function locateLocal({ path: path2 }, options) {
  try {
    const absolutePath = resolve(options.cwd, path2);
    const stats = await statOrUndefined(absolutePath);
    if (stats?.isDirectory()) return await locateDirectory(path2, absolutePath, options);
    if (stats?.isFile()) {
      const entry = new LocalEntry({
        absolutePath,
        name: path2,
        path: basename(absolutePath),
        sizeBytes: stats.size
      });
      return { reference: path2, kind: "file", files: [entry] };
    }
    if (stats !== void 0) throw notAFile(path2);
    if (isGlob(path2)) return await locateGlob(path2, options);
    throw await missing(path2, absolutePath);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toSourceError(error, path2);
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
  for await (const path2 of walk(root, walking)) {
    if (accepts?.(path2) === false) continue;
    if (paths.length === MAX_FILES) throw tooManyFiles(reference);
    paths.push(path2);
  }
  paths.sort();
  const files = [];
  for (let start = 0; start < paths.length; start += STATS_AT_ONCE) {
    walking.signal?.throwIfAborted();
    const some = paths.slice(start, start + STATS_AT_ONCE);
    const found = await Promise.all(some.map((path2) => entryBelow(root, rootName, path2)));
    files.push(...found.filter((file) => file !== void 0));
  }
  return files;
}
async function entryBelow(root, rootName, path2) {
  const absolutePath = join2(root, path2);
  const stats = await statOrUndefined(absolutePath);
  if (stats !== void 0 && !stats.isFile()) return void 0;
  return new LocalEntry({ absolutePath, name: join2(rootName, path2), path: path2, sizeBytes: stats?.size ?? 0 });
}
var LocalEntry = class _LocalEntry {
  name;
  path;
  sizeBytes;
  #absolutePath;
  constructor({ absolutePath, name, path: path2, sizeBytes }) {
    this.name = name;
    this.path = path2;
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
      const path2 = this.path.slice(0, this.path.lastIndexOf("/") + 1) + fileName;
      return new _LocalEntry({ absolutePath, name, path: path2, sizeBytes: stats.size });
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
      return (await import("./s3-DFYEEZVO.js")).locateS3(parsed, options);
    case "web":
      return (await import("./locate-web-FNMOEBE3.js")).locateWeb(parsed, options);
    case "artifact":
      return (await import("./locate-artifact-CQUKOWOU.js")).locateArtifact(parsed, options);
    case "hub":
      return (await import("./locate-hub-NBLMVVEU.js")).locateHub(parsed, options);
  }
}

// src/entry/local-ports.ts
function locator(settings, signal) {
  const github = gitHubAccess(settings, process.env);
  const options = {
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
  return (reference) => locate(reference, options);
}
function gitHubAccess(settings, env) {
  const token = settings.githubToken || env["GITHUB_TOKEN"] || "";
  const [owner = "", repo = ""] = env["GITHUB_REPOSITORY"]?.split("/") ?? [];
  if (token === "" || owner === "" || repo === "") return void 0;
  const runId = settings.runId ?? Number(env["GITHUB_RUN_ID"] || Number.NaN);
  return {
    owner,
    repo,
    runId: Number.isSafeInteger(runId) ? runId : void 0,
    connect: async () => (await import("./connect-5GB3I5DF.js")).connect(token, env["GITHUB_API_URL"])
  };
}
function threadsOf({ threads }) {
  return threads === 0 ? availableParallelism() : threads;
}
var MEMORY_SHARE = 0.75;
function memoryBytesOf({ memoryBytes }) {
  return memoryBytes === 0 ? Math.floor(MEMORY_SHARE * process.availableMemory()) : memoryBytes;
}

// src/entry/worker/worker-pool.ts
import { Worker } from "node:worker_threads";
var RETRIES = 1;
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
    const free = new Promise((resolve2) => this.#waiting.push(resolve2));
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
    return new Promise((resolve2, reject) => {
      member.settle = { resolve: resolve2, reject };
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
  const { curves: curves2 } = options;
  return withPorts(wanted, options, async (ports, settings) => {
    const baseline = settings.baseline === "" || settings.shard !== null ? void 0 : await loadBaseline(
      settings.baseline,
      ports.locate,
      async (reference) => (await analyzeReference(reference, settings, ports, { curves: curves2 })).map(reportOf)
    );
    const outcomes = [];
    for (const reference of references) {
      const context = { baseline, commit: options.commit, curves: curves2 };
      outcomes.push(...await analyzeReference(reference, settings, ports, context));
    }
    return outcomes;
  });
}
function compareReferences(base, model, wanted, options = {}) {
  return withPorts(wanted, options, (ports, settings) => compareModels(base, model, settings, ports));
}
async function smoothReference(model, output, wanted, options = {}) {
  const { smoothModel } = await import("./smooth-model-PK5EOXY3.js");
  return withPorts(wanted, options, (ports, settings) => smoothModel(model, output, settings, ports));
}
async function withPorts(wanted, { signal, onProgress }, use) {
  signal?.throwIfAborted();
  const settings = { ...wanted, engine: availableEngine(wanted.engine) };
  const pool = new WorkerPool(settings.engine, threadsOf(settings));
  const ports = {
    locate: locator(settings, signal),
    analyzer: pool,
    memoryBytes: memoryBytesOf(settings),
    signal,
    ...onProgress !== void 0 && { onProgress }
  };
  signal?.addEventListener("abort", () => void pool.close(), { once: true });
  try {
    return await use(ports, settings);
  } finally {
    await pool.close();
  }
}
async function analyzeBaseline(reference, settings, signal) {
  const alone = { ...settings, baseline: "" };
  return (await analyzeReferences([reference], alone, signal === void 0 ? {} : { signal })).map(reportOf);
}
function reportOf(outcome) {
  if (outcome.kind === "error") throw outcome.error;
  return outcome.report;
}

// src/report/judge-again.ts
function judgeAgain(report, { settings, before, baseline }) {
  const { model, base_model, layers, skipped, commit, shard, untrusted_run, timing, tool } = report;
  const details = layers.map(({ verdict: verdict2, reasons, threshold, delta, ...numbers }) => numbers);
  return buildReport({
    model,
    settings: {
      ...settings,
      ...layerSettings(report.settings, model.source),
      engine: tool.engine === "reference" ? "reference" : "wasm"
    },
    verdict: judge(details, settings, before?.layers),
    skipped,
    ...base_model !== void 0 && { baseModel: base_model },
    ...baseline !== void 0 && { baseline },
    commit,
    shard,
    untrustedRun: untrusted_run,
    totalMs: timing.total_ms
  });
}

// src/entry/judge-reports.ts
async function locateReports(references, settings, signal, mostBytes = MAX_REPORT_BYTES) {
  const locate2 = locator(settings, signal);
  const named = [];
  for (const reference of references) {
    const located = await locate2(reference);
    const files = (await openArchives(located, { signal })).flatMap((part) => part.files);
    const single = located.kind === "file" && files.length === located.files.length;
    const reports = single ? files : files.filter(({ path: path2 }) => path2.endsWith(".json"));
    if (reports.length === 0) throw noReport(reference, "holds no file that ends in .json");
    for (const file of reports)
      for (const report of await readReports(file, mostBytes)) named.push({ name: file.name, report });
  }
  return named;
}
async function judgeReports(reports, settings, signal) {
  const baseline = settings.baseline === "" ? void 0 : await loadBaseline(
    settings.baseline,
    locator(settings, signal),
    (reference) => analyzeBaseline(reference, settings, signal)
  );
  return reports.map((report) => {
    const before = baseline && "reports" in baseline ? reportFor(report.model.source, baseline.reports) : void 0;
    const described = baseline && describeBaseline(baseline, before);
    return { kind: "report", report: judgeAgain(report, { settings, before, baseline: described }) };
  });
}

// src/entry/action/numbers.ts
async function judgedNumbers({ references, reports }, settings, subject, env, signal) {
  const { commit } = subject;
  switch (settings.mode) {
    case "check":
      return analyzeReferences(references, settings, { signal, commit, curves: true });
    case "analyze":
      return analyzeReferences(references, { ...settings, baseline: "" }, { signal, commit, curves: true });
    case "merge": {
      const mostBytes = subject.source === void 0 ? MAX_REPORT_BYTES : MAX_UNTRUSTED_REPORT_BYTES;
      const merged = mergeShards(await locateReports(reports, settings, signal, mostBytes));
      const taken = subject.source === void 0 ? merged : merged.map((report) => takeOverNumbers(report, report.model.source, originOf(subject, env)));
      return judgeReports(taken, settings, signal);
    }
    case "publish": {
      if (settings.reanalyze)
        return analyzeReferences(references, settings, { signal, commit, curves: true });
      const named = await locateReports(reports, settings, signal, MAX_UNTRUSTED_REPORT_BYTES);
      const taken = named.map(({ report, name }) => {
        requireCommit(report, name, subject);
        return takeOverNumbers(report, name, originOf(subject, env));
      });
      return judgeReports(taken, settings, signal);
    }
  }
}
function requireCommit({ commit }, name, { source, pull }) {
  const head = pull.pull?.headSha;
  if (source !== void 0 || commit === void 0 || head === void 0 || commit === head) return;
  throw new ConfigError({
    code: "OTHER_COMMIT",
    subject: name,
    problem: `is of commit ${commit.slice(0, 7)}, and the pull request is at ${head.slice(0, 7)}`,
    cure: "Publish the report of its newest commit"
  });
}
function originOf({ source, pull, commit }, env) {
  const repository2 = source?.head_repository?.full_name ?? pull.pull?.headRepository;
  return {
    run: source === void 0 ? "a run that is not known" : `run ${source.id} of ${repository2 ?? "a repository that is gone"}`,
    commit: source?.head_sha ?? pull.pull?.headSha ?? commit,
    trusted: repository2 !== void 0 && repository2 === env["GITHUB_REPOSITORY"]
  };
}

// src/entry/action/carry-out.ts
async function carryOut(inputs, env, signal) {
  const asked = completeSettings(inputs.fromFile, inputs.overrides);
  const connection = connectionOf(asked, env);
  const subject = await findSubject(asked, await readEvent(env), env, connection);
  requireSubject(asked, subject);
  const { settings, proposed } = await decideGate(inputs, subject, env, connection);
  const outcomes = await judgedNumbers(inputs, withRun(settings, subject), subject, env, signal);
  const code = worstExitCode(outcomes);
  const passed = code === EXIT.pass || settings.mode === "analyze" && code === EXIT.gateFailed;
  return { settings, delivery: { outcomes, passed, proposed, subject } };
}
function requireSubject({ mode }, { pull, source }) {
  if (mode === "check" || source === void 0 || pull.pull !== void 0 || pull.code === void 0) return;
  throw new ConfigError({
    code: pull.code,
    subject: "the pull request",
    problem: `is not known, and with it the gate: ${pull.reason.replace(/\s+/g, " ")}`
  });
}
function withRun(settings, { source }) {
  return source === void 0 || settings.runId !== null ? settings : { ...settings, runId: source.id };
}

export {
  EXIT,
  exitCodeOf,
  worstExitCode,
  mergeShards,
  alignColumns,
  renderDescriptions,
  describeReference,
  locator,
  threadsOf,
  analyzeReferences,
  compareReferences,
  smoothReference,
  locateReports,
  judgeReports,
  carryOut
};
