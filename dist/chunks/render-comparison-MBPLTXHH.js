import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  comparison
} from "./chunk-6XYATBHJ.js";
import {
  markdownTemplate
} from "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import {
  alignColumns,
  nameCell
} from "./chunk-WPHFRZYX.js";
import {
  digits,
  signed
} from "./chunk-5EWVQSMP.js";
import {
  count
} from "./chunk-RI7JASEA.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  plainText
} from "./chunk-X3MXISDX.js";
import "./chunk-4MUT4G64.js";

// src/report/render-comparison.ts
var template = markdownTemplate(comparison);
function comparisonTable(comparison2) {
  const { base, model, summary, layers, unmatched, method } = comparison2;
  const rows = layers.map((layer) => {
    const { name, verdict, cells } = rowOf(layer);
    return [verdict, nameCell(name), ...cells];
  });
  return `${[
    `${summary.verdict.toUpperCase()}  ${plainText(model.source)} against ${plainText(base.source)}: ${plainText(summary.reason)}`,
    "",
    ...layers.length === 0 ? ["no layer in common"] : alignColumns([["verdict", "layer", ...HEAD], ...rows], 2),
    "",
    footOf(comparison2),
    ...unmatched.map(({ name, reason }) => `not compared ${plainText(name)}: ${plainText(reason)}`),
    `\u0394W is the ${method} distance`
  ].join("\n")}
`;
}
function comparisonMarkdown(comparison2) {
  const { base, model, summary, layers, unmatched, method } = comparison2;
  const view = {
    status: summary.verdict,
    base: base.source,
    model: model.source,
    reason: summary.reason,
    head: HEAD,
    layers: layers.map(rowOf),
    foot: footOf(comparison2),
    method,
    unmatched
  };
  return `${template(view).trim()}
`;
}
var HEAD = ["alpha", "\u0394 alpha", "log_norm", "\u0394 log_norm", "\u0394W", "\u0394b"];
function rowOf(layer) {
  const { verdict, base_longname, longname, alpha, log_norm, delta_W, delta_b } = layer;
  const name = rowName(layer);
  return {
    verdict,
    name: base_longname === longname ? name : `${name} (was ${base_longname})`,
    cells: [...change(alpha), ...change(log_norm), digits(delta_W), digits(delta_b)]
  };
}
function change({ model, delta }) {
  return [digits(model), signed(delta)];
}
function footOf({ summary: { layers, alpha, mean_delta_W } }) {
  const facts = [`${count(layers, "layer")} in common`];
  if (alpha.delta !== null) facts.push(`mean alpha ${digits(alpha.model)} (${signed(alpha.delta)})`);
  if (mean_delta_W !== null) facts.push(`mean \u0394W ${digits(mean_delta_W)}`);
  return facts.join(" \xB7 ");
}
export {
  comparisonMarkdown,
  comparisonTable
};
