import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  rowName
} from "./chunk-WA4HYSTF.js";
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

export {
  mergeShards
};
