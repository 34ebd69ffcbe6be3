import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  alphaAxis,
  boundsOf
} from "./chunk-Z2QRIJIB.js";
import {
  layerShape
} from "./chunk-2UK5UDTN.js";
import {
  NONE,
  digits,
  signed
} from "./chunk-5EWVQSMP.js";
import {
  count,
  formatAlpha
} from "./chunk-RI7JASEA.js";
import {
  DIAGNOSES,
  DIAGNOSIS_NAMES
} from "./chunk-JUDLKW4K.js";
import {
  STATUSES
} from "./chunk-NBCO2E7D.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  VERSION
} from "./chunk-ACWPGXX5.js";
import {
  fittedAlpha
} from "./chunk-QD66ABUT.js";
import {
  completeSettings,
  toConfig
} from "./chunk-CFYXJZWH.js";

// src/settings/difference.ts
function settingsDifference(before, after) {
  return configDifference(toConfig(completeSettings(before)), toConfig(completeSettings(after)));
}
function changedSettings(config) {
  return configDifference(toConfig(completeSettings()), config);
}
function configDifference(before, after) {
  const [old, now] = [flatten(before), flatten(after)];
  return [...old].filter(([key, value]) => now.has(key) && now.get(key) !== value).map(([key, value]) => `${key}: ${value} \u2192 ${now.get(key)}`);
}
function flatten(config, prefix = "") {
  const entries = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(config)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [path, text] of flatten(value, `${prefix}${key}.`))
        entries.set(path, text);
    } else {
      entries.set(prefix + key, JSON.stringify(value));
    }
  }
  return entries;
}

// src/report/trends/sparkline.ts
var BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
var MISSING = "\xB7";
function sparkline(values, [lowest, highest]) {
  const step = (highest - lowest) / (BARS.length - 1);
  return values.map((value) => {
    if (value === null) return MISSING;
    const bar = step > 0 ? Math.round((value - lowest) / step) : 0;
    return BARS[Math.min(Math.max(bar, 0), BARS.length - 1)];
  }).join("");
}

// src/report/trends/trend.ts
function foundIn({ summary, layers }) {
  return {
    verdict: summary.verdict,
    alphas: new Map(layers.map((layer) => [rowName(layer), fittedAlpha(layer)]))
  };
}
function buildTrend(axis, runs, thresholds) {
  const layers = [...thresholds].map(([name, threshold]) => {
    const alphas = runs.map((run) => run.alphas.get(name) ?? null);
    return { name, alphas, threshold, ...courseOf(alphas, threshold, runs) };
  });
  return {
    axis,
    points: runs.map(({ at, name, verdict }) => ({ at, name, verdict })),
    layers: layers.sort(byAttention)
  };
}
function courseOf(alphas, threshold, runs) {
  const known = alphas.flatMap((alpha, index) => alpha === null ? [] : [{ alpha, at: runs[index].at }]);
  const [first, last] = [known[0], known.at(-1)];
  if (first === void 0 || last === void 0)
    return { first: null, last: null, lowest: null, below: null };
  const below = known.find(({ alpha }) => alpha < threshold);
  return {
    first: first.alpha,
    last: last.alpha,
    lowest: known.reduce((least, point) => point.alpha < least.alpha ? point : least),
    below: below === void 0 ? null : { at: below.at, recovered: last.alpha >= threshold }
  };
}
function byAttention(a, b) {
  return rank(a) - rank(b) || (a.lowest?.alpha ?? Infinity) - (b.lowest?.alpha ?? Infinity) || 0;
}
function rank({ below, lowest }) {
  if (lowest === null) return 3;
  if (below === null) return 2;
  return below.recovered ? 1 : 0;
}

