import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  NumericError,
  analyzeLayer,
  createEngine
} from "../chunks/chunk-6RFCCRAW.js";
import "../chunks/chunk-BFC25OSE.js";

// src/entry/worker/index.ts
import { parentPort, workerData } from "node:worker_threads";
var engine = createEngine(workerData.engine);
parentPort?.on("message", ({ task, bytes }) => {
  parentPort?.postMessage(answer(task, bytes));
});
function answer(task, bytes) {
  try {
    return { kind: "details", details: analyzeLayer(engine, task, bytes) };
  } catch (error) {
    if (!(error instanceof NumericError)) throw error;
    return { kind: "numeric-error", code: error.code, problem: error.problem, cure: error.cure };
  }
}
