import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  deliverRun,
  doneOnce,
  fewAtATime
} from "./chunk-WE3Y7Q7G.js";
import {
  parseItemFailure,
  parseManifest,
  parseReportInput
} from "./chunk-R56GHRGX.js";
import {
  count,
  deadlineOf,
  failureFile,
  gateSettings,
  getText,
  logger,
  publishCounts,
  readDeployment,
  rowsFile
} from "./chunk-KYAPFQ2X.js";
import "./chunk-NZ5IAXRY.js";
import "./chunk-PZXKFEJJ.js";
import "./chunk-U6Z2XPHY.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-VCFUFMY4.js";
import "./chunk-6XYATBHJ.js";
import "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import "./chunk-P5DTRODU.js";
import "./chunk-HWQSLUA6.js";
import {
  parseJson
} from "./chunk-FUPZABJY.js";
import "./chunk-7BKRKR5Z.js";
import "./chunk-N2XP66CH.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-I575ZOJA.js";
import "./chunk-T2MO56AV.js";
import "./chunk-QUXJR2CA.js";
import "./chunk-BKUSOC3V.js";
import "./chunk-476TMGWT.js";
import "./chunk-WIG33IT3.js";
import "./chunk-HH6ICRID.js";
import "./chunk-JH6BF3KG.js";
import {
  mergeShards
} from "./chunk-HOIAFHFO.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-IZLUWDFI.js";
import {
  judgeReports
} from "./chunk-DIIEAUAQ.js";
import "./chunk-2MI6TJI6.js";
import {
  parseReport
} from "./chunk-F2HDQBH3.js";
import "./chunk-3P33FSHE.js";
import "./chunk-NUHIWQ25.js";
import "./chunk-WJ3RAWXL.js";
import "./chunk-WPHFRZYX.js";
import "./chunk-H7ORSOLD.js";
import "./chunk-I46AYHW6.js";
import "./chunk-G4E7BUYX.js";
import "./chunk-RQ5MN7VV.js";
import "./chunk-NL772UJH.js";
import "./chunk-7Q3HDJ4U.js";
import "./chunk-Z2QRIJIB.js";
import "./chunk-2UK5UDTN.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-JUDLKW4K.js";
import "./chunk-NBCO2E7D.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-RFOEC4WV.js";
import "./chunk-M257ZRI6.js";
import "./chunk-TCZKHMDB.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-MU35MNOC.js";
import "./chunk-4MIY2QKT.js";
import "./chunk-QD66ABUT.js";
import "./chunk-FLGHD2RI.js";
import "./chunk-CFYXJZWH.js";
import "./chunk-56UKHU64.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import {
  NumericError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/entry/lambda/report.ts
var CONCURRENCY = 16;
var MOST_NAMED = 20;
async function reportRun(value, context) {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const input = parseReportInput(value);
  const settings = await gateSettings(deployment);
  try {
    const { parts, failed } = await rowsOf(input, deployment);
    const failedItems = failed.map(({ item }) => item);
    count("ItemsFailed", failed.length);
    const once = doneOnce("report", deployment, context);
    return await once({ run: input.run, items: parts.length, failedItems }, async () => {
      const outcomes = await outcomesOf(input, { parts, failed }, settings, deployment, context);
      return { ...await deliverRun(input, outcomes, settings, deployment), failedItems };
    });
  } finally {
    publishCounts();
  }
}
async function rowsOf({ manifest, run }, deployment) {
  if (manifest === void 0) return { parts: [], failed: [] };
  const name = s3Name(manifest.bucket, manifest.key);
  const text = await getText(manifest);
  const items = parseManifest(parseJson(text), name);
  const parts = await fewAtATime(CONCURRENCY, items, async ({ item }) => {
    const place = rowsFile(deployment, run, item);
    const rows = await getText(place);
    const subject = s3Name(place.bucket, place.key);
    return rows === void 0 ? void 0 : { name: subject, report: parseReport(rows, subject) };
  });
  return {
    parts: parts.filter((part) => part !== void 0),
    failed: items.filter((_, index) => parts[index] === void 0)
  };
}
async function outcomesOf(input, { parts, failed }, settings, deployment, context) {
  const { toleratedFailurePercentage } = deployment;
  const reference = s3Name(input.model.bucket, input.model.key);
  const refused = (error) => [{ kind: "error", reference, error }];
  const cause = causeOf(input.error?.Error, input.error?.Cause) ?? await causeOfItem(input, failed[0], deployment);
  if (parts.length === 0) return refused(runFailed(reference, input, failed, cause));
  const share = 100 * failed.length / (parts.length + failed.length);
  if (share > toleratedFailurePercentage)
    return refused(
      tooManyFailed(reference, failed, parts.length + failed.length, toleratedFailurePercentage, cause)
    );
  const absent = failed.map(
    ({ item, layers }) => ({
      index: item,
      layers,
      reason: "its analysis failed, which this deployment tolerates of some layers"
    })
  );
  return judgeReports(mergeShards(parts, absent), settings, deadlineOf(context));
}
var TIMEOUTS = /* @__PURE__ */ new Set([
  "TimeoutError",
  "States.Timeout",
  "Sandbox.Timedout"
]);
function runFailed(subject, { error }, failed, cause = "the state machine does not say why") {
  const items = failed.length === 0 ? "" : `, of ${failed.length} items`;
  return new NumericError({
    code: TIMEOUTS.has(error?.Error) ? "TIMED_OUT" : "RUN_FAILED",
    subject,
    problem: `nothing of it was analysed${items}: ${cause}`,
    details: { error: error?.Error }
  });
}
function tooManyFailed(subject, failed, items, tolerated, cause) {
  const layers = failed.flatMap((item) => item.layers);
  const more = layers.length > MOST_NAMED ? ` and ${layers.length - MOST_NAMED} more` : "";
  return new NumericError({
    code: "LAYERS_FAILED",
    subject,
    problem: `${failed.length} of ${items} items failed, more than the ${tolerated} % that are tolerated. Not analysed: ${layers.slice(0, MOST_NAMED).join(", ")}${more}${cause === void 0 ? "" : `. ${cause}`}`,
    cure: "See the log of the function that analyses items, then start the state machine again with the same input",
    details: { failedItems: failed.map(({ item }) => item), layers }
  });
}
async function causeOfItem({ run }, item, deployment) {
  if (item === void 0) return void 0;
  const place = failureFile(deployment, run, item.item);
  const text = await getText(place);
  if (text === void 0) return void 0;
  const { error, cause } = parseItemFailure(parseJson(text), s3Name(place.bucket, place.key));
  return causeOf(error, cause);
}
function causeOf(name, cause) {
  if (cause === void 0) return name;
  const { errorMessage } = parseJson(cause) ?? {};
  return withoutFinalPeriod(typeof errorMessage === "string" ? errorMessage : `${name ?? "error"}: ${cause}`);
}
function withoutFinalPeriod(text) {
  return text.trim().replace(/\.$/, "");
}
export {
  reportRun
};
