import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  layerMemoryBytes
} from "./chunk-WK6HXCGY.js";
import {
  modelReference,
  requireUnchanged
} from "./chunk-J5ONTWP6.js";
import {
  parseAnalyzeInput
} from "./chunk-AGYS3LHG.js";
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
} from "./chunk-3US5JBT7.js";
import "./chunk-NQDOSICL.js";
import "./chunk-AXFVSB2V.js";
import "./chunk-HT5C3BZR.js";
import "./chunk-75573XOX.js";
import "./chunk-URKPZKT4.js";
import "./chunk-56SRC6NF.js";
import {
  renderJson
} from "./chunk-IZLUWDFI.js";
import {
  analyzeReferences
} from "./chunk-A5IKQM5J.js";
import "./chunk-NUEXOGVU.js";
import "./chunk-FRDFQF3N.js";
import {
  locator
} from "./chunk-NFHUL5EG.js";
import "./chunk-24LOK4Q5.js";
import "./chunk-UAKR3KPU.js";
import "./chunk-OWMJVC3D.js";
import {
  reportsOf
} from "./chunk-5ENL5KMZ.js";
import "./chunk-PCH37KXB.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-R7YQPSEN.js";
import "./chunk-MVKKB4AB.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-MKVFXONC.js";
import "./chunk-YDCUNMWD.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-YVBDAMR7.js";
import "./chunk-ET5ONCGQ.js";
import "./chunk-WWRFQXDB.js";
import "./chunk-K5RB3KOC.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-QD66ABUT.js";
import "./chunk-IWKZHCAU.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-WIG33IT3.js";
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
  const outcomes = await analyzeReferences([name], settings, options).catch((error) => {
    if (!signal.aborted) throw error;
    count("RunsTimedOut");
    publishCounts();
    throw new TimeoutError(
      `item ${item.item} of ${name}`,
      "Give the function that analyses items more time or memory"
    );
  });
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
