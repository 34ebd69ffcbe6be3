import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  analyzeBaseline
} from "./chunk-2MI6TJI6.js";
import {
  buildReport,
  describeBaseline,
  judge,
  loadBaseline,
  readReports,
  reportFor
} from "./chunk-F2HDQBH3.js";
import {
  locator
} from "./chunk-NUHIWQ25.js";
import {
  openArchives
} from "./chunk-I46AYHW6.js";
import {
  noReport
} from "./chunk-M5MCOTWB.js";
import {
  layerSettings
} from "./chunk-CFYXJZWH.js";
import {
  MAX_REPORT_BYTES
} from "./chunk-JXTWGQ7Y.js";

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
  locateReports,
  judgeReports
};
