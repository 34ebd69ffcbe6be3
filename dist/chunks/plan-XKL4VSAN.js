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
  parseRunInput
} from "./chunk-R56GHRGX.js";
import {
  deadlineOf,
  gateSettings,
  logger,
  publishCounts,
  putText,
  readDeployment,
  runFile
} from "./chunk-KYAPFQ2X.js";
import "./chunk-4NKKKYHG.js";
import "./chunk-P7NXJABB.js";
import "./chunk-P5DTRODU.js";
import "./chunk-HWQSLUA6.js";
import "./chunk-7BKRKR5Z.js";
import "./chunk-QMMMBYL2.js";
import "./chunk-WIG33IT3.js";
import {
  layersOfPart,
  noLayers
} from "./chunk-F2HDQBH3.js";
import "./chunk-3P33FSHE.js";
import {
  locator
} from "./chunk-NUHIWQ25.js";
import "./chunk-WJ3RAWXL.js";
import "./chunk-WPHFRZYX.js";
import {
  assertVectorsFit,
  estimatedSecondsOf,
  groupModels,
  layerBytes,
  loadModel,
  partOf,
  readOptions
} from "./chunk-H7ORSOLD.js";
import "./chunk-I46AYHW6.js";
import {
  mostSpectrumBytes,
  spectrumBytes
} from "./chunk-G4E7BUYX.js";
import "./chunk-RQ5MN7VV.js";
import "./chunk-NL772UJH.js";
import "./chunk-2UK5UDTN.js";
import "./chunk-RI7JASEA.js";
import "./chunk-JUDLKW4K.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-RFOEC4WV.js";
import {
  modesAmong
} from "./chunk-M257ZRI6.js";
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
import {
  MAX_PLAN_ITEMS,
  MAX_PLAN_ITEM_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  NumericError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/pipeline/plan-items.ts
async function planItems(reference, settings, ports, { itemMemoryBytes, itemSeconds }) {
  const models = await groupModels(await ports.locate(reference), readOptions(settings, ports));
  const [files] = models;
  if (files === void 0 || models.length > 1) throw severalModels(reference, models.length);
  const { model, layers, skipped, close } = await loadModel(files, settings, ports);
  try {
    if (layers.length === 0) throw noLayers(model, skipped);
    requireFit(model.name, layers, settings, itemMemoryBytes);
    const seconds = layers.reduce((sum, layer) => sum + estimatedSecondsOf(layer), 0);
    const most = Math.min(layers.length, MAX_PLAN_ITEMS);
    let count = Math.min(Math.max(1, Math.ceil(seconds / itemSeconds)), most);
    for (; ; ) {
      const items = divide(layers, settings, count);
      const fits = items.every((item) => JSON.stringify(item).length <= MAX_PLAN_ITEM_BYTES);
      if (fits || count === most) return items;
      count = Math.min(2 * count, most);
    }
  } finally {
    await close();
  }
}
function divide(layers, settings, count) {
  const spectrumPart = partOf(modesAmong(settings));
  return Array.from({ length: count }, (_, index) => {
    const part = layersOfPart(layers, { index: index + 1, count });
    return {
      layers: part.map(({ longname, sliceId }) => rowName({ longname, slice_id: sliceId })),
      estimatedBytes: Math.max(0, ...part.map((layer) => layerBytes(layer, settings.engine, spectrumPart))),
      estimatedSeconds: Number(
        part.reduce((sum, layer) => sum + estimatedSecondsOf(layer), 0).toPrecision(3)
      )
    };
  });
}
function requireFit(subject, layers, settings, itemMemoryBytes) {
  const { engine } = settings;
  const modes = modesAmong(settings);
  assertVectorsFit(layers, modes);
  const part = partOf(modes);
  const tooLarge = layers.flatMap((layer) => {
    const { rows, cols } = layer.matrices[0];
    const neededBytes = layerBytes(layer, engine, part);
    const inEngine = spectrumBytes(engine, rows, cols, layer.dtype, part) <= mostSpectrumBytes(engine);
    return inEngine && neededBytes <= itemMemoryBytes ? [] : [{ name: layer.longname, neededBytes, inEngine }];
  });
  if (tooLarge.length === 0) return;
  const shown = tooLarge.slice(0, MOST_NAMED).map(({ name, neededBytes }) => `${name} (${mebibytes(neededBytes)})`);
  const more = tooLarge.length > shown.length ? ` and ${tooLarge.length - shown.length} more` : "";
  const largest = Math.max(...tooLarge.map(({ neededBytes }) => neededBytes));
  throw new NumericError({
    code: "TOO_LARGE",
    subject,
    problem: `too large for one function, which has ${mebibytes(itemMemoryBytes)} for layers: ${shown.join(", ")}${more}`,
    cure: tooLarge.every(({ inEngine }) => inEngine) ? `Give the function that analyses items ${mebibytes(largest)} for layers, or leave them out with exclude` : "Leave those layers out with exclude or max_N: they are more than the engine can hold",
    details: { layers: tooLarge.map(({ name, neededBytes }) => ({ name, neededBytes })) }
  });
}
var MOST_NAMED = 10;
function mebibytes(bytes) {
  return `${Math.ceil(bytes / 1024 ** 2)} MB`;
}
function severalModels(reference, count) {
  return new SourceError({
    code: "SEVERAL_MODELS",
    subject: reference,
    problem: `holds ${count} models, and a plan is of one`,
    cure: "Store them as objects of their own"
  });
}

// src/entry/lambda/plan.ts
async function planRun(value, context) {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const input = parseRunInput(value);
  const { model, run } = input;
  await requireUnchanged(model);
  const settings = await gateSettings(deployment);
  const signal = deadlineOf(context);
  const { name, locate } = modelReference(model, locator(settings, signal), signal);
  const items = await planItems(
    name,
    settings,
    { locate, signal },
    {
      itemMemoryBytes: layerMemoryBytes(deployment),
      itemSeconds: deployment.itemSeconds
    }
  );
  const manifest = runFile(deployment, run, "manifest.json");
  const list = items.map(
    (item, index) => ({
      item: index + 1,
      of: items.length,
      run,
      ...item,
      layers: [...item.layers]
    })
  );
  await putText(manifest, JSON.stringify(list), "application/json");
  logger.info("Planned", { run, model: name, items: items.length });
  publishCounts();
  return { ...input, manifest, items: items.length };
}
export {
  planRun
};