// src/report/history/history-trend.ts
var SHORT_COMMIT = 7;
function historyTrend(report, earlier) {
  const runs = earlier.map(({ time, commit: commit2, verdict, layers: layers2 }, index) => ({
    at: index + 1,
    name: [time, commit2?.slice(0, SHORT_COMMIT)].filter(Boolean).join(" "),
    verdict,
    alphas: new Map(layers2)
  }));
  const { layers, commit } = report;
  runs.push({
    at: earlier.length + 1,
    name: ["this run", commit?.slice(0, SHORT_COMMIT)].filter(Boolean).join(" "),
    ...foundIn(report)
  });
  return buildTrend("run", runs, new Map(layers.map((layer) => [rowName(layer), layer.threshold])));
}

// src/report/history/history-view.ts
var MOST_ROWS = 5;
function historyRows(report, earlier) {
  if (earlier.length === 0) return [];
  const shown = historyTrend(report, earlier).layers.slice(0, MOST_ROWS);
  const alphas = shown.flatMap((layer) => layer.alphas.flatMap((alpha) => alpha ?? []));
  const range = [Math.min(...alphas), Math.max(...alphas)];
  return shown.flatMap(
    ({ name, alphas: values, first, last }) => first === null || last === null ? [] : [{ name, bars: sparkline(values, range), first: digits(first), last: digits(last) }]
  );
}

// src/report/mermaid-chart.ts
var FEWEST_LAYERS = 6;
var MOST_POINTS = 100;
var COLOURS = ["#4493f8", "#d1242f", "#d1242f", "#bf8700"];
var LOOKS = {
  xyChart: { height: 300 },
  themeVariables: { xyChart: { backgroundColor: "transparent", plotColorPalette: COLOURS.join(", ") } }
};
function mermaidChart(layers, bounds) {
  const { minAlpha, maxAlpha } = bounds;
  const fitted = layers.flatMap((layer) => {
    const alpha = fittedAlpha(layer);
    return alpha === null ? [] : [{ alpha, delta: layer.delta }];
  });
  if (fitted.length < FEWEST_LAYERS) return { chart: "", chartLegend: "" };
  const size = Math.ceil(fitted.length / MOST_POINTS);
  const points = Array.from(
    { length: Math.ceil(fitted.length / size) },
    (_, group) => fitted.slice(group * size, (group + 1) * size).reduce((least, layer) => layer.alpha < least.alpha ? layer : least)
  );
  const before = points.flatMap(({ alpha, delta }) => delta === null ? [] : [alpha - delta]);
  const alphas = points.map(({ alpha }) => alpha);
  const [bottom, top] = alphaAxis([...alphas, ...before], bounds).domain;
  const plot = (kind, values) => `  ${kind} [${values.map((value) => Number(Math.min(value, top).toFixed(2))).join(", ")}]`;
  const compared = before.length === points.length;
  const chart = [
    `%%{init: ${JSON.stringify(LOOKS)}}%%`,
    "xychart-beta",
    `  x-axis "layer${size > 1 ? `, the smallest alpha of each ${size}` : ""}" 1 --> ${fitted.length}`,
    `  y-axis "alpha" ${bottom} --> ${Number(top.toFixed(2))}`,
    plot("bar", alphas),
    ...[minAlpha, maxAlpha].map(
      (bound) => plot(
        "line",
        alphas.map(() => bound)
      )
    ),
    ...compared ? [plot("line", before)] : []
  ].join("\n");
  const chartLegend = `Bars: alpha by depth. Red: its bounds, ${minAlpha} and ${maxAlpha}.${compared ? " Yellow: the baseline." : ""}`;
  return { chart, chartLegend };
}

