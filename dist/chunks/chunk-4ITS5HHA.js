import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  iso_exports
} from "./chunk-NL772UJH.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  VERDICTS
} from "./chunk-F6C45J7V.js";
import {
  fittedAlpha
} from "./chunk-QD66ABUT.js";
import {
  _enum,
  array,
  literal,
  number,
  prettifyError,
  strictObject,
  string,
  tuple
} from "./chunk-56UKHU64.js";
import {
  MAX_HISTORY_BYTES,
  MAX_HISTORY_RUNS,
  MAX_REPORTED_LAYERS
} from "./chunk-JXTWGQ7Y.js";
import {
  FormatError
} from "./chunk-LSZFXY6A.js";

// src/report/history/history.ts
var HISTORY_VERSION = 1;
var text = string().max(5e3);
var run = strictObject({
  /** When it ran, by its own clock: ISO 8601, in UTC. */
  time: iso_exports.datetime(),
  commit: string().max(100).nullable(),
  /** The model's reference, and its content. */
  model: text,
  identity: text,
  verdict: _enum(VERDICTS),
  /** Alpha of each layer, by name, in the model's order; null where there is none. */
  layers: array(tuple([text, number().nullable()])).max(MAX_REPORTED_LAYERS)
});
var historySchema = strictObject({
  historyVersion: literal(HISTORY_VERSION),
  /** Of all models, the oldest first. */
  runs: array(run).max(MAX_HISTORY_RUNS)
});
var DIGITS = 6;
function parseHistory(document, subject) {
  let value;
  try {
    value = JSON.parse(document);
  } catch (cause) {
    throw notAHistory(subject, "it is not JSON", cause);
  }
  const parsed = historySchema.safeParse(value);
  if (parsed.success) return parsed.data.runs;
  throw notAHistory(subject, prettifyError(parsed.error).split("\n").slice(0, 2).join(" "), parsed.error);
}
function requireHistorySize(subject, sizeBytes) {
  if (sizeBytes <= MAX_HISTORY_BYTES) return;
  const problem = `has ${sizeBytes} bytes, more than the ${MAX_HISTORY_BYTES} of any history`;
  throw new FormatError({ code: "NOT_A_HISTORY", subject, problem, cure: CURE });
}
var CURE = "Name another file, or move this one away so that a new history begins";
function notAHistory(subject, problem, cause) {
  return new FormatError({
    code: "NOT_A_HISTORY",
    subject,
    problem: `is not a history of this version of alphagate: ${problem.replace(/\.$/, "")}`,
    cure: CURE,
    cause
  });
}
function renderHistory(history) {
  const lines = [];
  let left = MAX_HISTORY_BYTES - 1e3;
  for (const entry of history.toReversed()) {
    const line = JSON.stringify(entry);
    left -= new TextEncoder().encode(line).length + 2;
    if (left < 0) break;
    lines.unshift(line);
  }
  return `{"historyVersion":${HISTORY_VERSION},"runs":[
${lines.join(",\n")}
]}
`;
}
function runOf({ model, summary, layers }, { time, commit }) {
  return {
    time: time.toISOString(),
    commit: commit ?? null,
    model: model.source,
    identity: model.identity,
    verdict: summary.verdict,
    layers: layers.map((layer) => {
      const alpha = fittedAlpha(layer);
      return [rowName(layer), alpha === null ? null : Number(alpha.toPrecision(DIGITS))];
    })
  };
}
function withRuns(history, added, mostRuns) {
  const kept = history.filter((old) => !added.some((now) => isSameRun(old, now)));
  const all = [...kept, ...added];
  const left = /* @__PURE__ */ new Map();
  const bounded = all.toReversed().filter(({ model }) => {
    const count = (left.get(model) ?? 0) + 1;
    left.set(model, count);
    return count <= mostRuns;
  });
  return bounded.slice(0, MAX_HISTORY_RUNS).reverse();
}
function isSameRun(a, b) {
  return a.commit !== null && a.commit === b.commit && a.model === b.model && a.identity === b.identity;
}

export {
  parseHistory,
  requireHistorySize,
  renderHistory,
  runOf,
  withRuns
};
