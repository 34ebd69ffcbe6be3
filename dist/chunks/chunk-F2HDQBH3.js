import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  matchBaseline,
  sameShape
} from "./chunk-3P33FSHE.js";
import {
  isNothingThere
} from "./chunk-NUHIWQ25.js";
import {
  mean
} from "./chunk-WJ3RAWXL.js";
import {
  alignColumns,
  nameCell
} from "./chunk-WPHFRZYX.js";
import {
  analyzeLayers,
  assertFit,
  compilePatterns,
  estimatedSecondsOf,
  groupModels,
  loadModel,
  multiplyAddsOf,
  partOf,
  readOptions
} from "./chunk-H7ORSOLD.js";
import {
  openArchives
} from "./chunk-I46AYHW6.js";
import {
  spectrumBytes
} from "./chunk-G4E7BUYX.js";
import {
  LAYER_COLUMNS,
  REPORT_KEYS,
  SCHEMA_VERSION,
  reportSchema
} from "./chunk-RQ5MN7VV.js";
import {
  layerShape
} from "./chunk-2UK5UDTN.js";
import {
  count,
  formatAlpha,
  formatNumber
} from "./chunk-RI7JASEA.js";
import {
  DIAGNOSES
} from "./chunk-JUDLKW4K.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  baseName
} from "./chunk-UEJXIGCQ.js";
import {
  readDocument
} from "./chunk-CN75QAP5.js";
import {
  plainText
} from "./chunk-X3MXISDX.js";
import {
  VERSION
} from "./chunk-ACWPGXX5.js";
import {
  EVERY_WEIGHT_SAME,
  EVERY_WEIGHT_ZERO,
  isNotFinite,
  statusReason
} from "./chunk-RFOEC4WV.js";
import {
  availableEngine,
  modesAmong
} from "./chunk-M257ZRI6.js";
import {
  TRUST_LABELS
} from "./chunk-MU35MNOC.js";
import {
  fittedAlpha
} from "./chunk-QD66ABUT.js";
import {
  toConfig
} from "./chunk-CFYXJZWH.js";
import {
  prettifyError
} from "./chunk-56UKHU64.js";
import {
  printableReference
} from "./chunk-XJUTMDZ7.js";
import {
  MAX_REPORTED_MODELS,
  MAX_REPORT_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  FormatError
} from "./chunk-LSZFXY6A.js";

