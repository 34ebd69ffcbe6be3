import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  trendCells,
  trendHead,
  trendHeadline
} from "./chunk-4XHA2FX4.js";
import {
  escapeXml
} from "./chunk-YT5I2F6Z.js";
import {
  renderCsv,
  renderSarif,
  renderTable
} from "./chunk-RA4HOYB2.js";
import {
  renderJson
} from "./chunk-IZLUWDFI.js";
import {
  alignColumns,
  nameCell
} from "./chunk-WPHFRZYX.js";
import {
  buildView,
  reportsOf
} from "./chunk-7Q3HDJ4U.js";
import {
  count
} from "./chunk-RI7JASEA.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  LONGEST_TEXT,
  markdownCodeCell,
  markdownText,
  plainText,
  shorten
} from "./chunk-X3MXISDX.js";

// src/report/junit.ts
function renderJUnit(outcomes) {
  const suites = outcomes.map(suiteOf);
  const sum = (kind) => suites.reduce((total, { counts: counts2 }) => total + counts2[kind], 0);
  const counts = {
    tests: sum("tests"),
    failures: sum("failures"),
    errors: sum("errors"),
    skipped: sum("skipped")
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="alphagate" ${countAttributes(counts)}>
${suites.map(({ xml }) => xml).join("\n")}
</testsuites>
`;
}
function suiteOf(outcome) {
  if (outcome.kind === "error") {
    const name2 = attribute(outcome.reference);
    const message = attribute(shorten(outcome.error.message, LONGEST_TEXT));
    const body = `    <testcase classname="${name2}" name="analyse"><error message="${message}"/></testcase>`;
    return suite(name2, { tests: 1, failures: 0, errors: 1, skipped: 0 }, 0, [body]);
  }
  const { model, layers, summary, timing } = outcome.report;
  const name = attribute(model.source);
  const { fail, inconclusive } = summary.counts;
  const counts = { tests: layers.length, failures: fail, errors: 0, skipped: inconclusive };
  const cases = layers.map((layer) => testCase(name, layer));
  return suite(name, counts, timing.total_ms / 1e3, cases);
}
function suite(name, counts, seconds, cases) {
  const xml = `  <testsuite name="${name}" ${countAttributes(counts)} time="${seconds}">
${cases.join("\n")}
  </testsuite>`;
  return { counts, xml };
}
function countAttributes({ tests, failures, errors, skipped }) {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}
function testCase(className, layer) {
  const { verdict, reasons } = layer;
  const open = `    <testcase classname="${className}" name="${attribute(rowName(layer))}"`;
  const message = attribute(shorten(reasons.join("; "), LONGEST_TEXT));
  switch (verdict) {
    case "pass":
      return `${open}/>`;
    case "fail":
      return `${open}><failure message="${message}"/></testcase>`;
    case "inconclusive":
      return `${open}><skipped message="${message}"/></testcase>`;
    case "warn":
      return `${open}><system-out>${message}</system-out></testcase>`;
  }
}
function attribute(text) {
  return escapeXml(
    plainText(text).replace(/[\uFFFE\uFFFF]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
  );
}

// src/report/trends/render-series.ts
var MOST_LISTED = 40;
function seriesTable({ trend, outcomes }, verbose) {
  const listed = verbose ? trend.layers : trend.layers.slice(0, MOST_LISTED);
  const rows = listed.map((layer) => [nameCell(layer.name), ...trendCells(layer)]);
  return `${[
    `SERIES  ${trendHeadline(trend)}`,
    "",
    ...rows.length === 0 ? [] : [...alignColumns([trendHead(trend), ...rows], 1), ""],
    ...cut(trend.layers.length - listed.length, "not listed (--verbose lists all)"),
    ...checkpoints(outcomes).map(
      ({ status, name, headline }) => `${status.padEnd("inconclusive".length)}  ${plainText(name)}: ${plainText(headline)}`.trimEnd()
    )
  ].join("\n")}
`;
}
function seriesMarkdown({ trend, outcomes }) {
  const listed = trend.layers.slice(0, MOST_LISTED);
  const head = trendHead(trend);
  return `${[
    `## Alphagate: series of ${count(outcomes.length, "checkpoint")}`,
    "",
    markdownText(trendHeadline(trend)),
    "",
    `| ${head.join(" | ")} |`,
    `|:---|${"---:|".repeat(head.length - 1)}`,
    ...listed.map((layer) => `| ${[markdownCodeCell(layer.name), ...trendCells(layer)].join(" | ")} |`),
    "",
    ...cut(trend.layers.length - listed.length, "in the full report"),
    "| checkpoint | verdict | |",
    "|:---|:---|:---|",
    ...checkpoints(outcomes).map(
      ({ status, name, headline }) => `| ${markdownCodeCell(name)} | ${status} | ${markdownText(headline)} |`
    )
  ].join("\n")}
`;
}
function cut(left, where) {
  return left <= 0 ? [] : [`${count(left, "more layer")} ${where}`, ""];
}
function checkpoints(outcomes) {
  return buildView(outcomes).models.toSorted((a, b) => a.index - b.index);
}

// src/entry/render.ts
var DOCUMENT_FORMATS = [
  { name: "table", suffix: ".txt" },
  { name: "json", suffix: ".json" },
  { name: "markdown", suffix: ".md" },
  { name: "html", suffix: ".html" },
  { name: "csv", suffix: ".csv" },
  { name: "sarif", suffix: ".sarif" },
  { name: "junit", suffix: ".xml" }
];
var DEFAULT_WIDTH = 120;
async function render(outcomes, format, terminal, verbose, { template, series } = {}) {
  switch (format) {
    case "json":
      return renderJson(reportsOf(outcomes));
    case "csv":
      return renderCsv(reportsOf(outcomes));
    case "sarif":
      return renderSarif(outcomes);
    case "junit":
      return renderJUnit(outcomes);
    case "html":
      return (await import("./render-html-E2YAFLOC.js")).renderHtml(outcomes, series?.trend);
    case "markdown":
      if (series !== void 0) return seriesMarkdown(series);
      return (await import("./markdown-GQMTPEVE.js")).renderMarkdown(outcomes, { template });
    case "table":
      if (series !== void 0) return seriesTable(series, verbose);
      return renderTable(outcomes, {
        color: terminal?.isTTY === true && terminal.hasColors(),
        width: (terminal?.isTTY ? terminal.columns : void 0) ?? DEFAULT_WIDTH,
        verbose
      });
  }
}
async function renderComparison(comparison, format) {
  if (format === "json") return `${JSON.stringify(comparison, null, 2)}
`;
  const { comparisonMarkdown, comparisonTable } = await import("./render-comparison-MBPLTXHH.js");
  return format === "markdown" ? comparisonMarkdown(comparison) : comparisonTable(comparison);
}

export {
  DOCUMENT_FORMATS,
  render,
  renderComparison
};
