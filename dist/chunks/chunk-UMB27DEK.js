import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  comment,
  require_runtime
} from "./chunk-EFZRA45O.js";
import {
  MODE_COLUMNS,
  NO_TOKEN,
  stringWidth
} from "./chunk-IW4YMXQU.js";
import {
  buildView,
  count,
  reportsOf
} from "./chunk-FW7MVG6I.js";
import {
  formatState,
  verdictDigest
} from "./chunk-U6Z2XPHY.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  markdownCode,
  markdownCodeCell,
  markdownText,
  plainText,
  shorten
} from "./chunk-XLCYYEDR.js";
import {
  VERSION
} from "./chunk-KLBLCQJ6.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/report/markdown.ts
var import_runtime = __toESM(require_runtime(), 1);

// src/report/template-helpers.ts
var ICONS = {
  error: "\u{1F4A5}",
  fail: "\u274C",
  inconclusive: "\u2753",
  warn: "\u26A0\uFE0F",
  pass: "\u2705"
};
var ALERTS = {
  error: "CAUTION",
  fail: "CAUTION",
  inconclusive: "WARNING",
  warn: "WARNING",
  pass: "TIP"
};
var TEMPLATE_HELPERS = {
  code: markdownCode,
  codes: (names) => names.map(markdownCode).join(", "),
  cell: markdownCodeCell,
  text: (words) => markdownText(typeof words === "string" ? words : words.join(" \xB7 ")),
  icon: (status) => ICONS[status],
  alert: (status) => ALERTS[status]
};
var HELPER_NAMES = Object.keys(TEMPLATE_HELPERS);

// src/report/markdown.ts
var COMMENT_BUDGET_BYTES = 6e4;
var SUMMARY_BUDGET_BYTES = 1e6;
var SMALL_MODEL = 12;
var MOST_PROPOSALS = 20;
var MOST_SETTINGS = 20;
var MOST_EXAMPLES = 3;
var handlebars = import_runtime.default.create();
handlebars.registerHelper(TEMPLATE_HELPERS);
var template = handlebars.template(comment);
function renderMarkdown(outcomes, { marker = "", budgetBytes = Infinity, proposed = [] } = {}) {
  const view = buildView(outcomes);
  const render = (shown) => `${template({ ...abridge(view, shown), marker, proposed: proposed.slice(0, MOST_PROPOSALS) }).trim()}
`;
  const fits = (text) => new TextEncoder().encode(text).length <= budgetBytes;
  let most = partsOf(view);
  const whole = render(most);
  if (fits(whole)) return whole;
  let least = 0;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(render(middle))) least = middle;
    else most = middle - 1;
  }
  return render(least);
}
function partsOf({ models }) {
  return models.reduce(
    (sum, { attention, diagnoses, chart, passing, skipped }) => sum + 1 + attention.length + diagnoses.length + chartsOf({ chart }).length + passing.length + skipped.length,
    0
  );
}
function chartsOf({ chart }) {
  return chart === "" ? [] : [chart];
}
function abridge(view, parts) {
  let left = parts;
  const take = (list) => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const models = take(view.models);
  const failing = models.map((model) => take(model.attention.filter(({ verdict }) => verdict === "fail")));
  const others = models.map((model) => take(model.attention.filter(({ verdict }) => verdict !== "fail")));
  const attention = models.map((_, index) => [...failing[index], ...others[index]]);
  const diagnoses = models.map((model) => take(model.diagnoses));
  const charts = models.map((model) => take(chartsOf(model)));
  const passing = models.map((model) => take(model.passing));
  const skipped = models.map((model) => take(model.skipped));
  const several = view.models.length > 1;
  return {
    ...view,
    analyzed: view.models.some(({ status }) => status !== "error"),
    compared: view.models.some((model) => model.compared),
    modelsCut: view.models.length - models.length,
    models: models.map((model, index) => ({
      ...shownModel(model, several, {
        attention: attention[index],
        diagnoses: diagnoses[index],
        passing: passing[index],
        skipped: skipped[index]
      }),
      chart: charts[index][0] ?? ""
    }))
  };
}
function shownModel(model, several, { attention, diagnoses, passing, skipped }) {
  const { worst } = model;
  const layerCount = model.attention.length + model.passing.length;
  const small = layerCount <= SMALL_MODEL;
  const listed = small ? [...attention, ...passing] : attention;
  return {
    ...model,
    several,
    error: model.error ?? "",
    untrustedRun: model.untrustedRun ?? "",
    changedSettings: model.changedSettings.slice(0, MOST_SETTINGS),
    settingsCut: Math.max(0, model.changedSettings.length - MOST_SETTINGS),
    worst: worst === void 0 ? null : { ...worst, among: model.attention.length > 1 },
    listed,
    // The worst layer's reasons stand above the table.
    reasoned: listed.some(({ why }, index) => why !== "" && !(worst !== void 0 && index === 0)),
    diagnosisTitles: diagnoses.map(({ title }) => title.toLowerCase()).join(", "),
    diagnoses: diagnoses.map(({ names, ...words }) => ({ ...words, ...examplesOf(names) })),
    attentionCut: model.attention.length - attention.length,
    folded: small ? [] : passing,
    foldedCount: small ? 0 : model.passing.length,
    layerCount,
    passingCut: model.passing.length - passing.length,
    skipped: skipped.map(({ reason, names }) => ({ reason, ...examplesOf(names) })),
    skippedTitle: `${count(model.skippedCount, "tensor")} ${model.skippedCount === 1 ? "was" : "were"} not analysed`,
    skippedCut: model.skipped.length - skipped.length
  };
}
function examplesOf(names) {
  return { names: names.slice(0, MOST_EXAMPLES), namesCut: Math.max(0, names.length - MOST_EXAMPLES) };
}

