import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  analyzeBaseline
} from "./chunk-A54HTH3L.js";
import {
  buildReport,
  describeBaseline,
  judge,
  loadBaseline,
  readReports,
  reportFor
} from "./chunk-NJUGHUKA.js";
import {
  locator
} from "./chunk-O5E4JI3U.js";
import {
  openArchives
} from "./chunk-BXSRO3AT.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  noReport
} from "./chunk-M5MCOTWB.js";
import {
  layerSettings
} from "./chunk-LSATRQTY.js";
import {
  MAX_REPORT_BYTES
} from "./chunk-2RHTLJYZ.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/report/merge-shards.ts
function mergeShards(reports, absent = []) {
  const models = /* @__PURE__ */ new Map();
  for (const named of reports) {
    const { source } = named.report.model;
    models.set(source, [...models.get(source) ?? [], named]);
  }
  return [...models.values()].map((parts) => mergeModel(parts, absent));
}
function mergeModel(parts, absent) {
  const [first, ...others] = parts;
  const { shard } = first.report;
  if (shard === void 0) {
    if (others.length > 0) throw overlap(first, others[0], `both hold the whole of`);
    return first.report;
  }
  for (const other of others) requireSameRun(first, other);
  requireEveryPart(parts, shard.count, absent);
  const owners = /* @__PURE__ */ new Map();
  for (const part of parts) {
    for (const layer of part.report.layers) {
      const row = `${layer.layer_id} ${layer.slice_id ?? ""}`;
      const owner = owners.get(row);
      if (owner !== void 0)
        throw overlap(owner, part, `both hold the layer ${JSON.stringify(rowName(layer))} of`);
      owners.set(row, part);
    }
  }
  const failed = absent.flatMap(({ layers, reason }) => layers.map((name) => ({ name, reason })));
  if (owners.size + failed.length !== shard.layers) {
    throw new ConfigError({
      code: "REPORTS_MISSING",
      subject: first.report.model.source,
      problem: `its parts hold ${owners.size + failed.length} layers together, and the model has ${shard.layers}`,
      cure: "Analyse all its parts again with the same version and the same settings"
    });
  }
  const { shard: _part, ...whole } = first.report;
  return {
    ...whole,
    layers: parts.flatMap(({ report }) => report.layers).sort((a, b) => a.layer_id - b.layer_id || (a.slice_id ?? 0) - (b.slice_id ?? 0)),
    skipped: [...whole.skipped, ...failed],
    // They ran side by side.
    timing: { total_ms: Math.max(...parts.map(({ report }) => report.timing.total_ms)) }
  };
}
function requireSameRun(first, other) {
  const facts = ({ report }) => ({
    "the number of parts": `${report.shard?.count}`,
    "the number of layers": `${report.shard?.layers}`,
    "the content of the model": report.model.identity,
    "the base model": report.base_model?.identity ?? "",
    "the commit": report.commit ?? "",
    "the version of alphagate": report.tool.version,
    "the engine": report.tool.engine,
    "the settings": JSON.stringify(report.settings),
    "what was skipped": JSON.stringify(report.skipped)
  });
  const [a, b] = [facts(first), facts(other)];
  const different = Object.keys(a).find((fact) => a[fact] !== b[fact]);
  if (different === void 0) return;
  throw new ConfigError({
    code: "REPORTS_DISAGREE",
    subject: first.report.model.source,
    problem: `${first.name} and ${other.name} differ in ${different}, so they are not parts of one analysis`,
    cure: "Analyse all its parts in one run of the workflow, with the same inputs, and merge only those"
  });
}
function requireEveryPart(parts, count, absent) {
  const byIndex = /* @__PURE__ */ new Map();
  const excused = new Set(absent.map(({ index }) => index));
  for (const part of parts) {
    const index = part.report.shard.index;
    const twin = byIndex.get(index);
    if (twin !== void 0) throw overlap(twin, part, `both hold part ${index} of ${count} of`);
    byIndex.set(index, part);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !byIndex.has(index) && !excused.has(index)
  );
  if (missing.length === 0) return;
  throw new ConfigError({
    code: "REPORTS_MISSING",
    subject: parts[0].report.model.source,
    problem: `of its ${count} parts there is no report of ${missing.slice(0, 10).join(", ")}${missing.length > 10 ? ` and ${missing.length - 10} more` : ""}`,
    cure: "See whether those jobs have failed, and name the reports of all of them",
    details: { missing }
  });
}
function overlap(a, b, what) {
  return new ConfigError({
    code: "REPORTS_OVERLAP",
    subject: `${a.name} and ${b.name}`,
    problem: `${what} ${a.report.model.source}`,
    cure: "Name each report once, and give each job of the matrix a shard of its own"
  });
}

// src/report/judge-again.ts
function judgeAgain(report, { settings, before, baseline }) {
  const { model, base_model, layers, skipped, commit, shard, untrusted_run, timing, tool } = report;
  const details = layers.map(({ verdict, reasons, threshold, delta, ...numbers }) => numbers);
  return buildReport({
    model,
    settings: {
      ...settings,
      ...layerSettings(report.settings, model.source),
      engine: tool.engine === "reference" ? "reference" : "wasm"
    },
    verdict: judge(details, settings, before?.layers),
    skipped,
    base_model,
    baseline,
    commit,
    shard,
    untrusted_run,
    totalMs: timing.total_ms
  });
}

// src/entry/judge-reports.ts
async function locateReports(references, settings, signal, mostBytes = MAX_REPORT_BYTES) {
  const locate = locator(settings, signal);
  const named = [];
  for (const reference of references) {
    const located = await locate(reference);
    const files = (await openArchives(located, { signal })).flatMap((part) => part.files);
    const single = located.kind === "file" && files.length === located.files.length;
    const reports = single ? files : files.filter(({ path }) => path.endsWith(".json"));
    if (reports.length === 0) throw noReport(reference, "holds no file that ends in .json");
    for (const file of reports)
      for (const report of await readReports(file, mostBytes)) named.push({ name: file.name, report });
  }
  return named;
}
async function judgeReports(reports, settings, signal) {
  const baseline = settings.baseline === "" ? void 0 : await loadBaseline(
    settings.baseline,
    locator(settings, signal),
    (reference) => analyzeBaseline(reference, settings, signal)
  );
  return reports.map((report) => {
    const before = baseline && "reports" in baseline ? reportFor(report.model.source, baseline.reports) : void 0;
    const described = baseline && describeBaseline(baseline, before);
    return { kind: "report", report: judgeAgain(report, { settings, before, baseline: described }) };
  });
}

export {
  mergeShards,
  locateReports,
  judgeReports
};
