import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  DIAGNOSES,
  DIAGNOSIS_NAMES,
  changedSettings,
  formatAlpha
} from "./chunk-6G56XBBR.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  VERSION
} from "./chunk-KLBLCQJ6.js";

// src/report/plots/model-plots.ts
var DEFAULT_BOUNDS = { minAlpha: 2, maxAlpha: 6 };
function boundsOf(settings) {
  return {
    minAlpha: numberOr(settings["min-alpha"], DEFAULT_BOUNDS.minAlpha),
    maxAlpha: numberOr(settings["max-alpha"], DEFAULT_BOUNDS.maxAlpha)
  };
}
function numberOr(value, otherwise) {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
var VERDICTS = ["pass", "warn", "inconclusive", "fail"];
var HIGHEST_SHOWN = 2;
function alphaByDepth(layers, bounds) {
  const shown = layers.flatMap(
    ({ alpha, delta, verdict }, index) => alpha === null ? [] : [{ index: index + 1, alpha, delta, verdict }]
  );
  const before = shown.flatMap(
    ({ index, alpha, delta }) => delta === null ? [] : [[index, alpha - delta]]
  );
  const top = topOf(
    [...shown.map(({ alpha }) => alpha), ...before.map(([, alpha]) => alpha)],
    bounds.maxAlpha
  );
  return {
    title: "Alpha by depth",
    description: `${describe(shown)} Bounds are ${bounds.minAlpha} and ${bounds.maxAlpha}.`,
    x: { label: "layer", scale: "linear", domain: [0.5, layers.length + 0.5], whole: true },
    y: { label: "alpha", scale: "linear", domain: [Math.min(1, bounds.minAlpha), top] },
    marks: [
      ...boundLines("horizontal", bounds),
      ...before.length === 0 ? [] : [{ kind: "line", role: "baseline", points: before, label: "baseline" }],
      ...VERDICTS.flatMap((role) => {
        const points = shown.filter(({ verdict }) => verdict === role).map(({ index, alpha }) => [index, alpha]);
        return points.length === 0 ? [] : [{ kind: "points", role, points, label: role }];
      })
    ],
    size: [760, 300]
  };
}
var BINS = 40;
function alphaHistogram(layers, bounds) {
  const alphas = layers.flatMap(({ alpha }) => alpha ?? []);
  const from = Math.min(1, bounds.minAlpha);
  const to = topOf(alphas, bounds.maxAlpha);
  const counts = new Array(BINS).fill(0);
  for (const alpha of alphas) {
    const bin = Math.floor((alpha - from) / (to - from) * BINS);
    counts[Math.min(Math.max(bin, 0), BINS - 1)]++;
  }
  const step = (to - from) / BINS;
  return {
    title: "Alpha histogram",
    description: `${describe(alphas.map((alpha) => ({ alpha })))} Bounds are ${bounds.minAlpha} and ${bounds.maxAlpha}.`,
    x: { label: "alpha", scale: "linear", domain: [from, to] },
    y: { label: "layers", scale: "linear", domain: [0, Math.max(1, ...counts)], whole: true },
    marks: [
      {
        kind: "bars",
        role: "data",
        bars: counts.flatMap(
          (height, index) => height === 0 ? [] : [{ from: from + index * step, to: from + (index + 1) * step, height }]
        )
      },
      ...boundLines("vertical", bounds)
    ],
    size: [360, 300]
  };
}
function boundLines(kind, { minAlpha, maxAlpha }) {
  return [minAlpha, maxAlpha].map(
    (at) => kind === "vertical" ? { kind, role: "bound", x: at } : { kind, role: "bound", y: at }
  );
}
function topOf(alphas, maxAlpha) {
  const highest = alphas.reduce((most, alpha) => Math.max(most, alpha), 0);
  return Math.max(maxAlpha * 1.1, Math.min(highest * 1.05, maxAlpha * HIGHEST_SHOWN));
}
function describe(shown) {
  if (shown.length === 0) return "No layer has an alpha.";
  const alphas = shown.map(({ alpha }) => alpha);
  const [least, most] = [alphas.reduce((a, b) => Math.min(a, b)), alphas.reduce((a, b) => Math.max(a, b))];
  return `Alpha of ${shown.length} layers, from ${least.toFixed(2)} to ${most.toFixed(2)}.`;
}

// src/report/mermaid-chart.ts
var FEWEST_LAYERS = 6;
var MOST_POINTS = 100;
function mermaidChart(layers, { minAlpha, maxAlpha }) {
  const fitted = layers.flatMap(({ alpha, delta }) => alpha === null ? [] : [{ alpha, delta }]);
  if (fitted.length < FEWEST_LAYERS) return "";
  const size = Math.ceil(fitted.length / MOST_POINTS);
  const points = Array.from(
    { length: Math.ceil(fitted.length / size) },
    (_, group) => fitted.slice(group * size, (group + 1) * size).reduce((least, layer) => layer.alpha < least.alpha ? layer : least)
  );
  const top = topOf(
    points.map(({ alpha }) => alpha),
    maxAlpha
  );
  const line = (values) => `  line [${values.map((value) => Number(Math.min(value, top).toFixed(2))).join(", ")}]`;
  const compared = points.every(({ delta }) => delta !== null);
  return [
    "xychart-beta",
    `  x-axis "layer${size > 1 ? `, the smallest alpha of each ${size}` : ""}" 1 --> ${fitted.length}`,
    `  y-axis "alpha" ${Math.min(1, minAlpha)} --> ${Number(top.toFixed(2))}`,
    line(points.map(({ alpha }) => alpha)),
    line(points.map(() => minAlpha)),
    line(points.map(() => maxAlpha)),
    ...compared ? [line(points.map(({ alpha, delta }) => alpha - delta))] : []
  ].join("\n");
}

// src/report/view-model.ts
var WORST_FIRST = ["error", "fail", "inconclusive", "warn", "pass"];
var NONE = "\u2013";
var DIAGNOSES_URL = "https://github.com/alphagate/alphagate/blob/main/docs/diagnoses.md";
function buildView(outcomes) {
  const models = outcomes.map((outcome, index) => ({ ...modelView(outcome), index })).sort((a, b) => rank(a.status) - rank(b.status));
  return { status: models[0]?.status ?? "pass", headline: headlineOf(models), version: VERSION, models };
}
function reportsOf(outcomes) {
  return outcomes.flatMap((outcome) => outcome.kind === "report" ? [outcome.report] : []);
}
function byAttention(a, b) {
  return rank(a.verdict) - rank(b.verdict) || (a.alpha ?? 0) - (b.alpha ?? 0);
}
function rank(status) {
  return WORST_FIRST.indexOf(status);
}
function modelView(outcome) {
  const view = outcome.kind === "report" ? reportView(outcome.report) : errorView(outcome);
  return { ...view, headline: headlineOf([view]) };
}
function errorView({ reference, error }) {
  return {
    name: reference,
    status: "error",
    error: error.message,
    attention: [],
    passing: [],
    diagnoses: [],
    chart: "",
    skipped: [],
    skippedCount: 0,
    compared: false,
    changedSettings: [],
    facts: [],
    seconds: ""
  };
}
function reportView(report) {
  const { model, summary, layers, skipped, timing } = report;
  const attention = layers.filter(({ verdict }) => verdict !== "pass").sort(byAttention);
  const worst = attention[0];
  return {
    name: model.source,
    status: summary.verdict,
    ...worst && { worst: { name: rowName(worst), reasons: worst.reasons.join("; ") } },
    attention: attention.map(layerView),
    passing: layers.filter(({ verdict }) => verdict === "pass").map(layerView),
    diagnoses: DIAGNOSIS_NAMES.flatMap((name) => diagnosisView(name, layers)),
    chart: mermaidChart(layers, boundsOf(report.settings)),
    skipped: groupByReason(skipped),
    skippedCount: skipped.length,
    compared: layers.some(({ delta }) => delta !== null),
    ...report.untrusted_run !== void 0 && { untrustedRun: report.untrusted_run },
    changedSettings: changedSettings(report.settings),
    facts: factsOf(report),
    seconds: `${(timing.total_ms / 1e3).toFixed(1)} s`
  };
}
function layerView(layer) {
  const { alpha, sigma, delta, D } = layer;
  return {
    name: rowName(layer),
    verdict: layer.verdict,
    shape: `${layer.N}\xD7${layer.M}${layer.rf > 1 && layer.slice_id === void 0 ? `, ${layer.rf} times` : ""}`,
    eigenvalues: layer.num_evals,
    alpha: alpha === null ? NONE : apartFrom(alpha, layer.threshold),
    sigma: sigma === null ? "" : digits(sigma),
    delta: delta === null ? NONE : signed(delta),
    distance: D === null ? NONE : digits(D),
    why: layer.reasons.map(withoutAlpha).filter(Boolean).join("; ")
  };
}
function diagnosisView(name, layers) {
  const names = layers.filter(({ diagnosis }) => diagnosis.includes(name)).map(rowName);
  if (names.length === 0) return [];
  const { title, meaning, remedies } = DIAGNOSES[name];
  return [{ title, meaning, remedies, url: `${DIAGNOSES_URL}#${name}`, names }];
}
function withoutAlpha(reason) {
  return reason.replace(/^alpha \S+ (?:is |lies within \S+ and [^\s:]+(?:: )?)/, "");
}
function groupByReason(skipped) {
  const names = /* @__PURE__ */ new Map();
  for (const { name, reason } of skipped) {
    const others = names.get(reason);
    if (others === void 0) names.set(reason, [name]);
    else others.push(name);
  }
  return [...names].map(([reason, of]) => ({ reason, names: of })).sort((a, b) => b.names.length - a.names.length);
}
function factsOf({ model, summary, baseline, base_model }) {
  const facts = [];
  if (summary.alpha !== null) facts.push(`mean alpha ${digits(summary.alpha)}`);
  if (base_model !== void 0) facts.push(`base model ${base_model.source}`);
  if (baseline !== void 0) facts.push(comparisonOf(baseline));
  return [...facts, model.format, bytes(model.bytes)];
}
function comparisonOf(baseline) {
  if ("missing" in baseline) return `no baseline: ${baseline.source} ${baseline.missing}`;
  const { source, commit } = baseline;
  return `baseline ${source} ${commit === null ? "(of no known commit)" : `at ${commit.slice(0, 7)}`}`;
}
function headlineOf(models) {
  const unreadable = models.filter(({ status }) => status === "error").length;
  if (unreadable > 0) {
    return models.length === 1 ? "the model could not be analysed" : `${unreadable} of ${count(models.length, "model")} could not be analysed`;
  }
  const attention = models.flatMap((model) => model.attention);
  const failing = attention.filter(({ verdict }) => verdict === "fail").length;
  const total = attention.length + models.reduce((sum, { passing }) => sum + passing.length, 0);
  const [ofLayers, ofModels] = [
    `of ${count(total, "layer")}`,
    models.length > 1 ? ` in ${models.length} models` : ""
  ];
  if (failing > 0) return `${failing} ${ofLayers} ${failing === 1 ? "fails" : "fail"}${ofModels}`;
  if (models.some(({ status }) => status === "inconclusive")) {
    return models.length === 1 ? `none ${ofLayers} could be judged` : "a model has no layer that could be judged";
  }
  if (attention.length > 0) return `no layer fails, ${attention.length} ${ofLayers} to look at${ofModels}`;
  return total === 1 ? "the layer passes" : `all ${total} layers pass${ofModels}`;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function digits(value) {
  const size = Math.abs(value);
  if (size >= 1e6) return value.toExponential(2);
  return size >= 0.01 || value === 0 ? value.toFixed(3) : value.toPrecision(3);
}
function apartFrom(value, bound) {
  const text = digits(value);
  return Number(text) === bound && value !== bound ? formatAlpha(value, bound) : text;
}
function signed(value) {
  return `${value < 0 ? "\u2212" : "+"}${digits(Math.abs(value))}`;
}
function bytes(size) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = size;
  let unit = 0;
  while (value >= 1e3 && unit < units.length - 1) {
    value /= 1e3;
    unit++;
  }
  return `${value >= 100 || unit === 0 ? value.toFixed(0) : value.toFixed(1)} ${units[unit]}`;
}

export {
  boundsOf,
  alphaByDepth,
  alphaHistogram,
  buildView,
  reportsOf,
  byAttention,
  count,
  digits,
  signed
};
