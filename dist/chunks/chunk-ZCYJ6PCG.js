import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  writeDocument
} from "./chunk-U4NYYKY2.js";
import {
  parseHistory,
  renderHistory,
  requireHistorySize,
  runOf,
  withRuns
} from "./chunk-4ITS5HHA.js";
import {
  isNothingThere,
  locateOptions,
  locator
} from "./chunk-NUHIWQ25.js";
import {
  openArchives
} from "./chunk-I46AYHW6.js";
import {
  reportsOf
} from "./chunk-7Q3HDJ4U.js";
import {
  baseName
} from "./chunk-UEJXIGCQ.js";
import {
  readDocument
} from "./chunk-CN75QAP5.js";
import {
  parseReference,
  printableReference
} from "./chunk-XJUTMDZ7.js";
import {
  isGlob
} from "./chunk-ET7JD5AR.js";
import {
  AlphagateError,
  ConfigError
} from "./chunk-LSZFXY6A.js";

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
  requireHistorySize(file.name, file.sizeBytes);
  return parseHistory(await readDocument(file, options), file.name);
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
    await (await import("./change-object-IQM5RZ4Z.js")).changeObject(parsed, change, options);
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
    (run) => run.commit === null || run.commit !== commit || run.identity !== identity
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
  const change = (text) => remembered(text === void 0 ? [] : parseHistory(text, subject), outcomes, facts, settings);
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
