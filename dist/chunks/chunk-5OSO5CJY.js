import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  require_runtime
} from "./chunk-KKHAMUS3.js";
import {
  markdownCode,
  markdownCodeCell,
  markdownText
} from "./chunk-X3MXISDX.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/report/template-helpers.ts
var import_runtime = __toESM(require_runtime(), 1);
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
function markdownTemplate(precompiled) {
  const handlebars = import_runtime.default.create();
  handlebars.registerHelper(TEMPLATE_HELPERS);
  return handlebars.template(precompiled);
}

export {
  TEMPLATE_HELPERS,
  markdownTemplate
};
