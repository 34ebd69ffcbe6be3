import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  analyzeLayer,
  assist,
  createEngine
} from "../chunks/chunk-UZQDGS6C.js";
import "../chunks/chunk-EIICJ5QQ.js";
import "../chunks/chunk-NLMVWZFG.js";
import "../chunks/chunk-4MIY2QKT.js";
import "../chunks/chunk-MU35MNOC.js";
import "../chunks/chunk-QD66ABUT.js";
import "../chunks/chunk-JXTWGQ7Y.js";
import {
  NumericError
} from "../chunks/chunk-LSZFXY6A.js";
import "../chunks/chunk-4MUT4G64.js";

// src/entry/worker/index.ts
import { parentPort, workerData } from "node:worker_threads";
var { engine: name, memory } = workerData;
var engine = await createEngine(name, memory);
parentPort?.on("message", (request) => {
  parentPort?.postMessage(answer(request));
});
function answer(request) {
  if (request.kind === "assist") {
    assist(request.memory);
    return { kind: "assisted" };
  }
  try {
    return { kind: "details", details: analyzeLayer(engine, request.task, request.bytes) };
  } catch (error) {
    if (!(error instanceof NumericError)) throw error;
    return { kind: "numeric-error", code: error.code, problem: error.problem, cure: error.cure };
  }
}
