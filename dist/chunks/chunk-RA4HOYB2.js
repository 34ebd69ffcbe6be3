import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  GAP,
  WIDEST_NAME,
  alignColumns,
  columnWidths,
  dist_default
} from "./chunk-WPHFRZYX.js";
import {
  LAYER_COLUMNS,
  MODE_COLUMNS
} from "./chunk-RQ5MN7VV.js";
import {
  buildView
} from "./chunk-7Q3HDJ4U.js";
import {
  count
} from "./chunk-RI7JASEA.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  LONGEST_TEXT,
  plainText,
  shorten
} from "./chunk-X3MXISDX.js";
import {
  VERSION
} from "./chunk-ACWPGXX5.js";

// src/report/terminal.ts
var MOST_LISTED = 40;
var NARROWEST = 72;
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
function renderTable(outcomes, options) {
  const { models } = buildView(outcomes);
  return `${models.filter(({ status }) => status !== "error").map((model) => renderModel(model, options)).join("\n\n")}
`;
}
function renderModel(model, options) {
  const { status, name, headline, attention, passing, compared, diagnoses } = model;
  const { skipped, skippedCount, untrustedRun, facts, seconds } = model;
  const all = attention.length + passing.length <= MOST_LISTED || options.verbose;
  const remarks = [
    untrustedRun !== "" && `computed in an untrusted run (${untrustedRun})`,
    !all && passing.length > 0 && `${count(passing.length, "layer")} not listed (--verbose lists all)`,
    ...facts,
    seconds,
    skippedCount > 0 && !options.verbose && `${count(skippedCount, "tensor")} skipped (--verbose says why)`
  ].filter((remark) => remark !== false);
  const lines = [
    `${paint(status.toUpperCase(), status, options)}  ${plainText(name)}: ${headline}`,
    "",
    ...table(all ? [...attention, ...passing] : attention, compared, options),
    ...diagnoses.map(({ title, names, meaning }) => `${title}, ${count(names.length, "layer")}: ${meaning}`),
    ...diagnoses.length === 0 ? [] : [""],
    ...historyLines(model),
    plainText(remarks.join(" \xB7 "))
  ];
  if (options.verbose) {
    for (const { reason, names } of skipped) {
      lines.push(...names.map((tensor) => `skipped ${plainText(tensor)}: ${plainText(reason)}`));
    }
  }
  return lines.join("\n");
}
function historyLines({ history, historyRuns }) {
  if (history.length === 0) return [];
  const rows = history.map(({ name, bars, first, last }) => [
    squeeze(plainText(name), WIDEST_NAME),
    bars,
    first,
    last
  ]);
  return [...alignColumns([[`last ${historyRuns} runs`, "alpha", "from", "to"], ...rows], 2), ""];
}
function table(layers, compared, options) {
  if (layers.length === 0) return [];
  const rows = [HEAD, ...layers.map(cellsOf)].map(
    (cells) => cells.filter((_, column) => compared || HEAD[column] !== "\u0394")
  );
  const widths = columnWidths(rows);
  const last = widths.length - 1;
  const numbers = widths.reduce(
    (sum, width, column) => column === LAYER || column === last ? sum : sum + width + GAP,
    0
  );
  const room = Math.max(options.width, NARROWEST) - numbers;
  const nameWidth = Math.min(widths[LAYER], Math.max(NARROWEST_NAME, room));
  const whyWidth = Math.max(0, room - nameWidth - GAP);
  const fitting = rows.map(
    (cells) => cells.with(LAYER, squeeze(cells[LAYER], nameWidth)).with(last, squeeze(cells[last], whyWidth, cutEnd))
  );
  const [head, ...lines] = alignColumns(fitting, HEAD.indexOf("evals"), 1);
  const painted = lines.map((line, index) => {
    const { verdict } = layers[index];
    return line.replace(verdict, () => paint(verdict, verdict, options));
  });
  return [head, ...painted, ""];
}
function cellsOf(layer) {
  const { verdict, name, shape, eigenvalues, alpha, sigma, delta, distance, why } = layer;
  return [
    verdict,
    squeeze(plainText(name), WIDEST_NAME),
    shape,
    String(eigenvalues),
    sigma === "" ? alpha : `${alpha} \xB1 ${sigma}`,
    delta,
    distance,
    plainText(why.join("; "))
  ];
}
function squeeze(text, width, cut = shorten) {
  if (dist_default(text) <= width) return text;
  for (let characters = width; characters > 0; characters--) {
    const short = cut(text, characters);
    if (dist_default(short) <= width) return short;
  }
  return "";
}
function cutEnd(text, characters) {
  return `${[...text].slice(0, characters - 1).join("").trimEnd()}\u2026`;
}
function paint(text, status, { color }) {
  return color ? `\x1B[${COLORS[status]}m${text}\x1B[0m` : text;
}

// src/report/csv.ts
var LATER_COLUMNS = [
  "numerical_rank",
  "outliers",
  "alpha_without_outliers",
  "correlation_traps"
];
var NOT_HERE = /* @__PURE__ */ new Set(["curves", ...LATER_COLUMNS, ...MODE_COLUMNS]);
var COLUMNS = LAYER_COLUMNS.filter(
  (column) => !NOT_HERE.has(column)
);
function renderCsv(reports) {
  const asked = MODE_COLUMNS.filter(
    (column) => reports.some(({ layers }) => layers.some((layer) => layer[column] !== void 0))
  );
  const columns = [...COLUMNS, ...LATER_COLUMNS, ...asked];
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

// src/report/sarif.ts
var MOST_RESULTS = 5e3;
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
var KINDS = {
  fail: { ruleId: "alpha-below-threshold", level: "error" },
  warn: { ruleId: "alpha-out-of-bounds", level: "warning" },
  inconclusive: { ruleId: "alpha-inconclusive", level: "note" }
};
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
  return layers.flatMap((layer) => {
    const { verdict, reasons } = layer;
    if (verdict === "pass") return [];
    const message = reasons.join("; ");
    return [{ ...KINDS[verdict], file: model.source, layer: rowName(layer), message }];
  });
}
function toResult({ ruleId, level, file, layer, message }) {
  const name = layer === void 0 ? void 0 : shorten(plainText(layer));
  return {
    ruleId,
    ruleIndex: RULES.findIndex(({ id }) => id === ruleId),
    level,
    message: {
      text: shorten(plainText(name === void 0 ? message : `${name}: ${message}`), LONGEST_TEXT)
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
  renderTable,
  renderCsv,
  renderSarif
};
