import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  layerMemoryBytes
} from "./chunk-WK6HXCGY.js";
import {
  modelReference,
  requireUnchanged
} from "./chunk-KRNQD5WO.js";
import {
  parseAnalyzeInput
} from "./chunk-R56GHRGX.js";
import {
  TimeoutError,
  count,
  deadlineOf,
  gateSettings,
  logger,
  publishCounts,
  putText,
  readDeployment,
  rowsFile
} from "./chunk-KYAPFQ2X.js";
import "./chunk-4NKKKYHG.js";
import "./chunk-P7NXJABB.js";
import "./chunk-P5DTRODU.js";
import "./chunk-HWQSLUA6.js";
import "./chunk-7BKRKR5Z.js";
import "./chunk-QMMMBYL2.js";
import "./chunk-WIG33IT3.js";
import {
  endedBy
} from "./chunk-NFD3U5NA.js";
import {
  renderJson
} from "./chunk-IZLUWDFI.js";
import {
  analyzeReferences
} from "./chunk-2MI6TJI6.js";
import "./chunk-F2HDQBH3.js";
import "./chunk-3P33FSHE.js";
import {
  locator
} from "./chunk-NUHIWQ25.js";
import "./chunk-WJ3RAWXL.js";
import "./chunk-WPHFRZYX.js";
import "./chunk-H7ORSOLD.js";
import "./chunk-I46AYHW6.js";
import "./chunk-G4E7BUYX.js";
import "./chunk-RQ5MN7VV.js";
import "./chunk-NL772UJH.js";
import {
  reportsOf
} from "./chunk-7Q3HDJ4U.js";
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
import "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/entry/lambda/analyze.ts
async function analyzeItem(value, context) {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const { model, target, run, item } = parseAnalyzeInput(value);
  await requireUnchanged(model);
  const settings = {
    ...await gateSettings(deployment),
    shard: { index: item.item, count: item.of },
    memoryBytes: layerMemoryBytes(deployment)
  };
  const signal = deadlineOf(context);
  const { name, locate } = modelReference(model, locator(settings, signal), signal);
  const options = { signal, commit: target.sha, curves: true, locate };
  const outcomes = await endedBy(signal, analyzeReferences([name], settings, options)).catch(
    (error) => {
      if (!signal.aborted) throw error;
      count("RunsTimedOut");
      publishCounts();
      throw new TimeoutError(
        `item ${item.item} of ${name}`,
        "Give the function that analyses items more time or memory"
      );
    }
  );
  const failed = outcomes.find((outcome) => outcome.kind === "error");
  if (failed !== void 0) throw failed.error;
  const place = rowsFile(deployment, run, item.item);
  await putText(place, renderJson(reportsOf(outcomes)), "application/json");
  count("LayersAnalyzed", item.layers.length);
  publishCounts();
  return { item: item.item, layers: item.layers, key: place.key };
}
export {
  analyzeItem
};
