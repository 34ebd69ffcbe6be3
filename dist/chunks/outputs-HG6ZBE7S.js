import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import "./chunk-4MUT4G64.js";

// src/entry/action/outputs.ts
var WORST_FIRST = ["fail", "inconclusive", "warn", "pass"];
var MOST_OUTPUT_CHARACTERS = 2e5;
function modelOutputs(outcomes, passed) {
  const reports = outcomes.flatMap((outcome) => outcome.kind === "report" ? [outcome.report] : []);
  const layers = reports.flatMap((report) => report.layers);
  const alphas = layers.flatMap(({ alpha }) => alpha ?? []);
  const smallest = smallestAlpha(reports);
  return {
    verdict: WORST_FIRST.find((verdict) => reports.some(({ summary }) => summary.verdict === verdict)) ?? "",
    passed: String(passed),
    "min-alpha": text(smallest?.min_alpha),
    "min-alpha-layer": text(smallest?.min_alpha_layer),
    "mean-alpha": alphas.length === 0 ? "" : text(alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length),
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
