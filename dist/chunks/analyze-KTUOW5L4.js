import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  layerMemoryBytes
} from "./chunk-WK6HXCGY.js";
import {
  modelReference,
  requireUnchanged
} from "./chunk-NPVF3BE3.js";
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
} from "./chunk-KUCLONFC.js";
import "./chunk-IIDRZBOM.js";
import "./chunk-43L6R2XZ.js";
import "./chunk-GLAZE3WP.js";
import "./chunk-XMML6OTS.js";
import "./chunk-75573XOX.js";
import "./chunk-URKPZKT4.js";
import "./chunk-WIG33IT3.js";
import {
  renderJson
} from "./chunk-IZLUWDFI.js";
import {
  analyzeReferences
} from "./chunk-7R2TR3AL.js";
import "./chunk-ZQNGL5RM.js";
import {
  locator
} from "./chunk-D3O5FSOI.js";
import "./chunk-F22NMM5R.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-CFI53R66.js";
import "./chunk-JYOZBJZQ.js";
import {
  reportsOf
} from "./chunk-ACT7PKZF.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-PCH37KXB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-CN75QAP5.js";
import "./chunk-R5V2KYY4.js";
import {
  endedBy
} from "./chunk-NFD3U5NA.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-PICPG2JG.js";
import "./chunk-QAVDFQ5K.js";
import "./chunk-QD66ABUT.js";
import "./chunk-KYUMND2Q.js";
import "./chunk-BYLAKX6D.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-PCRE2AA5.js";
import "./chunk-6XBKUWWT.js";
import "./chunk-56UKHU64.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
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