// src/report/view-model.ts
var CHANGED_BY = 2 * Math.SQRT2;
var DIAGNOSES_URL = "https://github.com/alphagate/alphagate/blob/main/docs/diagnoses.md";
function buildView(outcomes) {
  const models = outcomes.map((outcome, index) => ({ ...modelView(outcome), index })).sort((a, b) => rank2(a.status) - rank2(b.status));
  return { status: models[0]?.status ?? "pass", headline: headlineOf(models), version: VERSION, models };
}
function reportsOf(outcomes) {
  return outcomes.flatMap((outcome) => outcome.kind === "report" ? [outcome.report] : []);
}
function byAttention2(a, b) {
  return rank2(a.verdict) - rank2(b.verdict) || (a.alpha ?? 0) - (b.alpha ?? 0);
}
function rank2(status) {
  return STATUSES.indexOf(status);
}
function modelView(outcome) {
  const view = outcome.kind === "report" ? reportView(outcome) : errorView(outcome);
  return { ...view, headline: headlineOf([view]) };
}
function errorView({ reference, error }) {
  return {
    name: reference,
    status: "error",
    error: error.message,
    untrustedRun: "",
    worst: null,
    attention: [],
    passing: [],
    diagnoses: [],
    chart: "",
    chartLegend: "",
    history: [],
    historyRuns: 0,
    skipped: [],
    skippedCount: 0,
    compared: false,
    changedSettings: [],
    facts: [],
    seconds: ""
  };
}
function reportView({ report, history = [] }) {
  const { model, summary, layers, skipped, timing } = report;
  const attention = layers.filter(({ verdict }) => verdict !== "pass").sort(byAttention2);
  const worst = attention[0];
  return {
    name: model.source,
    status: summary.verdict,
    error: "",
    untrustedRun: report.untrusted_run ?? "",
    worst: worst === void 0 ? null : worstOf(worst, attention.length > 1),
    attention: attention.map(layerView),
    passing: layers.filter(({ verdict }) => verdict === "pass").map(layerView),
    diagnoses: DIAGNOSIS_NAMES.flatMap((name) => diagnosisView(name, layers)),
    ...mermaidChart(layers, boundsOf(report.settings)),
    history: historyRows(report, history),
    historyRuns: history.length + 1,
    skipped: groupByReason(skipped),
    skippedCount: skipped.length,
    compared: layers.some(({ delta }) => delta !== null),
    changedSettings: changedSettings(report.settings),
    facts: factsOf(report),
    seconds: `${(timing.total_ms / 1e3).toFixed(1)} s`
  };
}
function layerView(layer) {
  const { sigma, delta, D } = layer;
  const alpha = fittedAlpha(layer);
  return {
    name: rowName(layer),
    verdict: layer.verdict,
    shape: layerShape(layer),
    eigenvalues: layer.num_evals,
    alpha: alpha === null ? NONE : apartFrom(alpha, layer.threshold),
    sigma: sigma === null ? "" : digits(sigma),
    delta: delta === null ? NONE : change(delta),
    changed: delta !== null && sigma !== null && Math.abs(delta) > CHANGED_BY * Math.abs(sigma),
    change: Math.abs(delta ?? 0),
    trust: layer.trust ?? NONE,
    distance: digits(D),
    why: inWords(layer, layer.reasons.map(withoutAlpha).filter(Boolean))
  };
}
function worstOf(layer, among) {
  return { name: rowName(layer), reasons: inWords(layer, layer.reasons).join("; "), among };
}
function inWords({ diagnosis }, reasons) {
  const said = reasons.join("; ").toLowerCase();
  const unsaid = diagnosis.filter((name) => !namesOf(name).some((word) => said.includes(word)));
  return [...unsaid.map((name) => DIAGNOSES[name].title.toLowerCase()), ...reasons];
}
function namesOf(name) {
  const title = DIAGNOSES[name].title.toLowerCase();
  return name === "under-trained" ? [title, "hardly trained"] : [title];
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
function apartFrom(value, bound) {
  const text = digits(value);
  return Number(text) === bound && value !== bound ? formatAlpha(value, bound) : text;
}
function change(delta) {
  if (Math.abs(delta) < 5e-4) return "0";
  return Math.abs(delta) < 0.01 ? `${delta < 0 ? "\u2212" : "+"}${Math.abs(delta).toFixed(3)}` : signed(delta);
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
  settingsDifference,
  foundIn,
  buildTrend,
  historyTrend,
  buildView,
  reportsOf,
  byAttention2 as byAttention
};
