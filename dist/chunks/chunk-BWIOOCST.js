import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  markdownCode,
  markdownCodeCell,
  markdownText
} from "./chunk-XLCYYEDR.js";

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

export {
  TEMPLATE_HELPERS
};