// src/report/terminal.ts
var MOST_LISTED = 40;
var NARROWEST = 72;
var WIDEST_NAME = 48;
var NARROWEST_NAME = 16;
var COLORS = {
  error: 31,
  fail: 31,
  inconclusive: 33,
  warn: 33,
  pass: 32
};
var HEAD = ["verdict", "layer", "N\xD7M", "evals", "alpha", "\u0394", "D", "why"];
var LAYER = HEAD.indexOf("layer");
var WHY = HEAD.indexOf("why");
var NUMERIC = /* @__PURE__ */ new Set(["evals", "alpha", "\u0394", "D"]);
var GAP = "  ";
function renderTable(outcomes, options) {
  const { models } = buildView(outcomes);
  return `${models.filter(({ status }) => status !== "error").map((model) => renderModel(model, options)).join("\n\n")}
`;
}
function renderModel(model, options) {
  const { status, name, headline, attention, passing, diagnoses, skipped, skippedCount, facts, seconds } = model;
  const { untrustedRun } = model;
  const all = attention.length + passing.length <= MOST_LISTED || options.verbose;
  const remarks = [
    ...untrustedRun === void 0 ? [] : [`computed in an untrusted run (${untrustedRun})`],
    ...all || passing.length === 0 ? [] : [`${count(passing.length, "layer")} not listed (--verbose lists all)`],
    ...facts,
    seconds,
    ...skippedCount === 0 || options.verbose ? [] : [`${count(skippedCount, "tensor")} skipped (--verbose says why)`]
  ];
  const lines = [
    `${paint(status.toUpperCase(), status, options)}  ${plainText(name)}: ${headline}`,
    "",
    ...table(all ? [...attention, ...passing] : attention, model.compared, options),
    ...diagnoses.map(({ title, names, meaning }) => `${title}, ${count(names.length, "layer")}: ${meaning}`),
    ...diagnoses.length === 0 ? [] : [""],
    plainText(remarks.join(" \xB7 "))
  ];
  if (options.verbose) {
    for (const { reason, names } of skipped) {
      lines.push(...names.map((tensor) => `skipped ${plainText(tensor)}: ${plainText(reason)}`));
    }
  }
  return lines.join("\n");
}
function table(layers, compared, options) {
  if (layers.length === 0) return [];
  const rows = layers.map((layer) => [
    layer.verdict,
    squeeze(plainText(layer.name), WIDEST_NAME),
    layer.shape,
    String(layer.eigenvalues),
    layer.sigma === "" ? layer.alpha : `${layer.alpha} \xB1 ${layer.sigma}`,
    layer.delta,
    layer.distance,
    plainText(layer.why)
  ]);
  const shown = HEAD.map((_, column) => column).filter((column) => compared || HEAD[column] !== "\u0394");
  const widths = HEAD.map(
    (title, column) => rows.reduce((most, row) => Math.max(most, stringWidth(row[column])), stringWidth(title))
  );
  const numbers = shown.filter((column) => column !== LAYER && column !== WHY).reduce((sum, column) => sum + widths[column] + GAP.length, 0);
  const room = Math.max(options.width, NARROWEST) - numbers;
  widths[LAYER] = Math.min(widths[LAYER], Math.max(NARROWEST_NAME, room));
  widths[WHY] = Math.max(0, room - widths[LAYER] - GAP.length);
  const line = (cells) => shown.map((column) => {
    const width = widths[column];
    return pad(squeeze(cells[column], width, column === WHY ? cutEnd : shorten), column, width);
  }).join(GAP).trimEnd();
  return [
    line(HEAD),
    ...rows.map((row, index) => {
      const { verdict } = layers[index];
      return line(row).replace(verdict, () => paint(verdict, verdict, options));
    }),
    ""
  ];
}
function pad(text, column, width) {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return NUMERIC.has(HEAD[column]) ? space + text : text + space;
}
function squeeze(text, width, cut = shorten) {
  if (stringWidth(text) <= width) return text;
  for (let characters = width; characters > 0; characters--) {
    const short = cut(text, characters);
    if (stringWidth(short) <= width) return short;
  }
  return "";
}
function cutEnd(text, characters) {
  return `${[...text].slice(0, characters - 1).join("").trimEnd()}\u2026`;
}
function paint(text, status, { color }) {
  return color ? `\x1B[${COLORS[status]}m${text}\x1B[0m` : text;
}

