import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  isNothingThere,
  iso_exports,
  locateOptions,
  locator
} from "./chunk-O5E4JI3U.js";
import {
  writeDocument
} from "./chunk-J3SN7J3S.js";
import {
  openArchives
} from "./chunk-BXSRO3AT.js";
import {
  reportsOf
} from "./chunk-4KJKJL5G.js";
import {
  VERDICTS
} from "./chunk-F6C45J7V.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  baseName
} from "./chunk-UEJXIGCQ.js";
import {
  readDocument
} from "./chunk-CN75QAP5.js";
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
  parseReference,
  printableReference
} from "./chunk-MWOAU7J3.js";
import {
  isGlob
} from "./chunk-ET7JD5AR.js";
import {
  MAX_HISTORY_BYTES,
  MAX_HISTORY_RUNS,
  MAX_REPORTED_LAYERS
} from "./chunk-2RHTLJYZ.js";
import {
  AlphagateError,
  ConfigError,
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
function notAHistory(subject, problem, cause) {
  return new FormatError({
    code: "NOT_A_HISTORY",
    subject,
    problem: `is not a history of this version of alphagate: ${problem.replace(/\.$/, "")}`,
    cure: "Name another file, or move this one away so that a new history begins",
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

// src/pipeline/load-history.ts
var HISTORY_FILE = "history.json";
async function loadHistory(reference, locate, options) {
  let file;
  try {
    file = await findHistory(await locate(reference), options);
  } catch (error) {
    if (!isNothingThere(error)) throw error;
  }
  return file && readHistory(file, options);
}
async function findHistory(located, options) {
  const [file] = located.files;
  if (located.kind === "file" && located.files.length === 1 && !file.path.endsWith(".zip")) return file;
  const files = (await openArchives(located, options)).flatMap((part) => part.files);
  return files.find(({ path: path2 }) => baseName(path2) === HISTORY_FILE);
}
async function readHistory(file, options) {
  if (file.sizeBytes > MAX_HISTORY_BYTES) throw tooLarge(file.name, file.sizeBytes);
  return parseHistory(await readDocument(file, options), file.name);
}
function tooLarge(subject, bytes) {
  return new FormatError({
    code: "NOT_A_HISTORY",
    subject,
    problem: `has ${bytes} bytes, more than the ${MAX_HISTORY_BYTES} of any history`,
    cure: "Name another file, or move this one away so that a new history begins"
  });
}

// src/publish/change-document.ts
import { readFile } from "node:fs/promises";
import path from "node:path";
async function changeDocument(reference, change, options) {
  const parsed = parseReference(reference);
  if (parsed.kind === "path" && !isGlob(parsed.path)) {
    const file = path.resolve(options.cwd, parsed.path);
    await writeDocument(file, change(await textOf(file)));
  } else if (parsed.kind === "s3" && isObject(parsed)) {
    await (await import("./change-object-EFHYPTM7.js")).changeObject(parsed, change, options);
  } else {
    throw new ConfigError({
      code: "HISTORY_READ_ONLY",
      subject: printableReference(reference),
      problem: "cannot be written to",
      cure: "Name a file or s3://bucket/key, or set history-write to never"
    });
  }
}
function isObject({ key, versionId }) {
  return key !== "" && !key.endsWith("/") && !isGlob(key) && versionId === void 0;
}
async function textOf(file) {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (cause.code === "ENOENT") return void 0;
    throw new ConfigError({
      code: "OUTPUT_UNWRITABLE",
      subject: file,
      problem: `cannot be read before it is written: ${cause.message}`,
      cure: "Name a file in a directory that may be written to",
      cause
    });
  }
}

// src/report/history/history-of.ts
function historyOf({ model: { source, identity }, commit }, history, names) {
  const earlier = history.filter(
    (run2) => run2.commit === null || run2.commit !== commit || run2.identity !== identity
  );
  const same = earlier.filter(({ model }) => model === source);
  if (same.length > 0) return same;
  const file = baseName(source);
  if (names.filter((name) => baseName(name) === file).length > 1) return [];
  const alike = earlier.filter(({ model }) => baseName(model) === file);
  return new Set(alike.map(({ time }) => time)).size === alike.length ? alike : [];
}

// src/entry/history.ts
async function remember(outcomes, settings, signal) {
  if (settings.history === "") return { outcomes };
  let history;
  try {
    history = await loadHistory(settings.history, locator(settings, signal), { signal }) ?? [];
  } catch (error) {
    return { outcomes, failure: explained(error, signal) };
  }
  const names = reportsOf(outcomes).map(({ model }) => model.source);
  return {
    history,
    outcomes: outcomes.map(
      (outcome) => outcome.kind === "report" ? {
        ...outcome,
        history: historyOf(outcome.report, history, names).slice(-settings.historyRuns)
      } : outcome
    )
  };
}
function remembered(history, outcomes, facts, { historyRuns }) {
  const runs = reportsOf(outcomes).map((report) => runOf(report, facts));
  return renderHistory(withRuns(history, runs, historyRuns));
}
async function record(outcomes, facts, settings, signal) {
  const subject = printableReference(settings.history);
  const change = (text2) => remembered(text2 === void 0 ? [] : parseHistory(text2, subject), outcomes, facts, settings);
  try {
    await changeDocument(settings.history, change, locateOptions(settings, signal));
    return void 0;
  } catch (error) {
    return explained(error, signal);
  }
}
function explained(error, signal) {
  signal?.throwIfAborted();
  if (!(error instanceof AlphagateError)) throw error;
  return { reason: error.message.replace(/\.$/, ""), code: error.code };
}

export {
  HISTORY_FILE,
  remember,
  remembered,
  record
};