// src/report/parse-report.ts
function parseReports(text, subject) {
  const value = parse(text, subject);
  if (!Array.isArray(value)) return [check(value, subject)];
  if (value.length > MAX_REPORTED_MODELS)
    throw notAReport(subject, `it holds ${value.length} models, more than ${MAX_REPORTED_MODELS}`);
  return value.map((report) => check(report, subject));
}
function parseReport(text, subject = "the report") {
  return check(parse(text, subject), subject);
}
function parse(text, subject) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notAReport(subject, "it is not JSON", cause);
  }
}
function check(value, subject) {
  const parsed = reportSchema.safeParse(completed(value));
  if (parsed.success) return parsed.data;
  const problem = prettifyError(parsed.error).split("\n").slice(0, 2).join(" ");
  const version = versionOf(value);
  throw version === void 0 || version === VERSION ? notAReport(subject, problem, parsed.error) : otherVersion(subject, version, problem, parsed.error);
}
var LATER_COLUMNS = {
  p_value: null,
  trust: null,
  trust_reasons: [],
  numerical_rank: null,
  outliers: null,
  alpha_without_outliers: null,
  correlation_traps: null,
  diagnosis: []
};
function completed(value) {
  if (!isObject(value) || !Array.isArray(value["layers"])) return value;
  const layers = value["layers"].map((layer) => isObject(layer) ? { ...LATER_COLUMNS, ...layer } : layer);
  return { ...value, layers };
}
function versionOf(value) {
  const tool = isObject(value) ? value["tool"] : void 0;
  const version = isObject(tool) && tool["name"] === "alphagate" ? tool["version"] : void 0;
  return typeof version === "string" && VERSION_NUMBER.test(version) ? version : void 0;
}
var VERSION_NUMBER = /^\d{1,9}\.\d{1,9}\.\d{1,9}(-[\w.]{1,40})?$/;
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function otherVersion(subject, version, problem, cause) {
  return new FormatError({
    code: "NOT_A_REPORT",
    subject,
    problem: `is a report of alphagate ${version}, which ${VERSION} cannot read: ${problem}`,
    cure: "Use one version in all workflows, and make it again: of a baseline, by running the workflow of the base branch once more",
    cause
  });
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

// src/report/description.ts
function describeModel({ name, format, sizeBytes }, { layers, skipped }, computation) {
  const described = layers.map((layer) => describeLayer(layer, computation));
  return { model: { source: name, format, bytes: sizeBytes }, layers: described, skipped };
}
function describeLayer(layer, { engine, part }) {
  const { rows, cols } = layer.matrices[0];
  return {
    layer_id: layer.layerId,
    name: layer.name,
    ...layer.sliceId !== void 0 && { slice_id: layer.sliceId },
    longname: layer.name,
    layer_type: layer.layerType,
    N: layer.N,
    M: layer.M,
    Q: layer.N / layer.M,
    rf: layer.receptiveField,
    num_evals: layer.eigenvalueCount,
    dtype: layer.dtype,
    memory_bytes: layer.tensor.sizeBytes + spectrumBytes(engine, rows, cols, layer.dtype, part),
    estimated_seconds: Number(estimatedSecondsOf(layer).toPrecision(2))
  };
}
function renderDescriptions(descriptions, threads) {
  return `${descriptions.map((description) => renderDescription(description, threads)).join("\n\n")}
`;
}
function renderDescription({ model, layers, skipped }, threads) {
  const rows = layers.map((layer) => [
    nameCell(rowName(layer), 60),
    layer.layer_type,
    layer.dtype,
    layerShape(layer),
    String(layer.num_evals),
    megabytes(layer.memory_bytes),
    layer.estimated_seconds < 0.1 ? "<0.1" : layer.estimated_seconds.toFixed(1)
  ]);
  const table = [["layer", "type", "dtype", "N\xD7M", "evals", "memory", "seconds"], ...rows];
  const lines = alignColumns(table, 4);
  const seconds = layers.reduce((sum, layer) => sum + layer.estimated_seconds, 0) / threads;
  const largest = layers.map(({ memory_bytes }) => memory_bytes).sort((a, b) => b - a).slice(0, threads + 1).reduce((sum, bytes) => sum + bytes, 0);
  return [
    `${plainText(model.source)} (${model.format}, ${megabytes(model.bytes)})`,
    "",
    ...layers.length === 0 ? ["no layer to analyse"] : lines,
    "",
    `${layers.length} layers, ${skipped.length} tensors skipped; about ${(seconds / 60).toFixed(1)} minutes and ${megabytes(largest)} of memory with ${count(threads, "thread")}`
  ].join("\n");
}
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

// src/layers/shard.ts
function layersOfPart(layers, part) {
  if (part === null) return layers;
  const costs = new Array(part.count).fill(0);
  const taken = /* @__PURE__ */ new Set();
  const byCost = layers.map((layer) => ({ layer, cost: multiplyAddsOf(layer) })).sort((a, b) => b.cost - a.cost);
  for (const { layer, cost } of byCost) {
    const least = costs.indexOf(Math.min(...costs));
    costs[least] += cost;
    if (least === part.index - 1) taken.add(layer);
  }
  return layers.filter((layer) => taken.has(layer));
}

// src/pipeline/load-baseline.ts
var REPORT_FILE = "report.json";
async function loadBaseline(reference, locate, analyze) {
  let report;
  try {
    report = await findReport(await locate(reference));
  } catch (error) {
    if (!isNothingThere(error)) throw error;
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
  return files.find(({ path }) => baseName(path) === REPORT_FILE);
}
function reportFor(modelName, reports) {
  return reports.length === 1 ? reports[0] : reports.find(({ model }) => baseName(model.source) === baseName(modelName));
}
function isReport({ path }) {
  return path.endsWith(".json") && !path.endsWith(".index.json");
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
  return parseReports(await readDocument(file), file.name);
}

// src/report/build-report.ts
function buildReport({ settings, verdict, skipped, totalMs, ...circumstances }) {
  const layers = verdict.layers.map((layer) => {
    const { reasons, trust_reasons, diagnosis } = layer;
    const lists = { reasons: [...reasons], trust_reasons: [...trust_reasons], diagnosis: [...diagnosis] };
    return inOrder({ ...layer, ...lists }, LAYER_COLUMNS);
  });
  const report = {
    ...circumstances,
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "alphagate", version: VERSION, engine: settings.engine },
    settings: toConfig(settings),
    summary: {
      verdict: verdict.verdict,
      passed: verdict.passed,
      reason: verdict.reason,
      counts: {
        layers: layers.length,
        ...countVerdicts(verdict.layers),
        skipped: skipped.length
      },
      ...smallestAlpha(verdict.layers),
      alpha: mean(layers.map(({ alpha }) => alpha)),
      alpha_weighted: mean(layers.map(({ alpha_weighted }) => alpha_weighted)),
      log_norm: mean(layers.map(({ log_norm }) => log_norm)),
      log_alpha_norm: mean(layers.map(({ log_alpha_norm }) => log_alpha_norm)),
      log_spectral_norm: mean(layers.map(({ log_spectral_norm }) => log_spectral_norm)),
      stable_rank: mean(layers.map(({ stable_rank }) => stable_rank)),
      mp_softrank: mean(layers.map(({ mp_softrank }) => mp_softrank))
    },
    layers,
    skipped: [...skipped],
    timing: { total_ms: Math.round(totalMs) }
  };
  return inOrder(report, REPORT_KEYS);
}
function inOrder(part, keys) {
  const present = keys.filter((key) => part[key] !== void 0);
  return Object.fromEntries(present.map((key) => [key, part[key]]));
}
function countVerdicts(layers) {
  const counts = { pass: 0, warn: 0, fail: 0, inconclusive: 0 };
  for (const layer of layers) counts[layer.verdict]++;
  return counts;
}
function smallestAlpha(layers) {
  let smallest;
  for (const layer of layers) {
    const alpha = fittedAlpha(layer);
    if (alpha !== null && (smallest === void 0 || alpha < smallest.alpha))
      smallest = { alpha, name: rowName(layer) };
  }
  return { min_alpha: smallest?.alpha ?? null, min_alpha_layer: smallest?.name ?? null };
}

// src/verdict/diagnose.ts
var COLLAPSED_BELOW = 1 / 2;
var SAME = 1e-9;
function diagnose(layer, circumstances) {
  if (isNotFinite(layer.status)) return [{ name: "not-finite" }];
  if (layer.lambda_max === 0 || statusReason(layer.status) === EVERY_WEIGHT_ZERO) return [{ name: "zero" }];
  if (statusReason(layer.status) === EVERY_WEIGHT_SAME) return [{ name: "constant" }];
  const finger = fingerOf(layer, circumstances);
  return [
    rankCollapseOf(layer),
    finger === void 0 ? overTraining(layer, circumstances) : void 0,
    correlationTrapOf(layer),
    finger,
    finger === void 0 ? underTraining(layer, circumstances) : void 0,
    duplicateOf(circumstances)
  ].filter((diagnosis) => diagnosis !== void 0);
}
function rankCollapseOf({ numerical_rank: rank, num_evals: full }) {
  if (rank === null || rank >= full * COLLAPSED_BELOW) return void 0;
  return { name: "rank-collapse", finding: `its rank is ${rank} of ${full}` };
}
function overTraining({ alpha, sigma, warning, trust }, { verdict, minAlpha, confidence }) {
  if (warning !== "over-trained" || alpha === null || sigma === null) return void 0;
  if (verdict === "inconclusive" || trust === "none") return void 0;
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
function fingerOf(layer, bounds) {
  const { outliers, alpha_without_outliers: without } = layer;
  if (without === null || !isFinger(layer, bounds)) return void 0;
  const which = outliers === 1 ? "its largest eigenvalue" : `its ${outliers} largest eigenvalues`;
  return { name: "finger", finding: `without ${which} alpha is ${formatNumber(without)}` };
}
function underTraining({ alpha, warning, trust }, { verdict, maxAlpha }) {
  if (verdict === "inconclusive") return void 0;
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
  return sameShape(a, b) && isSame(a.norm, b.norm) && isSame(a.lambda_max, b.lambda_max) && isSame(a.entropy, b.entropy);
}
function isSame(a, b) {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

// src/verdict/judge.ts
function judge(layers, settings, baseline = []) {
  const boundsOf = boundsByName(settings);
  const before = matchBaseline(layers, baseline);
  const twins = findTwins(layers);
  const judged = layers.map((layer, index) => {
    const bounds = boundsOf(layer.longname);
    const alpha = fittedAlpha(layer);
    const alphaBefore = fittedAlpha(before.get(rowName(layer)) ?? { alpha: null });
    const delta = alpha === null || alphaBefore === null ? null : alpha - alphaBefore;
    const { verdict, reason } = judgeLayer(layer, { ...bounds, alphaBefore, delta }, settings);
    const { confidence } = settings;
    const diagnoses = diagnose(layer, { ...bounds, verdict, confidence, twin: twins[index] });
    const findings = diagnoses.flatMap(
      ({ name, finding }) => finding === void 0 ? [] : [`${DIAGNOSES[name].title.toLowerCase()}: ${finding}`]
    );
    return {
      ...layer,
      verdict,
      reasons: [reason, ...findings, ...verdict === "pass" ? [] : wordsOfTrust(layer)],
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
function judgeLayer(layer, comparison, settings) {
  const { sigma, status } = layer;
  const alpha = fittedAlpha(layer);
  if (isNotFinite(status)) return { verdict: "fail", reason: `not finite: ${statusReason(status)}` };
  if (alpha === null || sigma === null)
    return { verdict: "inconclusive", reason: statusReason(status) ?? "there is no power law" };
  const { minAlpha, maxAlpha } = comparison;
  const outOfBounds = alpha < minAlpha && `alpha ${formatAlpha(alpha, minAlpha)} is below ${minAlpha}` || alpha > maxAlpha && `alpha ${formatAlpha(alpha, maxAlpha)} is above ${maxAlpha}` || void 0;
  const drop = whatDropped(alpha, comparison, settings);
  const doubt = whyUnreliable(layer, settings);
  if (doubt !== void 0 && (outOfBounds ?? drop) !== void 0) {
    return { verdict: "inconclusive", reason: `${outOfBounds ?? drop}, but ${doubt}` };
  }
  if (drop !== void 0) return { verdict: "fail", reason: drop };
  if (outOfBounds === void 0) return { verdict: "pass", reason: inBounds(alpha, comparison) };
  if (alpha > maxAlpha) return { verdict: "warn", reason: withLabel(outOfBounds, layer, comparison) };
  return judgeBelow(
    alpha,
    sigma,
    { problem: outOfBounds, labelled: withLabel(outOfBounds, layer, comparison) },
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
function withLabel(problem, layer, bounds) {
  const { warning, trust } = layer;
  if (warning === "" || isFinger(layer, bounds)) return problem;
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
function wordsOfTrust({ trust, trust_reasons: [weightiest] }) {
  if (trust === null) return [];
  return [weightiest === void 0 ? `trust ${trust}` : `trust ${trust}: ${weightiest}`];
}
function whyUnreliable(layer, settings) {
  const { fewestEigenvalues, maxKsDistance, minPValue, leastTrust } = settings;
  const nonzero = Math.min(layer.num_evals, layer.matrix_rank ?? 0);
  if (nonzero < fewestEigenvalues) {
    return `${nonzero} nonzero eigenvalues are fewer than the ${fewestEigenvalues} that a judgement needs`;
  }
  if (layer.D !== null && layer.D > maxKsDistance) {
    return `the fit's distance D ${formatNumber(layer.D)} is larger than ${maxKsDistance}`;
  }
  if (layer.p_value !== null && layer.p_value < minPValue) {
    return `the p-value ${formatNumber(layer.p_value)} of its fit is smaller than ${minPValue}`;
  }
  if (layer.trust !== null && TRUST_LABELS.indexOf(layer.trust) < TRUST_LABELS.indexOf(leastTrust)) {
    return `trust in it is ${layer.trust}, lower than ${leastTrust}`;
  }
  return void 0;
}
function judgeModel(layers, { onInconclusive }) {
  const of = (verdict) => layers.filter((layer) => layer.verdict === verdict).length;
  const [failing, inconclusive, warning] = [of("fail"), of("inconclusive"), of("warn")];
  const ofLayers = `of ${count(layers.length, "layer")}`;
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
  const engine = availableEngine(settings.engine);
  const part = partOf(modesAmong(settings));
  for (const files of await groupModels(await ports.locate(reference), options)) {
    const loaded = await loadModel(files, settings, ports);
    try {
      const layers = layersOfPart(loaded.layers, settings.shard);
      const { model, skipped } = loaded;
      descriptions.push(describeModel(model, { layers, skipped }, { engine, part }));
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
async function analyzeModel(files, settings, ports, { baseline, commit, curves } = {}) {
  const startMs = performance.now();
  ports.analyzer.prepare?.();
  const loaded = await loadModel(files, settings, ports);
  try {
    const { model, base, skipped } = loaded;
    if (loaded.layers.length === 0) throw noLayers(model, skipped);
    const layers = layersOfPart(loaded.layers, settings.shard);
    const memoryBytes = ports.memoryBytes ?? Infinity;
    assertFit(layers, settings.engine, memoryBytes, modesAmong(settings));
    const identities = Promise.all([model.identity(), base?.identity()]);
    identities.catch(() => {
    });
    const curvePoints = curves ? CURVE_POINTS.find(({ mostLayers }) => loaded.layers.length <= mostLayers)?.points : void 0;
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
      ...base !== void 0 && { base_model: { source: base.name, identity: baseIdentity } },
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

export {
  layersOfPart,
  parseReports,
  parseReport,
  loadBaseline,
  reportFor,
  readReports,
  buildReport,
  renderDescriptions,
  judge,
  analyzeReference,
  describeReference,
  analyzeModel,
  describeBaseline,
  noLayers
};