// src/publish/comment-marker.ts
function commentMarker(reportKey) {
  const key = reportKey.replace(
    /[^A-Za-z0-9._ /]/g,
    (character) => `%${character.charCodeAt(0).toString(16)};`
  );
  return `<!-- alphagate: ${key} -->`;
}

// src/entry/action/comment.ts
async function commentOnPullRequest(delivery, settings, env, connection) {
  if (settings.comment === "never") return { status: "skipped", reason: "comment is never" };
  const { outcomes, proposed, subject } = delivery;
  const { pull, repository } = subject;
  if (pull.pull === void 0) return { ...pull, status: pull.code === void 0 ? "skipped" : "failed" };
  if (repository === void 0) return { status: "skipped", reason: "GITHUB_REPOSITORY names no repository" };
  const octokit = await connection();
  if (octokit === void 0) return { status: "failed", ...NO_TOKEN };
  const { upsertComment } = await import("./comment-IA3RNLQL.js");
  const state = stateOf(delivery);
  const marker = commentMarker(settings.reportKey || defaultKey(env));
  const head = `${marker}
${formatState(state)}`;
  return upsertComment(octokit, {
    ...repository,
    issueNumber: pull.pull.number,
    marker,
    state,
    body: renderMarkdown(outcomes, { marker: head, budgetBytes: COMMENT_BUDGET_BYTES, proposed }),
    create: isWorthAComment(delivery, settings),
    onlyOnChange: settings.comment === "changes",
    repost: settings.repost
  });
}
function stateOf({ outcomes, subject }) {
  return {
    run: subject.run,
    commit: subject.pull.pull?.headSha ?? subject.commit ?? "",
    verdict: buildView(outcomes).status,
    digest: verdictDigest(outcomes)
  };
}
function isWorthAComment({ outcomes, passed }, { comment: comment2 }) {
  if (comment2 !== "changes") return comment2 === "always" || !passed;
  const reports = reportsOf(outcomes);
  if (reports.length < outcomes.length) return true;
  return reports.some(
    ({ layers, baseline, summary }) => baseline === void 0 || "missing" in baseline ? summary.verdict !== "pass" : layers.some(differsFromBaseline)
  );
}
function differsFromBaseline({ alpha, delta, threshold, verdict }) {
  if (alpha === null || delta === null) return verdict !== "pass";
  const wasBelow = alpha - delta < threshold;
  return alpha < threshold !== wasBelow || verdict === "fail" && !wasBelow;
}
function defaultKey(env) {
  return `${env["GITHUB_WORKFLOW"] ?? ""} / ${env["GITHUB_JOB"] ?? ""}`;
}

