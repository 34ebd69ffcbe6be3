import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  mean
} from "./chunk-WJ3RAWXL.js";
import {
  reportsOf
} from "./chunk-7Q3HDJ4U.js";
import "./chunk-Z2QRIJIB.js";
import "./chunk-2UK5UDTN.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-JUDLKW4K.js";
import "./chunk-NBCO2E7D.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  VERDICTS
} from "./chunk-F6C45J7V.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-QD66ABUT.js";
import "./chunk-CFYXJZWH.js";
import "./chunk-56UKHU64.js";
import "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/entry/action/outputs.ts
var MOST_OUTPUT_CHARACTERS = 2e5;
function modelOutputs(outcomes, passed) {
  const reports = reportsOf(outcomes);
  const layers = reports.flatMap((report) => report.layers);
  const smallest = smallestAlpha(reports);
  return {
    verdict: VERDICTS.find((verdict) => reports.some(({ summary }) => summary.verdict === verdict)) ?? "",
    passed: String(passed),
    "min-alpha": text(smallest?.min_alpha),
    "min-alpha-layer": text(smallest?.min_alpha_layer),
    "mean-alpha": text(mean(layers.map(({ alpha }) => alpha))),
    "failed-layers": listWithin(
      MOST_OUTPUT_CHARACTERS,
      layers.filter(({ verdict }) => verdict === "fail").sort((a, b) => (a.alpha ?? 0) - (b.alpha ?? 0)).map((layer) => ({ name: rowName(layer), alpha: layer.alpha, threshold: layer.threshold }))
    ),
    "layers-analyzed": text(layers.length)
  };
}
function numberOutputs(outcomes) {
  return { ...modelOutputs(outcomes, false), verdict: "", passed: "", "failed-layers": "" };
}
function listWithin(mostCharacters, list) {
  const entries = [];
  let characters = 0;
  for (const entry of list) {
    const json = JSON.stringify(entry);
    characters += json.length + 1;
    if (characters > mostCharacters) break;
    entries.push(json);
  }
  return `[${entries.join(",")}]`;
}
function smallestAlpha(reports) {
  return reports.map(({ summary }) => summary).filter(({ min_alpha }) => min_alpha !== null).toSorted((a, b) => a.min_alpha - b.min_alpha)[0];
}
function text(value) {
  return value == null ? "" : String(value);
}
export {
  modelOutputs,
  numberOutputs
};
