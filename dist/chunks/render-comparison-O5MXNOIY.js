import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  comparison,
  require_runtime
} from "./chunk-WE3E465V.js";
import {
  TEMPLATE_HELPERS
} from "./chunk-BWIOOCST.js";
import "./chunk-OYUS2AGH.js";
import {
  alignColumns
} from "./chunk-F22NMM5R.js";
import {
  digits,
  signed
} from "./chunk-ACT7PKZF.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-PCH37KXB.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  plainText,
  shorten
} from "./chunk-XLCYYEDR.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-QD66ABUT.js";
import "./chunk-6XBKUWWT.js";
import "./chunk-56UKHU64.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-LSZFXY6A.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/report/render-comparison.ts
var import_runtime = __toESM(require_runtime(), 1);
var NONE = "\u2013";
var WIDEST_NAME = 48;
var handlebars = import_runtime.default.create();
handlebars.registerHelper(TEMPLATE_HELPERS);
var template = handlebars.template(comparison);
function comparisonTable(comparison2) {
  const { base, model, summary, layers, unmatched, method } = comparison2;
  const rows = layers.map((layer) => {
    const { name, verdict, cells } = rowOf(layer);
    return [verdict, shorten(plainText(name), WIDEST_NAME), ...cells];
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
    cells: [...change(alpha), ...change(log_norm), shown(delta_W), shown(delta_b)]
  };
}
function change({ model, delta }) {
  return [shown(model), delta === null ? NONE : signed(delta)];
}
function shown(value) {
  return value === null ? NONE : digits(value);
}
function footOf({ summary: { layers, alpha, mean_delta_W } }) {
  const facts = [`${layers} layer${layers === 1 ? "" : "s"} in common`];
  if (alpha.delta !== null) facts.push(`mean alpha ${digits(alpha.model)} (${signed(alpha.delta)})`);
  if (mean_delta_W !== null) facts.push(`mean \u0394W ${digits(mean_delta_W)}`);
  return facts.join(" \xB7 ");
}
export {
  comparisonMarkdown,
  comparisonTable
};