// src/report/csv.ts
var COLUMNS = [
  "layer_id",
  "slice_id",
  "name",
  "longname",
  "layer_type",
  "N",
  "M",
  "Q",
  "rf",
  "num_evals",
  "alpha",
  "D",
  "sigma",
  "xmin",
  "xmax",
  "num_pl_spikes",
  "lambda_max",
  "sv_max",
  "sv_min",
  "rank_loss",
  "weak_rank_loss",
  "norm",
  "log_norm",
  "spectral_norm",
  "log_spectral_norm",
  "alpha_weighted",
  "log_alpha_norm",
  "stable_rank",
  "matrix_rank",
  "entropy",
  "p_value",
  "trust",
  "warning",
  "status",
  "verdict",
  "reasons",
  "threshold",
  "delta"
];
function renderCsv(reports) {
  const asked = MODE_COLUMNS.filter(
    (column) => reports.some(({ layers }) => layers.some((layer) => layer[column] !== void 0))
  );
  const columns = [...COLUMNS, ...asked];
  const rows = reports.flatMap(
    ({ model, layers }) => layers.map(
      (layer) => [model.source, ...columns.map((column) => layer[column] ?? null)].map(field).join(",")
    )
  );
  return `${["model", ...columns].join(",")}\r
${rows.map((row) => `${row}\r
`).join("")}`;
}
function field(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : value.join("; ");
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// src/report/json.ts
var NUMBERS = /\[\n\s+-?\d[^\]"{[]*\]/g;
function renderJson(reports) {
  const document = reports.length === 1 ? reports[0] : reports;
  const finiteOnly = (key, value) => {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(`${key} is ${value} in a report`);
    return value;
  };
  return `${JSON.stringify(document, finiteOnly, 2).replace(NUMBERS, onOneLine)}
`;
}
function onOneLine(list) {
  return list.replace(/\s+/g, " ");
}

// src/report/sarif.ts
var MOST_RESULTS = 5e3;
var LONGEST_MESSAGE = 1e3;
var DOCUMENTATION = "https://github.com/alphagate/alphagate#readme";
var RULES = [
  {
    id: "alpha-below-threshold",
    text: "The layer\u2019s alpha is below its threshold, or has fallen too far",
    help: "The eigenvalues of the layer\u2019s weights are so heavy-tailed that they may describe the training data and nothing else. Train with more data or more regularisation, or accept the layer in .alphagate.yml."
  },
  {
    id: "alpha-out-of-bounds",
    text: "The layer\u2019s alpha is out of bounds, which is tolerated",
    help: "Look at the layer before you rely on the model."
  },
  {
    id: "alpha-inconclusive",
    text: "The layer could not be judged",
    help: "There are too few eigenvalues, or no power law fits them."
  },
  {
    id: "model-unreadable",
    text: "The model could not be analysed",
    help: "The message says what was read, what is wrong with it and what to do."
  }
];
var LEVELS = ["error", "warning", "note"];
function renderSarif(outcomes) {
  const findings = outcomes.flatMap((outcome) => outcome.kind === "error" ? [unreadable(outcome)] : findingsOf(outcome.report)).sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Alphagate",
            semanticVersion: VERSION,
            informationUri: DOCUMENTATION,
            rules: RULES.map(({ id, text, help }) => ({
              id,
              shortDescription: { text },
              help: { text: help },
              helpUri: DOCUMENTATION
            }))
          }
        },
        columnKind: "utf16CodeUnits",
        results: findings.slice(0, MOST_RESULTS).map(toResult)
      }
    ]
  };
  return `${JSON.stringify(document, null, 2)}
`;
}
function unreadable({ reference, error }) {
  return { ruleId: "model-unreadable", level: "error", file: reference, message: error.message };
}
function findingsOf({ model, layers }) {
  return layers.filter(({ verdict }) => verdict !== "pass").map((layer) => ({
    ...kindOf(layer),
    file: model.source,
    layer: rowName(layer),
    message: layer.reasons.join("; ")
  }));
}
function kindOf({ verdict }) {
  switch (verdict) {
    case "fail":
      return { ruleId: "alpha-below-threshold", level: "error" };
    case "inconclusive":
      return { ruleId: "alpha-inconclusive", level: "note" };
    default:
      return { ruleId: "alpha-out-of-bounds", level: "warning" };
  }
}
function toResult({ ruleId, level, file, layer, message }) {
  const name = layer === void 0 ? void 0 : shorten(plainText(layer));
  return {
    ruleId,
    ruleIndex: RULES.findIndex(({ id }) => id === ruleId),
    level,
    message: {
      text: shorten(plainText(name === void 0 ? message : `${name}: ${message}`), LONGEST_MESSAGE)
    },
    locations: [
      {
        // GitHub shows only results that lie somewhere in a file. Weights have no lines, so that it is the first.
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
        ...layer !== void 0 && {
          logicalLocations: [{ fullyQualifiedName: plainText(layer), kind: "member" }]
        }
      }
    ],
    // Tells the layers of a model apart: without it GitHub takes all results on one line for the same.
    partialFingerprints: { "layer/v1": `${ruleId}:${uriOf(file)}:${plainText(layer ?? "")}` }
  };
}
function uriOf(file) {
  const scheme = /^[a-z][a-z0-9+.-]+:\/\//i.exec(file)?.[0] ?? "";
  return scheme + file.slice(scheme.length).toWellFormed().replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}

export {
  TEMPLATE_HELPERS,
  SUMMARY_BUDGET_BYTES,
  renderMarkdown,
  renderTable,
  commentOnPullRequest,
  renderCsv,
  renderJson,
  renderSarif
};
