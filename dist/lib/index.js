import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  DOCUMENT_FORMATS,
  render
} from "../chunks/chunk-UDF76EPD.js";
import "../chunks/chunk-4XHA2FX4.js";
import "../chunks/chunk-YT5I2F6Z.js";
import "../chunks/chunk-RA4HOYB2.js";
import "../chunks/chunk-IZLUWDFI.js";
import {
  parseTemplate
} from "../chunks/chunk-NYIOJVUR.js";
import {
  judgeReports
} from "../chunks/chunk-DIIEAUAQ.js";
import {
  analyzeReferences
} from "../chunks/chunk-2MI6TJI6.js";
import {
  parseReport,
  parseReports
} from "../chunks/chunk-F2HDQBH3.js";
import "../chunks/chunk-3P33FSHE.js";
import "../chunks/chunk-NUHIWQ25.js";
import "../chunks/chunk-WJ3RAWXL.js";
import "../chunks/chunk-WPHFRZYX.js";
import "../chunks/chunk-H7ORSOLD.js";
import "../chunks/chunk-I46AYHW6.js";
import "../chunks/chunk-G4E7BUYX.js";
import "../chunks/chunk-RQ5MN7VV.js";
import "../chunks/chunk-NL772UJH.js";
import "../chunks/chunk-7Q3HDJ4U.js";
import "../chunks/chunk-Z2QRIJIB.js";
import "../chunks/chunk-2UK5UDTN.js";
import "../chunks/chunk-5EWVQSMP.js";
import "../chunks/chunk-RI7JASEA.js";
import "../chunks/chunk-JUDLKW4K.js";
import "../chunks/chunk-NBCO2E7D.js";
import "../chunks/chunk-WA4HYSTF.js";
import "../chunks/chunk-F6C45J7V.js";
import "../chunks/chunk-OWMJVC3D.js";
import "../chunks/chunk-UEJXIGCQ.js";
import "../chunks/chunk-ABIR6PBA.js";
import "../chunks/chunk-TUQPTYWI.js";
import "../chunks/chunk-CN75QAP5.js";
import {
  CONFIG_FILE_NAME
} from "../chunks/chunk-HHKVI2NH.js";
import "../chunks/chunk-M5MCOTWB.js";
import "../chunks/chunk-X3MXISDX.js";
import "../chunks/chunk-ACWPGXX5.js";
import "../chunks/chunk-RFOEC4WV.js";
import "../chunks/chunk-M257ZRI6.js";
import "../chunks/chunk-TCZKHMDB.js";
import "../chunks/chunk-NLMVWZFG.js";
import "../chunks/chunk-MU35MNOC.js";
import "../chunks/chunk-4MIY2QKT.js";
import "../chunks/chunk-QD66ABUT.js";
import {
  parseConfig
} from "../chunks/chunk-FLGHD2RI.js";
import {
  SETTING_NAMES,
  checkValue,
  completeSettings
} from "../chunks/chunk-CFYXJZWH.js";
import "../chunks/chunk-56UKHU64.js";
import "../chunks/chunk-XJUTMDZ7.js";
import "../chunks/chunk-CG7EU4JQ.js";
import "../chunks/chunk-MW4IX57J.js";
import "../chunks/chunk-ET7JD5AR.js";
import "../chunks/chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  ConfigError,
  FormatError,
  NumericError,
  SourceError
} from "../chunks/chunk-LSZFXY6A.js";
import "../chunks/chunk-4MUT4G64.js";

// src/entry/library/check-settings.ts
var OTHER_DOORS = [
  "mode",
  "reanalyze",
  "timeoutMinutes",
  "artifactName",
  "reportKey",
  "prNumber"
];
var LIBRARY_SETTINGS = SETTING_NAMES.filter(
  (name) => !OTHER_DOORS.includes(name)
);
function checkSettings(given) {
  if (typeof given !== "object" || given === null)
    throw new ConfigError({
      code: "BAD_SETTING",
      subject: "settings",
      problem: `${JSON.stringify(given)} cannot be used`,
      cure: "It must be an object with the names of settings"
    });
  const checked = {};
  for (const [key, value] of Object.entries(given)) {
    const name = LIBRARY_SETTINGS.find((known) => known === key);
    if (name === void 0) throw unknownSetting(key);
    if (value !== void 0) checked[name] = checkValue(name, value, `settings.${name}`);
  }
  return completeSettings(checked);
}
function unknownSetting(key) {
  return new ConfigError({
    code: "UNKNOWN_KEY",
    subject: "settings",
    problem: `the key ${JSON.stringify(key)} is not a setting of the library`,
    cure: `They may have ${LIBRARY_SETTINGS.join(", ")}`
  });
}

// src/entry/library/index.ts
async function analyze(references, settings = {}, options = {}) {
  const { signal, curves, commit, onProgress, onError } = options;
  const outcomes = await analyzeReferences(checkReferences(references), checkSettings(settings), {
    ...{ curves, commit },
    ...signal !== void 0 && { signal },
    ...onProgress !== void 0 && { onProgress }
  });
  return reportsOf(outcomes, onError);
}
async function judge(reports, settings = {}, options = {}) {
  return reportsOf(await judgeReports(checkReports(reports), checkSettings(settings), options.signal));
}
async function render2(reports, format, options = {}) {
  const { template } = options;
  const outcomes = checkReports(reports).map((report) => ({ kind: "report", report }));
  return render(outcomes, checkFormat(format), void 0, false, {
    template: template === void 0 ? void 0 : await parseTemplate(template, "template")
  });
}
function parseReports2(text, subject = "the report") {
  return parseReports(text, subject);
}
function parseConfig2(text, fileName = CONFIG_FILE_NAME) {
  return parseConfig(text, fileName);
}
function reportsOf(outcomes, onError) {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "report") return outcome.report;
    const { reference, error } = outcome;
    if (onError === void 0) throw error;
    onError({ reference, error });
    return [];
  });
}
function checkReferences(references) {
  const all = [references].flat();
  if (all.length > 0 && all.every((reference) => typeof reference === "string")) return all;
  throw new ConfigError({
    code: "NO_MODEL",
    subject: "references",
    problem: all.length === 0 ? "no model is named" : "are not all text",
    cure: "Name a file, a directory, a glob or s3://bucket/key"
  });
}
function checkReports(reports) {
  return [reports].flat().map((report) => parseReport(JSON.stringify(report) ?? ""));
}
function checkFormat(format) {
  const names = DOCUMENT_FORMATS.map(({ name }) => name);
  if (names.includes(format)) return format;
  throw new ConfigError({
    code: "UNKNOWN_FORMAT",
    subject: "format",
    problem: `there is no ${JSON.stringify(format)}`,
    cure: `It must be one of ${names.join(", ")}`
  });
}
export {
  AlphagateError,
  ConfigError,
  FormatError,
  NumericError,
  SourceError,
  analyze,
  judge,
  parseConfig2 as parseConfig,
  parseReports2 as parseReports,
  render2 as render
};
